import type { Act } from "./act.ts";
import type { Timeline } from "./timeline.ts";

/** The groups that an act went to, each as a key by which the files tell it from others. */
export function groupsOf({ channel, to }: Pick<Act, "channel" | "to">): readonly string[] {
  return to.flatMap(({ kind, normal }) => (kind === "group" ? [`${channel}\u001f${normal}`] : []));
}

/**
 * How many wrote in each of some groups, with her; in the order of the keys. A file names who wrote in a group, and seldom who only read, so that a
 * group has that many people or more.
 */
export function countWriters({ acts }: Pick<Timeline, "acts">, groups: Iterable<string>): ReadonlyMap<string, number> {
  const writers = new Map([...groups].map((key) => [key, new Set<string>()]));
  if (writers.size === 0) return new Map();
  for (const act of acts) for (const key of groupsOf(act)) writers.get(key)?.add(act.from.kind === "owner" ? "" : act.from.normal);
  return new Map([...writers].map(([key, { size }]) => [key, size]));
}
