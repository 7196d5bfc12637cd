import type { ContactOutcome, ContactWay } from "../desk/report-done.ts";

/** How somebody is tried to be reached, in words. */
export const contactWayInWords: Readonly<Record<ContactWay, string>> = {
  call: "Call",
  text: "Text",
  email: "Email",
  mailbox: "Mailbox",
  "in-person": "In person",
  "through-another": "Through another person",
};

/** What came of it, in words. */
export const contactOutcomeInWords: Readonly<Record<ContactOutcome, string>> = {
  reached: "reached",
  "no-answer": "no answer",
  "somebody-else": "somebody else answered",
  sent: "sent",
  ended: "the line ended",
  "not-in-hours": "not tried: outside the safe hours",
};
