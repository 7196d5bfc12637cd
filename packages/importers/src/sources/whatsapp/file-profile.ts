import { normalName, type DateOrder } from "@unmask/core";
import {
  type DateOrderEvidence,
  type DateOrderFinding,
  createDateOrderEvidence,
  isSameDate,
  type Encoding,
  type LineBatch,
  type LineBlock,
  copyOfText,
  createLineDecoder,
  endOfLine,
  type WrittenDate,
  type WrittenStamp,
} from "@unmask/formats";

import { type HeaderCache, createHeaderCache, mayStartHeader, readTimeUnder } from "./header-cache.ts";
import { type WrittenHeader, isAppMark, scanHeader, splitAuthor } from "./header.ts";
import { comparingForm, isAppSentence, longestMarker, markedMarkerOf, noticeOf } from "./words.ts";

/**
 * The first pass over a WhatsApp export: what only the whole file can tell. Order of day and month, who its people are, and the style of
 * its headers, so that one typed inside a message stands out.
 */

/** Names that are remembered. A group has at most 1,024 members; stops a file of a million names from filling the memory. */
const mostAuthors = 16_384;
/** Styles of header that are told apart; later ones count as the last. Stops a file that changes its style in every line. */
const mostStyles = 256;
/** Changes of style that are remembered, against the same. */
const mostRuns = 65_536;
/** Longest run of headers of a foreign style that could be lines of one message. */
const longestForgedRun = 16;
/** Times that a sentence with an open quotation mark must stand before a colon to be a name. */
const timesOfOddName = 5;
/** Share of headers whose clock has a word we do not know, above which it is a locale and not a sentence: one in twenty. */
const unknownWordShare = 20;

/** What the whole file tells. */
export interface FileProfile {
  /** Whether the app's marks (U+200E) are in the file, so that an unmarked line of an iOS export was typed. */
  readonly marksAppText: boolean;
  /** Headers with an unknown word for the half of the day are headers (reported as unread), not sentences in a message. */
  readonly trustsUnknownWords: boolean;
  /** No stamp stands below a later one, so equal stamps stand together. */
  readonly runsForward: boolean;
  /** Lines of the app about a group: before anybody wrote, where nobody can have typed them; else how many. */
  readonly groupLines: GroupLines;
  /** Lines are written over with NUL, as in a copy that goes in part: who else wrote here cannot be told by who is left. */
  readonly isWrittenOver: boolean;
  /** Names that wrote at least one act, most first. */
  readonly people: readonly string[];
  /** Whether the text before a colon is the name of somebody. */
  isAuthor(candidate: string): boolean;
  /** Whether the name could be made up: it stands once and looks like another name of the file. */
  isOddAuthor(name: string): boolean;
  /** Those beside the two who write most, where each wrote so little that all of it can be typed inside messages of the two; undefined in any other file. */
  readonly besidePair: BesidePair | undefined;
  /** The order of dates in headers of this style. */
  dateOrderOf(style: number): DateOrderFinding;
  /** Whether header number `ordinal` (0-based) is of another style than those around it. */
  isOddlyMade(ordinal: number, header: WrittenHeader, afterBareLineFeed: boolean): boolean;
}

/** What the app's lines about a group say. Amid a file each of them can be typed inside a message. */
export type GroupLines = "at its head" | "several" | "few" | "none";

/** Names beside the two who write most. */
export interface BesidePair {
  readonly names: readonly string[];
  /** Each of the two wrote more than any of these, or often and over days: it is plain who the two are. */
  readonly isPlain: boolean;
  /** It is one name, and it wrote once. */
  readonly isOneLine: boolean;
}

interface Author {
  lines: number;
  /** On so many days, counted anew where the file comes back to one. */
  days: number;
  latestDate: WrittenDate | undefined;
  acts: number;
  /** Stood under a header of an iPhone, where the app puts its mark before its own words, without one. */
  unmarkedOnPhone: boolean;
  /** Words that the app writes, so perhaps no name. */
  readonly isSentence: boolean;
}

interface HeaderStyle {
  readonly order: DateOrderEvidence;
  headers: number;
  afterCarriageReturn: number;
  afterLineFeed: number;
  /** How many stamps have each value of `padding`. */
  readonly paddings: number[];
}

interface Run {
  readonly style: number;
  readonly from: number;
}

/** Collects while the file goes by. */
export interface FileProfiler {
  /** Takes the blocks of the file in order. */
  see(block: LineBlock): void;
  /** `stated` is the person's word on the order of dates. */
  conclude(stated: DateOrder | undefined): FileProfile;
}

/** What was seen so far. */
interface Survey {
  readonly encoding: Encoding;
  readonly authors: Map<string, Author>;
  readonly styles: Map<number, HeaderStyle>;
  readonly runs: Run[];
  readonly headerCache: HeaderCache<Author>;
  readonly decoder: TextDecoder;
  headers: number;
  unknownWords: number;
  appMarks: number;
  groupNotices: number;
  isGroupFromHead: boolean;
  isWrittenOver: boolean;
  /** Somebody wrote. */
  begun: boolean;
  latestStyle: HeaderStyle;
  latestStyleKey: number;
  latestDate: WrittenDate | undefined;
  /** Seconds of the day. */
  latestTime: number;
  timesRunForward: boolean;
  /** The block before ended in a carriage return and a line feed. */
  carriageReturn: boolean;
}

/** Starts the profile of one file. */
export function createFileProfiler(encoding: Encoding): FileProfiler {
  const decode = createLineDecoder(encoding);
  const survey: Survey = {
    encoding,
    authors: new Map(),
    styles: new Map(),
    runs: [],
    headerCache: createHeaderCache<Author>(),
    decoder: new TextDecoder(encoding, { ignoreBOM: true }),
    headers: 0,
    unknownWords: 0,
    appMarks: 0,
    groupNotices: 0,
    isGroupFromHead: false,
    isWrittenOver: false,
    begun: false,
    latestStyle: newStyle(),
    latestStyleKey: noStyle,
    latestDate: undefined,
    latestTime: 0,
    timesRunForward: true,
    carriageReturn: false,
  };
  return {
    see(block) {
      if (encoding === "utf-8") seeBytes(survey, block);
      else seeText(survey, decode(block));
    },
    conclude: (stated) => conclude(survey, stated),
  };
}

/** Sees a block of UTF-8, decoding only lines whose head is new. */
function seeBytes(survey: Survey, block: LineBlock): void {
  const { headerCache, decoder } = survey;
  const { bytes, view, continues } = block;
  let at = continues ? endOfLine(block, 0) : 0;
  while (at < bytes.length) {
    if (!mayStartHeader(bytes[at])) {
      const next = endOfLine(block, at);
      if (bytes[at] === 0) survey.isWrittenOver = true;
      at = next;
      continue;
    }
    const afterCarriageReturn = at > 1 ? bytes[at - 2] === 0x0d : survey.carriageReturn;
    const head = headerCache.find(block, at);
    if (head) {
      const time = readTimeUnder(head, view, at);
      seeTime(survey, time);
      countHeader(survey, time.padding, afterCarriageReturn);
      const body = at + head.length;
      at = endOfLine(block, body);
      seeBody(survey, head.value, isAppMarkIn(bytes, body) ? lineOf(decoder.decode(bytes.subarray(body, at))) : undefined);
    } else {
      const next = endOfLine(block, at);
      seeLine(survey, decoder.decode(bytes.subarray(at, next)), 0, { afterCarriageReturn });
      at = next;
    }
  }
  survey.carriageReturn = bytes[bytes.length - 2] === 0x0d;
}

/** Sees a block of UTF-16. */
function seeText(survey: Survey, { text, textAt, count, block }: LineBatch): void {
  for (let i = block.continues ? 1 : 0; i < count; i++) {
    const at = textAt[i] ?? 0;
    const afterCarriageReturn = at > 1 ? text.charCodeAt(at - 2) === 0x0d : survey.carriageReturn;
    const next = textAt[i + 1] ?? text.length;
    if (text.charCodeAt(at) === 0) survey.isWrittenOver = true;
    seeLine(survey, text, at, { next, afterCarriageReturn });
  }
  survey.carriageReturn = text.charCodeAt(text.length - 2) === 0x0d;
}

/** Reads with care the line from `at` to before `next`, the end of the text where that is not said. */
function seeLine(
  survey: Survey,
  text: string,
  at: number,
  { next = text.length, afterCarriageReturn }: { readonly next?: number; readonly afterCarriageReturn: boolean },
): void {
  const { headerCache } = survey;
  const header = scanHeader(text, at);
  if (!header) return;
  if (header.unknownWord) survey.unknownWords++;
  if (header.style !== survey.latestStyleKey) beginStyle(survey, header.style);
  const { stamp } = header;
  if (stamp.date !== survey.latestDate) {
    if (!survey.latestDate || !isSameDate(stamp.date, survey.latestDate)) survey.latestTime = 0;
    survey.latestDate = stamp.date;
    survey.latestStyle.order.see(stamp.date);
    headerCache.forget();
  }
  seeTime(survey, stamp);
  countHeader(survey, stamp.padding, afterCarriageReturn);
  if (header.marked) survey.appMarks++;
  const written = seeRest(survey, text, at + header.restAt, { header, end: lineEnd(text, next) });
  if (written) headerCache.remember({ text, at, bodyAt: written.bodyAt, header }, written.author);
}

function beginStyle(survey: Survey, style: number): void {
  survey.latestStyleKey = style;
  survey.latestStyle = styleOf(survey.styles, style);
  if (survey.runs.length < mostRuns) survey.runs.push({ style, from: survey.headers });
  survey.latestDate = undefined;
}

function seeTime(survey: Survey, { hour, minute, seconds }: Pick<WrittenStamp, "hour" | "minute" | "seconds">): void {
  const time = (hour * 60 + minute) * 60 + Math.max(0, seconds);
  if (time < survey.latestTime) survey.timesRunForward = false;
  survey.latestTime = time;
}

function countHeader(survey: Survey, padding: number, afterCarriageReturn: boolean): void {
  const style = survey.latestStyle;
  style.paddings[padding] = (style.paddings[padding] ?? 0) + 1;
  if (survey.headers > 0) {
    if (afterCarriageReturn) style.afterCarriageReturn++;
    else style.afterLineFeed++;
  }
  style.headers++;
  survey.headers++;
}

/** Returns the author, if there is one, and where what they wrote starts. */
function seeRest(
  survey: Survey,
  text: string,
  restAt: number,
  { header, end }: { header: WrittenHeader; end: number },
): { readonly author: Author; readonly bodyAt: number } | undefined {
  const { authors } = survey;
  const split = splitAuthor(text, restAt, end, header.spacedColon);
  if (!split) {
    seeNotice(survey, text, restAt, end);
    return undefined;
  }
  const name = text.slice(isAppMark(text, restAt) ? restAt + 1 : restAt, split.authorEnd);
  let author = authors.get(name);
  if (!author) {
    if (authors.size >= mostAuthors) return undefined;
    author = { lines: 0, days: 0, latestDate: undefined, acts: 0, unmarkedOnPhone: false, isSentence: isAppSentence(comparingForm(name)) };
    authors.set(copyOfText(name), author);
  }
  if (header.bracketed && !isAppMark(text, restAt)) author.unmarkedOnPhone = true;
  else if (author.isSentence) seeNotice(survey, text, restAt, end);
  const { bodyAt } = split;
  seeBody(survey, author, isAppMark(text, bodyAt) ? text.slice(bodyAt, end) : undefined);
  return { author, bodyAt };
}

/** `marked`: what the app marked as its own; undefined where it did not. */
function seeBody(survey: Survey, author: Author, marked: string | undefined): void {
  author.lines++;
  if (author.latestDate !== survey.latestDate) seeDay(author, survey.latestDate);
  if (marked === undefined) {
    author.acts++;
    if (!author.isSentence) survey.begun = true;
    return;
  }
  survey.appMarks++;
  const words = marked.slice(0, longestNotice);
  const form = /[<:(]/.test(words) ? undefined : comparingForm(words);
  if (form === undefined || (form.length <= longestMarker && markedMarkerOf(form))) {
    author.acts++;
    survey.begun = true;
  } else {
    const says = noticeOf(form);
    if (says === "group notice") countGroupNotice(survey);
    else if (says === "line by the app") author.acts++;
  }
}

function seeDay(author: Author, date: WrittenDate | undefined): void {
  if (!author.latestDate || !date || !isSameDate(author.latestDate, date)) author.days++;
  author.latestDate = date;
}

function countGroupNotice(survey: Survey): void {
  survey.groupNotices++;
  if (!survey.begun) survey.isGroupFromHead = true;
}

function seeNotice(survey: Survey, text: string, at: number, end: number): void {
  if (noticeOf(comparingForm(text.slice(at, Math.min(end, at + longestNotice)))) === "group notice") countGroupNotice(survey);
}

function conclude(survey: Survey, stated: DateOrder | undefined): FileProfile {
  const { authors, styles, runs, appMarks, headers, unknownWords, latestStyle, timesRunForward } = survey;
  const isAuthor = authorTest(authors, appMarks > 0);
  const people = [...authors].filter(([name, { acts }]) => acts > 0 && isAuthor(name)).sort(([, a], [, b]) => b.acts - a.acts);
  const isOddAuthor = oddAuthorTest(people);
  const orders = new Map([...styles].map(([style, { order }]) => [style, order.decide(stated)]));
  return {
    marksAppText: appMarks > 0,
    trustsUnknownWords: unknownWords * unknownWordShare >= headers,
    runsForward: timesRunForward && runs.length === 1 && latestStyle.order.decide(stated).runsForward,
    groupLines: groupLinesOf(survey),
    isWrittenOver: survey.isWrittenOver,
    people: people.map(([name]) => name),
    isAuthor,
    isOddAuthor,
    besidePair: besidePair(people.filter(([name]) => !isOddAuthor(name))),
    dateOrderOf: (style) => orders.get(style) ?? { order: stated ?? "dmy", because: stated ? "stated" : "assumed", runsForward: false },
    isOddlyMade: oddHeaderTest(styles, oddRunsOf(runs, styles, headers)),
  };
}

/** Asked for every header, in order. */
function oddHeaderTest(styles: ReadonlyMap<number, HeaderStyle>, oddRuns: readonly OddRun[]): FileProfile["isOddlyMade"] {
  const habits = new Map([...styles].map(([key, style]) => [key, habitOf(style)]));
  let nextRun = 0;
  let styleAtHand = noStyle;
  let habitAtHand = noHabit;
  return (ordinal, header, afterBareLineFeed) => {
    while (nextRun < oddRuns.length && (oddRuns[nextRun]?.to ?? 0) <= ordinal) nextRun++;
    const run = oddRuns[nextRun];
    if (run && ordinal >= run.from && ordinal < run.to) return true;
    if (header.style !== styleAtHand) {
      styleAtHand = header.style;
      habitAtHand = habits.get(header.style) ?? noHabit;
    }
    return (afterBareLineFeed && habitAtHand.endsInCarriageReturn) || (header.stamp.padding & habitAtHand.oddPadding) !== 0;
  };
}

/** How much of a line of the app is looked at. */
const longestNotice = 400;

/** `padding` of a stamp has six bits. */
const paddingValues = 64;

/** Stands for no style. */
const noStyle = -1;

/** Whether U+200E stands here in UTF-8. */
function isAppMarkIn(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xe2 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0x8e;
}

function lineOf(text: string): string {
  return text.slice(0, lineEnd(text, text.length));
}

/** Where a line ends, its break left out. */
export function lineEnd(text: string, next: number): number {
  if (text.charCodeAt(next - 1) !== 0x0a) return next;
  return text.charCodeAt(next - 2) === 0x0d ? next - 2 : next - 1;
}

function styleOf(styles: Map<number, HeaderStyle>, key: number): HeaderStyle {
  const known = styles.get(key);
  if (known) return known;
  const style = newStyle();
  if (styles.size < mostStyles) styles.set(key, style);
  return style;
}

function newStyle(): HeaderStyle {
  return {
    order: createDateOrderEvidence(),
    headers: 0,
    afterCarriageReturn: 0,
    afterLineFeed: 0,
    paddings: new Array<number>(paddingValues).fill(0),
  };
}

/**
 * [Note: A name or a sentence] `X changed the subject to "meet at 9: bring keys"` has a colon and no author. What stands before a colon is a
 * sentence when it opens a quotation that it does not close, or when it is words that the app writes; but a name that wrote often is a name, and
 * so is whatever an iPhone that marks its own words left unmarked: else somebody could call themselves "Sam was added" and say what they like.
 */
function authorTest(authors: ReadonlyMap<string, Author>, marksAppText: boolean): (candidate: string) => boolean {
  const verdicts = new Map<string, boolean>();
  return (candidate) => {
    const known = verdicts.get(candidate);
    if (known !== undefined) return known;
    const author = authors.get(candidate);
    const times = author?.lines ?? 0;
    const sentence = opensQuotation(candidate) || isAppSentence(comparingForm(candidate));
    const verdict = !sentence || times >= timesOfOddName || (marksAppText && author?.unmarkedOnPhone === true);
    if (verdicts.size < mostAuthors) verdicts.set(candidate, verdict);
    return verdict;
  };
}

function opensQuotation(text: string): boolean {
  const straight = text.split('"').length - 1;
  if (straight % 2 === 1) return true;
  for (const [open, closers] of quotationMarks) {
    const last = text.lastIndexOf(open);
    if (last !== -1 && ![...closers].some((close) => text.indexOf(close, last + 1) !== -1)) return true;
  }
  return false;
}

const quotationMarks = [
  ["“", "”"],
  ["„", "“”"],
  ["«", "»"],
  ["「", "」"],
  ["『", "』"],
] as const;

/** Lines about a group amid a file that agree with each other: fewer can be typed inside one message or two. */
const severalGroupLines = 3;

function groupLinesOf({ isGroupFromHead, groupNotices }: Survey): GroupLines {
  if (isGroupFromHead) return "at its head";
  if (groupNotices >= severalGroupLines) return "several";
  return groupNotices > 0 ? "few" : "none";
}

/** Lines of one name, and days on which they stand, from which on nobody is taken to have typed them all inside messages of others. */
const [linesOfWriter, daysOfWriter] = [5, 3];

function besidePair(people: readonly (readonly [string, Author])[]): BesidePair | undefined {
  const isWriter = ([, { lines, days }]: readonly [string, Author]): boolean => lines >= linesOfWriter && days >= daysOfWriter;
  const [first, second, ...others] = [...people.filter(isWriter), ...people.filter((one) => !isWriter(one))];
  if (!first || !second || others.length === 0 || others.some(isWriter)) return undefined;
  const most = others.reduce((highest, [, { lines }]) => Math.max(highest, lines), 0);
  const isPlain = isWriter(second) || [first, second].every(([, { lines }]) => lines > most);
  return { names: others.map(([name]) => name), isPlain, isOneLine: isPlain && others.length === 1 && most === 1 };
}

function oddAuthorTest(people: readonly (readonly [string, Author])[]): (name: string) => boolean {
  const odd = new Set<string>();
  const nameByNormal = new Map<string, string>();
  for (const [name, { lines }] of people) {
    const normal = normalName(name);
    if (nameByNormal.has(normal) && lines === 1) odd.add(name);
    else nameByNormal.set(normal, name);
  }
  return (name) => odd.has(name);
}

interface OddRun {
  readonly from: number;
  readonly to: number;
}

/** Short runs of a style that the file has less of than of the style before and, where one follows, behind them. */
function oddRunsOf(runs: readonly Run[], styles: ReadonlyMap<number, HeaderStyle>, headers: number): OddRun[] {
  const odd: OddRun[] = [];
  const of = (run: Run): number => styles.get(run.style)?.headers ?? 0;
  for (let i = 1; i < runs.length; i++) {
    const [before, run, after] = [runs[i - 1], runs[i], runs[i + 1]];
    if (!before || !run) continue;
    const to = after?.from ?? headers;
    if (to - run.from > longestForgedRun || of(run) >= of(before)) continue;
    if (after === undefined || after.style === before.style) odd.push({ from: run.from, to });
  }
  return odd;
}

/** How most headers of a style are written, so that an odd one stands out. */
interface Habit {
  /** Bits of a stamp's `padding` that most others do not have: a leading zero among bare digits, or the reverse. A phone does one or the other. */
  readonly oddPadding: number;
  /** Most stand behind a carriage return and a line feed. */
  readonly endsInCarriageReturn: boolean;
}

const noHabit: Habit = { oddPadding: 0, endsInCarriageReturn: false };

function habitOf({ paddings, afterLineFeed, afterCarriageReturn }: HeaderStyle): Habit {
  const withBit = (bit: number): number => paddings.reduce((sum, times, padding) => (padding & bit ? sum + times : sum), 0);
  let oddPadding = 0;
  for (let place = 0; place < 3; place++) {
    const [zero, bare] = [1 << place, 0b1000 << place];
    if (withBit(zero) < withBit(bare)) oddPadding |= zero;
    if (withBit(bare) < withBit(zero)) oddPadding |= bare;
  }
  return { oddPadding, endsInCarriageReturn: afterLineFeed < afterCarriageReturn };
}
