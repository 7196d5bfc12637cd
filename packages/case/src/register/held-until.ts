import type { Instant, RegisterLaw } from "@unmask/core";
import { endOfDay, londonDay } from "../clock/london.ts";
import type { OrderState } from "../fold/order-state.ts";
import { endsOf } from "../order/stood-on.ts";
import { dayNumber } from "./day-number.ts";
import type { DutiesFile, OrderDays, RegisterEvent } from "./duties-file.ts";
import { dutiesFilesOf } from "./duties-of-state.ts";
import { type ReminderSettings, remindersDue } from "./reminders.ts";

/**
 * Until when what was worked out of a file at an instant holds, if nothing more is written: the next instant at which time alone can change a state.
 * Between two of them no day of the file and no end of a period that runs from one is passed. Null: nothing changes any more.
 */
export function heldUntil({ order, events }: DutiesFile, { days: period }: RegisterLaw, at: Instant): Instant | null {
  const all = [...events, ...(order.replaces?.events ?? [])];
  const days = [...daysOf(order), ...(order.replaces ? daysOf(order.replaces) : []), order.inForce, ...all.flatMap(daysOfEvent)];
  const known = days.flatMap((day) => (typeof day === "number" ? [day] : []));
  const today = londonDay(at);
  // Each day begins, ends, and ends each period that can run from it: a day is passed when it is the day before, too. Days end in their order.
  const passed = known.flatMap((day) => Array.from({ length: period + 1 }, (_, after) => day - 1 + after)).filter((day) => day >= today);
  const hours = all.flatMap(({ instant }) => instant ?? []).filter((one) => one > at);
  return leastOf([...hours, ...firstEnd(passed)]);
}

/** The first instant after the earliest of these days; none where there is no day. */
function firstEnd(days: readonly number[]): readonly Instant[] {
  const first = days.reduce<number | undefined>((least, day) => (least === undefined || day < least ? day : least), undefined);
  return first === undefined ? [] : [endOfDay(first)];
}

function leastOf(instants: readonly Instant[]): Instant | null {
  return instants.reduce<Instant | null>((least, one) => (least === null || one < least ? one : least), null);
}

function daysOf({ made, until }: OrderDays): readonly (number | null)[] {
  return [made, until];
}

function daysOfEvent({ day, found, to, until }: RegisterEvent): readonly (number | null | undefined)[] {
  return [day, found, to, until];
}

/**
 * The same of an order as it was written, with its reminders: an instant that is not later than `at` means that a reminder is due and was not given.
 */
export function orderHeldUntil(state: OrderState, law: RegisterLaw, settings: ReminderSettings, at: Instant): Instant | null {
  if (remindersDue(state, law, settings, at).length > 0) return at;
  const ofDuties = dutiesFilesOf(state).flatMap((file) => heldUntil(file, law, at) ?? []);
  const today = londonDay(at);
  const later = reminderDays(state, settings)
    .map((day) => day - 1)
    .filter((day) => day >= today);
  return leastOf([...ofDuties, ...firstEnd(later)]);
}

/** Days on which a reminder of an end, or of what was kept open, falls due. */
function reminderDays(state: OrderState, { beforeEnd }: ReminderSettings): readonly number[] {
  const { orders, settledDuties, breaches } = state;
  const ends = orders.flatMap((order) => endsOf(order, state));
  const again = [
    ...settledDuties.map((one) => one.again),
    ...breaches.flatMap(({ keptOpen, decisions }) => [...keptOpen.map((one) => one.again), ...decisions.map(({ until }) => until)]),
  ];
  return [
    ...ends.flatMap(({ last }) => beforeEnd.map((days) => dayNumber(last) - days)),
    ...again.flatMap((day) => (day === undefined ? [] : dayNumber(day))),
  ];
}
