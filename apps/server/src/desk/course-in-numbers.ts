import { type Channel, type Kind, type LaneId, channels, kinds, laneOf, lanes } from "@unmask/core";
import { sayCount, sayLaneLabel, sayList, sayNumber } from "@unmask/words";
import { type MonthCount, type SideOfAct, sides } from "../sql/case/course-acts.ts";

/** The course of a case as a sentence with its numbers and a table, by month and way: of their acts, and of the others how many. */

/** What is counted as theirs, and on how many days of London it falls. */
interface CourseCounts {
  readonly acts: number;
  readonly days: number;
  /** False: no pack says whose its acts are, and everything is counted. */
  readonly isOfTheirs: boolean;
}

/** Counts the acts that are theirs; where no pack states whose its acts are, all of them. */
function countsOfCourse(months: readonly MonthCount[]): CourseCounts {
  const isOfTheirs = months.some(({ side }) => side !== "not-said");
  const counted = countedOf(months);
  return {
    acts: counted.reduce((sum, { acts }) => sum + acts, 0),
    days: new Set(counted.map(({ day }) => day)).size,
    isOfTheirs,
  };
}

/** The same without what is dated after the pack that holds it came, and how much that is: such an act makes no occasion. */
export function countsInTime(months: readonly MonthCount[]): Pick<CourseCounts, "acts" | "days"> & { readonly ahead: number } {
  const { acts, days } = countsOfCourse(months.flatMap((one) => (one.acts > one.ahead ? [{ ...one, acts: one.acts - one.ahead }] : [])));
  return { acts, days, ahead: countedOf(months).reduce((sum, one) => sum + one.ahead, 0) };
}

/** Sentence, how it was worked out, and the table. */
export function courseInNumbers(months: readonly MonthCount[]): object {
  const counted = countedOf(months);
  const cells = new Map<string, { acts: number; night: number }>();
  for (const { month, kind, channel, ...count } of counted) {
    const key = `${month} ${laneIn(kind, channel)}`;
    const before = cells.get(key) ?? { acts: 0, night: 0 };
    cells.set(key, { acts: before.acts + count.acts, night: before.night + count.night });
  }
  const night = counted.reduce((sum, one) => sum + one.night, 0);
  const rows = [...cells]
    .map(([key, count]) => ({ month: key.slice(0, 7), lane: lanes.find((lane) => lane === key.slice(8)) ?? "elsewhere", ...count }))
    .sort((one, other) =>
      one.month === other.month ? lanes.indexOf(one.lane) - lanes.indexOf(other.lane) : one.month < other.month ? -1 : 1,
    )
    .map(({ month, lane, acts: all, night: late }) => [month, sayLaneLabel(lane), all, late]);
  const { acts, days, isOfTheirs } = countsOfCourse(months);
  const ahead = counted.reduce((sum, one) => sum + one.ahead, 0);
  const whose = isOfTheirs ? " of theirs" : "";
  return {
    says:
      acts === 0
        ? `No act${whose} has come yet`
        : `${sayCount(acts, "act")}${whose} on ${sayCount(days, "day")}; ${sayNumber(night)} of them between midnight and 05:00${ahead === 0 ? "" : `; ${sayAhead(ahead)}`}`,
    apart: sayApart(months, isOfTheirs),
    how: "Acts of all packs of this case, each counted once, by the earliest time it can mean, on the clock of London. Whose an act is comes from what was stated in the pack. Files that were held back, and what no file holds, could change it.",
    table: { columns: ["Month", "How", "Number", "Midnight to 5"], rows },
  };
}

/** "134 of them dated after the pack that holds them came": what cannot have happened so is told wherever it is counted. */
export function sayAhead(acts: number): string {
  const [whom, holds] = acts === 1 ? ["it", "holds it"] : ["them", "holds them"];
  return `${sayNumber(acts)} of them dated after the pack that ${holds} came: a clock was ahead, or a time of ${whom} is read wrongly`;
}

function countedOf(months: readonly MonthCount[]): readonly MonthCount[] {
  const theirs = months.filter(({ side }) => side === "theirs");
  return months.some(({ side }) => side !== "not-said") ? theirs : months;
}

const sideSays: Readonly<Record<Exclude<SideOfAct, "theirs">, string>> = {
  perhaps: "perhaps theirs",
  hers: "the person’s own",
  others: "of other people, or of nobody named",
  "not-said": "in a pack that does not say whose its acts are",
};

/** "Not counted: 71 the person’s own, 3 perhaps theirs." */
function sayApart(months: readonly MonthCount[], isOfTheirs: boolean): string {
  if (!isOfTheirs) return months.length === 0 ? "" : "No pack says whose its acts are: what both sides wrote is counted.";
  const parts = sides.flatMap((side) => {
    const acts = months.reduce((sum, one) => (one.side === side ? sum + one.acts : sum), 0);
    return side === "theirs" || acts === 0 ? [] : [`${sayNumber(acts)} ${sideSays[side]}`];
  });
  return parts.length === 0 ? "" : `Not counted: ${sayList(parts)}.`;
}

function laneIn(kind: string, channel: string): LaneId {
  const known: Kind = kinds.find((one) => one === kind) ?? "other";
  const by: Channel = channels.find((one) => one === channel) ?? "other";
  return laneOf({ kind: known, channel: by });
}
