import { daysFromCivil, parseCivilDay } from "@unmask/core";
import { sayCount, sayNumber } from "@unmask/words";

/** A civil day as text, in days from 1970-01-01; undefined for what is none. */
export function dayOf(written: string): number | undefined {
  const civil = parseCivilDay(written);
  return civil && daysFromCivil(civil);
}

/** The same date so many years later; where that year has no 29 February, 1 March. */
export function yearsLater(written: string, years: number): number | undefined {
  const civil = parseCivilDay(written);
  return civil && daysFromCivil({ ...civil, year: civil.year + years });
}

/** The last day of so many years that begin with a day: the day before the same date. */
export function lastDayOfYears(first: string, years: number): number | undefined {
  const after = yearsLater(first, years);
  return after === undefined ? undefined : after - 1;
}

/** Most years that a length is told in. */
const mostYears = 99;

/** "3 years", or "1,190 days": how long from the first to the last day, both counted. */
export function sayLength(first: string, last: string): string {
  const [from = 0, until = 0] = [dayOf(first), dayOf(last)];
  for (let years = 1; years <= mostYears; years++) if (lastDayOfYears(first, years) === until) return sayCount(years, "year");
  return until < from ? "no day" : `${sayNumber(until - from + 1)} ${until === from ? "day" : "days"}`;
}
