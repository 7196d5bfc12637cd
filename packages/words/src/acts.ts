import {
  type Act,
  type Channel,
  type Flag,
  type Grade,
  type Identity,
  type Kind,
  type LaneId,
  isBreakIn,
  isNumberWithheld,
  markedName,
} from "@unmask/core";
import { english, englishActs, englishWays } from "./english.ts";
import type { ActWords, KindWords, Language, WayWords } from "./language.ts";
import { sayCount, sayFewOf, sayList } from "./numbers.ts";
import { nameInLine } from "./quoted.ts";
import { withoutMarks } from "./voice.ts";

/** What the words for an act are chosen by. */
type OfKind = Pick<Act, "kind"> & Partial<Pick<Act, "text">>;

function kindWordsOf(act: OfKind, { kinds, breakIn }: ActWords): KindWords {
  return isBreakIn(act) ? breakIn : kinds[act.kind];
}

/** "Message": the head of a row. "Break-in" only where the words of the row tell of one. */
export function sayKind(act: OfKind, words: ActWords = englishActs): string {
  return kindWordsOf(act, words).title;
}

/** "looked in", behind the name of a lane; empty where the lane says it already. */
export function sayDone(kind: Kind, { kinds }: ActWords = englishActs): string {
  return kinds[kind].done;
}

/** Words for acts and for how many. */
type Spoken = Pick<Language, "acts" | "numbers">;

/** "214 messages", "180 messages, 31 calls and 3 log-ins": each kind by its name, so that the rare ones never hide behind a number. */
export function sayKinds(acts: readonly OfKind[], { acts: words, numbers }: Spoken = english): string {
  const countByWords = new Map<KindWords, { readonly kind: Kind; count: number }>();
  for (const act of acts) {
    const one = kindWordsOf(act, words);
    const counted = countByWords.get(one);
    if (counted) counted.count++;
    else countByWords.set(one, { kind: act.kind, count: 1 });
  }
  const sorted = [...countByWords].sort(([, a], [, b]) => b.count - a.count || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
  return sayList(
    sorted.map(([{ one, several }, { count }]) => sayCount(count, one, several, numbers)),
    numbers,
  );
}

/** "WhatsApp", "text"; empty for a channel that nobody named. */
export function sayChannel(channel: Channel, { channels }: WayWords = englishWays): string {
  return channels[channel];
}

/** What a lane is called inside a sentence: "texts", "WhatsApp". */
export function sayLane(id: LaneId, { lanes }: WayWords = englishWays): string {
  return lanes[id].said;
}

/** What a lane is called on a picture: "Texts". */
export function sayLaneLabel(id: LaneId, { lanes }: WayWords = englishWays): string {
  return lanes[id].label;
}

/** "marked as deleted": in a row of print. */
export function sayFlag(flag: Flag, { flags }: ActWords = englishActs): string {
  return flags[flag].short;
}

/** "Deleted: the file keeps no text.": a sentence under the act; empty where nothing is to be said there. */
export function sayFlagInFull(flag: Flag, { flags }: ActWords = englishActs): string {
  return flags[flag].sentence;
}

/** "record", "typed by the person reporting", "plain text that anybody can edit": how an act is known, in print. */
export function sayGrade(grade: Grade, { grades }: ActWords = englishActs): string {
  return grades[grade].short;
}

/** What that means, as docs/formats/act.md says it: "an export as plain text, which anybody can edit". */
export function sayGradeInFull(grade: Grade, { grades }: ActWords = englishActs): string {
  return grades[grade].inFull;
}

/** The identity as the source wrote it, with the name shown beside it, each fit for a line of ours: "07700 900142 (R)", "withheld number". */
export function sayIdentity({ kind, wrote, name }: Identity, { identities }: ActWords = englishActs): string {
  if (kind === "withheld") return identities.withheld.one;
  const said = wrote === "" ? identities[kind].one : nameInLine(markedName(wrote));
  return withoutMarks(name === undefined || name === wrote ? said : `${said} (${nameInLine(markedName(name))})`);
}

/** The identity by which an act was done: "withheld number" of a call, "nobody named" of a brick through a window. */
export function sayFrom(act: Parameters<typeof isNumberWithheld>[0], words: ActWords = englishActs): string {
  return act.from.kind === "withheld" && !isNumberWithheld(act) ? words.nobody : sayIdentity(act.from, words);
}

/** "the mail address h.ode@example.com (Helen Ode)": whom a source names as the sender, of whom nobody said who that is; undefined where it names nobody. */
export function saySender(from: Identity, words: ActWords = englishActs): string | undefined {
  if (from.kind === "withheld" || from.kind === "owner" || from.kind === "group") return undefined;
  if (from.wrote === "" && (from.name ?? "") === "") return undefined;
  return from.kind === "name" ? sayIdentity(from, words) : `the ${words.identities[from.kind].one} ${sayIdentity(from, words)}`;
}

/** "three numbers", "one number, two accounts and one withheld number": each identity counted once. */
export function sayIdentities(all: readonly Identity[], { acts, numbers }: Spoken = english): string {
  const normalsByNoun = new Map<string, { readonly several: string; readonly normals: Set<string> }>();
  for (const { kind, normal } of all) {
    const { one, several } = acts.identities[kind];
    let entry = normalsByNoun.get(one);
    if (!entry) normalsByNoun.set(one, (entry = { several, normals: new Set() }));
    entry.normals.add(normal);
  }
  return sayList(
    [...normalsByNoun].map(([one, { several, normals }]) => sayFewOf(normals.size, one, several, numbers)),
    numbers,
  );
}
