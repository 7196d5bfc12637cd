import { type Instant, civilFromDays, dayIn, daysFromCivil, isoWeekday, parseCivilDay } from "@unmask/core";
import { sayShortMonth } from "@unmask/words";
import { zone } from "./say-when.ts";

/** Weeks that a strip shows: eighteen months, in which a course of conduct can be seen before a word is read. */
export const weeksShown = 78;

/** The weeks of a strip: the newest is the week of now. Weeks are counted, so that a year's end is no gap. */
export interface WeekAxis {
  /** The count of the oldest week shown. */
  readonly first: number;
  /** "Jun 25 to Nov 26". */
  readonly says: string;
}

/** The axis of every strip on the screen at hand. */
export function weekAxis(now: Instant): WeekAxis {
  const last = weekOfDay(dayIn(zone, now));
  const first = last - weeksShown + 1;
  const monthOf = (week: number): string => {
    const { year, month } = civilFromDays(week * 7 + mondayOfFirstWeek);
    return `${sayShortMonth(month)} ${String(year % 100).padStart(2, "0")}`;
  };
  return { first, says: `${monthOf(first)} to ${monthOf(last)}` };
}

/** Day 4 counted from 1970-01-01 is the first Monday. */
const mondayOfFirstWeek = 4;

function weekOfDay(day: number): number {
  return Math.floor((day - mondayOfFirstWeek) / 7);
}

/** The count of the week in which a civil day lies; undefined for any other text. */
export function countOfDay(written: string): number | undefined {
  const day = parseCivilDay(written);
  return day === undefined ? undefined : weekOfDay(daysFromCivil(day));
}

/** `2026-W48` as a count of weeks; undefined for any other text. */
export function countOfWeek(written: string): number | undefined {
  const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(written) ?? [];
  if (year === undefined || week === undefined) return undefined;
  // The week of 4 January is the first (ISO 8601).
  const fourth = daysFromCivil({ year: Number(year), month: 1, day: 4 });
  return weekOfDay(fourth - isoWeekday(fourth) + 1) + Number(week) - 1;
}
