import type { DeskRoute } from "../../access/desk-route.ts";
import { ordersWritten } from "./order-written.ts";

/** How an order was given to whom it binds: attempts, and the second person without whom none counts. */
export const orderService: readonly DeskRoute[] = [
  ...ordersWritten("record-service", [
    "service-attempted",
    "service-evidence",
    "service-withdrawn",
    "service-disputed",
    "knew-without-service",
  ]),
  ...ordersWritten("confirm-service", ["service-confirmed", "service-sent-back"]),
];
