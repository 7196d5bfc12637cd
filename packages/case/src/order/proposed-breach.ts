import { type Instant, firstInstantOf, lastInstantOf } from "@unmask/core";
import { dayInWords, londonDay, timeInWords } from "../clock/london.ts";
import type { Condition, WhichOrder } from "../event/order-shapes.ts";
import { type ReadCondition, readCondition } from "./act-in-condition.ts";
import type { ArrivedAct, Meanings } from "./arrived-act.ts";
import { dayNumber, dayWritten } from "../register/day-number.ts";
import { type Stood, canHold, lastDayOf } from "./stood-on.ts";

/**
 * An act that comes to a live order proposes itself: which conditions it can be under, which were read and do not fit, and what could change it. Nothing
 * is decided here. That the order was served or known is asked, never taken; of a person who is only perhaps meant it is said so.
 */

/** An order, as far as an act can lie in it. Days of London. */
export interface BoundOrder {
  readonly order: string;
  readonly which: WhichOrder;
  /** Whom it binds, by name. */
  readonly subject: string;
  /** From this day it lives: made, or in Northern Ireland in force. */
  readonly from: string;
  /** How it ended at some hour of a day, where it did. */
  readonly ended?: { readonly how: "discharged" | "quashed" | "determination"; readonly day: string };
  /** Times in which it was over until an appeal undid that: from the day of the end to that of the appeal. */
  readonly gaps: readonly { readonly from: string; readonly to: string }[];
  /** The earliest service that was confirmed; the hour, where it is written, as an instant. */
  readonly served?: { readonly day: string; readonly at?: Instant; readonly isDisputed?: boolean };
  /** Days on which he is recorded to have known of it without service. */
  readonly knew: readonly string[];
  /** Its conditions and its period as courts made and changed them. */
  readonly stood: readonly Stood[];
}

/** What an act proposes under one order. */
export interface ProposedBreach {
  readonly order: string;
  readonly which: WhichOrder;
  readonly report: string;
  readonly act: string;
  /** Conditions that it can be under, each by a rule that is shown. */
  readonly fits: readonly ReadCondition[];
  /** Conditions that a person has to read: words alone, or a thing that is not written. */
  readonly toRead: readonly ReadCondition[];
  /** Conditions that were read and do not fit. */
  readonly not: readonly ReadCondition[];
  /** What has to be asked before anything else: the hour, the service. */
  readonly asks: readonly string[];
  /** What could change it. */
  readonly couldChange: readonly string[];
}

/** What an act proposes under each order in which it lies. Empty: it lies in none, or it is not theirs, or no condition can be meant. */
export function proposeBreaches(act: ArrivedAct, orders: readonly BoundOrder[]): readonly ProposedBreach[] {
  if (act.whose === "other" && act.through === undefined) return [];
  return orders.flatMap((order): readonly ProposedBreach[] => {
    const stood = stoodAt(act.when, order);
    const life = lifeAt(act.when, order);
    if (stood.length === 0 || life === undefined) return [];
    const read = readEach(act, stood);
    const fits = read.filter(({ stands }) => stands === "fits");
    const toRead = read.filter(({ stands }) => stands === "to-read");
    if (fits.length + toRead.length === 0) return [];
    const asks = [...toldAsked(act), ...life, ...changeAsked(stood, order), ...serviceAsked(act.when, order)];
    const { order: id, which } = order;
    const couldChange = [...new Set([...whoseCouldChange(act, order), ...fits.flatMap((one) => one.couldChange)])];
    return [
      {
        order: id,
        which,
        report: act.report,
        act: act.act,
        fits,
        toRead,
        not: read.filter(({ stands }) => stands === "not"),
        asks,
        couldChange,
      },
    ];
  });
}

function toldAsked({ when, isWordsAlone = false }: ArrivedAct): readonly string[] {
  return isWordsAlone ? [`It was told on ${dayInWords(londonDay(when.earliest))}: when was it?`] : [];
}

/** What stood on some day that the act can mean. */
function stoodAt(when: Meanings, { stood }: BoundOrder): readonly Stood[] {
  const [first, last] = [dayWritten(londonDay(firstInstantOf(when))), dayWritten(londonDay(lastInstantOf(when)))];
  return stood.filter((one) => canHold(one, first, last));
}

/** Each condition as it stood, in its number. One that a court changed within the time of the act is read as it was and as it became, and the nearer reading stands. */
function readEach(act: ArrivedAct, stood: readonly Stood[]): readonly ReadCondition[] {
  const numbers = [...new Set(stood.flatMap(({ conditions }) => conditions.map(({ condition }) => condition)))];
  return numbers
    .toSorted((one, other) => one - other)
    .flatMap((number): readonly ReadCondition[] => {
      const each = stood.flatMap(({ from, to, conditions }) => {
        const condition = conditions.find((one) => one.condition === number);
        return condition === undefined ? [] : [{ from, to, condition, read: readCondition(act, condition) }];
      });
      const best = nearest(each.map(({ read }) => read));
      const by = each.find(({ read }) => read === best);
      if (best === undefined || by === undefined) return [];
      // The same words under the same number stood on, whatever else was changed.
      const same = each.filter(({ condition }) => isEqual(condition, by.condition));
      const from = same.map((one) => one.from).toSorted()[0] ?? by.from;
      const isDoubted = best.stands !== "not" && same.length < stood.length;
      return [
        {
          ...best,
          ...(londonDay(firstInstantOf(act.when)) < dayNumber(from) && { from }),
          couldChange: [...best.couldChange, ...(isDoubted ? [`its day: ${stoodInWords(same, from, stood)}`] : [])],
        },
      ];
    });
}

function nearest(reads: readonly ReadCondition[]): ReadCondition | undefined {
  return (["fits", "to-read", "not"] as const).flatMap((stands) => reads.filter((one) => one.stands === stands))[0];
}

function isEqual(one: Condition, other: Condition): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function stoodInWords(same: readonly Pick<Stood, "from" | "to">[], from: string, stood: readonly Stood[]): string {
  const isNew = stood.some((one) => one.from < from);
  const to = same.at(-1)?.to ?? null;
  const since = isNew ? ` since ${dayInWords(dayNumber(from))}` : "";
  const until = to === null || !stood.some((one) => one.from >= to) ? "" : ` until ${dayInWords(dayNumber(to))}`;
  return `the condition stood like this only${since}${since !== "" && until !== "" ? " and" : ""}${until}`;
}

/** Of an act that can lie on both sides of a change it is asked on which it was; of one before it, that what stood then is meant. */
function changeAsked(stood: readonly Stood[], order: BoundOrder): readonly string[] {
  return changesSince(stood, order).map(({ day, isWithin }) =>
    isWithin ? beforeOrAfter(day) : `A court changed the conditions on ${day}: it is held against those that stood before, as they were.`,
  );
}

function beforeOrAfter(day: string): string {
  return `A court changed the conditions on ${day}: was the act before that or after it?`;
}

/** Each change of what stood, on its day in words. `isWithin`: the act can lie on both sides of it. */
function changesSince(
  stood: readonly Stood[],
  { stood: all }: BoundOrder,
): readonly { readonly day: string; readonly isWithin: boolean }[] {
  return all.flatMap((next, place) => {
    const before = all[place - 1];
    if (before === undefined || !stood.includes(before) || JSON.stringify(before.conditions) === JSON.stringify(next.conditions)) return [];
    return [{ day: dayInWords(dayNumber(next.from)), isWithin: stood.includes(next) }];
  });
}

/** What is asked of an act on a day on which a court made, changed or ended the order; undefined where nothing of it stood then. */
export function courtAsked(when: Meanings, order: BoundOrder): readonly string[] | undefined {
  const stood = stoodAt(when, order);
  const life = lifeAt(when, order);
  if (life === undefined || stood.every(({ conditions }) => conditions.length === 0)) return undefined;
  return [...life, ...changesSince(stood, order).flatMap(({ day, isWithin }) => (isWithin ? [beforeOrAfter(day)] : []))];
}

/** What has to be asked of the hour; undefined where the order did not live at any time that the act can mean. */
function lifeAt(when: Meanings, { from, stood, ended, gaps }: BoundOrder): readonly string[] | undefined {
  const [first, last] = [londonDay(firstInstantOf(when)), londonDay(lastInstantOf(when))];
  const begins = dayNumber(from);
  const lastDays = stood.map(lastDayOf).map((day) => (day === null ? Infinity : dayNumber(day)));
  const ends = Math.min(
    lastDays.reduce((one, other) => Math.max(one, other), -Infinity),
    ended ? dayNumber(ended.day) : Infinity,
  );
  if (last < begins || first > ends) return undefined;
  const asks: string[] = [];
  if (first < begins) asks.push(`Its time can lie before ${dayInWords(begins)}, when the order began: when was it?`);
  if (last > ends) asks.push(`Its time can lie after ${dayInWords(ends)}, the last day of the order: when was it?`);
  if (first === begins) asks.push("The order began on that day: at what hour, and was the act before or after it?");
  for (const gap of gaps) {
    if (last >= dayNumber(gap.from) && first <= dayNumber(gap.to)) {
      asks.push(gapAsked(gap));
    }
  }
  if (ended && first <= dayNumber(ended.day) && dayNumber(ended.day) <= last) {
    const how = ended.how === "determination" ? "The main application was determined" : `The order was ${ended.how}`;
    asks.push(`${how} on that day, and the order ended with it: at what hour, and was the act before or after it?`);
  }
  return asks;
}

/** Of a time in which the order was over until an appeal undid that. */
export function gapAsked({ from, to }: BoundOrder["gaps"][number]): string {
  return `The order had been ended on ${dayInWords(dayNumber(from))}, and an appeal undid that on ${dayInWords(dayNumber(to))}: what held then?`;
}

/** What has to be asked of service. An order lives from the day it is made; that somebody knew of it is another question. */
function serviceAsked(when: Meanings, { served, knew }: BoundOrder): readonly string[] {
  const [first, last] = [firstInstantOf(when), lastInstantOf(when)];
  const lastKnown = knew
    .filter((day) => dayNumber(day) <= londonDay(last))
    .toSorted()
    .at(-1);
  const known =
    lastKnown === undefined
      ? "is it known otherwise that the subject knew of it?"
      : `it is recorded that the subject knew of it on ${dayInWords(dayNumber(lastKnown))}: read on what ground.`;
  if (served === undefined) return [`No service is confirmed: was it served by then? If not, ${known}`];
  const day = dayNumber(served.day);
  const asks: string[] = [];
  if (served.isDisputed === true) asks.push("The service is disputed: read what was said of it.");
  if (londonDay(last) < day || (served.at !== undefined && last < served.at)) {
    asks.push(`It was served after this act, ${servedInWords(served, day)}: ${known}`);
  } else if (londonDay(first) <= day && (served.at === undefined || first < served.at)) {
    asks.push(`It was served ${servedInWords(served, day)}, and the act can lie before that: at what hour was it? If before, ${known}`);
  }
  return asks;
}

function servedInWords({ at }: NonNullable<BoundOrder["served"]>, day: number): string {
  return `on ${dayInWords(day)}${at === undefined ? ", the hour not written" : ` at ${timeInWords(at)}`}`;
}

function whoseCouldChange({ whose, through }: ArrivedAct, { subject }: BoundOrder): readonly string[] {
  if (whose === "theirs") return [`that it was ${subject}`];
  if (through === "names-subject") return [`whether ${subject} had it done: another person did it`];
  if (through === "new-sender") return [`whether it was ${subject}, or somebody for them: who the sender is is not known`];
  return [`whether it was ${subject}: ${whose === "perhaps" ? "the act is only perhaps theirs" : "who did it is not known"}`];
}
