import { type ReadValue, flag, list, object, oneOf, text } from "@unmask/core";
import { type WayOfKnowing, waysOfKnowing } from "./way-of-knowing.ts";

/** A person of the case, in every role. */
export interface PersonOfCase {
  readonly person: string;
  readonly name: string;
  readonly roles: readonly { readonly role: string; readonly says: string; readonly knowing: WayOfKnowing; readonly note?: string }[];
  readonly isChild: boolean;
  readonly conflict?: string;
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

/** Reads a line of enquiry. */
export const enquiryOfCase: ReadValue<EnquiryOfCase> = object(({ must, may }) => ({
  enquiry: must("enquiry", text),
  says: must("says", text),
  state: must("state", oneOf(["not-asked", "asked", "answered", "lost", "given-up"] as const)),
  lost: must("lost", text),
  ...may("source", text),
  isPressing: must("isPressing", flag),
}));
