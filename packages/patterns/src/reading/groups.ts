import { type Act, type Statement, type Timeline, createNamedTo } from "@unmask/core";
import { sayFew, sayNumber } from "@unmask/words";
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
  const named = createNamedTo(statement);
  return ({ act }) =>
    groupsOf(act).some((key) => herGroups.has(key)) || act.to.some((one) => one.kind === "owner" || named(one) === "hers");
}

/** The groups in which she wrote. */
const groupsOfHers = memoize((timeline, statement): ReadonlySet<string> => {
  const { hers, hersElsewhere, agreed } = actsByWhose(timeline, statement);
  const acts = [...hers, ...hersElsewhere, ...agreed.filter(({ whose }) => whose === "hers")];
  return new Set(acts.flatMap((one) => (isToGroup(one) ? groupsOf(one.act) : [])));
});

/**
 * "a group of 8 or more", "three groups": where the acts of these lists went that went to groups; empty where none did. A file names who
 * wrote in a group, and seldom who only read, so the size is how many wrote, with her, and "or more".
 */
export function sayGroups(timeline: Timeline, ...lists: readonly (readonly PlacedAct[])[]): string {
  const writers = new Map<string, Set<string>>();
  for (const list of lists) for (const one of list) if (isToGroup(one)) for (const key of groupsOf(one.act)) writers.set(key, new Set());
  if (writers.size === 0) return "";
  for (const act of timeline.acts) {
    for (const key of groupsOf(act)) writers.get(key)?.add(act.from.kind === "owner" ? "" : act.from.normal);
  }
  const [first = new Set()] = writers.values();
  return writers.size === 1 ? `a group of ${sayNumber(first.size)} or more` : `${sayFew(writers.size)} groups`;
}

function groupsOf({ channel, to }: Act): readonly string[] {
  return to.flatMap(({ kind, normal }) => (kind === "group" ? [`${channel}\u001f${normal}`] : []));
}
