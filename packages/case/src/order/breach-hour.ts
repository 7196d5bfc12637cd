import type { Instant } from "@unmask/core";
import { dayInWords, endOfDay, londonInstant } from "../clock/london.ts";
import { type Breach, hourOf } from "../fold/order/breach.ts";
import type { WhichOrder } from "../event/order-shapes.ts";
import type { LiveOrder } from "../fold/order/live-order.ts";
import type { OrderState } from "../fold/order-state.ts";
import { dayNumber } from "../register/day-number.ts";
import type { Meanings } from "./arrived-act.ts";
import { type BindingOrder, boundOrdersOf } from "./order-bound.ts";
import { type BoundOrder, courtAsked, gapAsked } from "./proposed-breach.ts";
import { canHold, conditionHeld, stoodOf } from "./stood-on.ts";

/** A possible breach as far as its hour goes: also one that is about to be opened. */
type OpenedBreach = Pick<Breach, "of" | "order" | "day" | "at" | "evidence">;

/** Of a possible breach on a day on which a court did something of its order: the order held for a part of that day, and no copy has to say until which hour. */

/**
 * What has to be asked of its hour; empty: its condition stood the whole day, or it is of a duty, whose clock is of days. It stops nothing: that the hour is
 * not known is no reason to leave an act unwritten.
 */
export function hourAsked(breach: OpenedBreach, state: BindingOrder): readonly string[] {
  const { of, order: which, day } = breach;
  if (!("condition" in of)) return [];
  const hour = hourOf(breach);
  const when = meaningsOf(day, hour);
  const each = boundOrdersOf(state).flatMap((order) =>
    order.which === which ? [courtAsked(when, withOnly(of.condition, order))].flatMap((one) => (one === undefined ? [] : [one])) : [],
  );
  if (each.some((asks) => asks.length === 0)) return [];
  // Between a discharge and the appeal that undid it no hour answers what held.
  const whole = gapsOver(day, which, state).map(gapAsked);
  const asks = [...new Set(each.flat())].filter((one) => !whole.includes(one));
  return asks.length === 0 || hour !== undefined ? asks : ["The hour of the act is not written.", ...asks];
}

/** What has to be asked of whether the order held at all on that day, where no hour answers it: who decides has to know, and it stops nothing. */
export function heldAsked({ of, order: which, day }: OpenedBreach, state: Pick<OrderState, "orders" | "results">): readonly string[] {
  if (!("condition" in of)) return [];
  return [...gapsOver(day, which, state).map(gapAsked), ...outlivingAsked(of.condition, which, day, state)];
}

/** Times, wholly around a day, in which an order of that kind was over until an appeal undid that. */
function gapsOver(day: string, which: WhichOrder, { orders }: Pick<OrderState, "orders">): LiveOrder["gaps"] {
  return orders.flatMap((one) => (one.which === which ? one.gaps.filter(({ from, to }) => from < day && day < to) : []));
}

/** A condition whose own period reaches further than the last day of its order. */
function outlivingAsked(number: number, which: WhichOrder, day: string, state: Pick<OrderState, "orders" | "results">): readonly string[] {
  const stood = state.orders.filter((one) => one.which === which).flatMap((one) => stoodOf(one, state));
  if (stood.some((one) => conditionHeld(one, number, day) && canHold(one, day, day))) return [];
  return stood.flatMap((one) => {
    const own = one.conditions.find(({ condition }) => condition === number)?.own?.until;
    if (typeof own !== "string" || one.until === null || !conditionHeld(one, number, day)) return [];
    return [
      `The last day of the order was ${dayInWords(dayNumber(one.until))}, and condition ${number} has its own, ${dayInWords(dayNumber(own))}: no section that was read says whether it held after the order. Ask your solicitor.`,
    ];
  });
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
