import {
  type Fields,
  type Instant,
  type ReadValue,
  type Result,
  daysFromCivil,
  failed,
  fault,
  list,
  msPerMinute,
  object,
  oneOf,
  orNull,
  parseCivilDay,
  parseInstant,
  parseIsoStamp,
  parsed,
  readDocument,
  text,
  wallToUtcMs,
} from "@unmask/core";
import { instantOnWall, londonDay } from "../clock/london.ts";
import { type DutiesFile, type OrderDays, type RegisterEvent, registerEventKinds, stations } from "./duties-file.ts";
import { toldApart } from "./told-apart.ts";
import { lineOfPath, lineOfFault } from "./json-line.ts";

/** Bytes of a file and events in it: an order of ten years has some dozens, and a longer file is an attack on memory or time. As text it has no more units. */
export const longestDutiesFile: number = 1024 * 1024;
const mostEvents = 2_000;

const what = "the file";

/** Reads a file of docs/formats/duties.md. The error names the line of the text, the place and what is impossible there; never what stands there. */
export function readDutiesFile(json: string): Result<DutiesFile, string> {
  const read = readDocument(json, { what, longest: longestDutiesFile }, file);
  if (read.ok) return read;
  const path = /^the file((?:\.[A-Za-z]+|\[\d+\])*)/.exec(read.error)?.[1] ?? "";
  const line = read.error.endsWith("is no JSON") ? lineOfFault(json) : lineOfPath(json, path);
  return failed(`line ${line}: ${read.error}`);
}

const file: ReadValue<DutiesFile> = object(({ must }) => {
  const jurisdiction = must("jurisdiction", place);
  const order = must("order", orderJson(jurisdiction));
  const events = toldApart(must("events", eventsSince({ made: order.made, of: "" })), order.replaces?.events);
  return { jurisdiction, order, events };
});

const place: ReadValue<"EW" | "NI"> = (value, path) =>
  value === "SCO"
    ? fault(path, "is Scotland, which has no such order: there are non-harassment orders, of a civil court or on conviction")
    : oneOf(["EW", "NI"])(value, path);

const day: ReadValue<number> = parsed((written) => {
  const civil = parseCivilDay(written);
  return civil && daysFromCivil(civil);
}, "date that exists, written like 2026-11-27");

/** When something happened: its day in London and, where the hour was written and the clock showed it, the instant. */
interface Moment {
  readonly day: number;
  readonly instant?: Instant;
}

const moment: ReadValue<Moment> = parsed((written): Moment | undefined => {
  const stamp = parseIsoStamp(written);
  if (!stamp) return undefined;
  if (stamp.offsetMinutes === undefined) {
    const shown = instantOnWall(stamp.wall);
    return { day: daysFromCivil(stamp.wall), ...(shown !== undefined && { instant: shown }) };
  }
  const instant = parseInstant(wallToUtcMs(stamp.wall) - stamp.offsetMinutes * msPerMinute);
  return instant === undefined ? undefined : { day: londonDay(instant), instant };
}, "time that exists, written like 2026-11-27T14:05:00Z");

const orderKind: ReadValue<"full" | "interim"> = oneOf(["full", "interim"]);

const orderJson =
  (jurisdiction: DutiesFile["jurisdiction"]): ReadValue<DutiesFile["order"]> =>
  (value, path) =>
    object((fields): DutiesFile["order"] => {
      const kind = fields.must("kind", orderKind);
      const days = orderDays(fields);
      const { inForce } = fields.may("inForce", notBefore(days.made, "the order was made"));
      const { replaces } = fields.may("replaces", interimJson(days.made, jurisdiction === "EW"));
      if (replaces && kind === "interim") return fault(`${path}.replaces`, "cannot stand there: only a full order replaces an interim one");
      return { kind, ...days, ...(inForce === undefined ? {} : { inForce }), ...(replaces === undefined ? {} : { replaces }) };
    })(value, path);

/** `isEnded`: that the full order ends it is stated for the jurisdiction. */
function interimJson(fullMade: number, isEnded: boolean): ReadValue<OrderDays & { readonly events: readonly RegisterEvent[] }> {
  return (value, path) =>
    object((fields) => {
      fields.must("kind", oneOf(["interim"]));
      const days = orderDays(fields);
      if (days.made > fullMade) return fault(`${path}.made`, "is after the day on which the full order was made");
      const events = eventsSince({ made: days.made, of: " of the interim", ...(isEnded && { endedOn: fullMade }) });
      return { ...days, events: toldApart(fields.must("events", events)) };
    })(value, path);
}

function orderDays({ must }: Fields): OrderDays {
  const made = must("made", day);
  return { made, until: must("until", orNull(notBefore(made, "the order was made"))) };
}

function notBefore(first: number, since: string): ReadValue<number> {
  return (value, path) => {
    const read = day(value, path);
    return read < first ? fault(path, `is before the day on which ${since}`) : read;
  };
}

/** What the events of an order lie between. `endedOn`: the day on which the full order ended it. */
interface OrderDated {
  readonly made: number;
  readonly endedOn?: number;
}

function eventsSince({ of, ...dated }: OrderDated & { readonly of: string }): ReadValue<readonly RegisterEvent[]> {
  return (value, path) => {
    if (Array.isArray(value) && value.length > mostEvents) return fault(path, `has more than ${mostEvents} events`);
    let number = 0;
    return list((one, at) => eventJson(one, at, { ...dated, line: `event ${(number += 1)}${of}` }))(value, path);
  };
}

function eventJson(value: unknown, path: string, { made, endedOn, line }: OrderDated & { readonly line: string }): RegisterEvent {
  return object((fields): RegisterEvent => {
    const kind = fields.must("kind", oneOf(registerEventKinds));
    if (kind === "other-register") {
      const from = fields.must("from", day);
      return { kind, line, day: from, to: fields.must("to", orNull(notBefore(from, "it begins"))) };
    }
    const { on } = fields.may("on", day);
    const { at } = fields.may("at", moment);
    if ((on === undefined) === (at === undefined)) return fault(path, "has not one of on and at");
    const when = at ?? { day: on ?? made };
    const where = `${path}.${at ? "at" : "on"}`;
    if (when.day < made) return fault(where, "is before the day on which the order was made");
    if (kind === "served" && endedOn !== undefined && when.day > endedOn)
      return fault(where, "is after the day on which the full order was made, which ended the interim: that is no service of it");
    return { kind, line, ...when, ...moreOf(kind, fields, when.day) };
  })(value, path);
}

function moreOf(kind: RegisterEvent["kind"], { may }: Fields, since: number): Partial<RegisterEvent> {
  switch (kind) {
    case "notified":
      return { ...may("station", oneOf(stations)), ...may("address", text), ...may("names", list(text)) };
    case "name-used":
      return { ...may("name", text), ...may("found", notBefore(since, "the name was used")) };
    case "address-changed":
      return may("address", orNull(text));
    case "varied":
      return may("until", orNull(notBefore(since, "the order was varied")));
    default:
      return {};
  }
}
