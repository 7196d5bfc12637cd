import { type Instant, civilFromDays, civilToIso, daysFromCivil, parseCivilDay } from "@unmask/core";
import { londonDay } from "@unmask/case";

/** The civil day of London at an instant, "2026-12-01". */
export function civilDay(now: Instant): string {
  return civilToIso(civilFromDays(londonDay(now)));
}

/** So many days later; earlier where `days` is below 0. Throws for what is no day. */
export function addDaysToCivil(day: string, days: number): string {
  const civil = parseCivilDay(day);
  if (civil === undefined) throw new Error("no civil day");
  return civilToIso(civilFromDays(daysFromCivil(civil) + days));
}
