import { type Voice, sayBriefly, sayClock, sayDay, sayFirst } from "@unmask/words";
import { type Act, type Finding, type Whose, type Zone, msPerHour } from "@unmask/core";
import type { Telling } from "../pattern.ts";
import type { PlacedAct } from "./placed-act.ts";

/** A line is read at a glance, and the first page has room for so much in one row. */
const longestLine = 110;
const mostWords = 25;
/** A text longer than this is read to here: no line holds more, and a mail of many megabytes must not be walked for it. */
const longestRead = 400;

/** The first of some spellings of one line, the fullest first, that is short enough; the last one, cut, where none is. */
export function lineOf(...spellings: readonly string[]): Finding["line"] {
  const fitting = spellings.map(sayFirst).find(fits);
  return fitting ?? cutToFit(sayFirst(spellings.at(-1) ?? ""));
}

function fits(line: string): boolean {
  return line.length <= longestLine && line.split(" ").length <= mostWords;
}

function cutToFit(line: string): string {
  const words = line.split(" ").slice(0, mostWords).join(" ");
  return sayBriefly(words === line ? words : `${words} …`, longestLine);
}

/**
 * A line with words of an act, as many as fit, cut at whole words: `around` gets them in quotation marks. `without` is the line where the act
 * has no words or they may not be told.
 */
export function quotingLine(act: Act, telling: Telling, { around, without }: Quoting): Finding["line"] {
  const words = wordsOf(act, telling);
  for (let kept = words.length; kept > 0; kept--) {
    const line = sayFirst(withOneStop(around(`“${words.slice(0, kept).join(" ")}${kept < words.length ? " …" : ""}”`)));
    if (fits(line)) return line;
  }
  return lineOf(without);
}

/** Words that end with a stop of their own need none behind their quotation mark. */
export function withOneStop(sentence: string): string {
  return sentence.replace(/([.!?…]”)\./g, "$1");
}

interface Quoting {
  around(quoted: string): string;
  readonly without: string;
}

/** The words of an act in quotation marks, up to so many characters; undefined where it has none or they may not be told. */
export function quoteOf(act: Act, telling: Telling, most: number): string | undefined {
  const words = wordsOf(act, telling);
  return words.length === 0 ? undefined : `“${sayBriefly(words.join(" "), most)}”`;
}

/** Quotation marks within the words are turned into single ones, so that nobody's words can end their own quotation. */
function wordsOf(act: Act, { mayQuote }: Telling): readonly string[] {
  if (act.text === null || mayQuote?.(act) === false) return [];
  const plain = sayBriefly(act.text.slice(0, longestRead), longestRead).replace(/["“”„«»]/g, "’");
  return plain === "" ? [] : plain.split(" ");
}

/** "24 May 2026, 21:10", or the day alone where the hour is not known. */
export function sayWhenOf({ day, isStretch, firstDay, lastDay, earliest, latest }: PlacedAct, zone: Zone): string {
  if (isStretch) return `${sayDay(firstDay)} to ${sayDay(lastDay)}`;
  return latest - earliest < msPerHour ? `${sayDay(day)}, ${sayClock(earliest, zone)}` : sayDay(day);
}

/** How it is known whose an act is, as a sentence of a line; empty where the record itself names them. */
export function sayStep(whose: Whose, { me, are, them }: Voice): string {
  switch (whose) {
    case "theirs, she is sure":
      return ` By ${them}, ${me} ${are} sure.`;
    case "perhaps theirs":
      return ` Perhaps by ${them}.`;
    case "withheld":
    case "other":
      return " By whom is not known.";
    default:
      return ` By ${them}.`;
  }
}
