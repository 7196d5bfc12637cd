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
 * once, with its distance from UTC when that is the same from some hours before it to some hours after; then a time is two additions. Days on
 * which the clock changes go the long way, through `whenFromWall`, and the test holds the two ways against each other.
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

/** Reads stamps of one file. */
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

interface SteadyDay {
  readonly date: WrittenDate;
  readonly style: number;
  readonly read: ReadDay | undefined;
  /** UTC of midnight; undefined where the clock changes on the day or within hours of it. */
  readonly midnight: Instant | undefined;
}

const none: readonly Flag[] = [];
const zoneAssumed: readonly Flag[] = ["zone-assumed"];

/** Sets a clock for one file. */
export function createClock({ zone, stated, now, dateOrderOf }: ClockOptions): Clock {
  const usual = stated ? none : zoneAssumed;
  let today: SteadyDay | undefined;

  function read({ stamp, style }: WrittenHeader, wrote: string): ReadStamp | undefined {
    const { date, hour, minute, seconds } = stamp;
    if (hour > 23 || minute > 59 || seconds > 59) return undefined;
    if (!today || today.date !== date || today.style !== style) {
      const read = readDay(date, dateOrderOf(style));
      today = { date, style, read, midnight: read && steadyMidnight(read.day, zone) };
    }
    const { read, midnight } = today;
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
      return { when, flags: far.length === 0 ? usual : [...usual, ...far], strayed: read.strayed, far: far.length > 0 };
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

/** Hours around a day in which the clock must not change either: more than any change of a clock. */
const margin = 4 * msPerHour;

function steadyMidnight(day: CivilDay, zone: Zone): Instant | undefined {
  const local = daysFromCivil(day) * msPerDay;
  const offset = offsetAt(zone, local - offsetAt(zone, local));
  const midnight = later(epoch, local - offset);
  return offsetAt(zone, midnight - margin) === offset && offsetAt(zone, midnight + msPerDay + margin) === offset ? midnight : undefined;
}
