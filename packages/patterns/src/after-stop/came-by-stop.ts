import { isAfterStop, isBeforeStop, isNotHeld, isWithinStop } from "@unmask/core";
import { createInGroupThen } from "../reading/group-then.ts";
import { isToGroup } from "../reading/groups.ts";
import type { PlacedAct } from "../reading/placed-act.ts";
import { actsByWhose } from "../reading/their-acts.ts";
import type { Came } from "./came.ts";
import { type Case, type Stops, heldAt, heldIn, standingOf } from "./stops-held.ts";

/** Sorts what is theirs by the stops of one kind: each act counts in one place, or in none where it certainly came before the first. */
export function cameByStop(stops: Stops, { timeline, statement }: Case): Came {
  const isInGroupThen = createInGroupThen(timeline, statement);
  const after: PlacedAct[] = [];
  const held: Came["held"][number][] = [];
  const count = { "in group": 0, over: 0, "served then": 0, "last day": 0, within: 0, perhaps: 0, before: 0 };
  let isAnyBefore = false;
  for (const one of actsByWhose(timeline, statement).theirs) {
    const stop = heldIn(stops, one);
    // Who must not contact her has not done so in a group that she may have left.
    if (stop && standingOf(stops.kind) === "order or bail" && isToGroup(one) && !isInGroupThen(one)) count["in group"]++;
    else if (stop) {
      after.push(one);
      held.push(stop);
    } else {
      count[placeOf(one, stops)]++;
      isAnyBefore ||= !isAfterStop(one, stops.first);
    }
  }
  return {
    after,
    held,
    isAnyBefore,
    within: count.within,
    perhapsAfter: count.perhaps,
    onLastDay: count["last day"],
    over: count.over,
    inGroups: count["in group"],
    servedThen: count["served then"],
  };
}

/** Where an act lies that came while none of these certainly held. */
function placeOf(one: PlacedAct, { first, all, elsewhere }: Stops): "over" | "served then" | "last day" | "within" | "perhaps" | "before" {
  if (!isAfterStop(one, first)) {
    if (!isBeforeStop(one, first)) return "perhaps";
    return isWithinStop(one, first) ? "within" : "before";
  }
  if (all.every((stop) => isNotHeld(one, stop))) return "over";
  if (heldAt(elsewhere, one)) return "served then";
  if (all.some(({ lastDay }) => lastDay && isWithinStop(one, lastDay))) return "last day";
  return all.some((stop) => isWithinStop(one, stop)) ? "within" : "perhaps";
}
