import { type CivilDay, type Instant, type WallTime, daysFromCivil, isRealDay, isRealWallTime, later } from "./instant.ts";
import { type Interval, type Zone, readWallTime, startOfDay } from "./zone.ts";
import type { Flag } from "./flag.ts";

/**
 * When something happened: what the source wrote, on whose clock, and the instants it can mean.
 * See `../../../docs/formats/act.md`.
 */
export interface When {
  /** The stamp exactly as the source wrote it, invisible marks included. */
  readonly wrote: string;
  /** Name of the zone the stamp was read in: "UTC" or "+01:00" when the source says so, else the zone that the person stated. */
  readonly zone: string;
  /** First instant it can mean. Where two readings are possible, of the chosen one (day first); see `or`. */
  readonly earliest: Instant;
  /** Last instant it can mean, inclusive: `earliest` + the written precision, more where the clock repeated an hour. */
  readonly latest: Instant;
  /** The other readings, where the date can be read in more than one order. */
  readonly or?: readonly Interval[];
}

/** The order of day, month and year in a written date. */
export type DateOrder = (typeof dateOrders)[number];
/** The orders that people write in. */
export const dateOrders = ["dmy", "mdy", "ymd"] as const;

/** A `When` together with the flags that its reading raised. */
export interface FlaggedWhen {
  readonly when: When;
  readonly flags: readonly Flag[];
}

/** The instants that a time can mean, by whatever carries them. */
export type Meanings = Interval & { readonly or?: readonly Interval[] | undefined };

/** From the first to the last instant that it can mean, over all readings. */
export function spanOf(when: Meanings): Interval {
  return { earliest: firstInstantOf(when), latest: lastInstantOf(when) };
}

/** The first instant that it can mean, over all readings. */
export function firstInstantOf({ earliest, or }: Meanings): Instant {
  let first = earliest;
  if (or !== undefined) for (const one of or) if (one.earliest < first) first = one.earliest;
  return first;
}

/** The last instant that it can mean, over all readings. */
export function lastInstantOf({ latest, or }: Meanings): Instant {
  let last = latest;
  if (or !== undefined) for (const one of or) if (one.latest > last) last = one.latest;
  return last;
}

/** A stamp that is an instant already (epoch milliseconds or seconds, ISO with Z). `precision` in milliseconds: 1 or 1000. */
export function whenFromInstant(wrote: string, instant: Instant, precision: number): When {
  return { wrote, zone: "UTC", earliest: instant, latest: later(instant, precision - 1) };
}

/**
 * A stamp that is a wall time. Undefined when no such time exists on any wall (31/02, 25:61): the caller reports it as unread.
 * `others` are further readings of the same stamp (another date order); unreal ones are left out.
 */
export function whenFromWall(wrote: string, wall: WallTime, zone: Zone, others: readonly WallTime[] = []): FlaggedWhen | undefined {
  if (!isRealWallTime(wall)) return undefined;
  const { interval, flags } = intervalOfWall(wall, zone);
  const or = others.filter(isRealWallTime).map((other) => intervalOfWall(other, zone).interval);
  return {
    when: { wrote, zone: zone.name, earliest: interval.earliest, latest: interval.latest, ...(or.length > 0 ? { or } : {}) },
    flags,
  };
}

/**
 * A stamp that is a day without a time: any instant of that day on the wall of the zone. Undefined when there is no such day (31/02).
 * `others` are further readings of the same stamp (another date order); unreal ones are left out.
 */
export function whenFromDay(wrote: string, day: CivilDay, zone: Zone, others: readonly CivilDay[] = []): FlaggedWhen | undefined {
  if (!isRealDay(day)) return undefined;
  const or = others.filter(isRealDay).map((other) => intervalOfDay(other, zone));
  return { when: { wrote, zone: zone.name, ...intervalOfDay(day, zone), ...(or.length > 0 ? { or } : {}) }, flags: none };
}

function intervalOfDay(day: CivilDay, zone: Zone): Interval {
  const days = daysFromCivil(day);
  return { earliest: startOfDay(days, zone), latest: later(startOfDay(days + 1, zone), -1) };
}

const none: readonly Flag[] = [];
const twice: readonly Flag[] = ["time-twice"];
const never: readonly Flag[] = ["time-never"];

function intervalOfWall(wall: WallTime, zone: Zone): { interval: Interval; flags: readonly Flag[] } {
  const reading = readWallTime(wall, zone);
  switch (reading.happened) {
    case "once":
      return { interval: reading.interval, flags: none };
    case "twice":
      return { interval: { earliest: reading.intervals[0].earliest, latest: reading.intervals[1].latest }, flags: twice };
    case "never":
      return { interval: reading.interval, flags: never };
  }
}
