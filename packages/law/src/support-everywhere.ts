import { type ListedService, supportNeeds, supportPlaces } from "./listed-service.ts";

/** Day on which the list was looked up: in copies; none of it was confirmed with the service itself. */
const supportCheckedOn = "2026-11-25";

/** Services that are said to be for anybody in the United Kingdom. */
export const supportEverywhere: readonly ListedService[] = [
  {
    id: "police-emergency",
    places: supportPlaces,
    needs: supportNeeds,
    name: "Police, in an emergency",
    for: "anyone",
    contacts: [
      {
        way: "call",
        number: "999",
        says: "If you cannot speak, still call 999: listen, then press 55 when asked. 55 works on a mobile only.",
      },
    ],
    hours: "all day, every day",
    source: "copies of police advice",
    checkedOn: supportCheckedOn,
    verification: "secondary-source",
    isAlways: true,
  },
  {
    id: "police",
    places: supportPlaces,
    needs: supportNeeds,
    name: "Police, when it is no emergency",
    for: "anyone",
    contacts: [
      { way: "call", number: "101" },
      { way: "site", site: "police.uk", says: "Leads to the site of each force." },
    ],
    hours: "all day, every day",
    source: "copies of police advice",
    checkedOn: supportCheckedOn,
    verification: "secondary-source",
    isAlways: true,
  },
  copied("national-stalking-helpline", {
    places: supportPlaces,
    needs: ["talk", "police", "digital", "side", "family", "pictures", "read"],
    name: "National Stalking Helpline (Suzy Lamplugh Trust)",
    for: "anyone in the United Kingdom",
    contacts: [
      { way: "call", number: "0808 802 0300", says: "Free, and not shown on the bill." },
      { way: "site", site: "suzylamplugh.org" },
    ],
    hours: "Monday to Friday 9:30 to 16:00, Wednesday from 13:00; closed on bank holidays",
    source: "six copies of the number; most of them of these hours",
  }),
  copied("samaritans", {
    places: supportPlaces,
    needs: ["low", "talk"],
    name: "Samaritans",
    for: "anyone",
    contacts: [{ way: "call", number: "116 123" }],
    hours: "all day, every day",
  }),
];

/** An entry that was read in copies alone; `source` where more is known of them. */
export function copied(
  id: string,
  entry: Pick<ListedService, "places" | "needs" | "name" | "for" | "does" | "contacts" | "hours"> & { readonly source?: string },
): ListedService {
  return { id, source: "copies of the service’s details", ...entry, checkedOn: supportCheckedOn, verification: "secondary-source" };
}
