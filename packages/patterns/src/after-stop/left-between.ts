import { type PlacedStop, type Statement, type Timeline, firstInstantOf, lastInstantOf } from "@unmask/core";
import { type LeftAside, leftAside } from "../reading/beside-theirs.ts";
import type { PlacedAct } from "../reading/placed-act.ts";

/** What of theirs she said was agreed or is "not this one" and may have come after a stop, before what is called the first where there is one. */
export function leftBetween(
  timeline: Timeline,
  statement: Statement,
  { stop, first }: { readonly stop: PlacedStop; readonly first?: PlacedAct },
): LeftAside {
  const end = first === undefined ? Infinity : lastInstantOf(first);
  return leftAside(timeline, statement, (one) => lastInstantOf(one) > stop.earliest && firstInstantOf(one) < end);
}
