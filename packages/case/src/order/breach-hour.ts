import type { Instant } from "@unmask/core";
import { endOfDay, londonInstant } from "../clock/london.ts";
import { type Breach, hourOf } from "../fold/order/breach.ts";
import type { OrderState } from "../fold/order-state.ts";
import { dayNumber } from "../register/day-number.ts";
import type { Meanings } from "./arrived-act.ts";
import { boundOrdersOf } from "./order-bound.ts";
import { type BoundOrder, courtAsked } from "./proposed-breach.ts";

/** Of a possible breach on a day on which a court did something of its order: the order held for a part of that day, and no copy has to say until which hour. */

/**
 * What has to be asked of its hour; empty: its condition stood the whole day, or it is of a duty, whose clock is of days. It stops nothing: that the hour is
 * not known is no reason to leave an act unwritten.
 */
export function hourAsked(breach: Breach, state: OrderState): readonly string[] {
  const { of, order: which, day } = breach;
  if (!("condition" in of)) return [];
  const hour = hourOf(breach);
  const when = meaningsOf(day, hour);
  const each = boundOrdersOf(state).flatMap((order) =>
    order.which === which ? [courtAsked(when, withOnly(of.condition, order))].flatMap((one) => (one === undefined ? [] : [one])) : [],
  );
  if (each.some((asks) => asks.length === 0)) return [];
  const asks = [...new Set(each.flat())];
  return asks.length === 0 || hour !== undefined ? asks : ["The hour of the act is not written.", ...asks];
}

/** What a court did of other conditions on that day asks nothing of this one. */
function withOnly(condition: number, order: BoundOrder): BoundOrder {
  const only = order.stood.map((one) => ({ ...one, conditions: one.conditions.filter((each) => each.condition === condition) }));
  return { ...order, stood: only };
}

function meaningsOf(day: string, hour: string | undefined): Meanings {
  const at = hour === undefined ? undefined : londonInstant(day, hour);
  return at === undefined ? { earliest: endOfDay(dayNumber(day) - 1), latest: lastOf(day) } : { earliest: at, latest: at };
}

/** The last minute of a day begins before its end. */
function lastOf(day: string): Instant {
  return londonInstant(day, "23:59") ?? endOfDay(dayNumber(day) - 1);
}
