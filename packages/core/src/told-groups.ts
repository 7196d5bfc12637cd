import { type SameGroups, isOneGroup } from "./same-groups.ts";
import { fileOf } from "./same-chats.ts";
import type { Statement } from "./statement.ts";
import type { Timeline } from "./timeline.ts";
import { createNamed } from "./whose.ts";

/** Fewer of the same messages are chance. */
const toldLeast = 2;

/** Two names of a group about which she is told, and asked where the files cannot say whether it is one. */
export interface ToldGroups extends Pick<SameGroups, "names" | "lackCount"> {
  readonly are: Exclude<SameGroups["are"], "unlike">;
  /** Messages that are counted once; or, where the two are not taken for one, that hold the same. */
  readonly count: number;
}

/** Finds the groups under two names in which she or they wrote the same: what was made one can be two, and what was left two can be one. */
export function findToldGroups(timeline: Timeline, statement: Pick<Statement, "me" | "them" | "perhaps">): readonly ToldGroups[] {
  const { sameGroups = [] } = timeline;
  if (sameGroups.length === 0) return [];
  const named = createNamed(statement);
  const byNames = new Map<string, (SameGroups & Pick<ToldGroups, "are">)[]>();
  for (const same of sameGroups) {
    if (!isTold(same)) continue;
    const isAsked = same.count >= toldLeast && same.writers.some((one) => one.kind === "owner" || named(one) !== "other");
    if (!isAsked && same.are !== "stated") continue;
    const key = [same.channel, isOneGroup(same), ...same.names.map(({ normal }) => normal).sort()].join("\u001f");
    const known = byNames.get(key);
    if (known) known.push(same);
    else byNames.set(key, [same]);
  }
  return [...byNames.values()].flatMap((some): ToldGroups[] => {
    const [first] = some;
    if (first === undefined) return [];
    const count = isOneGroup(first) ? countOnce(timeline, some) : Math.max(...some.map((same) => same.count)); // bounded: pairs of chats
    const lackCount = Math.max(...some.map((same) => same.lackCount)); // bounded: pairs of chats
    return count === 0 ? [] : [{ names: first.names, are: first.are, count, lackCount }];
  });
}

function isTold(same: SameGroups): same is SameGroups & Pick<ToldGroups, "are"> {
  return same.are !== "unlike";
}

/** Acts of these groups that stand in a file of either name. */
function countOnce({ acts }: Timeline, some: readonly SameGroups[]): number {
  const [first] = some;
  const normals = new Set(some.flatMap(({ names }) => names.map(({ normal }) => normal)));
  const pairs = some.map(({ chats }) => chats.map(fileOf));
  return acts.filter(
    ({ channel, to, sources, records = [] }) =>
      channel === first?.channel &&
      sources.length > 1 &&
      [to, ...records.map((one) => one.to)].some((group) => group.some(({ kind, normal }) => kind === "group" && normals.has(normal))) &&
      pairs.some((files) => files.every((file) => sources.some(({ sha256 }) => sha256 === file))),
  ).length;
}
