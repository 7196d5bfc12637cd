import { type OrderState, stageOfOrder } from "@unmask/case";
import { sayCivilDay } from "../../parts/civil-day.ts";
import { sayUntil } from "./order-words.ts";

/** "as they hold today, to Thu 18 Oct 2029", or until a change that comes; of an order that is over, that they do not hold. */
export function sayHolds(order: OrderState["orders"][number], today: string, change?: string): string {
  const stage = stageOfOrder(order, today);
  if (stage === "lives" && change !== undefined) return `as they hold today, until a court’s change of ${sayCivilDay(change)}`;
  if (stage === "lives") return `as they hold today, ${sayUntil(order.period.until)}`;
  return stage === "not-yet" ? "they do not hold yet" : `they do not hold any more: ${stage.replaceAll("-", " ")}`;
}
