import { type ActId, channels } from "./act.ts";
import { actIdFromJson } from "./act-from-json.ts";
import { isBlank } from "./blank.ts";
import { type CivilDay, civilToIso, daysFromCivil } from "./instant.ts";
import { nameForm } from "./name-form.ts";
import { readDocument } from "./json-document.ts";
import type { JurisdictionCode } from "./law.ts";
import type { Result } from "./result.ts";
import {
  type AgreedContact,
  type Hours,
  type LeftOut,
  type Mark,
  type NotThis,
  type StatedGap,
  type StatedPerson,
  type StatementDocument,
  type Stop,
  type StopAt,
  type Topic,
  answers,
  endingKinds,
  markedWhose,
  stopKinds,
  topics,
} from "./statement.ts";
import { type ReadValue, count, fault, list, object, oneOf, parsed, text } from "./strict-json.ts";
import { type CivilMinute, clockToText, minuteToText, parseStatedDay, parseStatedMinute, weekdays } from "./wall-clock.ts";

/** Reads and writes the document of what she states (docs/formats/statement.md). */

/** UTF-16 units of the whole document: a longer one is an attack on memory. */
const longestDocument = 8 * 1024 * 1024;
/** Entries of one list: a statement is compared with every act, and a million names would hold up each of them. */
const mostEntries = 10_000;
/** UTF-16 units of a name, label or place: they are compared with what acts say, and printed in one line. */
const longestName = 1_000;
/** UTF-16 units of her words for one thing: they are printed whole. */
const longestWords = 10_000;

/** The one version there is. */
const version = 1;

/** Reads a statement. The error says where it is none, never what stands there. */
export function parseStatement(json: string): Result<StatementDocument, string> {
  return readDocument(json, { what: "statement", longest: longestDocument }, statementFromJson);
}

/** Reads a list of agreed contact alone, as it stands under `agreed` of a statement. */
export function parseAgreed(json: string): Result<readonly AgreedContact<string>[], string> {
  return readDocument(json, { what: "agreed", longest: longestDocument }, some(agreedFromJson));
}

/** Writes a statement: keys in the order of the document, two writers the same bytes. Ends with a line break. */
export function statementToJson(document: StatementDocument): string {
  const {
    zone,
    jurisdiction,
    country,
    me,
    them,
    perhaps,
    others,
    oneGroup,
    twoChats,
    marks,
    stops,
    agreed,
    notThis,
    gaps,
    anniversaries,
    places,
    leftOut,
  } = document;
  const said = document.answers;
  const form = {
    version,
    zone,
    jurisdiction,
    country,
    me: { label: me.label, names: me.names },
    them: { label: them.label, names: them.names },
    perhaps,
    others,
    oneGroup,
    twoChats,
    marks: marks?.map(({ act, whose, says }) => ({ act, whose, says })),
    stops: stops?.map((stop) => ({
      kind: stop.kind,
      ...stopAtForm(stop),
      until: stop.until && civilToIso(stop.until),
      says: stop.says,
    })),
    agreed: agreed?.map(agreedForm),
    notThis: notThis?.map(({ act, finding, says }) => ({ act, finding, says })),
    gaps: gaps?.map(({ from, until, channels: by, says }) => ({ from: civilToIso(from), until: civilToIso(until), channels: by, says })),
    anniversaries: anniversaries?.map(({ day, label }) => ({ day: civilToIso(day), label })),
    places,
    answers: said && Object.fromEntries(topics.flatMap((topic) => (said[topic] === undefined ? [] : [[topic, said[topic]]]))),
    leftOut: leftOut && { places: leftOut.places, acts: leftOut.acts },
  };
  return `${JSON.stringify(form, undefined, 1)}\n`;
}

function stopAtForm(at: StopAt): object {
  if ("act" in at) return { act: at.act };
  return "day" in at ? { day: civilToIso(at.day) } : { minute: minuteToText(at.minute) };
}

function agreedForm({ says, acts, person, channels: by, weekdays: on, hours, except }: AgreedContact<string>): object {
  return {
    says,
    acts,
    person,
    channels: by,
    weekdays: on,
    hours: hours && { from: clockToText(hours.from), until: clockToText(hours.until) },
    except,
  };
}

/** Some text, that is neither blank to the eye nor longer than `longest`. */
function words(longest: number): ReadValue<string> {
  return (value, path) => {
    const written = text(value, path);
    if (isBlank(written)) return fault(path, "is blank");
    return written.length > longest ? fault(path, `is longer than ${longest} characters`) : written;
  };
}

/** A list of one entry or more: that there is none is said under `answers`. */
function some<T>(read: ReadValue<T>): ReadValue<readonly T[]> {
  return (value, path) => {
    if (Array.isArray(value) && value.length === 0) return fault(path, 'is empty: leave it out, or say "none" under answers');
    if (Array.isArray(value) && value.length > mostEntries) return fault(path, `has more than ${mostEntries} entries`);
    return list(read)(value, path);
  };
}

const name = words(longestName);
const says = words(longestWords);
const dayFromJson: ReadValue<CivilDay> = parsed(parseStatedDay, "day written like 2026-03-02, from 1900 to 2200");
const minuteFromJson: ReadValue<CivilMinute> = parsed(parseStatedMinute, "minute written like 2026-03-02T09:05");
const clockFromJson: ReadValue<number> = parsed(parseClock, "time written like 09:05");
const finding: ReadValue<string> = parsed((written) => (/^[a-z-]{1,64}$/.test(written) ? written : undefined), "id of a pattern");
const country: ReadValue<string> = parsed(
  (written) => (/^[A-Z]{2}$/.test(written) ? written : undefined),
  "country of two letters, like GB",
);

function parseClock(written: string): number | undefined {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(written) ?? [];
  return hour === undefined ? undefined : Number(hour) * 60 + Number(minute);
}

const personFromJson: ReadValue<StatedPerson> = object((fields) => ({
  label: fields.must("label", name),
  ...fields.may("names", some(name)),
}));

const twoNamesFromJson: ReadValue<readonly string[]> = (value, path) => {
  const names = some(name)(value, path);
  return new Set(names.map(nameForm)).size < 2 ? fault(path, "has fewer than two names") : names;
};

const markFromJson: ReadValue<Mark> = object((fields) => ({
  act: fields.must("act", actIdFromJson),
  whose: fields.must("whose", oneOf(markedWhose)),
  ...fields.may("says", says),
}));

const stopFromJson: ReadValue<Stop> = (value, path) =>
  object((fields): Stop => {
    const rest = { kind: fields.must("kind", oneOf(stopKinds)), ...fields.may("until", dayFromJson), ...fields.may("says", says) };
    const { day } = fields.may("day", dayFromJson);
    const { minute } = fields.may("minute", minuteFromJson);
    const { act } = fields.may("act", actIdFromJson);
    const given = [day && { day }, minute && { minute }, act && { act }].filter((at): at is StopAt => at !== undefined);
    const [at] = given;
    if (at === undefined || given.length > 1) return fault(path, "has not exactly one of day, minute, act");
    if (rest.until && !endingKinds.includes(rest.kind)) return fault(`${path}.until`, "is no part of a stop of this kind");
    const first = "act" in at ? undefined : "day" in at ? at.day : at.minute;
    if (rest.until && first && daysFromCivil(rest.until) < daysFromCivil(first)) return fault(`${path}.until`, "lies before its beginning");
    return { ...rest, ...at };
  })(value, path);

const hoursFromJson: ReadValue<Hours> = object((fields) => ({
  from: fields.must("from", clockFromJson),
  until: fields.must("until", clockFromJson),
}));

const agreedFromJson: ReadValue<AgreedContact<string>> = (value, path) => {
  const read = object((fields) => ({
    says: fields.must("says", says),
    ...fields.may("acts", some<ActId>(actIdFromJson)),
    ...fields.may("person", name),
    ...fields.may("channels", some(oneOf(channels))),
    ...fields.may("weekdays", some(oneOf(weekdays))),
    ...fields.may("hours", hoursFromJson),
    ...fields.may("except", some<ActId>(actIdFromJson)),
  }))(value, path);
  const { says: _, acts, except, ...rule } = read;
  const isRule = Object.keys(rule).length > 0;
  if (except !== undefined && !isRule) return fault(path, "has an exception and no rule");
  return isRule === (acts !== undefined) ? fault(path, "has not exactly one of acts and a rule") : read;
};

const notThisFromJson: ReadValue<NotThis> = object((fields) => ({
  act: fields.must("act", actIdFromJson),
  ...fields.may("finding", finding),
  ...fields.may("says", says),
}));

const gapFromJson: ReadValue<StatedGap> = (value, path) => {
  const gap = object((fields) => ({
    from: fields.must("from", dayFromJson),
    until: fields.must("until", dayFromJson),
    ...fields.may("channels", some(oneOf(channels))),
    says: fields.must("says", says),
  }))(value, path);
  return civilToIso(gap.until) < civilToIso(gap.from) ? fault(path, "ends before it begins") : gap;
};

const answersFromJson: ReadValue<NonNullable<StatementDocument["answers"]>> = object((fields) => {
  let said: NonNullable<StatementDocument["answers"]> = {};
  for (const topic of topics) said = { ...said, ...fields.may(topic, oneOf(answers)) };
  return said;
});

const leftOutFromJson: ReadValue<LeftOut> = object((fields) => ({ ...fields.may("places", count), ...fields.may("acts", count) }));

const statementFromJson: ReadValue<StatementDocument> = (value, path) => {
  const document = object((fields): StatementDocument => {
    fields.must("version", (one, at) => (one === version ? version : fault(at, "is no version that is known")));
    return {
      zone: fields.must("zone", name),
      jurisdiction: fields.must("jurisdiction", oneOf<JurisdictionCode>(["EW", "SCO", "NI"])),
      country: fields.must("country", country),
      me: fields.must("me", personFromJson),
      them: fields.must("them", personFromJson),
      ...fields.may("perhaps", some(name)),
      ...fields.may("others", some(name)),
      ...fields.may("oneGroup", some(twoNamesFromJson)),
      ...fields.may("twoChats", some(twoNamesFromJson)),
      ...fields.may("marks", some(markFromJson)),
      ...fields.may("stops", some(stopFromJson)),
      ...fields.may("agreed", some(agreedFromJson)),
      ...fields.may("notThis", some(notThisFromJson)),
      ...fields.may("gaps", some(gapFromJson)),
      ...fields.may("anniversaries", some(object((one) => ({ day: one.must("day", dayFromJson), label: one.must("label", name) })))),
      ...fields.may("places", some(name)),
      ...fields.may("answers", answersFromJson),
      ...fields.may("leftOut", leftOutFromJson),
    };
  })(value, path);
  const wrong = contradictionIn(document);
  return wrong === undefined ? document : fault(`${path}.${wrong.at}`, wrong.why);
};

/** Where a statement says two things that cannot both be, and in words what they are; no word of hers is repeated. */
export function contradictionIn(document: StatementDocument): { readonly at: string; readonly why: string } | undefined {
  return nameSaidTwice(document) ?? actMarkedTwice(document) ?? oneAndTwo(document) ?? answeredAndNamed(document);
}

function nameSaidTwice({ me, them, perhaps = [], others = [] }: StatementDocument): ReturnType<typeof contradictionIn> {
  const hers = new Set((me.names ?? []).map(nameForm));
  const theirs = new Set((them.names ?? []).map(nameForm));
  const both = (them.names ?? []).findIndex((one) => hers.has(nameForm(one)));
  if (both !== -1) return { at: `them.names[${both}]`, why: "is named as hers too" };
  const unsure = perhaps.findIndex((one) => hers.has(nameForm(one)) || theirs.has(nameForm(one)));
  if (unsure !== -1)
    return { at: `perhaps[${unsure}]`, why: `is named as ${hers.has(nameForm(perhaps[unsure] ?? "")) ? "hers" : "certainly theirs"} too` };
  const named = new Set([...hers, ...theirs, ...perhaps.map(nameForm)]);
  const other = others.findIndex((one) => named.has(nameForm(one)));
  return other === -1 ? undefined : { at: `others[${other}]`, why: "is named as hers, theirs or perhaps theirs too" };
}

function oneAndTwo({ oneGroup = [], twoChats = [] }: StatementDocument): ReturnType<typeof contradictionIn> {
  const ones = oneGroup.map((names) => new Set(names.map(nameForm)));
  const both = twoChats.findIndex((names) => ones.some((one) => new Set(names.map(nameForm).filter((form) => one.has(form))).size > 1));
  return both === -1 ? undefined : { at: `twoChats[${both}]`, why: "names two that oneGroup makes one" };
}

function actMarkedTwice({ marks = [] }: StatementDocument): ReturnType<typeof contradictionIn> {
  const marked = new Set<ActId>();
  const again = marks.findIndex(({ act }) => marked.size === marked.add(act).size);
  return again === -1 ? undefined : { at: `marks[${again}]`, why: "is about an act that is marked already" };
}

function answeredAndNamed(document: StatementDocument): ReturnType<typeof contradictionIn> {
  const named = new Set<Topic>((document.stops ?? []).map(({ kind }) => kind));
  if (document.perhaps) named.add("perhaps");
  if (document.agreed) named.add("agreed contact");
  if (document.gaps) named.add("gaps");
  if (document.anniversaries) named.add("key dates");
  if (document.places) named.add("places");
  const topic = topics.find((one) => named.has(one) && document.answers?.[one] !== undefined);
  return (
    topic && {
      at: "answers",
      why: `say “${document.answers?.[topic] ?? ""}” of “${topic}”, and one is named all the same: take one of the two away`,
    }
  );
}
