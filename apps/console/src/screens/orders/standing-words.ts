import { type LiveOrder, type OrderState, stageOfOrder } from "@unmask/case";
import { sayCivilDay } from "../../parts/civil-day.ts";
import { sayUntil } from "./order-words.ts";

/** Whether a result that made it what it is counts and no second person has read its copy. */
export function isUnread({ from }: Pick<LiveOrder, "from">, { results }: Pick<OrderState, "results">): boolean {
  return results.some(({ number, standing }) => from.includes(number) && standing !== "counts");
}

/** "as they hold today, to Thu 18 Oct 2029", or until a change that comes; of an order that is over, that they do not hold; of one that is not read, that they are as typed. */
export function sayHolds(
  order: LiveOrder,
  today: string,
  { change, isAsTyped = false }: { readonly change?: string | undefined; readonly isAsTyped?: boolean } = {},
): string {
  const stage = stageOfOrder(order, today);
  if (stage === "not-yet") return "they do not hold yet";
  if (stage !== "lives") return `they do not hold any more: ${stage.replaceAll("-", " ")}`;
  const until = change === undefined ? sayUntil(order.period.until) : `until a court’s change of ${sayCivilDay(change)}`;
  return isAsTyped ? `as they were typed, not read yet, ${until}` : `as they hold today, ${until}`;
}
