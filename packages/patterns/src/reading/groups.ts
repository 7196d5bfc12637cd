import type { Act, Timeline } from "@unmask/core";
import { sayFew, sayNumber } from "@unmask/words";
import { isOfGroup } from "./doubt.ts";
import type { PlacedAct } from "./placed-act.ts";

/** What went to a group went to all in it, and is not said to have been sent to one of them. */
export function isToGroup({ doubts }: PlacedAct): boolean {
  return isOfGroup(doubts);
}

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
