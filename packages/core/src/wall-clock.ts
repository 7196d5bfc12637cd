import { type CivilDay, civilToIso, isRealWallTime, parseCivilDay } from "./instant.ts";
import { type Zone, readWallTime } from "./zone.ts";

/** Days of the week, days, minutes and times of day as her documents write them. */

/** Years of what she states. Another is a slip of the pen (0226 for 2026), after which every act came, and arithmetic on it leaves the calendar. */
const statedYears = { first: 1900, last: 2200 } as const;

/** From Monday. */
export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Weekday = (typeof weekdays)[number];

/** A minute on a wall clock, in the zone of the statement or the report. */
export interface CivilMinute extends CivilDay {
  /** 0–23. */
  readonly hour: number;
  /** 0–59. */
  readonly minute: number;
}

/** Reads a minute written `2026-03-02T09:05`; undefined for any other text, and for a day or an hour that does not exist. */
export function parseCivilMinute(written: string): CivilMinute | undefined {
  const [, date = "", hour = "", minute = ""] = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)$/.exec(written) ?? [];
  const day = parseCivilDay(date);
  if (!day) return undefined;
  const found = { ...day, hour: Number(hour), minute: Number(minute) };
  return isRealWallTime({ ...found, second: 0 }) ? found : undefined;
}

/** Whether she can have meant a year: 1900 to 2200. */
export function isStatedYear(year: number): boolean {
  return year >= statedYears.first && year <= statedYears.last;
}

/** Reads a day that she states; undefined for any other text, a day that does not exist, and a year that she cannot have meant. */
export function parseStatedDay(written: string): CivilDay | undefined {
  const day = parseCivilDay(written);
  return day && isStatedYear(day.year) ? day : undefined;
}

/** The same of a minute. */
export function parseStatedMinute(written: string): CivilMinute | undefined {
  const minute = parseCivilMinute(written);
  return minute && isStatedYear(minute.year) ? minute : undefined;
}

/** Whether a clock on a wall of the zone ever showed the minute: on the night when it goes forward it shows none of the hour that it leaves out. */
export function isOnTheWall(minute: CivilMinute, zone: Zone): boolean {
  return readWallTime({ ...minute, second: 0 }, zone).happened !== "never";
}

/** A minute as `2026-03-02T09:05`. */
export function minuteToText({ hour, minute, ...day }: CivilMinute): string {
  return `${civilToIso(day)}T${clockToText(hour * 60 + minute)}`;
}

/** Minutes from midnight as `09:05`. */
export function clockToText(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}
