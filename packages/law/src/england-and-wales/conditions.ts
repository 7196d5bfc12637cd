import type { LawRow } from "@unmask/core";
import { checkedOn } from "./sources.ts";

/** Where the usual ones were seen: the list itself was not opened. */
const listed = "list of the Crown Prosecution Service and the Home Office, as copied at lifeafterda.co.uk and by the BBC Shared Data Unit";
/** Where conditions of orders that courts made were seen. */
const reported = "reports on orders made in Kent, localrags.co.uk and theisleofthanetnews, 5 December 2022";

/**
 * Conditions that orders usually hold, in words of ours, to be edited by who drafts. The list is not closed: an order can hold what stands in none of
 * them, and none is necessary because it stands here.
 */
export const conditions: readonly LawRow[] = [
  prohibition("enter-places", "entering named places or areas where the protected person lives or often goes"),
  prohibition("contact", "contact by any means: phone, post, email, text message or social media"),
  prohibition("contact-through-others", "contact through somebody else"),
  prohibition("mention-online", "referring to the protected person on social media, openly or not"),
  prohibition("vexatious-applications", "vexatious applications to a civil or family court that name the protected person"),
  prohibition("take-images", "recording images of the protected person"),
  prohibition("devices-without-history", "using a device that can go online, unless it keeps its history and shows it"),
  prohibition("approach", "approaching in person: at all, within a distance, or within an area on a map"),
  prohibition("watch", "watching or tracking by any means"),
  requirement("treatment-assessment", "an assessment of whether treatment suits"),
  requirement("programme", "a programme about the defendant’s own behaviour"),
  requirement("mental-health-assessment", "an assessment of mental health"),
  requirement("drugs-or-alcohol", "a programme about drugs or alcohol"),
  requirement("hand-over-devices", "handing over devices"),
  requirement("give-access", "giving police access to accounts, phones, computers and tablets, passwords and codes included"),
  requirement("sign-on", "signing on at a police station"),
  made("requirement", "register-vehicle-and-phone", "giving police the details of vehicle and phone"),
  made("requirement", "therapy", "attending a therapeutic programme"),
  made("prohibition", "one-phone", "owning more than one phone"),
  made("prohibition", "obstruct", "obstructing officers who look into a later report"),
  made("requirement", "declare-relationships", "telling police of a new relationship"),
];

function prohibition(id: string, what: string): LawRow {
  return row(`prohibition/${id}`, `An order can prohibit ${what}.`, listed);
}

function requirement(id: string, what: string): LawRow {
  return row(`requirement/${id}`, `An order can require ${what}.`, listed);
}

function made(kind: "prohibition" | "requirement", id: string, what: string): LawRow {
  return row(`${kind}/${id}`, `A court has made an order that ${kind === "prohibition" ? "prohibits" : "requires"} ${what}.`, reported);
}

function row(id: string, says: string, source: string): LawRow {
  const place = { id: `conditions/${id}`, jurisdiction: "EW", ruleVersion: "2026-11-28" } as const;
  return { ...place, says, section: "conditions in use, under s1(2)", source, checkedOn, verification: "secondary-source" };
}
