import {
  type ActId,
  type Grade,
  type Identity,
  type Instant,
  type Interval,
  type Kind,
  type Statement,
  type Timeline,
  type TimelineAct,
  type Whose,
  type Zone,
  createWhose,
  msPerDay,
  msPerHour,
  wallMsAt,
  laneOf,
  dayIn,
  type LaneId,
} from "@unmask/core";
import { type DoubtBits, doubtsOf } from "./doubt.ts";
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
  /** Its date lies before 1990 or after the import. */
  readonly isFar: boolean;
  /** What is doubtful about how it was read; see `sayDoubts`. */
  readonly doubts: DoubtBits;
  /** Hour on her wall, 0–23; undefined when the record leaves more than one open. */
  readonly hour: number | undefined;
  /** Between midnight and 5, under every reading, some or none. */
  readonly night: Answer;
}

/** A time given in more than this many days is a stretch of time, not a day: drawn soft and never counted on a day. */
const mostDaysPlaced = 2;

/** Every act of a timeline on her calendar, in the order of the timeline. */
export const placedActs: (timeline: Timeline, statement: Statement) => readonly PlacedAct[] = memoize(({ acts }, statement) => {
  const whoseIs = createWhose(statement);
  return acts.map((act) => placeAct(act, whoseIs(act), statement.zone));
});

function placeAct(act: TimelineAct, whose: Whose, zone: Zone): PlacedAct {
  const { id, from, grade, when, kind } = act;
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
  const isStretch = ownLastDay - day >= mostDaysPlaced;
  // The autumn hour, which comes twice, is one hour on the wall.
  const isOneHour = latest - earliest < 2 * msPerHour && hourOfWall(wall) === hourOfWall(lastWall);
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
    isFar: act.flags.includes("far-date"),
    doubts: doubtsOf(act, isStretch),
    hour: isOneHour ? hourOfWall(wall) : undefined,
    night,
  };
}

/** Ids for a finding, in the order given: the order of time. */
export function idsOf(acts: readonly PlacedAct[]): readonly ActId[] {
  return acts.map(({ id }) => id);
}
