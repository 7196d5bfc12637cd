/** Controls but for tabs and line breaks, on which a terminal acts, and half of a surrogate pair, which written into UTF-8 comes out as another letter. */
const noText = /(?![\t\n\r])\p{Cc}|\p{Cs}/u;

/** What ends a line to some program. */
const endOfLine = /[\n\r\u2028\u2029]/u;

/** Whether every program that a text is handed to can carry it: databases, papers and logs refuse a NUL, or take a control for an order. */
export function isPlainText(text: string): boolean {
  return !noText.test(text);
}

/** Whether a text stands in one line: a number that holds a line break ends a record in whatever reads it line by line. */
export function isOneLine(text: string): boolean {
  return !endOfLine.test(text);
}
