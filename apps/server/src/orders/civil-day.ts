import { type Instant, civilFromDays, civilToIso } from "@unmask/core";
import { londonDay } from "@unmask/case";

/** The civil day of London at an instant, "2026-12-01". */
export function civilDay(now: Instant): string {
  return civilToIso(civilFromDays(londonDay(now)));
}
