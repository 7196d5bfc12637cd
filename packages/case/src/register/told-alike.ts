import { nameKey } from "../person/name-key.ts";
import { foldText } from "../withheld/folded-text.ts";
import { isOneSlipAway } from "../withheld/one-slip.ts";

/** Whether what was told is what was used, or where somebody moved: how it is typed makes no other name and no other address. */

/** `nearly`: it can be the same, written with more, fewer or shorter words or a slip of the keys, or another: a person looks. */
export type Alike = "same" | "nearly" | "no";

/** Letters from which on a word with one slip of the keys is still known, as either of two has it. */
const leastForSlip = 4;

/** Code units of a name or an address: what is longer is neither, and is not looked at letter by letter. */
const longestPrinted = 1_000;

/** Words that people shorten, each line one: what is short for several makes these nearly alike, and no more. */
const shortForms: ReadonlyMap<string, string> = new Map(
  [
    ...["st str street saint", "rd road", "ave av avenue", "ln la lane", "dr drv drive doctor", "cl clo close", "ct crt court"],
    ...["cres cresc cr crescent", "gdns gdn gardens garden", "gr grv gro grove", "pl place", "sq square", "ter terr tce terrace"],
    ...["hse ho house", "apt appt apartment flt fl flat", "bldg bldgs bld building buildings", "cott cottage", "cotts cottages"],
    ...["mt mount", "mtn mountain", "n nth north", "s sth south", "e east", "w west", "upr upper", "lwr lr lower", "gt gtr great greater"],
    ...["lt ltl little", "pk park", "pde parade", "wlk walk", "wy way", "vw view", "grn green", "vls villas", "vl villa", "mws mews"],
    ...["ldg lodge", "est estate", "fm farm", "hts heights", "blvd boulevard", "br bridge", "ch church", "ctr centre center", "rm room"],
    ...["hl hill", "wf wharf", "wd wood", "wds woods", "yd yard", "flr floor", "gnd ground", "bsmt basement"],
  ].flatMap((line) => line.split(" ").map((word, _, [short = ""]) => [word, short] as const)),
); // prettier-ignore

/** A name or an address as it is compared: it is folded once, and compared with many. */
export interface Written {
  readonly words: readonly string[];
  /** The words, the usual ones in their short form. */
  readonly short: ReadonlySet<string>;
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
  return { words, short: new Set(words.map(shortOf)), key: words.join(" "), printed };
}

/** A half or a raised number beside another makes no longer number of it: 12½ is none of 121/2. */
const besideNumber = /(?<=\p{N})(?=[\p{No}\p{Nl}])|(?<=[\p{No}\p{Nl}])(?=\p{N})/gu;

function wordsOf(text: string): readonly string[] {
  const key = nameKey(text.replace(besideNumber, " "));
  return key.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [key];
}

/** How far two names, or two addresses, are one. */
export function howAlike(one: Written, other: Written): Alike {
  if (one.key === other.key) return "same";
  const isPrintedAlike = one.printed !== "" && one.printed === other.printed;
  return isPrintedAlike || isWithin(one, other) || isWithin(other, one) ? "nearly" : "no";
}

/** Those of these names that somebody left out who told the others. */
export function namesLeftOut(told: readonly string[], names: readonly string[]): readonly string[] {
  const all = told.map(written);
  return names.filter((name) => !all.some((one) => howAlike(one, written(name)) === "same"));
}

/** The words of one stand in the other, but for one slip in one of them; a number is exact. */
function isWithin(one: Written, other: Written): boolean {
  let slipped: string | undefined;
  for (const word of one.words) {
    if (other.short.has(shortOf(word)) || word === slipped) continue;
    if (slipped !== undefined) return false;
    slipped = word;
  }
  return slipped === undefined || isSlipOfAny(slipped, other.words);
}

function isSlipOfAny(word: string, others: readonly string[]): boolean {
  if (/\p{N}/u.test(word)) return false;
  return others.some((other) => Math.max(word.length, other.length) >= leastForSlip && isOneSlipAway(word, other) && !/\p{N}/u.test(other));
}

function shortOf(word: string): string {
  return shortForms.get(word) ?? word;
}
