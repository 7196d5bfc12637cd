import { withoutQuotationMarks } from "@unmask/words";

/** UTF-16 units of somebody's words in a row: the second line is one line. */
const longestQuote = 90;

/** Words of somebody on one line, without the full stop at their end; cut words end in “…”. `longest` in UTF-16 units. */
export function shortened(words: string, longest: number = longestQuote): string {
  const line = words.replace(/\s+/g, " ").trim().replace(/\.$/, "");
  return line.length > longest ? `${line.slice(0, longest).trimEnd()}…` : line;
}

/** The same within quotation marks: no mark of theirs closes it, or what they wrote after it would be read as the desk's. */
export function quoted(words: string, longest: number = longestQuote): string {
  return `“${withoutQuotationMarks(shortened(words, longest))}”`;
}
