import { type Instant, civilFromDays, civilToIso, dayIn, daysFromCivil, instantFromIso } from "@unmask/core";
import { readClock, readDeviceZone } from "@unmask/fittings-browser";
import { sayClock, sayDay, sayWeekday } from "@unmask/words";

/** Moments and days of the worker in words, by the clock and the zone of this device. */

/** "21:52" of `2026-10-04T20:52:05.123Z`. */
export function clockOf(at: string): string {
  const instant = instantFromIso(at);
  return instant === undefined ? "" : sayClock(instant, readDeviceZone());
}

/** "Sunday 4 October 2026" of `2026-10-04T20:52:05.123Z`. */
export function weekdayOf(at: string): string {
  const instant = instantFromIso(at);
  return instant === undefined ? "" : sayWeekday(dayIn(readDeviceZone(), instant));
}

/** "4 October 2026" of `2026-10-04`. */
export function dayOf(day: string): string {
  const [year = 1970, month = 1, ofMonth = 1] = day.split("-").map(Number);
  return sayDay(daysFromCivil({ year, month, day: ofMonth }));
}

/** Now: "4 October 2026", "4 October 2026, 21:52" and `2026-10-04`. */
export function momentNow(): { readonly day: string; readonly moment: string; readonly iso: string } {
  const now = readClock();
  const zone = readDeviceZone();
  const days = dayIn(zone, now);
  const day = sayDay(days);
  return { day, moment: `${day}, ${sayClock(now, zone)}`, iso: civilToIso(civilFromDays(days)) };
}

/** `2026-10-04` of a moment. */
function isoDayOf(instant: Instant): string {
  return civilToIso(civilFromDays(dayIn(readDeviceZone(), instant)));
}

/** `2026-10-04` of `2026-10-04T20:52:05.123Z`. */
export function dayOfMoment(at: string): string {
  const instant = instantFromIso(at);
  return instant === undefined ? at.slice(0, 10) : isoDayOf(instant);
}
