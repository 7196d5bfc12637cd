import { type Instant, civilFromDays, civilToIso } from "@unmask/core";
import { londonDay } from "../clock/london.ts";

/** The civil day of an instant in London: "2026-11-27". */
export function isoDay(instant: Instant): string {
  return civilToIso(civilFromDays(londonDay(instant)));
}
