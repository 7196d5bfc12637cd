import type { OrderEvent, OrderEventKind } from "@unmask/case";
import { type Instant, dayIn } from "@unmask/core";
import { zone } from "../../parts/say-when.ts";

/** Entries of an order as lines. */

/** "service attempted", "court result". */
export function kindOfEvent(kind: OrderEventKind): string {
  const words = kind.replaceAll("-", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** The words that stand in an entry: what was said, why, and on which day. Identifiers and hashes are on its own page. */
export function wordsOfEvent({ body }: OrderEvent): readonly string[] {
  return shown.flatMap((key) => {
    const said: unknown = Object.entries(body).find(([name]) => name === key)?.[1];
    return typeof said === "string" && said !== "" ? [`${key === "says" || key === "reason" ? "" : `${key}: `}${said}`] : [];
  });
}

const shown = ["result", "outcome", "day", "court", "theirs", "what", "answer", "says", "reason", "heard", "against", "place", "how"];

/** The day on the wall. */
export function londonDayOf(instant: Instant): number {
  return dayIn(zone, instant);
}
