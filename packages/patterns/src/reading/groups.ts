import { type Statement, type Timeline, countWriters, createGroupsOf, createNamedTo } from "@unmask/core";
import { sayGroupsOf } from "@unmask/words";
import { isOfGroup } from "./doubt.ts";
import { memoize } from "./memoize.ts";
import type { PlacedAct } from "./placed-act.ts";
import { actsByWhose } from "./their-acts.ts";

/** What went to a group went to all in it, and is not said to have been sent to one of them. */
export function isToGroup({ doubts }: PlacedAct): boolean {
  return isOfGroup(doubts);
}

/** Makes a question: do the files show that she was in the group that an act went to? She wrote in it, or is named beside it. */
export function createInHerGroup(timeline: Timeline, statement: Statement): (one: PlacedAct) => boolean {
  const herGroups = groupsOfHers(timeline, statement);
  const groupsOf = createGroupsOf(timeline);
  const named = createNamedTo(statement);
  return ({ act }) =>
    groupsOf(act).some((key) => herGroups.has(key)) || act.to.some((one) => one.kind === "owner" || named(one) === "hers");
}

/** The groups in which she wrote. */
const groupsOfHers = memoize((timeline, statement): ReadonlySet<string> => {
  const { hers, hersElsewhere, agreed } = actsByWhose(timeline, statement);
  const groupsOf = createGroupsOf(timeline);
  const acts = [...hers, ...hersElsewhere, ...agreed.filter(({ whose }) => whose === "hers")];
  return new Set(acts.flatMap((one) => (isToGroup(one) ? groupsOf(one.act) : [])));
});

/** "a group of 8 or more", "three groups": where the acts of these lists went that went to groups; empty where none did. */
export function sayGroups(timeline: Timeline, ...lists: readonly (readonly PlacedAct[])[]): string {
  const groupsOf = createGroupsOf(timeline);
  const groups = lists.flatMap((list) => list.flatMap((one) => (isToGroup(one) ? groupsOf(one.act) : [])));
  return sayGroupsOf([...countWriters(timeline, groups).values()]);
}
