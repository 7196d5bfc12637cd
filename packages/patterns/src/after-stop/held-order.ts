import type { Statement, Timeline } from "@unmask/core";
import { createInGroupThen } from "../reading/group-then.ts";
import { isToGroup } from "../reading/groups.ts";
import type { PlacedAct } from "../reading/placed-act.ts";
import { isHeld, standingOf, stopsOf } from "./stops-held.ts";

/** Makes a question: did an order or a bail condition certainly hold when an act came? "an order", "bail"; undefined where none did. What went to a group that she may have left is not asked of. */
export function createHeldOrder(timeline: Timeline, statement: Statement): (one: PlacedAct) => "an order" | "bail" | undefined {
  const orders = stopsOf(timeline, statement).filter(({ kind }) => standingOf(kind) === "order or bail");
  const isInGroupThen = createInGroupThen(timeline, statement);
  return (one) => {
    const held = isToGroup(one) && !isInGroupThen(one) ? undefined : orders.find((stops) => isHeld(stops, one));
    return held && (held.kind === "bail condition" ? "bail" : "an order");
  };
}
