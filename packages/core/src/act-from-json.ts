import {
  type Act,
  type ActId,
  type Attachment,
  type Container,
  type Covers,
  type Kept,
  type Notice,
  type Reading,
  type SourceSpan,
  type Unread,
  channels,
  grades,
  kinds,
} from "./act.ts";
import { parseActId } from "./act-id.ts";
import { flags } from "./flag.ts";
import { type Identity, identityKinds } from "./identity.ts";
import { type Instant, epoch, instantFromIso } from "./instant.ts";
import {
  type OwnEntry,
  type WrittenDown,
  certainties,
  entryKinds,
  fearsOfViolence,
  lifeAreas,
  waysOfKnowing,
  writers,
} from "./own-entry.ts";
import type { Result } from "./result.ts";
import { type Sha256, parseSha256 } from "./sha256.ts";
import {
  type Fields,
  type ReadValue,
  count,
  fault,
  list,
  object,
  oneOf,
  orNull,
  parsed,
  readStrictly,
  seconds,
  text,
} from "./strict-json.ts";
import type { Coverage } from "./timeline.ts";
import type { TimelineAct } from "./timeline-act.ts";
import type { When } from "./when.ts";
import type { Interval } from "./zone.ts";

/**
 * Readings and acts back from their written form (docs/formats/act.md, section 2): the other way of `readingToJson` and `timelineActToJson`.
 * Strict: a value outside the closed lists, a key too many, an end before its start, a time that is none is refused, and nothing is guessed.
 */

/** A line of `unmask read`. The error says where, never what. */
export function readingFromJson(line: string): Result<Reading, string> {
  return readStrictly(jsonOf(line), "line", readingByKey);
}

/** An act as `acts.jsonl.gz` holds it. The error says where, never what. */
export function timelineActFromJson(json: string): Result<TimelineAct, string> {
  return readStrictly(
    jsonOf(json),
    "act",
    object((fields) => {
      const act = actFrom(fields);
      const sources = fields.must("sources", list(spanFromJson));
      const [lead] = sources;
      if (!lead || !isSameSpan(lead, act.source)) fault("act.sources[0]", "is not the source of the act");
      return { ...act, sources, ...fields.may("alsoIds", list(actIdFromJson)), ...fields.may("versionOf", actIdFromJson) };
    }),
  );
}

function isSameSpan(a: SourceSpan, b: SourceSpan): boolean {
  return a.sha256 === b.sha256 && a.name === b.name && a.start === b.start && a.end === b.end;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** What a file shows of its own span. One that shows nothing is refused: it would be another spelling of none. */
const coversFromJson: ReadValue<Covers> = (value, path) => {
  const covers = object((fields) => ({
    ...fields.may("from", instantFromJson),
    ...fields.may("until", instantFromJson),
    ...fields.may("unblocked", list(intervalFromJson)),
  }))(value, path);
  const { from, until, unblocked } = covers;
  return (from === undefined && until === undefined) || unblocked?.length === 0 ? fault(path, "shows no time") : covers;
};

const noticeFromJson: ReadValue<Notice> = object((fields) => ({
  says: fields.must("says", text),
  ...fields.may("wrote", text),
  ...fields.may("covers", coversFromJson),
  source: fields.must("source", spanFromJson),
}));

/** Bytes that could not be read. */
export const unreadFromJson: ReadValue<Unread> = object((fields) => ({
  reason: fields.must("reason", text),
  source: fields.must("source", spanFromJson),
}));

/** A file kept whole. */
export const keptFromJson: ReadValue<Kept> = object((fields) => ({
  name: fields.must("name", text),
  sha256: fields.must("sha256", sha256FromJson),
  size: fields.must("size", count),
  ...fields.may(
    "known",
    object((known) => ({ id: known.must("id", text), what: known.must("what", text), ask: known.must("ask", text) })),
  ),
  source: fields.must("source", spanFromJson),
}));

/** One reading, by the key that says of which kind it is. */
export const readingByKey: ReadValue<Reading> = (value, path) => {
  const key = typeof value === "object" && value !== null ? Object.keys(value)[0] : undefined;
  switch (key) {
    case "act":
      return object((fields) => ({ act: fields.must("act", object(actFrom)) }))(value, path);
    case "notice":
      return object((fields) => ({ notice: fields.must("notice", noticeFromJson) }))(value, path);
    case "unread":
      return object((fields) => ({ unread: fields.must("unread", unreadFromJson) }))(value, path);
    case "kept":
      return object((fields) => ({ kept: fields.must("kept", keptFromJson) }))(value, path);
    default:
      return fault(path, "is no reading");
  }
};

/** The fields of an act. */
export function actFrom(fields: Fields): Act {
  return {
    id: fields.must("id", actIdFromJson),
    kind: fields.must("kind", oneOf(kinds)),
    channel: fields.must("channel", oneOf(channels)),
    when: fields.must("when", whenFromJson),
    from: fields.must("from", identityFromJson),
    to: fields.must("to", list(identityFromJson)),
    text: fields.must("text", orNull(text)),
    attachments: fields.must("attachments", list(attachmentFromJson)),
    flags: fields.must("flags", list(oneOf(flags))),
    grade: fields.must("grade", oneOf(grades)),
    ...fields.may("duration", seconds),
    ...fields.may("thread", text),
    ...fields.may("subject", text),
    ...fields.may("sourceId", text),
    ...fields.may("entry", entryFromJson),
    source: fields.must("source", spanFromJson),
  };
}

const isTrue: ReadValue<true> = (value, path) => (value === true ? value : fault(path, "is not true"));

/** A list of one entry or more. */
function some<T>(read: ReadValue<T>): ReadValue<readonly T[]> {
  return (value, path) => (Array.isArray(value) && value.length === 0 ? fault(path, "is empty") : list(read)(value, path));
}

function writtenFrom(fields: Fields): WrittenDown {
  return {
    at: fields.must("at", instantFromJson),
    by: fields.must("by", oneOf(writers)),
    ...fields.may("between", betweenFromJson),
  };
}

const betweenFromJson: ReadValue<NonNullable<WrittenDown["between"]>> = (value, path) => {
  const between = object((fields) => ({ ...fields.may("from", instantFromJson), ...fields.may("until", instantFromJson) }))(value, path);
  const { from = epoch, until = from } = between;
  return from <= until ? between : fault(path, "ends before it begins");
};

/** What an entry of her journal says beside its words. */
const entryFromJson: ReadValue<OwnEntry> = object((fields) => ({
  written: fields.must("written", object(writtenFrom)),
  ...fields.may("kinds", some(oneOf(entryKinds))),
  ...fields.may("accounts", some(text)),
  ...fields.may("place", text),
  ...fields.may("sure", oneOf(certainties)),
  ...fields.may("how", text),
  ...fields.may("others", some(text)),
  ...fields.may("witnesses", some(text)),
  ...fields.may("firstHand", oneOf(waysOfKnowing)),
  ...fields.may("toldBy", text),
  ...fields.may("fearedViolence", oneOf(fearsOfViolence)),
  ...fields.may("felt", text),
  ...fields.may("changed", text),
  ...fields.may("areas", some(oneOf(lifeAreas))),
  ...fields.may("did", text),
  ...fields.may("references", some(object((one) => ({ with: one.must("with", text), number: one.must("number", text) })))),
  ...fields.may("breaks", text),
  ...fields.may("locked", isTrue),
  ...fields.may("found", isTrue),
  ...fields.may("added", some(object((one) => ({ ...writtenFrom(one), ...one.may("words", text) })))),
}));

/** An id as docs/formats/act.md, section 6, makes it. */
export const actIdFromJson: ReadValue<ActId> = parsed(parseActId, "id of an act");

/** An instant in ISO 8601 with milliseconds. */
export const instantFromJson: ReadValue<Instant> = parsed(instantFromIso, "instant");

const intervalFromJson: ReadValue<Interval> = object((fields) => forwards(intervalFrom(fields)));

const whenFromJson: ReadValue<When> = object((fields) =>
  forwards({
    wrote: fields.must("wrote", text),
    zone: fields.must("zone", text),
    ...intervalFrom(fields),
    ...fields.may("or", list(intervalFromJson)),
  }),
);

function intervalFrom(fields: Fields): Interval {
  return { earliest: fields.must("earliest", instantFromJson), latest: fields.must("latest", instantFromJson) };
}

function forwards<T extends Interval>(interval: T): T {
  return interval.earliest <= interval.latest ? interval : fault("when", "ends before it begins");
}

const identityFromJson: ReadValue<Identity> = object((fields) => ({
  kind: fields.must("kind", oneOf(identityKinds)),
  wrote: fields.must("wrote", text),
  normal: fields.must("normal", text),
  ...fields.may("name", text),
}));

/** A SHA-256 in lower case. */
export const sha256FromJson: ReadValue<Sha256> = parsed((hash) => (hash === hash.toLowerCase() ? parseSha256(hash) : undefined), "SHA-256");

/** What came with an act. */
export const attachmentFromJson: ReadValue<Attachment> = object((fields) => ({
  name: fields.must("name", text),
  ...fields.may("mime", text),
  ...fields.may("size", count),
  ...fields.may("sha256", sha256FromJson),
  ...fields.may("from", text),
  ...fields.may("changed", text),
}));

const containerFromJson: ReadValue<Container> = object((fields) => ({
  name: fields.must("name", text),
  sha256: fields.must("sha256", sha256FromJson),
}));

/** A span of a source; `within` is never empty. */
export const spanFromJson: ReadValue<SourceSpan> = object((fields) => {
  const span = {
    sha256: fields.must("sha256", sha256FromJson),
    name: fields.must("name", text),
    start: fields.must("start", count),
    end: fields.must("end", count),
    ...fields.may("within", atLeastOne(list(containerFromJson))),
  };
  return span.start <= span.end ? span : fault("source", "ends before it begins");
});

function atLeastOne<T>(read: ReadValue<readonly T[]>): ReadValue<readonly T[]> {
  return (value, path) => {
    const values = read(value, path);
    return values.length > 0 ? values : fault(path, "is empty");
  };
}

/** What was read of one file (docs/formats/pack.md, "Report"). */
export const coverageFromJson: ReadValue<Coverage> = object((fields) => ({
  source: fields.must("source", spanFromJson),
  importer: fields.must("importer", text),
  acts: fields.must("acts", count),
  notices: fields.must("notices", count),
  unread: fields.must("unread", count),
  ...fields.may("withdrawn", count),
  first: fields.must("first", orNull(instantFromJson)),
  last: fields.must("last", orNull(instantFromJson)),
  ...fields.may("covers", coversFromJson),
}));
