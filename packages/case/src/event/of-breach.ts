import { type ReadValue, type Sha256, count, flag, object, oneOf } from "@unmask/core";
import { numberFromOne } from "./event-json.ts";
import { type WhichOrder, whichOrder } from "./order-shapes.ts";
import { type Ground, type Knowing, day, ground, id, knowing, minute, name, report, sha256, someAtLeastOne, words } from "./shapes.ts";

/** Bodies of a possible breach or a missed duty: evidence, service, excuse, and only then a decision of a person (docs/formats/order.md). */

/** Of what: a condition, or a duty by its rule and what it runs from. */
export type BreachOf = { readonly condition: number } | { readonly duty: string; readonly trigger: string };
const ofCondition: ReadValue<BreachOf> = object((fields) => ({ condition: fields.must("condition", numberFromOne) }));
const ofDuty: ReadValue<BreachOf> = object((fields) => ({ duty: fields.must("duty", name), trigger: fields.must("trigger", name) }));
const breachOf: ReadValue<BreachOf> = (value, path) =>
  typeof value === "object" && value !== null && "condition" in value ? ofCondition(value, path) : ofDuty(value, path);

/** An act, by the report in which it came and its id there. */
export interface NamedAct {
  readonly report: string;
  readonly act: string;
}
const namedAct: ReadValue<NamedAct> = object((one) => ({ report: one.must("report", report), act: one.must("act", name) }));

/** Something may break an order. `proposedBy`: the rule that proposed it; absent: an officer did. `also`: acts that are looked into with the first. */
export interface BreachOpened {
  readonly breach: string;
  readonly order: WhichOrder;
  readonly of: BreachOf;
  readonly act?: NamedAct;
  readonly also?: readonly NamedAct[];
  readonly day: string;
  readonly at?: string;
  readonly says: string;
  readonly proposedBy?: string;
  readonly couldChange?: string;
}
/** Reads it. */
export const breachOpened: ReadValue<BreachOpened> = object((fields) => ({
  breach: fields.must("breach", id),
  order: fields.must("order", whichOrder),
  of: fields.must("of", breachOf),
  ...fields.may("act", namedAct),
  ...fields.may("also", someAtLeastOne(namedAct)),
  day: fields.must("day", day),
  ...fields.may("at", minute),
  says: fields.must("says", words),
  ...fields.may("proposedBy", name),
  ...fields.may("couldChange", words),
}));

/** Acts that were proposed, and that an officer says are not under a condition, or under none of the order: they are not proposed again. */
export interface ActsSetAside {
  readonly order: WhichOrder;
  /** Absent: under no condition of it. */
  readonly condition?: number;
  readonly acts: readonly NamedAct[];
  readonly reason: string;
}
/** Reads it. */
export const actsSetAside: ReadValue<ActsSetAside> = object((fields) => ({
  order: fields.must("order", whichOrder),
  ...fields.may("condition", numberFromOne),
  acts: fields.must("acts", someAtLeastOne(namedAct)),
  reason: fields.must("reason", words),
}));

/** What shows it, and what that does not show. `at`: the hour of the act, where it shows one; `sha256` of its exhibit, where that is a file kept with the order. */
export interface BreachEvidence {
  readonly breach: string;
  readonly at?: string;
  readonly exhibit?: string;
  readonly sha256?: Sha256;
  readonly says: string;
  readonly doesNotShow: string;
  readonly knowing: Knowing;
}
/** Reads it. */
export const breachEvidence: ReadValue<BreachEvidence> = object((fields) => ({
  breach: fields.must("breach", id),
  ...fields.may("at", minute),
  ...fields.may("exhibit", name),
  ...fields.may("sha256", sha256),
  says: fields.must("says", words),
  doesNotShow: fields.must("doesNotShow", words),
  knowing: fields.must("knowing", knowing),
}));

/** How the person knew of the order: by a service, or otherwise. */
export interface BreachKnew {
  readonly breach: string;
  /** Number of the attempt. */
  readonly service?: number;
  readonly ground: Ground;
}
/** Reads it. */
export const breachKnew: ReadValue<BreachKnew> = object((fields) => ({
  breach: fields.must("breach", id),
  ...fields.may("service", numberFromOne),
  ground: fields.must("ground", ground),
}));

/** A question about an excuse. `found` absent: not asked. */
export interface ExcuseAsked {
  readonly breach: string;
  readonly question: string;
  readonly found?: string;
  readonly of?: string;
  readonly knowing?: Knowing;
}
/** Reads it. */
export const excuseAsked: ReadValue<ExcuseAsked> = object((fields) => ({
  breach: fields.must("breach", id),
  question: fields.must("question", words),
  ...fields.may("found", words),
  ...fields.may("of", name),
  ...fields.may("knowing", knowing),
}));

/** What an officer says of the excuse: it opens the decision. */
export interface ExcuseAssessed {
  readonly breach: string;
  readonly says: string;
}
/** Reads it. */
export const excuseAssessed: ReadValue<ExcuseAssessed> = object((fields) => ({
  breach: fields.must("breach", id),
  says: fields.must("says", words),
}));

/** It stays open until a day. */
export interface BreachKeptOpen {
  readonly breach: string;
  readonly again: string;
  readonly reason: string;
}
/** Reads it. */
export const breachKeptOpen: ReadValue<BreachKeptOpen> = object((fields) => ({
  breach: fields.must("breach", id),
  again: fields.must("again", day),
  reason: fields.must("reason", words),
}));

/** What a person can decide of it. */
export const breachDecisions = ["arrest", "interview", "more-enquiry", "excuse-accepted", "not-a-breach"] as const;
/** A person decided. `until`: by when it is done. */
export interface BreachDecided {
  readonly breach: string;
  readonly decision: (typeof breachDecisions)[number];
  readonly until?: string;
  readonly reason: string;
}
/** Reads it. */
export const breachDecided: ReadValue<BreachDecided> = object((fields) => ({
  breach: fields.must("breach", id),
  decision: fields.must("decision", oneOf(breachDecisions)),
  ...fields.may("until", day),
  reason: fields.must("reason", words),
}));

/** A second person read the decision. */
export interface BreachDecisionRead {
  readonly breach: string;
  readonly agrees: boolean;
  readonly says?: string;
}
/** Reads it. */
export const breachDecisionRead: ReadValue<BreachDecisionRead> = object((fields) => ({
  breach: fields.must("breach", id),
  agrees: fields.must("agrees", flag),
  ...fields.may("says", words),
}));

/** What a protected person was told, and how. The words of an update go by the case; here stand that and when. */
export interface ProtectedTold {
  readonly person: string;
  readonly about: string;
  /** Number of the update in the case. */
  readonly update?: number;
  readonly report?: string;
  readonly how: "mailbox" | "call" | "in-person" | "not-told";
  readonly says: string;
}
/** Reads it. */
export const protectedTold: ReadValue<ProtectedTold> = object((fields) => ({
  person: fields.must("person", id),
  about: fields.must("about", name),
  ...fields.may("update", count),
  ...fields.may("report", report),
  how: fields.must("how", oneOf<ProtectedTold["how"]>(["mailbox", "call", "in-person", "not-told"])),
  says: fields.must("says", words),
}));
