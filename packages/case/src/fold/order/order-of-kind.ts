import type { WhichOrder } from "../../event/order-shapes.ts";
import type { LiveOrder } from "./live-order.ts";

/** The newest order of a kind; undefined where none was made. */
export function newestOf(orders: readonly LiveOrder[], which: WhichOrder): LiveOrder | undefined {
  return orders.findLast((one) => one.which === which);
}

/** The order of a kind that a day falls to, `2026-11-27`: the last that was made by then or, where none was, the first. */
export function orderOn(orders: readonly LiveOrder[], which: WhichOrder, day: string): LiveOrder | undefined {
  return orders.findLast((one) => one.which === which && one.made <= day) ?? orders.find((one) => one.which === which);
}
