import type { Instant, RegisterLaw } from "@unmask/core";
import { endOfDay } from "../clock/london.ts";
import type { DutiesFile, OrderDays, RegisterEvent } from "./duties-file.ts";

/**
 * Until when what was worked out of a file at an instant holds, if nothing more is written: the next instant at which time alone can change a state.
 * Between two of them no day of the file and no end of a period that runs from one is passed. Null: nothing changes any more.
 */
export function heldUntil({ order, events }: DutiesFile, { days: period }: RegisterLaw, at: Instant): Instant | null {
  const all = [...events, ...(order.replaces?.events ?? [])];
  const days = [...daysOf(order), ...(order.replaces ? daysOf(order.replaces) : []), order.inForce, ...all.flatMap(daysOfEvent)];
  const known = days.flatMap((day) => (typeof day === "number" ? [day] : []));
  // Each day begins, ends, and ends each period that can run from it: a day is passed when it is the day before, too.
  const midnights = known.flatMap((day) => Array.from({ length: period + 1 }, (_, after) => endOfDay(day - 1 + after)));
  const hours = all.flatMap(({ instant }) => instant ?? []);
  const later = [...midnights, ...hours].filter((one) => one > at);
  return later.reduce<Instant | null>((least, one) => (least === null || one < least ? one : least), null);
}

function daysOf({ made, until }: OrderDays): readonly (number | null)[] {
  return [made, until];
}

function daysOfEvent({ day, found, to, until }: RegisterEvent): readonly (number | null | undefined)[] {
  return [day, found, to, until];
}
