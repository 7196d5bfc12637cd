import { createNameRedactor } from "@unmask/core";
import { foldRuns, insideQuotes, nameInLine, shortened } from "@unmask/words";

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
  /** Whether a text reads as if something withheld stood in it, in letters or an order that are not covered: a person looks. */
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

/** Makes a pen that covers what is withheld, in every spelling, and cuts each text at so many characters. */
export function createPen(withheld: readonly (readonly string[])[], most: number = longestText): CoveringPen {
  const redactor = createNameRedactor(withheld.map((spellings) => spellings.flatMap(spellingsOf)));
  let count = 0;
  const cover = (text: string): string => {
    if (!redactor.holds(text)) return text;
    count++;
    return redactor.redact(text);
  };
  return {
    prose: (text) => {
      const { cut, rest } = shortened(foldRuns(cover(text)).replace(/^\s+|(?<!\s)\s+$/g, ""), { most, where: inExhibit });
      return cut + rest;
    },
    name: (text) => nameInLine(cover(text)),
    quote: (text) => insideQuotes(cover(text), most, inExhibit),
    covered: () => count,
    isClose: (text) => {
      const left = redactor.redact(text);
      return redactor.holdsNear(left) || redactor.holdsLike(left);
    },
  };
}

/** An address is found without its commas, and by its first line alone where that has a number and a street. */
function spellingsOf(written: string): readonly string[] {
  const [first = ""] = written.split(/[,\n]/);
  const isStreet = /\p{N}/u.test(first) && /\p{L}{2}/u.test(first);
  return [written, written.replace(/[,\s]+/g, " ").trim(), ...(isStreet ? [first.trim()] : [])];
}
