import { type ReadValue, type Sha256, count, fault, object, oneOf, text } from "@unmask/core";
import {
  type ContactWay,
  type Knowing,
  channel,
  day,
  id,
  knowing,
  name,
  referral,
  report,
  sha256,
  someAtLeastOne,
  words,
} from "./shapes.ts";

/** Bodies of the events of a case: what goes to a service that supports her, by her consent, and what came of it (docs/formats/case-event.md). */

/** Characters of a sealed bag in base64: 96 KiB of bytes. An event is read whole at each fold: a longer one is an attack on memory. */
const longestSealed = 131_072;

/** One thing that could be shared, and what she said of it. Not asked is no. */
export interface AskedOf {
  readonly what: string;
  readonly answer: "yes" | "no" | "not-asked";
  /** A limit in her words. */
  readonly says?: string;
}
const askedOf: ReadValue<AskedOf> = object((fields) => ({
  what: fields.must("what", name),
  answer: fields.must("answer", oneOf<AskedOf["answer"]>(["yes", "no", "not-asked"])),
  ...fields.may("says", words),
}));

/** She was asked what the service may be told, and until when. Said again it takes the place of what she said before. */
export interface ReferralConsent {
  readonly referral: string;
  /** The report whose person it is. */
  readonly of?: string;
  /** Id of the service in the directory. */
  readonly service?: string;
  readonly name: string;
  readonly scope: readonly AskedOf[];
  /** The last day on which something may go. */
  readonly until: string;
  readonly inHerWords: string;
  readonly knowing: Knowing;
  /** Who asked her, and how. */
  readonly asked: string;
}
/** Reads it. */
export const referralConsent: ReadValue<ReferralConsent> = object((fields) => ({
  referral: fields.must("referral", referral),
  ...fields.may("of", report),
  ...fields.may("service", id),
  name: fields.must("name", name),
  scope: fields.must("scope", eachOnce(someAtLeastOne(askedOf))),
  until: fields.must("until", day),
  inHerWords: fields.must("inHerWords", words),
  knowing: fields.must("knowing", knowing),
  asked: fields.must("asked", name),
}));

/** One part of a bag: what it is, as in the consent, and the words that went. */
export interface SharedPart {
  readonly what: string;
  readonly says: string;
}

/** What exactly went, as one sealed bag. */
export interface ReferralSent {
  readonly referral: string;
  /** From 1, in its referral. */
  readonly bag: number;
  readonly what: readonly SharedPart[];
  readonly recipient: string;
  /** Bytes of the sealed file. */
  readonly size: number;
  readonly sha256: Sha256;
  /** The sealed file, in base64. */
  readonly sealed: string;
}
const sealed: ReadValue<string> = (value, path) => {
  const written = text(value, path);
  const isOne = written.length <= longestSealed && written.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(written);
  return isOne ? written : fault(path, "is no sealed file in base64");
};
const fromOne: ReadValue<number> = (value, path) => {
  const number = count(value, path);
  return number === 0 ? fault(path, "is 0, and bags are counted from 1") : number;
};
/** Reads it. */
export const referralSent: ReadValue<ReferralSent> = object((fields) => ({
  referral: fields.must("referral", referral),
  bag: fields.must("bag", fromOne),
  what: fields.must("what", eachOnce(someAtLeastOne(object((one) => ({ what: one.must("what", name), says: one.must("says", words) }))))),
  recipient: fields.must("recipient", name),
  size: fields.must("size", count),
  sha256: fields.must("sha256", sha256),
  sealed: fields.must("sealed", sealed),
}));

/** The service takes it, or does not. */
export interface ReferralAnswered {
  readonly referral: string;
  readonly answer: "accepted" | "declined";
  /** Stands where it declined, and only there. */
  readonly why?: string;
  readonly says?: string;
}
const answeredBody: ReadValue<ReferralAnswered> = object((fields) => ({
  referral: fields.must("referral", referral),
  answer: fields.must("answer", oneOf<ReferralAnswered["answer"]>(["accepted", "declined"])),
  ...fields.may("why", words),
  ...fields.may("says", words),
}));
/** Reads it. */
export const referralAnswered: ReadValue<ReferralAnswered> = (value, path) => {
  const body = answeredBody(value, path);
  return (body.answer === "declined") === (body.why !== undefined)
    ? body
    : fault(path, "says why where the service declined, and only there");
};

/** The service reached her, or we did in its place. */
export interface ReferralContacted {
  readonly referral: string;
  readonly who: "service" | "us";
  readonly channel: ContactWay;
  readonly says?: string;
}
/** Reads it. */
export const referralContacted: ReadValue<ReferralContacted> = object((fields) => ({
  referral: fields.must("referral", referral),
  who: fields.must("who", oneOf<ReferralContacted["who"]>(["service", "us"])),
  channel: fields.must("channel", channel),
  ...fields.may("says", words),
}));

/** She takes her consent back. She need not say why. */
export interface ReferralWithdrawn {
  readonly referral: string;
  readonly inHerWords: string;
  readonly knowing: Knowing;
}
/** Reads it. */
export const referralWithdrawn: ReadValue<ReferralWithdrawn> = object((fields) => ({
  referral: fields.must("referral", referral),
  inHerWords: fields.must("inHerWords", words),
  knowing: fields.must("knowing", knowing),
}));

/** Each thing once: of two answers to one question nobody knows which holds. */
function eachOnce<T extends { readonly what: string }>(read: ReadValue<readonly T[]>): ReadValue<readonly T[]> {
  return (value, path) => {
    const parts = read(value, path);
    return new Set(parts.map(({ what }) => what)).size === parts.length ? parts : fault(path, "names one thing twice");
  };
}
