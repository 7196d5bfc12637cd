import type { Act, ActId, Attachment, Covers, SourceSpan } from "./act.ts";
import { type Instant, msPerMinute } from "./instant.ts";
import { nameForm } from "./name-form.ts";
import { createOrderOfTime } from "./order-of-time.ts";
import { type SameGroups, areUnlikeGroups, createAreOneGroup, findSameGroups, shownGroups } from "./same-groups.ts";
import { createAreOneChat } from "./same-chats.ts";
import { type TimelineAct, compareText, inOrderOfSource, inOrderOfTime } from "./timeline-act.ts";
import { type KnownOfChats, canMeet, groupForm, isSamePerson, isStatedPair, knownBytes, pairTwins, provenDate, rankOf } from "./twins.ts";
import type { When } from "./when.ts";
import type { Interval } from "./zone.ts";

/**
 * One line of time over all sources. Merging keeps one act with several sources, whatever the order in which they were handed over.
 *
 * [Note: Ids agree, content decides] Two acts become one only if id *and* content agree, so that a collision crafted by a sender can never
 * make a message disappear. A text edited or deleted between two exports has another content and so another id: it stays two records, and
 * `versionOf` links the later one to the earlier. Exports of different makes give one message different ids: `pairTwins`.
 */

/** The time that a source covers: no act outside it says nothing about what happened there. */
export interface Coverage {
  readonly source: SourceSpan;
  readonly importer: string;
  readonly acts: number;
  readonly notices: number;
  readonly unread: number;
  /** Entries of her journal that she withdrew: notices among the others. Absent where there are none. */
  readonly withdrawn?: number;
  /** `earliest` of its first act and of its last act, those at a time that is not known left out; null when it has none. */
  readonly first: Instant | null;
  readonly last: Instant | null;
  /** What its notices show of its span beyond that. */
  readonly covers?: Covers;
}

/** Everything that was read, in order of time. */
export interface Timeline {
  /** By `earliest`, then `latest`, then as their file has them: `createOrderOfTime`. */
  readonly acts: readonly TimelineAct[];
  readonly coverage: readonly Coverage[];
  /** Groups that hold the same messages under two names; absent where there are none. */
  readonly sameGroups?: readonly SameGroups[];
}

/** Merges the acts of all sources into one line of time. Order of the input does not matter. */
export function mergeActs(acts: Iterable<Act>, coverage: readonly Coverage[]): Timeline {
  // Nearly all have an id of their own: a list for each of a million acts would be a million lists.
  const recordsById = new Map<ActId, Act | Act[]>();
  for (const act of acts) {
    const known = recordsById.get(act.id);
    if (known === undefined) recordsById.set(act.id, act);
    else if (isList(known)) known.push(act);
    else recordsById.set(act.id, [known, act]);
  }
  const sameGroups = findSameGroups((see) => {
    for (const records of recordsById.values()) {
      if (isList(records)) records.forEach(see);
      else see(records);
    }
  });
  const areOneGroup = createAreOneGroup(sameGroups);
  const merged: TimelineAct[] = [];
  for (const records of recordsById.values()) {
    if (!isList(records)) merged.push(aloneOf(records));
    else for (const same of bySameContent(records, areOneGroup)) merged.push(leadOf(same));
  }
  return {
    acts: inOneLine(merged, { areOneGroup }),
    coverage: [...coverage].sort((a, b) => inOrderOfSource(a.source, b.source)),
    ...(sameGroups.length > 0 && { sameGroups }),
  };
}

function isList(records: Act | Act[]): records is Act[] {
  return Array.isArray(records);
}

/** The act of one record. One that was read out of columns stands alone already, and is not copied: of a million acts a million copies would be held. */
function aloneOf(act: Act | TimelineAct): TimelineAct {
  return "sources" in act && act.sources.length === 1 && act.sources[0] === act.source ? act : { ...act, sources: [act.source] };
}

/** The same line of time with its twins paired anew, now that it is known who is one person, and which groups are one. */
export function pairAgain(timeline: Timeline, known: Pick<KnownOfChats, "people"> & Pick<Timeline, "sameGroups">): Timeline {
  const { people, sameGroups = [] } = known;
  const records = timeline.acts.flatMap((act) => act.records ?? [act]).map(({ versionOf: _, ...record }) => record);
  const acts = inOneLine(records, { areOneGroup: createAreOneGroup(sameGroups), people });
  return { ...timeline, acts, ...(sameGroups.length > 0 && { sameGroups }) };
}

/** Twins made one, in order of time, versions linked. */
function inOneLine(merged: readonly TimelineAct[], known: KnownOfChats): readonly TimelineAct[] {
  const paired = pairTwins(merged, known);
  return linkVersions([...paired].sort(createOrderOfTime(paired)), known);
}

/**
 * The timeline without what twins take from files that are held back: an act that stands in a shown file as well is made of its shown records
 * alone, as if the others had never been handed over, so that no id, time or name of a held-back file leads or stands beside it.
 */
export function leadWithShown(timeline: Timeline, isShown: (source: SourceSpan) => boolean): Timeline {
  const hidesRecord = ({ sources }: TimelineAct): boolean => !sources.some(isShown);
  const isMixed = ({ records }: TimelineAct): boolean => records !== undefined && records.some(hidesRecord) && !records.every(hidesRecord);
  const { sameGroups: all = [], ...rest } = timeline;
  const shownFiles = all.length === 0 ? new Set<string>() : new Set(timeline.acts.flatMap(({ sources }) => sources.filter(isShown).map(({ sha256 }) => sha256))); // prettier-ignore
  const sameGroups = shownGroups(all, (sha256) => shownFiles.has(sha256));
  const groups = sameGroups.length > 0 && { sameGroups };
  if (!timeline.acts.some(isMixed)) return sameGroups.length === all.length ? timeline : { ...rest, ...groups };
  const shown = timeline.acts.flatMap((act) => {
    const records = (act.records ?? [act]).filter((record) => !hidesRecord(record));
    return records.map(({ versionOf: _, ...record }) => record);
  });
  const hidden = timeline.acts.filter(hidesRecord).map(({ versionOf: _, ...act }) => act);
  const known = { areOneGroup: createAreOneGroup(sameGroups) };
  const acts = [...pairTwins(shown, known), ...hidden];
  return { ...rest, acts: linkVersions(acts.sort(createOrderOfTime(acts)), known), ...groups };
}

/** Parts records of one id by content. Sorted first: what a record without bytes is taken for must not depend on the order of arguments. */
function bySameContent(records: Act[], areOneGroup: KnownOfChats["areOneGroup"]): readonly (readonly Act[])[] {
  const parts: Act[][] = [];
  for (const act of records.sort(inOrderOfWorth)) {
    const same = parts.find(([first]) => first !== undefined && sameContent(first, act) && !areOfTwoChats(first, act, areOneGroup));
    if (same) same.push(act);
    else parts.push([act]);
  }
  return parts;
}

/**
 * Total, so that the first is the same whatever the order of arguments: of an entry the one with more added, the record whose attachments were handed over, then by place, then
 * (one file read twice, with and without a stated zone) the one with fewer flags.
 */
function inOrderOfWorth(a: Act, b: Act): number {
  return (
    addedTo(b) - addedTo(a) ||
    knownBytes(b) - knownBytes(a) ||
    inOrderOfSource(a.source, b.source) ||
    a.flags.length - b.flags.length ||
    compareText(a.flags.join(), b.flags.join()) ||
    a.when.earliest - b.when.earliest ||
    a.when.latest - b.when.latest
  );
}

function leadOf(records: readonly Act[]): TimelineAct {
  const [first] = records;
  // What follows would copy the act twice more.
  if (first && records.length === 1) return aloneOf(first);
  const sorted = [...records].sort((a, b) => rankOf(a.grade) - rankOf(b.grade) || inOrderOfWorth(a, b));
  const lead = sorted[0];
  if (!lead) throw new Error("no record to lead");
  const sources = sorted.map((act) => act.source).filter((span, i, all) => i === 0 || inOrderOfSource(span, all[i - 1] ?? span) !== 0);
  return { ...lead, ...provenDate(lead, sorted), sources };
}

/** How often an entry of a journal was added to: a copy of the journal that was made earlier has it with less. */
function addedTo({ entry }: Act): number {
  return entry?.added?.length ?? 0;
}

/** An id made of author, minute and words does not say to which group or to whom: the same text to two is two acts. */
function areOfTwoChats(a: Act, b: Act, areOneGroup: KnownOfChats["areOneGroup"]): boolean {
  if (a.sourceId !== undefined || b.sourceId !== undefined || a.source.sha256 === b.source.sha256) return false;
  if (!areUnlikeGroups(a, b)) return areToTwoPeople(a, b);
  return !areOneGroup({ ...a, sources: [a.source] }, { ...b, sources: [b.source] });
}

/** Whether two went to one person each, of different names, in chats that are called differently: her own name can differ within one chat. */
function areToTwoPeople(a: Act, b: Act): boolean {
  const [to, other] = [a.to[0], b.to[0]];
  if (a.to.length !== 1 || b.to.length !== 1 || !to || !other || to.kind === "owner" || other.kind === "owner") return false;
  if (a.thread === undefined || b.thread === undefined || isOneThread(a, b)) return false;
  return groupForm(to.normal) !== groupForm(other.normal) && !isSamePerson(to, other);
}

function isOneThread(a: Act, b: Act): boolean {
  return a.thread === b.thread || groupForm(nameForm(a.thread ?? "")) === groupForm(nameForm(b.thread ?? ""));
}

function sameContent(a: Act, b: Act): boolean {
  return (
    a.kind === b.kind &&
    a.channel === b.channel &&
    a.text === b.text &&
    a.subject === b.subject &&
    a.from.normal === b.from.normal &&
    sameTime(a.when, b.when) &&
    (addedTo(a) > addedTo(b)
      ? b.attachments.every((one, i) => sameAttachment(one, a.attachments[i]))
      : a.attachments.length === b.attachments.length && a.attachments.every((one, i) => sameAttachment(one, b.attachments[i])))
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

/** Records of one place that are looked at for what became of a message. Stops a million in one minute from a million comparisons each. */
const mostAtOnePlace = 64;

/**
 * Links a record that is marked edited, deleted or unsent to the record of the same thing with other words. The thing is the same when a
 * source gives it an id of its own, else when author, chat and written time agree; then, of those left, when author and chat are one, by her word
 * too, and the times meet. As many must be changed in the one file as stand there in the other alone: they are linked in their order.
 */
function linkVersions(acts: readonly TimelineAct[], known: KnownOfChats): TimelineAct[] {
  const changed = acts.filter((act) => act.flags.some((flag) => flag === "edited" || flag === "deleted" || flag === "unsent"));
  if (changed.length === 0) return [...acts];
  const versions = new Map<TimelineAct, TimelineAct>();
  const open = linkAtPlaces(acts, { changed, placeOf, areOne: () => true, versions });
  const areOneChat = createAreOneChat(acts);
  linkAtPlaces(acts, { changed: open, placeOf: minuteOf, areOne: (a, b) => areOfOneHand(a, b, { ...known, areOneChat }), versions });
  return acts.map((act) => {
    const version = versions.get(act);
    return version === undefined ? act : { ...act, versionOf: version.id };
  });
}

/** How changed records find those of the same thing. */
interface Linking {
  readonly changed: readonly TimelineAct[];
  placeOf(record: TimelineAct): string;
  areOne(a: TimelineAct, b: TimelineAct): boolean;
  readonly versions: Map<TimelineAct, TimelineAct>;
}

/** Adds the versions that are found at one place; gives those changed records of which no file has another. */
function linkAtPlaces(acts: readonly TimelineAct[], { changed, placeOf: place, areOne, versions }: Linking): readonly TimelineAct[] {
  const actsByPlace = new Map<string, { readonly act: TimelineAct; readonly record: TimelineAct }[]>();
  for (const act of changed) for (const record of recordsOf(act)) actsByPlace.set(place(record), []);
  for (const act of acts)
    for (const record of recordsOf(act)) {
      const there = actsByPlace.get(place(record));
      if (there && there.length <= mostAtOnePlace) there.push({ act, record });
    }
  const changedOnes = new Set(changed);
  const taken = new Set(versions.values());
  const open: TimelineAct[] = [];
  for (const act of changed) {
    const [peers, others] = [new Set<TimelineAct>(), new Set<TimelineAct>()];
    let isCrowded = false;
    for (const own of recordsOf(act)) {
      const there = actsByPlace.get(place(own)) ?? [];
      isCrowded ||= there.length > mostAtOnePlace;
      for (const { act: other, record } of there) {
        if (!areOne(own, record)) continue;
        if (!sharesFile(act, other)) others.add(other);
        else if (changedOnes.has(other)) peers.add(other);
      }
    }
    const left = [...others].filter((other) => !taken.has(other));
    if (left.length === 0) open.push(act);
    const version = left[[...peers].indexOf(act)];
    if (version === undefined || isCrowded || left.length !== peers.size) continue;
    // Of two changed records the later in the timeline is linked, so that they never point at each other.
    if (!(changedOnes.has(version) && inOrderOfTime(act, version) < 0)) versions.set(act, version);
  }
  return open;
}

function sharesFile({ sources }: TimelineAct, other: TimelineAct): boolean {
  return sources.some(({ sha256 }) => other.sources.some((source) => source.sha256 === sha256));
}

function minuteOf({ channel, when }: Act): string {
  return `${channel}\u001f${Math.floor(when.earliest / msPerMinute)}`;
}

interface KnownOfHands extends KnownOfChats {
  areOneChat(a: TimelineAct, b: TimelineAct): boolean;
}

/** Whether two are by one hand in one chat, so that the one can be what became of the other. */
function areOfOneHand(a: TimelineAct, b: TimelineAct, { areOneGroup, people, areOneChat }: KnownOfHands): boolean {
  if (a.kind !== b.kind || (a.sourceId !== undefined && b.sourceId !== undefined) || !canMeet(a.when, b.when)) return false;
  const isOwner = a.from.kind === "owner" || b.from.kind === "owner";
  const isInOneChat = isOneThread(a, b) || people?.areInOneChat(a, b) === true;
  if (isOwner ? a.from.kind === b.from.kind : isSamePerson(a.from, b.from)) return isInOneChat || areOneGroup(a, b) || areOneChat(a, b);
  return !isOwner && isInOneChat && people !== undefined && isStatedPair(a.from, b.from, people.personOf);
}

/** What its own export calls the thing, or else the hand and the written time. */
function placeOf({ channel, thread = "", sourceId, from, when }: Act): string {
  return sourceId === undefined
    ? `${channel}\u001f${from.normal}\u001f${when.wrote}\u001f${thread}`
    : `${channel}\u001f${thread}\u001f${sourceId}`;
}

function recordsOf(act: TimelineAct): readonly TimelineAct[] {
  return act.records ?? [act];
}
