import type { RegisterEventKind } from "@unmask/case";
import { type Instant, type Result, failed, instantFromIso, instantToIso, ok, parseCivilMinute, readWallTime } from "@unmask/core";
import { sayClock } from "@unmask/words";
import { sayCivilDay } from "../parts/civil-day.ts";
import { zone } from "../parts/say-when.ts";
import type { WrittenField, WrittenValues } from "../parts/written-fields.ts";
import type { WrittenEvent } from "../desk/due-file.ts";
import { inItsDirection } from "../desk/writing-direction.ts";

/** What the page “When is it due?” asks of each kind of event (docs/formats/duties.md), and how it says one. */

/** What each kind is called. */
export const kindsInWords: Readonly<Record<RegisterEventKind, string>> = {
  served: "Served",
  notified: "Notified",
  "name-used": "New name used",
  "address-changed": "Address changed",
  "other-register": "Another register holds",
  varied: "Varied",
  discharged: "Discharged",
  expired: "Expired",
};

const stations = [
  { value: "local", says: "in the local police area" },
  { value: "elsewhere", says: "elsewhere" },
  { value: "unknown", says: "not known" },
] as const;

/** Kinds that belong to one of the two orders; any other belongs to the order that lived on its day. */
const ofOneOrder: ReadonlySet<RegisterEventKind> = new Set(["served", "varied", "discharged", "expired"]);

const noNames = "type no name: a letter or a word that you choose, the same each time";

/** The fields of a kind. */
export function fieldsOfEvent(kind: RegisterEventKind, hasInterim: boolean): readonly WrittenField[] {
  const which: WrittenField = {
    key: "of",
    asks: "Which order",
    as: "choice",
    options: [
      { value: "full", says: "the full order" },
      { value: "interim", says: "the interim order" },
    ],
  };
  const day: WrittenField = { key: "day", asks: kind === "other-register" ? "First day" : "Day", as: "day" };
  const hour: WrittenField = {
    key: "hour",
    asks: "Hour in London",
    as: "minute",
    isOptional: true,
    hint: "only where it is known: a day is enough",
  };
  return [...(hasInterim && ofOneOrder.has(kind) ? [which] : []), day, ...moreFields(kind), ...(kind === "other-register" ? [] : [hour])];
}

function moreFields(kind: RegisterEventKind): readonly WrittenField[] {
  switch (kind) {
    case "notified":
      return [
        { key: "station", asks: "At which police station", as: "choice", options: stations },
        {
          key: "told",
          asks: "What was told",
          as: "choice",
          options: [
            { value: "all", says: "everything" },
            { value: "address", says: "an address alone" },
            { value: "names", says: "names alone" },
          ],
        },
        { key: "address", asks: "Which address", as: "line", hint: noNames, isAsked: ({ told }) => told === "address" },
        { key: "names", asks: "Which names, one a line", as: "words", hint: noNames, isAsked: ({ told }) => told === "names" },
      ];
    case "name-used":
      return [
        { key: "name", asks: "Which name", as: "line", isOptional: true, hint: noNames },
        { key: "found", asks: "Found out on", as: "day", isOptional: true, hint: "nothing runs from it" },
      ];
    case "address-changed":
      return [
        {
          key: "where",
          asks: "The new address",
          as: "choice",
          options: [
            { value: "uk", says: "in the United Kingdom" },
            { value: "none", says: "none in the United Kingdom" },
          ],
        },
        { key: "address", asks: "Which", as: "line", isOptional: true, hint: noNames, isAsked: ({ where }) => where === "uk" },
      ];
    case "other-register":
      return [{ key: "to", asks: "Final day", as: "day", isOptional: true, hint: "blank where none is known" }];
    case "varied":
      return [
        {
          key: "end",
          asks: "The last day",
          as: "choice",
          options: [
            { value: "same", says: "stayed as it was" },
            { value: "day", says: "is another" },
            { value: "open", says: "until further order" },
          ],
        },
        { key: "until", asks: "New last day", as: "day", isAsked: ({ end }) => end === "day" },
      ];
    default:
      return [];
  }
}

/** The event that was filled in. `fullMade`: by which an event of no order of its own falls to the interim. The fields are answered. */
export function eventOfAnswers(kind: RegisterEventKind, values: WrittenValues, fullMade: string): Result<WrittenEvent, string> {
  const said = (key: string): string => (values[key] ?? "").trim();
  const day = said("day");
  const hour = kind === "other-register" ? "" : said("hour");
  const instant = hour === "" ? ok(undefined) : instantInLondon(day, hour);
  if (!instant.ok) return instant;
  const at = instant.value === undefined ? {} : { at: instantToIso(instant.value) };
  const isOfInterim = ofOneOrder.has(kind) ? said("of") === "interim" : kind !== "other-register" && day < fullMade;
  return ok({ kind, isOfInterim, day, ...at, ...detailsOf(kind, said) });
}

function detailsOf(kind: RegisterEventKind, said: (key: string) => string): Partial<WrittenEvent> {
  const ifSaid = (key: "name" | "address" | "found"): Partial<WrittenEvent> => (said(key) === "" ? {} : { [key]: said(key) });
  switch (kind) {
    case "notified": {
      const station = stations.find(({ value }) => value === said("station"))?.value;
      const names = said("names")
        .split("\n")
        .flatMap((one) => (one.trim() === "" ? [] : [one.trim()]));
      return {
        ...(station === undefined ? {} : { station }),
        ...(said("told") === "address" ? ifSaid("address") : {}),
        ...(said("told") === "names" ? { names } : {}),
      };
    }
    case "name-used":
      return { ...ifSaid("name"), ...ifSaid("found") };
    case "address-changed":
      return said("where") === "none" ? { address: null } : ifSaid("address");
    case "other-register":
      return { to: said("to") === "" ? null : said("to") };
    case "varied":
      return said("end") === "same" ? {} : { until: said("end") === "open" ? null : said("until") };
    default:
      return {};
  }
}

/** What the fields of an event hold when it is changed. */
export function answersOfEvent(event: WrittenEvent): WrittenValues {
  const { kind, day, at, isOfInterim, station, address, names, name, found, to, until } = event;
  const instant = at === undefined ? undefined : instantFromIso(at);
  return {
    of: isOfInterim ? "interim" : "full",
    day,
    hour: instant === undefined ? "" : sayClock(instant, zone).slice(0, 5),
    station: station ?? "unknown",
    told: names !== undefined ? "names" : kind === "notified" && address !== undefined ? "address" : "all",
    where: address === null ? "none" : "uk",
    address: address ?? "",
    names: (names ?? []).join("\n"),
    name: name ?? "",
    found: found ?? "",
    to: to ?? "",
    end: until === undefined ? "same" : until === null ? "open" : "day",
    until: until ?? "",
  };
}

/** What stands under the day of an event. A file that was opened can be anybody’s: its words keep their direction to themselves. */
export function sayDetails({ kind, station, address, names, name, found, to, until }: WrittenEvent): string {
  const parts = [
    ...(kind === "notified" ? [`station: ${stations.find(({ value }) => value === (station ?? "unknown"))?.says ?? ""}`] : []),
    ...(kind === "notified" && address !== undefined ? [`the address ${inItsDirection(address ?? "")} alone`] : []),
    ...(names === undefined ? [] : [`the names ${names.map(inItsDirection).join(", ")} alone`]),
    ...(name === undefined ? [] : [`the name ${inItsDirection(name)}`]),
    ...(found === undefined ? [] : [`found out ${sayCivilDay(found)}`]),
    ...(kind === "address-changed" && address !== undefined
      ? [address === null ? "none in the United Kingdom" : `the address ${inItsDirection(address)}`]
      : []),
    ...(kind !== "other-register" ? [] : [to === null || to === undefined ? "no final day known" : `until ${sayCivilDay(to)}`]),
    ...(until === undefined ? [] : [until === null ? "until further order" : `last day ${sayCivilDay(until)}`]),
  ];
  return parts.join("; ");
}

/** The instant of a day and a minute on the clock in London, the first of two where it shows that minute twice. */
export function instantInLondon(day: string, minute: string): Result<Instant, string> {
  const wall = parseCivilMinute(`${day}T${minute}`);
  if (wall === undefined) return failed("Give a day and an hour that exist.");
  const reading = readWallTime({ ...wall, second: 0, millisecond: 0 }, zone);
  switch (reading.happened) {
    case "once":
      return ok(reading.interval.earliest);
    case "twice":
      return ok(reading.intervals[0].earliest);
    case "never":
      return failed("The clock in London skipped that hour.");
  }
}
