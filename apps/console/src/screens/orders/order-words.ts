import { type ApplicationStage, type LiveOrder, type OrderState, endInWords, stageOfOrder } from "@unmask/case";
import type { OrderPage } from "../../desk/order-page.ts";
import { sayCivilDay } from "../../parts/civil-day.ts";

/** Words of orders that several parts share. */

/** How an application stands. */
export const stageInWords: Readonly<Record<ApplicationStage, string>> = {
  considering: "Considering",
  "not-pursued": "Not pursued",
  draft: "Draft",
  "to-second": "To be authorised",
  returned: "Returned",
  authorised: "Authorised",
  lodged: "Lodged",
  withdrawn: "Withdrawn",
  granted: "Granted",
  refused: "Refused by the court",
};

/** Whether the draft is still being written: nothing of it is fixed. */
export function isDraft({ application }: Pick<OrderState, "application">): boolean {
  return application.stage === "considering" || application.stage === "draft" || application.stage === "returned";
}

/** The order that lives or came last of an application: the full one where there is one. */
export function newestOrder({ orders }: Pick<OrderState, "orders">): LiveOrder | undefined {
  return orders.findLast(({ which }) => which === "full") ?? orders.at(-1);
}

/** What it is called above its number: "Draft order", "Interim order", "Order of Westmere Police". */
export function kindInWords({ state }: Pick<OrderPage, "state">): string {
  if (state.typed !== null) return "Order of another force";
  const order = newestOrder(state);
  if (order !== undefined) return order.which === "interim" ? "Interim order" : "Order";
  return isDraft(state) ? "Draft order" : "Application";
}

/** "to Sun 31 Jan 2027", "until further order". */
export function sayUntil(until: string | null): string {
  return until === null ? "until further order" : `to ${sayCivilDay(until)}`;
}

/** The force that runs its clocks: the last that took it, else the one that made it or applied for it. */
export function forceThatHas(
  { transfers, typed, force }: Pick<OrderState, "transfers" | "force"> & { readonly typed: object | null },
  ours: string,
): string {
  return transfers.findLast((one) => one.taken !== undefined)?.to ?? (typed === null ? ours : force);
}

/** How long it lives, or how it ended: "to Sun 31 Jan 2027", "discharged, Thu 29 Oct 2026", "expired, last day Sun 31 Jan 2027". */
export function sayStands(order: LiveOrder, today: string): string {
  const stage = stageOfOrder(order, today);
  if (stage === "not-yet") return `from ${sayCivilDay(order.made)}`;
  if (stage === "lives") return sayUntil(order.period.until);
  return order.ended === null || order.ended.how === "expired"
    ? `expired, last day ${sayCivilDay(order.period.until ?? today)}`
    : `${endInWords[order.ended.how]}, ${sayCivilDay(order.ended.day)}`;
}

/** Said to everybody where orders are listed by a name, whether there is such a one or none: else nothing found would tell that one is closed. */
export const closedNotHere = "An order in a case that is closed to you would not stand here.";

/** Said to everybody beside other orders, whether there is such a one or none: a count would tell an officer that somebody seeks an order against them. */
export const closedToYou = `${closedNotHere} Whoever authorises a draft is held against every order, and somebody else compares those.`;

/** How it was settled that a condition stands beside one of another order. */
export const pairsSettled = {
  fits: "read, and it fits",
  exception: "an exception is written into ours",
  smaller: "ours is made smaller",
  "asked-other-force": "the other force was asked to vary theirs",
  "stands-told-to-court": "both stand, and the court is told",
} as const;

/** Whose consent it is. */
export const consentOf = {
  subject: "the person whom it binds",
  "applicant-force": "the chief officer who applied",
  "home-force": "the chief officer where the person lives",
} as const;

/** How a protected person was told. */
export const toldBy = { mailbox: "by their mailbox", call: "by telephone", "in-person": "in person", "not-told": "not told" } as const;
