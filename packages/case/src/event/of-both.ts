import { type ReadValue, count, flag, object, oneOf } from "@unmask/core";
import {
  type Answer,
  type ContactWay,
  type Ground,
  type Knowing,
  answer,
  channel,
  day,
  ground,
  id,
  knowing,
  name,
  reference,
  report,
  some,
  someAtLeastOne,
  task,
  words,
} from "./shapes.ts";

/** Bodies of the events that a report and a case can both have. */

/** What a handover sorts its lines by, in this order. */
export const handoverGroups = ["danger", "unanswered", "cannot-wait", "due", "promised", "not-done"] as const;
/** What a handover sorts its lines by. */
export type HandoverGroup = (typeof handoverGroups)[number];

/** Somebody tried to reach her. */
export interface ContactAttempted {
  readonly channel: ContactWay;
  readonly outcome: "reached" | "no-answer" | "somebody-else" | "sent" | "ended" | "not-in-hours";
  /** In a case: the reports, one or more, whose person it was. Whoever else the case holds was not tried. */
  readonly reports?: readonly string[];
  readonly says?: string;
  /** The day by which the person was told that somebody writes again. */
  readonly nextBy?: string;
}
/** Reads it. */
export const contactAttempted: ReadValue<ContactAttempted> = object((fields) => ({
  channel: fields.must("channel", channel),
  outcome: fields.must(
    "outcome",
    oneOf<"reached" | "no-answer" | "somebody-else" | "sent" | "ended" | "not-in-hours">([
      "reached",
      "no-answer",
      "somebody-else",
      "sent",
      "ended",
      "not-in-hours",
    ]),
  ),
  ...fields.may("reports", someAtLeastOne(report)),
  ...fields.may("says", words),
  ...fields.may("nextBy", day),
}));

/** Something that was written by mistake holds no more; it stays readable. */
export interface EntryWithdrawn {
  /** Number of the event in the same stream. */
  readonly entry: number;
  readonly reason: string;
}
/** Reads it. */
export const entryWithdrawn: ReadValue<EntryWithdrawn> = object((fields) => ({
  entry: fields.must("entry", count),
  reason: fields.must("reason", words),
}));

/** A second person read a decision. */
export interface DecisionRead {
  readonly decision: number;
  readonly agrees: boolean;
  readonly says?: string;
}
/** Reads it. */
export const decisionRead: ReadValue<DecisionRead> = object((fields) => ({
  decision: fields.must("decision", count),
  agrees: fields.must("agrees", flag),
  ...fields.may("says", words),
}));

/** Somebody says, or a record shows, that a person is in danger at this moment. */
export type DangerRaised = Ground;
/** Reads it. */
export const dangerRaised: ReadValue<Ground> = ground;
/** Somebody is there: a unit, an officer on the line. The danger stands until it is ended. */
export interface DangerMet {
  readonly says: string;
  readonly log?: string;
}
/** Reads it. */
export const dangerMet: ReadValue<DangerMet> = object((fields) => ({ says: fields.must("says", words), ...fields.may("log", name) }));
/** The danger is over for now. Only a person says so, with a reason. */
export interface DangerEnded {
  readonly reason: string;
}
/** Reads it. */
export const dangerEnded: ReadValue<DangerEnded> = object((fields) => ({ reason: fields.must("reason", words) }));

/** An act falls on a live order, bail or injunction. */
export interface BreachFound {
  readonly says: string;
  readonly knowing: Knowing;
  readonly order: string;
  readonly condition?: string;
}
/** Reads it. */
export const breachFound: ReadValue<BreachFound> = object((fields) => ({
  says: fields.must("says", words),
  knowing: fields.must("knowing", knowing),
  order: fields.must("order", name),
  ...fields.may("condition", name),
}));

/** Where was looked, and whether something was there. Nothing found is a fact only of where was looked. */
export interface Searched {
  readonly where: "call-logs" | "orders" | "other-reports" | "other-forces";
  readonly found: boolean;
  readonly says: string;
}
/** Reads it. */
export const searched: ReadValue<Searched> = object((fields) => ({
  where: fields.must(
    "where",
    oneOf<"call-logs" | "orders" | "other-reports" | "other-forces">(["call-logs", "orders", "other-reports", "other-forces"]),
  ),
  found: fields.must("found", flag),
  says: fields.must("says", words),
}));

/** Prompts that were answered together. A prompt that is not named keeps the answer it had. */
export interface RiskAnswered {
  readonly rule: string;
  readonly prompts: readonly {
    readonly prompt: string;
    readonly answer: Answer;
    readonly ground?: Ground;
  }[];
}
/** Reads it. */
export const riskAnswered: ReadValue<RiskAnswered> = object((fields) => ({
  rule: fields.must("rule", name),
  prompts: fields.must(
    "prompts",
    someAtLeastOne(object((one) => ({ prompt: one.must("prompt", id), answer: one.must("answer", answer), ...one.may("ground", ground) }))),
  ),
}));

/** A licensed instrument was used: its own answers as given. There is no field for a total. */
export interface InstrumentKept {
  readonly instrument: string;
  readonly version: string;
  readonly assessor: string;
  readonly answers: readonly {
    readonly question: string;
    readonly answer: string;
  }[];
}
/** Reads it. */
export const instrumentKept: ReadValue<InstrumentKept> = object((fields) => ({
  instrument: fields.must("instrument", name),
  version: fields.must("version", name),
  assessor: fields.must("assessor", name),
  answers: fields.must(
    "answers",
    someAtLeastOne(object((one) => ({ question: one.must("question", name), answer: one.must("answer", words) }))),
  ),
}));

/** Somebody must do something. */
export interface TaskMade {
  readonly task: string;
  readonly says: string;
  readonly due?: string;
  readonly officer?: string;
}
/** Reads it. */
export const taskMade: ReadValue<TaskMade> = object((fields) => ({
  task: fields.must("task", task),
  says: fields.must("says", words),
  ...fields.may("due", day),
  ...fields.may("officer", name),
}));
/** It is done, or needs not be done any more, which `says` tells. */
export interface TaskDone {
  readonly task: string;
  readonly says?: string;
}
/** Reads it. */
export const taskDone: ReadValue<TaskDone> = object((fields) => ({ task: fields.must("task", task), ...fields.may("says", words) }));

/** Another report or case may be about the same people. Each is a question until an officer answers it. */
export interface LinkSuggested {
  readonly link: string;
  readonly to: string;
  readonly why: readonly Ground[];
  readonly against?: readonly Ground[];
}
/** Reads it. */
export const linkSuggested: ReadValue<LinkSuggested> = object((fields) => ({
  link: fields.must("link", id),
  to: fields.must("to", reference),
  why: fields.must("why", someAtLeastOne(ground)),
  ...fields.may("against", some(ground)),
}));
/** An officer answered it; "open" has a day on which it is looked at again. */
export interface LinkDecided {
  readonly link: string;
  readonly answer: "confirmed" | "refuted" | "open";
  readonly reason: string;
  readonly again?: string;
}
/** Reads it. */
export const linkDecided: ReadValue<LinkDecided> = object((fields) => ({
  link: fields.must("link", id),
  answer: fields.must("answer", oneOf<"confirmed" | "refuted" | "open">(["confirmed", "refuted", "open"])),
  reason: fields.must("reason", words),
  ...fields.may("again", day),
}));

/** The shift ends: what is said about this report or case, and to whom. It stays the giver's until it is read. */
export interface HandoverGiven {
  readonly to: string;
  /** Whose it was until then, where a supervisor gave it in the place of an officer who is not there. */
  readonly from?: string;
  readonly lines: readonly {
    readonly group: HandoverGroup;
    readonly says: string;
    readonly knowing: Knowing;
  }[];
  readonly says?: string;
}
/** Reads it. */
export const handoverGiven: ReadValue<HandoverGiven> = object((fields) => ({
  to: fields.must("to", name),
  ...fields.may("from", name),
  lines: fields.must(
    "lines",
    some(
      object((one) => ({
        group: one.must("group", oneOf(handoverGroups)),
        says: one.must("says", words),
        knowing: one.must("knowing", knowing),
      })),
    ),
  ),
  ...fields.may("says", words),
}));
/** Who takes over read it: `number` is of the event that gave it. */
export interface HandoverRead {
  readonly number: number;
}
/** Reads it. */
export const handoverRead: ReadValue<HandoverRead> = object((fields) => ({ number: fields.must("number", count) }));
