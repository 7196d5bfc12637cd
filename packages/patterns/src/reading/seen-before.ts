import { type Instant, type PlacedStop, type Statement, type Timeline, firstInstantOf } from "@unmask/core";
import { memoize } from "./memoize.ts";
import { placedActs } from "./placed-act.ts";

/**
 * Normal forms of every number and account that these files show up to a stop, whoever acted: a number that she rang herself is not new when it
 * writes to her.
 */
export function seenBefore(timeline: Timeline, statement: Statement, stop: PlacedStop): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const [normal, first] of firstShown(timeline, statement)) if (first <= stop.latest) seen.add(normal);
  return seen;
}

/** The first instant at which the files can show each number and account. */
const firstShown = memoize((timeline, statement): ReadonlyMap<string, Instant> => {
  const firstByNormal = new Map<string, Instant>();
  const show = (normal: string, at: Instant): void => {
    const first = firstByNormal.get(normal);
    if (first === undefined || at < first) firstByNormal.set(normal, at);
  };
  for (const one of placedActs(timeline, statement)) {
    const at = firstInstantOf(one);
    show(one.from.normal, at);
    for (const { normal } of one.act.to) show(normal, at);
  }
  return firstByNormal;
});
