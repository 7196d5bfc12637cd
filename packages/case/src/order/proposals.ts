import { type Channel, type Instant, type Kind, firstInstantOf, lastInstantOf } from "@unmask/core";
import { londonDay } from "../clock/london.ts";
import type { WhichOrder } from "../event/order-shapes.ts";
import type { OrderState } from "../fold/order-state.ts";
import { standingOnes } from "../fold/order/struck.ts";
import { dayWritten } from "../register/day-number.ts";
import type { ReadCondition } from "./act-in-condition.ts";
import type { ArrivedAct } from "./arrived-act.ts";
import { boundOrdersOf } from "./order-bound.ts";
import { type BoundOrder, type ProposedBreach, proposeBreaches } from "./proposed-breach.ts";

/**
 * What the acts of a case propose under its orders, one row for each condition and day: a thousand messages of a night are one thing to look at. What a
 * person opened or set aside is not proposed again. Nothing is decided here, and no words of an act are in it.
 */

/** Acts that one row lists; of more it says how many, and they are listed when these are settled. A page of ten thousand acts is read by nobody. */
export const mostActsListed = 200;

/** How acts stand to the conditions of an order: the same for all that are read alike. */
export type ReadingOfActs = Pick<ProposedBreach, "fits" | "toRead" | "not" | "asks" | "couldChange">;

/** An act of a row. */
export interface ListedAct extends Pick<ArrivedAct, "report" | "act" | "whose" | "when" | "kept"> {
  readonly kind: Kind;
  readonly channel: Channel;
  readonly isThroughAnother?: boolean;
  readonly isWordsAlone?: boolean;
  /** Place of its reading in those of the row. */
  readonly reading: number;
}

/** One row. */
export interface ProposalGroup {
  readonly which: WhichOrder;
  /** The condition that it can lie under, by a rule; null: no rule fits, and a person has to read. */
  readonly condition: number | null;
  /** The day in London on which its acts begin. */
  readonly day: string;
  readonly first: Instant;
  readonly last: Instant;
  /** How many acts lie in it; the first of them are listed. */
  readonly many: number;
  readonly acts: readonly ListedAct[];
  readonly readings: readonly ReadingOfActs[];
}

/** What acts propose under the orders of one application: the newest day first, and what a rule fits before what has to be read. An act that came twice counts once. */
export function proposalsOf(acts: readonly ArrivedAct[], state: OrderState): readonly ProposalGroup[] {
  const orders = boundOrdersOf(state);
  const isSettled = settledIn(state);
  const rows = new Map<string, Row>();
  const inTime = [...onceEach(acts)].toSorted((one, other) => one.when.earliest - other.when.earliest || (one.act < other.act ? -1 : 1));
  for (const act of inTime) for (const proposed of proposeBreaches(act, orders)) addTo(rows, act, proposed, isSettled);
  return [...rows.values()].map(groupOf).toSorted(inSight);
}

/** The same act in two reports reached those of both. */
function onceEach(acts: readonly ArrivedAct[]): Iterable<ArrivedAct> {
  const once = new Map<string, ArrivedAct>();
  for (const act of acts) {
    const before = once.get(act.act);
    once.set(act.act, before === undefined ? act : { ...before, reached: [...new Set([...before.reached, ...act.reached])] });
  }
  return once.values();
}

interface Row extends Pick<ProposalGroup, "which" | "condition" | "day"> {
  first: Instant;
  last: Instant;
  many: number;
  readonly acts: ListedAct[];
  readonly readings: Map<string, { readonly place: number; readonly reading: ReadingOfActs }>;
}

type IsSettled = (act: ArrivedAct, which: WhichOrder, condition: number) => "opened" | "set-aside" | undefined;

function addTo(rows: Map<string, Row>, act: ArrivedAct, proposed: ProposedBreach, isSettled: IsSettled): void {
  const { which, fits, toRead } = proposed;
  const isOpen = ({ condition }: ReadCondition): boolean => isSettled(act, which, condition) === undefined;
  if (fits.length > 0) {
    for (const one of fits.filter(isOpen)) putInto(rowOf(rows, act, which, one.condition), act, { ...proposed, fits: [one] });
    return;
  }
  // Once it is looked into under one of them, the others are read there.
  if (toRead.some(({ condition }) => isSettled(act, which, condition) === "opened")) return;
  const left = toRead.filter(isOpen);
  if (left.length > 0) putInto(rowOf(rows, act, which, null), act, { ...proposed, toRead: left });
}

function rowOf(rows: Map<string, Row>, act: ArrivedAct, which: WhichOrder, condition: number | null): Row {
  const day = dayWritten(londonDay(act.when.earliest));
  const key = `${which} ${condition ?? "read"} ${day}`;
  const there = rows.get(key);
  if (there !== undefined) return there;
  const [first, last] = [firstInstantOf(act.when), lastInstantOf(act.when)];
  const row: Row = { which, condition, day, first, last, many: 0, acts: [], readings: new Map() };
  rows.set(key, row);
  return row;
}

function putInto(row: Row, act: ArrivedAct, { fits, toRead, not, asks, couldChange }: ProposedBreach): void {
  const [first, last] = [firstInstantOf(act.when), lastInstantOf(act.when)];
  if (first < row.first) row.first = first;
  if (last > row.last) row.last = last;
  row.many += 1;
  if (row.acts.length >= mostActsListed) return;
  const reading: ReadingOfActs = { fits, toRead, not, asks, couldChange };
  const key = JSON.stringify(reading);
  const there = row.readings.get(key) ?? { place: row.readings.size, reading };
  row.readings.set(key, there);
  const { report, act: id, whose, when, kind, channel, isThroughAnother, isWordsAlone, kept } = act;
  row.acts.push({
    ...{ report, act: id, whose, when, kind, channel, reading: there.place },
    ...(isThroughAnother === true && { isThroughAnother }),
    ...(isWordsAlone === true && { isWordsAlone }),
    ...(kept && { kept }),
  });
}

function groupOf({ readings, ...row }: Row): ProposalGroup {
  return { ...row, readings: [...readings.values()].map(({ reading }) => reading) };
}

function inSight(one: ProposalGroup, other: ProposalGroup): number {
  const place = ({ condition }: ProposalGroup): number => condition ?? Infinity;
  if (one.day !== other.day) return one.day < other.day ? 1 : -1;
  if (one.which !== other.which) return one.which === "full" ? -1 : 1;
  return place(one) === place(other) ? 0 : place(one) - place(other);
}

/** Which acts a person has looked at under which condition. */
function settledIn({ breaches, setAside }: OrderState): IsSettled {
  const opened = new Set<string>();
  for (const { order, of, act, also = [] } of breaches)
    if ("condition" in of) for (const one of [...(act ? [act] : []), ...also]) opened.add(`${order} ${of.condition} ${one.act}`);
  const aside = new Set<string>();
  for (const { order, condition, acts } of standingOnes(setAside))
    for (const one of acts) aside.add(`${order} ${condition ?? "all"} ${one.act}`);
  return ({ act }, which, condition) => {
    if (opened.has(`${which} ${condition} ${act}`)) return "opened";
    return aside.has(`${which} ${condition} ${act}`) || aside.has(`${which} all ${act}`) ? "set-aside" : undefined;
  };
}

/** From which day on acts can lie in an order of this application; undefined: a court made none. */
export function proposalsFrom(state: OrderState): string | undefined {
  return boundOrdersOf(state)
    .map(({ from }: BoundOrder) => from)
    .toSorted()[0];
}
