import { type CivilDay, civilFromDays } from "@unmask/core";

/**
 * Years that are not Gregorian: Solar Hijri (Persian exports write 13xx or 14xx) and Buddhist (Thai exports write 25xx).
 *
 * Solar Hijri by the 33-year cycle, which agrees with the astronomical calendar for 1178–1633 (CLDR's `persian` is the referee in the test).
 */

/** First and last year that the cycle is right for. */
const firstSolarYear = 1178;
const lastSolarYear = 1633;
/** Days from 1970-01-01 to the day before 1 Farvardin of year 1. */
const epoch = -492_269;

/** The Gregorian day of a Solar Hijri day. Undefined when there is no such day, or its year lies outside 1178–1633. */
export function solarHijriToCivil(year: number, month: number, day: number): CivilDay | undefined {
  if (year < firstSolarYear || year > lastSolarYear || month < 1 || month > 12 || day < 1) return undefined;
  if (day > daysInSolarMonth(year, month)) return undefined;
  const before = month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6;
  return civilFromDays(epoch + 365 * (year - 1) + Math.floor((8 * year + 21) / 33) + before + day);
}

/** The Gregorian year of a year of the Thai Buddhist calendar, whose months and days are the Gregorian ones. */
export function buddhistToGregorianYear(year: number): number {
  return year - 543;
}

function daysInSolarMonth(year: number, month: number): number {
  if (month <= 6) return 31;
  if (month <= 11) return 30;
  return (25 * year + 11) % 33 < 8 ? 30 : 29;
}
