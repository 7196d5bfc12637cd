import { inLatin, isOneLine, isPlainText, markedName, normalForm } from "@unmask/core";

/**
 * The name of an officer at the force's own sign-in. Nobody can see on a page which of two look-alikes opens whose session, so a name is what it
 * looks like, and no two officers have names that look alike.
 */

/** Whether a name is what it looks like: no blank at an end or beside another, nothing that cannot be seen, no letter of another script in a word. */
export function isSignInName(name: string): boolean {
  return name !== "" && name === name.trim() && isPlainText(name) && isOneLine(name) && markedName(name) === name;
}

/** Two names that are equal by this look alike: without case, wide letters, and letters of Greek or Cyrillic for those of Latin. */
export function signInNameFolded(name: string): string {
  return inLatin(normalForm(name, "NFKC").toLowerCase());
}
