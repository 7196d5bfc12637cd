import { civilFromDays, civilToIso, daysFromCivil, parseCivilDay } from "@unmask/core";
import type { CourtResultKind } from "../event/of-court.ts";
import type { WhichOrder } from "../event/order-shapes.ts";
import type { LiveOrder } from "../fold/order/live-order.ts";
import type { OrderState } from "../fold/order-state.ts";
import { monthOf } from "./facts-of-states.ts";
import type { OrderFact, OrderFacts, OrderLength } from "./learn-facts.ts";

/** What is counted of an application and the orders that came of it. */

/**
 * Of an order of another force that was typed in nothing but its breaches: it was sought and made elsewhere. `firstReport` is the civil day of the first
 * report of its case; undefined: not known.
 */
export function orderFacts(state: OrderState, firstReport: string | undefined): OrderFacts {
  const breaches = state.breaches.map(({ happened }) => monthOf(happened));
  if (state.typed !== null) return { orders: [], breaches };
  return { orders: [...ofKind(state, "interim", undefined), ...ofKind(state, "full", firstReport)], breaches };
}

const refusals: Readonly<Record<WhichOrder, CourtResultKind>> = { interim: "interim-refused", full: "refused" };

/** Orders of one kind: what was sought is the first of them, made or not. */
function ofKind(state: OrderState, which: WhichOrder, firstReport: string | undefined): readonly OrderFact[] {
  const { lodged } = state.application;
  const made = state.orders.filter((one) => one.which === which);
  const refused = state.results.find(
    ({ said, standing }) => said.result === refusals[which] && (standing === "counts" || standing === "unread"),
  );
  const isSought =
    lodged !== null && (which === "full" || state.draft.interim?.wanted === true || made.length > 0 || refused !== undefined);
  const sought = isSought ? lodged.day : undefined;
  const of = (one: LiveOrder | undefined, first: boolean): OrderFact => ({
    order: one === undefined ? proposedLength(state, which) : lengthOf(which, one.made, one.period.until),
    sought: first ? monthIn(sought) : null,
    made: monthIn(one?.made),
    refused: first && one === undefined ? monthIn(refused?.said.day) : null,
    ended: one === undefined ? null : monthIn(overFrom(one)),
    daysFromReport: first ? daysBetween(firstReport, sought) : null,
  });
  const [first, ...others] = made;
  if (first === undefined && sought === undefined && refused === undefined) return [];
  return [of(first, true), ...others.map((one) => of(one, false))];
}

function proposedLength({ draft }: OrderState, which: WhichOrder): OrderLength {
  return lengthOf(which, draft.period?.made ?? "", draft.period?.period.until ?? null);
}

/** Two and five years are steps of the count, not of the law. */
function lengthOf(which: WhichOrder, made: string, until: string | null): OrderLength {
  if (which === "interim") return "interim";
  if (until === null) return "until-further-order";
  if (until <= yearsAfter(made, 2)) return "full-2-years";
  return until <= yearsAfter(made, 5) ? "full-2-to-5-years" : "full-over-5-years";
}

function yearsAfter(day: string, years: number): string {
  return `${String(Number(day.slice(0, 4)) + years).padStart(4, "0")}${day.slice(4)}`;
}

/** The first day on which it lives no more; undefined: none is known. Its last day is lived through. */
function overFrom({ ended, period }: LiveOrder): string | undefined {
  if (ended !== null) return ended.day;
  const last = period.until === null ? undefined : parseCivilDay(period.until);
  return last && civilToIso(civilFromDays(daysFromCivil(last) + 1));
}

function monthIn(day: string | undefined): string | null {
  return day?.slice(0, 7) ?? null;
}

function daysBetween(from: string | undefined, to: string | undefined): number | null {
  const [first, last] = [from, to].map((day) => (day === undefined ? undefined : parseCivilDay(day)));
  return first === undefined || last === undefined ? null : Math.max(0, daysFromCivil(last) - daysFromCivil(first));
}
