import type { OrderEvent } from "../../order-event.ts";
import type { At } from "../event-at.ts";

/** What was written by mistake and withdrawn with a reason: it stays readable, struck, and counts for nothing. */

/** An entry, and who withdrew it. Absent: it stands. */
export type Standing = At & { readonly withdrawn?: At & { readonly reason: string } };

/** By whom and when. */
export function atOfOrder({ number, happened, by }: Pick<OrderEvent, "number" | "happened" | "by">): At {
  return { number, happened, by };
}

/** The entries after one of them, or none of them, was withdrawn. */
export function struck<T extends Standing>(entries: readonly T[], event: OrderEvent & { readonly kind: "entry-withdrawn" }): readonly T[] {
  const { entry, reason } = event.body;
  const withdrawn = { ...atOfOrder(event), reason };
  return entries.map((one) => (one.number === entry && one.withdrawn === undefined ? { ...one, withdrawn } : one));
}

/** Those that stand. */
export function standingOnes<T extends Standing>(entries: readonly T[]): readonly T[] {
  return entries.filter(({ withdrawn }) => withdrawn === undefined);
}
