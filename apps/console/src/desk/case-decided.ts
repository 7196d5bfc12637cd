import { type Instant, type ReadValue, count, flag, list, object, oneOf, text } from "@unmask/core";
import { type At, at, atFields } from "./event-at.ts";
import { instant } from "./instant.ts";
import { orNull } from "./or-null.ts";
import { type ReportDecision, reportDecision } from "./report-done.ts";
import { type WayOfKnowing, waysOfKnowing } from "./way-of-knowing.ts";

/** What was decided, what must be answered, and who read it. */
export interface CaseDecisions {
  readonly written: readonly DecisionLine[];
  /** The newest answer to "was an order considered"; null: not answered. */
  readonly order: OrderAnswer | null;
  /** Answers to it that a later one overruled, as they came. */
  readonly ordersBefore: readonly OrderAnswer[];
  readonly elsewhere: readonly RecordedElsewhere[];
  readonly readings: readonly ReadingLine[];
  /** What was decided of each of its reports, also before it stood in the case. */
  readonly ofReports: readonly { readonly report: string; readonly decisions: readonly ReportDecision[] }[];
}

/** One decision. */
export interface DecisionLine extends At {
  readonly says: string;
  readonly reason: string;
  readonly overrules?: number;
}

/** Three ways to say yes; "no, not considered" is no answer. */
export interface OrderAnswer extends At {
  readonly answer: "draft" | "waits-for" | "not-pursued";
  readonly reason: string;
  readonly waitsFor?: string;
  readonly again?: string;
}

/** A record that says another thing than stalking; without `answer` it asks why. */
export interface RecordedElsewhere extends At {
  readonly record: string;
  readonly as: string;
  readonly writtenBy?: string;
  readonly says?: string;
  readonly answer?: WhyAnswer;
  /** Answers that a later one overruled, as they came. */
  readonly before?: readonly WhyAnswer[];
}

/** An answer to "why not stalking", with the acts that it rests on as they were named. */
export interface WhyAnswer extends At {
  readonly answer: "part-of-this-course" | "not-stalking";
  readonly reason: string;
  readonly acts: readonly string[];
}

/** A second person read a decision. */
export interface ReadingLine extends At {
  readonly decision: number;
  readonly agrees: boolean;
  readonly says?: string;
}

/** One entry between the person and the force. `answered`: number of the entry that answers it. */
export interface ThreadLine extends At {
  /** The case, or the report in which it stands. */
  readonly of: string;
  /** By whom; the machine answers by itself. */
  readonly from: "her" | "force" | "machine";
  readonly says: string;
  readonly asks: boolean;
  readonly answered?: number;
  /** It waits for an answer. */
  readonly isOpen: boolean;
  /** In which report the person wrote it, where the line is of the case. */
  readonly report?: string;
  /** To the mailbox of which report it went. */
  readonly to?: string;
  /** It waits here to be sent. */
  readonly waits: boolean;
  /** What it is not, where an officer could take it for that. */
  readonly note?: string;
}

/** What must be true before a case closes, and what somebody proposed. */
export interface ClosingPart {
  readonly proposal: ClosingProposal | null;
  readonly checks: readonly ClosingCheck[];
  /** What the person wrote and told, the newest first. */
  readonly letters: readonly TheirLetter[];
  readonly opensAgain: readonly string[];
}

/** One thing that must be true before it closes. */
export interface ClosingCheck {
  readonly id: string;
  readonly says: string;
  readonly done: boolean;
  readonly open: readonly string[];
  /** What of it only waits for a second reader. */
  readonly waits: readonly At[];
  /** It may stay open where whoever would close the case says why. */
  readonly takesReason: boolean;
}

/** One person would close it: what it rests on, and what speaks against. */
export interface ClosingProposal extends At {
  readonly choice: ClosingChoice;
  readonly reason: string;
  readonly rests: readonly Ground[];
  readonly against: readonly Ground[];
  readonly despite?: readonly OpenReason[];
  readonly asked?: AskedIn;
}

/** In which event of a report the person asks for it. */
export interface AskedIn {
  readonly report: string;
  readonly number: number;
}

/** One time the person wrote or told something. */
export interface TheirLetter extends AskedIn {
  /** Whose report it is. */
  readonly name: string;
  readonly happened: Instant;
  /** Absent where only packs came. */
  readonly says?: string;
}

/** Reads in which event the person asks for it. */
export const askedIn: ReadValue<AskedIn> = object(({ must }) => ({ report: must("report", text), number: must("number", count) }));

/** Reads what the person wrote. */
export const theirLetter: ReadValue<TheirLetter> = object(({ must, may }) => ({
  report: must("report", text),
  name: must("name", text),
  number: must("number", count),
  happened: must("happened", instant),
  ...may("says", text),
}));

/** Why the case closes although something stands open: which check, and the words. */
export interface OpenReason {
  readonly open: string;
  readonly reason: string;
}

/** Reads one. */
export const openReason: ReadValue<OpenReason> = object(({ must }) => ({ open: must("open", text), reason: must("reason", text) }));

/** Why a case closes (docs/formats/case-event.md). */
export const closingChoices = [
  "charged-or-order",
  "not-proved",
  "not-investigated",
  "she-asks",
  "another-force",
  "same-as-another",
] as const;
export type ClosingChoice = (typeof closingChoices)[number];

/** What something rests on. */
export interface Ground {
  readonly says: string;
  readonly knowing: WayOfKnowing;
}

const decisionLine: ReadValue<DecisionLine> = object((fields) => ({
  says: fields.must("says", text),
  reason: fields.must("reason", text),
  ...fields.may("overrules", count),
  ...atFields(fields),
}));

const orderAnswer: ReadValue<OrderAnswer> = object((fields) => ({
  answer: fields.must("answer", oneOf(["draft", "waits-for", "not-pursued"] as const)),
  reason: fields.must("reason", text),
  ...fields.may("waitsFor", text),
  ...fields.may("again", text),
  ...atFields(fields),
}));

const whyAnswer: ReadValue<WhyAnswer> = object((fields) => {
  fields.must("record", text);
  return {
    answer: fields.must("answer", oneOf(["part-of-this-course", "not-stalking"] as const)),
    reason: fields.must("reason", text),
    acts: fields.must("acts", list(text)),
    ...atFields(fields),
  };
});

const recordedElsewhere: ReadValue<RecordedElsewhere> = object((fields) => ({
  record: fields.must("record", text),
  as: fields.must("as", text),
  ...fields.may("writtenBy", text),
  ...fields.may("says", text),
  ...fields.may("answer", whyAnswer),
  ...fields.may("before", list(whyAnswer)),
  ...atFields(fields),
}));

const readingLine: ReadValue<ReadingLine> = object((fields) => ({
  decision: fields.must("decision", count),
  agrees: fields.must("agrees", flag),
  ...fields.may("says", text),
  ...atFields(fields),
}));

/** Reads what was decided. */
export const decisions: ReadValue<CaseDecisions> = object(({ must }) => ({
  written: must("written", list(decisionLine)),
  order: must("order", orNull(orderAnswer)),
  ordersBefore: must("ordersBefore", list(orderAnswer)),
  elsewhere: must("elsewhere", list(recordedElsewhere)),
  readings: must("readings", list(readingLine)),
  ofReports: must(
    "ofReports",
    list(object((one) => ({ report: one.must("report", text), decisions: one.must("decisions", list(reportDecision)) }))),
  ),
}));

/** Reads one entry of the thread. */
export const threadLine: ReadValue<ThreadLine> = object((fields) => ({
  of: fields.must("of", text),
  from: fields.must("from", oneOf(["her", "force", "machine"] as const)),
  says: fields.must("says", text),
  asks: fields.must("asks", flag),
  ...fields.may("answered", count),
  isOpen: fields.must("isOpen", flag),
  ...fields.may("report", text),
  ...fields.may("to", text),
  waits: fields.may("waits", flag).waits === true,
  ...fields.may("note", text),
  ...atFields(fields),
}));

/** Reads what something rests on. */
export const ground: ReadValue<Ground> = object(({ must }) => ({
  says: must("says", text),
  knowing: must("knowing", oneOf(waysOfKnowing)),
}));

const proposal: ReadValue<ClosingProposal> = object((fields) => ({
  choice: fields.must("choice", oneOf(closingChoices)),
  reason: fields.must("reason", text),
  rests: fields.must("rests", list(ground)),
  against: fields.must("against", list(ground)),
  ...fields.may("despite", list(openReason)),
  ...fields.may("asked", askedIn),
  ...atFields(fields),
}));

/** Reads what must be true before it closes. */
export const closingPart: ReadValue<ClosingPart> = object(({ must }) => ({
  proposal: must("proposal", orNull(proposal)),
  checks: must(
    "checks",
    list(
      object((one) => ({
        id: one.must("id", text),
        says: one.must("says", text),
        done: one.must("done", flag),
        open: one.must("open", list(text)),
        waits: one.must("waits", list(at)),
        takesReason: one.must("takesReason", flag),
      })),
    ),
  ),
  opensAgain: must("opensAgain", list(text)),
  letters: must("letters", list(theirLetter)),
}));
