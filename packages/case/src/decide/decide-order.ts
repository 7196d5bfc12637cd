import type { Instant } from "@unmask/core";
import { desk } from "../event.ts";
import type { LoggedOrderEvent, OrderState } from "../fold/order-state.ts";
import type { OrderEvent, OrderEventKind } from "../order-event.ts";
import { applicationRefuses, withWordsRead } from "./order/application.ts";
import { breachRefuses } from "./order/breach.ts";
import { changeRefuses } from "./order/change.ts";
import { courtRefuses } from "./order/court.ts";
import { registerRefuses } from "./order/register.ts";
import { serviceRefuses } from "./order/service-steps.ts";
import { type BesideOrder, type DecidedOrder, type OrderCommand, type OrderRefusal, refuseOrder } from "./order-command.ts";
import { entryRefuses } from "./order/entry.ts";

/**
 * What a command makes of an application and its orders: events, or a refusal with its section that says what is missing. Pure. What we do is refused where the
 * rule forbids it; what a court or a person did is written down, and marked.
 */
export function decideOrder(command: OrderCommand, state: OrderState, beside: BesideOrder, now: Instant): DecidedOrder {
  const changed = changedSince(command, state);
  if (changed) return { done: false, changed };
  const refused =
    refusedByHand(command, state, now) ??
    entryRefuses(command, state) ??
    applicationRefuses(command, state, beside, now) ??
    courtRefuses(command, state, beside, now) ??
    serviceRefuses(command, state, beside, now) ??
    registerRefuses(command, state, beside, now) ??
    breachRefuses(command, state, beside, now) ??
    changeRefuses(command, state, beside, now);
  if (refused) return { done: false, refused };
  const { saw: _, ...event } = withWordsRead(command, state, beside, now);
  const written: OrderEvent = { ...event, number: state.number + 1, recorded: now };
  return { done: true, events: [written], also: inCase(command, state) };
}

/** What only the machine may write without a person, what lies in time to come, and what has nothing to stand on. */
function refusedByHand({ by, kind, happened }: OrderCommand, { number }: OrderState, now: Instant): OrderRefusal | undefined {
  if (by === desk && !machineWrites.has(kind))
    return refuseOrder("a-person-decides", undefined, "A person writes this, never the machine.");
  if (happened > now) return refuseOrder("not-yet", undefined, "This would take place after now. Write it when it has.");
  if (number > 0 || begins.has(kind)) return undefined;
  return refuseOrder("not-begun", undefined, "There is no application of this number yet.", "application-begun", "order-typed");
}

const begins: ReadonlySet<OrderEventKind> = new Set<OrderEventKind>(["application-begun", "order-typed"]);
const machineWrites: ReadonlySet<OrderEventKind> = new Set<OrderEventKind>(["reminder-given", "breach-opened", "bundle-made"]);

/** Kinds that lose nothing when they are written on top of what was not seen yet: they add, and change nothing that another decides on. */
const addsOnly: ReadonlySet<OrderEventKind> = new Set<OrderEventKind>([
  "attended",
  "service-attempted",
  "service-evidence",
  "court-day",
  "breach-opened",
  "breach-evidence",
]);

/** What makes papers: a second press of the same key must not make them twice. */
const makesPapers: OrderEventKind = "bundle-made";

/**
 * What somebody else wrote since, where that matters, and the same papers, whoever made them. The desk has no screen, so it is never second, and a reminder
 * that it gave changes nothing that anybody decides on.
 */
function changedSince({ by, kind, saw }: OrderCommand, { number, log }: OrderState): readonly LoggedOrderEvent[] | undefined {
  if (by === desk || saw === number || addsOnly.has(kind)) return undefined;
  const matters = (one: LoggedOrderEvent): boolean =>
    one.by === by ? kind === makesPapers && one.kind === kind : !(one.by === desk && one.kind === "reminder-given");
  const since = log.filter((one) => one.number > saw && matters(one));
  // With a number that is ahead of what stands nothing was seen that could be changed: it is of another state.
  return since.length > 0 || saw > number ? since : undefined;
}

/** What follows in the case: that an order was considered, and how it went on. */
function inCase(command: OrderCommand, state: OrderState): Extract<DecidedOrder, { readonly done: true }>["also"] {
  switch (command.kind) {
    case "application-begun": {
      const { case: id, says = "An application is begun." } = command.body;
      return considered(id ?? null, "draft", says);
    }
    case "not-pursued":
      return considered(state.case, "not-pursued", command.body.reason);
    default:
      return [];
  }
}

function considered(
  id: string | null,
  answer: "draft" | "not-pursued",
  reason: string,
): Extract<DecidedOrder, { readonly done: true }>["also"] {
  return id === null ? [] : [{ stream: { of: "case", id }, intent: { kind: "order-considered", body: { answer, reason } } }];
}
