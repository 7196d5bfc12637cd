import {
  type Anniversary,
  type Statement,
  type Timeline,
  civilFromDays,
  daysFromCivil,
  daysInMonth,
  later,
  dayIn,
  startOfDay,
} from "@unmask/core";
import { sayCount, sayDay, sayDayOfYear, sayBriefly, sayFewOf, sayNumber, sayThereWere, marks, withoutMarks } from "@unmask/words";
import { sayAbsences } from "./reading/absences.ts";
import { laneCoverages } from "./reading/lane-coverage.ts";
import type { Pattern } from "./pattern.ts";
import { lineOf } from "./reading/line.ts";
import { type PlacedAct, idsOf } from "./reading/placed-act.ts";
import { actsByWhose } from "./reading/their-acts.ts";
import { type MarkedFinding, spoken } from "./spoken.ts";

/** Days before and after the day itself that belong to it. */
const reachDays = 1;
/** Fewer acts than this around a day are chance. */
const actsLeast = 3;
/** A day around it holds at least this many times what another day holds. */
const rateFactor = 2;
/** Her word for the day, as far as a line has room for it. */
const longestLabel = 30;

/** Whether more came around the days that mean something to her than on others. */
export const anniversaries: Pattern = spoken({
  id: "anniversaries",
  looksFor: `Whether more came on the days that you named, one day before and after them too, than on other days.`,
  find(timeline, statement) {
    const placed = actsByWhose(timeline, statement).theirs.filter(({ isStretch }) => !isStretch);
    const recorded = recordedDays(placed, timeline, statement);
    return statement.anniversaries.flatMap((anniversary) => findingOf(anniversary, { placed, recorded }, { timeline, statement }));
  },
});

interface Days {
  readonly placed: readonly PlacedAct[];
  /** The days from first to last act that some file covers, in order. */
  readonly recorded: readonly number[];
}

/** Days of which no file has a record are neither ordinary days nor days around: they would make every other day look busy. */
function recordedDays(placed: readonly PlacedAct[], timeline: Timeline, statement: Statement): readonly number[] {
  const first = placed[0]?.day;
  if (first === undefined) return [];
  const last = placed.reduce((most, { day }) => Math.max(most, day), first);
  const { zone } = statement;
  const span = { earliest: startOfDay(first, zone), latest: later(startOfDay(last + 1, zone), -1) };
  const days = new Set(placed.map(({ day }) => day));
  for (const { covered } of laneCoverages(timeline, statement, span)) {
    for (const { earliest, latest } of covered) {
      const until = Math.min(last, dayIn(zone, latest));
      for (let day = Math.max(first, dayIn(zone, earliest)); day <= until; day++) days.add(day);
    }
  }
  return [...days].sort((a, b) => a - b);
}

function findingOf(
  anniversary: Anniversary,
  { placed, recorded }: Days,
  { timeline, statement }: { timeline: Timeline; statement: Statement },
): readonly MarkedFinding[] {
  const first = recorded[0];
  const last = recorded.at(-1);
  if (first === undefined || last === undefined) return [];
  const centres = datesBetween(anniversary, first, last);
  const isAround = (day: number): boolean => centres.some((centre) => Math.abs(day - centre) <= reachDays);
  const around = placed.filter((one) => isAround(one.firstDay) && isAround(one.lastDay) && one.lastDay - one.firstDay <= 2 * reachDays);
  const others = placed.filter((one) => !isAround(one.firstDay) && !isAround(one.lastDay));
  const aroundDays = recorded.filter(isAround).length;
  const otherDays = recorded.length - aroundDays;
  if (around.length < actsLeast || otherDays === 0) return [];
  if (around.length * otherDays < rateFactor * others.length * aroundDays) return [];
  return [
    {
      pattern: anniversaries.id,
      standing: "count",
      line: lineOf(
        `More came around ${sayDayOfYear(anniversary.day)} (${sayBriefly(withoutMarks(anniversary.label), longestLabel)}) than on other days: ${sayNumber(around.length)} on ${sayCount(aroundDays, "day")}.`,
      ),
      says:
        `Around ${sayDayOfYear(anniversary.day)} (${withoutMarks(anniversary.label)}), one day before and after it too, ${sayThereWere(around.length, "act")} on ${sayCount(aroundDays, "day")}. ` +
        `On the other ${sayCount(otherDays, "day")} there were ${sayNumber(others.length)}.`,
      acts: idsOf(around),
      how:
        `The day counts every year, with ${sayFewOf(reachDays, "day")} before and after; 29 February is 28 February in other years. Only days of which a file has a record are counted. ` +
        `It is said for ${actsLeast} acts or more, when a day around it holds at least ${rateFactor} times what another day holds.`,
      couldChange: [`${marks.You} chose the day; other days may stand out as much.`, ...sayAbsences(timeline, statement, around)],
      table: {
        columns: ["Which days", "Days", "Acts"],
        rows: [
          ...centres.map((centre) => [
            `Around ${sayDay(centre)}`,
            recorded.filter((day) => Math.abs(day - centre) <= reachDays).length,
            around.filter(({ day }) => Math.abs(day - centre) <= reachDays).length,
          ]),
          ["Around it, all years", aroundDays, around.length],
          ["Other days", otherDays, others.length],
        ],
      },
    },
  ];
}

/** The day in each year, where it or a day around it lies in the range. */
function datesBetween({ day: { month, day } }: Anniversary, first: number, last: number): readonly number[] {
  const years = { from: civilFromDays(first).year - 1, until: civilFromDays(last).year + 1 };
  return Array.from({ length: years.until - years.from + 1 }, (_, i) => {
    const year = years.from + i;
    return daysFromCivil({ year, month, day: Math.min(day, daysInMonth(year, month)) });
  }).filter((centre) => centre + reachDays >= first && centre - reachDays <= last);
}
