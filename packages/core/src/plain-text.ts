/** Controls but for tabs and line breaks, on which a terminal acts, and half of a surrogate pair, which written into UTF-8 comes out as another letter. */
const noText = /(?![\t\n\r])\p{Cc}|\p{Cs}/u;
const eachNoText = new RegExp(noText, "gu");

/** What ends a line to some program. */
const endOfLine = /[\n\r\u2028\u2029]/u;

/** Whether every program that a text is handed to can carry it: databases, papers and logs refuse a NUL, or take a control for an order. */
export function isPlainText(text: string): boolean {
  return !noText.test(text);
}

/**
 * The same text as every program can carry it: line breaks as line feeds, and a blank for each control, which a word processor puts into what is
 * pasted from it, and for half of a surrogate pair.
 */
export function asPlainText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(eachNoText, " ");
}

/** Whether a text stands in one line: a number that holds a line break ends a record in whatever reads it line by line. */
export function isOneLine(text: string): boolean {
  return !endOfLine.test(text);
}

/** Signs that turn the letters behind them round: a number is read backwards. Nobody needs one to write a language. */
const turnsRound = /[\u202D\u202E]/;

/** Combining marks in a row: more than any language writes over one letter, and they are drawn over the lines beside it. */
const tooManyMarks = /\p{M}{7}/u;

/** Whether a text is read as it was typed, wherever it is shown: nothing in it turns letters round or is drawn over other lines. */
export function isDrawnAsTyped(text: string): boolean {
  return !turnsRound.test(text) && !tooManyMarks.test(text);
}
