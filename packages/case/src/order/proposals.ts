import { londonDay } from "../clock/london.ts";
import type { WhichOrder } from "../event/order-shapes.ts";
import type { OrderState } from "../fold/order-state.ts";
import { standingOnes } from "../fold/order/struck.ts";
import type { OrderEventKind } from "../order-event.ts";
import { dayWritten } from "../register/day-number.ts";
import type { ArrivedAct } from "./arrived-act.ts";
import { boundOrdersOf } from "./order-bound.ts";
import { type HeldWords, areAmong, wordsHeld } from "./words-held.ts";
import { type ProposedBreach, proposeBreaches } from "./proposed-breach.ts";

/**
 * What the acts of a case propose under its orders, a day at a time: a thousand messages of a night are one thing to look at. What a person opened or set
 * aside is not proposed again. Nothing is decided here, and no words of an act are in it.
 */

/** Acts that one day lists; of more it says how many, and they are listed when these are settled. A page of ten thousand acts is read by nobody. */
export const mostActsListed = 200;

/** How acts stand to the conditions of an order: the same for all that are read alike. Of `fits` and `toRead` only what nobody has settled. */
export type ReadingOfActs = Pick<ProposedBreach, "fits" | "toRead" | "not" | "asks" | "couldChange">;

/** An act of a day. */
export interface ListedAct extends Pick<
  ArrivedAct,
  "report" | "act" | "whose" | "when" | "kind" | "channel" | "through" | "isWordsAlone" | "kept"
> {
  /** Place of its reading in those of the day. */
  readonly reading: number;
}

/** How many acts of a day can lie under one condition. Null: under none by a rule, and a person has to read. */
export interface ManyUnder {
  readonly condition: number | null;
  readonly many: number;
}

/** What lies in the time of one order on one day. */
export interface ProposedDay {
  readonly which: WhichOrder;
  /** The day in London on which the acts begin. */
  readonly day: string;
  /** How many acts; the first of them are listed. */
  readonly many: number;
  readonly under: readonly ManyUnder[];
  readonly acts: readonly ListedAct[];
  readonly readings: readonly ReadingOfActs[];
}

/** What acts propose under the orders of one application, the newest day first. An act that came twice counts once. */
export function proposalsOf(acts: readonly ArrivedAct[], state: OrderState): readonly ProposedDay[] {
  const orders = boundOrdersOf(state);
  const isSettled = settledIn(state);
  const days = new Map<string, Day>();
  const inTime = [...onceEach(acts)].toSorted((one, other) => one.when.earliest - other.when.earliest || (one.act < other.act ? -1 : 1));
  for (const act of inTime)
    for (const { which, ...proposed } of proposeBreaches(act, orders)) {
      const open = whatIsOpen(proposed, (condition) => isSettled(which, condition, act.act));
      if (open !== undefined) put(dayOf(days, which, act), act, open);
    }
  return [...days.values()].map(shownDay).toSorted(inSight);
}

/** How surely an act is the subject's, the surest first. */
const bySureness: readonly ArrivedAct["whose"][] = ["theirs", "perhaps", "not-known", "other"];

/** The same act in two reports reached those of both, and is whose the surer of them says. */
function onceEach(acts: readonly ArrivedAct[]): Iterable<ArrivedAct> {
  const once = new Map<string, ArrivedAct>();
  for (const act of acts) {
    const before = once.get(act.act);
    const all = (of: "reached" | "named"): readonly string[] => [...new Set([...(before?.[of] ?? []), ...act[of]])].toSorted();
    const surest = before === undefined || bySureness.indexOf(act.whose) < bySureness.indexOf(before.whose) ? act : before;
    once.set(act.act, { ...surest, reached: all("reached"), named: all("named") });
  }
  return once.values();
}

type Settled = "opened" | "set-aside" | undefined;

/** What nobody has settled of it; undefined where nothing is left to look at. */
function whatIsOpen(
  { fits, toRead, not, asks, couldChange }: Omit<ProposedBreach, "which">,
  settled: (condition: number) => Settled,
): ReadingOfActs | undefined {
  const open = fits.filter(({ condition }) => settled(condition) === undefined);
  const left = toRead.filter(({ condition }) => settled(condition) === undefined);
  // Once it is looked into under a condition, what is only to be read beside that is read there.
  const isOver = fits.length > 0 ? open.length === 0 : left.length === 0 || toRead.some(({ condition }) => settled(condition) === "opened");
  return isOver ? undefined : { fits: open, toRead: left, not, asks, couldChange };
}

interface Day {
  readonly which: WhichOrder;
  readonly day: string;
  many: number;
  readonly under: Map<number | null, number>;
  readonly acts: ListedAct[];
  readonly readings: Map<string, { readonly place: number; readonly reading: ReadingOfActs }>;
}

function dayOf(days: Map<string, Day>, which: WhichOrder, { when }: ArrivedAct): Day {
  const day = dayWritten(londonDay(when.earliest));
  const key = `${which} ${day}`;
  const there = days.get(key) ?? { which, day, many: 0, under: new Map(), acts: [], readings: new Map() };
  days.set(key, there);
  return there;
}

function put(day: Day, act: ArrivedAct, reading: ReadingOfActs): void {
  day.many += 1;
  for (const condition of reading.fits.length === 0 ? [null] : reading.fits.map((one) => one.condition))
    day.under.set(condition, (day.under.get(condition) ?? 0) + 1);
  if (day.acts.length >= mostActsListed) return;
  const key = JSON.stringify(reading);
  const there = day.readings.get(key) ?? { place: day.readings.size, reading };
  day.readings.set(key, there);
  const { report, act: id, whose, when, kind, channel, through, isWordsAlone, kept } = act;
  const { earliest, latest, or } = when;
  day.acts.push({
    ...{ report, act: id, whose, when: { earliest, latest, ...(or && { or }) }, kind, channel },
    ...(through !== undefined && { through }),
    ...(isWordsAlone === true && { isWordsAlone }),
    ...(kept && { kept }),
    reading: there.place,
  });
}

function shownDay({ readings, under, ...day }: Day): ProposedDay {
  const place = ({ condition }: ManyUnder): number => condition ?? Infinity;
  return {
    ...day,
    under: [...under].map(([condition, many]) => ({ condition, many })).toSorted((one, other) => place(one) - place(other)),
    readings: [...readings.values()].map(({ reading }) => reading),
  };
}

function inSight(one: ProposedDay, other: ProposedDay): number {
  if (one.day !== other.day) return one.day < other.day ? 1 : -1;
  return one.which === other.which ? 0 : one.which === "full" ? -1 : 1;
}

/** Which acts a person has looked at under which condition. */
function settledIn(state: OrderState): (which: WhichOrder, condition: number, act: string) => Settled {
  const { breaches, setAside } = state;
  const opened = new Set<string>();
  for (const { order, of, act, also = [] } of breaches)
    if ("condition" in of) for (const one of [...(act ? [act] : []), ...also]) opened.add(`${order} ${of.condition} ${one.act}`);
  const aside = new Set<string>();
  const now = { interim: wordsHeld(undefined, "interim", state), full: wordsHeld(undefined, "full", state) };
  for (const { order, acts, under } of standingOnes(setAside))
    for (const condition of conditionsThatStand(under, now[order])) for (const one of acts) aside.add(`${order} ${condition} ${one.act}`);
  return (which, condition, act) => {
    if (opened.has(`${which} ${condition} ${act}`)) return "opened";
    return aside.has(`${which} ${condition} ${act}`) ? "set-aside" : undefined;
  };
}

/** The conditions of these words that are still there by all of them: under one that a corrected result words otherwise nobody has looked at an act. */
function conditionsThatStand(under: readonly HeldWords[], now: readonly HeldWords[]): readonly number[] {
  const conditions = [...new Set(under.map(({ condition }) => condition))];
  return conditions.filter((number) =>
    areAmong(
      under.filter(({ condition }) => condition === number),
      now,
    ),
  );
}

/** What is written of an order often and changes neither its life nor what somebody looked at. */
const changesNothing: ReadonlySet<OrderEventKind> = new Set<OrderEventKind>([
  "subject-read",
  "attended",
  "acknowledged",
  "name-used",
  "address-changed",
  "other-register",
  "duty-settled",
  "reminder-given",
  "breach-evidence",
  "breach-knew",
  "excuse-asked",
  "excuse-assessed",
  "breach-kept-open",
  "breach-decided",
  "breach-decision-read",
  "protected-told",
  "court-day",
  "bundle-made",
]);

/** Whether what is proposed can be another after an event of this kind. */
export function changesProposals(kind: OrderEventKind): boolean {
  return !changesNothing.has(kind);
}

/** From which day on acts can lie in an order of this application; undefined: a court made none. */
export function proposalsFrom(state: OrderState): string | undefined {
  return boundOrdersOf(state)
    .map(({ from }) => from)
    .toSorted()[0];
}
