import type { Act, Attachment, Covers, Reading } from "./act.ts";
import type { Identity } from "./identity.ts";
import type { Coverage } from "./timeline.ts";
import type { TimelineAct } from "./timeline-act.ts";
import { instantToIso } from "./instant.ts";
import type { OwnEntry, WrittenDown } from "./own-entry.ts";
import type { When } from "./when.ts";
import type { Interval } from "./zone.ts";

/**
 * The written form of readings: one JSON object a line, instants as ISO 8601 in UTC (docs/formats/act.md). The same bytes stand in
 * `unmask read` and, for acts, in a pack's `acts.jsonl.gz`.
 */

/** One line without the line break. Keys in the order of docs/formats/act.md. */
export function readingToJson(reading: Reading): string {
  if ("act" in reading) return `{"act":${JSON.stringify(actForm(reading.act))}}`;
  if (!("notice" in reading)) return JSON.stringify(reading);
  const { says, wrote, covers, source } = reading.notice;
  const form = { says, ...(wrote === undefined ? {} : { wrote }), ...(covers === undefined ? {} : { covers: coversForm(covers) }), source };
  return JSON.stringify({ notice: form });
}

/** The written form of what a file shows of its own span. */
function coversForm({ from, until, unblocked }: Covers): object {
  return {
    ...(from === undefined ? {} : { from: instantToIso(from) }),
    ...(until === undefined ? {} : { until: instantToIso(until) }),
    ...(unblocked === undefined ? {} : { unblocked: unblocked.map(intervalForm) }),
  };
}

/** The written form of what was read of one file. */
export function coverageForm({ first, last, covers, ...rest }: Coverage): object {
  return {
    ...rest,
    first: first === null ? null : instantToIso(first),
    last: last === null ? null : instantToIso(last),
    ...(covers === undefined ? {} : { covers: coversForm(covers) }),
  };
}

/** An act of a timeline as one line of `acts.jsonl.gz`, without the line break. */
export function timelineActToJson(act: TimelineAct): string {
  const { sources, alsoIds, versionOf } = act;
  return JSON.stringify({
    ...actForm(act),
    sources,
    ...(alsoIds === undefined ? {} : { alsoIds }),
    ...(versionOf === undefined ? {} : { versionOf }),
  });
}

/** The written form of an act. */
export function actForm(act: Act): object {
  return {
    id: act.id,
    kind: act.kind,
    channel: act.channel,
    when: whenForm(act.when),
    from: identityForm(act.from),
    to: act.to.map(identityForm),
    text: act.text,
    attachments: act.attachments.map(attachmentForm),
    flags: act.flags,
    grade: act.grade,
    ...(act.duration === undefined ? {} : { duration: act.duration }),
    ...(act.thread === undefined ? {} : { thread: act.thread }),
    ...(act.subject === undefined ? {} : { subject: act.subject }),
    ...(act.sourceId === undefined ? {} : { sourceId: act.sourceId }),
    ...(act.entry === undefined ? {} : { entry: entryForm(act.entry) }),
    source: act.source,
  };
}

function identityForm({ kind, wrote, normal, name }: Identity): object {
  return name === undefined ? { kind, wrote, normal } : { kind, wrote, normal, name };
}

/** The written form of what came with an act. */
export function attachmentForm({ name, mime, size, sha256, from, changed }: Attachment): object {
  return {
    name,
    ...(mime === undefined ? {} : { mime }),
    ...(size === undefined ? {} : { size }),
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(from === undefined ? {} : { from }),
    ...(changed === undefined ? {} : { changed }),
  };
}

/** What is absent is left out by `JSON.stringify`. */
function entryForm(entry: OwnEntry): object {
  return {
    written: writtenForm(entry.written),
    kinds: entry.kinds,
    accounts: entry.accounts,
    place: entry.place,
    sure: entry.sure,
    how: entry.how,
    others: entry.others,
    witnesses: entry.witnesses,
    firstHand: entry.firstHand,
    toldBy: entry.toldBy,
    fearedViolence: entry.fearedViolence,
    felt: entry.felt,
    changed: entry.changed,
    areas: entry.areas,
    did: entry.did,
    references: entry.references?.map((one) => ({ with: one.with, number: one.number })),
    breaks: entry.breaks,
    locked: entry.locked,
    found: entry.found,
    added: entry.added?.map((one) => ({ ...writtenForm(one), words: one.words })),
  };
}

function writtenForm({ at, by, between }: WrittenDown): object {
  const { from, until } = between ?? {};
  const hours = between && { from: from && instantToIso(from), until: until && instantToIso(until) };
  return { at: instantToIso(at), by, between: hours };
}

function intervalForm({ earliest, latest }: Interval): object {
  return { earliest: instantToIso(earliest), latest: instantToIso(latest) };
}

function whenForm(when: When): object {
  const { wrote, zone, earliest, latest, or } = when;
  return {
    wrote,
    zone,
    earliest: instantToIso(earliest),
    latest: instantToIso(latest),
    ...(or === undefined ? {} : { or: or.map(intervalForm) }),
  };
}
