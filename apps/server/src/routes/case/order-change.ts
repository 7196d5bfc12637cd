import type { DeskRoute } from "../../access/desk-route.ts";
import { ordersWritten } from "./order-written.ts";

/** What is asked of a court after an order was made, and whether somebody's identity is told. */
export const orderChange: readonly DeskRoute[] = [
  ...ordersWritten("change-order", [
    "change-asked",
    "necessity-read-again",
    "consent-given",
    "change-sent",
    "change-lodged",
    "change-dropped",
  ]),
  ...ordersWritten("authorise-order", ["change-authorised", "change-returned"]),
  ...ordersWritten("decide-identity-disclosure", ["identity-disclosure-decided"]),
];
