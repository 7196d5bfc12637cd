import { type Instant, civilFromDays, civilToIso, later, msPerDay } from "@unmask/core";

/** The civil day of an instant in UTC, and days after it, as text. */
export function dayAfter(now: Instant, days: number): string {
  return civilToIso(civilFromDays(Math.floor(later(now, days * msPerDay) / msPerDay)));
}
