/**
 * The first whole sentence of a text of ours: up to a full stop, question or exclamation mark that a blank follows, outside of brackets and
 * quotation marks, and not behind an initial ("N. Lighte"). The whole text where there is none.
 */
export function firstSentence(text: string): string {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (openers.includes(char)) depth++;
    else if (closers.includes(char)) depth = Math.max(0, depth - 1);
    if (depth > 0 || !/[.!?]/.test(char) || !/^(\s|$)/.test(text.slice(i + 1, i + 2))) continue;
    if (char === "." && /(^|[^\p{L}\p{N}])\p{L}$/u.test(text.slice(0, i))) continue;
    return text.slice(0, i + 1);
  }
  return text;
}

const openers = "(“[";
const closers = ")”]";
