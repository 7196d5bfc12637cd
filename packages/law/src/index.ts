import type { Jurisdiction, JurisdictionCode } from "@unmask/core";
import { englandAndWales } from "./england-and-wales/index.ts";

/**
 * Law as data with dates: clocks and rules of recording for the desk, examples of acts, what makes a course of conduct, offences as elements, orders as criteria, what a breach is; and
 * one function that lays acts, fears and changes beside each; every fact as a row with its mark, and what is not known as a question. This room never decides that an offence was committed or that a criterion is met,
 * and holds no fact without its Act, its section, its source and the day it was looked up.
 *
 * @module
 */
export { freeDaysInForce, readFreeDays, withFreeDays, withOneMore, writeFreeDays } from "./own-free-days.ts";
export { deskLawOf } from "./desk-law.ts";
export { besideRegister } from "./beside-register.ts";
export { registerLawOf } from "./register-law.ts";
export { orderDeskLawOf } from "./order-desk-law.ts";
export { paperLawOf } from "./paper-law.ts";
export { type ActOnDays, type SaidAndDone, layActsBeside, onNoDay } from "./lay-acts-beside.ts";
export { dataRuleOf, hoursToTellOfLoss } from "./england-and-wales/data-protection.ts";
export { sectionOfLimbs } from "./england-and-wales/offences.ts";
export { type PlainLawPart, type PlainLawPlace, type PlainLawTopic, plainLawOf } from "./plain-law.ts";
export { lawRowsOf } from "./law-rows.ts";
export { type SupportFor, type SupportShown, supportFor, supportShown } from "./support.ts";
export { type SupportNeed, type SupportPlace, isSaidNotOnBill, supportNeeds, supportPlaces } from "./listed-service.ts";
export { type OpenQuestion, openQuestions, questionsOfRecord } from "./open-questions.ts";
export {
  type ForceLaw,
  type ForceLawEntry,
  type ForceLawRow,
  type ForceLawValue,
  forceLawEntryFromJson,
  forceLawValueFromJson,
  forceLawValueToJson,
  lawInForce,
  type SetReadingTime,
  readForceLawValue,
  whyNotConfirmed,
} from "./force-law.ts";

/** Every jurisdiction beside whose law acts can be laid. Of Scotland and Northern Ireland there are rows alone: no offence and no order as elements. */
export const jurisdictions: readonly Jurisdiction[] = [englandAndWales];

/** The jurisdiction of a code. One without data is empty: its name, no example, no rule, no offence and no order. */
export function jurisdictionOf(code: JurisdictionCode): Jurisdiction {
  return jurisdictions.find((jurisdiction) => jurisdiction.code === code) ?? { ...withoutData, code, name: names[code] };
}

/** Whether anything is known about the law of a jurisdiction. */
export function hasLaw({ code }: Jurisdiction): boolean {
  return jurisdictions.some((jurisdiction) => jurisdiction.code === code);
}

const names: Readonly<Record<JurisdictionCode, string>> = { EW: englandAndWales.name, SCO: "Scotland", NI: "Northern Ireland" };

const withoutData: Omit<Jurisdiction, "code" | "name"> = {
  examples: [],
  examplesRule: null,
  examplesByKind: [],
  examplesByEntryKind: [],
  courseOfConduct: null,
  offences: [],
  orders: [],
  breaches: [],
  explanations: [],
};
