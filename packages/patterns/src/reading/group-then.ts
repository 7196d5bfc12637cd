import { type Statement, type Timeline, createGroupsOf, createNamedTo, firstInstantOf } from "@unmask/core";
import { memoize } from "./memoize.ts";
import type { PlacedAct } from "./placed-act.ts";
import { actsByWhose } from "./their-acts.ts";

/**
 * Makes a question: do the files show that she was still in the group that an act went to? She wrote in it at that time or later, or is named
 * beside it. Who left reads no more of it, and what was said there did not reach her.
 */
export function createInGroupThen(timeline: Timeline, statement: Statement): (one: PlacedAct) => boolean {
  const lastByGroup = lastOfHersByGroup(timeline, statement);
  const groupsOf = createGroupsOf(timeline);
  const named = createNamedTo(statement);
  return (one) =>
    one.act.to.some((to) => to.kind === "owner" || named(to) === "hers") ||
    groupsOf(one.act).some((key) => (lastByGroup.get(key) ?? -Infinity) >= firstInstantOf(one));
}

const lastOfHersByGroup = memoize((timeline, statement): ReadonlyMap<string, number> => {
  const { hers, hersElsewhere, agreed } = actsByWhose(timeline, statement);
  const groupsOf = createGroupsOf(timeline);
  const last = new Map<string, number>();
  for (const one of [...hers, ...hersElsewhere, ...agreed.filter(({ whose }) => whose === "hers")])
    for (const key of groupsOf(one.act)) last.set(key, Math.max(last.get(key) ?? -Infinity, one.latest));
  return last;
});

/** Makes a question: did she ever write in the group that an act went to? */
export function createInGroupEver(timeline: Timeline, statement: Statement): (one: PlacedAct) => boolean {
  const lastByGroup = lastOfHersByGroup(timeline, statement);
  const groupsOf = createGroupsOf(timeline);
  return (one) => groupsOf(one.act).some((key) => lastByGroup.has(key));
}
