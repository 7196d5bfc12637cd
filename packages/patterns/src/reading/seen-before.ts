import { type PlacedStop, type Timeline, isAfterStop } from "@unmask/core";

/**
 * Normal forms of every number and account that these files show up to a stop, whoever acted: a number that she rang herself is not new when it
 * writes to her.
 */
export function seenBefore({ acts }: Timeline, stop: PlacedStop): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const { from, to, when } of acts) {
    if (isAfterStop(when, stop)) continue;
    seen.add(from.normal);
    for (const { normal } of to) seen.add(normal);
  }
  return seen;
}
