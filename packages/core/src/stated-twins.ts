import type { Identity } from "./identity.ts";
import { type SameChats, chatsOf, findSameChats } from "./same-chats.ts";
import type { Statement } from "./statement.ts";
import { type Timeline, pairAgain } from "./timeline.ts";
import { type StatedPeople, isStatedPair } from "./twins.ts";
import { type Named, createNamed } from "./whose.ts";

/**
 * One chat from two phones that saved him under two names, or of which one shows his number. The files cannot say that the names are one person:
 * only she can, and where she did the message is one act.
 */

/** Two chats of which only she can say whether they are one, and the two names that she did not state as one person. */
export interface OpenChats {
  /** The stated one first. */
  readonly people: readonly [Identity, Identity];
  /** As whose the first is stated. */
  readonly whose: Exclude<Named, "other">;
  /** The same messages in both. */
  readonly count: number;
}

/** Makes one act of each message of such a chat, where she says that the names are one person's. */
export function withStatedTwins(timeline: Timeline, statement: Pick<Statement, "me" | "them" | "perhaps">): Timeline {
  const people = isOneFile(timeline) ? undefined : statedPeople(timeline, statement);
  return people === undefined ? timeline : pairAgain(timeline, people);
}

/** Who is one person as she states, in which chats; undefined where nothing is joined by it. */
function statedPeople({ acts }: Pick<Timeline, "acts">, statement: Pick<Statement, "me" | "them" | "perhaps">): StatedPeople | undefined {
  const same = findSameChats(acts);
  if (same.length === 0) return undefined;
  const named = createNamed(statement);
  const personOf = (identity: Identity): string | undefined => {
    const whose = named(identity);
    return whose === "hers" || whose === "theirs" ? whose : undefined;
  };
  const isStated = ({ people }: SameChats): boolean => people.some(([a, b]) => isStatedPair(a, b, personOf));
  const chats = new Set(same.filter(isStated).map((one) => one.chats.join("\u001d")));
  if (chats.size === 0) return undefined;
  return {
    personOf,
    areInOneChat: (a, b) => chatsOf(a).some((one) => chatsOf(b).some((other) => chats.has([one, other].sort().join("\u001d")))),
  };
}

/** Finds the chats that she is asked about: somebody stated in the one stands where somebody else stands in the other. */
export function findOpenChats(timeline: Timeline, statement: Pick<Statement, "me" | "them" | "perhaps">): readonly OpenChats[] {
  const same = isOneFile(timeline) ? [] : findSameChats(timeline.acts);
  if (same.length === 0) return [];
  const named = createNamed(statement);
  const open = new Map<string, OpenChats>();
  for (const { people, count } of same)
    for (const pair of people) {
      // Two numbers or accounts are two, whatever she says of them.
      if (pair.every(({ kind }) => kind !== "name")) continue;
      const [a, b] = named(pair[0]) === "other" ? [pair[1], pair[0]] : pair;
      const [whose, other] = [named(a), named(b)];
      if (whose === "other" || (whose === other && whose !== "perhaps theirs") || isContrary(whose, other)) continue;
      const key = `${a.normal}\u0000${b.normal}`;
      const known = open.get(key);
      open.set(key, { people: [a, b], whose, count: Math.max(count, known?.count ?? 0) });
    }
  return [...open.values()].sort((a, b) => b.count - a.count);
}

/** Asked first: of a million acts of one export nothing else is looked at. */
function isOneFile({ coverage }: Timeline): boolean {
  return coverage.length > 0 && coverage.every(({ source }) => source.sha256 === coverage[0]?.source.sha256);
}

/** She said already that they are two. */
function isContrary(one: Named, other: Named): boolean {
  return (one === "hers") !== (other === "hers") && one !== "other" && other !== "other";
}
