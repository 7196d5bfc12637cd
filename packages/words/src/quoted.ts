/**
 * Words that somebody wrote, where they stand between our quotation marks: no mark in them can close ours, and make what follows look like
 * words of the report.
 */

/** What looks like a double quotation mark, in any script: typewriter, curled, low, turned, wide, pointed, ornamental, primes, gershayim. */
const doubles =
  '"\\u00AB\\u00BB\\u02BA\\u02DD\\u02EE\\u02F5\\u02F6\\u05F4\\u1CD3\\u201C-\\u201F\\u2033\\u2034\\u2036\\u2037\\u2057\\u275D\\u275E\\u2760\\u2E42\\u3003\\u301D-\\u301F\\uFF02\\u{1F676}-\\u{1F678}';
/** Single ones: two of them side by side look like a double one. */
const singles = "'`\\u00B4\\u02B9\\u02BB-\\u02BD\\u05F3\\u2018-\\u201B\\u2032\\u2035\\u275B\\u275C\\uFF07\\uFF40";
/** Marks that nobody sees between two others. */
const unseen = "\\u061C\\u200B-\\u200F\\u2060\\uFE00-\\uFE0F\\uFEFF";
const closing = new RegExp(`[${doubles}${singles}](?:[${unseen}]*[${doubles}${singles}])+|[${doubles}]`, "gu");

/** Characters of one name of a sender, a group, an account or a file. Stops a name that is written like rows of the report. */
const longestName = 80;
/** Breaks of all kinds, with the blanks behind them. */
const lineBreaks = /[\n\v\f\r\u0085\u2028\u2029][\s\u0085]*/g;
/** What is read from right to left would take the figures that follow it to its own side. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\u061C\u200F]/u;
const leftToRightMark = "\u200E";

/** With ` / ` for each break of a line, and for several in a row. */
export function onOneLine(text: string): string {
  return text.replace(lineBreaks, " / ");
}

/**
 * The name that a source has for somebody or something, as it stands in a line of ours: no break, no quotation mark, no run of blanks, so
 * many characters at most, and what follows it stays behind it.
 */
export function nameInLine(name: string, most: number = longestName): string {
  const line = withoutQuotationMarks(onOneLine(name.trim()).replace(/\s{2,}/g, " "));
  const cut = line.length > most ? `${cutAt(line, most - 1)}…` : line;
  return rightToLeft.test(cut) ? `${cut}${leftToRightMark}` : cut;
}

/** Where the rest of a cut text is, unless another place is named. */
export const thePack: string = "the pack";

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

/** A text as far as it is printed, and the note of how many more characters there are, and where; empty where it is whole. */
export function shortened(
  text: string,
  { most, where }: { readonly most: number; readonly where: string },
): { readonly cut: string; readonly rest: string } {
  const cut = text.length > most ? cutAt(text, most) : text;
  const more = text.length - cut.length;
  return { cut, rest: more > 0 ? ` […, ${more} more characters in ${where}]` : "" };
}

/** The first so many characters, never half of a pair. */
export function cutAt(text: string, most: number): string {
  const code = text.charCodeAt(most - 1);
  return text.slice(0, code >= 0xd800 && code <= 0xdbff ? most - 1 : most);
}

/** The words with a single mark `’` for each double quotation mark, or run of marks. One apostrophe alone stays as it is. */
export function withoutQuotationMarks(text: string): string {
  return text.replace(closing, "’");
}

/**
 * With a count for each run of blanks or of characters that nobody sees: ` [64 blanks] `, ` [800 unseen] `. Set as they are, the ones push words to where a row
 * begins; written out by their codes, the others make a threat of three words too long for any page.
 */
export function foldRuns(text: string): string {
  if (!/[^\x20-\x7E]| {4}/.test(text)) return text;
  const read = cutAt(text, longestFolded);
  return read.replace(runs, foldRun).replace(/^ (?=\[)|(?<=\]) $/g, "") + text.slice(read.length);
}

/** A text is folded to here: one of many megabytes must not be walked for a row. */
const longestFolded = 100_000;
/** Shorter ones stay: a joiner between letters, a mark that an app put there. */
const leastFolded = 4;
/** What shows nothing, or has no form: controls but breaks of a line, marks, fillers, private use, halves of pairs. The letters of a flag are none. */
const unseenOne =
  "(?<!\\u{1F3F4}[\\u{E0020}-\\u{E007F}]*)(?![\\n\\v\\f\\r\\u0085\\u2028\\u2029\\t])[\\p{C}\\p{Default_Ignorable_Code_Point}\\u2800]";
const unseenOnes = new RegExp(unseenOne, "gu");
const runs = new RegExp(`(?:[\\t\\p{Zs}]|${unseenOne}){${leastFolded},}`, "gu");

function foldRun(run: string): string {
  const count = run.match(unseenOnes)?.length ?? 0;
  if (count >= leastFolded) return ` [${count} unseen] `;
  return run.replace(/[\t\p{Zs}]{4,}/gu, ({ length }) => ` [${length} blanks] `);
}
