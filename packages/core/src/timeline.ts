import { type Act, type ActId, type Attachment, type Grade, type SourceSpan, grades } from "./act.ts";

import type { Flag } from "./flag.ts";
import type { Instant } from "./instant.ts";
import type { When } from "./when.ts";
import type { Interval } from "./zone.ts";

/**
 * One line of time over all sources. Merging keeps one act with several sources, whatever the order in which they were handed over.
 *
 * [Note: Ids agree, content decides] Two acts become one only if id *and* content agree, so that a collision crafted by a sender can never
 * make a message disappear. A text edited or deleted between two exports has another content and so another id: it stays two records, and
 * `versionOf` links the later one to the earlier.
 */

/** An act on the timeline: the best-graded record leads, all places where it stands are kept. */
export interface TimelineAct extends Act {
  /** Every span that holds it, the leading one first, then by hash and position. */
  readonly sources: readonly SourceSpan[];
  /** The other record of the same thing with other words (edited, deleted), when the sources show one. */
  readonly versionOf?: ActId;
}

/** The time that a source covers: no act outside it says nothing about what happened there. */
export interface Coverage {
  readonly source: SourceSpan;
  readonly importer: string;
  readonly acts: number;
  readonly notices: number;
  readonly unread: number;
  /** `earliest` of its first act and of its last act; null when it has none. */
  readonly first: Instant | null;
  readonly last: Instant | null;
}

/** Everything that was read, in order of time. */
export interface Timeline {
  /** By `earliest`, then `latest`, then id. */
  readonly acts: readonly TimelineAct[];
  readonly coverage: readonly Coverage[];
}

/** Merges the acts of all sources into one line of time. Order of the input does not matter. */
export function mergeActs(acts: Iterable<Act>, coverage: readonly Coverage[]): Timeline {
  const recordsById = new Map<ActId, Act[]>();
  for (const act of acts) {
    const records = recordsById.get(act.id);
    if (records) records.push(act);
    else recordsById.set(act.id, [act]);
  }
  const merged: TimelineAct[] = [];
  for (const records of recordsById.values()) for (const same of bySameContent(records)) merged.push(leadOf(same));
  merged.sort(inOrderOfTime);
  return { acts: linkVersions(merged), coverage: [...coverage].sort((a, b) => inOrderOfSource(a.source, b.source)) };
}

/** Orders by time, then id, so that every machine agrees. */
export function inOrderOfTime(a: Act, b: Act): number {
  return (
    a.when.earliest - b.when.earliest || a.when.latest - b.when.latest || compareText(a.id, b.id) || inOrderOfSource(a.source, b.source)
  );
}

/** Parts records of one id by content. Sorted first: what a record without bytes is taken for must not depend on the order of arguments. */
function bySameContent(records: Act[]): readonly (readonly Act[])[] {
  if (records.length === 1) return [records];
  const parts: Act[][] = [];
  for (const act of records.sort(inOrderOfWorth)) {
    const same = parts.find(([first]) => first !== undefined && sameContent(first, act));
    if (same) same.push(act);
    else parts.push([act]);
  }
  return parts;
}

/**
 * Total, so that the first is the same whatever the order of arguments: the record whose attachments were handed over, then by place, then
 * (one file read twice, with and without a stated zone) the one with fewer flags.
 */
function inOrderOfWorth(a: Act, b: Act): number {
  return (
    knownBytes(b) - knownBytes(a) ||
    inOrderOfSource(a.source, b.source) ||
    a.flags.length - b.flags.length ||
    compareText(a.flags.join(), b.flags.join()) ||
    a.when.earliest - b.when.earliest ||
    a.when.latest - b.when.latest
  );
}

/** How many attachments were handed over with a record. */
function knownBytes(act: Act): number {
  return act.attachments.filter((attachment) => attachment.sha256 !== undefined).length;
}

const rankByGrade = new Map<Grade, number>(grades.map((grade, rank) => [grade, rank]));

function leadOf(records: readonly Act[]): TimelineAct {
  const sorted = [...records].sort((a, b) => (rankByGrade.get(a.grade) ?? 0) - (rankByGrade.get(b.grade) ?? 0) || inOrderOfWorth(a, b));
  const lead = sorted[0];
  if (!lead) throw new Error("no record to lead");
  const sources = sorted.map((act) => act.source).filter((span, i, all) => i === 0 || inOrderOfSource(span, all[i - 1] ?? span) !== 0);
  return { ...lead, ...dateProven(lead, sorted), sources };
}

/** Flags that hang on which day a date means. */
const flagsOfDay: ReadonlySet<Flag> = new Set<Flag>(["date-order-assumed", "time-twice", "time-never", "far-date", "out-of-order"]);

/** Where the lead had to assume the order of its date and another file proves it, the proven date, or months would hang on a hash. */
function dateProven(lead: Act, records: readonly Act[]): Partial<Pick<Act, "when" | "flags">> {
  if (!lead.flags.includes("date-order-assumed")) return {};
  const proven = records.find((act) => !act.flags.includes("date-order-assumed"));
  if (proven === undefined) return {};
  const isOfDay = (flag: Flag) => flagsOfDay.has(flag);
  return { when: proven.when, flags: [...lead.flags.filter((flag) => !isOfDay(flag)), ...proven.flags.filter(isOfDay)] };
}

function sameContent(a: Act, b: Act): boolean {
  return (
    a.kind === b.kind &&
    a.channel === b.channel &&
    a.text === b.text &&
    a.subject === b.subject &&
    a.from.normal === b.from.normal &&
    sameTime(a.when, b.when) &&
    a.attachments.length === b.attachments.length &&
    a.attachments.every((one, i) => sameAttachment(one, b.attachments[i]))
  );
}

/**
 * Written alike, or, where a phone has changed how it writes (13:30, 1:30 pm), meaning the same instants: in the reading that was chosen or in
 * one that the order of dates leaves open.
 */
function sameTime(a: When, b: When): boolean {
  if (a.wrote === b.wrote) return true;
  return [a, ...(a.or ?? [])].some((one) => [b, ...(b.or ?? [])].some((other) => sameInterval(one, other)));
}

function sameInterval(a: Interval, b: Interval): boolean {
  return a.earliest === b.earliest && a.latest === b.latest;
}

/** By their bytes where both are known: one name can hold two pictures. By name where the bytes of one were not handed over. */
function sameAttachment(a: Attachment, b: Attachment | undefined): boolean {
  if (b === undefined) return false;
  return a.sha256 !== undefined && b.sha256 !== undefined ? a.sha256 === b.sha256 : a.name === b.name;
}

/**
 * Links a record that is marked edited, deleted or unsent to the record of the same thing with other words. The thing is the same when a
 * source gives it an id of its own, else when author, channel and written time agree and exactly one other record stands there.
 */
function linkVersions(acts: readonly TimelineAct[]): TimelineAct[] {
  const changed = acts.filter((act) => act.flags.some((flag) => flag === "edited" || flag === "deleted" || flag === "unsent"));
  if (changed.length === 0) return [...acts];
  const placeOf = (act: Act): string =>
    act.sourceId !== undefined
      ? `${act.channel}\u001f${act.thread ?? ""}\u001f${act.sourceId}`
      : `${act.channel}\u001f${act.from.normal}\u001f${act.when.wrote}\u001f${act.thread ?? ""}`;
  const actsByPlace = new Map<string, TimelineAct[]>(changed.map((act) => [placeOf(act), []]));
  for (const act of acts) actsByPlace.get(placeOf(act))?.push(act);
  const changedOnes = new Set(changed);
  const versionById = new Map<TimelineAct, ActId>();
  for (const act of changed) {
    const others = (actsByPlace.get(placeOf(act)) ?? []).filter((other) => other !== act && other.source.sha256 !== act.source.sha256);
    const only = others[0];
    // Of two changed records the later in the timeline is linked, so that they never point at each other.
    if (only && others.length === 1 && !(changedOnes.has(only) && inOrderOfTime(act, only) < 0)) versionById.set(act, only.id);
  }
  return acts.map((act) => {
    const versionOf = versionById.get(act);
    return versionOf === undefined ? act : { ...act, versionOf };
  });
}

function inOrderOfSource(a: SourceSpan, b: SourceSpan): number {
  return compareText(a.sha256, b.sha256) || a.start - b.start || a.end - b.end || compareText(a.name, b.name);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
