import type { OrderDays, RegisterEvent } from "./duties-file.ts";

/** How long an order lives and since when it is served, and when another register suspends its duties. Days are counted from 1970-01-01. */

/** The life of an order. */
export interface OrderLife {
  readonly made: number;
  /** Day of the earliest service; undefined: not served. */
  readonly served: number | undefined;
  /** Last day on which it lives; infinite: until further order. */
  readonly lastDay: number;
  /** Whether it lives through its last day: a fixed period does, a discharge ends it at some hour. */
  readonly isWhole: boolean;
  /** Times in which it had ended and which a court undid. */
  readonly gaps: NonNullable<OrderDays["gaps"]>;
}

/** What the events that have happened make of an order. A new last day counts where it was set while the order ran. */
export function lifeOf({ made, until, gaps = [] }: OrderDays, events: readonly RegisterEvent[]): OrderLife {
  const days = (kind: RegisterEvent["kind"]): readonly number[] => events.filter((one) => one.kind === kind).map((one) => one.day);
  const inOrder = events.filter(({ kind }) => kind === "varied").toSorted((one, other) => one.day - other.day);
  let fixed = until ?? Infinity;
  for (const varied of inOrder) {
    if (varied.until !== undefined && varied.day <= fixed) fixed = varied.until ?? Infinity;
  }
  // What expired lived through its last day, whoever wrote that down.
  const whole = Math.min(fixed, earliest(days("expired")) ?? Infinity);
  const ended = earliest(days("discharged")) ?? Infinity;
  return { made, served: earliest(days("served")), lastDay: Math.min(whole, ended), isWhole: whole < ended, gaps };
}

/** Whether an order has ended at some time of a day. */
export function hasEnded({ lastDay, isWhole }: OrderLife, today: number): boolean {
  return today > lastDay || (today === lastDay && !isWhole);
}

/** A time under another register, its final day among neither: on that day the first notice starts anew. */
export interface Suspension {
  readonly from: number;
  /** Final day; infinite where none is known. */
  readonly to: number;
}

/** Suspensions in order of time, those that meet or overlap as one. */
export function suspensionsOf(events: readonly RegisterEvent[]): readonly Suspension[] {
  const merged: Suspension[] = [];
  const all = events.filter(({ kind }) => kind === "other-register").toSorted((one, other) => one.day - other.day);
  for (const { day: from, to: final } of all) {
    const to = final ?? Infinity;
    const last = merged.at(-1);
    if (last && from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else merged.push({ from, to });
  }
  return merged;
}

/** The suspension that holds on a day. */
export function suspensionOn(day: number, suspensions: readonly Suspension[]): Suspension | undefined {
  return suspensions.find(({ from, to }) => from <= day && day < to);
}

function earliest(days: readonly number[]): number | undefined {
  return days.reduce<number | undefined>((least, day) => (least === undefined ? day : Math.min(least, day)), undefined);
}
