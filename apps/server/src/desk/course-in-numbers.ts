import { type Channel, type Kind, type LaneId, channels, kinds, laneOf, lanes } from "@unmask/core";
import { sayCount, sayLaneLabel, sayNumber } from "@unmask/words";

/** The course of a case as a sentence with its numbers and a table: by month and way. Whose each act is stands in no row, so none is claimed. */

/** Acts of one month, kind and channel. */
interface MonthOfKind {
  readonly month: string;
  readonly kind: string;
  readonly channel: string;
  readonly acts: number;
  readonly night: number;
}

/** Sentence, how it was worked out, and the table. */
export function courseInNumbers({
  acts,
  days,
  months,
}: {
  readonly acts: number;
  readonly days: number;
  readonly months: readonly MonthOfKind[];
}): object {
  const cells = new Map<string, { acts: number; night: number }>();
  for (const { month, kind, channel, ...count } of months) {
    const key = `${month} ${laneIn(kind, channel)}`;
    const before = cells.get(key) ?? { acts: 0, night: 0 };
    cells.set(key, { acts: before.acts + count.acts, night: before.night + count.night });
  }
  const night = months.reduce((sum, one) => sum + one.night, 0);
  const rows = [...cells]
    .map(([key, count]) => ({ month: key.slice(0, 7), lane: lanes.find((lane) => lane === key.slice(8)) ?? "elsewhere", ...count }))
    .sort((one, other) =>
      one.month === other.month ? lanes.indexOf(one.lane) - lanes.indexOf(other.lane) : one.month < other.month ? -1 : 1,
    )
    .map(({ month, lane, acts: all, night: late }) => [month, sayLaneLabel(lane), all, late]);
  return {
    says:
      acts === 0
        ? "No act has come yet"
        : `${sayCount(acts, "act")} on ${sayCount(days, "day")}; ${sayNumber(night)} of them between midnight and 05:00`,
    how: "Acts of all packs of this case, each counted once, by the earliest time it can mean, on the clock of London. What both sides wrote is in it: whose an act is stands beside the act. Files that were held back, and what no file holds, could change it.",
    table: { columns: ["Month", "How", "Number", "Midnight to 5"], rows },
  };
}

function laneIn(kind: string, channel: string): LaneId {
  const known: Kind = kinds.find((one) => one === kind) ?? "other";
  const by: Channel = channels.find((one) => one === channel) ?? "other";
  return laneOf({ kind: known, channel: by });
}
