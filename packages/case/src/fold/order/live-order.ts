import type { Condition, Copy, Period, WhichOrder } from "../../event/order-shapes.ts";
import type { OrderBodyOf } from "../../order-event.ts";
import type { Mark } from "./court.ts";
import type { ServiceAttempt } from "./service-attempts.ts";
import type { Standing } from "./struck.ts";

/** An order, interim or full: its life in days, with service beside it. */

/** By what an order can end. That it expired is worked out by the day. */
export const orderEnds = ["expired", "discharged", "quashed", "determination"] as const;
/** One of them. */
export type OrderEnd = (typeof orderEnds)[number];

/** How it ended, as it stands before its day. */
export const endInWords: Readonly<Record<OrderEnd, string>> = {
  expired: "expired",
  discharged: "discharged",
  quashed: "taken away on appeal",
  determination: "ended by the determination",
};

/** One order that a court made. */
export interface LiveOrder {
  readonly which: WhichOrder;
  /** Civil day. */
  readonly made: string;
  readonly inForce?: string;
  readonly court: string;
  readonly period: Period;
  /** As they stand now. */
  readonly conditions: readonly Condition[];
  /** Numbers of the results that made it what it is, in the order of their days. */
  readonly from: readonly number[];
  readonly ended: { readonly how: OrderEnd; readonly day: string } | null;
  /** Times in which it had ended and which an appeal undid: from the day of the end, to the day of the appeal. */
  readonly gaps: readonly { readonly from: string; readonly to: string }[];
  readonly attempts: readonly ServiceAttempt[];
  /** The earliest service; null: it is not served. */
  readonly served: ServiceAttempt | null;
  /** Disputes of the service by which it counts. */
  readonly disputed: readonly (Standing & OrderBodyOf<"service-disputed">)[];
  readonly knew: readonly (Standing & OrderBodyOf<"knew-without-service">)[];
  readonly marks: readonly Mark[];
  readonly copies: readonly Copy[];
}

/** How an order stands on a day. */
export const orderStages = ["not-yet", "lives", "expired", "discharged", "quashed", "ended-by-determination"] as const;
/** One of them. */
export type OrderStage = (typeof orderStages)[number];

const stageOfEnd: Readonly<Record<OrderEnd, OrderStage>> = {
  expired: "expired",
  discharged: "discharged",
  quashed: "quashed",
  determination: "ended-by-determination",
};

/**
 * How an order stands on a civil day, "2026-12-01". Its last day is lived through; a discharge, an appeal or a determination ends it at some hour of its day,
 * which counts as over: what is done on that day asks for the hour.
 */
export function stageOfOrder({ made, period, ended }: LiveOrder, today: string): OrderStage {
  if (today < made) return "not-yet";
  if (ended !== null && today >= ended.day) return stageOfEnd[ended.how];
  return period.until !== null && today > period.until ? "expired" : "lives";
}

/** The day on which it ended, or on which it will by what is known: its last day is the day before where it expires. Null: no end is known. */
export function endOfOrder({ period, ended }: LiveOrder): { readonly how: OrderEnd; readonly day: string } | null {
  return ended ?? (period.until === null ? null : { how: "expired", day: period.until });
}

/** Whether it lives when a court sits on a day: what ends it on that day comes after. */
export function livesOn({ made, period, ended }: Pick<LiveOrder, "made" | "period" | "ended">, today: string): boolean {
  return made <= today && ended === null && (period.until === null || today <= period.until);
}
