import { type Instant, type PlacedStop, type Statement, type Timeline, beginningOf, isDevice, isInPerson, normalName } from "@unmask/core";
import { memoize } from "./memoize.ts";
import { type PlacedAct, walkActs } from "./placed-act.ts";

/**
 * Normal forms of every number and account that these files show up to a stop, whoever acted, and of the names beside them: a number that she
 * rang herself is not new when it writes to her.
 */
export function seenBefore(timeline: Timeline, statement: Statement, stop: PlacedStop): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const [normal, first] of firstShown(timeline, statement)) if (first <= beginningOf(stop).latest) seen.add(normal);
  return seen;
}

/** The first instant at which the files can show each number, account and name. */
const firstShown = memoize((timeline, statement): ReadonlyMap<string, Instant> => {
  const firstByNormal = new Map<string, Instant>();
  const firstByName = new Map<string, Instant>();
  for (const [{ normal, name }, at] of walkActs(timeline, statement).firstShown) {
    keepFirst(firstByNormal, normal, at);
    if (name !== undefined) keepFirst(firstByName, name, at);
  }
  for (const [name, at] of firstByName) keepFirst(firstByNormal, normalName(name), at);
  return firstByNormal;
});

function keepFirst(firstByKey: Map<string, Instant>, key: string, at: Instant): void {
  const first = firstByKey.get(key);
  if (first === undefined || at < first) firstByKey.set(key, at);
}

/** Whether something came by the number or account that its record names. A break-in does not, nor does what she or a device wrote down. */
export function isByAccount(one: PlacedAct): boolean {
  const { from, grade } = one;
  return !isDevice(one) && grade !== "own-account" && grade !== "check" && from.kind !== "withheld" && !isInPerson(one);
}
