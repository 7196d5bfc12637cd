import { foldText, gap } from "./folded-text.ts";
import { numberInWords } from "./numbers-in-words.ts";
import type { Sought, SoughtForm } from "./sought.ts";

/** Telephone numbers: by their digits, with their country or without, however they are grouped. */

/** Digits of a number; fewer stand in any text. */
const fewestDigits = 7;
/** Digits at the end of a number of a country whose codes are not known here: those before them can be the country's. */
const digitsAtEnd = 9;
/** A number as people give it to somebody who has the code: the last six. */
const localDigits = 6;
const ukLengths: ReadonlySet<number> = new Set([9, 10]);

/** Signs and blanks between two digits of a number. */
const between = gap;
const begins = "(?<!\\p{N})";
const ends = "(?!\\p{N})";
/** What is dialled before the code of a country: from here, and from elsewhere. */
const abroad = ["00", "0011", "011", "010", "810"];
/** What is dialled here before a number, so that its caller is shown or is not. */
const dialled = "141|1470";
/** A whole number of the United Kingdom. */
const anotherNumber = `(?:(?:${abroad.join("|")})?440?|0)[1-9]\\d{9}`;
/** A day, with a time or without, as recorders put it beside a number in the name of a file. */
const stamp = "20\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:(?:[01]\\d|2[0-3])[0-5]\\d(?:[0-5]\\d)?)?";

/**
 * Each telephone number that stands in a detail, as it was written. Several that only a blank or a stroke parts, and one with hours behind it, read as one
 * that is too long: those of the United Kingdom in it are looked for by themselves as well.
 */
export function numbersIn(says: string): readonly string[] {
  const found = foldText(says).folded.match(/[+(]{0,2}\d(?:[\s().\-/_]{0,3}\d){6,}/g) ?? [];
  return found.flatMap((one) => {
    const digits = digitsOf(one);
    if (digits.length < fewestDigits) return [];
    const within =
      one.match(/(?<!\d)(?:(?:00)?44[\s().\-/_]{0,3}(?:0[\s().\-/_]{0,3})?|0[\s().\-/_]{0,3})[1-9](?:[\s().\-/_]{0,3}\d){9}(?!\d)/g) ?? [];
    return [one, ...within.filter((each) => digitsOf(each) !== digits)];
  });
}

/** How a number is looked for. */
export function soughtNumber(written: string): Sought {
  const { core, isUk } = coreOf(digitsOf(written));
  const digits = [...core].join(between);
  const exit = `(?:\\+|(?:0${between}0|${abroad.join("|")})${between})`;
  const country = isUk ? `(?:${exit}?4${between}4${between})?(?:0${between}){0,2}` : `(?:${exit}?\\d{1,3}${between})?(?:0${between})?`;
  const local = core.slice(-localDigits);
  const allButLast = core.slice(0, -1);
  return {
    whole: [{ form: `${begins}${country}${digits}${ends}`, needs: [core] }, ...gluedForms(written, core, isUk)],
    close: [
      ...(core.length > localDigits + 1 ? [{ form: `${[...local].join("[^\\p{L}\\p{N}]{0,2}")}(?!\\p{N})`, needs: [local] }] : []),
      // Something else stands in the place of its last digit.
      { form: `${[...allButLast].join(gap)}(?![^\\p{L}\\p{N}]{0,2}\\p{N})`, needs: [allButLast] },
    ],
    readsLike: (text) => text.digitRuns().some((run) => run.includes(core) || run.includes(turned(core))),
  };
}

/**
 * A number of the United Kingdom in a longer run of digits, where all the rest of the run is read: what is dialled before it, a day, other whole numbers. It
 * has its 0 or its 44 there. A run of which anything is left over only holds the same digits, as an account number can.
 */
function gluedForms(written: string, core: string, isUk: boolean): readonly SoughtForm[] {
  // A table of figures takes the 0 off a number.
  const national = isUk ? core : /^7\d{9}$/.test(digitsOf(written)) ? digitsOf(written) : undefined;
  if (national === undefined) return [];
  const first = `(?<=(?<!\\p{N})(?:${dialled}|${stamp}|${anotherNumber}){0,3})`;
  const rest = `(?=(?:${stamp}|${anotherNumber}){0,3}(?!\\p{N}))`;
  return [{ form: `(?=[048])${first}(?:(?:${abroad.join("|")})?440?|0)${[...national].join(between)}${rest}`, needs: [national] }];
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
