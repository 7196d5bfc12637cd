import { t } from "@lingui/core/macro";
import {
  type Instant,
  type WallTime,
  type Written,
  dayIn,
  instantFromIso,
  parseZone,
  utcMsToWall,
  wallMsAt,
  zoneOfOffset,
} from "@unmask/core";
import { readClock, readDeviceZone } from "@unmask/fittings-browser";
import { sayBriefWeekday, sayClock } from "@unmask/words";
import type { ShownEntry } from "../../vault/protocol.ts";
import type { WritingAt } from "./told-in.ts";

/** Moments and days in her words, by the device's clock and in its zone. */

/** The minute that the device's clock shows, and its zone. */
export function writingNow(): WritingAt {
  const { year, month, day, hour, minute } = wallOf(readClock());
  return { now: { year, month, day, hour, minute }, zone: readDeviceZone().name };
}

/** "today, 21:15", "yesterday, 16:02", "Sat 3 October 2026, 16:02". */
export function sayMomentHere(moment: string | Instant): string {
  const [day, clock] = [sayDayHere(moment), sayClock(instantOf(moment), readDeviceZone())];
  return t`${day}, ${clock}`;
}

/** "today", "yesterday", "Sat 3 October 2026". */
export function sayDayHere(moment: string | Instant): string {
  const days = dayIn(readDeviceZone(), instantOf(moment));
  const ago = todayHere() - days;
  if (ago === 0) return t`today`;
  return ago === 1 ? t`yesterday` : sayBriefWeekday(days);
}

/** Days from 1970-01-01 on the device's calendar. */
export function todayHere(): number {
  return dayIn(readDeviceZone(), readClock());
}

/** "Sun 4 October 2026, 21:15": when a line was written, in the zone in which it was. */
export function sayWritten({ at, zone: name }: Pick<Written, "at" | "zone">): string {
  const zone = parseZone(name) ?? zoneOfOffset(0);
  const [day, clock] = [sayBriefWeekday(dayIn(zone, at)), sayClock(at, zone)];
  return t`${day}, ${clock}`;
}

/** "Written today, 21:15": of an entry of which she does not say when it happened. */
export function sayEntryWritten({ entry, doubts }: Pick<ShownEntry, "entry" | "doubts">): string {
  const moment = sayMomentHere(entry.written.at);
  return doubts.has(entry.counter) ? t`Written ${moment} (not certain)` : t`Written ${moment}`;
}

const wallOf = (instant: Instant): WallTime => utcMsToWall(wallMsAt(readDeviceZone(), instant));

/** The worker writes moments in one spelling alone. */
function instantOf(moment: string | Instant): Instant {
  const read = typeof moment === "string" ? instantFromIso(moment) : moment;
  if (read === undefined) throw new Error("this is no moment of the worker");
  return read;
}
