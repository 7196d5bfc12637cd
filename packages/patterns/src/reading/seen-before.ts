import { type Instant, type PlacedStop, type Statement, type Timeline, firstInstantOf } from "@unmask/core";
import { memoize } from "./memoize.ts";

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
const firstShown = memoize(({ acts }): ReadonlyMap<string, Instant> => {
  const firstByNormal = new Map<string, Instant>();
  const show = (normal: string, at: Instant): void => {
    const first = firstByNormal.get(normal);
    if (first === undefined || at < first) firstByNormal.set(normal, at);
  };
  for (const { from, to, when } of acts) {
    const at = firstInstantOf(when);
    show(from.normal, at);
    for (const { normal } of to) show(normal, at);
  }
  return firstByNormal;
});
