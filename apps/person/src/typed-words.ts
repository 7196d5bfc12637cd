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

/** The first field, from 0, whose word is another than the one that was shown; undefined: all are the same. Blanks and capitals do not matter. */
export function firstOther(typed: readonly string[], shown: string): number | undefined {
  const other = shown.split(" ").findIndex((word, place) => typed[place]?.trim().toLowerCase() !== word);
  return other === -1 ? undefined : other;
}
