import { type WhereaboutsRule, whereaboutsEnglish, whereaboutsEnglishNeeds } from "./whereabouts-english.ts";

/** Where the rules of whereabouts-english.ts match a text. */

/** So many characters before a match are looked at for words that make it something else. */
const longestBefore = 16;

/** From the first to the last character of a match, counted from 1 in UTF-16 units. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** Where nothing matches: most texts, by most rules. */
const nowhere: readonly Place[] = [];

/** Every place of a folded text in which a rule matches. */
export function placesOf({ words, notAfter }: WhereaboutsRule, text: string): readonly Place[] {
  // Not `matchAll`: it copies the expression for every text, which costs more than the search.
  let match = words.exec(text);
  if (match === null) return nowhere;
  const found: Place[] = [];
  for (; match; match = words.exec(text)) {
    const at = match.index;
    if (!notAfter?.test(text.slice(Math.max(0, at - longestBefore), at))) found.push({ from: at + 1, to: at + match[0].length });
  }
  return found;
}

/** Every place of a folded text that holds a place of hers, as folded, as whole words. */
export function placesIn(text: string, place: string): readonly Place[] {
  let at = text.indexOf(place);
  if (at < 0) return nowhere;
  const found: Place[] = [];
  for (; at >= 0; at = text.indexOf(place, at + place.length)) {
    const end = at + place.length;
    if (!isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(end))) found.push({ from: at + 1, to: end });
  }
  return found;
}

function isLetter(unit: string): boolean {
  return /[\p{L}\p{N}]/u.test(unit);
}

/** Whether a rule knows the words of a sentence. */
export function tellsWhere(sentence: string): boolean {
  const folded = foldText(sentence);
  return whereaboutsEnglishNeeds.test(folded) && whereaboutsEnglish.some((rule) => placesOf(rule, folded).length > 0);
}

/** Lower case and straight apostrophes, unit by unit, so that positions in the folded text are positions in the text. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  const folded = lower.length === text.length ? lower : Array.from({ length: text.length }, (_, i) => foldUnit(text.charAt(i))).join("");
  // Most texts have neither, and are read once.
  if (!/[\u2018\u2019\u02BC\u00A0\t\n\r]/.test(folded)) return folded;
  return folded.replace(/[\u2018\u2019\u02BC]/g, "'").replace(/[\u00A0\t\n\r]/g, " ");
}

function foldUnit(unit: string): string {
  const lower = unit.toLowerCase();
  return lower.length === 1 ? lower : unit;
}
