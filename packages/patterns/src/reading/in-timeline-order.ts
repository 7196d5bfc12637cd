import type { Statement, Timeline } from "@unmask/core";
import { type PlacedAct, placedActs } from "./placed-act.ts";

/** Lists of what is told of acts, each in the order of the timeline, as one list in that order. Of one act the first list comes first. */
export function inTimelineOrder<Told>(
  lists: readonly (readonly Told[])[],
  actOf: (told: Told) => PlacedAct,
  { timeline, statement }: { readonly timeline: Timeline; readonly statement: Statement },
): readonly Told[] {
  const some = lists.filter(({ length }) => length > 0);
  const [only, second] = some;
  if (only === undefined || second === undefined) return only ?? [];
  const waiting = some.map((list) => ({ list, at: 0 }));
  const found: Told[] = [];
  // The next of each list is all that an act can be: nothing is looked up, and nothing sorted.
  for (const one of placedActs(timeline, statement))
    for (const line of waiting) {
      for (let next = line.list[line.at]; next !== undefined && actOf(next) === one; next = line.list[line.at]) {
        found.push(next);
        line.at++;
      }
    }
  return found;
}
