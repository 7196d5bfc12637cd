import type { DeskRoute } from "../../access/desk-route.ts";
import { ordersWritten } from "./order-written.ts";

/** A possible breach or a missed duty: evidence, service and excuse, and only then a decision, which another person reads. */
export const breachSteps: readonly DeskRoute[] = ordersWritten("decide-breach", [
  "breach-opened",
  "acts-set-aside",
  "breach-evidence",
  "breach-knew",
  "excuse-asked",
  "excuse-assessed",
  "breach-kept-open",
  "breach-decided",
  "breach-decision-read",
]);
