import { type PlacedStop, type Statement, type Timeline, firstInstantOf, lastInstantOf } from "@unmask/core";
import { besideTheirs } from "../reading/beside-theirs.ts";
import type { PlacedAct } from "../reading/placed-act.ts";

/** What of theirs she said was agreed and may have come after a stop, before what is called the first where there is one. */
export function agreedBetween(
  timeline: Timeline,
  statement: Statement,
  { stop, first }: { readonly stop: PlacedStop; readonly first?: PlacedAct },
): readonly PlacedAct[] {
  const end = first === undefined ? Infinity : lastInstantOf(first);
  return besideTheirs(timeline, statement).agreed.filter(
    (one) => one.whose !== "hers" && lastInstantOf(one) > stop.earliest && firstInstantOf(one) < end,
  );
}
