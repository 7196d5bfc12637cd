import { type Changed, type OrderIntent, type OrderState, applyToOrder, whatChanged } from "@unmask/case";
import type { Instant } from "@unmask/core";
import type { OrderPage } from "../../desk/order-page.ts";
import { deskLawOfOrders } from "../../desk/order-laws.ts";

/** What would be another if something were written: the same functions that decide on it, before it is. */

/** The order as it would stand with one event more. */
export function stateWith({ state, saw, me }: OrderPage, intent: OrderIntent, now: Instant): OrderState {
  const head = { stream: { of: "order", id: state.order }, number: saw + 1, happened: now, recorded: now, by: me } as const;
  return applyToOrder(state, { ...head, ...intent }, deskLawOfOrders);
}

/** Each line that would be another: what is struck, and what is new. */
export function wouldChange(page: OrderPage, after: OrderState, now: Instant): readonly Changed[] {
  return whatChanged(page.state, after, { register: page.register, reminders: page.reminders, at: now });
}
