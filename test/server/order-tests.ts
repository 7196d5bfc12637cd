/** Orders at the desk, over HTTP: who may what, what a second person does, the register past a deadline, and that a reminder is given once. */
import type { DeskStage } from "./desk-stage.ts";
import { testOrdersAhead } from "./order-ahead.ts";
import { testOrderBegun } from "./order-begun.ts";
import { testClosed } from "./order-closed.ts";
import { testCounted } from "./order-counted.ts";
import { testCounter } from "./order-counter.ts";
import { testFound } from "./order-found.ts";
import { testNamesake } from "./order-namesake.ts";
import { testOrderPapers } from "./order-papers-kept.ts";
import { testReminders } from "./order-reminders.ts";
import { testOrderRows } from "./order-rows.ts";
import { testSecondPersonOfOrder } from "./order-second-person.ts";
import { orderStage } from "./order-stage.ts";

/** The tests, one order from its beginning; they begin when the desk is open, and leave its clock later than they found it. */
export function testOrders(stage: () => DeskStage): void {
  const at = orderStage(stage);
  testOrderBegun(at);
  testOrderPapers(at);
  testSecondPersonOfOrder(at);
  testReminders(at);
  testCounter(at);
  testOrdersAhead(at);
  testOrderRows(at);
  testCounted(at);
  testNamesake(at);
  testFound(at);
  testClosed(at);
}
