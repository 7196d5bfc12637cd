import { type ActId, type Instant, type Interval, type TimelineAct, type Zone, msPerDay, msPerHour, wallMsAt } from "@unmask/core";
import { type Answer, hourOfWall, isNight } from "./night.ts";

/** An act with its place on her calendar. Days are counted from 1970-01-01 in her zone. */
export interface PlacedAct {
  readonly act: TimelineAct;
  /** Day of `earliest` in the chosen reading (day first, where the order of day and month is open). */
  readonly day: number;
  /** First day on which it can have happened, over all readings. */
  readonly firstDay: number;
  /** Last day on which it can have happened, over all readings. */
  readonly lastDay: number;
  /** Hour on her wall, 0–23; undefined when the record leaves more than one open. */
  readonly hour: number | undefined;
  /** Between midnight and 5, under every reading, some or none. */
  readonly night: Answer;
}

/** A time given in more than this many days is a stretch of time, not a day: drawn soft and never counted on a day. */
const mostDaysPlaced = 2;

/** Finds the place of an act on a calendar. */
export function placeAct(act: TimelineAct, zone: Zone): PlacedAct {
  const { when } = act;
  const day = dayOf(when.earliest, zone);
  let firstDay = day;
  let lastDay = dayOf(when.latest, zone);
  let night = isNight(when, zone);
  for (const reading of when.or ?? []) {
    firstDay = Math.min(firstDay, dayOf(reading.earliest, zone));
    lastDay = Math.max(lastDay, dayOf(reading.latest, zone));
    if (isNight(reading, zone) !== night) night = "perhaps";
  }
  return { act, day, firstDay, lastDay, hour: hourOf(when, zone), night };
}

/** The civil day of an instant in a zone, counted from 1970-01-01. */
export function dayOf(instant: Instant, zone: Zone): number {
  return Math.floor(wallMsAt(zone, instant) / msPerDay);
}

/** Whether an act happened in a stretch of time of several days (her own account: "one day in May"), so that no day may count it. */
export function isStretch({ act, day }: PlacedAct, zone: Zone): boolean {
  return dayOf(act.when.latest, zone) - day >= mostDaysPlaced;
}

/** Ids for a finding, in the order given: the order of time. */
export function idsOf(acts: readonly PlacedAct[]): readonly ActId[] {
  return acts.map(({ act }) => act.id);
}

/** The hour on the wall, when earliest and latest agree on it. The autumn hour, which comes twice, is one hour on the wall. */
function hourOf({ earliest, latest }: Interval, zone: Zone): number | undefined {
  const hour = hourOfWall(wallMsAt(zone, earliest));
  return latest - earliest < 2 * msPerHour && hour === hourOfWall(wallMsAt(zone, latest)) ? hour : undefined;
}
