import {
  type Channel,
  type Instant,
  type Interval,
  type StatedGap,
  type Statement,
  type Timeline,
  type Zone,
  daysFromCivil,
  msPerDay,
  laneOfChannel,
  lanes,
  startOfDay,
  type LaneId,
} from "@unmask/core";
import { memoize } from "./memoize.ts";
import { walkActs } from "./placed-act.ts";

/** A time without a record in one lane. It says nothing about what happened in it. */
export interface Gap {
  readonly from: Instant;
  /** Excluded. */
  readonly until: Instant;
  /** Her words for it, where she stated it; absent where only the files show it. */
  readonly says?: string;
}

/** What the files can say about one lane. */
export interface LaneCoverage {
  readonly lane: LaneId;
  /** The times that some file covers, merged, in order. Empty when every act of the lane is her own account. */
  readonly covered: readonly Interval[];
  /** The times of `span` that nothing covers, and those that she stated, in order; never shorter than a day. */
  readonly gaps: readonly Gap[];
}

/** A hole between two files that is shorter than this is a night without messages, not a missing record. */
const shortestGap = msPerDay;

/**
 * The coverage of each lane within a span of time.
 *
 * [Note: Which files cover a lane] A file covers a lane when it holds an act of theirs in it, or an act of hers to them. The chat with
 * somebody else, exported for the same weeks, says nothing about the chat with them. Which time it covers: `fileSpans` (Note: The time of a file).
 * What she wrote down herself covers nothing: she could have written about any day.
 */
export function laneCoverages(timeline: Timeline, statement: Statement, span: Interval): readonly LaneCoverage[] {
  const coveredLanes = coveredByLane(timeline, statement);
  return lanes.flatMap((id) => {
    const covered = coveredLanes.get(id);
    if (!covered) return [];
    const stated = (statement.gaps ?? []).filter((gap) => concerns(gap, id)).map((gap) => gapOf(gap, statement.zone));
    const unrecorded = covered.length === 0 ? [] : holesIn(covered, span);
    const gaps = [...unrecorded, ...stated].sort((a, b) => a.from - b.from || a.until - b.until);
    return [{ lane: id, covered, gaps }];
  });
}

function concerns({ channels }: StatedGap, lane: LaneId): boolean {
  return channels === undefined || channels.some((channel: Channel) => laneOfChannel(channel) === lane);
}

function gapOf(gap: StatedGap, zone: Zone): Gap {
  return { from: startOfDay(daysFromCivil(gap.from), zone), until: startOfDay(daysFromCivil(gap.until) + 1, zone), says: gap.says };
}

function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const next of [...intervals].sort((a, b) => a.earliest - b.earliest || a.latest - b.latest)) {
    const last = merged.at(-1);
    if (!last || next.earliest > last.latest) merged.push(next);
    else if (next.latest > last.latest) merged[merged.length - 1] = { earliest: last.earliest, latest: next.latest };
  }
  return merged;
}

function holesIn(covered: readonly Interval[], span: Interval): Gap[] {
  const holes: Gap[] = [];
  let from = span.earliest;
  for (const { earliest, latest } of covered) {
    if (Math.min(earliest, span.latest) - from >= shortestGap) holes.push({ from, until: earliest });
    if (latest > from) from = latest;
  }
  if (span.latest - from >= shortestGap) holes.push({ from, until: span.latest });
  return holes;
}

const coveredByLane = memoize((timeline, statement): ReadonlyMap<LaneId, readonly Interval[]> => {
  return new Map([...readCovered(timeline, statement)].map(([lane, intervals]) => [lane, mergeIntervals(intervals)]));
});

function readCovered(timeline: Timeline, statement: Statement): Map<LaneId, Interval[]> {
  const { lanes: seenLanes, lanesByFile, spans } = walkActs(timeline, statement);
  const intervalsByLane = new Map<LaneId, Interval[]>([...seenLanes].map((lane) => [lane, []]));
  for (const [sha256, seen] of lanesByFile) {
    const span = spans.get(sha256);
    if (span) for (const lane of seen) intervalsByLane.get(lane)?.push(span);
  }
  return intervalsByLane;
}
