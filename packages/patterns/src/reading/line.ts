import {
  type Voice,
  changesBeginning,
  endsSentence,
  inVoice,
  leavesOpen,
  marks,
  nameInLine,
  sayBriefly,
  sayClock,
  sayCount,
  sayDay,
  sayFirst,
  sayHowKnown,
  sayShownAs,
  saySender,
  sayKind,
  turnsWords,
  withoutMarks,
  withoutQuotationMarks,
} from "@unmask/words";
import {
  type Act,
  type Finding,
  type Statement,
  type Whose,
  type Zone,
  createSaidOther,
  isTheirs,
  msPerHour,
  tellsViolence,
  threatens,
} from "@unmask/core";
import type { PlacedAct } from "./placed-act.ts";
import { tellsWhere } from "./whereabouts-words.ts";

/** A line is read at a glance, and the first page has room for so much in one row. */
const longestLine = 110;
const mostWords = 25;
/** Characters of a text of theirs in a sentence or a cell of a table; it ends where a sentence or a clause ends. */
const longestQuote = 200;
/** Characters of her own account and of a stop of hers there: whole up to here, for a line has no more room and a cell no more patience. */
const longestWhole = 400;
/** No quotation has more words than it has characters for. */
const mostQuotedWords = longestQuote / 2;
/** A text longer than this is read to here, and what follows is "over" so many words: a mail of many megabytes must not be walked for a line. */
const longestRead = 20_000;
/** A clause of fewer words says too little to stand for a text. */
const leastOfClause = 3;

/** Characters of a typed name that a line has room for beside the words. */
const longestName = 30;

/** Spellings of one line, the fullest first, with marks where the two people stand (words/voice.ts). */
export type Line = readonly string[];

/** A line of these spellings. */
export function lineOf(...spellings: readonly string[]): Line {
  return spellings;
}

/** A line as it is told in a voice: the first spelling that is short enough, with the names in it; the last one, cut, where none is. */
export function toldLine(line: Line, voice: Voice): Finding["line"] {
  for (const spelling of line) {
    const told = inVoice(sayFirst(spelling), voice);
    if (fits(told)) return told;
  }
  return cutToFit(inVoice(sayFirst(line.at(-1) ?? ""), voice));
}

function fits(line: string): boolean {
  return line.length <= longestLine && line.split(" ").length <= mostWords;
}

function cutToFit(line: string): string {
  const words = line.split(" ").slice(0, mostWords).join(" ");
  return sayBriefly(words === line ? words : `${words} …`, longestLine);
}

/**
 * A line with words of an act: all of them where they fit in one of the frames, else whole sentences, else whole clauses, with how many words
 * more there are; where none has room, only how many words there are.
 *
 * [Note: Nothing is cut off in silence] “I never said I would leave you alone” is another sentence without the threat that it goes on to. A line that does
 * not hold all words ends where a sentence ends, or a clause whose sentence goes on with nothing that changes it, and says that it goes on. Of the sentences
 * the one is taken that holds a plain threat, else one that a rule of whereabouts knows, else the first. Her own account stands whole or not at all: “It turned out that the council had done it”
 * takes back what stands before, in words that no list has. So does a stop: a greeting is none, and what follows can take it back.
 */
export function quotingLine(act: Act, { around, without, isStop = false }: Quoting): Line {
  const { words, isAll } = wordsOf(act);
  if (words.length === 0) return without;
  const whole = isAll && words.length <= mostWords ? [`“${words.join(" ")}”`] : [];
  const parts = (isStop || act.grade === "own-account" ? [] : partsOf(words, mostWords)).map((part) => quotedPart(words, part, isAll));
  const inFull = `${sayMoreWords(words.length, isAll)}, in full below`;
  const quoting = [...whole, ...parts, `${sayKind(act).toLowerCase()}, ${inFull}`, inFull];
  return [...quoting.flatMap((quoted) => around.map((frame) => withOneStop(frame(quoted)))), ...without];
}

/** Words that end with a stop of their own need none behind their quotation mark. */
export function withOneStop(sentence: string): string {
  return sentence.replace(/([.!?…]”)\./g, "$1");
}

interface Quoting {
  /** The line around the words, the fullest first: what can be said shorter is, before a word is left out. */
  readonly around: readonly ((quoted: string) => string)[];
  /** The line where the act has no words. */
  readonly without: Line;
  /** The words are a stop of hers, of which no part stands for the whole. */
  readonly isStop?: boolean;
}

/** Words from one place to before another. */
interface Part {
  readonly from: number;
  readonly until: number;
}

/** What of a text can stand by itself in so many words, the best first: a threat, a sentence that tells of violence, sentences about where she is, sentences from the first on, clauses from the first on. */
function partsOf(words: readonly string[], most: number): readonly Part[] {
  const isShort = ({ from, until }: Part): boolean => until - from <= most;
  const ends = words.flatMap((word, i) => (i + 1 === words.length || (endsSentence(word) && !turnsAt(words, i + 1)) ? [i + 1] : []));
  const sentences = ends.map((until, i): Part => ({ from: ends[i - 1] ?? 0, until }));
  const short = sentences.filter(isShort);
  const told =
    short.find((one) => threatens(wordsIn(words, one))) ??
    short.find((one) => tellsViolence(wordsIn(words, one))) ??
    short.find((one) => tellsWhere(wordsIn(words, one)));
  const around = told === undefined ? [] : windowsAround(told, sentences, most);
  const first = sentences.map(({ until }) => ({ from: 0, until }));
  const clauses = words.slice(0, most).flatMap((word, i): Part[] => {
    const isEnd = /[,;:]$/.test(word) || /^[–—-]+$/.test(words[i + 1] ?? "");
    const rest = words.slice(
      i + 1,
      ends.find((end) => end > i),
    );
    const canStand = i + 1 >= leastOfClause && !words.slice(0, i + 1).some(leavesOpen) && !changesBeginning(rest);
    return isEnd && canStand ? [{ from: 0, until: i + 1 }] : [];
  });
  return [...around, ...first.reverse(), ...clauses.reverse()].filter((part) => isShort(part) && part.until - part.from < words.length);
}

function turnsAt(words: readonly string[], at: number): boolean {
  return turnsWords(words[at] ?? "") || (/^[–—-]+$/.test(words[at] ?? "") && turnsAt(words, at + 1));
}

/** Sentences in a row that hold one, most words first. */
function windowsAround({ from, until }: Part, sentences: readonly Part[], most: number): readonly Part[] {
  const near = sentences.filter((one) => one.from > from - most && one.until < until + most);
  return near
    .filter((one) => one.from <= from)
    .flatMap((start) => near.filter((one) => one.until >= until).map((end) => ({ from: start.from, until: end.until })))
    .sort((a, b) => b.until - b.from - (a.until - a.from) || a.from - b.from);
}

/**
 * The words of an act in quotation marks, for a sentence or a cell: all of them where there is room, else up to where a sentence or a clause ends, and how
 * many words more; else how many words there are. Her own account and a stop of hers stand whole or not at all, as in a line. Undefined where it has none.
 */
export function quoteOf(act: Act, { isStop = false }: Pick<Quoting, "isStop"> = {}): string | undefined {
  const { words, isAll } = wordsOf(act);
  if (words.length === 0) return undefined;
  const isWholeOrNone = isStop || act.grade === "own-account";
  const whole = words.join(" ");
  if (isAll && whole.length <= (isWholeOrNone ? longestWhole : longestQuote)) return `“${whole}”`;
  const [part] = isWholeOrNone ? [] : partsOf(words, mostQuotedWords).filter((one) => wordsIn(words, one).length <= longestQuote);
  return part === undefined ? `${sayMoreWords(words.length, isAll)}, in full with the act` : quotedPart(words, part, isAll);
}

/** The same with its kind where no word stands for it: "message, 60 words, in full with the act", "call". */
export function quoteOrKind(act: Act): string {
  const [quoted, kind] = [quoteOf(act), sayKind(act).toLowerCase()];
  if (quoted === undefined) return kind;
  return quoted.startsWith("“") ? quoted : `${kind}, ${quoted}`;
}

/** “… I saw you. …” (20 words more). */
function quotedPart(words: readonly string[], part: Part, isAll: boolean): string {
  const { from, until } = part;
  const isToEnd = until === words.length && isAll;
  return `“${from > 0 ? "… " : ""}${wordsIn(words, part)}${isToEnd ? "" : " …"}” (${sayMoreWords(words.length - (until - from), isAll)} more)`;
}

function wordsIn(words: readonly string[], { from, until }: Part): string {
  return words.slice(from, until).join(" ");
}

/** "12 words", or "over" so many of a text that was not read to its end. */
function sayMoreWords(count: number, isAll: boolean): string {
  return `${isAll ? "" : "over "}${sayCount(count, "word")}`;
}

/** Quotation marks within the words are turned into single ones, so that nobody's words can end their own quotation. */
function wordsOf(act: Act): { readonly words: readonly string[]; readonly isAll: boolean } {
  if (act.text === null) return { words: [], isAll: true };
  const isAll = act.text.length <= longestRead;
  const plain = withoutQuotationMarks(withoutMarks(sayBriefly(act.text.slice(0, longestRead), longestRead)));
  return { words: plain === "" ? [] : plain.split(" "), isAll };
}

/** "24 May 2026, 21:10", or the day alone where the hour is not known; "Time not known" where she does not know when it was. */
export function sayWhenOf({ day, isStretch, isUndated, firstDay, lastDay, earliest, latest }: PlacedAct, zone: Zone): string {
  if (isUndated) return "Time not known";
  if (isStretch) return `${sayDay(firstDay)} to ${sayDay(lastDay)}`;
  return latest - earliest < msPerHour ? `${sayDay(day)}, ${sayClock(earliest, zone)}` : sayDay(day);
}

/** How it is known whose an act is, as a sentence of a line, and the same as short as it can be. */
export function sayStep(
  whose: Whose,
  act: Pick<Act, "grade" | "from">,
  statement: Pick<Statement, "me" | "them" | "perhaps" | "others">,
): Step {
  const them = sayThemAs(whose, act, statement.them.label);
  const known = sayHowKnown(whose, act);
  const named = ` By ${them}, ${known}.`;
  switch (whose) {
    case "theirs, she is sure":
      return stepOf(named, ` By ${marks.them}, ${marks.meSays}.`);
    case "perhaps theirs":
      return stepOf(` Perhaps by ${marks.them}.`, ` Perhaps ${marks.them}.`);
    case "other":
      return createSaidOther(statement)(act.from) ? ofSomebodyElse(act) : ofSender(act);
    case "withheld":
      return ofNobody;
    default:
      // That a file can be edited is never left out; by which of their accounts neither, so that their words keep the room.
      return stepOf(
        named,
        act.grade === "text-export" ? ` By ${sayShownAs(whose, act, statement.them.label) ?? marks.them}, ${known}.` : ` By ${them}.`,
      );
  }
}

/** "them", or "them (grey_moth_44)" where the record shows another of their accounts than the one by which they are called. */
export function sayThemAs(whose: Whose, act: Pick<Act, "from">, label: string): string {
  const shown = sayShownAs(whose, act, label);
  return shown === undefined ? marks.them : `${marks.them} (${shown})`;
}

/** Of an act of which no source names a sender. */
const ofNobody = stepOf(" By whom is not known.", " By whom: not known.");

/** Where the source names a sender, it says so: whose the account is, is another question, and a mail of her boss is not by nobody known. */
function ofSender({ from }: Pick<Act, "from">): Step {
  const sender = saySender(from);
  if (sender === undefined) return ofNobody;
  const brief = withoutMarks(nameInLine(from.wrote === "" ? (from.name ?? "") : from.wrote, longestName));
  return { full: ` By ${sender}, not said whose.`, brief: ` By ${brief}, not said whose.`, least: " By whom: not said." };
}

/** Of somebody of whom she said that it is somebody else: their hand it is not, and what was done or said stays. */
function ofSomebodyElse({ from }: Pick<Act, "from">): Step {
  const name = withoutMarks(nameInLine(from.name ?? from.wrote, longestName));
  return stepOf(` By ${name}, somebody else as ${marks.youSay}.`, ` By ${name}, somebody else.`);
}

function stepOf(full: string, brief: string): Step {
  return { full, brief, least: brief };
}

/** The same of what she wrote down under a name that she has not said whose it is. */
export function sayTypedStep(wrote: string): Step {
  const name = withoutMarks(nameInLine(wrote, longestName));
  return stepOf(` By ${name}, not yet said whether that is ${marks.them}.`, ` By ${name}, not yet said whether ${marks.them}.`);
}

/** The same of what she wrote down with nobody in the column for who did it, where the words hold a stated name. */
export function sayStepInWords(name: string, { from }: Pick<Act, "from">): Step {
  const words = `the words name ${withoutMarks(nameInLine(name, longestName))}.`;
  const column =
    from.kind === "withheld" || from.wrote.trim() === "" ? "No name" : `“${withoutMarks(nameInLine(from.wrote, longestName))}”`;
  const brief = ` ${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
  return { full: ` ${column} in the column for it; ${words}`, brief, least: brief };
}

/** The same of what somebody told her, who stands beside it. */
export function sayBroughtStep(wrote: string): Step {
  return stepOf(` As told by ${withoutMarks(nameInLine(wrote, longestName))}.`, ` By whom: as told.`);
}

/** A sentence about whose an act is. */
export interface Step {
  readonly full: string;
  readonly brief: string;
  /** Where not even an address has room. */
  readonly least: string;
}

/** The same in a cell of a table. */
export function sayStepInCell(whose: Whose, act: Pick<Act, "grade">): string {
  if (whose === "perhaps theirs") return `perhaps by ${marks.them}`;
  return isTheirs(whose) ? `by ${marks.them}, ${sayHowKnown(whose, act)}` : sayHowKnown(whose, act);
}
