import { foldRuns, insideQuotes, nameInLine, shortened } from "@unmask/words";
import { createWithheldFinder } from "../withheld/withheld-finder.ts";

/**
 * Through it goes every word that somebody wrote, on its way to a paper. What tells where a protected person lives, sleeps or is reached is covered, as
 * names are in a pack: no page of an application may carry it, and it can stand in anything, his own messages too.
 */
export interface Pen {
  /** Prose of an officer or of an account: line breaks stay, padding is counted. */
  prose(text: string): string;
  /** A name, a place or a reference on one line. */
  name(text: string): string;
  /** Words as they stand in a source, without our quotation marks. */
  quote(text: string): string;
}

/** A pen, and what it covered. */
export interface CoveringPen extends Pen {
  /** Texts in which something was covered. */
  covered(): number;
  /** What was written that reads as if something withheld stood in it in a spelling that is not covered, as it was printed: a person looks. */
  close(): readonly string[];
  /** Whether a text reads so; words of every day stand in any standing sentence. */
  isClose(text: string): boolean;
}

/** Characters of one text that are printed, and of all: a file of a megabyte in one row would push the rest out of the typesetter's memory. */
export const longestText: number = 4_000;
const allTexts = 2_000_000;
const shorter = [longestText, 1_000, 400, 200] as const;

/** Characters that each of many texts may have, so that all of them fit. */
export function lengthForEach(lengths: readonly number[]): number {
  const fits = (most: number): boolean => lengths.reduce((sum, length) => sum + Math.min(length, most), 0) <= allTexts;
  return shorter.find(fits) ?? 200;
}

/** Where the rest of a cut text is. */
const inExhibit = "the exhibit";

/** Makes a pen that covers what is withheld, in every spelling that is found, and cuts each text at so many characters; a text in which one of `looked` stands is close. */
export function createPen(
  withheld: readonly (readonly string[])[],
  { most = longestText, looked = [] }: { readonly most?: number; readonly looked?: readonly string[] } = {},
): CoveringPen {
  const finder = createWithheldFinder(withheld);
  const ofEveryDay = createWithheldFinder(looked.map((one) => [one]));
  const close = new Set<string>();
  let count = 0;
  const print = (text: string, as: (covered: string) => string): string => {
    const spans = finder.spansIn(text);
    let without = "";
    let from = 0;
    for (const { start, end, of } of spans) {
      without += text.slice(from, start) + signsOver(text.slice(start, end), of);
      from = end;
    }
    if (spans.length > 0) count++;
    const printed = as(without + text.slice(from));
    // Looked for in what was written: what is not seen is printed as its code, and parts words.
    if (finder.isClose(text) || ofEveryDay.spansIn(text).length > 0) close.add(printed);
    return printed;
  };
  return {
    prose: (text) =>
      print(text, (covered) => {
        const { cut, rest } = shortened(foldRuns(covered).replace(/^\s+|(?<!\s)\s+$/g, ""), { most, where: inExhibit });
        return cut + rest;
      }),
    name: (text) => print(text, nameInLine),
    quote: (text) => print(text, (covered) => insideQuotes(covered, most, inExhibit)),
    covered: () => count,
    close: () => [...close],
    isClose: (text) => finder.isClose(text) || finder.spansIn(text).length > 0,
  };
}

/** A sign over each character; over the second stands which of the withheld it is, so that two beside each other are not read as one. */
function signsOver(text: string, of: number): string {
  let nth = 0;
  return Array.from(text, (one) =>
    /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]$/u.test(one) ? one : nth++ === 1 && of < 9 ? String(of + 1) : "*",
  ).join("");
}
