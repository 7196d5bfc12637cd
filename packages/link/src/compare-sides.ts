import { type Instant, type Interval, type Zone, dayIn, msPerDay, msPerMinute, normalName } from "@unmask/core";
import { cutAt, onOneLine, sayCount, sayDay, sayFew, sayList, sayRange } from "@unmask/words";
import type { Identifier, LinkedKind } from "./identifier.ts";
import { type HolderFact, type LinkSide, type Use, spanOfUses } from "./side.ts";

/** What two sides have to say of one identifier. The three lists are one kind of row: none is drawn larger than another. */
export interface Comparison {
  readonly agrees: readonly ComparedRow[];
  readonly contradicts: readonly ComparedRow[];
  readonly notKnown: readonly ComparedRow[];
}

/** One thing compared: what it is, how it is known, and what each side shows. */
export interface ComparedRow {
  readonly says: string;
  readonly known: "record" | "account" | "worked-out";
  /** What weakens it: "few: may be chance". */
  readonly note?: string;
  readonly left: string;
  readonly right: string;
}

/** Two acts so near in time can be one person's evening. */
const nearMs = 20 * msPerMinute;
/** Fewer days than this that meet may meet by chance. */
const fewDays = 5;
/** A sentence of fewer words is everybody's. */
const leastWords = 3;
/** With more words than this a sentence that two reports hold is seldom common. */
const commonWords = 6;
/** Two holders can follow one another in so long a silence: networks give numbers out again after some months. */
const longSilenceMs = 56 * msPerDay;
/** Characters of a sentence that are shown: a whole mail would stand in both columns. */
const longestShown = 160;
/** Sentences that are compared a side: a hundred thousand texts are no reason to wait. */
const mostSentences = 50_000;
/** Rows of one sentence each; the rest is counted. */
const mostSentenceRows = 3;

/** What is compared, and beside what. */
export interface ComparedPair {
  readonly identifier: Identifier;
  readonly left: LinkSide;
  readonly right: LinkSide;
  readonly facts: readonly HolderFact[];
  /** In which days are counted. */
  readonly zone: Zone;
}

/** Compares two sides that show one identifier. It says what agrees, what speaks against it and what nobody knows; it never says who it is. */
export function compareSides(pair: ComparedPair): Comparison {
  return {
    agrees: [exactly(pair), ...nearInTime(pair), ...sameSentences(pair), ...namesOf(pair, "agree")],
    contradicts: [...namesOf(pair, "differ"), ...outOfUseBetween(pair)],
    notKnown: [holder(pair), ...silence(pair), ...clocks(pair)],
  };
}

const sayIdentifier: Readonly<Record<LinkedKind, string>> = {
  phone: "The same number, exactly",
  email: "The same mail address, exactly",
  handle: "The same account name, exactly",
  id: "The same account, by its number",
  device: "The same device",
};

function exactly({ identifier, left, right, zone }: ComparedPair): ComparedRow {
  const bothRecords = [left, right].every(({ uses }) => uses.some(({ known }) => known === "record"));
  return {
    says: sayIdentifier[identifier.kind],
    known: bothRecords ? "record" : "account",
    left: sayUses(left.uses, zone),
    right: sayUses(right.uses, zone),
  };
}

function sayUses(uses: readonly Use[], zone: Zone): string {
  const span = spanOfUses(uses);
  return span ? `${sayCount(uses.length, "act")}, ${saySpan(span, zone)}` : "named; no act with it";
}

function saySpan({ earliest, latest }: Interval, zone: Zone): string {
  return sayRange(dayIn(zone, earliest), dayIn(zone, latest));
}

/** Days on which both sides show it in use within minutes. */
function nearInTime({ left, right, zone }: ComparedPair): readonly ComparedRow[] {
  const days = new Set<number>();
  const pairs: { readonly one: Use; readonly other: Use }[] = [];
  let from = 0;
  for (const one of left.uses) {
    while (from < right.uses.length && endOf(right.uses[from]) < one.when.earliest - nearMs) from += 1;
    const other = right.uses[from];
    if (other === undefined || other.when.earliest > one.when.latest + nearMs) continue;
    // A day counts once, however many acts of it meet: thousands within one minute on both sides are still one pair.
    const day = dayIn(zone, one.when.earliest);
    if (days.has(day)) continue;
    days.add(day);
    pairs.push({ one, other });
  }
  if (pairs.length === 0) return [];
  const [first] = pairs;
  return [
    {
      says: `${sayCount(days.size, "day")} with acts within ${nearMs / msPerMinute} minutes`,
      known: "worked-out",
      ...(days.size < fewDays && { note: "few: may be chance" }),
      left: sayOne(first?.one, zone),
      right: sayOne(first?.other, zone),
    },
  ];
}

function endOf(use: Use | undefined): number {
  return use?.when.latest ?? Number.POSITIVE_INFINITY;
}

function sayOne(use: Use | undefined, zone: Zone): string {
  if (!use) return "";
  const day = sayDay(dayIn(zone, use.when.earliest));
  return use.text === undefined ? day : `${day} ${quoted(use.text)}`;
}

/** Sentences that both sides received, word for word but for case and blanks. */
function sameSentences({ left, right }: ComparedPair): readonly ComparedRow[] {
  const here = countSentences(left.uses);
  const there = countSentences(right.uses);
  const shared = [...here].filter(([form]) => there.has(form));
  return longestFirst(shared, mostSentenceRows).map(([form, { text, times }]) => {
    const words = form.split(" ").length;
    const others = there.get(form);
    return {
      says: `One sentence of ${sayCount(words, "word")}`,
      known: "worked-out",
      ...(words <= commonWords && { note: "weak: common words" }),
      left: `${quoted(text)} ${sayCount(times, "time")}`,
      right: `${quoted(others?.text ?? text)} ${sayCount(others?.times ?? 0, "time")}`,
    };
  });
}

/** The few longest of many, in order: sorting all that two sides share costs more than comparing them. */
function longestFirst<T>(all: readonly (readonly [form: string, T])[], many: number): readonly (readonly [form: string, T])[] {
  const first: (readonly [form: string, T])[] = [];
  for (const one of all) {
    const last = first.at(-1);
    if (first.length === many && last !== undefined && !isBefore(one[0], last[0])) continue;
    first.push(one);
    first.sort(([here], [there]) => (isBefore(here, there) ? -1 : 1));
    if (first.length > many) first.pop();
  }
  return first;
}

function isBefore(one: string, other: string): boolean {
  return one.length === other.length ? one < other : one.length > other.length;
}

interface Sentence {
  readonly text: string;
  readonly times: number;
}

function countSentences(uses: readonly Use[]): ReadonlyMap<string, Sentence> {
  const byForm = new Map<string, Sentence>();
  for (const { text } of uses.slice(0, mostSentences)) {
    if (text === undefined) continue;
    const form = normalName(text);
    if (form.split(" ").length < leastWords) continue;
    byForm.set(form, { text: byForm.get(form)?.text ?? text, times: (byForm.get(form)?.times ?? 0) + 1 });
  }
  return byForm;
}

/** What the two sides call whoever holds it. Nothing is compared where one side names nobody. */
function namesOf({ left, right }: ComparedPair, want: "agree" | "differ"): readonly ComparedRow[] {
  if (left.calledBy.length === 0 || right.calledBy.length === 0) return [];
  const here = new Set(left.calledBy.map(normalName));
  const isShared = right.calledBy.some((name) => here.has(normalName(name)));
  if (isShared !== (want === "agree")) return [];
  return [
    {
      says: isShared ? "Called by the same name" : "Called by other names",
      known: "account",
      ...(isShared ? { note: "a name is what somebody calls him, or what he chose" } : { note: "one person can have two names" }),
      left: sayList(left.calledBy.map(quoted)),
      right: sayList(right.calledBy.map(quoted)),
    },
  ];
}

/** What a network said, where it lies between the uses of the two sides. */
function outOfUseBetween({ left, right, facts, zone }: ComparedPair): readonly ComparedRow[] {
  return facts.flatMap(({ outOfUse, source }) => {
    const sides = [left, right].map(({ uses }) => ({
      before: uses.filter(({ when }) => when.latest < outOfUse.earliest).length,
      after: uses.filter(({ when }) => when.earliest > outOfUse.latest).length,
    }));
    const isBetween = sides.some(({ before }) => before > 0) && sides.some(({ after }) => after > 0);
    if (!isBetween) return [];
    const [here, there] = sides.map(({ before, after }) => `${sayCount(before, "act")} before it, ${sayCount(after, "act")} after it`);
    const says = `Not in use between: ${saySpan(outOfUse, zone)}`;
    return [{ says, known: "record", note: source, left: here ?? "", right: there ?? "" }];
  });
}

function holder({ left, right }: ComparedPair): ComparedRow {
  const notAsked = "Not asked";
  return { says: "Who holds it", known: "record", left: left.askedForHolder ?? notAsked, right: right.askedForHolder ?? notAsked };
}

/** The longest silence between acts of one side and the other, where no network said what it was. */
function silence({ left, right, facts, zone }: ComparedPair): readonly ComparedRow[] {
  const all = [...left.uses, ...right.uses].sort((one, other) => one.when.earliest - other.when.earliest);
  let longest: { readonly from: Instant; readonly until: Instant } | undefined;
  let until: Instant | undefined;
  for (const { when } of all) {
    if (until !== undefined && when.earliest - until > (longest ? longest.until - longest.from : longSilenceMs))
      longest = { from: until, until: when.earliest };
    if (until === undefined || when.latest > until) until = when.latest;
  }
  if (longest === undefined) return [];
  const gap: Interval = { earliest: longest.from, latest: longest.until };
  if (facts.some(({ outOfUse }) => outOfUse.latest >= gap.earliest && outOfUse.earliest <= gap.latest)) return [];
  return [
    {
      says: `Whether it changed hands in ${sayFew(Math.floor((gap.latest - gap.earliest) / (7 * msPerDay)))} weeks without an act`,
      known: "worked-out",
      note: saySpan(gap, zone),
      left: sayAround(left.uses, gap),
      right: sayAround(right.uses, gap),
    },
  ];
}

function sayAround(uses: readonly Use[], { earliest, latest }: Interval): string {
  const before = uses.filter(({ when }) => when.latest <= earliest).length;
  const after = uses.filter(({ when }) => when.earliest >= latest).length;
  return `${sayCount(before, "act")} before, ${sayCount(after, "act")} after`;
}

function clocks({ left, right }: ComparedPair): readonly ComparedRow[] {
  if (left.isZoneStated && right.isZoneStated) return [];
  const say = (isStated: boolean): string => (isStated ? "Zone stated" : "Zone not stated");
  return [
    {
      says: "On whose clock",
      known: "record",
      note: "could move what is near in time",
      left: say(left.isZoneStated),
      right: say(right.isZoneStated),
    },
  ];
}

function quoted(text: string): string {
  const line = onOneLine(text);
  return `“${line.length > longestShown ? `${cutAt(line, longestShown - 1)}…` : line}”`;
}
