import { type Instant, type LifeArea, type Statement, type Timeline, type WrittenDown, type Zone, dayIn } from "@unmask/core";
import { marks, sayCount, sayDay, sayList } from "@unmask/words";
import type { Pattern } from "./pattern.ts";
import { sayAbsences } from "./reading/absences.ts";
import { type PlacedEntry, entriesOf, quoteHers } from "./reading/entries.ts";
import { lineOf, sayWhenOf } from "./reading/line.ts";
import { idsOf } from "./reading/placed-act.ts";
import { ruleOfSlot, sayRule } from "./reading/rule-of-slot.ts";
import { type MarkedFinding, spoken } from "./spoken.ts";

/** What changed in her daily life, by the entries of her journal, each with its date. */
export const changeInLife: Pattern = spoken({
  id: "change-in-life",
  looksFor: "What you changed in your daily life, or could not do, as you wrote it down in your journal.",
  find(timeline, statement) {
    const told = entriesOf(timeline, statement).filter(({ entry }) => entry.changed !== undefined);
    return told.length === 0 ? [] : [finding(told, timeline, statement)];
  },
});

function finding(told: readonly PlacedEntry[], timeline: Timeline, statement: Statement): MarkedFinding {
  const { zone } = statement;
  const acts = told.map(({ one }) => one);
  const areas = [...new Set(told.flatMap(({ entry }) => entry.areas ?? []))];
  const entries = sayCount(told.length, "entry", "entries");
  const rule = ruleOfSlot(statement, "changes");
  const head = `In ${entries} ${marks.you} wrote what changed in daily life`;
  return {
    pattern: changeInLife.id,
    standing: "count",
    line: areas.length === 0 ? lineOf(`${head}.`) : lineOf(`${head}: ${sayList(areas.map(sayArea))}.`, `${head}.`),
    says: `In ${entries} of the journal ${marks.you} wrote what ${marks.you} changed in daily life because of it, or could not do${areas.length === 0 ? "" : `: ${sayList(areas.map(sayArea))}`}. Each stands below in ${marks.your} words, with the date of what it came from and the day on which it was written down.`,
    acts: idsOf(acts),
    how:
      `An entry counts where ${marks.you} wrote what changed. The parts of life are those that ${marks.you} chose beside the words; no word is weighed.` +
      (rule === undefined ? "" : ` ${sayRule(rule)}`),
    couldChange: [
      "A change can have begun before or after the day of the entry that tells of it, and have other reasons too: whoever reads this should ask.",
      ...sayAbsences(timeline, statement, acts),
    ],
    table: {
      columns: ["When it happened", "Part of life", "What changed", "Written down"],
      rows: told.map(({ one, entry }) => [
        sayWhenOf(one, zone),
        (entry.areas ?? []).map(sayArea).join(", "),
        quoteHers(entry.changed ?? ""),
        sayDayWritten(entry.written, zone),
      ]),
    },
    ...(rule && { rule }),
  };
}

/** The day on which it was written down; where the clock is not believed, after and before which day it was. */
function sayDayWritten({ at, between }: WrittenDown, zone: Zone): string {
  const day = (instant: Instant): string => sayDay(dayIn(zone, instant));
  if (between === undefined) return day(at);
  const { from, until } = between;
  if (from === undefined) return until === undefined ? "not known" : `${day(until)} or before`;
  return until === undefined ? `${day(from)} or after` : day(from) === day(until) ? day(from) : `${day(from)} to ${day(until)}`;
}

/** "other" says nothing by itself. */
function sayArea(area: LifeArea): string {
  return area === "other" ? "something else" : area;
}
