import { type ReadValue, type VictimCodeEventKind, count, fault, flag, object, oneOf, victimCodeEvents } from "@unmask/core";
import { type Answer, type Ground, answer, day, ground, id, minute, name, report, some, someAtLeastOne, words } from "./shapes.ts";

/** Bodies of the events of a case: what is decided and recorded, what the person is told, and how it closes (docs/formats/case-event.md). */

/** A decision with its reason; `happened` is when it was decided, `recorded` when it was written. */
export interface DecisionWritten {
  readonly says: string;
  readonly reason: string;
  readonly overrules?: number;
}
/** Reads it. */
export const decisionWritten: ReadValue<DecisionWritten> = object((fields) => ({
  says: fields.must("says", words),
  reason: fields.must("reason", words),
  ...fields.may("overrules", count),
}));

/** Whether an order was considered: three ways to say yes. "No" is no answer, so it has no word here. */
export interface OrderConsidered {
  readonly answer: "draft" | "waits-for" | "not-pursued";
  readonly reason: string;
  /** What is missing; stands with waits-for, and only there. */
  readonly waitsFor?: string;
  /** Day on which it is asked again; stands with waits-for, and only there. */
  readonly again?: string;
}
const orderAnswer: ReadValue<OrderConsidered> = object((fields) => ({
  answer: fields.must("answer", oneOf<"draft" | "waits-for" | "not-pursued">(["draft", "waits-for", "not-pursued"])),
  reason: fields.must("reason", words),
  ...fields.may("waitsFor", words),
  ...fields.may("again", day),
}));
/** Reads it. */
export const orderConsidered: ReadValue<OrderConsidered> = (value, path) => {
  const body = orderAnswer(value, path);
  const given = [body.waitsFor, body.again].filter((one) => one !== undefined).length;
  return given === (body.answer === "waits-for" ? 2 : 0)
    ? body
    : fault(path, "names what it waits for and a day when it waits, and only then");
};

/** Something is recorded elsewhere as another thing than stalking: that asks why. */
export interface RecordedElsewhere {
  readonly record: string;
  readonly as: string;
  readonly writtenBy?: string;
  readonly says?: string;
}
/** Reads it. */
export const recordedElsewhere: ReadValue<RecordedElsewhere> = object((fields) => ({
  record: fields.must("record", name),
  as: fields.must("as", name),
  ...fields.may("writtenBy", name),
  ...fields.may("says", words),
}));
/** A log or a recorded crime of this force or of another agency, typed in. */
export interface RecordTyped {
  readonly of: "log" | "crime";
  /** Its number. */
  readonly record: string;
  /** Whose record it is. */
  readonly agency: string;
  /** Civil day and minute of what it tells, on its own clock. */
  readonly day: string;
  readonly at?: string;
  readonly says: string;
  /** Of a crime: what it is recorded as, and whether that is stalking. */
  readonly as?: string;
  readonly stalking?: Answer;
}
const typed: ReadValue<RecordTyped> = object((fields) => ({
  of: fields.must("of", oneOf<"log" | "crime">(["log", "crime"])),
  record: fields.must("record", name),
  agency: fields.must("agency", name),
  day: fields.must("day", day),
  ...fields.may("at", minute),
  says: fields.must("says", words),
  ...fields.may("as", name),
  ...fields.may("stalking", answer),
}));
/** Reads it. */
export const recordTyped: ReadValue<RecordTyped> = (value, path) => {
  const body = typed(value, path);
  const given = [body.as, body.stalking].filter((one) => one !== undefined).length;
  return given === (body.of === "crime" ? 2 : 0)
    ? body
    : fault(path, "says what it is recorded as, and whether that is stalking, where it is a crime, and only then");
};
/** The answer to "why not stalking" for one record. */
export interface WhyNotStalking {
  readonly record: string;
  readonly answer: "part-of-this-course" | "not-stalking";
  readonly reason: string;
  readonly acts: readonly string[];
}
/** Reads it. */
export const whyNotStalking: ReadValue<WhyNotStalking> = object((fields) => ({
  record: fields.must("record", name),
  answer: fields.must("answer", oneOf<"part-of-this-course" | "not-stalking">(["part-of-this-course", "not-stalking"])),
  reason: fields.must("reason", words),
  acts: fields.must("acts", some(name)),
}));

/** One offence as it goes to the crime system. */
export interface RecordedOffence {
  readonly offence: string;
  readonly says: string;
  /** The class of the counting rules, "8Q". */
  readonly class?: string;
  /** A row of the force's own table, with its code as the file has it; absent: open. */
  readonly code?: { readonly table: string; readonly row: number; readonly code?: string };
}
const offence: ReadValue<RecordedOffence> = object((fields) => ({
  offence: fields.must("offence", id),
  says: fields.must("says", words),
  ...fields.may("class", name),
  ...fields.may(
    "code",
    object((one) => ({ table: one.must("table", name), row: one.must("row", count), ...one.may("code", name) })),
  ),
}));
/** Whether a limb of section 4A fits what is known. A person says so. */
export type Limb = "fits" | "not" | "not-known";
const limb = oneOf<Limb>(["fits", "not", "not-known"]);
/** How the case is recorded. Stalking stands in addition, and what is included is found by search like the principal. */
export interface OffenceRecorded {
  readonly principal: RecordedOffence;
  readonly included: readonly RecordedOffence[];
  readonly joined: readonly string[];
  readonly limbs?: { readonly fear: Limb; readonly alarm: Limb };
  /** Whether the other person was a former partner; absent: not asked with this recording. */
  readonly formerPartner?: Answer;
  /** Why a former partner's course of conduct is harassment in law only, and so not recorded as stalking. */
  readonly harassmentOnly?: string;
  readonly rulesOf?: string;
}
/** Reads it. */
export const offenceRecorded: ReadValue<OffenceRecorded> = object((fields) => ({
  principal: fields.must("principal", offence),
  included: fields.must("included", some(offence)),
  joined: fields.must("joined", some(name)),
  ...fields.may(
    "limbs",
    object((one) => ({ fear: one.must("fear", limb), alarm: one.must("alarm", limb) })),
  ),
  ...fields.may("formerPartner", answer),
  ...fields.may("harassmentOnly", words),
  ...fields.may("rulesOf", name),
}));

/** Something took place that she is told of in time. */
export interface VictimCodeEvent {
  readonly event: VictimCodeEventKind;
  readonly says?: string;
}
/** Reads it. */
export const victimCodeEvent: ReadValue<VictimCodeEvent> = object((fields) => ({
  event: fields.must("event", oneOf(victimCodeEvents)),
  ...fields.may("says", words),
}));
/** Which rights of the Code she has; enhanced unless somebody says otherwise, with a reason. */
export interface VictimStatus {
  readonly status: "enhanced" | "standard";
  readonly reason: string;
}
/** Reads it. */
export const victimStatus: ReadValue<VictimStatus> = object((fields) => ({
  status: fields.must("status", oneOf<"enhanced" | "standard">(["enhanced", "standard"])),
  reason: fields.must("reason", words),
}));

/** Words that go to her, whole: `to` the mailbox of which report. `tells` and `answers` are numbers of the events told of and of the questions answered. */
export interface UpdateWritten {
  readonly says: string;
  readonly to?: string;
  readonly tells: readonly number[];
  readonly answers: readonly number[];
  readonly nextBy?: string;
}
/** Reads it. */
export const updateWritten: ReadValue<UpdateWritten> = object((fields) => ({
  says: fields.must("says", words),
  ...fields.may("to", report),
  tells: fields.must("tells", some(count)),
  answers: fields.must("answers", some(count)),
  ...fields.may("nextBy", day),
}));
/** Something we ask her: `to` the mailbox of which report. */
export interface AskedHer {
  readonly says: string;
  readonly to?: string;
}
/** Reads it. */
export const askedHer: ReadValue<AskedHer> = object((fields) => ({ says: fields.must("says", words), ...fields.may("to", report) }));
/** What she wrote: a question stands until it is answered. */
export interface SheWrote {
  readonly says: string;
  readonly asks: boolean;
  readonly answers?: number;
}
/** Reads it. */
export const sheWrote: ReadValue<SheWrote> = object((fields) => ({
  says: fields.must("says", words),
  asks: fields.must("asks", flag),
  ...fields.may("answers", count),
}));

/** Why a case closes. */
export const closingChoices = [
  "charged-or-order",
  "not-proved",
  "not-investigated",
  "she-asks",
  "another-force",
  "same-as-another",
] as const;
/** Why a case closes. */
export type ClosingChoice = (typeof closingChoices)[number];
/** What may stand open when a case closes, where somebody says why and a second person agrees to that. */
export const openWithReason = ["told", "duties", "promised"] as const;
/** One of them. */
export type OpenWithReason = (typeof openWithReason)[number];
/**
 * One person would close it: what it rests on, what speaks against, and why it closes although something stands open. `asked`: in which event of a
 * report the person asks for it; absent: nothing that they wrote or said there does.
 */
export interface ClosingProposed {
  readonly choice: ClosingChoice;
  readonly reason: string;
  readonly rests: readonly Ground[];
  readonly against: readonly Ground[];
  readonly despite?: readonly { readonly open: OpenWithReason; readonly reason: string }[];
  readonly asked?: { readonly report: string; readonly number: number };
}
const closingFields: ReadValue<ClosingProposed> = object((fields) => ({
  choice: fields.must("choice", oneOf(closingChoices)),
  reason: fields.must("reason", words),
  rests: fields.must("rests", someAtLeastOne(ground)),
  against: fields.must("against", some(ground)),
  ...fields.may("despite", some(object((one) => ({ open: one.must("open", oneOf(openWithReason)), reason: one.must("reason", words) })))),
  ...fields.may(
    "asked",
    object((one) => ({ report: one.must("report", report), number: one.must("number", count) })),
  ),
}));
/** Reads it. */
export const closingProposed: ReadValue<ClosingProposed> = (value, path) => {
  const body = closingFields(value, path);
  return body.asked === undefined || body.choice === "she-asks" ? body : fault(`${path}.asked`, "stands with she-asks, and only there");
};
/** Another person closes it. `proposal` is the number of the event that asked. */
export interface CaseClosed {
  readonly proposal: number;
}
/** Reads it. */
export const caseClosed: ReadValue<CaseClosed> = object((fields) => ({ proposal: fields.must("proposal", count) }));
/** Another person does not agree. */
export interface ClosingReturned {
  readonly proposal: number;
  readonly reason: string;
}
/** Reads it. */
export const closingReturned: ReadValue<ClosingReturned> = object((fields) => ({
  proposal: fields.must("proposal", count),
  reason: fields.must("reason", words),
}));
/** It is open again; by the desk where something came that opens it by itself. */
export interface CaseReopened {
  readonly reason: string;
}
/** Reads it. */
export const caseReopened: ReadValue<CaseReopened> = object((fields) => ({ reason: fields.must("reason", words) }));
