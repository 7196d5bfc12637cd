import {
  type ActId,
  type Channel,
  type Grade,
  type Identity,
  type Instant,
  type Interval,
  type Kind,
  type OwnEntry,
  type Statement,
  type Timeline,
  type TimelineAct,
  type Whose,
  type Zone,
  createNamedTo,
  createWhose,
  firstInstantOf,
  gatherFileSpans,
  isTheirs,
  msPerDay,
  msPerHour,
  wallMsAt,
  laneOf,
  dayIn,
  type LaneId,
} from "@unmask/core";
import { type DoubtBits, doubtsOf } from "./doubt.ts";
import { createIsToOthers } from "./is-to-others.ts";
import { memoize } from "./memoize.ts";
import { type Answer, hourOfWall, isNight } from "./night.ts";

/**
 * An act with its place on her calendar. Days are counted from 1970-01-01 in her zone.
 *
 * [Note: Read once] Every pattern walks over the same acts. What they ask most is read once and stands here side by side in one shape, which is
 * several times faster than to ask each act again: a long timeline is larger than what a processor holds near, so that each step from here to
 * the act, and on to its words, flags or times, is a wait.
 */
export interface PlacedAct {
  readonly act: TimelineAct;
  readonly id: ActId;
  readonly from: Identity;
  readonly grade: Grade;
  readonly whose: Whose;
  readonly lane: LaneId;
  readonly kind: Kind;
  readonly channel: Channel;
  readonly text: string | null;
  readonly subject: string | undefined;
  /** The act of which it is another record; see `TimelineAct`. */
  readonly versionOf: ActId | undefined;
  /** It went to somebody, and neither to her nor to a group. */
  readonly isToOthers: boolean;
  /** A call that the source calls neither missed nor unanswered. */
  readonly isTaken: boolean;
  readonly earliest: Instant;
  readonly latest: Instant;
  /** The other readings of its time, as its record has them; see `When`. */
  readonly or: readonly Interval[] | undefined;
  /** Day of `earliest` in the chosen reading (day first, where the order of day and month is open). */
  readonly day: number;
  /** First day on which it can have happened, over all readings. */
  readonly firstDay: number;
  /** Last day on which it can have happened, over all readings. */
  readonly lastDay: number;
  /** It happened on one of several days (her own account: "one day in May"), so that no day may count it. */
  readonly isStretch: boolean;
  /** Its date lies before 1990 or after the import, or is not known (`isUndated`): no day, night or hour counts it. */
  readonly isFar: boolean;
  /** She does not know when it happened: any time before she wrote it down. */
  readonly isUndated: boolean;
  /** What is doubtful about how it was read; see `sayDoubts`. */
  readonly doubts: DoubtBits;
  /** Hour on her wall, 0–23; undefined when the record leaves more than one open. */
  readonly hour: number | undefined;
  /** Between midnight and 5, under every reading, some or none. */
  readonly night: Answer;
}

/** A time given in more than this many days is a stretch of time, not a day: drawn soft and never counted on a day. */
const mostDaysPlaced = 2;

/** What is read of a timeline in one walk, while each act is at hand. */
interface Walked {
  readonly placed: readonly PlacedAct[];
  /** The time that each file covers, by the hash of its bytes; see `fileSpans`. */
  readonly spans: ReadonlyMap<string, Interval>;
  /** By the same hash, the lanes of which a file holds an act of theirs, or of hers to them, that a file and not she wrote down. */
  readonly lanesByFile: ReadonlyMap<string, ReadonlySet<LaneId>>;
  /** The lanes with any such act, her own account too. */
  readonly lanes: ReadonlySet<LaneId>;
  /** The first instant at which the files can show an identity, whoever acted; one object of a source after the other. */
  readonly firstShown: ReadonlyMap<Identity, Instant>;
}

/** Every act of a timeline on her calendar, in the order of the timeline. */
export function placedActs(timeline: Timeline, statement: Statement): readonly PlacedAct[] {
  return walkActs(timeline, statement).placed;
}

/** Reads a timeline once. */
export const walkActs: (timeline: Timeline, statement: Statement) => Walked = memoize((timeline, statement) => {
  const { acts, coverage } = timeline;
  const whoseIs = createWhose(statement);
  const isToOthers = createIsToOthers(timeline, statement);
  const named = createNamedTo(statement);
  const gathered = gatherFileSpans(coverage);
  const lanesByFile = new Map<string, Set<LaneId>>();
  const lanes = new Set<LaneId>();
  const firstShown = new Map<Identity, Instant>();
  const { zone } = statement;
  const placed = acts.map((act) => {
    const whose = whoseIs(act);
    const one = placeAct(act, { whose, isToOthers: isToOthers(act), zone });
    gathered.see(act);
    const at = firstInstantOf(one);
    showAt(firstShown, one.from, at);
    for (const identity of act.to) showAt(firstShown, identity, at);
    if (!isTheirs(whose) && (whose !== "hers" || !act.to.some((identity) => named(identity) === "theirs"))) return one;
    lanes.add(one.lane);
    if (one.grade === "own-account" || one.grade === "check") return one;
    for (const { sha256 } of act.sources) {
      const seen = lanesByFile.get(sha256);
      if (seen) seen.add(one.lane);
      else lanesByFile.set(sha256, new Set([one.lane]));
    }
    return one;
  });
  return { placed, spans: gathered.spans(), lanesByFile, lanes, firstShown };
});

function showAt(firstShown: Map<Identity, Instant>, identity: Identity, at: Instant): void {
  const first = firstShown.get(identity);
  if (first === undefined || at < first) firstShown.set(identity, at);
}

function placeAct(act: TimelineAct, { whose, isToOthers, zone }: { whose: Whose; isToOthers: boolean; zone: Zone }): PlacedAct {
  const { id, from, grade, when, kind, channel, subject, versionOf, flags, entry } = act;
  const text = entry === undefined ? act.text : wordsOfEntry(act.text, entry);
  const isUndated = flags.includes("time-not-known");
  const isOfWriting = flags.includes("time-of-writing");
  const { earliest, latest, or } = when;
  const wall = wallMsAt(zone, earliest);
  const lastWall = wallMsAt(zone, latest);
  const day = Math.floor(wall / msPerDay);
  const ownLastDay = Math.floor(lastWall / msPerDay);
  let firstDay = day;
  let lastDay = ownLastDay;
  let night = isNight(wall, lastWall);
  if (or !== undefined) {
    for (const reading of or) {
      firstDay = Math.min(firstDay, dayIn(zone, reading.earliest));
      lastDay = Math.max(lastDay, dayIn(zone, reading.latest));
      if (isNight(wallMsAt(zone, reading.earliest), wallMsAt(zone, reading.latest)) !== night) night = "perhaps";
    }
  }
  const isStretch = isUndated || ownLastDay - day >= mostDaysPlaced;
  // The autumn hour, which comes twice, is one hour on the wall.
  const isOneHour = !isOfWriting && latest - earliest < 2 * msPerHour && hourOfWall(wall) === hourOfWall(lastWall);
  return {
    act,
    id,
    from,
    grade,
    whose,
    lane: laneOf(act),
    kind,
    earliest,
    latest,
    or,
    day,
    firstDay,
    lastDay,
    isStretch,
    isFar: isUndated || flags.includes("far-date"),
    isUndated,
    doubts: doubtsOf(act, isStretch),
    hour: isOneHour ? hourOfWall(wall) : undefined,
    // The hour at which she wrote says nothing of the hour at which it happened.
    night: isOfWriting ? "perhaps" : night,
    channel,
    text,
    subject,
    versionOf,
    isToOthers,
    isTaken: kind === "call" && !flags.includes("missed") && !flags.includes("unanswered"),
  };
}

/** All that she wrote of it, with what she added later. */
function wordsOfEntry(text: string | null, { added = [] }: OwnEntry): string | null {
  const more = added.flatMap(({ words }) => words ?? []);
  return more.length === 0 ? text : [text ?? "", ...more].join("\n");
}

const idsByList = new WeakMap<readonly PlacedAct[], readonly ActId[]>();

/** Ids for a finding, in the order given: the order of time. Several findings rest on one list, which is walked once. */
export function idsOf(acts: readonly PlacedAct[]): readonly ActId[] {
  let ids = idsByList.get(acts);
  if (ids === undefined) idsByList.set(acts, (ids = acts.map(({ id }) => id)));
  return ids;
}

/** The act that is the last of these, by its first instant; one that is a stretch is none. */
export function lastOf(acts: readonly PlacedAct[]): PlacedAct | undefined {
  return acts
    .filter(({ isStretch }) => !isStretch)
    .reduce<PlacedAct | undefined>((latest, one) => (latest !== undefined && latest.earliest > one.earliest ? latest : one), undefined);
}
