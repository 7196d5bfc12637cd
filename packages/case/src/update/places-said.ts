import type { CaseEvent } from "../event.ts";

/** Letters and digits of a text that is compared whole: a shorter one stands in words that have nothing to do with it. */
const shortestWhole = 6;

/** A house with its street, a flat, a street without a number, a postcode: as people write them in the United Kingdom. */
const addressForms: readonly RegExp[] = [
  /\b\d{1,4}[A-Za-z]?,? (?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b)\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*/gu,
  /\b(?:flat|apartment|room|unit) \d{1,4}[a-z]?\b/giu,
  /\b(?:\p{Lu}[\p{L}'’-]+ )+(?:Road|Rd|Street|St|Lane|Ln|Avenue|Ave|Close|Drive|Court|Crescent|Place|Terrace|Gardens|Grove|Way|Hill|Row|Mews)\b/gu,
  /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/giu,
];

/** Where the person is, and what stands on the contact sheet, as it came with a report: no message to the person repeats it. */
export interface PlacesSaid {
  /** Names of places, each by itself. */
  readonly places: readonly string[];
  /** Lines of the contact sheet, whole. */
  readonly sheet: readonly string[];
}

/** Gathers them from every letter, answer and call of a report; of an older sheet too: it says where the person was. */
export function placesSaid(events: Iterable<CaseEvent>): PlacesSaid {
  const places: string[] = [];
  const sheet: string[] = [];
  for (const { kind, body } of events) {
    if (kind !== "report-received" && kind !== "report-typed" && kind !== "answer-received" && kind !== "contact-read") continue;
    const place = "place" in body ? (body.place ?? "") : "";
    const { channel: _, voicemail: __, ...lines } = body.contact ?? {};
    const said = textsIn(lines);
    for (const one of place.split(/[,;\n]/)) places.push(one);
    for (const one of [place, ...said].flatMap(addressesIn)) places.push(one);
    for (const one of said) sheet.push(one);
  }
  return { places: places.filter((one) => plain(one).trim().length > 2), sheet };
}

/** Which of them a message repeats: told by kind, never by the words themselves. */
export function repeatsOf(says: string, { places, sheet }: PlacesSaid): readonly string[] {
  const text = plain(says);
  const bare = text.replaceAll(" ", "");
  const names = places.some((one) => text.includes(plain(one)));
  const lines = sheet.map((one) => plain(one).replaceAll(" ", "")).filter((one) => one.length >= shortestWhole);
  return [
    ...(names ? ["a place that the person named stands in it"] : []),
    ...(lines.some((one) => bare.includes(one)) ? ["a line of the contact sheet stands in it"] : []),
  ];
}

/** Small letters and digits, a blank around each word. */
function plain(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}

function addressesIn(text: string): readonly string[] {
  return addressForms.flatMap((form) => text.match(form) ?? []);
}

/** Every text in what was said, but for headings that are ours. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (key === "label" ? [] : textsIn(one)));
}
