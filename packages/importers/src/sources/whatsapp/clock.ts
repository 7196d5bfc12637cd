import {
  type CivilDay,
  type Flag,
  type Instant,
  type When,
  type Zone,
  daysFromCivil,
  epoch,
  later,
  msPerDay,
  msPerHour,
  msPerMinute,
  offsetAt,
  whenFromWall,
} from "@unmask/core";
import { type DateOrderFinding, type ReadDay, readDay, farDate, type WrittenDate } from "@unmask/formats";

import type { WrittenHeader } from "./header.ts";

/**
 * From the stamp of a header to the instants that it can mean.
 *
 * [Note: Steady days] A chat stays on a day for many messages, and on nearly every day the clock neither jumps nor repeats. So the day is read
 * once, with its distance from UTC when that is the same from some hours before it to some hours after; then a time is two additions. Where the
 * clock changes the hour is looked at in the same way, and the hours near the change go the long way, through `whenFromWall`. The test holds the
 * two ways against each other.
 */

/** What a stamp means. */
export interface ReadStamp {
  readonly when: When;
  readonly flags: readonly Flag[];
  /** The date is only possible in another order than the file's. */
  readonly strayed: boolean;
  /** Flagged `far-date`. */
  readonly far: boolean;
}

/** Reads stamps of one file. What a stamp means is reused, but for its `when`: valid until the next is read. */
export interface Clock {
  /** Undefined when no clock and no calendar has such a time. */
  read(header: WrittenHeader, wrote: string): ReadStamp | undefined;
}

/** What the clock goes by. */
export interface ClockOptions {
  readonly zone: Zone;
  /** False: nobody said so, and every stamp is flagged `zone-assumed`. */
  readonly stated: boolean;
  readonly now: Instant;
  dateOrderOf(style: number): DateOrderFinding;
}

/** A day, or an hour of a day that is not steady. */
interface SteadyTime {
  readonly date: WrittenDate;
  readonly style: number;
  readonly read: ReadDay | undefined;
  /** Undefined: all hours of the day. */
  readonly hour: number | undefined;
  /** UTC of midnight by the offset of this time; undefined where the clock changes in it or within hours of it. */
  readonly midnight: Instant | undefined;
}

const none: readonly Flag[] = [];
const zoneAssumed: readonly Flag[] = ["zone-assumed"];

/** Sets a clock for one file. */
export function createClock({ zone, stated, now, dateOrderOf }: ClockOptions): Clock {
  const usual = stated ? none : zoneAssumed;
  let atHand: SteadyTime | undefined;
  let latest: { -readonly [K in keyof ReadStamp]: ReadStamp[K] } | undefined;

  function read({ stamp, style }: WrittenHeader, wrote: string): ReadStamp | undefined {
    const { date, hour, minute, seconds } = stamp;
    if (hour > 23 || minute > 59 || seconds > 59) return undefined;
    if (!atHand || atHand.date !== date || atHand.style !== style || (atHand.hour !== undefined && atHand.hour !== hour)) {
      atHand = steadyTime({ date, style, read: readDay(date, dateOrderOf(style)) }, hour, zone);
    }
    const { read, midnight } = atHand;
    if (!read) return undefined;
    if (midnight !== undefined && read.other === undefined) {
      const start = later(midnight, hour * msPerHour + minute * msPerMinute + (seconds === -1 ? 0 : seconds * 1000));
      const when = {
        wrote,
        zone: zone.name,
        earliest: start,
        latest: later(start, (seconds === -1 ? msPerMinute : 1000) - 1),
      };
      const far = farDate(when.earliest, now);
      const flags = far.length === 0 ? usual : [...usual, ...far];
      latest ??= { when, flags, strayed: false, far: false };
      latest.when = when;
      latest.flags = flags;
      latest.strayed = read.strayed;
      latest.far = far.length > 0;
      return latest;
    }
    const time = seconds === -1 ? { hour, minute } : { hour, minute, second: seconds };
    const flagged = whenFromWall(wrote, { ...read.day, ...time }, zone, read.other ? [{ ...read.other, ...time }] : []);
    if (!flagged) return undefined;
    const assumed: readonly Flag[] = read.other ? ["date-order-assumed"] : none;
    const far = farDate(flagged.when.earliest, now);
    return {
      when: flagged.when,
      flags: [...flagged.flags, ...usual, ...assumed, ...far],
      strayed: read.strayed,
      far: far.length > 0,
    };
  }

  return { read };
}

/** Spelled out, so that all are objects of one shape: of several the engine is slow to read a field, and these are read for every message. */
function steadyTime({ date, style, read }: Pick<SteadyTime, "date" | "style" | "read">, hour: number, zone: Zone): SteadyTime {
  const midnight = read && steadyMidnight(read.day, { from: 0, to: 24 }, zone);
  if (!read || midnight !== undefined) return { date, style, read, hour: undefined, midnight };
  return { date, style, read, hour, midnight: steadyMidnight(read.day, { from: hour, to: hour + 1 }, zone) };
}

/** Hours around a stretch in which the clock must not change either: more than any change of a clock. */
const margin = 4 * msPerHour;

function steadyMidnight(day: CivilDay, hours: { readonly from: number; readonly to: number }, zone: Zone): Instant | undefined {
  const local = daysFromCivil(day) * msPerDay;
  const start = local + hours.from * msPerHour;
  const offset = offsetAt(zone, start - offsetAt(zone, start));
  const midnight = later(epoch, local - offset);
  const isSteady =
    offsetAt(zone, start - offset - margin) === offset && offsetAt(zone, local + hours.to * msPerHour - offset + margin) === offset;
  return isSteady ? midnight : undefined;
}
