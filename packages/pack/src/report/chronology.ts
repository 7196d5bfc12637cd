import {
  type Act,
  type ActId,
  type Flag,
  type Instant,
  type Interval,
  type Report,
  type Statement,
  type StopKind,
  createNamed,
  createWhose,
  daysFromCivil,
  dayIn,
  fileSpans,
  grades,
  isUndated,
  isServedTooLate,
  placeStops,
} from "@unmask/core";
import {
  namesInPrint,
  sayChannel,
  sayClock,
  sayCount,
  sayDuration,
  sayFlag,
  sayGrade,
  sayKind,
  sayList,
  sayNumber,
  sayShortDay,
  sayWeekday,
  sayTimeOf,
  sayTimeOfAct,
  sayFirst,
  timeNotKnown,
} from "@unmask/words";
import { createAgreedContact } from "./agreed-acts.ts";
import { type Attached, createAttached } from "./attached.ts";
import { createNotThisNote } from "./not-this-acts.ts";
import { sayFromInPrint } from "./identity-in-print.ts";
import { sayRedacted } from "./left-out-sentences.ts";
import { sayEntry } from "./say-entry.ts";
import { createSayReceivers } from "./say-receivers.ts";
import { type Disclosed, type DisclosedAct, exhibitNumbers } from "./disclosed-acts.ts";
import { lawOf } from "./near-section.ts";
import { chooseActs } from "./printed-acts.ts";
import { codesByAct } from "./codes-by-act.ts";
import { isMostlyNotLatin } from "./printable.ts";
import { type Words, insideQuotes, nameInPrint, quoted, wordsOf } from "./words.ts";

/**
 * One act on the page: as a list and not by names, and of strings that are one already, because each name and each piece of ten thousand rows costs
 * the typesetter memory. `rowOfFailure` finds a row by its mark.
 */
type Row = readonly [
  mark: typeof rowMark,
  /** Its line in acts.jsonl.gz. */
  number: number,
  /** Which of `exhibits`. */
  exhibits: number,
  /** Number and time, where the time has words and so no column; else they begin the line. */
  lead: string | null,
  /** Number and time padded to one width, what it was, by whom, and its words. */
  line: string | readonly Piece[],
  /** What the source wrote as its time, the flags, the attachments. */
  small: Words["words"],
  /** Which of `known`. */
  known: number,
  /** Longer than the two lines that the typesetter keeps together by itself, and not longer than a page: kept whole. */
  whole: boolean,
];

/** A part of a line: as it is, the parts between which it may break, or a quotation from right to left. */
type Piece = Words["words"] | Words;

/** What a row begins with, and nothing else in the data. */
export const rowMark = "row";

/** Characters of one text that are printed, and of all texts: a mail of a megabyte would push the rest out of the typesetter's memory. */
const longestText = 4_000;
const allTexts = 2_000_000;

/** The chronology: by day, what is printed of each, and what she stated about the day. */
export function chronologySection(report: Report, disclosed: Disclosed, mostRows: number): object {
  const { statement, findings } = report;
  const { acts, rule } = chooseActs(disclosed, findings, { most: mostRows, zone: statement.zone });
  const codesById = codesByAct(findings);
  const used = new Set([...codesById.values()].flatMap((codes) => [...codes]));
  const perText = charactersPerText(acts);
  const digits = Math.max(3, String(acts.at(-1)?.number ?? 0).length);
  const exhibits = createList();
  const known = createList();
  const toRow = createRowMaker(statement, {
    codesById,
    perText,
    digits,
    exhibits,
    known,
    isAgreed: createAgreedContact(report),
    noteOf: createNotThisNote(report),
    attached: createAttached(report),
  });
  return {
    rule: wordsOf(
      [
        rule,
        ...(perText < longestText ? [`Of each text the first ${sayNumber(perText)} characters are printed.`] : []),
        ...sayRedacted(report),
      ].join(" "),
    ),
    zone: statement.zone.name,
    // What the columns are as wide as.
    columns: { number: figureSpace.repeat(digits) + emSpace, time: padTime("") + emSpace },
    grades: `${sayList(grades.map((grade) => sayGrade(grade)).filter((one, i, all) => all.indexOf(one) === i))}.`,
    days: daysOf(report, { acts, toRow, all: disclosed.acts }),
    exhibits: exhibits.all(),
    known: known.all(),
    lawOf: lawOf(report),
    laws: statement.jurisdiction.examples
      .filter(({ code }) => used.has(code))
      .map(({ code, says, section }) => ({ code, says: wordsOf(`${withoutStop(says)} (${section})`) })),
  };
}

/** Strings that stand in many rows: set once, and named by their place. */
interface List {
  placeOf(text: string): number;
  all(): readonly string[];
}

function createList(): List {
  const places = new Map<string, number>();
  return {
    placeOf(text) {
      const place = places.get(text) ?? places.size;
      places.set(text, place);
      return place;
    },
    all: () => [...places.keys()],
  };
}

/** The longest text is printed whole where all fit together; else every text is cut at the same length. */
function charactersPerText(acts: readonly DisclosedAct[]): number {
  const lengths = acts.map(({ act }) => Math.min(act.text?.length ?? 0, longestText));
  for (const most of [longestText, 1_000, 400, 200]) {
    if (lengths.reduce((sum, length) => sum + Math.min(length, most), 0) <= allTexts) return most;
  }
  return 200;
}

type RowMaker = (one: DisclosedAct) => Row;

interface RowParts {
  readonly codesById: ReadonlyMap<string, ReadonlySet<string>>;
  readonly perText: number;
  readonly digits: number;
  readonly exhibits: List;
  readonly known: List;
  isAgreed(act: Act): boolean;
  /** What stands beside an act of which she said "not this one"; nothing beside others. */
  noteOf(act: ActId): string;
  readonly attached: Attached;
}

function createRowMaker(
  statement: Statement,
  { codesById, perText, digits, exhibits, known, isAgreed, noteOf, attached }: RowParts,
): RowMaker {
  const whoseIs = createWhose(statement);
  const sayReceivers = createSayReceivers(statement);
  const named = createNamed(statement);
  const { me } = namesInPrint(statement);
  // Of a line of her diary she is the author: who did what it tells is another matter.
  const sayBy = (act: Act): string => {
    const whose = whoseIs(act);
    if (whose === "hers") return `by ${me}`;
    return whose === "withheld" && act.grade === "own-account" && named(act.from) === "hers"
      ? `written by ${me}, by whom is not known`
      : `by ${sayFromInPrint(act)}`;
  };
  return ({ act, number, exhibits: standsIn }) => {
    const subject = act.subject === undefined || act.subject === "" ? "" : `, subject ${quoted(act.subject, perText)}`;
    const time = sayTimeOfAct(act, statement.zone);
    const fits = time.length <= longestTime;
    const codes = [...(codesById.get(act.id) ?? [])].sort().join(", ");
    const text = act.text === null || act.text.trim() === "" ? null : act.text;
    // The time is of figures alone, so that its padding makes the column.
    const padded = !fits || isFigures.test(time);
    const lead = `${String(number).padStart(digits, figureSpace)}${emSpace}${padded ? `${padTime(fits ? time : "")}${emSpace}` : time.replaceAll(" ", noBreakSpace)}`;
    const height = linesOf(text ?? "");
    return [
      rowMark,
      number,
      exhibits.placeOf(standsIn.length === 0 ? "no exhibit" : exhibitNumbers(standsIn, 2)),
      padded ? null : lead,
      joined([
        padded ? lead : "",
        wordsOf(`${fits ? "" : `${time}. `}${sayWhat(act)}, ${sayBy(act)}${sayReceivers(act)}${subject}`).words,
        ...(text === null ? [] : [": ", ...quotation(wordsOf(insideQuotes(text, perText)))]),
      ]),
      wordsOf(
        [
          ...(isAgreed(act) ? ["agreed"] : []),
          ...[noteOf(act.id)].filter((note) => note !== ""),
          ...smallPrint(act, statement, attached.say(act)),
          ...(text !== null && isMostlyNotLatin(text) ? ["not translated"] : []),
        ].join(" · "),
        perText,
      ).words,
      known.placeOf(codes === "" ? sayKnownBy(act, me) : `${sayKnownBy(act, me)} · ${codes}`),
      height > 1 && height <= mostLinesKept,
    ];
  };
}

/** How it is known; of a note on her device that is not hers, that she found it. */
function sayKnownBy({ grade, entry }: Act, me: string): string {
  return entry?.found ? `found; not by ${me}` : sayGrade(grade);
}

/** In quotation marks; what is written from right to left gets them where it is set. */
function quotation(text: Words): readonly Piece[] {
  return text.rightToLeft ? [text] : ["“", text.words, "”"];
}

/** Pieces with strings that follow each other made one; a string alone where nothing else is left. */
function joined(pieces: readonly Piece[]): string | readonly Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (typeof piece === "string" && typeof last === "string") whole[whole.length - 1] = last + piece;
    else whole.push(piece);
  }
  const [only] = whole;
  return whole.length === 1 && typeof only === "string" ? only : whole;
}

/** "Message, WhatsApp", "Call, phone, 26 s". */
function sayWhat(act: Act): string {
  const { channel, duration = 0 } = act;
  return [sayKind(act), sayChannel(channel), duration > 0 ? sayDuration(duration) : ""].filter((part) => part !== "").join(", ");
}

/** Blanks of the width of a figure, of a colon, of two figures: columns without boxes, see the template. */
const figureSpace = "\u2007";
const punctuationSpace = "\u2008";
const emSpace = "\u2003";
const noBreakSpace = "\u00a0";

/** "21:14" as wide as "21:14:05". */
function padTime(time: string): string {
  if (time.length === 8) return time;
  return time.length === 5 ? `${time}${punctuationSpace}${figureSpace.repeat(2)}` : `${figureSpace.repeat(6)}${punctuationSpace.repeat(2)}`;
}

/** Characters that fit the column of times: "21:14:05". */
const longestTime = 8;

const isFigures = /^[\d:]+$/;

/** Characters of a text that stand on one line at least, and lines of a row that is kept on one page. */
const leastOnALine = 45;
const mostLinesKept = 36;

/** Lines that a text takes at most. */
function linesOf(text: string): number {
  return text.split(/\r\n|\r|\n/).reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / leastOnALine)), 0);
}

/** What was assumed for every act of a file is said once, under "Coverage and doubt", and not on each row. */
const flagsSaidOnce: ReadonlySet<Flag> = new Set(["zone-assumed", "date-order-assumed"]);

/** A count of seconds says nothing to a reader; it stands in the pack. */
const isEpoch = /^-?\d{9,}(\.\d+)?$/;

function smallPrint({ when, flags, thread, entry }: DisclosedAct["act"], statement: Statement, attached: readonly string[]): string[] {
  const { zone } = statement;
  const or = (when.or ?? []).map((other) => `or ${sayShortDay(dayIn(zone, other.earliest))}, ${sayTimeOf(other, zone)}`);
  return [
    when.wrote === "" || isEpoch.test(when.wrote) ? "" : `wrote ${nameInPrint(when.wrote)}`,
    ...or,
    ...flags.filter((flag) => !flagsSaidOnce.has(flag)).map((flag) => sayFlag(flag)),
    ...(attached.length > 0 ? [`with ${attached.join(", ")}`] : []),
    thread === undefined ? "" : `in “${nameInPrint(thread)}”`,
    ...(entry === undefined ? [] : sayEntry(entry, statement)),
  ].filter((part) => part !== "");
}

interface DayForm {
  readonly day: string;
  readonly count: string;
  readonly stated: readonly string[];
  readonly rows: readonly Row[];
}

interface DayParts {
  readonly acts: readonly DisclosedAct[];
  readonly all: readonly DisclosedAct[];
  readonly toRow: RowMaker;
}

function daysOf({ statement, timeline }: Report, { acts, all, toRow }: DayParts): readonly DayForm[] {
  const { zone } = statement;
  // What has no day stands behind all that have one.
  const dayOf = (act: Act): number => (isUndated(act) ? Infinity : dayIn(zone, act.when.earliest));
  const rowsByDay = groupByDay(acts, (one) => dayOf(one.act));
  const countByDay = new Map<number, number>();
  for (const { act } of all) {
    const day = dayOf(act);
    countByDay.set(day, (countByDay.get(day) ?? 0) + 1);
  }
  const stated = statedByDay(timeline, statement);
  // As in the findings, what she wrote down covers no day.
  const withRecords = new Set<string>();
  for (const { grade, sources } of timeline.acts) if (grade !== "own-account") for (const { sha256 } of sources) withRecords.add(sha256);
  for (const hole of holesOf([...fileSpans(timeline)].flatMap(([sha256, span]) => (withRecords.has(sha256) ? [span] : [])))) {
    const from = dayIn(zone, hole.earliest) + 1;
    const until = dayIn(zone, hole.latest) - 1;
    const days = until === from ? sayShortDay(from) : `the days from ${sayShortDay(from)} to ${sayShortDay(until)}`;
    if (until >= from) stated.set(from, [...(stated.get(from) ?? []), `No file covers ${days}.`]);
  }
  return [...new Set([...rowsByDay.keys(), ...stated.keys()])]
    .sort((a, b) => a - b)
    .map((day) => {
      const rows = rowsByDay.get(day) ?? [];
      const count = countByDay.get(day) ?? 0;
      const of = count > rows.length ? `${sayNumber(rows.length)} of ${sayCount(count, "act")} printed` : sayCount(count, "act");
      return {
        day: day === Infinity ? sayFirst(timeNotKnown) : sayWeekday(day),
        count: of,
        stated: stated.get(day) ?? [],
        rows: rows.map(toRow),
      };
    });
}

/** What she says that she did, or that was done to them. */
function sayStop(kind: StopKind, them: string): string {
  const said: Readonly<Record<StopKind, string>> = {
    "told to stop": `told ${them} to stop`,
    blocked: "blocked a number or an account",
    "order in force": "an order is in force from this day",
    "order served": `an order was served on ${them}`,
    "bail condition": "a bail condition was set",
  };
  return said[kind];
}

/** Days on which she stated something: a stop, a time without a record. */
function statedByDay(timeline: Report["timeline"], statement: Statement): Map<number, string[]> {
  const { gaps, zone } = statement;
  const { me, them } = namesInPrint(statement);
  const stated = new Map<number, string[]>();
  const add = (key: number, says: string): void => {
    stated.set(key, [...(stated.get(key) ?? []), says]);
  };
  for (const stop of placeStops(timeline, statement)) {
    const { kind, exact, earliest, day, lastDay, begins } = stop;
    const at = exact === "day" ? "" : `, at ${sayClock(earliest, zone)}`;
    const from = begins === undefined ? "" : `, in force from ${sayShortDay(begins.day)}`;
    const ended = lastDay === undefined ? "" : sayShortDay(dayIn(zone, lastDay.earliest));
    const until = lastDay === undefined ? "" : isServedTooLate(stop) ? `; the order as stated ended on ${ended}` : `, until ${ended}`;
    add(day, `${me} says: ${sayStop(kind, them)}${at}${from}${until}.`);
  }
  for (const { from, until, says } of gaps ?? []) {
    add(
      daysFromCivil(from),
      `${me} says: no record from ${sayShortDay(daysFromCivil(from))} to ${sayShortDay(daysFromCivil(until))}: ${withoutStop(says)}.`,
    );
  }
  return stated;
}

/** Her words, without the stop that the sentence around them has. */
function withoutStop(says: string): string {
  return says.replace(/(?<![.\s])[.\s]+$/, "");
}

/** The times between the first and the last record of any file that no file covers. */
function holesOf(covered: readonly Interval[]): Interval[] {
  const holes: Interval[] = [];
  let end: Instant | undefined;
  for (const { earliest, latest } of [...covered].sort((a, b) => a.earliest - b.earliest)) {
    if (end !== undefined && earliest > end) holes.push({ earliest: end, latest: earliest });
    end = end === undefined || latest > end ? latest : end;
  }
  return holes;
}

function groupByDay<T>(list: readonly T[], dayOf: (one: T) => number): Map<number, T[]> {
  const byDay = new Map<number, T[]>();
  for (const one of list) {
    const day = dayOf(one);
    const known = byDay.get(day);
    if (known) known.push(one);
    else byDay.set(day, [one]);
  }
  return byDay;
}
