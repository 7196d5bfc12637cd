import {
  type LiveOrder,
  type OrderState,
  endInWords,
  jurisdictionNames,
  sayUntold,
  stageOfOrder,
  standsOn,
  untoldUnder,
} from "@unmask/case";
import type { Instant } from "@unmask/core";
import { sayCount } from "@unmask/words";
import type { OrderPage } from "../../desk/order-page.ts";
import { sayCivilDay } from "../../parts/civil-day.ts";
import type { OrderPart } from "./order-part.ts";
import { newestOrder, sayStands, sayUntil } from "./order-words.ts";
import { isUnread } from "./standing-words.ts";

/** What of an order is live and what in it waits: with what an order that was made opens. */

/** What is read of an order to say that it lives. */
type Living = Pick<OrderState, "orders" | "results" | "jurisdiction"> & {
  readonly typed: Pick<NonNullable<OrderState["typed"]>, "theirs" | "force"> | null;
};

/** The orders that live on a day, each in a sentence; of none the last, and that it is over. Before them whose and of where it is, if that is not here. */
export function sayLive(state: Living, today: string): readonly string[] {
  const live = state.orders.filter((one) => stageOfOrder(one, today) === "lives");
  const last = newestOrder(state);
  if (last === undefined) return [];
  if (live.length === 0) return [...sayWhose(state), sayNotLive(last, today)];
  return [
    ...sayWhose(state),
    ...live.map((order) => {
      const { until, conditions } = standsOn(order, state, today);
      const asTyped = isUnread(order, state) ? " That is as it was typed: no second person has read it against the copy." : "";
      return `The ${order.which} order lives, ${sayUntil(until)}, with ${sayCount(conditions.length, "condition")}.${asTyped} ${sayService(order, state.typed !== null)}`;
    }),
  ];
}

function sayWhose({ typed, jurisdiction }: Living): readonly string[] {
  const where = jurisdiction === "EW" ? "" : `of ${jurisdictionNames[jurisdiction]}`;
  if (typed === null) return where === "" ? [] : [`It is an order ${where}.`];
  return [`It is ${typed.theirs} of ${typed.force}${where === "" ? "" : `, an order ${where}`}.`];
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

/** Something that is open in a part of an order, and whether somebody has to act. */
interface OpenInPart {
  readonly part: string;
  readonly says: string;
  readonly more: string;
  readonly isMind: boolean;
}

/** What is open in an order that was made: whom it protects and who know nothing of it, then in its own parts, then in those of its application in which anything can still be done. */
export function waitsNow(
  parts: readonly Pick<OrderPart, "part" | "says" | "note" | "open" | "isOfDraft">[],
  page: OrderPage,
  now: Instant,
): readonly OpenInPart[] {
  const left = page.isOurs ? untoldUnder(page.state, page.register, now) : [];
  const course = parts.findIndex(({ part }) => part === "course");
  const ofApplication = parts.slice(0, course + 1).filter(({ isOfDraft }) => isOfDraft !== true);
  return [
    ...left.map((one) => ({ part: one.part, says: "Protected people", more: sayUntold(one), isMind: true })),
    ...[...parts.slice(course + 1), ...ofApplication].flatMap(({ part, says, note, open }): readonly OpenInPart[] => {
      if (open !== undefined) return open(page).map((one) => ({ part, ...one }));
      const { says: more, isMind = false } = note(page, now);
      return isMind ? [{ part, says, more, isMind }] : [];
    }),
  ];
}
