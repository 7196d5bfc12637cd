import { type Instant, civilFromDays, civilToIso, daysFromCivil, dayIn, parseCivilDay } from "@unmask/core";
import { triggerInWords } from "@unmask/case";
import { sayShortDay } from "@unmask/words";
import { zone } from "./say-when.ts";

/** "Tue 24 Nov 2026" of `2026-11-24`; the text itself where it is no day. */
export function sayCivilDay(written: string): string {
  const day = parseCivilDay(written);
  return day === undefined ? written : sayShortDay(daysFromCivil(day));
}

/** The same words, with each civil day in them as people say it. */
export function sayDaysIn(words: string): string {
  return words.replace(/\b\d{4}-\d{2}-\d{2}\b/g, sayCivilDay);
}

/** What a duty runs from, or that it did not happen yet. */
export function sayTrigger(trigger: string): string {
  return sayDaysIn(triggerInWords(trigger));
}

/** `2026-11-24`: the civil day of an instant, in London. */
export function todayIn(now: Instant): string {
  return civilToIso(civilFromDays(dayIn(zone, now)));
}

/** How many days after today: 0 today, 1 tomorrow, below 0 over; undefined where it is no day. */
export function daysUntil(written: string, now: Instant): number | undefined {
  const day = parseCivilDay(written);
  return day === undefined ? undefined : daysFromCivil(day) - dayIn(zone, now);
}
