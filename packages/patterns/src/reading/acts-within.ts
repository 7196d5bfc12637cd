import { type Instant, later } from "@unmask/core";
import type { PlacedAct } from "./placed-act.ts";

/** Index of the first act, of acts in order of time, whose `earliest` is not before an instant; their number when there is none. */
export function firstFrom(acts: readonly PlacedAct[], instant: Instant): number {
  let low = 0;
  let high = acts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((acts[middle]?.earliest ?? Infinity) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many acts, of acts in order of time, begin between two instants, both included. */
export function countWithin(acts: readonly PlacedAct[], from: Instant, until: Instant): number {
  return firstFrom(acts, later(until, 1)) - firstFrom(acts, from);
}
