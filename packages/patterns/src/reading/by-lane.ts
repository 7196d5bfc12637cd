import type { LaneId } from "@unmask/core";
import { sayLane } from "@unmask/words";

/** "by WhatsApp", "by a call", "in person", "in an account or a device": the way by which one act came. */
export function sayByLane(lane: LaneId): string {
  if (lane === "in-person") return "in person";
  if (lane === "accounts") return "in an account or a device";
  return lane === "calls" ? "by a call" : `by ${sayLane(lane)}`;
}
