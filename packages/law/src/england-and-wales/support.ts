import type { ListedService, SupportPlace } from "../listed-service.ts";
import { copied } from "../support-everywhere.ts";

const places: readonly SupportPlace[] = ["england", "wales"];

/** Services of England and Wales, and those of which no copy says that they are for the whole United Kingdom. What was known from memory alone is not here. */
export const supportInEnglandAndWales: readonly ListedService[] = [
  copied("london-stalking-support", {
    places: ["england"],
    needs: ["talk", "side"],
    name: "London Stalking Support",
    for: "people in London",
    contacts: [{ way: "call", number: "0808 802 0300", says: "Press 2." }],
  }),
  copied("paladin", {
    places,
    needs: ["talk", "side"],
    name: "Paladin",
    for: "people at high risk; a worker for ages 16 to 25",
    does: "Independent stalking advocacy caseworkers.",
    contacts: [
      { way: "call", number: "020 3866 4107" },
      { way: "site", site: "paladinservice.co.uk" },
    ],
  }),
  copied("alice-ruggles-trust", {
    places,
    needs: ["read"],
    name: "Alice Ruggles Trust",
    for: "anyone",
    does: "Information.",
    contacts: [{ way: "site", site: "alicerugglestrust.org" }],
  }),
  copied("cyber-helpline", {
    places,
    needs: ["talk", "digital"],
    name: "The Cyber Helpline",
    for: "people who need technical help with cyberstalking",
    does: "A plan of action: first by a program, then by a volunteer.",
    contacts: [{ way: "site", site: "thecyberhelpline.com" }],
  }),
  copied("protection-against-stalking", {
    places,
    needs: ["side"],
    name: "Protection Against Stalking",
    for: "anyone; it began in West Kent",
    does: "Advocacy.",
    contacts: [{ way: "site", site: "protectionagainststalking.org" }],
  }),
  copied("veritas-justice", {
    places: ["england"],
    needs: ["talk", "side"],
    name: "Veritas Justice",
    for: "people in Sussex",
    contacts: [{ way: "call", number: "01273 234773" }],
  }),
  copied("national-domestic-abuse-helpline", {
    places,
    needs: ["talk", "family"],
    name: "National Domestic Abuse Helpline (Refuge)",
    for: "women",
    contacts: [
      { way: "call", number: "0808 2000 247" },
      { way: "site", site: "nationaldahelpline.org.uk" },
    ],
    hours: "all day, every day",
  }),
  copied("womens-aid", {
    places,
    needs: ["digital", "family", "read"],
    name: "Women’s Aid",
    for: "women",
    does: "A leaflet on digital stalking, and a live chat.",
    contacts: [{ way: "site", site: "womensaid.org.uk" }],
  }),
  copied("mens-advice-line", {
    places,
    needs: ["talk", "family"],
    name: "Men’s Advice Line (Respect)",
    for: "men",
    contacts: [{ way: "call", number: "0808 801 0327" }],
  }),
  copied("galop", {
    places,
    needs: ["talk", "family"],
    name: "Galop",
    for: "LGBT+ people",
    contacts: [{ way: "call", number: "0800 999 5428" }],
  }),
  copied("revenge-porn-helpline", {
    places,
    needs: ["pictures"],
    name: "Revenge Porn Helpline",
    for: "adults, about intimate pictures",
    contacts: [
      { way: "call", number: "0345 6000 459" },
      { way: "site", site: "revengepornhelpline.org.uk" },
    ],
  }),
  copied("victim-support", {
    places,
    needs: ["talk", "police", "side"],
    name: "Victim Support",
    for: "anyone in England and Wales to whom a crime was done",
    contacts: [{ way: "call", number: "08 08 16 89 111" }],
  }),
  copied("karma-nirvana", {
    places,
    needs: ["family"],
    name: "Karma Nirvana",
    for: "people abused in the name of honour",
    contacts: [{ way: "call", number: "0800 5999 247" }],
  }),
  copied("respect-phoneline", {
    places,
    needs: ["own"],
    name: "Respect Phoneline",
    for: "people who are worried about their own behaviour",
    contacts: [{ way: "call", number: "0808 802 4040" }],
  }),
  copied("live-fear-free", {
    places: ["wales"],
    needs: ["talk", "family"],
    name: "Live Fear Free",
    for: "anyone in Wales",
    contacts: [
      { way: "call", number: "0808 80 10 800" },
      { way: "text", number: "0786 007 7333" },
    ],
    hours: "all day, every day",
  }),
];
