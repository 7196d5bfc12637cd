import type { Act } from "./act.ts";
import { isOneGroup } from "./same-groups.ts";
import { groupForm } from "./twins.ts";
import type { Timeline } from "./timeline.ts";

/** The key by which the files tell a group from others. */
function keyOf(channel: Act["channel"], normal: string): string {
  return `${channel}\u001f${groupForm(normal)}`;
}

/** Makes the groups that an act went to, each as a key: one for a group that two exports name differently. */
export function createGroupsOf({ sameGroups = [] }: Pick<Timeline, "sameGroups">): (act: Pick<Act, "channel" | "to">) => readonly string[] {
  const next = new Map<string, string>();
  const firstOf = (key: string): string => {
    let first = key;
    for (let before = next.get(first); before !== undefined; before = next.get(first)) first = before;
    return first;
  };
  for (const same of sameGroups) {
    if (!isOneGroup(same)) continue;
    const [a, b] = same.names.map(({ normal }) => firstOf(keyOf(same.channel, normal))).sort();
    if (a !== undefined && b !== undefined && a !== b) next.set(b, a);
  }
  return ({ channel, to }) => to.flatMap(({ kind, normal }) => (kind === "group" ? [firstOf(keyOf(channel, normal))] : []));
}

/**
 * How many wrote in each of some groups, with her; in the order of the keys. A file names who wrote in a group, and seldom who only read, so that a
 * group has that many people or more. Of a group under two names it is the name with more: one of them can have a member under another name.
 */
export function countWriters(timeline: Pick<Timeline, "acts" | "sameGroups">, groups: Iterable<string>): ReadonlyMap<string, number> {
  const writers = new Map([...groups].map((key) => [key, new Map<string, Set<string>>()]));
  if (writers.size === 0) return new Map();
  const groupsOf = createGroupsOf(timeline);
  for (const act of timeline.acts)
    for (const { channel, from, to } of act.records ?? [act])
      for (const group of to) {
        if (group.kind !== "group") continue;
        for (const key of groupsOf({ channel, to: [group] })) {
          const byName = writers.get(key);
          if (byName === undefined) continue;
          const form = groupForm(group.normal);
          let ofName = byName.get(form);
          if (ofName === undefined) byName.set(form, (ofName = new Set()));
          ofName.add(from.kind === "owner" ? "" : from.normal);
        }
      }
  return new Map([...writers].map(([key, byName]) => [key, Math.max(0, ...[...byName.values()].map(({ size }) => size))])); // bounded: names of one group
}
