import { inLatin, isDrawnAsTyped, isOneLine, isPlainText, markedName, normalForm } from "@unmask/core";

/**
 * The name of an officer, on every page and at the force's own sign-in. Nobody can see on a page which of two look-alikes wrote a line of the log or
 * opens whose session, so a name is what it looks like, and no two officers have names that look alike.
 */

/** Letters of an officer's name, here and at the force's own sign-in; a longer one is a text, and fills every list that it stands in. */
export const mostNameLetters = 120;

/** Whether a name is what it looks like: no blank at an end or beside another, nothing unseen, no wide letter, none of another script in a word. */
export function isPlainName(name: string): boolean {
  if (name === "" || name.length > mostNameLetters || name !== name.trim() || !isDrawnAsTyped(name)) return false;
  return isPlainText(name) && isOneLine(name) && normalForm(name, "NFKC") === name && markedName(name) === name;
}

/** Whether nobody could tell two names apart on a page: by case alone, by letters of Greek or Cyrillic, by a capital I or a 1 for an l, a 0 for an O. */
export function looksAlike(one: string, other: string): boolean {
  return folded(one) === folded(other) || folded(drawn(one)) === folded(drawn(other));
}

function folded(name: string): string {
  return inLatin(normalForm(name, "NFKC").toLowerCase());
}

/** As many a typeface draws it. */
function drawn(name: string): string {
  return inLatin(normalForm(name, "NFKC"))
    .replace(/[I1|Іӏ]/g, "l")
    .replace(/0/g, "O");
}

/** A name that nobody of these has: the same, or with the first number behind it that makes it another. */
export function nameAmong(name: string, others: readonly string[]): string {
  const isTaken = (one: string): boolean => others.some((other) => looksAlike(one, other));
  let free = name;
  for (let number = 2; isTaken(free); number += 1) free = `${name} (${number})`;
  return free;
}
