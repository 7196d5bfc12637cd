import type { Instant, RegisterLaw } from "@unmask/core";
import { dayInWords, londonDay } from "../clock/london.ts";
import type { WhichOrder } from "../event/order-shapes.ts";
import { type ApplicationStage } from "../fold/order/application.ts";
import { type Breach, breachLabel } from "../fold/order/breach.ts";
import { type LiveOrder, endInWords, endOfOrder, stageOfOrder } from "../fold/order/live-order.ts";
import { type OrderLawOf, type OrderState, applyToOrder, emptyOrder } from "../fold/order-state.ts";
import type { OrderEvent, OrderEventKind } from "../order-event.ts";
import { restsOf } from "../register/breach-rests.ts";
import { dayNumber, dayWritten } from "../register/day-number.ts";
import { type StandingDuty, dutiesOfState } from "../register/duties-of-state.ts";
import { triggerInWords } from "../register/trigger-words.ts";
import type { ReminderSettings } from "../register/reminders.ts";

/**
 * What a fact that came late, was corrected or withdrawn changed of everything that rests on it: each state that is struck and each that is new, side by
 * side. Two states are compared at one instant, so that nothing is listed that only time changed.
 */

/** What a line is about. */
export type ChangedOf = "application" | "order" | "condition" | "service" | "duty" | "breach" | "mark" | "reminder";

/** One state that changed: `was` is struck, `is` is new. Null: there was, or is, none. */
export interface Changed {
  readonly of: ChangedOf;
  /** Of which order; absent: of the application. */
  readonly which?: WhichOrder;
  /** "First notice, s9(1), served 2026-10-31" */
  readonly what: string;
  readonly was: string | null;
  readonly is: string | null;
}

/** By what the two are worked out. */
export interface ChangedBy {
  readonly register: RegisterLaw;
  readonly reminders: ReminderSettings;
  readonly at: Instant;
}

/** Every line that differs: application, orders, conditions, service, duties, possible breaches, marks, reminders to come, in this order. Empty: nothing changed. */
export function whatChanged(before: OrderState, after: OrderState, by: ChangedBy): readonly Changed[] {
  const [was, is] = [linesOf(before, by), linesOf(after, by)];
  const gone = [...was].flatMap(([key, { says, ...line }]): readonly Changed[] => {
    const now = is.get(key)?.says ?? null;
    return now === says ? [] : [{ ...line, was: says, is: now }];
  });
  const come = [...is].flatMap(([key, { says, ...line }]): readonly Changed[] => (was.has(key) ? [] : [{ ...line, was: null, is: says }]));
  return [...gone, ...come].toSorted((one, other) => order.indexOf(one.of) - order.indexOf(other.of));
}

/** Kinds that move what others rest on: what a court did, service, what is withdrawn, what suspends. The rest shows on its own line. */
const moving: ReadonlySet<OrderEventKind> = new Set<OrderEventKind>([
  "court-result",
  "result-confirmed",
  "result-sent-back",
  "result-corrected",
  "service-confirmed",
  "service-sent-back",
  "service-withdrawn",
  "entry-withdrawn",
  "other-register",
]);

/**
 * What each event that moves others changed, by its number, seen at the instant at which it was written down: what time did later, or a later entry, is
 * none of it. Events that changed nothing else are absent.
 */
export function changedByEach(
  of: string,
  events: readonly OrderEvent[],
  { lawOf, ...by }: Omit<ChangedBy, "at"> & { readonly lawOf: OrderLawOf },
): ReadonlyMap<number, readonly Changed[]> {
  const changed = new Map<number, readonly Changed[]>();
  events.reduce((before, event) => {
    const after = applyToOrder(before, event, lawOf);
    const lines = moving.has(event.kind) ? whatChanged(before, after, { ...by, at: event.recorded }) : [];
    if (lines.length > 0) changed.set(event.number, lines);
    return after;
  }, emptyOrder(of));
  return changed;
}

const order: readonly ChangedOf[] = ["application", "order", "condition", "service", "duty", "breach", "mark", "reminder"];

/** A state in words, under a key by which it is found again in the other. */
type Line = Pick<Changed, "of" | "which" | "what"> & { readonly says: string };

function linesOf(state: OrderState, by: ChangedBy): ReadonlyMap<string, Line> {
  const today = dayWritten(londonDay(by.at));
  const lines = [
    applicationLine(state.application.stage),
    ...state.orders.flatMap((one, i) => orderLines(one, state.orders.slice(0, i).filter(({ which }) => which === one.which).length, today)),
    ...dutiesOfState(state, by.register, by.at).map(dutyLine),
    ...state.breaches.map((one) => breachLine(one, state, by)),
    ...state.orders.flatMap((one) => reminderLines(one, by.reminders, today)),
  ];
  return new Map(lines);
}

type Keyed = readonly [key: string, Line];

function applicationLine(stage: ApplicationStage): Keyed {
  return ["application", { of: "application", what: "Application", says: stage.replaceAll("-", " ") }];
}

const orderInWords: Readonly<Record<WhichOrder, string>> = { interim: "Interim order", full: "Full order" };

/** An order is found again by its kind and its place among those of its kind: the day on which it was made can be what was wrong. */
function orderLines(one: LiveOrder, earlier: number, today: string): readonly Keyed[] {
  const { which, made, conditions, served, marks } = one;
  const key = `${which} ${earlier}`;
  const what = orderInWords[which];
  return [
    [key, { of: "order", which, what, says: lifeInWords(one, today) }],
    [`${key} made`, { of: "order", which, what: `${what}, made`, says: inWords(made) }],
    ...conditions.map(({ condition, says }): Keyed => [
      `${key} condition ${condition}`,
      { of: "condition", which, what: `${what}, condition ${condition}`, says },
    ]),
    [
      `${key} service`,
      {
        of: "service",
        which,
        what: `${what}, service`,
        says: served === null ? "not served" : `served ${inWords(served.day)} at ${served.at}`,
      },
    ],
    ...marks.map(({ says, section, why, by }): Keyed => [
      `${key} mark ${by} ${section} ${why}`,
      { of: "mark", which, what: `${what}: ${why}`, says },
    ]),
  ];
}

/** "lives, to Fri 30 Jun 2028", "discharged from Thu 10 Dec 2026". */
function lifeInWords(one: LiveOrder, today: string): string {
  const end = endOfOrder(one);
  const stage = stageOfOrder(one, today);
  if (end === null) return "lives, until a further order";
  const day = inWords(end.day);
  if (end.how !== "expired") return `${endInWords[end.how]} from ${day}`;
  return stage === "expired" ? `expired, its last day was ${day}` : `lives, to ${day}`;
}

function dutyLine({ rule, section, trigger, due, stands, metOn }: StandingDuty): Keyed {
  const clock = due === null ? "" : `, by the end of ${inWords(due)}`;
  const met = metOn === undefined ? "" : `, notified ${inWords(metOn)}`;
  return [
    `duty ${rule} ${trigger}`,
    {
      of: "duty",
      what: `${rule.replaceAll("-", " ")}, ${section}, ${triggerInWords(trigger)}`,
      says: `${stands.replaceAll("-", " ")}${clock}${met}`,
    },
  ];
}

/** What was decided of it can rest on what is taken back. */
function breachLine(one: Breach, state: OrderState, { register, at }: ChangedBy): Keyed {
  const { breach, of, day } = one;
  const about = "condition" in of ? `Possible breach of condition ${of.condition}` : `Missed duty, ${of.duty.replaceAll("-", " ")}`;
  const says = breachLabel(one, register, restsOf(one, state, register, at));
  return [`breach ${breach}`, { of: "breach", what: `${about}, ${inWords(day)}`, says }];
}

/** Reminders of an end that are still to come: with another last day they are others. */
function reminderLines(one: LiveOrder, { beforeEnd }: ReminderSettings, today: string): readonly Keyed[] {
  const { which, period, ended } = one;
  if (ended !== null || period.until === null) return [];
  const last = dayNumber(period.until);
  return beforeEnd.flatMap((days): readonly Keyed[] => {
    const day = dayWritten(last - days);
    if (day < today) return [];
    const line: Line = { of: "reminder", which, what: `${orderInWords[which]}, ${days} days before its end`, says: inWords(day) };
    return [[`reminder ${which} ${one.made} ${days}`, line]];
  });
}

function inWords(day: string): string {
  return dayInWords(dayNumber(day));
}
