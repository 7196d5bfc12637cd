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
import { type NamesInPrint, sayCount, sayDay, sayFirst, sayList, sayMonth, sayShortDay } from "@unmask/words";
import { type Words, wordsOf } from "./words.ts";

/** Characters of an answer on page 1; it stands whole in `data/report.json`. Stops an answer that would push the acts off the page. */
const longestAnswer = 420;
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

/**
 * What she answered for the first page (docs/formats/cover.md), as data for the template. "Not asked", "not known" and "none" are three facts;
 * nothing is ever filled in for her.
 */
export function coverSection(cover: Cover, { names, today }: { names: NamesInPrint; today: CivilDay }): object {
  const { me } = names;
  return {
    to: wordsOf(`${sayFirst(sayAnswer(cover.to, ({ says }) => says, { none: "nobody in particular" }))}.`, longestAnswer),
    between: wordsOf(`${sayRelationship(cover.relationship)} Since when: ${sayRough(cover.since)}.`, longestAnswer),
    earlier: wordsOf(
      [
        `Earlier reports: ${sayAnswer(cover.earlier, (reports) => sayList(reports.map(sayEarlier)))}.`,
        `Orders and bail: ${sayAnswer(cover.orders, (orders) => sayList(orders.map(sayOrder)))}.`,
        `Who helps ${me}: ${sayAnswer(cover.helps, (helpers) => sayList(helpers.map(sayHelper)), { none: "nobody" })}.`,
      ].join(" "),
      longestAnswer,
    ),
    danger: wordsOf(sayDanger(cover.danger), longestAnswer),
    asks: ["That the acts are read together, as a whole, and not one by one.", ...listOf(cover.asks)].map((ask) =>
      wordsOf(ask, longestAnswer),
    ),
    asksNote: Array.isArray(cover.asks) ? null : wordsOf(`What else ${me} asks: ${sayAnswer(cover.asks, () => "")}.`),
    loss: datesOfLoss(listOf(cover.lost), today).map((date) => lossRow(date, me)),
    lossNote: Array.isArray(cover.lost)
      ? null
      : wordsOf(
          `Which evidence is lost in time: ${sayAnswer(cover.lost, () => "")}. How long a company keeps what it has is not known here: ask today.`,
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
  return `“${says.trim()}”`;
}

/** A sentence of ours that ends in her words: our stop is left out where hers stands. */
function end(sentence: string): string {
  return /[.!?…]”$/u.test(sentence) ? sentence : `${sentence}.`;
}

function sayRough(since: Known<RoughDay> | undefined): string {
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

function sayDanger(danger: Cover["danger"]): string {
  if (danger === undefined) return "Not asked.";
  const { answer, asked, says } = danger;
  return `Asked on ${sayMinute(asked)}: ${dangerWords[answer]}.${says === undefined ? "" : ` ${end(quote({ says }))}`}`;
}

function sayMinute(minute: CivilMinute): string {
  return `${sayDay(daysFromCivil(minute))}, ${[minute.hour, minute.minute].map((part) => String(part).padStart(2, "0")).join(":")}`;
}

function lossRow(date: DateOfLoss, me: string): LossRow {
  const { evidence } = date;
  const what = wordsOf(
    `${evidence.what}; ${sayShown(evidence)}. Where it lies: ${sayAnswer(evidence.where, ({ says }) => says.replace(/\.$/, ""))}.`,
  );
  if (date.goes === "not known") {
    const because = date.because === "period" ? "how long it is kept is not known" : "from which day it is kept is not known";
    return { when: "Ask today", rest: "", what, from: wordsOf(because) };
  }
  const { goes, all, daysLeft, kept } = date;
  const whole = all === "daily" ? "then a day more each day" : isSame(goes, all) ? "" : `all of it on ${sayShortDay(daysFromCivil(all))}`;
  const period =
    "days" in kept ? `kept ${sayCount(kept.days, "day")}` : "months" in kept ? `kept ${sayCount(kept.months, "month")}` : "kept until then";
  return {
    when: `${daysLeft < 0 ? "Past: " : "Before "}${sayShortDay(daysFromCivil(goes))}`,
    rest: whole,
    what,
    from: wordsOf(`${kept.by === "her" ? me : "the force"}: ${period}${kept.says === undefined ? "" : `, “${kept.says}”`}`),
  };
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
