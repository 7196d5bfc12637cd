import { londonInstant } from "../clock/london.ts";
import type { LiveOrder } from "../fold/order/live-order.ts";
import { standingOnes } from "../fold/order/struck.ts";
import type { OrderState } from "../fold/order-state.ts";
import type { BoundOrder } from "./proposed-breach.ts";
import { stoodOf } from "./stood-on.ts";

/** The orders of a stream as acts are held against them. */

/** What of an order says to whom it bound what. */
export type BindingOrder = Pick<OrderState, "order" | "orders" | "subject" | "typed" | "results">;

/** All of them, also those that are over: an act of an earlier day can lie in one. */
export function boundOrdersOf({ order, orders, subject, typed, results }: BindingOrder): readonly BoundOrder[] {
  return orders.map((live): BoundOrder => ({
    order: typed?.theirs ?? order,
    which: live.which,
    subject: subject.name,
    from: live.inForce ?? live.made,
    ...endOf(live),
    gaps: live.gaps,
    ...servedOf(live),
    knew: standingOnes(live.knew).map(({ day }) => day),
    stood: stoodOf(live, { results }),
  }));
}

function endOf({ ended }: LiveOrder): Pick<BoundOrder, "ended"> {
  return ended === null || ended.how === "expired" ? {} : { ended: { how: ended.how, day: ended.day } };
}

function servedOf({ served, disputed }: LiveOrder): Pick<BoundOrder, "served"> {
  if (served === null) return {};
  const at = londonInstant(served.day, served.at);
  return { served: { day: served.day, ...(at !== undefined && { at }), isDisputed: disputed.length > 0 } };
}
