import {
  type Answer,
  type CivilDay,
  type Cover,
  type DateOfLoss,
  type EarlierReport,
  type Helper,
  type Known,
  type LostEvidence,
  type CivilMinute,
  type RoughDay,
  type Said,
  type StatedOrder,
  datesOfLoss,
  daysFromCivil,
} from "@unmask/core";
import { type NamesInPrint, sayBriefly, sayCount, sayDay, sayFirst, sayList, sayMonth, sayShortDay } from "@unmask/words";
import { type Words, quoted, wordsOf } from "./words.ts";

/** Characters of an answer on page 1; it stands whole in the chronology. Stops an answer that would push the acts off the page. */
const longestAnswer = 420;
/** Of the answer on danger: what is cut away could be the address that help must not go to. */
const longestDanger = 1_600;
/** Characters on page 1 of what is lost in time, of where it lies, and of why it is kept so long: the chronology has them whole. */
const longestLoss = { what: 120, where: 120, says: 80 } as const;
/** Characters in the head of a page. */
const longestAddressee = 60;

/** A piece of evidence that is lost in time, and when it must be asked for. */
interface LossRow {
  readonly when: string;
  /** When the rest is lost; empty where it is one day. */
  readonly rest: string;
  readonly what: Words;
  readonly from: Words;
}

/** By whom, and on which wall clock the report was made. */
export interface Asking {
  readonly names: NamesInPrint;
  readonly made: CivilMinute;
}

/** Where the rest of an answer stands. */
const inChronology = "the chronology";

/** Every answer, also what page 1 had to cut or leave out, whole, for the chronology; null where nobody asked. */
export function wholeAnswers(cover: Cover | undefined, asking: Asking): object | null {
  return cover === undefined ? null : coverSection(cover, asking, Infinity);
}

/**
 * What she answered for the first page (docs/formats/cover.md), as data for the template. "Not asked", "not known" and "none" are three facts;
 * nothing is ever filled in for her.
 */
export function coverSection(cover: Cover, asking: Asking, most: number = longestAnswer): object {
  const { me } = asking.names;
  const cut = (text: string): Words => wordsOf(text, most, inChronology);
  return {
    to: cut(`${sayFirst(sayAnswer(cover.to, ({ says }) => says, { none: "nobody in particular" }))}.`),
    between: cut(`${sayRelationship(cover.relationship)} Since when: ${sayRough(cover.since)}.`),
    earlier: cut(
      [
        `Earlier reports: ${sayAnswer(cover.earlier, (reports) => sayList(reports.map(sayEarlier)))}.`,
        `Orders and bail: ${sayAnswer(cover.orders, (orders) => sayList(orders.map(sayOrder)))}.`,
        `Who helps ${me}: ${sayAnswer(cover.helps, (helpers) => sayList(helpers.map(sayHelper)), { none: "nobody" })}.`,
      ].join(" "),
    ),
    danger: wordsOf(sayDanger(cover.danger, asking.made), Math.max(most, longestDanger), inChronology),
    asks: listOf(cover.asks).map(cut),
    asksNote: Array.isArray(cover.asks) ? null : wordsOf(`What ${me} asks: ${sayAnswer(cover.asks, () => "")}.`),
    loss: datesOfLoss(listOf(cover.lost), asking.made).map((date) => lossRow(date, me, most === Infinity ? (text) => text : sayBriefly)),
    lossNote: Array.isArray(cover.lost)
      ? null
      : wordsOf(
          `Which evidence is lost in time: ${sayAnswer(cover.lost, () => "")}.${cover.lost === "none" ? "" : " How long a company keeps what it has is not known here: ask today."}`,
        ),
  };
}

/** For whom the report is, where she named somebody: for the head of each page. */
export function sayAddressee(cover: Cover | undefined): Words | null {
  return typeof cover?.to === "object" ? wordsOf(cover.to.says, longestAddressee) : null;
}

/** "not asked", "not known", "none", or what she answered. */
function sayAnswer<T extends object>(answer: Answer<T> | undefined, say: (known: T) => string, { none = "none" } = {}): string {
  if (answer === undefined) return "not asked";
  if (answer === "none") return none;
  return answer === "not known" ? answer : say(answer);
}

function listOf<T>(answer: Answer<readonly T[]> | undefined): readonly T[] {
  return typeof answer === "object" ? answer : [];
}

function sayRelationship(answer: Answer<Said> | undefined): string {
  if (answer === "none") return "They had nothing to do with one another.";
  return end(`What they were to one another: ${sayAnswer(answer, quote)}`);
}

function quote({ says }: Said): string {
  return quoted(says);
}

/** A sentence of ours that ends in her words: our stop is left out where hers stands. */
export function end(sentence: string): string {
  return /[.!?…]”$/u.test(sentence) ? sentence : `${sentence}.`;
}

/** A day as near as she knows it. */
export function sayRough(since: Known<RoughDay> | undefined): string {
  return sayAnswer(since, ({ year, month, day }) => {
    if (month === undefined) return String(year);
    return day === undefined ? sayMonth(year, month) : sayDay(daysFromCivil({ year, month, day }));
  });
}

function sayCivil(day: Answer<CivilDay> | undefined): string {
  return sayAnswer(day, (known) => sayDay(daysFromCivil(known)));
}

function sayEarlier({ says, day, reference }: EarlierReport): string {
  return `${quote({ says })} (day: ${sayRough(day)}; reference: ${sayAnswer(reference, (known) => known.says)})`;
}

function sayOrder({ kind, says, from, until, reference }: StatedOrder): string {
  const end = sayAnswer(until, (day) => sayDay(daysFromCivil(day)), { none: "no end" });
  return `${kind}: ${quote({ says })} (from: ${sayCivil(from)}; until: ${end}; reference: ${sayAnswer(reference, (known) => known.says)})`;
}

function sayHelper({ who, says }: Helper): string {
  return says === undefined ? who : `${who} (${says})`;
}

const dangerWords = {
  yes: "in danger now",
  afraid: "not this minute, but afraid",
  no: "not in danger now",
  "not known": "not known",
} as const;

function sayDanger(danger: Cover["danger"], made: CivilMinute): string {
  if (danger === undefined) return "Not asked.";
  const { answer, asked, says } = danger;
  return `Asked on ${sayMinute(asked)}${sayAge(asked, made)}: ${dangerWords[answer]}.${says === undefined ? "" : ` ${end(quote({ says }))}`}`;
}

const minutesOfDay = 1_440;

/** ", 15 hours before this report": help that comes by an old answer may come to an old address. */
function sayAge(asked: CivilMinute, made: CivilMinute): string {
  const minutes = minuteNumber(made) - minuteNumber(asked);
  if (minutes < 1) return "";
  const age =
    minutes < 60
      ? sayCount(minutes, "minute")
      : minutes < 2 * minutesOfDay
        ? sayCount(Math.floor(minutes / 60), "hour")
        : sayCount(Math.floor(minutes / minutesOfDay), "day");
  return `, ${age} before this report`;
}

function minuteNumber(minute: CivilMinute): number {
  return daysFromCivil(minute) * minutesOfDay + minute.hour * 60 + minute.minute;
}

function sayMinute(minute: CivilMinute): string {
  return `${sayDay(daysFromCivil(minute))}, ${[minute.hour, minute.minute].map((part) => String(part).padStart(2, "0")).join(":")}`;
}

/** `say`: her words as the paper has room for them, by the characters of page 1. */
function lossRow(date: DateOfLoss, me: string, say: (text: string, most: number) => string): LossRow {
  const { evidence } = date;
  const where = sayAnswer(evidence.where, ({ says }) => say(says, longestLoss.where).replace(/\.$/, ""));
  const what = wordsOf(
    `${say(evidence.what, longestLoss.what)}; ${sayShown(evidence)}. Where it lies: ${where}${where.endsWith("…") ? "" : "."}`,
  );
  if (date.goes === "not known") {
    const because = date.because === "period" ? "How long it is kept is not known" : "From which day it is kept is not known";
    return { when: "Ask today", rest: "", what, from: wordsOf(because) };
  }
  const { goes, all, daysLeft, kept } = date;
  const whole = all === "daily" ? "then a day more each day" : isSame(goes, all) ? "" : `all of it on ${sayShortDay(daysFromCivil(all))}`;
  const period =
    "days" in kept ? `kept ${sayCount(kept.days, "day")}` : "months" in kept ? `kept ${sayCount(kept.months, "month")}` : "kept until then";
  return {
    when: `${daysLeft < 0 ? "Past: " : daysLeft === 0 ? "Today, " : "Before "}${sayShortDay(daysFromCivil(goes))}`,
    rest: whole,
    what,
    from: wordsOf(
      `${kept.by === "her" ? me : "The force"}: ${period}${kept.says === undefined ? "" : `, ${quoted(say(kept.says, longestLoss.says))}`}`,
    ),
  };
}

/** What changed in her daily life, a paragraph each, or that she was asked and what she answered; none where nobody asked. */
export function sayChanges(changed: Cover["changed"]): readonly string[] {
  if (changed === undefined) return [];
  if (typeof changed === "string") return [`Asked what changed in daily life: ${changed}.`];
  return changed.map((change) => end(`${sayFirst(change.area)}, since when: ${sayRough(change.since)}. ${quote(change)}`));
}

/** The days that the evidence shows. */
function sayShown({ first, last }: LostEvidence): string {
  const from = sayCivil(first);
  if (last === "goes on") return `from ${from} on`;
  if (last !== undefined) return `from ${from} to ${sayCivil(last)}`;
  return typeof first === "object" ? `of ${from}` : `of which day: ${from}`;
}

function isSame(a: CivilDay, b: CivilDay): boolean {
  return daysFromCivil(a) === daysFromCivil(b);
}
