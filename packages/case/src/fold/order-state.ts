import type { Instant, OrderDeskLaw } from "@unmask/core";
import type { OrderBodyOf, OrderEvent, OrderEventKind } from "../order-event.ts";
import type { At } from "./event-at.ts";
import { type ApplicationPart, applicationAfter, noApplication, withoutCourt } from "./order/application.ts";
import { type BreachPart, breachesAfter, noBreaches } from "./order/breach.ts";
import { type ChangePart, changesAfter, noChanges } from "./order/change.ts";
import { type CourtPart, courtAfter, noResults } from "./order/court.ts";
import { type Lives, noLives, withLives } from "./order/lives.ts";
import { type RegisterPart, noRegister, registerAfter } from "./order/register.ts";
import { type ServicePart, noService, serviceAfter } from "./order/service-attempts.ts";
import { atOfOrder } from "./order/struck.ts";

/**
 * An application with its orders as its events make it. What was written stands in parts; which orders there are, what counts of the results and where the
 * application stands is worked out of all parts together, so that a fact that is corrected or comes late changes everything that rests on it.
 */

/** One line of what came. */
export interface LoggedOrderEvent extends At {
  readonly kind: OrderEventKind;
  readonly recorded: Instant;
}

/** The state of one stream. */
export interface OrderState extends ApplicationPart, CourtPart, ServicePart, RegisterPart, BreachPart, ChangePart, Lives {
  /** "SPO-26-025" */
  readonly order: string;
  /** Number of the last event; 0 before the first. A command names the number it saw. */
  readonly number: number;
  readonly log: readonly LoggedOrderEvent[];
  readonly disclosures: readonly (At & OrderBodyOf<"identity-disclosure-decided">)[];
}

/** The law of a jurisdiction, by its code. */
export type OrderLawOf = (code: OrderDeskLaw["code"]) => OrderDeskLaw;

/** Before the first event. */
export function emptyOrder(order: string): OrderState {
  return {
    order,
    number: 0,
    log: [],
    ...noApplication,
    ...noResults,
    ...noService,
    ...noRegister,
    ...noBreaches,
    ...noChanges,
    ...noLives,
    disclosures: [],
  };
}

/** All events of a stream, in their numbers. */
export function foldOrder(order: string, events: readonly OrderEvent[], lawOf: OrderLawOf): OrderState {
  const written = events.reduce((state, event) => writtenAfter(state, event, lawOf), emptyOrder(order));
  return withLives(written, lawOf(written.jurisdiction));
}

/** The state after each event that is asked for, and the last of all: what was written is gone through once. */
export function foldOrderAt(
  order: string,
  events: readonly OrderEvent[],
  { lawOf, isAsked }: { readonly lawOf: OrderLawOf; readonly isAsked: (event: OrderEvent) => boolean },
): { readonly states: readonly OrderState[]; readonly last: OrderState } {
  const states: OrderState[] = [];
  let written = emptyOrder(order);
  for (const event of events) {
    written = writtenAfter(written, event, lawOf);
    if (isAsked(event)) states.push(withLives(written, lawOf(written.jurisdiction)));
  }
  return { states, last: withLives(written, lawOf(written.jurisdiction)) };
}

/** One event more. */
export function applyToOrder(state: OrderState, event: OrderEvent, lawOf: OrderLawOf): OrderState {
  const next = writtenAfter(state, event, lawOf);
  return withLives(next, lawOf(next.jurisdiction));
}

/** What was decided, or set aside, of what courts had made by then. */
const ofWhatStood: ReadonlySet<OrderEventKind> = new Set<OrderEventKind>(["breach-decided", "acts-set-aside"]);

/** What was written, before anything is worked out of it. */
function writtenAfter(state: OrderState, event: OrderEvent, lawOf: OrderLawOf): OrderState {
  const { number, kind, recorded } = event;
  const log = [...state.log, { ...atOfOrder(event), kind, recorded }];
  const next: OrderState = { ...state, number, log, application: withoutCourt(state.application) };
  const before = ofWhatStood.has(kind) ? withLives(state, lawOf(state.jurisdiction)) : state;
  const ofCourt = serviceAfter(courtAfter(applicationAfter(next, event), event), event);
  const all = changesAfter(breachesAfter(registerAfter(ofCourt, event), event, before), event);
  return event.kind === "identity-disclosure-decided"
    ? { ...all, disclosures: [...all.disclosures, { ...atOfOrder(event), ...event.body }] }
    : all;
}
