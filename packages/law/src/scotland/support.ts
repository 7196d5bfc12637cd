import type { SupportService } from "@unmask/core";
import { copied } from "../support-everywhere.ts";

/** Services of Scotland. A number that was known from memory alone is not here. */
export const supportInScotland: readonly SupportService[] = [
  copied("domestic-abuse-and-forced-marriage-helpline", {
    name: "Domestic Abuse and Forced Marriage Helpline",
    for: "anyone in Scotland",
    contacts: [{ way: "call", number: "0800 027 1234" }],
    hours: "all day, every day",
  }),
  copied("victim-support-scotland", {
    name: "Victim Support Scotland",
    for: "anyone in Scotland",
    contacts: [{ way: "call", number: "0800 160 1985" }],
  }),
  copied("action-against-stalking", {
    name: "Action Against Stalking",
    for: "anyone in Scotland",
    contacts: [{ way: "site", site: "actionagainststalking.org" }],
  }),
  copied("rape-crisis", {
    name: "Rape Crisis",
    for: "anyone in Scotland",
    contacts: [{ way: "call", number: "08088 01 03 02" }],
    hours: "18:00 to midnight",
    source: "an old copy of the service’s details",
  }),
];
