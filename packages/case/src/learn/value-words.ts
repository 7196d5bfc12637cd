import { sayMonth } from "@unmask/words";
import type { Measure } from "./month-counts.ts";

/** Counts in words. A value that has none is shown as it is written. */

/** What is counted, as it stands behind a number: "of the 90 reports of October 2026". */
export const measureInWords: Readonly<Record<Measure, string>> = {
  reports: "reports",
  "orders-sought": "orders sought",
  "orders-made": "orders made",
  "orders-refused": "orders refused",
  "orders-live": "orders that lived when the month ended",
  breaches: "breaches and missed duties opened",
  outcomes: "cases closed",
};

const words: Readonly<Record<string, string>> = {
  "former-partner": "Former partner",
  "somebody-else": "Somebody else",
  "not-known": "Not known who",
  online: "With an online act",
  "not-online": "With an act that is not online",
  messages: "Messages",
  calls: "Calls",
  posts: "Posts and views",
  "log-ins": "Log-ins and devices",
  following: "Following, visits",
  entry: "Coming in",
  threats: "Threats",
  damage: "Damage",
  payments: "Bank references",
  gifts: "Gifts",
  interim: "Interim",
  "full-2-years": "Full, up to 2 years",
  "full-2-to-5-years": "Full, over 2, to 5 years",
  "full-over-5-years": "Full, over 5 years",
  "until-further-order": "Until further order",
  "charged-or-order": "Charged, or an order",
  "not-proved": "Not proved",
  "not-investigated": "Not investigated further",
  "she-asks": "The person asks for it",
  "another-force": "With another force",
  "same-as-another": "Same as another case",
};

/** "Former partner" of `former-partner`. */
export function valueInWords(value: string): string {
  return words[value] ?? value;
}

/** "October 2026" of `2026-10`. */
export function monthInWords(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return sayMonth(year, number);
}
