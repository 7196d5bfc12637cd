import type { DeskRoute } from "../../access/desk-route.ts";
import { ordersWritten } from "./order-written.ts";

/** An application for an order: what its writers write, and what its second person decides. */
export const orderApplication: readonly DeskRoute[] = [
  ...ordersWritten("write-order", [
    "subject-changed",
    "not-pursued",
    "criterion-written",
    "link-written",
    "protected-named",
    "protected-removed",
    "condition-written",
    "condition-removed",
    "prompt-answered",
    "period-proposed",
    "interim-wanted",
    "pair-settled",
    "sent-to-second",
    "taken-back",
    "lodged",
    "withdrawn",
    "court-day",
  ]),
  ...ordersWritten("authorise-order", ["criterion-read", "draft-returned", "authorised", "subject-read"]),
];
