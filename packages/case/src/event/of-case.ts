import { type ReadValue, count, fault, flag, object, oneOf } from "@unmask/core";
import { type Ground, type Knowing, day, enquiry, ground, id, knowing, name, report, some, someAtLeastOne, words } from "./shapes.ts";

/** Bodies of the events of a case: its life, its people, what is known and what can be found out (docs/formats/case-event.md). */

/** What a person is in a case. */
const personRoles = ["reporter", "victim", "protected", "witness", "subject", "third-party"] as const;
/** What a person is in a case. */
export type PersonRole = (typeof personRoles)[number];

/** A case begins from reports. */
export interface CaseOpened {
  readonly reports: readonly string[];
  readonly says?: string;
}
/** Reads it. */
export const caseOpened: ReadValue<CaseOpened> = object((fields) => ({
  reports: fields.must("reports", someAtLeastOne(report)),
  ...fields.may("says", words),
}));
/** A report joins the case. */
export interface ReportAdded {
  readonly report: string;
}
/** Reads it. */
export const reportAdded: ReadValue<ReportAdded> = object((fields) => ({ report: fields.must("report", report) }));
/** A report leaves the case; everything that was written from it stays. */
export interface ReportRemoved {
  readonly report: string;
  readonly reason: string;
}
/** Reads it. */
export const reportRemoved: ReadValue<ReportRemoved> = object((fields) => ({
  report: fields.must("report", report),
  reason: fields.must("reason", words),
}));
/** Who works on the case. */
export type CaseTaken = Readonly<Record<string, never>>;
/** Reads it. */
export const caseTaken: ReadValue<CaseTaken> = object(() => ({}));

/** A person has a role, and how that is known. */
export interface PersonInRole {
  readonly person: string;
  readonly role: PersonRole;
  readonly knowing: Knowing;
  readonly name?: string;
  readonly says?: string;
  readonly child?: boolean;
}
/** Reads it. */
export const personInRole: ReadValue<PersonInRole> = object((fields) => ({
  person: fields.must("person", id),
  role: fields.must("role", oneOf(personRoles)),
  knowing: fields.must("knowing", knowing),
  ...fields.may("name", name),
  ...fields.may("says", words),
  ...fields.may("child", flag),
}));
/** The role was wrong, or is over. */
export interface PersonOutOfRole {
  readonly person: string;
  readonly role: PersonRole;
  readonly reason: string;
}
/** Reads it. */
export const personOutOfRole: ReadValue<PersonOutOfRole> = object((fields) => ({
  person: fields.must("person", id),
  role: fields.must("role", oneOf(personRoles)),
  reason: fields.must("reason", words),
}));

const said = object((fields) => ({
  says: fields.must("says", words),
  source: fields.must("source", name),
  ...fields.may("persons", some(id)),
}));
/** Read from a record. */
export interface FactRecorded {
  readonly says: string;
  readonly source: string;
  readonly persons?: readonly string[];
}
/** Reads it. */
export const factRecorded: ReadValue<FactRecorded> = said;
/** Somebody says so, in that person's words. */
export interface AccountRecorded {
  readonly says: string;
  readonly source: string;
  readonly persons?: readonly string[];
}
/** Reads it. */
export const accountRecorded: ReadValue<AccountRecorded> = said;
/** Somebody concludes: what it rests on, and what could change it. */
export interface InferenceRecorded {
  readonly says: string;
  readonly rests: readonly number[];
  readonly couldChange: string;
  readonly persons?: readonly string[];
}
/** Reads it. */
export const inferenceRecorded: ReadValue<InferenceRecorded> = object((fields) => ({
  says: fields.must("says", words),
  rests: fields.must("rests", someAtLeastOne(count)),
  couldChange: fields.must("couldChange", words),
  ...fields.may("persons", some(id)),
}));

/** Something can be found out. `lostAfter` is the last day on which it can be asked for, by whose word and read when. */
export interface EnquiryOpened {
  readonly enquiry: string;
  readonly says: string;
  readonly lostAfter?: {
    readonly day: string;
    readonly source: string;
    readonly readOn?: string;
  };
}
/** Reads it. */
export const enquiryOpened: ReadValue<EnquiryOpened> = object((fields) => ({
  enquiry: fields.must("enquiry", enquiry),
  says: fields.must("says", words),
  ...fields.may(
    "lostAfter",
    object((one) => ({ day: one.must("day", day), source: one.must("source", name), ...one.may("readOn", day) })),
  ),
}));
/** It was asked for. `heldUntil`: who holds it says that it is kept until then. */
export interface EnquiryAsked {
  readonly enquiry: string;
  readonly of: string;
  readonly replyBy?: string;
  readonly heldUntil?: string;
}
/** Reads it. */
export const enquiryAsked: ReadValue<EnquiryAsked> = object((fields) => ({
  enquiry: fields.must("enquiry", enquiry),
  of: fields.must("of", name),
  ...fields.may("replyBy", day),
  ...fields.may("heldUntil", day),
}));
/** The answer came, whatever it says. */
export interface EnquiryAnswered {
  readonly enquiry: string;
  readonly ground: Ground;
  /** Civil days from the first to the last on which a number or account had no holder, by the word of whoever was asked. */
  readonly outOfUse?: { readonly from: string; readonly until: string };
}
const daysOutOfUse: ReadValue<NonNullable<EnquiryAnswered["outOfUse"]>> = (value, path) => {
  const days = object((one) => ({ from: one.must("from", day), until: one.must("until", day) }))(value, path);
  return days.from <= days.until ? days : fault(`${path}.until`, "is before from");
};
/** Reads it. */
export const enquiryAnswered: ReadValue<EnquiryAnswered> = object((fields) => ({
  enquiry: fields.must("enquiry", enquiry),
  ground: fields.must("ground", ground),
  ...fields.may("outOfUse", daysOutOfUse),
}));
/** It cannot be had any more, or is not followed, and why. */
export interface EnquiryEnded {
  readonly enquiry: string;
  readonly how: "lost" | "given-up";
  readonly reason: string;
}
/** Reads it. */
export const enquiryEnded: ReadValue<EnquiryEnded> = object((fields) => ({
  enquiry: fields.must("enquiry", enquiry),
  how: fields.must("how", oneOf<"lost" | "given-up">(["lost", "given-up"])),
  reason: fields.must("reason", words),
}));
