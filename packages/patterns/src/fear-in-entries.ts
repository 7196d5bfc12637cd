import { type Feared, type Statement, type Timeline, daysFromCivil, isTheirs } from "@unmask/core";
import { marks, sayCount, sayDay, sayNumber } from "@unmask/words";
import type { Pattern } from "./pattern.ts";
import { sayAbsences } from "./reading/absences.ts";
import { type PlacedEntry, dayOf, entriesOf, quoteHers } from "./reading/entries.ts";
import { lineOf, sayStepInCell, sayWhenOf } from "./reading/line.ts";
import { idsOf, placedActs } from "./reading/placed-act.ts";
import { ruleOfSlot, sayRule } from "./reading/rule-of-slot.ts";
import { type MarkedFinding, spoken } from "./spoken.ts";

/** On how many dates she feared violence, by the entries of her journal and the days of the first page of her report: each date once. */
export const fearInEntries: Pattern = spoken({
  id: "fear-in-entries",
  looksFor: "On how many dates you feared violence, as you wrote it down in your journal.",
  find(timeline, statement) {
    const asked = entriesOf(timeline, statement).filter(({ entry }) => entry.fearedViolence !== undefined);
    const feared = asked.filter(({ entry }) => entry.fearedViolence === "yes");
    return feared.length === 0 ? [] : [finding(feared, asked, { timeline, statement })];
  },
});

interface Case {
  readonly timeline: Timeline;
  readonly statement: Statement;
}

function finding(feared: readonly PlacedEntry[], asked: readonly PlacedEntry[], { timeline, statement }: Case): MarkedFinding {
  const byEntries = new Set(feared.flatMap(({ one }) => dayOf(one) ?? []));
  const byCover = daysOfCover({ timeline, statement }).filter((day) => !byEntries.has(day));
  const dates = [...byEntries, ...byCover].sort((a, b) => a - b);
  const [first, last] = [dates[0], dates.at(-1)];
  const undated = feared.filter(({ one }) => dayOf(one) === undefined);
  const unsure = asked.filter(({ entry }) => entry.fearedViolence === "unsure");
  const notAsked = entriesOf(timeline, statement).length - asked.length;
  const notTheirs = feared.filter(({ one }) => !isTheirs(one.whose)).length;
  const acts = feared.map(({ one }) => one);
  const rule = ruleOfSlot(statement, "days-of-fear");
  const between =
    first === undefined || last === undefined ? "" : first === last ? `: ${sayDay(first)}` : `, from ${sayDay(first)} to ${sayDay(last)}`;
  return {
    pattern: fearInEntries.id,
    standing: "count",
    line:
      dates.length === 0
        ? lineOf(`${marks.You} wrote down fear of violence, on no date that is known.`)
        : lineOf(`${marks.You} wrote down fear of violence on ${sayCount(dates.length, "date")}${between}.`, `Fear of violence on ${sayCount(dates.length, "date")}${between}.`), // prettier-ignore
    says: [
      `In ${sayCount(feared.length, "entry", "entries")} of the journal ${marks.you} wrote that ${marks.you} feared violence${notTheirs > 0 ? `, in ${sayNumber(notTheirs)} of them of what is perhaps ${marks.theirs} or by nobody named` : ""}.`,
      ...(dates.length > 0
        ? [
            `${byCover.length > 0 ? `With ${sayCount(byCover.length, "date")} of the first page of this report that` : "That"} makes ${sayCount(dates.length, "date")}, each counted once.`,
          ]
        : []),
      ...(undated.length > 0 ? [`Of ${sayCount(undated.length, "entry", "entries")} the date is not known: they count on none.`] : []),
      ...(unsure.length > 0 ? [`In ${sayCount(unsure.length, "entry", "entries")} ${marks.you} ${marks.were} not sure.`] : []),
    ].join(" "),
    acts: idsOf(acts),
    how:
      `An entry counts where ${marks.you} answered “yes” to whether ${marks.you} feared violence, on its date where it is one day. A date counts once, however many entries it has, and together with those of the first page. ` +
      `“Not sure” and “not asked” are no answer of either kind.${rule === undefined ? "" : ` ${sayRule(rule)}`}`,
    couldChange: [
      "Fear was asked of each entry by itself; whether it was of violence that would be used is for people to ask.",
      ...(notAsked > 0 ? [`It was not asked in ${sayCount(notAsked, "entry", "entries")} more.`] : []),
      ...sayAbsences(timeline, statement, acts),
    ],
    table: {
      columns: ["When", "Feared violence", "How known", "Words"],
      rows: [
        ...asked.map(({ one, entry }) => [
          sayWhenOf(one, statement.zone),
          entry.fearedViolence ?? "",
          sayStepInCell(one.whose, one.act),
          quoteHers(one.text ?? ""),
        ]),
        ...byCover.map((day) => [sayDay(day), "yes", "first page of the report", ""]),
        ["Dates, each once", dates.length, "", ""],
        ["Of these, by the first page alone", byCover.length, "", ""],
        ["Entries with “yes”", feared.length, "", ""],
        [`Of these, not certainly by ${marks.them}`, notTheirs, "", ""],
        ["Of these, on no one date", undated.length, "", ""],
        ["Entries with “not sure”", unsure.length, "", ""],
        ["Entries in which it was not asked", notAsked, "", ""],
      ],
    },
    ...(rule && { rule }),
  };
}

/** The days on which she feared violence by her answers on the first page. One of an act counts where its day is one. */
function daysOfCover({ timeline, statement }: Case): readonly number[] {
  const { feared = [] } = statement;
  if (feared.length === 0) return [];
  const byId = new Map(placedActs(timeline, statement).map((one) => [one.id, one]));
  const dayOfFear = (one: Feared): number | undefined => {
    if ("day" in one) return daysFromCivil(one.day);
    const act = byId.get(one.act);
    return act && dayOf(act);
  };
  return [...new Set(feared.flatMap((one) => (one.answer === "yes" ? (dayOfFear(one) ?? []) : [])))];
}
