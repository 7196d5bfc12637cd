import { type ReadValue, count, flag, list, object, oneOf, text } from "@unmask/core";
import { type At, atFields } from "./event-at.ts";
import { type WayOfKnowing, waysOfKnowing } from "./way-of-knowing.ts";

/** A person of the case, in every role. */
export interface PersonOfCase {
  readonly person: string;
  readonly name: string;
  readonly roles: readonly { readonly role: string; readonly says: string; readonly knowing: WayOfKnowing; readonly note?: string }[];
  readonly isChild: boolean;
  readonly conflict?: string;
}

/** A role that was wrong or is over: whose it was, and why it ended. */
export interface EndedRole extends At {
  readonly name: string;
  readonly says: string;
  readonly reason: string;
}

/** A line of enquiry, with when what it asks for is lost. */
export interface EnquiryOfCase {
  readonly enquiry: string;
  readonly says: string;
  readonly state: "not-asked" | "asked" | "answered" | "lost" | "given-up";
  readonly lost: string;
  readonly source?: string;
  readonly isPressing: boolean;
}

/** Something that is known of a case. A fact and an account have a source; a conclusion says what it rests on and what could change it. */
export interface KnownOfCase extends At {
  readonly says: string;
  readonly source?: string;
  /** Numbers of the facts and accounts that it rests on. */
  readonly rests?: readonly number[];
  readonly couldChange?: string;
}

/** Reads it. */
export const knownOfCase: ReadValue<KnownOfCase> = object((fields) => {
  fields.must("of", oneOf(["fact", "account", "inference"] as const));
  fields.may("persons", list(text));
  return {
    says: fields.must("says", text),
    ...fields.may("source", text),
    ...fields.may("rests", list(count)),
    ...fields.may("couldChange", text),
    ...atFields(fields),
  };
});

/** Reads a person. */
export const personOfCase: ReadValue<PersonOfCase> = object(({ must, may }) => ({
  person: must("person", text),
  name: must("name", text),
  roles: must(
    "roles",
    list(
      object((one) => ({
        role: one.must("role", text),
        says: one.must("says", text),
        knowing: one.must("knowing", oneOf(waysOfKnowing)),
        ...one.may("note", text),
      })),
    ),
  ),
  isChild: must("isChild", flag),
  ...may("conflict", text),
}));

/** Reads a role that ended. */
export const endedRole: ReadValue<EndedRole> = object((fields) => ({
  name: fields.must("name", text),
  says: fields.must("says", text),
  reason: fields.must("reason", text),
  ...atFields(fields),
}));

/** Reads a line of enquiry. */
export const enquiryOfCase: ReadValue<EnquiryOfCase> = object(({ must, may }) => ({
  enquiry: must("enquiry", text),
  says: must("says", text),
  state: must("state", oneOf(["not-asked", "asked", "answered", "lost", "given-up"] as const)),
  lost: must("lost", text),
  ...may("source", text),
  isPressing: must("isPressing", flag),
}));
