import { before, behind, compiledLate, foldText, gap, inExpression, lettersApart } from "./folded-text.ts";
import { wordsOfNumber } from "./numbers-in-words.ts";
import { digitsForLetters } from "./sought-numbers.ts";
import type { Sought, TextRead } from "./sought.ts";
import { isOneSlipAway } from "./one-slip.ts";

/** Addresses: by number and street, by the name of a house, by the postcode; each word as it is shortened in addresses. A town is none. */

/** Each way in which one word of an address is written. */
const sameWords: readonly (readonly string[])[] = [
  ["street", "st", "str"], ["saint", "st", "s"], ["road", "rd"], ["lane", "ln", "la"], ["avenue", "ave", "av", "aven"], ["close", "cl", "clo"],
  ["court", "ct", "crt"], ["drive", "dr", "drv"], ["place", "pl", "plc"], ["square", "sq", "sqr"], ["terrace", "ter", "terr", "tce"],
  ["gardens", "gdns", "gdn", "gard", "garden"], ["crescent", "cres", "cr", "cresc"], ["grove", "gr", "gro", "grv"], ["park", "pk"], ["way", "wy"],
  ["hill", "hl"], ["green", "grn"], ["mews", "mws"], ["parade", "pde"], ["buildings", "building", "bldgs", "bldg"], ["house", "hse", "ho"],
  ["cottage", "cott", "cot"], ["cottages", "cotts"], ["mount", "mt"], ["north", "n", "nth"], ["south", "s", "sth"], ["east", "e"], ["west", "w"],
  ["upper", "upr", "up"], ["lower", "lwr", "lr"], ["great", "gt"], ["little", "lt"], ["walk", "wlk"], ["view", "vw"], ["villas", "vls"],
  ["heights", "hts"], ["bridge", "brg"], ["boulevard", "blvd"], ["circus", "cir"], ["esplanade", "esp"], ["estate", "est"], ["farm", "fm"],
  ["rise"], ["row"], ["path"], ["yard", "yd"], ["wharf"], ["quay"], ["passage", "psge"], ["alley"], ["lodge", "ldg"], ["flat", "flt", "apartment", "apt", "unit", "room", "rm"],
]; // prettier-ignore
/** Words of which one says what kind of street it is. */
const streetWords: ReadonlySet<string> = new Set(sameWords.slice(0, 25).flat());
const unitWords: ReadonlySet<string> = new Set([...(sameWords.at(-1) ?? []), "no", "number", "nr"]);
const postcodeWritten = /(?<![\p{L}\p{N}])([a-z]{1,2}\d[a-z\d]?) {0,2}(\d[a-z]{2})(?![\p{L}\p{N}])/u;
/** Letters of a street that is looked for inside a longer word, and with a letter that is wrong. */
const fewestLetters = 7;

/** Whether a detail is an address: it has a postcode, a number beside a word, or a line that ends with a word for a street or a house. */
export function isAddress(says: string): boolean {
  const { folded } = foldText(says);
  if (says.split(/[,\n\r]/).some((line) => isStreet(wordsOf(foldText(line).folded)))) return true;
  return (
    postcodeWritten.test(folded) || /(?<![\p{L}\p{N}])\d{1,4}[a-z]?,? +\p{L}{2}|\p{L}{2},? +\d{1,4}[a-z]?(?![\p{L}\p{N}])/u.test(folded)
  );
}

/** How an address is looked for. */
export function soughtAddress(says: string): readonly Sought[] {
  const lines = says.split(/[,\n\r]/).map((line) => foldText(line).folded.trim());
  const code = postcodeWritten.exec(foldText(says.replace(/[,\n\r]/g, " ")).folded);
  const parts = withNumbersJoined(lines.map((line) => line.replace(postcodeWritten, " ").trim()).filter((line) => line !== ""));
  return [
    ...(code === null ? [] : [soughtPostcode(code[1] ?? "", code[2] ?? "")]),
    ...parts.flatMap((part, i) => soughtPart(part, i === 0 && parts.length > 1)),
  ];
}

/** "14, Mill Lane" is one part, and so is "Flat 2, 14 Mill Lane" for what stands before the street. */
function withNumbersJoined(parts: readonly string[]): readonly (readonly string[])[] {
  const joinedParts: (readonly string[])[] = [];
  let waiting: readonly string[] = [];
  for (const part of parts) {
    const words = wordsOf(part);
    const all = [...waiting, ...words];
    if (words.every((word) => isNumber(word) || unitWords.has(word))) waiting = all;
    else {
      joinedParts.push(all);
      waiting = [];
    }
  }
  return waiting.length > 0 ? [...joinedParts, waiting] : joinedParts;
}

function wordsOf(folded: string): readonly string[] {
  return folded.replaceAll("'", "").match(/[\p{L}\p{N}]+/gu) ?? [];
}

function isNumber(word: string): boolean {
  return /^\d{1,4}[a-z]?$/.test(word);
}

function soughtPart(words: readonly string[], isFirst: boolean): readonly Sought[] {
  const last = words.findLastIndex(isNumber);
  const named = words.filter((word) => !isNumber(word) && !unitWords.has(word));
  if (named.length === 0) return [];
  if (last < 0) return isFirst && named.length > 1 ? [soughtHouse(named)] : isStreet(named) ? [{ whole: [], ...likeStreet(named) }] : [];
  // "Mill Lane 14" has its number behind the street.
  const street = words.slice(last + 1).filter((word) => !unitWords.has(word));
  return [soughtStreet(words[last] ?? "", street.length > 0 ? street : named)];
}

function isStreet(words: readonly string[]): boolean {
  return words.length > 1 && streetWords.has(words.at(-1) ?? "");
}

/** The name of a house, which finds it without a number. */
function soughtHouse(words: readonly string[]): Sought {
  return { whole: [{ form: `${before}${inEachWriting(words)}${behind}`, needs: needsOf(words) }], ...likeStreet(words) };
}

function soughtStreet(number: string, street: readonly string[]): Sought {
  const written = numberWritten(number);
  const words = inEachWriting(street);
  const needs = needsOf(street);
  const { close, readsLike } = likeStreet(street);
  const [first = ""] = street;
  return {
    whole: [
      { form: `${before}${written}${gap}${words}${behind}`, needs },
      { form: `${before}${words}[^\\p{L}\\p{N}]{0,6}(?:(?:no|nr|num|number|house|flat)${gap})?${written}${behind}`, needs },
    ],
    close: [...close, ...(first.length > 2 ? [{ form: `${before}${written}${gap}${inExpression(first)}(?!\\p{L})`, needs: [first] }] : [])],
    readsLike,
  };
}

/** What reads like a street: it alone, with signs between its letters, with words between its words, with one letter wrong. */
function likeStreet(words: readonly string[]): Required<Pick<Sought, "close" | "readsLike">> {
  const letters = words.join("");
  const some = "[^\\p{L}\\p{N}]{1,6}(?:[\\p{L}\\p{N}]{1,20}[^\\p{L}\\p{N}]{1,6}){0,3}";
  const apart = lettersApart(letters);
  const needs = needsOf(words);
  return {
    close: [
      { form: `(?<!\\p{L})${inEachWriting(words)}(?!\\p{L})`, needs },
      { form: `${before}${words.map(writingsOf).join(some)}${behind}`, needs },
      { form: letters.length < fewestLetters ? `${before}${apart}${behind}` : apart, needs: [letters] },
    ],
    readsLike: slipOf(words),
  };
}

/** Whether a street stands in a text with a slip in the first of its words, by which it is known, or in the last. */
function slipOf(words: readonly string[]): (text: TextRead) => boolean {
  const [first = "", last = ""] = [words[0], words.at(-1)];
  if (words.length < 2 || words.join("").length < fewestLetters) return () => false;
  const tail = compiledLate(`${inEachWriting(words.slice(1))}${behind}`);
  const head = compiledLate(`${before}${inEachWriting(words.slice(0, -1))}${gap}(\\p{L}{4,})${behind}`);
  const [tailNeeds, headNeeds] = [needsOf(words.slice(1)), needsOf(words.slice(0, -1))];
  return ({ folded, bare }) => {
    const isIn = (one: string): boolean => bare.includes(one);
    if (first.length > 3 && tailNeeds.some(isIn))
      for (const { index } of folded.matchAll(tail())) {
        const [, word = ""] = /(?<!\p{L})(\p{L}{3,})[^\p{L}\p{N}]{0,4}$/u.exec(folded.slice(Math.max(0, index - 40), index)) ?? [];
        if (isOneSlipAway(word, first)) return true;
      }
    return (
      last.length > 3 && headNeeds.some(isIn) && Array.from(folded.matchAll(head())).some((found) => isOneSlipAway(found[1] ?? "", last))
    );
  };
}

function soughtPostcode(outward: string, inward: string): Sought {
  const loose = [outward, inward].map(digitsForLetters);
  const alike = compiledLate(`${before}${loose.map(inExpression).join(gap)}${behind}`, "u");
  const whole = `${outward}${inward}`;
  return {
    whole: [{ form: `${before}${outward}${gap}${inward}${behind}`, needs: [whole] }],
    close: [
      { form: lettersApart(whole), needs: [whole] },
      // The first half names a part of a town, unless it is that of another postcode.
      { form: `${before}${outward}${behind}(?![^\\p{L}\\p{N}]{0,3}\\d[a-z]{2}(?![\\p{L}\\p{N}]))`, needs: [outward] },
    ],
    readsLike: ({ folded, bare }) => digitsForLetters(bare).includes(loose.join("")) && alike().test(digitsForLetters(folded)),
  };
}

/** What of some words has to stand in a text that holds them in any writing: one that has no other, or else each of the first. */
function needsOf(words: readonly string[]): readonly string[] {
  const [longest] = words.filter((word) => eachWriting(word).length === 1).toSorted((one, other) => other.length - one.length);
  return longest === undefined ? eachWriting(words[0] ?? "") : [longest];
}

function inEachWriting(words: readonly string[]): string {
  return words.map((word) => (word === "and" ? "(?:and)?" : writingsOf(word))).join(gap);
}

function eachWriting(word: string): readonly string[] {
  return [...new Set([word, ...sameWords.filter((some) => some.includes(word)).flat()])];
}

/** A word, as it is shortened, and with the stroke that some write before its s. */
function writingsOf(word: string): string {
  const all = eachWriting(word).toSorted((one, other) => other.length - one.length);
  return `(?:${all.map((one) => inExpression(one).replace(/(?<=..)s$/, "'?s")).join("|")})`;
}

function numberWritten(number: string): string {
  const [, digits = "", letter = ""] = /^(\d+)([a-z]?)$/.exec(number) ?? [];
  const value = Number(digits);
  const said = value < 1000 ? wordsOfNumber(value).map((word) => (word === "and" ? "(?:and)?" : word)) : [];
  const each = [`0{0,2}${digits.replace(/^0+/, "")}`, ...(said.length === 0 ? [] : [said.join(gap)])];
  return `(?:${each.join("|")})${letter === "" ? "" : `${gap}${letter}`}`;
}
