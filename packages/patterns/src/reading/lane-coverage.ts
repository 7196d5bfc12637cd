import {
  type Channel,
  type Coverage,
  type Covers,
  type Instant,
  type Interval,
  type StatedGap,
  type SourceSpan,
  type Statement,
  type Timeline,
  type Zone,
  createNamedTo,
  isTheirs,
  daysFromCivil,
  msPerDay,
  laneOfChannel,
  lanes,
  startOfDay,
  type LaneId,
} from "@unmask/core";
import { memoize } from "./memoize.ts";
import { type PlacedAct, placedActs } from "./placed-act.ts";

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
 * somebody else, exported for the same weeks, says nothing about the chat with them. A file covers the time from its first to its last act
 * whoever wrote them (`Coverage`), and beyond them what it shows of its own span (`Covers`): days without an act there are silence. The files
 * of one account's download are one export and cover one span, from the first act in any of them to the last, because they were asked for
 * together: between two of its chats there is silence and no missing record. Dates far off are left out of that, because one message dated
 * 1970 would seem to cover fifty years.
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

/**
 * The folder of a download that holds many chats, in the name of one of them: ".../messages/inbox/NAME/message_1.json". All are asked for
 * together, for one stretch of time.
 */
const folderOfChats = /^(.*\/)?messages\/[a-z0-9_]+\/[^/]+\/message_\d+\.json$/;

/** Key of the export that a file belongs to: itself, or the download around it. */
function exportOf({ sha256, name, within = [] }: SourceSpan): string {
  const folder = folderOfChats.exec(name);
  return folder ? [...within.map((container) => container.sha256), folder[1] ?? ""].join("\u001f") : sha256;
}

/** What was seen of one file. */
interface FileSeen {
  readonly export: string;
  /** The lanes of what is between the two of them. */
  readonly lanes: Set<LaneId>;
  first: Instant | null;
  last: Instant | null;
  hasFarDate: boolean;
}

/** What was seen of one export. */
interface ExportSeen {
  readonly lanes: Set<LaneId>;
  earliest: Instant | null;
  latest: Instant | null;
}

const coveredByLane = memoize((timeline, statement): ReadonlyMap<LaneId, readonly Interval[]> => {
  return new Map([...readCovered(timeline, statement)].map(([lane, intervals]) => [lane, mergeIntervals(intervals)]));
});

function readCovered(timeline: Timeline, statement: Statement): Map<LaneId, Interval[]> {
  const fileBySha256 = new Map<string, FileSeen>();
  const exportByKey = new Map<string, ExportSeen>();
  const intervalsByLane = new Map<LaneId, Interval[]>();
  const isBetweenThem = createBetweenThem(statement);
  let lastSha256: string | undefined;
  let file: FileSeen | undefined;
  for (const one of placedActs(timeline, statement)) {
    const { lane, grade, isFar, earliest, latest } = one;
    const between = isBetweenThem(one);
    if (between && !intervalsByLane.has(lane)) intervalsByLane.set(lane, []);
    if (grade === "own-account" || grade === "check") continue;
    for (const source of one.act.sources) {
      // Acts of one file mostly follow each other.
      if (!file || source.sha256 !== lastSha256) file = fileSeen(fileBySha256, source);
      lastSha256 = source.sha256;
      if (between) file.lanes.add(lane);
      if (isFar) file.hasFarDate = true;
      else {
        if (file.first === null || earliest < file.first) file.first = earliest;
        if (file.last === null || latest > file.last) file.last = latest;
      }
    }
  }
  for (const { export: key, lanes: seenLanes } of fileBySha256.values()) {
    for (const lane of seenLanes) exportSeen(exportByKey, key).lanes.add(lane);
  }
  const coverageBySource = new Map<string, Coverage>(timeline.coverage.map((coverage) => [coverage.source.sha256, coverage]));
  for (const [sha256, { export: key, hasFarDate, first, last }] of fileBySha256) {
    const stated = hasFarDate ? undefined : coverageBySource.get(sha256);
    const seen = exportByKey.get(key);
    const begins = stated?.first ?? first;
    const ends = stated?.last ?? last;
    if (!seen || begins === null || ends === null) continue;
    const { from, until } = widened({ earliest: begins, latest: ends }, coverageBySource.get(sha256)?.covers);
    if (seen.earliest === null || from < seen.earliest) seen.earliest = from;
    if (seen.latest === null || until > seen.latest) seen.latest = until;
  }
  for (const { lanes: seenLanes, earliest, latest } of exportByKey.values()) {
    if (earliest === null || latest === null) continue;
    for (const lane of seenLanes) intervalsByLane.get(lane)?.push({ earliest, latest });
  }
  return intervalsByLane;
}

/** From the first to the last act, and as much further as the file shows itself. */
function widened({ earliest, latest }: Interval, { from = earliest, until = latest }: Covers = {}): Required<Covers> {
  return { from: from < earliest ? from : earliest, until: until > latest ? until : latest };
}

function createBetweenThem(statement: Statement): (one: PlacedAct) => boolean {
  const named = createNamedTo(statement);
  return ({ whose, act }) => isTheirs(whose) || (whose === "hers" && act.to.some((identity) => named(identity) === "theirs"));
}

function fileSeen(fileBySha256: Map<string, FileSeen>, source: SourceSpan): FileSeen {
  let seen = fileBySha256.get(source.sha256);
  if (!seen)
    fileBySha256.set(source.sha256, (seen = { export: exportOf(source), lanes: new Set(), first: null, last: null, hasFarDate: false }));
  return seen;
}

function exportSeen(exportByKey: Map<string, ExportSeen>, key: string): ExportSeen {
  let seen = exportByKey.get(key);
  if (!seen) exportByKey.set(key, (seen = { lanes: new Set(), earliest: null, latest: null }));
  return seen;
}
