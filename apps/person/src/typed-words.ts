/** The seven fields in which words are typed: what stands in them, and what a paste into one does. */

/** Words of a receipt. */
const wordCount = 7;

/** Seven empty fields. */
export const noWords: readonly string[] = Array.from({ length: wordCount }, () => "");

/** What was typed or pasted into a field: several words at once fill the fields from there on, so that a line copied from elsewhere fits. */
export function withTyped(words: readonly string[], at: number, typed: string): readonly string[] {
  const pieces = typed.split(/[\s,;]+/).filter((piece) => piece !== "");
  if (pieces.length < 2) return words.with(at, typed);
  return words.map((word, place) => pieces[place - at] ?? word);
}

/** The fields, from 0, whose word is another than the one that was shown. Blanks and capitals do not matter. */
export function othersIn(typed: readonly string[], shown: string): readonly number[] {
  return shown.split(" ").flatMap((word, place) => (typed[place]?.trim().toLowerCase() === word ? [] : [place]));
}

/** The fields, from 0, in which nothing stands, where there are fewer words than a receipt has: all of them may have been typed into one. */
export function emptyIn(typed: readonly string[]): readonly number[] {
  const count = typed
    .join(" ")
    .split(/\s+/)
    .filter((word) => word !== "").length;
  return count >= wordCount ? [] : typed.flatMap((word, place) => (word.trim() === "" ? [place] : []));
}

/** Whether a field is as it was: a slip stays told at its field until something else stands there. */
export function isUntouched(at: number, before: readonly string[], after: readonly string[]): boolean {
  return before[at] === after[at];
}
