import { cutAt, foldRuns, onOneLine, withoutQuotationMarks } from "@unmask/words";
import { isRightToLeft, partsOf } from "./printable.ts";

export { nameInLine as nameInPrint, onOneLine } from "@unmask/words";

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

/** The words in one piece, to stand within a sentence that is made ready after it. */
export function textOf({ words }: Words): string {
  return typeof words === "string" ? words : words.join("");
}

/** Blanks and line breaks at either end; a byte-order mark, which is no blank, is printed as its code. A run within is looked at from its first blank alone. */
const outerBlanks = /^[ \t\r\n]+|(?<![ \t\r\n])[ \t\r\n]+$/g;

/**
 * What somebody wrote, as it stands between our quotation marks, on one line: nothing in it can look like a row or a sentence of the report.
 * A break of a line is ` / `, a double quotation mark of any script `’`, a run of blanks or of what nobody sees its count, ` [12 blanks] `. `most` and `where` as in `wordsOf`, counted once such runs are.
 */
export function insideQuotes(text: string, most: number = Infinity, where: string = thePack): string {
  const { cut, rest } = shortened(foldRuns(text.replace(outerBlanks, "")), { most, where });
  return withoutQuotationMarks(onOneLine(cut)) + rest;
}

/** The same with our quotation marks around it. */
export function quoted(text: string, most: number = Infinity, where: string = thePack): string {
  return `“${insideQuotes(text, most, where)}”`;
}

function shortened(text: string, { most, where }: { most: number; where: string }): { readonly cut: string; readonly rest: string } {
  const cut = text.length > most ? cutAt(text, most) : text;
  const more = text.length - cut.length;
  return { cut, rest: more > 0 ? ` […, ${more} more characters in ${where}]` : "" };
}
