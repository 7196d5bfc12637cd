import { sayFewOf, sayFirst } from "@unmask/words";

/** The hits of one search as they are listed: what is the same to this officer is one line, and reports that wait unseen are counted in one. */

/** A hit of a report that waits in the queue, to an officer who may not preview it: counted, and named to nobody. */
export interface Unseen {
  readonly waits: string;
}

/** Each hit once, and how many reports wait that may not be named; `isCut`: there are more hits than were looked at. */
export function foundTogether<Hit extends { readonly says: string }>(
  found: readonly (Hit | Unseen)[],
  isCut: boolean,
): readonly (Hit | { readonly says: string })[] {
  const named = new Map<string, Hit>();
  const waiting = new Set<string>();
  for (const one of found) {
    if ("waits" in one) waiting.add(one.waits);
    else named.set(JSON.stringify(one), one);
  }
  return [...(waiting.size === 0 ? [] : [{ says: sayWaiting(waiting.size, isCut) }]), ...named.values()];
}

/** An officer reads from the number whether there is a course of conduct: one that is too small hides it. */
function sayWaiting(count: number, isCut: boolean): string {
  return sayFirst(`${isCut ? "at least " : ""}${sayFewOf(count, "report that waits holds", "reports that wait hold")} this.`);
}
