import { nameKey } from "../person/name-key.ts";
import { foldText } from "../withheld/folded-text.ts";
import { isOneSlipAway } from "../withheld/one-slip.ts";

/** Whether what was told is what was used, or where somebody moved: how it is typed makes no other name and no other address. */

/** `nearly`: it can be the same, written with more or fewer words or a slip of the keys, or another: a person looks. */
export type Alike = "same" | "nearly" | "no";

/** Letters from which on a word with one slip of the keys is still known. */
const leastForSlip = 4;
/** Words from which on those of one that stand in the other can be all of it. */
const leastWords = 2;

/** Code units of a name or an address: what is longer is neither, and is not looked at letter by letter. */
const longestPrinted = 1_000;

/** A name or an address as it is compared: it is folded once, and compared with many. */
export interface Written {
  readonly words: readonly string[];
  /** The words with one blank between them. */
  readonly key: string;
  /** Letters and digits as they look in print, with no blank between them; empty where it is too long. */
  readonly printed: string;
}

/** By which two are the same: the key of a name, without points, commas and other signs; of nothing but signs, those. */
export function keyOf(text: string): string {
  return wordsOf(text).join(" ");
}

/** Folds one. */
export function written(text: string): Written {
  const words = wordsOf(text);
  const joined = words.join("");
  const printed = joined.length > longestPrinted ? "" : foldText(joined).folded.replace(/[^\p{L}\p{N}]+/gu, "");
  return { words, key: words.join(" "), printed };
}

function wordsOf(text: string): readonly string[] {
  const key = nameKey(text);
  return key.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [key];
}

/** How far two names, or two addresses, are one. */
export function howAlike(one: Written, other: Written): Alike {
  if (one.key === other.key) return "same";
  const isPrintedAlike = one.printed !== "" && one.printed === other.printed;
  return isPrintedAlike || areWithin(one.words, other.words) || isSlip(one.words, other.words) ? "nearly" : "no";
}

/** Those of these names that somebody left out who told the others. */
export function namesLeftOut(told: readonly string[], names: readonly string[]): readonly string[] {
  const all = told.map(written);
  return names.filter((name) => !all.some((one) => howAlike(one, written(name)) === "same"));
}

/** The words of one stand in the other. */
function areWithin(words: readonly string[], others: readonly string[]): boolean {
  const [fewer, more] = words.length <= others.length ? [words, others] : [others, words];
  const [first = ""] = fewer;
  if (fewer.length < leastWords || !more.includes(first)) return false;
  const there = new Set(more);
  return fewer.every((word) => there.has(word));
}

/** The same words, but for one slip behind the first letter of one of them; a number is exact. */
function isSlip(words: readonly string[], others: readonly string[]): boolean {
  if (words.length !== others.length) return false;
  const at = words.findIndex((word, i) => word !== others[i]);
  if (words.some((word, i) => i > at && word !== others[i])) return false;
  const [word = "", other = ""] = [words[at], others[at]];
  if (Math.min(word.length, other.length) < leastForSlip || word[0] !== other[0] || /\p{N}/u.test(word + other)) return false;
  return isOneSlipAway(word, other);
}
