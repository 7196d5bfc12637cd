import { type Instant, type ReadValue, type SupportContact, count, flag, list, object, oneOf, text } from "@unmask/core";
import { type DutyLine, dutyLine } from "./duty-line.ts";
import { type At, atFields } from "./event-at.ts";
import { instant } from "./instant.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { orNull } from "./or-null.ts";
import { type WayOfKnowing, waysOfKnowing } from "./way-of-knowing.ts";

/** Referrals of a case to services that support her, as the server answers them. `by` is the name of the officer. */
export interface Referrals {
  readonly saw: number;
  readonly referrals: readonly Referral[];
  /** Whose consent it can be, where the case holds what several told. */
  readonly reports: readonly { readonly report: string; readonly name?: string }[];
  readonly services: readonly ServiceOfForce[];
  readonly directory: readonly DirectoryEntry[];
  /** What is not clear of the Code's days; null: no such question is open here. */
  readonly doubt: string | null;
  readonly log: LogEntry;
}

/** A service that gave the force a recipient. */
export interface ServiceOfForce {
  readonly id: string;
  readonly name: string;
  readonly recipient: string;
  readonly checkedOn: string;
  readonly checkedHow: string;
}

/** An entry of the directory, as it is shown today. */
export interface DirectoryEntry {
  readonly id: string;
  readonly name: string;
  readonly for: string;
  readonly does?: string;
  readonly contacts: readonly SupportContact[];
  readonly hours?: string;
  readonly source: string;
  readonly checkedOn: string;
  readonly isAlways: boolean;
  readonly isFromCopies: boolean;
  readonly isOld: boolean;
}

const standings = ["nothing-went", "open", "ended", "declined", "withdrawn"] as const;

/** One referral. */
export interface Referral {
  readonly referral: string;
  readonly name: string;
  readonly of: string | null;
  readonly service: string | null;
  readonly standing: (typeof standings)[number];
  /** Why nothing may go, in whole sentences; null: something may. */
  readonly whyNothing: string | null;
  readonly consents: readonly Consent[];
  readonly withdrawals: readonly ({ readonly inHerWords: string; readonly knowing: WayOfKnowing } & At)[];
  readonly things: readonly Thing[];
  readonly bags: readonly Bag[];
  readonly answer: ServiceAnswer | null;
  readonly answers: readonly ServiceAnswer[];
  readonly contacts: readonly ContactMade[];
  /** The Code's time; null: none is counted here, or nobody waits any more. */
  readonly clock: (DutyLine & { readonly days: readonly string[] }) | null;
}

/** What she said that may be shared, in her words. */
export interface Consent extends At {
  readonly scope: readonly AskedOf[];
  readonly until: string;
  readonly inHerWords: string;
  readonly knowing: WayOfKnowing;
  readonly asked: string;
}

/** One thing and her answer; `says` is a limit in her words. */
export interface AskedOf {
  readonly what: string;
  readonly answer: (typeof answers)[number];
  readonly says?: string;
}
const answers = ["yes", "no", "not-asked"] as const;

/** The same with the bags in which it went. */
export interface Thing extends AskedOf {
  readonly went: readonly { readonly bag: number; readonly happened: Instant }[];
}

/** What went, sealed. */
export interface Bag extends At {
  readonly bag: number;
  readonly what: readonly { readonly what: string; readonly says: string }[];
  readonly recipient: string;
  readonly size: number;
  readonly sha256: string;
}

/** What the service said. */
export interface ServiceAnswer extends At {
  readonly answer: "accepted" | "declined";
  readonly why?: string;
  readonly says?: string;
}

/** Somebody was in touch with her. */
export interface ContactMade extends At {
  readonly who: "service" | "us";
  readonly channel: string;
  readonly says?: string;
}

const askedOf = object(({ must, may }) => ({ what: must("what", text), answer: must("answer", oneOf(answers)), ...may("says", text) }));
const knowing = oneOf(waysOfKnowing);

/** What every event of a referral names again: its page stands under it. */
const ofReferral: ReadValue<undefined> = (value, path) => {
  text(value, path);
  return undefined;
};

const consent: ReadValue<Consent> = object((fields) => {
  const { must, may } = fields;
  must("referral", ofReferral);
  must("name", text);
  may("of", text);
  may("service", text);
  return {
    scope: must("scope", list(askedOf)),
    until: must("until", text),
    inHerWords: must("inHerWords", text),
    knowing: must("knowing", knowing),
    asked: must("asked", text),
    ...atFields(fields),
  };
});
const withdrawal = object((fields) => {
  fields.must("referral", ofReferral);
  return { inHerWords: fields.must("inHerWords", text), knowing: fields.must("knowing", knowing), ...atFields(fields) };
});
const thing: ReadValue<Thing> = object(({ must, may }) => ({
  what: must("what", text),
  answer: must("answer", oneOf(answers)),
  ...may("says", text),
  went: must("went", list(object((one) => ({ bag: one.must("bag", count), happened: one.must("happened", instant) })))),
}));
const bag: ReadValue<Bag> = object((fields) => {
  const { must } = fields;
  must("referral", ofReferral);
  return {
    bag: must("bag", count),
    what: must("what", list(object((one) => ({ what: one.must("what", text), says: one.must("says", text) })))),
    recipient: must("recipient", text),
    size: must("size", count),
    sha256: must("sha256", text),
    ...atFields(fields),
  };
});
const serviceAnswer: ReadValue<ServiceAnswer> = object((fields) => {
  fields.must("referral", ofReferral);
  return {
    answer: fields.must("answer", oneOf(["accepted", "declined"] as const)),
    ...fields.may("why", text),
    ...fields.may("says", text),
    ...atFields(fields),
  };
});
const contactMade: ReadValue<ContactMade> = object((fields) => {
  fields.must("referral", ofReferral);
  return {
    who: fields.must("who", oneOf(["service", "us"] as const)),
    channel: fields.must("channel", text),
    ...fields.may("says", text),
    ...atFields(fields),
  };
});
const clock: ReadValue<DutyLine & { readonly days: readonly string[] }> = (value, path) => {
  const { days, ...duty }: { readonly days?: unknown } = typeof value === "object" && value !== null ? value : {};
  return { ...dutyLine(duty, path), days: list(text)(days, `${path}.days`) };
};
const referral: ReadValue<Referral> = object(({ must }) => ({
  referral: must("referral", text),
  name: must("name", text),
  of: must("of", orNull(text)),
  service: must("service", orNull(text)),
  standing: must("standing", oneOf(standings)),
  whyNothing: must("whyNothing", orNull(text)),
  consents: must("consents", list(consent)),
  withdrawals: must("withdrawals", list(withdrawal)),
  things: must("things", list(thing)),
  bags: must("bags", list(bag)),
  answer: must("answer", orNull(serviceAnswer)),
  answers: must("answers", list(serviceAnswer)),
  contacts: must("contacts", list(contactMade)),
  clock: must("clock", orNull(clock)),
}));

const contact: ReadValue<SupportContact> = object(({ must, may }) => {
  const way = must("way", oneOf(["call", "text", "site"] as const));
  const said = may("says", text);
  return way === "site" ? { way, site: must("site", text), ...said } : { way, number: must("number", text), ...said };
});
const directoryEntry: ReadValue<DirectoryEntry> = object(({ must, may }) => ({
  id: must("id", text),
  name: must("name", text),
  for: must("for", text),
  ...may("does", text),
  contacts: must("contacts", list(contact)),
  ...may("hours", text),
  source: must("source", text),
  checkedOn: must("checkedOn", text),
  isAlways: may("isAlways", flag).isAlways === true,
  isFromCopies: must("isFromCopies", flag),
  isOld: must("isOld", flag),
}));
const serviceOfForce: ReadValue<ServiceOfForce> = object(({ must }) => ({
  id: must("id", text),
  name: must("name", text),
  recipient: must("recipient", text),
  checkedOn: must("checkedOn", text),
  checkedHow: must("checkedHow", text),
}));

/** Reads the answer of `GET /desk/cases/:case/referrals`. */
export const referrals: ReadValue<Referrals> = object(({ must }) => ({
  saw: must("saw", count),
  referrals: must("referrals", list(referral)),
  reports: must("reports", list(object((one) => ({ report: one.must("report", text), ...one.may("name", text) })))),
  services: must("services", list(serviceOfForce)),
  directory: must("directory", list(directoryEntry)),
  doubt: must("doubt", orNull(text)),
  log: must("log", logEntry),
}));

/** Reads the answer of `POST /desk/cases/:case/referrals/seal`: which bag it is, and the hash of the sealed file. */
export const bagSealed: ReadValue<{ readonly saw: number; readonly bag: number; readonly sha256: string; readonly log: LogEntry }> = object(
  ({ must }) => ({ saw: must("saw", count), bag: must("bag", count), sha256: must("sha256", text), log: must("log", logEntry) }),
);
