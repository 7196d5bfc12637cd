import type { Identity } from "./identity.ts";
import { type SameChats, chatsOf, findSameChats } from "./same-chats.ts";
import { isNamedAsOne, isOneGroup } from "./same-groups.ts";
import type { Statement } from "./statement.ts";
import type { TimelineAct } from "./timeline-act.ts";
import { type Timeline, pairAgain } from "./timeline.ts";
import { type StatedPeople, isSamePerson, isStatedPair } from "./twins.ts";
import { type Named, createNamed, createSaidOther } from "./whose.ts";

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
  /** One of them lacks more than was deleted on a phone: that both names are one person's does not make them one chat. */
  readonly areContrary: boolean;
}

/** Two names that she stated as one person's, and what their chats hold alike. */
export interface StatedTwins {
  readonly people: readonly [Identity, Identity];
  /** Messages that stand in both chats. */
  readonly count: number;
  /** Made one by her word; or left two, because each chat holds what the other lacks, or by her word. */
  readonly areOne: boolean;
  /** That they are two is her word. */
  readonly isSaid?: true;
}

/** Makes one act of each message of such a chat, where she says that the names are one person's, and of each of two groups that she says are one. */
export function withStatedTwins(timeline: Timeline, statement: StatedOfTwins): Timeline {
  if (isOneFile(timeline)) return timeline;
  const stated = statedChats(timeline, statement);
  const { sameGroups = [] } = timeline;
  const groups = sameGroups.map((same) => {
    if (isNamedAsOne(same, statement.twoChats)) return { ...same, are: "two" as const };
    const isStated = !isOneGroup(same) && (isNamedAsOne(same, statement.oneGroup) || stated.has(same.chats.join("\u001d")));
    return isStated ? { ...same, are: "stated" as const } : same;
  });
  const isMore = groups.some((same, i) => same !== sameGroups[i]);
  const chats = new Set([...stated, ...groups.flatMap((same) => (isOneGroup(same) ? [same.chats.join("\u001d")] : []))]);
  if (chats.size === 0 && !isMore) return timeline;
  return pairAgain(timeline, { people: chats.size === 0 ? undefined : createPeople(chats, statement), sameGroups: groups });
}

/** What of a statement says that two are one, or two. */
type StatedOfTwins = Pick<Statement, "me" | "them" | "perhaps" | "others" | "oneGroup" | "twoChats">;

/** Makes a question: does she say that two names are not one person's, or their chats not one? */
function createSaidTwo(statement: StatedOfTwins): (names: readonly [Identity, Identity]) => boolean {
  const isSaidOther = createSaidOther(statement);
  return (names) => isNamedAsOne({ names }, statement.twoChats) || names.some(isSaidOther);
}

/** The chats that her word for two names makes one. */
function statedChats({ acts, sameGroups = [] }: Pick<Timeline, "acts" | "sameGroups">, statement: StatedOfTwins): ReadonlySet<string> {
  const same = findSameChats(acts);
  if (same.length === 0) return new Set();
  const personOf = createPersonOf(statement);
  const { oneGroup } = statement;
  const groups = new Map(sameGroups.map((group) => [group.chats.join("\u001d"), group]));
  const isNamed = ({ chats, people }: SameChats): boolean => {
    const group = groups.get(chats.join("\u001d"));
    return [...(group ? [group] : []), ...people.map((names) => ({ names }))].some((one) => isNamedAsOne(one, oneGroup));
  };
  const isSaidTwo = createSaidTwo(statement);
  const isStated = (one: SameChats): boolean =>
    one.people.some(([a, b]) => isStatedPair(a, b, personOf)) && !one.people.some(isSaidTwo) && (!one.areContrary || isNamed(one));
  return new Set(same.filter(isStated).map((one) => one.chats.join("\u001d")));
}

/** Who is one person as she states, in these chats and in groups that are one: there his every message can be deleted, and nothing the same under both names. */
function createPeople(chats: ReadonlySet<string>, statement: StatedOfTwins): StatedPeople {
  const isSaidTwo = createSaidTwo(statement);
  return {
    personOf: createPersonOf(statement),
    areInOneChat: (a, b) =>
      !isSaidTwo([a.from, b.from]) && chatsOf(a).some((one) => chatsOf(b).some((other) => chats.has([one, other].sort().join("\u001d")))),
  };
}

function createPersonOf(statement: Pick<Statement, "me" | "them" | "perhaps">): StatedPeople["personOf"] {
  const named = createNamed(statement);
  return (identity) => {
    const whose = named(identity);
    return whose === "hers" || whose === "theirs" ? whose : undefined;
  };
}

/**
 * What `withStatedTwins` made one by her word alone in this timeline, and what it left two although she stated both names: either can be wrong, and is
 * told. Most messages first.
 */
export function findStatedTwins(timeline: Timeline, statement: StatedOfTwins): readonly StatedTwins[] {
  if (isOneFile(timeline)) return [];
  const personOf = createPersonOf(statement);
  const named = createNamed(statement);
  const isSaidTwo = createSaidTwo(statement);
  const twins = new Map<string, StatedTwins>();
  const add = (people: readonly [Identity, Identity], count: number, areOne: boolean, isSaid = false): void => {
    const key = people.map(({ normal }) => normal).sort().join("\u0000"); // prettier-ignore
    const known = twins.get(`${areOne} ${key}`);
    twins.set(`${areOne} ${key}`, known ? { ...known, count: known.count + count } : { people, count, areOne, ...(isSaid && { isSaid }) });
  };
  for (const act of timeline.acts) {
    const pair = pairOfRecords(act, personOf);
    if (pair) add(pair, 1, true);
  }
  for (const { people, count, areContrary, isWorthAsking } of findSameChats(timeline.acts)) {
    const two = people.find((pair) => isSaidTwo(pair) && pair.some((one) => named(one) !== "other"));
    const pair = two ?? (areContrary && isWorthAsking ? people.find(([a, b]) => isStatedPair(a, b, personOf)) : undefined);
    if (pair) add(pair, count, false, two !== undefined);
  }
  return [...twins.values()].sort((a, b) => b.count - a.count);
}

/** The two names of one person under which the records of an act have it; undefined where they have one. */
function pairOfRecords({ records = [] }: TimelineAct, personOf: StatedPeople["personOf"]): readonly [Identity, Identity] | undefined {
  const [first, ...others] = records;
  if (first === undefined) return undefined;
  for (const other of others)
    for (const [a, b] of [[first.from, other.from] as const, [first.to[0], other.to[0]] as const])
      if (a && b && a.kind !== "owner" && b.kind !== "owner" && !isSamePerson(a, b) && isStatedPair(a, b, personOf)) return [a, b];
  return undefined;
}

/** Finds the chats that she is asked about: somebody stated in the one stands where somebody else stands in the other. */
export function findOpenChats(timeline: Timeline, statement: StatedOfTwins): readonly OpenChats[] {
  const same = isOneFile(timeline) ? [] : findSameChats(timeline.acts).filter(({ isWorthAsking }) => isWorthAsking);
  if (same.length === 0) return [];
  const named = createNamed(statement);
  const isSaidTwo = createSaidTwo(statement);
  const open = new Map<string, OpenChats>();
  for (const { people, count, areContrary } of same)
    for (const pair of people) {
      // Two numbers or accounts are two, whatever she says of them.
      if (pair.every(({ kind }) => kind !== "name") || isSaidTwo(pair)) continue;
      const [a, b] = named(pair[0]) === "other" ? [pair[1], pair[0]] : pair;
      const [whose, other] = [named(a), named(b)];
      if (whose === "other" || (whose === other && whose !== "perhaps theirs") || isContrary(whose, other)) continue;
      const key = `${a.normal}\u0000${b.normal}`;
      const known = open.get(key);
      open.set(key, {
        people: [a, b],
        whose,
        count: Math.max(count, known?.count ?? 0),
        areContrary: areContrary || known?.areContrary === true,
      });
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
