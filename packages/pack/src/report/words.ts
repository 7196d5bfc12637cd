import { withoutQuotationMarks } from "@unmask/words";
import { isRightToLeft, partsOf } from "./printable.ts";

/** Characters of one name of a sender, a group, an account or a file. Stops a name that is written like rows of the report. */
const longestName = 80;
/** Where the rest of a cut text is, unless another place is named. */
const thePack = "the pack";

/** Words that somebody wrote, ready for the page: printable, able to break, with the side they begin on. */
export interface Words {
  /** Where a run is longer than a line may be: the parts between which it may break. */
  readonly words: string | readonly string[];
  readonly rightToLeft: boolean;
}

/** Makes words ready for the page. `most`: characters printed; a longer text ends in a note of how many more there are, and where. */
export function wordsOf(text: string, most: number = Infinity, where: string = thePack): Words {
  const { cut, rest } = shortened(text, { most, where });
  return { words: partsOf(cut + rest), rightToLeft: isRightToLeft(cut) };
}

/** Blanks and line breaks at either end; a byte-order mark, which is no blank, is printed as its code. */
const outerBlanks = /^[ \t\r\n]+|[ \t\r\n]+$/g;

/**
 * What somebody wrote, as it stands between our quotation marks, on one line: nothing in it can look like a row or a sentence of the report.
 * A break of a line is ` / `, a double quotation mark of any script `’`. `most` and `where` as in `wordsOf`, counted in the text as it was written.
 */
export function insideQuotes(text: string, most: number = Infinity, where: string = thePack): string {
  const { cut, rest } = shortened(text.replace(outerBlanks, ""), { most, where });
  return withoutQuotationMarks(onOneLine(cut)) + rest;
}

/** The same with our quotation marks around it. */
export function quoted(text: string, most: number = Infinity, where: string = thePack): string {
  return `“${insideQuotes(text, most, where)}”`;
}

/** The name that a source has for somebody or something, as it stands in a line of the report: no break, no quotation mark, 80 characters. */
export function nameInPrint(name: string): string {
  const line = withoutQuotationMarks(onOneLine(name.trim()));
  return line.length > longestName ? `${cutAt(line, longestName - 1)}…` : line;
}

/** With ` / ` for each break of a line, and for several in a row. */
export function onOneLine(text: string): string {
  return text.replace(lineBreaks, " / ");
}

/** Breaks of all kinds, with the blanks behind them. */
const lineBreaks = /[\n\v\f\r\u0085\u2028\u2029][\s\u0085]*/g;

function shortened(text: string, { most, where }: { most: number; where: string }): { readonly cut: string; readonly rest: string } {
  const cut = text.length > most ? cutAt(text, most) : text;
  const more = text.length - cut.length;
  return { cut, rest: more > 0 ? ` […, ${more} more characters in ${where}]` : "" };
}

/** Never between the two halves of a pair. */
function cutAt(text: string, most: number): string {
  const code = text.charCodeAt(most - 1);
  return text.slice(0, code >= 0xd800 && code <= 0xdbff ? most - 1 : most);
}
