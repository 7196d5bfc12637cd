import { before, behind, foldText, gap, inExpression, lettersApart } from "./folded-text.ts";
import type { Sought } from "./sought.ts";

/** Names and other words that stand beside one another: what of them only the signs between their letters make another spelling. As they are written they are found elsewhere. */

/** From so many letters on they are looked for in a longer word as well. */
const fewestInside = 8;
/** What stands between two single letters of a word. */
const sign = "[^\\p{L}\\p{N}]{1,3}";

/** How words are looked for whose letters stand apart: covered is a word of single letters, "L e i l a"; one that is cut somewhere is looked at, "Lei la". */
export function soughtName(says: string): Sought | undefined {
  const words = foldText(says).folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < 2) return undefined;
  const letters = words.join("");
  const each = words.map((word) => `(?:${inExpression(word)}|${[...word].map(inExpression).join(sign)})`);
  const apart = lettersApart(letters);
  return {
    whole: [{ form: `${before}${each.join(gap)}${behind}`, needs: [letters] }],
    close: [{ form: letters.length < fewestInside ? `${before}${apart}${behind}` : apart, needs: [letters] }],
  };
}
