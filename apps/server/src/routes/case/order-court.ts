import type { DeskRoute } from "../../access/desk-route.ts";
import { ordersWritten } from "./order-written.ts";

/** What a court did, as its copy has it, and the second person who reads that copy. */
export const orderCourt: readonly DeskRoute[] = [
  ...ordersWritten("record-court-result", ["court-result", "result-corrected", "appeal-noted"]),
  ...ordersWritten("confirm-court-result", ["result-confirmed", "result-sent-back"]),
];
