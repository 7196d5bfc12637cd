import {
  type Instant,
  type OrderDeskLaw,
  type ReadValue,
  type RegisterLaw,
  count,
  fault,
  flag,
  list,
  object,
  oneOf,
  record,
  text,
} from "@unmask/core";
import {
  type LiveOrder,
  type NamesakeOrder,
  type OrderEvent,
  type OrderEventKind,
  type OrderState,
  type ReminderSettings,
  foldOrder,
  orderEventKinds,
  orderIntentFromJson,
  parseOrderEvent,
} from "@unmask/case";
import { instant } from "./instant.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { type MadePaper, madePaper } from "./order-bundle.ts";
import { deskLawOfOrders, registerLawOfOrders } from "./order-laws.ts";
import { orNull } from "./or-null.ts";
import { type ProposedOfOrder, proposedOfOrder } from "./proposed.ts";
import { type DutyShown, dutyShown } from "./register.ts";

/**
 * The page of an order. The server hands out its events and what it alone knows; everything else is worked out here, by the functions that decided on
 * them: `state` is the events folded, and applying the event that is about to be written shows what it changes before it is.
 */
export interface OrderPage {
  readonly order: string;
  /** Number of the last event: a command names it. */
  readonly saw: number;
  /** The server's clock when it answered. */
  readonly now: Instant;
  readonly events: readonly OrderEvent[];
  readonly state: OrderState;
  readonly law: OrderDeskLaw;
  readonly register: RegisterLaw;
  /** The name of an officer by the id that stands in the events; `desk` is the machine. */
  readonly nameOf: (id: string) => string;
  /** Id of the officer who reads. */
  readonly me: string;
  /** Officers of this desk, for whoever may write a service down; none before there is an order. */
  readonly officers: readonly { readonly id: string; readonly name: string }[];
  readonly case: { readonly ref: string; readonly isMember: boolean } | null;
  /** Name of this force, and whether the order's clocks are its own. */
  readonly force: string;
  readonly isOurs: boolean;
  /** What was refused on it, newest first. */
  readonly refusals: readonly RefusedOfOrder[];
  readonly duties: readonly DutyShown[];
  readonly waits: readonly WaitsForSecond[];
  readonly owed: readonly OwedOfOrder[];
  /** By the number of an event: what it changed beside its own line. */
  readonly changed: ReadonlyMap<number, readonly ChangedRow[]>;
  /** By the id of a change that is open: what is to be minded. */
  readonly minds: Readonly<Record<string, readonly MindOfOrder[]>>;
  /** Copies of courts and of services that are kept with it, the oldest first. */
  readonly copies: readonly MadePaper[];
  /** When the force wants to be reminded of an end, on this day. */
  readonly reminders: ReminderSettings;
  readonly others: readonly OtherOrder[];
  /** Acts of its case that lie in its time. */
  readonly proposed: ProposedOfOrder;
  /** Live orders of one of this name with another birthday: looked at, never compared. */
  readonly namesakes: readonly NamesakeOrder[];
  readonly log: LogEntry;
}

/** What of an order a second person reads. */
const waitsForSecond = ["authorise", "result", "service", "settling", "breach", "change", "subject"] as const;
/** Something of it that waits for a second person, and who cannot be that person. */
export interface WaitsForSecond {
  readonly what: (typeof waitsForSecond)[number];
  /** Number of the event; of a breach and a change their id. */
  readonly of: string;
  readonly since: Instant;
  readonly notBy: readonly string[];
}

/** Something that was refused on an order, by its rule. */
export interface RefusedOfOrder {
  readonly at: Instant;
  readonly by: string;
  readonly kind: OrderEventKind;
  readonly rule: string;
  readonly section: string | null;
  readonly says: string;
}

/** What is still to be done by us. */
export interface OwedOfOrder {
  readonly what: string;
  readonly of: string;
  readonly section?: string;
  readonly person?: string;
  readonly says: string;
}

/** What an event changed: `was` null: it was not there; `is` null: it is no more. */
export interface ChangedRow {
  readonly what: string;
  readonly was: string | null;
  readonly is: string | null;
}

/** What is to be minded, and stops nothing. */
export interface MindOfOrder {
  readonly section: string;
  readonly says: string;
}

/** Another order against the same person, as a court reads it out. */
export interface OtherOrder {
  readonly order: string;
  /** Its number at another force. */
  readonly theirs: string | null;
  readonly force: string;
  readonly subject: string;
  readonly born: string | null;
  readonly isTyped: boolean;
  readonly orders: readonly OtherLive[];
}

/** One order of another application. */
export interface OtherLive extends Pick<LiveOrder, "which" | "court" | "made" | "conditions"> {
  readonly until: string | null;
  /** "lives", "expired" */
  readonly stage: string;
}

const event: ReadValue<OrderEvent> = (value, path) => {
  const read = parseOrderEvent(value);
  return read.ok ? read.value : fault(path, "is no event of an order");
};

/** A condition of another order, as an event would have it. */
const condition: ReadValue<LiveOrder["conditions"][number]> = (value, path) => {
  const intent = orderIntentFromJson({ kind: "condition-written", body: value }, path);
  return intent.kind === "condition-written" ? intent.body : fault(path, "is no condition");
};

const other: ReadValue<OtherOrder> = object(({ must }) => ({
  order: must("order", text),
  theirs: must("theirs", orNull(text)),
  force: must("force", text),
  subject: must("subject", text),
  born: must("born", orNull(text)),
  isTyped: must("isTyped", flag),
  orders: must(
    "orders",
    list(
      object((one) => ({
        which: one.must("which", oneOf(["interim", "full"] as const)),
        court: one.must("court", text),
        made: one.must("made", text),
        until: one.must("until", orNull(text)),
        stage: one.must("stage", text),
        conditions: one.must("conditions", list(condition)),
      })),
    ),
  ),
}));

const namesake: ReadValue<NamesakeOrder> = object(({ must }) => ({
  shown: must("shown", text),
  force: must("force", text),
  which: must("which", oneOf(["interim", "full"] as const)),
  made: must("made", text),
}));

const refused: ReadValue<RefusedOfOrder> = object(({ must }) => ({
  at: must("at", instant),
  by: must("by", text),
  kind: must("kind", oneOf(orderEventKinds)),
  rule: must("rule", text),
  section: must("section", orNull(text)),
  says: must("says", text),
}));

const owed: ReadValue<OwedOfOrder> = object(({ must, may }) => ({
  what: must("what", text),
  of: must("of", text),
  ...may("section", text),
  ...may("person", text),
  says: must("says", text),
}));

const changedRow: ReadValue<ChangedRow> = object(({ must }) => ({
  what: must("what", text),
  was: must("was", orNull(text)),
  is: must("is", orNull(text)),
}));

const mind: ReadValue<MindOfOrder> = object(({ must, may }) => {
  may("condition", count);
  return { section: must("section", text), says: must("says", text) };
});

const waits: ReadValue<WaitsForSecond> = object(({ must }) => ({
  what: must("what", oneOf(waitsForSecond)),
  of: must("of", text),
  since: must("since", instant),
  notBy: must("notBy", list(text)),
}));

/** Reads the page and folds its events. */
export const orderPage: ReadValue<OrderPage> = object(({ must }) => {
  const order = must("order", text);
  const events = must("events", list(event));
  const names = must("names", record(text));
  const state = foldOrder(order, events, deskLawOfOrders);
  const changed = must("changed", record(list(changedRow)));
  return {
    order,
    saw: must("saw", count),
    now: must("now", instant),
    events,
    state,
    law: deskLawOfOrders(state.jurisdiction),
    register: registerLawOfOrders(state.jurisdiction),
    nameOf: (id: string) => (id === "desk" ? "the desk" : (names[id] ?? id)),
    me: must("me", text),
    officers: must("officers", list(object((one) => ({ id: one.must("id", text), name: one.must("name", text) })))),
    case: must("case", orNull(object((fields) => ({ ref: fields.must("ref", text), isMember: fields.must("isMember", flag) })))),
    force: must("force", text),
    isOurs: must("isOurs", flag),
    refusals: must("refusals", list(refused)),
    duties: must("duties", list(dutyShown)),
    waits: must("waits", list(waits)),
    owed: must("owed", list(owed)),
    changed: new Map(Object.entries(changed).map(([number, rows]) => [Number(number), rows])),
    minds: must("minds", record(list(mind))),
    copies: must("copies", list(madePaper)),
    reminders: must(
      "reminders",
      object((one) => ({ beforeEnd: one.must("beforeEnd", list(count)) })),
    ),
    proposed: must("proposed", proposedOfOrder),
    others: must("others", list(other)),
    namesakes: must("namesakes", list(namesake)),
    log: must("log", logEntry),
  };
});
