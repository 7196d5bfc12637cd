import type { LaneId } from "@unmask/core";
import { sayLane } from "@unmask/words";

/** "by WhatsApp", "by a call", "in person": the way by which one act came. */
export function sayByLane(lane: LaneId): string {
  if (lane === "in-person") return "in person";
  return lane === "calls" ? "by a call" : `by ${sayLane(lane)}`;
}
