import {
  type CivilDay,
  type Instant,
  type When,
  type Zone,
  civilFromDays,
  dayIn,
  isoWeekday,
  msPerHour,
  msPerMinute,
  utcMsToWall,
  wallMsAt,
} from "@unmask/core";
import { englishDays } from "./english.ts";
import type { DayWords } from "./language.ts";
import { sayCount } from "./numbers.ts";

/** A day is a whole number of days from 1970-01-01, or a civil day; a month is 1 to 12, a weekday 1 (Monday) to 7. */

/** "3 March 2026". */
export function sayDay(days: number, language: DayWords = englishDays): string {
  return sayCivilDay(civilFromDays(days), language);
}

/** "3 March 2026" of a civil day. */
function sayCivilDay({ year, month, day }: CivilDay, language: DayWords = englishDays): string {
  return language.day(day, sayMonthName(month, language), year);
}

/** "3 March", of any year. */
export function sayDayOfYear({ month, day }: Pick<CivilDay, "month" | "day">, language: DayWords = englishDays): string {
  return language.day(day, sayMonthName(month, language));
}

/** "Tuesday 3 March 2026". */
export function sayWeekday(days: number, language: DayWords = englishDays): string {
  return language.onWeekday(language.weekdays[isoWeekday(days) - 1] ?? "", sayDay(days, language));
}

/** "Tue 3 March 2026": for a list that she reads day by day. */
export function sayBriefWeekday(days: number, language: DayWords = englishDays): string {
  return language.onWeekday(sayShortWeekday(isoWeekday(days), language), sayDay(days, language));
}

/** "Tue 3 Mar 2026": for a margin and for small print. */
export function sayShortDay(days: number, language: DayWords = englishDays): string {
  const { year, month, day } = civilFromDays(days);
  return language.onWeekday(sayShortWeekday(isoWeekday(days), language), language.day(day, sayShortMonth(month, language), year));
}

/** "Tue". */
export function sayShortWeekday(weekday: number, { shortWeekdays }: DayWords = englishDays): string {
  return shortWeekdays[weekday - 1] ?? "";
}

/** "March 2026". */
export function sayMonth(year: number, month: number, language: DayWords = englishDays): string {
  return language.month(sayMonthName(month, language), year);
}

/** "Mar". */
export function sayShortMonth(month: number, { shortMonths }: DayWords = englishDays): string {
  return shortMonths[month - 1] ?? "";
}

/** "Mar 2026". */
export function sayShortMonthOf(year: number, month: number, language: DayWords = englishDays): string {
  return language.month(sayShortMonth(month, language), year);
}

/** "on 3 March 2026", "between 3 March and 9 June 2026", "between 3 December 2025 and 9 June 2026". */
export function sayBetween(first: number, last: number, language: DayWords = englishDays): string {
  return first === last ? language.on(sayDay(first, language)) : language.between(sayStart(first, last, language), sayDay(last, language));
}

/** "3 March 2026", "3 March to 9 June 2026". */
export function sayRange(first: number, last: number, language: DayWords = englishDays): string {
  return first === last ? sayDay(first, language) : language.range(sayStart(first, last, language), sayDay(last, language));
}

/** "02:14" on the wall of a zone. */
export function sayClock(instant: Instant, zone: Zone, language: DayWords = englishDays): string {
  const { hour, minute } = utcMsToWall(wallMsAt(zone, instant));
  return language.clock(hour, minute);
}

/** "02:14:05" on the wall of a zone. */
export function sayExactClock(instant: Instant, zone: Zone, language: DayWords = englishDays): string {
  const { hour, minute, second } = utcMsToWall(wallMsAt(zone, instant));
  return language.clock(hour, minute, second);
}

/** "Wednesday 25 November 2026, 02:41" on the wall of a zone. */
export function sayMoment(instant: Instant, zone: Zone, language: DayWords = englishDays): string {
  return language.moment(sayWeekday(dayIn(zone, instant), language), sayClock(instant, zone, language));
}

/** What came less than so many hours before has its age in hours. */
const hoursTold = 24;

/** How old something is, in words and in days of the calendar. */
export interface Age {
  /** "3 hours", "5 minutes", "2 days". */
  readonly says: string;
  /** It is so young, and its minute so well known, that hours or minutes are told. */
  readonly isExact: boolean;
  readonly days: number;
}

/**
 * How old what came is at a moment: in hours or minutes under a day where its minute is known, else in days of the calendar, so that every place of a
 * paper says one age of one act; by days alone where the order of day and month is open. Undefined where it is dated after the moment, if by a minute: a clock was ahead.
 */
export function sayAge(
  { earliest, latest }: Pick<When, "earliest" | "latest">,
  at: Instant,
  zone: Zone,
  isOrderOpen: boolean = false,
): Age | undefined {
  const days = dayIn(zone, at) - dayIn(zone, earliest);
  const hours = Math.floor((at - earliest) / msPerHour);
  if (!isOrderOpen && latest - earliest < msPerMinute && latest <= at && hours < hoursTold) {
    const says = hours < 1 ? sayCount(Math.floor((at - earliest) / msPerMinute), "minute") : sayCount(hours, "hour");
    return { says, isExact: true, days };
  }
  return earliest > at ? undefined : { says: sayCount(days, "day"), isExact: false, days };
}

/** The first day of a stretch; its year is left out where the last day says it. */
function sayStart(first: number, last: number, language: DayWords): string {
  const { year, month, day } = civilFromDays(first);
  return year === civilFromDays(last).year ? sayDayOfYear({ month, day }, language) : sayDay(first, language);
}

function sayMonthName(month: number, { months }: DayWords): string {
  return months[month - 1] ?? String(month);
}
