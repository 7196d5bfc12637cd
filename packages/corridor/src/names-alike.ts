import { type Identity, normalName } from "@unmask/core";

/** Letters of a name that are compared. Stops a long name from taking minutes. */
const mostLetters = 40;
/** So many letters may be wrong, missing or too many in a name that is looked at as a slip of the pen; one in a short word of it. */
const mostWrong = 2;
/** A word with fewer letters is short, and one with fewer than the other is another word with one letter changed. */
const shortWord = { below: 6, least: 4 };
/** A word with fewer letters is in many names. */
const wordLetters = 3;

/** Asks of an identity whether the name that it shows looks like one of some names. A question at most: nothing is joined by it. */
export function createLooksLike(names: readonly string[]): (identity: Identity) => boolean {
  const given = names.map((name) => normalName(name.slice(0, mostLetters)));
  return ({ wrote, name }) => {
    const shown = normalName((name ?? wrote).slice(0, mostLetters));
    return given.some((one) => looksAlike(one, shown));
  };
}

/** Whether two names share a word, or one is the other with a slip of the pen. Numbers are alike only where they are equal. */
function looksAlike(a: string, b: string): boolean {
  const words = wordsOf(a);
  if (wordsOf(b).some((word) => words.some((one) => one === word || isSlip(one, word)))) return true;
  return /\p{L}/u.test(a) && Math.min(a.length, b.length) > 2 * mostWrong && isWithin(a, b, mostWrong);
}

/** A first name alone with a slip in it: of a whole name too much would be missing. */
function isSlip(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  return shorter >= shortWord.least && isWithin(a, b, shorter < shortWord.below ? 1 : mostWrong);
}

function wordsOf(name: string): readonly string[] {
  return name.split(/[^\p{L}]+/u).filter((word) => word.length >= wordLetters);
}

/** Whether so few letters have to be changed, put in or taken out to make one of the other; row by row of the usual table. */
function isWithin(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(changed, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    if (Math.min(...row) > most) return false; // bounded: mostLetters
    above = row;
  }
  return (above[b.length] ?? Infinity) <= most;
}
