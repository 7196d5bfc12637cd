import type { Channel } from "./act.ts";
import type { Flag } from "./flag.ts";
import type { Identity } from "./identity.ts";
import type { Sha256 } from "./sha256.ts";
import { inOrderOfSource, type TimelineAct } from "./timeline-act.ts";
import { bucketsByWords, canMeet, isSamePerson, wordsOf } from "./twins.ts";

/**
 * Two chats that hold the same messages, by people of different names: one chat from two phones, where he is saved under another name or not yet
 * saved. Nothing is joined here: by names that nobody stated two chats stay two (docs/formats/act.md, 8.1).
 *
 * [Note: Two accounts in one hand] Whoever bombards sends the same texts from two accounts in the same minutes. What tells them apart is what only one
 * chat holds while both go on: her answer, or another text of his. Two accounts that send nothing but the same to somebody who never answers look like
 * one chat; what is made one by her word is therefore told.
 *
 * [Note: Deleted on one phone] A few messages that one chat lacks were deleted on that phone, or one that was would count all the others twice. Two
 * accounts differ in more: her answers are not the same in both, or another answer stands where one is lacking. What the one shows as taken back in the
 * minute and by the hand of a message of the other is that message: it breaks no row, and is no part of what could be the same.
 */

/** Messages of one time that are looked at for one message. Stops a million in one minute from a million comparisons each. */
const mostLookedAt = 64;
/** The same of equal words over all files, where each that is looked at is counted. */
const mostCounted = 16;
/** Two chats are compared whole once they share so many messages; fewer are chance. */
const sameLeast = 2;
/** So many of the same messages without another between them are one chat's… */
const rowLeast = 5;
/** …and so is this part of the shorter chat, over the time in which both have messages. */
const shareLeast = 0.9;
/** With a row's number of the same, this part of the shorter is worth a question: much can be deleted on both phones without a trace. */
const shareToAsk = 0.5;
/** What one chat alone lacks was deleted there, where it is one in so many of the same messages, or a single one… */
const deletedOneIn = 10;
/** …and what each of two lacks, where it is one in so many for each, and the same are… */
const deletedOfEachOneIn = 20;
/** …so many. */
const longLeast = 20;
/** So many of the same are not by the one who wrote most of them: one hand alone can send the same from two accounts. */
const othersLeast = 2;
/** Pairs of chats that are compared whole. Stops files of a thousand chats each, made to agree, from a million comparisons. */
const mostPairs = 1000;

/** Two chats that hold the same messages, and who stands in the one where somebody else stands in the other. */
export interface SameChats {
  readonly chats: readonly [string, string];
  /** The same messages, in the same order. */
  readonly count: number;
  /** Each once; two of one name are no pair. */
  readonly people: readonly (readonly [Identity, Identity])[];
  /** How many of the same messages each writer sent whom both chats call the same. */
  readonly countByWriter: ReadonlyMap<Identity, number>;
  /** Messages that one holds and the other lacks, in the time that both cover. */
  readonly lackCount: number;
  /** These are more than was deleted on a phone, or too little is the same: the two can be the chats of two accounts. */
  readonly areContrary: boolean;
  /** Enough is the same to ask her; of fewer it is her word alone, unasked, that makes the two one. */
  readonly isWorthAsking: boolean;
}

/** Before the name of somebody who is spoken to in a message: each phone writes there what it calls them. */
const mentionMark = "@\u2068";

/** What two exports of one chat can have differently, or one of them not at all. */
const flagsOfOneExport: ReadonlySet<Flag> = new Set<Flag>([
  "deleted", "edited", "unsent", "view-once", "truncated", "not-delivered", "decoding-doubtful",
]); // prettier-ignore

/** Finds chats of two files that hold the same messages in the same order at the same times, at least one of them not joined yet. */
export function findSameChats(acts: readonly TimelineAct[]): readonly SameChats[] {
  const first = acts[0];
  if (!first || acts.every(({ sources }) => sources.every(({ sha256 }) => sha256 === first.source.sha256))) return [];
  return findSameChatsOf(acts, () => true).filter(({ people }) => people.length > 0);
}

/** The same of chats that `areAsked`, whoever stands in them: told by a message of each. */
export function findSameChatsOf(
  acts: readonly TimelineAct[],
  areAsked: (one: TimelineAct, other: TimelineAct) => boolean,
): readonly SameChats[] {
  const pairs = pairsThatShare(acts, areAsked);
  if (pairs.size === 0) return [];
  const wanted = new Set([...pairs.values()].flat());
  const recordsByChat = new Map<string, TimelineAct[]>();
  for (const act of acts)
    for (const record of act.records ?? [act])
      for (const key of chatsOf(record)) {
        if (!wanted.has(key)) continue;
        const records = recordsByChat.get(key);
        if (records) records.push(record);
        else recordsByChat.set(key, [record]);
      }
  for (const records of recordsByChat.values()) records.sort(inOrderOfChat);
  return [...pairs.values()].flatMap(([a, b]) => compare(a, b, recordsByChat));
}

/**
 * Makes a question: do two records stand in exports of one chat of the same two people, whatever each export calls the chat? Only the people and the
 * same messages say so, because one make calls it by his name and another by the folder it lies in. Asked seldom, so it is found when first asked.
 */
export function createAreOneChat(acts: readonly TimelineAct[]): (a: TimelineAct, b: TimelineAct) => boolean {
  let pairs: ReadonlySet<string> | undefined;
  return (a, b) => {
    if (!isOfTwo(a) || !isOfTwo(b)) return false;
    pairs ??= pairsOfOneChat(acts);
    const there = chatsOf(withoutThread(b));
    return chatsOf(withoutThread(a)).some((one) => there.some((other) => pairs?.has([one, other].sort().join("\u001d"))));
  };
}

/** The records of one id have the thread of one of them, so that each place is looked at by itself. */
function pairsOfOneChat(acts: readonly TimelineAct[]): ReadonlySet<string> {
  const places = acts
    .flatMap((act) => act.records ?? [act])
    .filter(isOfTwo)
    .flatMap((record) => record.sources.map((source) => ({ ...withoutThread(record), source, sources: [source] })));
  const same = findSameChatsOf(places, () => true);
  return new Set(same.flatMap(({ chats, people, areContrary }) => (people.length > 0 || areContrary ? [] : [chats.join("\u001d")])));
}

function isOfTwo({ to }: TimelineAct): boolean {
  return to.length === 1 && to[0]?.kind !== "group";
}

function withoutThread({ thread: _, ...record }: TimelineAct): TimelineAct {
  return record;
}

/** The chats that a record stands in: one for each file that holds it. */
export function chatsOf({ sources, channel, thread, from, to }: TimelineAct): readonly string[] {
  const chat = thread ?? [from, ...to].flatMap(({ kind, normal }) => (kind === "owner" ? [] : [normal])).sort().join("\u001e"); // prettier-ignore
  return [...new Set(sources.map(({ sha256 }) => chatKey(sha256, channel, chat)))];
}

function chatKey(sha256: string, channel: Channel, chat: string): string {
  return `${sha256}\u001f${channel}\u001f${chat}`;
}

/** Pairs of chats of different files in which some messages have the same words at the same time and are not one act. */
function pairsThatShare(
  acts: readonly TimelineAct[],
  areAsked: (one: TimelineAct, other: TimelineAct) => boolean,
): ReadonlyMap<string, readonly [string, string]> {
  if (!isChannelInTwoFiles(acts)) return new Map();
  const shared = new Map<string, { readonly pair: readonly [string, string]; count: number }>();
  for (const bucket of bucketsByWords(acts)) {
    const sorted = bucket.filter(({ text }) => text !== null && text !== "").sort((a, b) => a.when.earliest - b.when.earliest);
    if (sorted.length < 2) continue;
    const chats = sorted.map(chatsOf);
    for (const [i, one] of sorted.entries()) {
      for (let k = i + 1; k < sorted.length && k <= i + mostCounted; k++) {
        const other = sorted[k];
        if (!other || other.when.earliest > one.when.latest) break;
        if (one.channel !== other.channel || one.kind !== other.kind || !areAsked(one, other)) continue;
        for (const a of chats[i] ?? [])
          for (const b of chats[k] ?? []) {
            if (fileOf(a) === fileOf(b)) continue;
            const pair = a < b ? ([a, b] as const) : ([b, a] as const);
            const key = pair.join("\u001d");
            const known = shared.get(key);
            if (known) known.count++;
            else shared.set(key, { pair, count: 1 });
          }
      }
    }
  }
  const most = [...shared].filter(([, { count }]) => count >= sameLeast).sort(([, a], [, b]) => b.count - a.count);
  return new Map(most.slice(0, mostPairs).map(([key, { pair }]) => [key, pair]));
}

/** Whether one channel stands in two files. Where each has a file of its own no two chats can be one, and no words need be compared. */
function isChannelInTwoFiles(acts: readonly TimelineAct[]): boolean {
  const fileByChannel = new Map<Channel, Sha256>();
  return acts.some(({ channel, source, sources }) => {
    const file = fileByChannel.get(channel);
    if (file === undefined) fileByChannel.set(channel, source.sha256);
    return sources.some(({ sha256 }) => sha256 !== (file ?? source.sha256));
  });
}

/** The hash of the file that a chat stands in. */
export function fileOf(key: string): string {
  return key.slice(0, key.indexOf("\u001f"));
}

/** As the chat itself has them: of one minute in the order of their places. */
function inOrderOfChat(a: TimelineAct, b: TimelineAct): number {
  return a.when.earliest - b.when.earliest || inOrderOfSource(a.source, b.source);
}

function compare(a: string, b: string, recordsByChat: ReadonlyMap<string, readonly TimelineAct[]>): readonly SameChats[] {
  const some = recordsByChat.get(a) ?? [];
  const others = recordsByChat.get(b) ?? [];
  const hands = createHands();
  const [matched, matchedOthers] = [new Set<TimelineAct>(), new Set<TimelineAct>()];
  const matches: (readonly [TimelineAct, TimelineAct])[] = [];
  let at = 0;
  const countByHand = new Map<string, { readonly writer: Identity; readonly count: number }>();
  for (const one of some) {
    while (at < others.length && (others[at]?.when.latest ?? 0) < one.when.earliest) at++;
    for (let k = at; k < others.length && k < at + mostLookedAt; k++) {
      const other = others[k];
      if (!other || other.when.earliest > one.when.latest) break;
      if (!isSameMessage(one, other) || !hands.agree(one, other)) continue;
      matches.push([one, other]);
      matched.add(one);
      matchedOthers.add(other);
      if (isSamePerson(one.from, other.from)) {
        const known = countByHand.get(one.from.normal);
        countByHand.set(one.from.normal, { writer: known?.writer ?? one.from, count: (known?.count ?? 0) + 1 });
      }
      at = k + 1;
      break;
    }
  }
  const count = matches.length;
  if (count < sameLeast) return [];
  const [left, leftOfOthers] = [some.filter((one) => !matched.has(one)), others.filter((one) => !matchedOthers.has(one))];
  const became = statesOf(left, leftOfOthers, hands.isOneHand);
  const [weighed, weighedOthers] = [some.filter((one) => !became.has(one)), others.filter((one) => !became.has(one))];
  const shorter = Math.min(countWithin(weighed, others), countWithin(weighedOthers, some));
  const isOneChat = longestRow(matches, weighed, weighedOthers) >= rowLeast || count >= shareLeast * shorter;
  const here = { chat: some, matched, only: lackedIn({ chat: others, left: leftOfOthers, became }, left) };
  const there = { chat: others, matched: matchedOthers, only: lackedIn({ chat: some, left, became }, leftOfOthers) };
  const lackCount = here.only.length + there.only.length;
  const areContrary = !isOneChat || (lackCount > 0 && !areDeleted(here, there));
  const isWorthAsking = isOneChat || (count >= rowLeast && count >= shareToAsk * shorter);
  const countByWriter = new Map([...countByHand.values()].map(({ writer, count: sent }) => [writer, sent]));
  return [{ chats: [a, b], count, people: hands.thatDiffer(), countByWriter, lackCount, areContrary, isWorthAsking }];
}

/** How many of the same stand without another between them in either chat. */
function longestRow(
  matches: readonly (readonly [TimelineAct, TimelineAct])[],
  some: readonly TimelineAct[],
  others: readonly TimelineAct[],
): number {
  const [places, placesThere] = [some, others].map((chat) => new Map(chat.map((one, place) => [one, place])));
  let [longest, row, last, lastThere] = [0, 0, -2, -2];
  for (const [one, other] of matches) {
    const [place, placeThere] = [places?.get(one) ?? 0, placesThere?.get(other) ?? 0];
    row = place === last + 1 && placeThere === lastThere + 1 ? row + 1 : 1;
    longest = Math.max(longest, row);
    [last, lastThere] = [place, placeThere];
  }
  return longest;
}

/**
 * Of what two chats do not hold alike, those that are one message in two states: of one hand and minute, and taken back or changed in the one; then
 * those of which neither has words of its own, as one export has a picture that the other left out.
 */
function statesOf(
  left: readonly TimelineAct[],
  leftOfOthers: readonly TimelineAct[],
  isBy: (one: Identity, other: Identity) => boolean,
): ReadonlySet<TimelineAct> {
  const became = new Set<TimelineAct>();
  for (const isWhole of [true, false]) {
    let at = 0;
    for (const one of left) {
      while (at < leftOfOthers.length && (leftOfOthers[at]?.when.latest ?? 0) < one.when.earliest) at++;
      if (one.kind !== "message" || became.has(one)) continue;
      const other = leftOfOthers
        .slice(at, at + mostLookedAt)
        .find((it) => !became.has(it) && areStates(one, it, isWhole) && canMeet(one.when, it.when) && isBy(one.from, it.from));
      if (other !== undefined) became.add(one).add(other);
    }
  }
  return became;
}

function areStates(one: TimelineAct, other: TimelineAct, isWhole: boolean): boolean {
  if (other.kind !== "message") return false;
  const [first, second] = [isInEveryExport(one), isInEveryExport(other)];
  return isWhole ? (first && isChanged(other)) || (second && isChanged(one)) : !first && !second;
}

function isChanged({ flags }: TimelineAct): boolean {
  return flags.some((flag) => flagsOfOneExport.has(flag));
}

/** One of two chats: which of its messages are the same in the other, and which it alone holds. */
interface Side {
  readonly chat: readonly TimelineAct[];
  readonly matched: ReadonlySet<TimelineAct>;
  readonly only: readonly TimelineAct[];
}

/** Whether what each of two chats lacks was deleted on a phone, and does not show two. [Note: Deleted on one phone] */
function areDeleted(here: Side, there: Side): boolean {
  const count = here.matched.size;
  const countByHand = new Map<string, number>();
  for (const { from } of here.matched) countByHand.set(handOf(from), (countByHand.get(handOf(from)) ?? 0) + 1);
  const isOfMany = count - Math.max(...countByHand.values()) >= othersLeast; // bounded: who wrote in one chat
  if (here.only.length > 0 && there.only.length > 0) {
    const most = Math.max(here.only.length, there.only.length);
    return isOfMany && count >= longLeast && most * deletedOfEachOneIn <= count && !meetInGap(here, there);
  }
  const { matched, only } = here.only.length > 0 ? here : there;
  if (only.length > 1 && only.length * deletedOneIn > count) return false;
  if (isOfMany) return true;
  const writers = new Set([...matched].map(({ from }) => handOf(from)));
  return only.every(({ from }) => writers.has(handOf(from)));
}

/** Whether each holds a message of its own between the same two messages of both: one thing was written to the one, another to the other. */
function meetInGap(here: Side, there: Side): boolean {
  const gaps = gapsOf(here);
  for (const gap of gapsOf(there)) if (gaps.has(gap)) return true;
  return false;
}

/** Behind how many of the same messages those stand that it alone holds. */
function gapsOf({ chat, matched, only }: Side): ReadonlySet<number> {
  const wanted = new Set(only);
  const gaps = new Set<number>();
  let before = 0;
  for (const one of chat) {
    if (matched.has(one)) before++;
    else if (wanted.has(one)) gaps.add(before);
  }
  return gaps;
}

/** The other of two chats, and which of the messages of both are one in two states. */
interface OtherChat {
  readonly chat: readonly TimelineAct[];
  readonly left: readonly TimelineAct[];
  readonly became: ReadonlySet<TimelineAct>;
}

/**
 * Which of these the other chat does not hold although it goes on before and after, in whatever order a minute stands there. A message of that hand
 * and minute that was taken back or changed is what became of it.
 */
function lackedIn({ chat, left: leftThere, became }: OtherChat, left: readonly TimelineAct[]): readonly TimelineAct[] {
  const [first] = chat;
  const last = chat.at(-1);
  if (!first || !last) return [];
  const thereByWords = new Map<string, TimelineAct[]>();
  for (const one of leftThere) {
    const words = wordsOf(one);
    const same = thereByWords.get(words);
    if (same === undefined) thereByWords.set(words, [one]);
    else if (same.length < mostLookedAt) same.push(one);
  }
  return left.filter(
    (one) =>
      isInEveryExport(one) &&
      !became.has(one) &&
      one.when.earliest > first.when.latest &&
      one.when.latest < last.when.earliest &&
      !(thereByWords.get(wordsOf(one)) ?? []).some((other) => isSameMessage(one, other)),
  );
}

/** A message with words of its own and no file, and without a name that the app writes into it: of the rest one export tells what another leaves out. */
function isInEveryExport(act: TimelineAct): boolean {
  const { kind, text, attachments } = act;
  return (
    kind === "message" && text !== null && text.trim() !== "" && !text.includes(mentionMark) && attachments.length === 0 && !isChanged(act)
  );
}

/** Two that were taken back have no words by which they could be the same. */
function isSameMessage(one: TimelineAct, other: TimelineAct): boolean {
  if (one.text === null && (isChanged(one) || isChanged(other))) return false;
  return one.kind === other.kind && wordsOf(one) === wordsOf(other) && canMeet(one.when, other.when);
}

/** How many lie in the time in which the others have messages. */
function countWithin(some: readonly TimelineAct[], others: readonly TimelineAct[]): number {
  const [first] = others;
  const last = others.at(-1);
  if (!first || !last) return 0;
  return some.filter(({ when }) => when.latest >= first.when.earliest && when.earliest <= last.when.latest).length;
}

/** Who is who, one to one: whoever wrote a message of the one chat is one and the same in the other throughout. */
function createHands(): {
  agree(one: TimelineAct, other: TimelineAct): boolean;
  isOneHand(one: Identity, other: Identity): boolean;
  thatDiffer(): readonly (readonly [Identity, Identity])[];
} {
  const there = new Map<string, readonly [Identity, Identity]>();
  const here = new Map<string, string>();
  const isOne = (a: Identity, b: Identity): boolean => {
    const known = there.get(handOf(a));
    return known ? handOf(known[1]) === handOf(b) : !here.has(handOf(b));
  };
  return {
    agree(one, other) {
      const [a, b] = [one.to.length === 1 ? one.to[0] : undefined, other.to.length === 1 ? other.to[0] : undefined];
      const areAlike = a && b && (a.kind === "group") === (b.kind === "group");
      const pairs = [[one.from, other.from] as const, ...(areAlike ? [[a, b] as const] : [])];
      if (!pairs.every(([x, y]) => isOne(x, y))) return false;
      for (const [x, y] of pairs) {
        there.set(handOf(x), [x, y]);
        here.set(handOf(y), handOf(x));
      }
      return true;
    },
    isOneHand: isOne,
    thatDiffer: () => [...there.values()].filter(([a, b]) => a.kind !== "owner" && b.kind !== "owner" && !isSamePerson(a, b)),
  };
}

function handOf({ kind, normal }: Identity): string {
  return `${kind} ${normal}`;
}
