import { type JurisdictionCode, type ReadValue, type Sha256, flag, object, oneOf } from "@unmask/core";
import { numberFromOne } from "./event-json.ts";
import {
  type Condition,
  type Copy,
  type Period,
  type Subject,
  type WhichOrder,
  condition,
  conditions,
  copy,
  orderId,
  period,
  subject,
  whichOrder,
} from "./order-shapes.ts";
import {
  type Answer,
  type Ground,
  type Knowing,
  answer,
  caseNumber,
  day,
  ground,
  id,
  knowing,
  minute,
  name,
  report,
  sha256,
  some,
  words,
} from "./shapes.ts";

/** Bodies of an application for an order, from the first thought to the lodging (docs/formats/order.md). */

/** By which way an order comes to be. */
export const orderRoutes = ["s1-application", "on-conviction", "on-acquittal"] as const;
/** One of them. */
export type OrderRoute = (typeof orderRoutes)[number];

/** An order is considered. `case` absent: none here. `jurisdiction` SCO can be asked and is always refused: no event that is kept has it. */
export interface ApplicationBegun {
  readonly jurisdiction: JurisdictionCode;
  readonly case?: string;
  readonly subject: Subject;
  readonly route: OrderRoute;
  /** The force that applies; on a route without an application, the force that answers for the order. */
  readonly force: string;
  readonly says?: string;
}
/** Reads it. */
export const applicationBegun: ReadValue<ApplicationBegun> = object((fields) => ({
  jurisdiction: fields.must("jurisdiction", oneOf<JurisdictionCode>(["EW", "NI", "SCO"])),
  ...fields.may("case", caseNumber),
  subject: fields.must("subject", subject),
  route: fields.must("route", oneOf(orderRoutes)),
  force: fields.must("force", name),
  ...fields.may("says", words),
}));

/** An order of another force, court or jurisdiction, as its copy has it. */
export interface OrderTyped {
  readonly jurisdiction: "EW" | "NI";
  /** Its number there. */
  readonly theirs: string;
  readonly force: string;
  readonly court: string;
  readonly subject: Subject;
  readonly order: WhichOrder;
  readonly made: string;
  readonly inForce?: string;
  readonly period: Period;
  readonly conditions: readonly Condition[];
  /** Whom it protects, as the copy names them. */
  readonly protects: readonly string[];
  readonly copy?: Copy;
  readonly case?: string;
}
/** Reads it. */
export const orderTyped: ReadValue<OrderTyped> = object((fields) => ({
  jurisdiction: fields.must("jurisdiction", oneOf<"EW" | "NI">(["EW", "NI"])),
  theirs: fields.must("theirs", name),
  force: fields.must("force", name),
  court: fields.must("court", name),
  subject: fields.must("subject", subject),
  order: fields.must("order", whichOrder),
  made: fields.must("made", day),
  ...fields.may("inForce", day),
  period: fields.must("period", period),
  conditions: fields.must("conditions", conditions),
  protects: fields.must("protects", some(name)),
  ...fields.may("copy", copy),
  ...fields.may("case", caseNumber),
}));

/** Name, birth and home as they are known now. */
export interface SubjectChanged {
  readonly subject: Subject;
  readonly reason: string;
}
/** Reads it. */
export const subjectChanged: ReadValue<SubjectChanged> = object((fields) => ({
  subject: fields.must("subject", subject),
  reason: fields.must("reason", words),
}));

/** A second person read another name or birth that was written after the court had it. */
export interface SubjectRead {
  /** Number of the event that wrote it. */
  readonly changed: number;
  readonly agrees: boolean;
  readonly says?: string;
}
/** Reads it. */
export const subjectRead: ReadValue<SubjectRead> = object((fields) => ({
  changed: fields.must("changed", numberFromOne),
  agrees: fields.must("agrees", flag),
  ...fields.may("says", words),
}));

/** A reason and nothing else: not pursued, returned by the authoriser. */
export interface ReasonGiven {
  readonly reason: string;
}
/** Reads it. */
export const reasonGiven: ReadValue<ReasonGiven> = object((fields) => ({ reason: fields.must("reason", words) }));

/** One thing that carries a criterion. */
export interface Carries {
  readonly says: string;
  readonly knowing: Knowing;
  readonly day?: string;
  readonly exhibit?: string;
  /** How sure it is whose hand it was, in the words of who says so. */
  readonly sure?: string;
}
const carries: ReadValue<Carries> = object((fields) => ({
  says: fields.must("says", words),
  knowing: fields.must("knowing", knowing),
  ...fields.may("day", day),
  ...fields.may("exhibit", name),
  ...fields.may("sure", words),
}));

/** The three criteria, by their letters. */
export const criteria = ["a", "b", "c"] as const;
/** One of them. */
export type Criterion = (typeof criteria)[number];

/** What carries a criterion and, as large, what speaks against it. */
export interface CriterionWritten {
  readonly criterion: Criterion;
  readonly carries: readonly Carries[];
  readonly against: string;
  readonly says?: string;
}
/** Reads it. */
export const criterionWritten: ReadValue<CriterionWritten> = object((fields) => ({
  criterion: fields.must("criterion", oneOf(criteria)),
  carries: fields.must("carries", some(carries)),
  against: fields.must("against", words),
  ...fields.may("says", words),
}));

/** Why this chief officer may apply: where the person is, or that the force has no area. */
export interface LinkWritten {
  readonly link: "lives" | "is-believed-in-area" | "intends-to-come" | "no-area-limit";
  readonly ground: Ground;
}
/** Reads it. */
export const linkWritten: ReadValue<LinkWritten> = object((fields) => ({
  link: fields.must("link", oneOf<LinkWritten["link"]>(["lives", "is-believed-in-area", "intends-to-come", "no-area-limit"])),
  ground: fields.must("ground", ground),
}));

/** Somebody is to be protected: a victim of the acts or not. */
export interface ProtectedNamed {
  readonly person: string;
  readonly name: string;
  readonly victim: boolean;
  readonly report?: string;
  readonly says?: string;
}
/** Reads it. */
export const protectedNamed: ReadValue<ProtectedNamed> = object((fields) => ({
  person: fields.must("person", id),
  name: fields.must("name", name),
  victim: fields.must("victim", flag),
  ...fields.may("report", report),
  ...fields.may("says", words),
}));
/** Somebody was named wrongly, or does not want it. */
export interface ProtectedRemoved {
  readonly person: string;
  readonly reason: string;
}
/** Reads it. */
export const protectedRemoved: ReadValue<ProtectedRemoved> = object((fields) => ({
  person: fields.must("person", id),
  reason: fields.must("reason", words),
}));

/** A condition of the draft; with the number of one that stands it is rewritten, and what it was stays. */
export type ConditionWritten = Condition;
/** Reads it. */
export const conditionWritten: ReadValue<ConditionWritten> = condition;
/** A condition leaves the draft; its number is not used again. */
export interface ConditionRemoved {
  readonly condition: number;
  readonly reason: string;
}
/** Reads it. */
export const conditionRemoved: ReadValue<ConditionRemoved> = object((fields) => ({
  condition: fields.must("condition", numberFromOne),
  reason: fields.must("reason", words),
}));

/** What an order has to leave alone as far as it can. */
export const orderPrompts = ["religion", "work", "education"] as const;
/** One of them. */
export type OrderPrompt = (typeof orderPrompts)[number];
/** Whether a condition gets in its way, as it was asked. */
export interface PromptAnswered {
  readonly prompt: OrderPrompt;
  readonly answer: Answer;
  readonly ground: Ground;
}
/** Reads it. */
export const promptAnswered: ReadValue<PromptAnswered> = object((fields) => ({
  prompt: fields.must("prompt", oneOf(orderPrompts)),
  answer: fields.must("answer", answer),
  ground: fields.must("ground", ground),
}));

/** How long it is to run. `made`: the day on which it is hoped to be made, by which the least period is worked out. */
export interface PeriodProposed {
  readonly made: string;
  readonly period: Period;
}
/** Reads it. */
export const periodProposed: ReadValue<PeriodProposed> = object((fields) => ({
  made: fields.must("made", day),
  period: fields.must("period", period),
}));

/** An interim order is wanted too, or not: with the application or later. It runs for a fixed period only. */
export interface InterimWanted {
  readonly wanted: boolean;
  readonly until?: string;
  readonly reason: string;
}
/** Reads it. */
export const interimWanted: ReadValue<InterimWanted> = object((fields) => ({
  wanted: fields.must("wanted", flag),
  ...fields.may("until", day),
  reason: fields.must("reason", words),
}));

/** What an officer says of a conflict with another order, or of a pair that was not compared. */
export interface PairSettled {
  /** Id of the other order here. */
  readonly other: string;
  readonly theirCondition: number;
  readonly condition: number;
  /** The words of their condition that were read; in other words it is another pair. */
  readonly reads?: string;
  readonly how: "fits" | "exception" | "smaller" | "asked-other-force" | "stands-told-to-court";
  readonly reason: string;
}
/** Reads it. */
export const pairSettled: ReadValue<PairSettled> = object((fields) => ({
  other: fields.must("other", orderId),
  theirCondition: fields.must("theirCondition", numberFromOne),
  condition: fields.must("condition", numberFromOne),
  ...fields.may("reads", words),
  how: fields.must("how", oneOf<PairSettled["how"]>(["fits", "exception", "smaller", "asked-other-force", "stands-told-to-court"])),
  reason: fields.must("reason", words),
}));

/** Which file was made of the draft. */
export interface BundleMade {
  readonly pdf?: Sha256;
  readonly docx?: Sha256;
  readonly template: string;
}
/** Reads it. */
export const bundleMade: ReadValue<BundleMade> = object((fields) => ({
  ...fields.may("pdf", sha256),
  ...fields.may("docx", sha256),
  template: fields.must("template", name),
}));

/** The draft goes to the second person; or its writer takes it back. */
export interface SentToSecond {
  readonly says?: string;
}
/** Reads it. */
export const sentToSecond: ReadValue<SentToSecond> = object((fields) => ({ ...fields.may("says", words) }));

/** The second person has read one criterion, what speaks against it included. */
export interface CriterionRead {
  readonly criterion: Criterion;
}
/** Reads it. */
export const criterionRead: ReadValue<CriterionRead> = object((fields) => ({ criterion: fields.must("criterion", oneOf(criteria)) }));

/** The delegate of the chief officer lets it go to the court. */
export interface Authorised {
  readonly reason: string;
  /** By which delegation. */
  readonly delegation: string;
}
/** Reads it. */
export const authorised: ReadValue<Authorised> = object((fields) => ({
  reason: fields.must("reason", words),
  delegation: fields.must("delegation", name),
}));

/** Courts to which an application can go. */
export const courtTypes = ["magistrates", "youth", "crown", "summary-jurisdiction"] as const;
/** One of them. */
export type CourtType = (typeof courtTypes)[number];
/** The complaint was lodged. The age that counts is that of this day. */
export interface Lodged {
  readonly day: string;
  readonly court: string;
  readonly courtType: CourtType;
  readonly reference?: string;
}
/** Reads it. */
export const lodged: ReadValue<Lodged> = object((fields) => ({
  day: fields.must("day", day),
  court: fields.must("court", name),
  courtType: fields.must("courtType", oneOf(courtTypes)),
  ...fields.may("reference", name),
}));

/** The application was withdrawn after it was lodged. */
export interface Withdrawn {
  readonly day: string;
  readonly reason: string;
}
/** Reads it. */
export const withdrawn: ReadValue<Withdrawn> = object((fields) => ({
  day: fields.must("day", day),
  reason: fields.must("reason", words),
}));

/** A day in court. */
export interface CourtDay {
  readonly day: string;
  readonly at?: string;
  readonly court: string;
  readonly about: string;
  /** The application to change an order that is heard on it. */
  readonly change?: string;
}
/** Reads it. */
export const courtDay: ReadValue<CourtDay> = object((fields) => ({
  day: fields.must("day", day),
  ...fields.may("at", minute),
  court: fields.must("court", name),
  about: fields.must("about", words),
  ...fields.may("change", id),
}));
