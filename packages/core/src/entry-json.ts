import { channels } from "./act.ts";
import { instantFromJson, sha256FromJson } from "./act-from-json.ts";
import { isBlank } from "./blank.ts";
import {
  type EntryFile,
  type EntryWho,
  type Happened,
  type HappenedAt,
  type JournalLine,
  type LeftOutLine,
  type Told,
  type Written,
} from "./entry.ts";
import { type CivilDay, civilToIso, daysFromCivil, instantFromIso, instantToIso } from "./instant.ts";
import { readDocument } from "./json-document.ts";
import { normalForm } from "./normal-form.ts";
import { certainties, entryKinds, fearsOfViolence, lifeAreas, waysOfKnowing, writers } from "./own-entry.ts";
import { isPlainText } from "./plain-text.ts";
import { type Result, failed } from "./result.ts";
import { type Fields, type ReadValue, count, fault, list, object, oneOf, parsed, text } from "./strict-json.ts";
import { type CivilMinute, minuteToText, parseStatedDay, parseStatedMinute } from "./wall-clock.ts";
import { parseZone } from "./zone.ts";

/** Reads and writes the lines of the journal (docs/formats/entry.md). */

/** UTF-16 units of a line, its line feed not counted: a longer one is an attack on memory. */
export const longestJournalLine: number = 1024 * 1024;
/** UTF-16 units of a text: what is shown and printed whole stays a text that somebody can have typed. */
export const longestEntryText = 20_000;
/** The same of a name, a place, a number: they are compared with names, and stand in one line. */
const longestName = 1_000;
/** Entries of a list: each is shown, and many a name would be looked for in every act. */
const mostInList = 100;

// Writing.

/** Writes a line, its line feed too: the one spelling, its texts in NFC. */
export function journalLineToJson(line: JournalLine): string {
  const { counter, written } = line;
  const frame = { counter, line: line.line, written: { at: instantToIso(written.at), zone: written.zone, by: written.by } };
  return `${JSON.stringify({ ...frame, ...bodyForm(line) }, (_, value: unknown) =>
    typeof value === "string" ? normalForm(value, "NFC") : value,
  )}\n`;
}

/** What stands over a line that is left out of a pack, without a line feed: shorter than any line. */
export function leftOutLineToJson({ counter, at }: LeftOutLine): string {
  return JSON.stringify({ counter, line: "left-out", at: instantToIso(at) });
}

function bodyForm(line: JournalLine): object {
  switch (line.line) {
    case "entry":
      return { words: line.words, ...toldForm(line), locked: line.locked, found: line.found };
    case "added":
      return { to: line.to, words: line.words, ...toldForm(line) };
    case "withdrawn":
      return { to: line.to, says: line.says };
    case "thrown-away":
      return { at: instantToIso(line.at) };
  }
}

function toldForm(told: Told): object {
  const { exact, happened, kinds, channel, accounts, place, who, others, witnesses, firstHand, toldBy, fearedViolence } = told;
  const { felt, changed, areas, did, references, breaks, files } = told;
  return {
    exact,
    happened: happened && happenedForm(happened),
    kinds,
    channel,
    accounts,
    place,
    who: who && { name: who.name, sure: who.sure, how: who.how },
    others,
    witnesses,
    firstHand,
    toldBy,
    fearedViolence,
    felt,
    changed,
    areas,
    did,
    references: references?.map((one) => ({ with: one.with, number: one.number })),
    breaks,
    files: files?.map(({ original, name, size, sha256, from, changed: edited }) => ({
      original,
      name,
      size,
      sha256,
      from,
      changed: edited,
    })),
  };
}

function happenedForm(happened: Happened): object {
  if ("notKnown" in happened) return { notKnown: true };
  const { from, until, zone, wrote } = happened;
  return { from: timeForm(from), until: timeForm(until), zone, wrote };
}

function timeForm(time: CivilDay | CivilMinute): string {
  return "hour" in time ? minuteToText(time) : civilToIso(time);
}

// Reading, from the smallest to the whole.

/** Some text: not blank to the eye, without controls but line feed and tab. */
function words(longest: number): ReadValue<string> {
  return (value, path) => {
    const written = text(value, path);
    if (isBlank(written)) return fault(path, "is blank: leave it out");
    if (!isPlainText(written) || written.includes("\r")) return fault(path, "holds a control character");
    return written.length > longest ? fault(path, `is longer than ${longest} characters`) : written;
  };
}

const says = words(longestEntryText);
const name = words(longestName);

/** A list of one entry or more. */
function some<T>(read: ReadValue<T>): ReadValue<readonly T[]> {
  return (value, path) => {
    if (Array.isArray(value) && value.length === 0) return fault(path, "is empty: leave it out");
    if (Array.isArray(value) && value.length > mostInList) return fault(path, `has more than ${mostInList} entries`);
    return list(read)(value, path);
  };
}

/** Values of a closed list, each once, in its order. */
function inOrder<T extends string>(values: readonly T[]): ReadValue<readonly T[]> {
  return (value, path) => {
    const read = some(oneOf(values))(value, path);
    const places = read.map((one) => values.indexOf(one));
    return places.every((place, i) => i === 0 || place > (places[i - 1] ?? 0)) ? read : fault(path, "is not in the order of the list");
  };
}

const zoneFromJson: ReadValue<string> = parsed((written) => parseZone(written) && written, "zone");
const isTrue: ReadValue<true> = (value, path) => (value === true ? value : fault(path, "is not true"));
const counterFromJson: ReadValue<number> = (value, path) => count(value, path) || fault(path, "is no counter");

const writtenFromJson: ReadValue<Written> = object((fields) => ({
  at: fields.must("at", instantFromJson),
  zone: fields.must("zone", zoneFromJson),
  by: fields.must("by", oneOf(writers)),
}));

const timeFromJson: ReadValue<CivilDay | CivilMinute> = parsed(
  (written): CivilDay | CivilMinute | undefined => parseStatedMinute(written) ?? parseStatedDay(written),
  "day written like 2026-03-02, or minute like 2026-03-02T09:05, from 1900 to 2200",
);

const happenedAtFromJson: ReadValue<HappenedAt> = (value, path) => {
  const happened = object((fields) => ({
    from: fields.must("from", timeFromJson),
    until: fields.must("until", timeFromJson),
    zone: fields.must("zone", zoneFromJson),
    wrote: fields.must("wrote", name),
  }))(value, path);
  const { from, until } = happened;
  if ("hour" in from !== "hour" in until) return fault(path, "begins with a day and ends with a minute, or the other way");
  return minutesOf(until) < minutesOf(from) ? fault(path, "ends before it begins") : happened;
};

function minutesOf(time: CivilDay | CivilMinute): number {
  return daysFromCivil(time) * 24 * 60 + ("hour" in time ? time.hour * 60 + time.minute : 0);
}

const happenedFromJson: ReadValue<Happened> = (value, path) =>
  typeof value === "object" && value !== null && "notKnown" in value
    ? object((fields) => ({ notKnown: fields.must("notKnown", isTrue) }))(value, path)
    : happenedAtFromJson(value, path);

const whoFromJson: ReadValue<EntryWho> = (value, path) => {
  const who = object((fields) => ({
    ...fields.may("name", name),
    ...fields.may("sure", oneOf(certainties)),
    ...fields.may("how", says),
  }))(value, path);
  if (who.sure === "not-known" && who.name !== undefined) return fault(`${path}.name`, "is given, and she does not know who it was");
  return who.sure !== "not-known" && who.name === undefined ? fault(`${path}.name`, "is missing") : who;
};

const fileFromJson: ReadValue<EntryFile> = object((fields) => ({
  original: fields.must(
    "original",
    parsed((written) => (/^[0-9a-f]{32}$/.test(written) ? written : undefined), "name of an original"),
  ),
  name: fields.must("name", name),
  size: fields.must("size", count),
  sha256: fields.must("sha256", sha256FromJson),
  ...fields.may("from", says),
  ...fields.may("changed", says),
}));

function toldFrom(fields: Fields, path: string): Told {
  const told: Told = {
    ...fields.may("exact", says),
    ...fields.may("happened", happenedFromJson),
    ...fields.may("kinds", inOrder(entryKinds)),
    ...fields.may("channel", oneOf(channels)),
    ...fields.may("accounts", some(name)),
    ...fields.may("place", says),
    ...fields.may("who", whoFromJson),
    ...fields.may("others", some(name)),
    ...fields.may("witnesses", some(name)),
    ...fields.may("firstHand", oneOf(waysOfKnowing)),
    ...fields.may("toldBy", name),
    ...fields.may("fearedViolence", oneOf(fearsOfViolence)),
    ...fields.may("felt", says),
    ...fields.may("changed", says),
    ...fields.may("areas", inOrder(lifeAreas)),
    ...fields.may("did", says),
    ...fields.may("references", some(object((one) => ({ with: one.must("with", name), number: one.must("number", name) })))),
    ...fields.may("breaks", says),
    ...fields.may("files", some(fileFromJson)),
  };
  if (told.toldBy !== undefined && told.firstHand !== "told") fault(`${path}.toldBy`, "is given, and nobody told her");
  if (told.areas !== undefined && told.changed === undefined) fault(`${path}.areas`, "are given, and nothing changed");
  return told;
}

const kindsOfLine: readonly JournalLine["line"][] = ["entry", "added", "withdrawn", "thrown-away"];

/** What a line that somebody else wrote on her device can have beside its frame. */
const ofFound: ReadonlySet<string> = new Set(["counter", "line", "written", "words", "files", "found"]);

const lineFromJson: ReadValue<JournalLine> = (value, path) =>
  object((fields): JournalLine => {
    const counter = fields.must("counter", counterFromJson);
    const line = fields.must("line", oneOf(kindsOfLine));
    const frame = { counter, written: fields.must("written", writtenFromJson) };
    switch (line) {
      case "entry": {
        const entry = { ...frame, line, words: fields.must("words", says), ...toldFrom(fields, path) };
        const said = { ...entry, ...fields.may("locked", isTrue), ...fields.may("found", isTrue) };
        if (said.found && Object.keys(said).some((key) => !ofFound.has(key)))
          return fault(path, "was found and not written by her, and has more than words and files");
        return said;
      }
      case "added": {
        const added = { ...frame, line, to: fields.must("to", counterFromJson), ...fields.may("words", says), ...toldFrom(fields, path) };
        return Object.keys(added).length === leastOfAdded ? fault(path, "adds nothing") : added;
      }
      case "withdrawn":
        return { ...frame, line, to: fields.must("to", counterFromJson), ...fields.may("says", says) };
      case "thrown-away":
        return { ...frame, line, at: fields.must("at", instantFromJson) };
    }
  })(value, path);

/** `counter`, `line`, `written`, `to`. */
const leastOfAdded = 4;

/** Reads one line, without its line feed. The error says where it is none, never what stands there. */
export function parseJournalLine(json: string): Result<JournalLine, string> {
  return readDocument(json, { what: "line", longest: longestJournalLine }, lineFromJson);
}

/** Reads what stands in a pack over a line that is left out, blanks behind it or none; it has one spelling. Undefined for anything else. */
export function parseLeftOutLine(json: string): LeftOutLine | undefined {
  const [, counter = "", written = ""] = /^\{"counter":([1-9]\d{0,14}),"line":"left-out","at":"([^"]{24})"\}\s*$/.exec(json) ?? [];
  const at = instantFromIso(written);
  return at === undefined ? undefined : { counter: Number(counter), at };
}

/** Reads the lines of one journal in their order, and whether each fits to those before it. */
export interface JournalReader {
  /** The next line, without its line feed. One that does not read keeps its number. The error says where and why, never what stands there. */
  read(json: string): Result<JournalLine, string>;
}

/** Begins to read a journal at its first line. */
export function createJournalReader(): JournalReader {
  const entries = new Set<number>();
  const withdrawn = new Set<number>();
  let place = 0;
  return {
    read(json) {
      place++;
      const read = parseJournalLine(json);
      if (!read.ok) return read;
      const line = read.value;
      if (line.counter !== place) return failed(`line.counter is not ${place}, the place of the line in its file`);
      if (line.line === "entry") entries.add(place);
      else if (line.line !== "thrown-away" && !entries.has(line.to)) return failed("line.to names no entry above it");
      else if (line.line === "withdrawn") {
        if (withdrawn.has(line.to)) return failed("line.to names an entry that is withdrawn already");
        withdrawn.add(line.to);
      }
      return read;
    },
  };
}

/** A journal as it was read. */
export interface ReadJournal {
  readonly lines: readonly JournalLine[];
  /** Lines that do not read: their number from 1, and why; never what stands there. */
  readonly faults: readonly { readonly line: number; readonly why: string }[];
}

/** Reads a whole journal. A last line without its line feed is one that was cut while it was written, and is a fault. */
export function parseJournal(whole: string): ReadJournal {
  const { read } = createJournalReader();
  const lines: JournalLine[] = [];
  const faults: ReadJournal["faults"][number][] = [];
  const texts = whole.split("\n");
  const cut = texts.pop() ?? "";
  for (const [i, json] of texts.entries()) {
    const line = read(json);
    if (line.ok) lines.push(line.value);
    else faults.push({ line: i + 1, why: line.error });
  }
  if (cut !== "") faults.push({ line: texts.length + 1, why: cutLine });
  return { lines, faults };
}

/** Why a last line without its line feed is not read. */
export const cutLine = "line ends before its end: it was cut while it was written";
