import { type LiveOrder, type OrderState, endInWords, stageOfOrder, standsOn } from "@unmask/case";
import type { Instant } from "@unmask/core";
import { sayCount } from "@unmask/words";
import type { OrderPage } from "../../desk/order-page.ts";
import { sayCivilDay } from "../../parts/civil-day.ts";
import type { OrderPart } from "./order-part.ts";
import { newestOrder, sayStands, sayUntil } from "./order-words.ts";

/** What of an order is live and what in it waits: with what an order that was made opens. */

/** The orders that live on a day, each in a sentence; of none the last, and that it is over. */
export function sayLive(
  state: Pick<OrderState, "orders" | "results"> & { readonly typed: object | null },
  today: string,
): readonly string[] {
  const live = state.orders.filter((one) => stageOfOrder(one, today) === "lives");
  const last = newestOrder(state);
  if (live.length === 0) return last === undefined ? [] : [sayNotLive(last, today)];
  return live.map((order) => {
    const { until, conditions } = standsOn(order, state, today);
    return `The ${order.which} order lives, ${sayUntil(until)}, with ${sayCount(conditions.length, "condition")}. ${sayService(order, state.typed !== null)}`;
  });
}

/** What is live, in the index: "full lives, to Sun 31 Jan 2027"; of none how the last ended. */
export function noteOfNow({ orders }: Pick<OrderState, "orders">, today: string): string {
  const live = orders.filter((one) => stageOfOrder(one, today) === "lives");
  const last = newestOrder({ orders });
  if (live.length > 0) return live.map(({ which, period }) => `${which} order lives, ${sayUntil(period.until)}`).join("; ");
  return last === undefined ? "" : sayStands(last, today);
}

function sayService({ served, disputed }: LiveOrder, isTyped: boolean): string {
  if (served !== null) return `It was served on ${sayCivilDay(served.day)}${disputed.length > 0 ? ", which is disputed" : ""}.`;
  return isTyped ? "Whether it was served is not known here." : "It is not served, or that is not confirmed.";
}

function sayNotLive({ which, made, period, ended }: LiveOrder, today: string): string {
  if (today < made) return `The ${which} order lives from ${sayCivilDay(made)}.`;
  const was =
    ended === null || ended.how === "expired"
      ? `the last day of the ${which} order was ${sayCivilDay(period.until ?? today)}`
      : `the ${which} order was ${endInWords[ended.how]}, ${sayCivilDay(ended.day)}`;
  return `No order lives today: ${was}.`;
}

/** A part in which somebody has to act, and what. */
interface WaitsInPart {
  readonly part: string;
  readonly says: string;
  readonly more: string;
}

/** Parts of an order that was made in which somebody has to act: its own first, then those of its application in which anything can still be done. */
export function waitsNow(
  parts: readonly Pick<OrderPart, "part" | "says" | "note" | "isOfDraft">[],
  page: OrderPage,
  now: Instant,
): readonly WaitsInPart[] {
  const course = parts.findIndex(({ part }) => part === "course");
  const ofApplication = parts.slice(0, course + 1).filter(({ isOfDraft }) => isOfDraft !== true);
  return [...parts.slice(course + 1), ...ofApplication].flatMap(({ part, says, note }) => {
    const { says: more, isMind = false } = note(page, now);
    return isMind ? [{ part, says, more }] : [];
  });
}
