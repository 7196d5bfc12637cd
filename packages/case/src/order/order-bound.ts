import { londonInstant } from "../clock/london.ts";
import type { LiveOrder } from "../fold/order/live-order.ts";
import { standingOnes } from "../fold/order/struck.ts";
import type { OrderState } from "../fold/order-state.ts";
import type { BoundOrder } from "./proposed-breach.ts";

/** The orders of a stream as acts are held against them. */

/** All of them, also those that are over: an act of an earlier day can lie in one. */
export function boundOrdersOf({ order, orders, subject, typed, results }: OrderState): readonly BoundOrder[] {
  return orders.map((live): BoundOrder => ({
    order: typed?.theirs ?? order,
    which: live.which,
    subject: subject.name,
    from: live.inForce ?? live.made,
    lastDay: live.period.until,
    ...endOf(live),
    gaps: live.gaps,
    ...servedOf(live),
    knew: standingOnes(live.knew).map(({ day }) => day),
    changed: changesOf(live, results),
    conditions: live.conditions,
  }));
}

/** Days on which a court put other conditions into their place. */
function changesOf({ from }: LiveOrder, results: OrderState["results"]): readonly string[] {
  return results.flatMap(({ number, said }) => {
    const isChange = said.result === "varied" || said.result === "renewed";
    return isChange && from.includes(number) && said.conditions !== undefined ? [said.from ?? said.day] : [];
  });
}

function endOf({ ended }: LiveOrder): Pick<BoundOrder, "ended"> {
  return ended === null || ended.how === "expired" ? {} : { ended: { how: ended.how, day: ended.day } };
}

function servedOf({ served, disputed }: LiveOrder): Pick<BoundOrder, "served"> {
  if (served === null) return {};
  const at = londonInstant(served.day, served.at);
  return { served: { day: served.day, ...(at !== undefined && { at }), isDisputed: disputed.length > 0 } };
}
