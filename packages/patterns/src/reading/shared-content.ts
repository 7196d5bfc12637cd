import type { Statement, Timeline, TimelineAct } from "@unmask/core";
import { memoize } from "./memoize.ts";
import { type SeenIdentities, type SeenIdentity, earliestOf, latestOf, seeIdentities } from "./seen-identities.ts";

/**
 * Words and attachments of theirs that other accounts sent after them.
 *
 * [Note: What ties] A text ties an account to them when it is theirs and rare. Theirs: they sent it before that account did, and before
 * everybody else; else a stranger could be tied to them by copying what strangers write. Rare: at most one person sent it too who had
 * written to her before her first stop. Those who began later say nothing of how common a text is, for any of them can be one of theirs: so
 * the number of their accounts takes no text away. An account with many of their long texts is no yardstick either, whenever it began.
 */

/** Something that they sent and others too. */
export interface SharedContent {
  readonly what: "words" | "attachment";
  /** Every act of theirs that carries it, in order of time. */
  readonly theirs: readonly TimelineAct[];
  /** Acts of the accounts that it ties to them, in order of time. */
  readonly others: readonly TimelineAct[];
}

/** Shorter texts are said by everybody: "are you there", "happy birthday". Letters and digits, in UTF-16 units. */
export const lettersLeast = 16;
/** And fewer words than this too. */
export const wordsLeast = 4;
/** A text that so many people send too who had written before is a common one: a greeting, a chain letter, a notice. */
export const knownSendersFewerThan = 2;
/** A text of this many letters… */
export const longLetters = 30;
/** …is not hit upon by chance so many times: an account that has so many of their long texts shows nothing of how common a text is. */
export const longTextsLeast = 5;

/**
 * Finds what ties identities to them or theirs to each other. What is marked as passed on from somebody else (`forwarded`) is left out.
 *
 * [Note: Hash first, compare after] A map of a million texts would hold them twice. So texts are found by a 53-bit number and compared as
 * texts only where two identities meet; a collision is then no match.
 */
export const findSharedContent: (timeline: Timeline, statement: Statement) => readonly SharedContent[] = memoize((timeline, statement) => {
  const seen = seeIdentities(timeline, statement);
  const sent = { theirs: contentsOf(seen.theirActs), others: contentsOf(seen.otherActs) };
  const uses = (["words", "attachment"] as const).flatMap((what) => usesOf(sent.theirs[what], sent.others[what], what));
  const alike = alikeIn(uses);
  return uses.flatMap((use) => tiedBy(use, seen, alike));
});

type Key = string | number;

/** One thing that an act carries. */
interface Carried {
  readonly act: TimelineAct;
  readonly key: Key;
}

/** What acts carry that can be found elsewhere again, each read once: a text has to be walked for its key. */
function contentsOf(acts: readonly TimelineAct[]): Readonly<Record<SharedContent["what"], readonly Carried[]>> {
  const words: Carried[] = [];
  const attachment: Carried[] = [];
  for (const act of acts) {
    const { text, attachments, flags } = act;
    const key = text === null ? undefined : wordKeyOf(text);
    if ((key === undefined && attachments.length === 0) || flags.includes("forwarded")) continue;
    if (key !== undefined) words.push({ act, key });
    for (const { sha256 } of attachments) if (sha256 !== undefined) attachment.push({ act, key: sha256 });
  }
  return { words, attachment };
}

/** Everybody who sent one thing. */
interface Use {
  readonly what: SharedContent["what"];
  readonly theirs: TimelineAct[];
  readonly others: TimelineAct[];
}

function usesOf(theirs: readonly Carried[], others: readonly Carried[], what: SharedContent["what"]): readonly Use[] {
  const firstByKey = new Map<Key, TimelineAct>();
  const meeting = new Map<Key, Use>();
  const meet = (key: Key): void => void (meeting.has(key) || meeting.set(key, { what, theirs: [], others: [] }));
  for (const { act, key } of theirs) {
    const first = firstByKey.get(key);
    if (!first) firstByKey.set(key, act);
    else if (first.from.normal !== act.from.normal) meet(key);
  }
  if (firstByKey.size === 0) return [];
  for (const { key } of others) if (firstByKey.has(key)) meet(key);
  if (meeting.size === 0) return [];
  const add = (carried: readonly Carried[], list: "theirs" | "others"): void => {
    for (const { act, key } of carried) {
      const use = meeting.get(key);
      const first = use && firstByKey.get(key);
      if (use && first && (what === "attachment" || isSameText(first.text ?? "", act.text ?? ""))) use[list].push(act);
    }
  };
  add(theirs, "theirs");
  add(others, "others");
  return [...meeting.values()];
}

function isSameText(a: string, b: string): boolean {
  return a === b || foldWords(a) === foldWords(b);
}

/** When they certainly had sent it. */
function sentBy({ theirs }: Use): number {
  return theirs.reduce((least, act) => Math.min(least, latestOf(act)), Infinity);
}

/** Accounts that sent many of their long texts after them, each of which nobody had sent before. */
function alikeIn(uses: readonly Use[]): ReadonlySet<string> {
  const countByNormal = new Map<string, number>();
  for (const use of uses) {
    if (use.what !== "words" || foldWords(use.theirs[0]?.text ?? "").length < longLetters) continue;
    const origin = sentBy(use);
    if (use.others.some((act) => earliestOf(act) <= origin)) continue;
    for (const normal of new Set(use.others.map(({ from }) => from.normal)))
      countByNormal.set(normal, (countByNormal.get(normal) ?? 0) + 1);
  }
  return new Set([...countByNormal].flatMap(([normal, count]) => (count >= longTextsLeast ? [normal] : [])));
}

function tiedBy(use: Use, { notNamed, isKnownBefore, hasStop }: SeenIdentities, alike: ReadonlySet<string>): readonly SharedContent[] {
  const { what, theirs } = use;
  const origin = sentBy(use);
  const before = new Set(use.others.flatMap((act) => (earliestOf(act) <= origin ? [act.from.normal] : [])));
  if ([...before].some((normal) => !alike.has(normal))) return [];
  const isKnown = (one: SeenIdentity): boolean => (hasStop ? isKnownBefore(one) : latestOf(one.first) <= origin);
  const senders = new Set(use.others.map(({ from }) => from.normal));
  const known = new Set<string>();
  for (const normal of senders) {
    const one = notNamed.get(normal);
    if (one && !alike.has(normal) && isKnown(one)) known.add(normal);
  }
  if (known.size >= knownSendersFewerThan) return [];
  return [{ what, theirs, others: use.others.filter(({ from }) => !before.has(from.normal)) }];
}

function wordKeyOf(text: string): Key | undefined {
  return text.length < lettersLeast || !hasWords(text) ? undefined : hashWords(text);
}

function hasWords(text: string): boolean {
  let words = 1;
  for (let at = text.indexOf(" "); at >= 0 && words < wordsLeast; at = text.indexOf(" ", at + 1)) words++;
  return words >= wordsLeast;
}

/** Letters and digits alone, in lower case: a blank, a full stop or a mark that nobody sees makes no other text. */
function foldWords(text: string): string {
  let folded = "";
  for (let i = 0; i < text.length; i++) {
    const unit = foldUnit(text.charCodeAt(i));
    if (unit !== 0) folded += String.fromCharCode(unit);
  }
  return folded;
}

/** A UTF-16 unit as it is compared; 0 for blanks, punctuation and invisible marks. */
function foldUnit(unit: number): number {
  if (unit >= 97 && unit <= 122) return unit;
  if (unit >= 65 && unit <= 90) return unit + 32;
  if (unit < 128) return unit >= 48 && unit <= 57 ? unit : 0;
  return unit === 0xa0 || unit === 0xfeff || (unit >= 0x2000 && unit <= 0x206f) || (unit >= 0xfe00 && unit <= 0xfe0f) ? 0 : unit;
}

/** 53 bits over the folded text, nothing allocated; undefined where it has too few letters. */
function hashWords(text: string): number | undefined {
  let a = 0x811c9dc5 | 0;
  let b = 0x9e3779b9 | 0;
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = foldUnit(text.charCodeAt(i));
    if (unit === 0) continue;
    letters++;
    a = Math.imul(a ^ unit, 0x01000193);
    b = (Math.imul(b ^ unit, 0x5bd1e995) + (a >>> 15)) | 0;
  }
  return letters < lettersLeast ? undefined : (a >>> 0) * 0x200000 + (b & 0x1fffff);
}
