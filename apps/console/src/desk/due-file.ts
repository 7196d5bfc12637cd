import {
  type DutiesFile,
  type DutiesOfOrder,
  type RegisterEvent,
  type RegisterEventKind,
  dutiesOfOrder,
  readDutiesFile,
} from "@unmask/case";
import {
  type Instant,
  type JurisdictionCode,
  type RegisterLaw,
  type Result,
  civilFromDays,
  civilToIso,
  failed,
  instantToIso,
  ok,
} from "@unmask/core";
import { registerLawOf } from "@unmask/law";

/** The file of docs/formats/duties.md as a person fills it in on the page “When is it due?”: whatever is typed becomes its text, and is read again from that. */

/** One event. Days are civil days, "2026-11-27". */
export interface WrittenEvent {
  readonly kind: RegisterEventKind;
  /** Whether it stands with the interim that the full order replaces. */
  readonly isOfInterim: boolean;
  /** Of another register its first day. */
  readonly day: string;
  /** Where the hour was written: the instant, ISO 8601 in UTC. */
  readonly at?: string;
  readonly station?: RegisterEvent["station"];
  /** Null: none in the United Kingdom. */
  readonly address?: string | null;
  readonly names?: readonly string[];
  readonly name?: string;
  readonly found?: string;
  /** Final day of another register; null: none is known. */
  readonly to?: string | null;
  /** A new last day; null: until further order. */
  readonly until?: string | null;
}

/** The whole file. An empty day is one that nobody gave. */
export interface WrittenFile {
  readonly jurisdiction: JurisdictionCode;
  readonly kind: "full" | "interim";
  readonly made: string;
  /** Last day; empty: until further order. */
  readonly until: string;
  readonly inForce: string;
  /** The interim that a full order replaces. */
  readonly interim: { readonly made: string; readonly until: string } | null;
  readonly events: readonly WrittenEvent[];
}

/** A page that nobody wrote in. */
export const nothingWritten: WrittenFile = {
  jurisdiction: "EW",
  kind: "full",
  made: "",
  until: "",
  inForce: "",
  interim: null,
  events: [],
};

/** The interim that counts: an interim order replaces none. */
export function interimOf({ kind, interim }: WrittenFile): WrittenFile["interim"] {
  return kind === "full" ? interim : null;
}

/** The text of the file, as `unmask duties` reads it: one event a line. */
export function textOfFile(file: WrittenFile): string {
  const interim = interimOf(file);
  const of = (isOfInterim: boolean): readonly WrittenEvent[] =>
    file.events.filter((event) => interim === null || event.isOfInterim === isOfInterim);
  const replaces = interim && {
    kind: "interim",
    made: interim.made,
    until: interim.until === "" ? null : interim.until,
    events: of(true).map(eventAsWritten),
  };
  const order = {
    kind: file.kind,
    made: file.made,
    ...(file.inForce === "" ? {} : { inForce: file.inForce }),
    until: file.until === "" ? null : file.until,
    ...(replaces === null ? {} : { replaces }),
  };
  const events = of(false).map((event) => `\n  ${JSON.stringify(eventAsWritten(event))}`);
  const inLines = `[${events.join(",")}${events.length === 0 ? "" : "\n "}]`;
  return `{\n "jurisdiction": ${JSON.stringify(file.jurisdiction)},\n "order": ${JSON.stringify(order)},\n "events": ${inLines}\n}\n`;
}

function eventAsWritten({ kind, isOfInterim: _, day, at, to, ...more }: WrittenEvent): object {
  if (kind === "other-register") return { kind, from: day, to: to ?? null };
  return { kind, ...(at === undefined ? { on: day } : { at }), ...more };
}

/** Reads a text of the file, as the command does: the error says which line, and never what stands there. */
export function readWrittenFile(text: string): Result<WrittenFile, string> {
  const read = readDutiesFile(text);
  return read.ok ? ok(asWritten(read.value)) : read;
}

function asWritten({ jurisdiction, order, events }: DutiesFile): WrittenFile {
  const { replaces } = order;
  const dayOrNone = (day: number | null | undefined): string => (typeof day === "number" ? iso(day) : "");
  return {
    jurisdiction,
    kind: order.kind,
    made: iso(order.made),
    until: dayOrNone(order.until),
    inForce: dayOrNone(order.inForce),
    interim: replaces === undefined ? null : { made: iso(replaces.made), until: dayOrNone(replaces.until) },
    events: [...(replaces?.events ?? []).map((event) => eventOf(event, true)), ...events.map((event) => eventOf(event, false))],
  };
}

function eventOf({ line: _, day, instant, found, to, until, ...more }: RegisterEvent, isOfInterim: boolean): WrittenEvent {
  return {
    ...more,
    isOfInterim,
    day: iso(day),
    ...(instant === undefined ? {} : { at: instantToIso(instant) }),
    ...(found === undefined ? {} : { found: iso(found) }),
    ...(to === undefined ? {} : { to: to === null ? null : iso(to) }),
    ...(until === undefined ? {} : { until: until === null ? null : iso(until) }),
  };
}

function iso(day: number): string {
  return civilToIso(civilFromDays(day));
}

/** What the page shows for a file at an instant. */
export type WorkedOut =
  /** Nobody said yet when the order was made. */
  | { readonly came: "nothing-yet" }
  /** Its jurisdiction has no such order. */
  | { readonly came: "no-such-order" }
  /** It says the impossible: where the command ends with 2. */
  | { readonly came: "refused"; readonly says: string }
  | { readonly came: "duties"; readonly law: RegisterLaw; readonly worked: DutiesOfOrder };

/** Works out what is due, as the command does. */
export function workOut(file: WrittenFile, at: Instant): WorkedOut {
  const law = registerLawOf(file.jurisdiction);
  if (law === undefined) return { came: "no-such-order" };
  if (file.made === "") return { came: "nothing-yet" };
  const read = readDutiesFile(textOfFile(file));
  return read.ok ? { came: "duties", law, worked: dutiesOfOrder(read.value, law, at) } : { came: "refused", says: sayFault(read.error) };
}

/** The file with one event more, or with one changed; the error says why it cannot be so, and then nothing is taken. */
export function withEvent(file: WrittenFile, event: WrittenEvent, place = file.events.length): Result<WrittenFile, string> {
  if (file.made === "") return failed("Give the day on which the order was made first.");
  const interim = interimOf(file);
  const placed = { ...event, isOfInterim: interim !== null && event.isOfInterim };
  const next = { ...file, events: [...file.events.slice(0, place), placed, ...file.events.slice(place + 1)] };
  const read = readDutiesFile(textOfFile(next));
  return read.ok ? ok(next) : failed(sayFault(read.error));
}

/** What a refusal calls a field, in words of the page. */
const fieldsInWords: ReadonlyMap<string, string> = new Map([
  ["on", "its day"],
  ["at", "its day and hour"],
  ["from", "its first day"],
  ["to", "its final day"],
  ["found", "the day it was found out"],
  ["until", "the last day"],
  ["made", "the day made"],
  ["inForce", "the day in force"],
]);

/** A refusal of the reader as the page says it: which event, which field, and why. */
function sayFault(error: string): string {
  const [, ofInterim, place, key, why] =
    /^line \d+: the file(?:\.order)?(\.replaces)?(?:\.events\[(\d+)\])?(?:\.(\w+))? (.*)$/.exec(error) ?? [];
  if (why === undefined) return error;
  const what = place === undefined ? "The order" : `Event ${Number(place) + 1}`;
  const field = key === undefined ? "" : `, ${fieldsInWords.get(key) ?? key}`;
  return `${what}${ofInterim === undefined ? "" : place === undefined ? ", its interim" : " of the interim"}${field}: ${why}.`;
}
