import { type ReadValue, flag, object, oneOf } from "@unmask/core";
import { numberFromOne } from "./event-json.ts";
import { type Condition, type Copy, type Period, type WhichOrder, conditions, copy, period, whichOrder } from "./order-shapes.ts";
import { type Answer, answer, day, id, name, words } from "./shapes.ts";

/** Bodies of what a court did, as its copy has it: facts, which are written down even where they stand against the rule (docs/formats/order.md). */

/** What a court can have done. */
export const courtResultKinds = [
  "interim-made",
  "interim-refused",
  "made",
  "refused",
  "varied",
  "renewed",
  "discharged",
  "change-refused",
  "appeal-allowed",
  "appeal-dismissed",
  "interim-ended",
] as const;
/** One of them. */
export type CourtResultKind = (typeof courtResultKinds)[number];

/** A result. Of one that makes an order, `day`, `period` and `conditions` with their own periods and localities are the record that an order has to hold. */
export interface CourtResult {
  readonly result: CourtResultKind;
  /** Which order it changes, ends or speaks of; absent where the kind says it. */
  readonly order?: WhichOrder;
  readonly day: string;
  /** From when it has effect, where that is another day. */
  readonly from?: string;
  readonly court: string;
  readonly period?: Period;
  readonly conditions?: readonly Condition[];
  readonly inForce?: string;
  /** Who was heard. */
  readonly heard?: string;
  readonly reasons?: string;
  /** The application to change that it answers. */
  readonly change?: string;
  /** Number of the appeal that it answers. */
  readonly appeal?: number;
  readonly copy?: Copy;
  /** An appeal that was allowed took the order away. */
  readonly quashes?: boolean;
  /** Whether the court that allowed an appeal sent the matter back to the court below; `not-known`: neither that nor what it made is on the copy. */
  readonly remitted?: Answer;
}
/** Reads it. */
export const courtResult: ReadValue<CourtResult> = object((fields) => ({
  result: fields.must("result", oneOf(courtResultKinds)),
  ...fields.may("order", whichOrder),
  day: fields.must("day", day),
  ...fields.may("from", day),
  court: fields.must("court", name),
  ...fields.may("period", period),
  ...fields.may("conditions", conditions),
  ...fields.may("inForce", day),
  ...fields.may("heard", words),
  ...fields.may("reasons", words),
  ...fields.may("change", id),
  ...fields.may("appeal", numberFromOne),
  ...fields.may("copy", copy),
  ...fields.may("quashes", flag),
  ...fields.may("remitted", answer),
}));

/** A second person read the copy against what was typed. */
export interface ResultConfirmed {
  /** Number of the result, or of its correction. */
  readonly result: number;
  readonly copyOfThisOrder: Answer;
  readonly asTyped: Answer;
  readonly againstRuleSeen?: boolean;
}
/** Reads it. */
export const resultConfirmed: ReadValue<ResultConfirmed> = object((fields) => ({
  result: fields.must("result", numberFromOne),
  copyOfThisOrder: fields.must("copyOfThisOrder", answer),
  asTyped: fields.must("asTyped", answer),
  ...fields.may("againstRuleSeen", flag),
}));

/** The second person sends it back. */
export interface ResultSentBack {
  readonly result: number;
  readonly reason: string;
}
/** Reads it. */
export const resultSentBack: ReadValue<ResultSentBack> = object((fields) => ({
  result: fields.must("result", numberFromOne),
  reason: fields.must("reason", words),
}));

/** It was typed wrongly: what is right in its place. */
export interface ResultCorrected {
  readonly result: number;
  readonly right: CourtResult;
  readonly reason: string;
}
/** Reads it. */
export const resultCorrected: ReadValue<ResultCorrected> = object((fields) => ({
  result: fields.must("result", numberFromOne),
  right: fields.must("right", courtResult),
  reason: fields.must("reason", words),
}));
