/**
 * Instants and civil days without the ambient clock: a room has no `Date`.
 *
 * Days are counted from 1970-01-01 in the proleptic Gregorian calendar. The arithmetic shifts the year to start in March, so that the leap
 * day is the last of the year and months follow the pattern 31 30 31 30 31.
 */

/** Milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted (POSIX). */
export type Instant = number & { readonly brand: "Instant" };

/** A day of the Gregorian calendar as somebody wrote it: month 1–12, day 1–31. Not necessarily a day that exists: see `isRealDay`. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A time on somebody's wall. `second` is absent when the source did not write seconds: precision is data. */
export interface WallTime extends CivilDay {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
  /** 0–999, absent when not written. */
  readonly millisecond?: number;
}

/** Milliseconds in a minute. */
export const msPerMinute = 60_000;
/** Milliseconds in an hour. */
export const msPerHour = 3_600_000;
/** Milliseconds in a day of 24 hours; a civil day in a zone with summer time can have 23 or 25. */
export const msPerDay = 86_400_000;

/** Largest instant that an ISO 8601 year of four digits can hold: 9999-12-31T23:59:59.999Z. */
const maxInstant = 253_402_300_799_999;

/** Brands a number of milliseconds. Undefined when it is no whole number or lies outside the years 0001–9999. */
export function parseInstant(ms: number): Instant | undefined {
  return Number.isSafeInteger(ms) && ms <= maxInstant && ms >= -62_135_596_800_000 ? (ms as Instant) : undefined;
}

/** 1970-01-01T00:00:00Z, from which instants are counted. */
export const epoch = 0 as Instant;

/**
 * The instant that lies `ms` milliseconds after another; before it when negative. Arithmetic beside an instant that was checked stays beside
 * it, so it is not checked again: `later(startOfDay, -1)` is the last instant of the day before, even at the edge of the calendar.
 */
export function later(instant: Instant, ms: number): Instant {
  return (instant + ms) as Instant;
}

/** Days from 1970-01-01 to a day of the Gregorian calendar. */
export function daysFromCivil({ year, month, day }: CivilDay): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

/** The day of the Gregorian calendar that lies `days` after 1970-01-01. */
export function civilFromDays(days: number): CivilDay {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** 1 = Monday … 7 = Sunday (ISO 8601) of a day counted from 1970-01-01, which was a Thursday. */
export function isoWeekday(days: number): number {
  return ((((days + 3) % 7) + 7) % 7) + 1;
}

/** Whether a written day exists: 31/02 and 29/02/2025 do not. Never rolled to another day. */
export function isRealDay({ year, month, day }: CivilDay): boolean {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return false;
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= daysInMonth(year, month);
}

/** 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether a written wall time exists in some zone: real day, 00:00:00 to 23:59:59 (a leap second 60 is refused: no export writes one). */
export function isRealWallTime(wall: WallTime): boolean {
  const { hour, minute, second = 0, millisecond = 0 } = wall;
  return isRealDay(wall) && inRange(hour, 23) && inRange(minute, 59) && inRange(second, 59) && inRange(millisecond, 999);
}

function inRange(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= most;
}

/** The wall time read as if the wall were in UTC, in milliseconds. */
export function wallToUtcMs(wall: WallTime): number {
  return (
    daysFromCivil(wall) * msPerDay + wall.hour * msPerHour + wall.minute * msPerMinute + (wall.second ?? 0) * 1000 + (wall.millisecond ?? 0)
  );
}

/** The wall time that a clock in UTC shows. */
export function utcMsToWall(ms: number): Required<WallTime> {
  const days = Math.floor(ms / msPerDay);
  const rest = ms - days * msPerDay;
  // Written out: spreading `civilFromDays` makes this ten times slower, and a long timeline asks a million times.
  const { year, month, day } = civilFromDays(days);
  return {
    year,
    month,
    day,
    hour: Math.floor(rest / msPerHour),
    minute: Math.floor(rest / msPerMinute) % 60,
    second: Math.floor(rest / 1000) % 60,
    millisecond: rest % 1000,
  };
}

/** How many milliseconds a wall time spans: the precision that was written. `21:15` is any instant of that minute. */
export function precisionMs(wall: WallTime): number {
  if (wall.millisecond !== undefined) return 1;
  return wall.second !== undefined ? 1000 : msPerMinute;
}

/** ISO 8601 in UTC with milliseconds, as every format of ours writes instants: `2026-11-25T13:02:59.000Z`. */
export function instantToIso(instant: Instant): string {
  const w = utcMsToWall(instant);
  return `${pad(w.year, 4)}-${pad(w.month, 2)}-${pad(w.day, 2)}T${pad(w.hour, 2)}:${pad(w.minute, 2)}:${pad(w.second, 2)}.${pad(w.millisecond, 3)}Z`;
}

/** Reads what `instantToIso` writes, in that one spelling; undefined for any other and for a time that does not exist. */
export function instantFromIso(text: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text)) return undefined;
  const stamp = parseIsoStamp(text);
  return stamp && parseInstant(wallToUtcMs(stamp.wall));
}

/** `2026-11-25`. */
export function civilToIso({ year, month, day }: CivilDay): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Reads `2026-11-25`; undefined when it is not of that form or no such day exists. */
export function parseCivilDay(text: string): CivilDay | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isRealDay(day) ? day : undefined;
}

const isoPattern = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/;

/** What an ISO 8601 stamp says: its wall time and, when written, its offset from UTC in minutes. */
export interface IsoStamp {
  readonly wall: WallTime;
  readonly offsetMinutes?: number;
}

/** Reads `2022-07-22T19:28:21.5+01:00` and its relatives (blank for T, `UTC` for Z, no zone). Undefined when impossible, never rolled. */
export function parseIsoStamp(text: string): IsoStamp | undefined {
  const match = isoPattern.exec(text.trim());
  if (!match) return undefined;
  const wall: WallTime = {
    year: Number(match[1]),
    month: Number(match[2]),
    day: Number(match[3]),
    hour: Number(match[4]),
    minute: Number(match[5]),
    ...(match[6] === undefined ? {} : { second: Number(match[6]) }),
    ...(match[7] === undefined ? {} : { millisecond: Math.floor(Number(`0.${match[7]}`) * 1000 + 1e-6) }),
  };
  if (!isRealWallTime(wall)) return undefined;
  const zone = match[8];
  if (zone === undefined) return { wall };
  if (zone === "Z" || zone === "UTC") return { wall, offsetMinutes: 0 };
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 23 || minutes > 59) return undefined;
  return { wall, offsetMinutes: (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) };
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
