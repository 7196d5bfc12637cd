import { t } from "@lingui/core/macro";
import {
  type CivilDay,
  type Instant,
  type Written,
  civilToIso,
  dayIn,
  daysFromCivil,
  instantToIso,
  parseZone,
  zoneOfOffset,
} from "@unmask/core";
import { sayBriefWeekday, sayClock } from "@unmask/words";
import type { WritingAt } from "./told-in.ts";

/** Moments and days in her words, by the device's clock and in its zone. */

/** The minute that the device's clock shows, and its zone. */
export function writingNow(): WritingAt {
  const now = new Date();
  return {
    now: { ...dayOf(now), hour: now.getHours(), minute: now.getMinutes() },
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

/** "today, 21:15", "yesterday, 16:02", "Sat 3 October 2026, 16:02". */
export function sayMomentHere(moment: string | Instant): string {
  const date = dateOf(moment);
  const clock = [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
  const day = sayDayHere(moment);
  return t`${day}, ${clock}`;
}

/** "today", "yesterday", "Sat 3 October 2026". */
export function sayDayHere(moment: string | Instant): string {
  const days = daysFromCivil(dayOf(dateOf(moment)));
  const ago = todayHere() - days;
  if (ago === 0) return t`today`;
  return ago === 1 ? t`yesterday` : sayBriefWeekday(days);
}

/** Days from 1970-01-01 on the device's calendar. */
export function todayHere(): number {
  return daysFromCivil(dayOf(new Date()));
}

/** The day of a moment as `2026-10-04`. */
export function dayHere(moment: string | Instant): string {
  return civilToIso(dayOf(dateOf(moment)));
}

/** "Sun 4 October 2026, 21:15": when a line was written, in the zone in which it was. */
export function sayWritten({ at, zone: name }: Pick<Written, "at" | "zone">): string {
  const zone = parseZone(name) ?? zoneOfOffset(0);
  const [day, clock] = [sayBriefWeekday(dayIn(zone, at)), sayClock(at, zone)];
  return t`${day}, ${clock}`;
}

const dayOf = (date: Date): CivilDay => ({ year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() });

const dateOf = (moment: string | Instant): Date => new Date(typeof moment === "string" ? moment : instantToIso(moment));
