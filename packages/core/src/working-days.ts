import type { FreeDays } from "./clock-rule.ts";
import { civilFromDays, civilToIso, isoWeekday } from "./instant.ts";

/** ISO 8601. */
const saturday = 6;

/**
 * The `count`-th working day after a day (counted from 1970-01-01), the next working day being the first: so an event on a free day counts as
 * if it were on the last working day before. Undefined where the table does not hold a day that is needed, the day of the event among them.
 */
export function workingDayAfter(day: number, count: number, free: FreeDays): number | undefined {
  if (!isInTable(day, free)) return undefined;
  const holidays = new Set(free.holidays);
  let at = day;
  for (let left = count; left > 0;) {
    at += 1;
    if (!isInTable(at, free)) return undefined;
    if (isoWeekday(at) < saturday && !holidays.has(civilToIso(civilFromDays(at)))) left -= 1;
  }
  return at;
}

function isInTable(day: number, { years: [first, last] }: FreeDays): boolean {
  const { year } = civilFromDays(day);
  return year >= first && year <= last;
}
