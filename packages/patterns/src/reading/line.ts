import { type Voice, inVoice, marks, sayBriefly, sayClock, sayDay, sayFirst, withoutMarks, withoutQuotationMarks } from "@unmask/words";
import { type Act, type Finding, type Whose, type Zone, msPerHour } from "@unmask/core";
import type { Asked } from "../pattern.ts";
import type { PlacedAct } from "./placed-act.ts";

/** A line is read at a glance, and the first page has room for so much in one row. */
const longestLine = 110;
const mostWords = 25;
/** A text longer than this is read to here: no line holds more, and a mail of many megabytes must not be walked for it. */
const longestRead = 400;

/** Spellings of one line, the fullest first, with marks where the two people stand (words/voice.ts). */
export type Line = readonly string[];

/** A line of these spellings. */
export function lineOf(...spellings: readonly string[]): Line {
  return spellings;
}

/** A line as it is told in a voice: the first spelling that is short enough, with the names in it; the last one, cut, where none is. */
export function toldLine(line: Line, voice: Voice): Finding["line"] {
  for (const spelling of line) {
    const told = sayFirst(inVoice(spelling, voice));
    if (fits(told)) return told;
  }
  return cutToFit(sayFirst(inVoice(line.at(-1) ?? "", voice)));
}

function fits(line: string): boolean {
  return line.length <= longestLine && line.split(" ").length <= mostWords;
}

function cutToFit(line: string): string {
  const words = line.split(" ").slice(0, mostWords).join(" ");
  return sayBriefly(words === line ? words : `${words} …`, longestLine);
}

/**
 * A line with words of an act, from as many as a line can hold to one, cut at whole words: `around` gets them in quotation marks. `without` is
 * the line where the act has no words, they may not be told, or none has room.
 */
export function quotingLine(act: Act, asked: Asked, { around, without }: Quoting): Line {
  const words = wordsOf(act, asked).slice(0, mostWords);
  const isCut = wordsOf(act, asked).length > words.length;
  const quoting = words.map((_, i) => {
    const kept = words.length - i;
    return withOneStop(around(`“${words.slice(0, kept).join(" ")}${isCut || i > 0 ? " …" : ""}”`));
  });
  return [...quoting, ...without];
}

/** Words that end with a stop of their own need none behind their quotation mark. */
export function withOneStop(sentence: string): string {
  return sentence.replace(/([.!?…]”)\./g, "$1");
}

interface Quoting {
  around(quoted: string): string;
  readonly without: Line;
}

/** The words of an act in quotation marks, up to so many characters; undefined where it has none or they may not be told. */
export function quoteOf(act: Act, asked: Asked, most: number): string | undefined {
  const words = wordsOf(act, asked);
  return words.length === 0 ? undefined : `“${sayBriefly(words.join(" "), most)}”`;
}

/** Quotation marks within the words are turned into single ones, so that nobody's words can end their own quotation. */
function wordsOf(act: Act, { mayQuote }: Asked): readonly string[] {
  if (act.text === null || mayQuote?.(act) === false) return [];
  const plain = withoutQuotationMarks(withoutMarks(sayBriefly(act.text.slice(0, longestRead), longestRead)));
  return plain === "" ? [] : plain.split(" ");
}

/** "24 May 2026, 21:10", or the day alone where the hour is not known. */
export function sayWhenOf({ day, isStretch, firstDay, lastDay, earliest, latest }: PlacedAct, zone: Zone): string {
  if (isStretch) return `${sayDay(firstDay)} to ${sayDay(lastDay)}`;
  return latest - earliest < msPerHour ? `${sayDay(day)}, ${sayClock(earliest, zone)}` : sayDay(day);
}

/** How it is known whose an act is, as a sentence of a line. */
export function sayStep(whose: Whose): string {
  switch (whose) {
    case "theirs, she is sure":
      return ` By ${marks.them}, ${marks.you} ${marks.are} sure.`;
    case "perhaps theirs":
      return ` Perhaps by ${marks.them}.`;
    case "withheld":
    case "other":
      return " By whom is not known.";
    default:
      return ` By ${marks.them}.`;
  }
}

/** The same in a cell of a table. */
export function sayHowKnown(whose: Whose): string {
  switch (whose) {
    case "theirs, she is sure":
      return `by ${marks.them}, ${marks.you} ${marks.are} sure`;
    case "perhaps theirs":
      return `perhaps by ${marks.them}`;
    case "withheld":
    case "other":
      return "not known";
    default:
      return `by ${marks.them}, as the record shows`;
  }
}
