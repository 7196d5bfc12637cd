import type { ListedService, SupportPlace } from "../listed-service.ts";
import { copied } from "../support-everywhere.ts";

const places: readonly SupportPlace[] = ["scotland"];

/** Services of Scotland. A number that was known from memory alone is not here. */
export const supportInScotland: readonly ListedService[] = [
  copied("domestic-abuse-and-forced-marriage-helpline", {
    places,
    needs: ["talk", "family"],
    name: "Domestic Abuse and Forced Marriage Helpline",
    for: "anyone in Scotland",
    contacts: [{ way: "call", number: "0800 027 1234" }],
    hours: "all day, every day",
  }),
  copied("victim-support-scotland", {
    places,
    needs: ["talk", "police", "side"],
    name: "Victim Support Scotland",
    for: "anyone in Scotland",
    contacts: [{ way: "call", number: "0800 160 1985" }],
  }),
  copied("action-against-stalking", {
    places,
    needs: ["talk", "read"],
    name: "Action Against Stalking",
    for: "anyone in Scotland",
    contacts: [{ way: "site", site: "actionagainststalking.org" }],
  }),
  copied("rape-crisis", {
    places,
    needs: ["talk"],
    name: "Rape Crisis",
    for: "anyone in Scotland",
    contacts: [{ way: "call", number: "08088 01 03 02" }],
    hours: "18:00 to midnight",
    source: "an old copy of the service’s details",
  }),
];
