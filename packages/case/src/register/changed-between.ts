import { type Instant, type RegisterLaw, civilFromDays, civilToIso } from "@unmask/core";
import { dayInWords, londonDay } from "../clock/london.ts";
import { stageOfOrder } from "../fold/order/live-order.ts";
import { type OrderLawOf, type OrderState, applyToOrder, emptyOrder } from "../fold/order-state.ts";
import type { OrderEvent, OrderEventKind } from "../order-event.ts";
import { dayNumber } from "./day-number.ts";
import { dutiesOfState } from "./duties-of-state.ts";

/**
 * What an event changed in all that is worked out: an order's days and stage, and each duty. A fact that is corrected, withdrawn or comes late moves more than
 * its own line; here it is said, with what it was before.
 */

/** One thing that is another now. `was` null: it was not there; `is` null: it is there no more. */
export interface ChangedRow {
  /** "full order of 1 Dec 2026, last day", "address-changed, address changed 2026-12-09" */
  readonly what: string;
  readonly was: string | null;
  readonly is: string | null;
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

/** The events of one stream by the law under which they are read, and the instant at which. */
export interface ReadAt {
  readonly lawOf: OrderLawOf;
  readonly register: RegisterLaw;
  readonly at: Instant;
}

/** What each event that moves others changed, by its number, seen at one instant. Events that changed nothing else are absent. */
export function changedByEach(
  order: string,
  events: readonly OrderEvent[],
  { lawOf, register, at }: ReadAt,
): ReadonlyMap<number, readonly ChangedRow[]> {
  const changed = new Map<number, readonly ChangedRow[]>();
  events.reduce((before, event) => {
    const after = applyToOrder(before, event, lawOf);
    const rows = moving.has(event.kind) ? changedBetween(before, after, register, at) : [];
    if (rows.length > 0) changed.set(event.number, rows);
    return after;
  }, emptyOrder(order));
  return changed;
}

/** What differs between two states of one stream, both seen at the same instant; empty where nothing that is worked out differs. */
export function changedBetween(before: OrderState, after: OrderState, law: RegisterLaw, at: Instant): readonly ChangedRow[] {
  const was = workedOut(before, law, at);
  const is = workedOut(after, law, at);
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((what) => {
    const row = { what, was: was.get(what) ?? null, is: is.get(what) ?? null };
    return row.was === row.is ? [] : [row];
  });
}

/** Everything that is worked out, by what it is. */
function workedOut(state: OrderState, law: RegisterLaw, at: Instant): ReadonlyMap<string, string> {
  const today = civilToIso(civilFromDays(londonDay(at)));
  const lines = new Map<string, string>([["application", state.application.stage]]);
  for (const order of state.orders) {
    const head = `${order.which} order of ${inWords(order.made)}`;
    const { period, ended, served, conditions, marks } = order;
    lines.set(`${head}, how it stands`, stageOfOrder(order, today).replaceAll("-", " "));
    lines.set(`${head}, last day`, period.until === null ? "until further order" : inWords(period.until));
    lines.set(`${head}, conditions`, conditions.map(({ condition }) => condition).join(", "));
    if (ended !== null) lines.set(`${head}, end`, `${ended.how}, ${inWords(ended.day)}`);
    lines.set(`${head}, service`, served === null ? "not served" : `served ${inWords(served.day)}`);
    for (const mark of marks) lines.set(`${head}, mark`, mark.says);
  }
  for (const { rule, trigger, stands, due } of dutiesOfState(state, law, at)) {
    const by = due === null ? "" : `, end of ${inWords(due)}`;
    lines.set(`${rule}, ${trigger}`, `${stands.replaceAll("-", " ")}${by}`);
  }
  return lines;
}

function inWords(day: string): string {
  return dayInWords(dayNumber(day));
}
