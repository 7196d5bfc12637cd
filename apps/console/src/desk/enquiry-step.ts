import type { EnquiryOfCase } from "./case-known.ts";

/** What can come of a line of enquiry. */
export const enquirySteps = [
  { value: "asked", says: "it was asked for" },
  { value: "answered", says: "the answer came" },
  { value: "lost", says: "it is lost: it cannot be had any more" },
  { value: "given-up", says: "it is not followed" },
] as const;

/** One step as it is typed; empty where nothing is. */
export interface EnquiryTyped {
  readonly enquiry: string;
  readonly step: string;
  /** Of whom it was asked, what the answer says, or why it ends. */
  readonly says: string;
  readonly knowing: string;
  readonly replyBy: string;
  readonly heldUntil: string;
  /** Days on which a number or account had no holder, by the word of whoever answered. */
  readonly unusedFrom: string;
  readonly unusedUntil: string;
}

/** A step of which nothing was typed. */
export const noStep: EnquiryTyped = {
  enquiry: "",
  step: "",
  says: "",
  knowing: "",
  replyBy: "",
  heldUntil: "",
  unusedFrom: "",
  unusedUntil: "",
};

/** Lines for which a step can be written: an answer can still come to one that was lost or given up. */
export function openLines(enquiries: readonly EnquiryOfCase[], step: string): readonly EnquiryOfCase[] {
  return enquiries.filter(({ state }) => state !== "answered" && (step === "answered" || (state !== "lost" && state !== "given-up")));
}

/** Where the step is sent and what, or what is missing in it (docs/formats/case-event.md, `enquiry-asked`, `-answered`, `-ended`). */
export function bodyOfStep(typed: EnquiryTyped): { readonly path: string; readonly body: object } | { readonly lacks: string } {
  const { enquiry, step, knowing, replyBy, heldUntil, unusedFrom: from, unusedUntil: until } = typed;
  const says = typed.says.trim();
  if (enquiry === "" || step === "") return { lacks: "Say which line, and what came of it." };
  switch (step) {
    case "asked":
      if (says === "") return { lacks: "Say of whom it was asked." };
      return {
        path: "enquiries/ask",
        body: { enquiry, of: says, ...(replyBy === "" ? {} : { replyBy }), ...(heldUntil === "" ? {} : { heldUntil }) },
      };
    case "answered": {
      if (says === "" || knowing === "") return { lacks: "Say what the answer is, and how that is known." };
      if ((from === "") !== (until === "") || from > until)
        return { lacks: "Days without a holder have a first and a last, in that order. Leave both empty where nobody said them." };
      const outOfUse = from === "" ? {} : { outOfUse: { from, until } };
      return { path: "enquiries/answer", body: { enquiry, ground: { says, knowing }, ...outOfUse } };
    }
    default:
      if (says === "") return { lacks: "Say why, in words that another can check." };
      return { path: "enquiries/end", body: { enquiry, how: step, words: says } };
  }
}
