import type { OrderDeskLaw } from "@unmask/core";
import { dayInWords } from "../clock/london.ts";
import { type WhereLives, consentInWords, consentUntil, consentsMissing } from "../fold/order/against-rule.ts";
import type { Change } from "../fold/order/change.ts";
import type { LiveOrder } from "../fold/order/live-order.ts";
import { dayNumber } from "../register/day-number.ts";
import { type Mind, earliestLawfulLastDay } from "./period.ts";

/** What is to be minded of a change, whoever asks for it. It stops nothing: what is forbidden is refused elsewhere. */
export function mindsOfChange(change: Change, order: LiveOrder, state: WhereLives, law: OrderDeskLaw): readonly Mind[] {
  return [...mindsOfRenewal(change, order, law), ...mindsOfDischarge(change, order, state, law)];
}

/** Whether the least period holds on renewal no source says: it warns, and the court decides. */
function mindsOfRenewal({ what, until, day }: Change, { period }: LiveOrder, law: OrderDeskLaw): readonly Mind[] {
  if (what !== "renew") return [];
  const section = law.section("least-period")?.section ?? "";
  const earliest = earliestLawfulLastDay(day, law);
  const isShort = until !== undefined && earliest !== undefined && until < earliest;
  const last = period.until;
  return [
    ...(isShort
      ? [
          {
            section,
            says: `The last day that is asked for is less than ${law.leastYears} years from the day on which it is asked. Whether the least period holds on renewal is not clear: it can go on, and the court decides.`,
          },
        ]
      : []),
    ...(until !== undefined && last !== null && until <= last
      ? [{ section: "", says: `The last day that is asked for does not lie after the one that the order has, ${inWords(last)}.` }]
      : []),
    ...(last === null
      ? []
      : [{ section: "", says: `The order lives through ${inWords(last)}. A renewal that is decided after that day finds it expired.` }]),
  ];
}

/** The day that counts is the one on which the court discharges: which consents it needs until when, and which of them are not there. */
function mindsOfDischarge(change: Change, { made, which }: LiveOrder, state: WhereLives, law: OrderDeskLaw): readonly Mind[] {
  if (change.what !== "discharge" || which === "interim") return [];
  const until = consentUntil(made, law);
  if (until === undefined) return [];
  const section = law.section(change.asker === "subject" ? "consent-asked-otherwise" : "consent-asked-by-police")?.section ?? "";
  const missing = consentsMissing(change, state);
  const lacks =
    missing.length === 0
      ? "They are written here as given."
      : `Not written here as given: ${missing.map((one) => consentInWords[one]).join(", ")}.`;
  return [
    {
      section,
      says: `Until the end of ${inWords(until)} a court discharges it only with consents; its own day counts, not that of the application. ${lacks}`,
    },
  ];
}

function inWords(day: string): string {
  return dayInWords(dayNumber(day));
}
