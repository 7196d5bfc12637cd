import { foldText, gap } from "./folded-text.ts";
import { numberInWords } from "./numbers-in-words.ts";
import type { Sought } from "./sought.ts";

/** Telephone numbers: by their digits, with their country or without, however they are grouped. */

/** Digits of a number; fewer stand in any text. */
const fewestDigits = 7;
/** Digits at the end of a number of a country whose codes are not known here: those before them can be the country's. */
const digitsAtEnd = 9;
/** A number as people give it to somebody who has the code: the last six. */
const localDigits = 6;
const ukLengths: ReadonlySet<number> = new Set([9, 10]);

/** Each telephone number that stands in a detail, as it was written. */
export function numbersIn(says: string): readonly string[] {
  const found = foldText(says).folded.match(/[+(]{0,2}\d(?:[\s().\-/_]{0,3}\d){6,}/g) ?? [];
  return found.filter((one) => digitsOf(one).length >= fewestDigits);
}

/** How a number is looked for. */
export function soughtNumber(written: string): Sought {
  const { core, isUk } = coreOf(digitsOf(written));
  const digits = [...core].join(gap);
  const country = isUk ? `(?:(?:\\+|0${gap}0${gap})?4${gap}4${gap})?(?:0${gap})?` : `(?:(?:\\+|00)?\\d{1,3}${gap})?(?:0${gap})?`;
  const local = core.slice(-localDigits);
  const allButLast = core.slice(0, -1);
  return {
    whole: [{ form: `(?<!\\p{N})${country}${digits}(?!\\p{N})`, needs: [core] }],
    close: [
      ...(core.length > localDigits + 1 ? [{ form: `${[...local].join("[^\\p{L}\\p{N}]{0,2}")}(?!\\p{N})`, needs: [local] }] : []),
      // Something else stands in the place of its last digit.
      { form: `${[...allButLast].join(gap)}(?![^\\p{L}\\p{N}]{0,2}\\p{N})`, needs: [allButLast] },
    ],
    readsLike: (text) => text.digitRuns().some((run) => run.includes(core) || run.includes(turned(core))),
  };
}

function turned(digits: string): string {
  return [...digits].reverse().join("");
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

/** What is the same in each of its spellings. */
function coreOf(digits: string): { readonly core: string; readonly isUk: boolean } {
  const national = /^(?:00)?440?/.test(digits) ? digits.replace(/^(?:00)?440?/, "") : digits.replace(/^0(?!0)/, "");
  if (national !== digits && ukLengths.has(national.length)) return { core: national, isUk: true };
  const bare = digits.replace(/^00?/, "");
  return { core: bare.length > digitsAtEnd ? bare.slice(-digitsAtEnd) : bare, isUk: false };
}

/** Words that can stand between two groups of one number. */
const wordsBetween = 3;

/** The digits of a folded text in one go, as far as few words part them: typed, said in words, and with letters for digits. */
export function digitRunsIn(folded: string): readonly string[] {
  const runs: string[] = [];
  for (const isLoose of [false, true]) {
    let run = "";
    let others = 0;
    for (const token of tokensOf(folded, isLoose)) {
      if (/^\d+$/.test(token)) {
        run += token;
        others = 0;
      } else if (++others > wordsBetween) {
        if (run.length >= fewestDigits) runs.push(run);
        run = "";
      }
    }
    if (run.length >= fewestDigits) runs.push(run);
  }
  return runs;
}

function tokensOf(folded: string, isLoose: boolean): readonly string[] {
  const words = folded.match(isLoose ? /[\p{L}\p{N}|]+/gu : /\p{N}+|\p{L}+/gu) ?? [];
  const tokens: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const times = word === "double" ? 2 : word === "treble" || word === "triple" ? 3 : 1;
    if (times > 1) {
      tokens.push(digitsSaid(words[++at] ?? "", undefined, isLoose).repeat(times));
      continue;
    }
    tokens.push(digitsSaid(word, words[at + 1], isLoose));
  }
  return tokens;
}

function digitsSaid(word: string, next: string | undefined, isLoose: boolean): string {
  if (/^\d+$/.test(word)) return word;
  if (word === "hundred") return "00";
  const value = ["o", "oh", "nought", "naught", "nil", "zero"].includes(word) ? 0 : numberInWords(word);
  // "Seventy seven" is 77, "seventy" by itself 70.
  if (value !== undefined) return value >= 20 && isUnit(next) ? String(value / 10) : String(value);
  return isLoose && /\d/.test(word) && /^[0-9oilsb|]+$/.test(word)
    ? word.replace(/[oilsb|]/g, (one) => lettersForDigits[one] ?? one)
    : word;
}

function isUnit(word: string | undefined): boolean {
  const value = word === undefined ? undefined : numberInWords(word);
  return value !== undefined && value > 0 && value < 10;
}

/** Letters that are typed for a digit, and look like it. */
const lettersForDigits: Readonly<Record<string, string>> = { o: "0", i: "1", l: "1", "|": "1", s: "5", b: "8" };

/** The same in a text. */
export function digitsForLetters(folded: string): string {
  return folded.replace(/[oilsb|]/g, (one) => lettersForDigits[one] ?? one);
}
