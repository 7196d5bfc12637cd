import { type Act, type Attachment, type Grade, type Kind, grades } from "./act.ts";
import type { Flag } from "./flag.ts";
import type { Identity } from "./identity.ts";
import { nameForm } from "./name-form.ts";
import { normalForm } from "./normal-form.ts";
import { type TimelineAct, compareText, inOrderOfSource, inOrderOfTime } from "./timeline-act.ts";
import type { When } from "./when.ts";
import type { Interval } from "./zone.ts";

/**
 * One message in exports of different makes is one act: docs/formats/act.md, "Twins". The makes give it different ids, so that it is told by
 * channel, way, time and words.
 *
 * [Note: One to one, in order] Within one file equals are different acts, so two records of one file are never one: of three equal lines in
 * each of two exports each is paired with one, and of two and three the three stay. Records stand in order of time; each joins the waiting one
 * whose time runs out first.
 *
 * [Note: What a crafted export can do] It can add records, never take one away: what joins has the same words, by the same hand, at a time that
 * both exports allow, and every record is kept beside the one that leads. Equal lines wait in queues by who wrote to whom in which files, so
 * that a million of them cost no more each than ten.
 */

/** Queues that one record looks into. Stops equal words under a thousand names in one minute from costing a million comparisons each. */
const mostQueues = 64;

/** What an export of another make can hold as well. A transfer, a log-in or an entry of her journal is told by its list alone. */
const kindsWithTwins: ReadonlySet<Kind> = new Set<Kind>([
  "message", "call", "voicemail", "reaction", "comment", "post", "mention", "location", "block",
]); // prettier-ignore

/** Flags by which two records are two states of one message, or two things without words. */
const flagsThatPart: readonly Flag[] = ["deleted", "edited", "unsent", "unanswered", "view-once"];

/** Calls of lengths that differ by more seconds than this are two: one make writes whole minutes. */
const mostSecondsApart = 60;

/** Who is one person although two exports name him differently: only the person herself can say. */
export interface StatedPeople {
  /** One text for one person; undefined of anybody of whom she said nothing. */
  personOf(identity: Identity): string | undefined;
  /** Whether two records stand in chats that hold the same messages. Two accounts can send one text in one minute. */
  areInOneChat(a: TimelineAct, b: TimelineAct): boolean;
}

/** What the records alone do not say of who wrote to whom. */
export interface KnownOfChats {
  /** Whether two records went to one group, which their exports name differently. */
  areOneGroup(a: TimelineAct, b: TimelineAct): boolean;
  readonly people?: StatedPeople | undefined;
}

/** Makes one act of the records that are one message. The order of the input does not matter; acts come in no order. */
export function pairTwins(acts: readonly TimelineAct[], known: KnownOfChats): readonly TimelineAct[] {
  const first = acts[0];
  if (!first || acts.every((act) => filesAreThat(act, first.source.sha256))) return acts;
  const check: Check = { isOwnerElsewhere: createOwnerCheck(acts), people: known.people, areOneGroup: known.areOneGroup };
  const joined: TimelineAct[] = [];
  const isPaired = new Set<TimelineAct>();
  for (const bucket of bucketsByWords(acts)) {
    for (const records of pairBucket(bucket, check)) {
      for (const record of records) isPaired.add(record);
      joined.push(actOfRecords(records));
    }
  }
  return joined.length === 0 ? acts : [...acts.filter((act) => !isPaired.has(act)), ...joined];
}

function filesAreThat({ sources }: TimelineAct, sha256: string): boolean {
  return sources.every((source) => source.sha256 === sha256);
}

/** Acts with the same words in more than one file. Chained by number: a list for each of a million texts would cost more than the texts. */
export function* bucketsByWords(acts: readonly TimelineAct[]): Generator<TimelineAct[], void, undefined> {
  const lastByWords = new Map<string, number>();
  const before = new Int32Array(acts.length).fill(-1);
  for (const [i, act] of acts.entries()) {
    if (!kindsWithTwins.has(act.kind) || act.entry !== undefined) continue;
    const words = wordsOf(act);
    const last = lastByWords.get(words);
    if (last !== undefined) before[i] = last;
    lastByWords.set(words, i);
  }
  for (const last of lastByWords.values()) {
    if (before[last] === -1) continue;
    const bucket: TimelineAct[] = [];
    for (let i = last; i >= 0; i = before[i] ?? -1) {
      const act = acts[i];
      if (act) bucket.push(act);
    }
    const [first] = bucket;
    if (first && !bucket.every((act) => filesAreThat(act, first.source.sha256))) yield bucket;
  }
}

/** The words by which two records can be one; of a picture without words its bytes; else what it is. */
export function wordsOf({ text, attachments, kind, channel }: Act): string {
  if (text !== null && text !== "") return comparedText(text);
  const hashes = attachments.map(({ sha256 }) => sha256 ?? "");
  return hashes.some((hash) => hash !== "") ? `\u0000${hashes.join()}` : `\u0000${kind} ${channel}`;
}

/** NFC; line breaks are LF, and those at the end are left out, because not every make keeps them. */
function comparedText(text: string): string {
  // Most texts are plain, and are their own comparing form.
  if (/^[\u0020-\u007E]*$/.test(text)) return text;
  return normalForm(text, "NFC").replace(/\r\n?|\u2028|\u2029/g, "\n").replace(/(?<!\n)\n+$/, ""); // prettier-ignore
}

/** Records that are one message so far, and when it can have been. */
interface Unit {
  readonly first: TimelineAct;
  readonly records: TimelineAct[];
  /** One lane for each record. */
  readonly lanes: Lane[];
  /** By what its authors are looked for. */
  hands: readonly string[];
  /** The stretches on which all records agree, that by their chosen readings first. */
  readings: readonly Interval[];
  /** In the sweep at hand: it has found its time, or stands in another unit. */
  state: "open" | "settled" | "taken";
}

/** Records that only time tells apart: the same hand, way and files, told as closely. */
interface Lane {
  readonly number: number;
  readonly like: TimelineAct;
  /** By what the author is looked for. */
  readonly hands: readonly string[];
  /** The importer's family, where its records have ids of the source's own. */
  readonly family: string | undefined;
}

type LaneCheck = (a: Lane, b: Lane) => boolean;
type OwnerCheck = (nameless: TimelineAct, named: Identity) => boolean;

/** What tells that two names are one person's, beside the names. */
interface Check {
  readonly areOneGroup: KnownOfChats["areOneGroup"];
  readonly isOwnerElsewhere: OwnerCheck;
  readonly people: StatedPeople | undefined;
}

function pairBucket(bucket: TimelineAct[], check: Check): readonly (readonly TimelineAct[])[] {
  const [one, other] = bucket;
  if (one && other && bucket.length === 2) {
    // By far the most: a message and its twin.
    const isPair = canMeet(one.when, other.when) && areLike(one, other, check) && sourceIdAgrees(one, other);
    return isPair ? [bucket] : [];
  }
  const laneByKey = new Map<string, Lane>();
  const units = bucket.sort(inOrderOfTime).map((act): Unit => {
    const key = check.people === undefined ? laneKeyOf(act) : `${laneKeyOf(act)}\u001d${act.thread ?? ""}`;
    let lane = laneByKey.get(key);
    if (!lane)
      laneByKey.set(key, (lane = { number: laneByKey.size, like: act, hands: handsOf(act.from, check.people), family: familyOf(act) }));
    return { first: act, records: [act], lanes: [lane], hands: lane.hands, readings: [act.when], state: "open" };
  });
  if (laneByKey.size < 2) return [];
  const agree = createLaneCheck(check);
  let paired = sweep(units, agree);
  if (bucket.some((act) => act.when.or)) {
    // Chosen readings first; then those left alone by every reading that their date allows.
    for (const unit of paired) if (unit.records.length === 1) unit.readings = readingsOf(unit.first.when);
    paired = sweep(paired, agree);
  }
  return paired.filter(({ records }) => records.length > 1).map(({ records }) => records);
}

function readingsOf(when: When): readonly Interval[] {
  return when.or ? [when, ...when.or] : [when];
}

/** Whether any readings of two times meet. */
export function canMeet(a: When, b: When): boolean {
  return readingsOf(a).some((one) => readingsOf(b).some((other) => meets(one, other)));
}

function laneKeyOf(act: TimelineAct): string {
  const files = act.sources.map(({ sha256 }) => sha256).join();
  const hashes = act.attachments.map(({ sha256 }) => sha256 ?? "").join();
  const people = [act.from, ...act.to].map(({ kind, normal, name }) => `${kind} ${normal}\u001f${name ?? ""}`).join("\u001e");
  const open = act.when.latest - act.when.earliest;
  return [open, act.kind, act.channel, partingFlags(act), familyOf(act), act.duration, act.subject, hashes, files, people].join("\u001d");
}

function partingFlags({ flags }: Act): string {
  return flags.length === 0 ? "" : flagsThatPart.filter((flag) => flags.includes(flag)).join();
}

function familyOf({ id, sourceId }: Act): string | undefined {
  return sourceId === undefined ? undefined : id.slice(0, id.lastIndexOf("-", id.lastIndexOf("-") - 1));
}

/** Asked about two lanes again and again; the answer is kept. */
function createLaneCheck(check: Check): LaneCheck {
  const answers = new Map<string, boolean>();
  return (a, b) => {
    const key = a.number < b.number ? `${a.number} ${b.number}` : `${b.number} ${a.number}`;
    let answer = answers.get(key);
    if (answer === undefined) answers.set(key, (answer = areLike(a.like, b.like, check)));
    return answer;
  };
}

/** Whether two records can be one message if their times meet. */
function areLike(a: TimelineAct, b: TimelineAct, check: Check): boolean {
  return (
    a.kind === b.kind &&
    a.channel === b.channel &&
    a.subject === b.subject &&
    partingFlags(a) === partingFlags(b) &&
    Math.abs((a.duration ?? b.duration ?? 0) - (b.duration ?? a.duration ?? 0)) <= mostSecondsApart &&
    !a.sources.some(({ sha256 }) => b.sources.some((other) => other.sha256 === sha256)) &&
    sameBytes(a.attachments, b.attachments) &&
    sameWay(a, b, check)
  );
}

/** Two pictures whose bytes are known and differ are two, whatever stands under them. */
function sameBytes(some: readonly Attachment[], others: readonly Attachment[]): boolean {
  const hashes = some.flatMap(({ sha256 }) => sha256 ?? []);
  const otherHashes = new Set(others.flatMap(({ sha256 }) => sha256 ?? []));
  if (hashes.length === 0 || otherHashes.size === 0) return true;
  return hashes.length === otherHashes.size && hashes.every((hash) => otherHashes.has(hash));
}

/**
 * Who to whom. The owner of an export has a name in one make and none in another: she is whoever stands in her place there, if that name is not
 * somebody else's in the export that leaves hers out. A record that names nobody it reached agrees with any.
 */
function sameWay(a: TimelineAct, b: TimelineAct, { areOneGroup, isOwnerElsewhere, people }: Check): boolean {
  const isOne = (one: Identity, other: Identity): boolean => {
    if (one.kind === "group" && other.kind === "group") return groupForm(one.normal) === groupForm(other.normal) || areOneGroup(a, b);
    if (one.kind === "owner" && other.kind === "owner") return true;
    if (one.kind === "owner") return !namesOwner(b) && isOwnerElsewhere(a, other);
    if (other.kind === "owner") return !namesOwner(a) && isOwnerElsewhere(b, one);
    return isSamePerson(one, other) || (people !== undefined && isStatedPair(one, other, people.personOf) && people.areInOneChat(a, b));
  };
  if (!isOne(a.from, b.from)) return false;
  if (a.to.length === 0 || b.to.length === 0) return true;
  if (isToGroup(a) !== isToGroup(b)) return a.to.length !== b.to.length || areOneGroup(a, b);
  return a.to.length === b.to.length && a.to.every((one) => b.to.some((other) => isOne(one, other)));
}

function namesOwner({ from, to }: Act): boolean {
  return from.kind === "owner" || to.some(({ kind }) => kind === "owner");
}

/** What a group's name compares by: without the number that a folder puts behind the name of a file which is in it already, as in `Choir (1)`. */
export function groupForm(normal: string): string {
  return normal.replace(/(?<=\S) \(\d{1,2}\)$/, "");
}

/** One make names a group, another everybody in it. */
function isToGroup({ to }: Act): boolean {
  return to.some(({ kind }) => kind === "group");
}

/** By normal form; a bare name also by the name that the other make shows beside a number or account. Two numbers are never one. */
export function isSamePerson(a: Identity, b: Identity): boolean {
  if (a.normal === b.normal) return (a.kind === "withheld") === (b.kind === "withheld");
  if (a.kind === "name") return b.kind !== "name" && b.name !== undefined && nameForm(b.name) === a.normal;
  return b.kind === "name" && a.name !== undefined && nameForm(a.name) === b.normal;
}

/** Whether she says that two names are one person's. Two numbers or accounts are never one, whoever holds both. */
export function isStatedPair(a: Identity, b: Identity, personOf: StatedPeople["personOf"]): boolean {
  if (a.kind !== "name" && b.kind !== "name") return false;
  const person = personOf(a);
  return person !== undefined && person === personOf(b);
}

/**
 * Makes a question: can somebody whom another export names be the owner of the export that a record stands in? Not whoever is somebody else there:
 * "Happy birthday" of a friend in the group is not hers because both wrote it in one minute. Asked seldom, so the names are gathered when asked.
 */
function createOwnerCheck(acts: readonly TimelineAct[]): OwnerCheck {
  let namesByFile: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  return (nameless, named) => {
    if (named.kind === "withheld" || named.kind === "group") return false;
    namesByFile ??= gatherNames(acts);
    const forms = formsOf(named);
    return !nameless.sources.some(({ sha256 }) => forms.some((form) => namesByFile?.get(sha256)?.has(form)));
  };
}

function gatherNames(acts: readonly TimelineAct[]): ReadonlyMap<string, ReadonlySet<string>> {
  const namesByFile = new Map<string, Set<string>>();
  const formsByIdentity = new Map<string, readonly string[]>();
  for (const { from, to, sources } of acts) {
    for (const { sha256 } of sources) {
      let names = namesByFile.get(sha256);
      if (!names) namesByFile.set(sha256, (names = new Set()));
      for (const one of to.length === 0 ? [from] : [from, ...to]) {
        if (one.kind === "owner" || one.kind === "withheld" || (names.has(one.normal) && one.name === undefined)) continue;
        const key = `${one.normal}\u0000${one.name ?? ""}`;
        let forms = formsByIdentity.get(key);
        if (!forms) formsByIdentity.set(key, (forms = formsOf(one)));
        for (const form of forms) names.add(form);
      }
    }
  }
  return namesByFile;
}

const ownersHand = "\u0000owner";

function handsOf(from: Identity, people: StatedPeople | undefined): readonly string[] {
  if (from.kind === "owner") return [ownersHand];
  const person = people?.personOf(from);
  return person === undefined ? formsOf(from) : [...formsOf(from), `\u0000${person}`];
}

function formsOf({ normal, name }: Identity): readonly string[] {
  return name === undefined ? [normal] : [normal, nameForm(name)];
}

/** A unit that waits for its twin until a reading of its time runs out. */
interface Waiting {
  readonly unit: Unit;
  readonly reading: Interval;
  /** How many records the unit had: one that has grown since waits elsewhere. */
  readonly size: number;
}

/** Units of the same lanes, in order of time. */
interface Queue {
  readonly lanes: readonly Lane[];
  readonly waiting: Waiting[];
  /** The first that can still be waiting. */
  head: number;
  /** Those that have an id of the source's own, by family and id. */
  readonly bySourceId: Map<string, Waiting>;
  readonly agreesWithLane: Map<number, boolean>;
}

/** All queues that are not empty, and each by the hands that wrote what waits in it. */
interface Queues {
  readonly byLanes: Map<string, Queue>;
  readonly byHand: Map<string, Set<Queue>>;
  readonly agree: LaneCheck;
}

/** Goes through all readings in order of time; each unit joins the waiting one that agrees and whose time runs out first, or waits itself. */
function sweep(units: readonly Unit[], agree: LaneCheck): readonly Unit[] {
  const queues: Queues = { byLanes: new Map(), byHand: new Map(), agree };
  for (const unit of units) unit.state = "open";
  for (const { unit, reading } of inOrderOfReading(units)) {
    if (unit.state !== "open") continue;
    const found = findWaiting(queues, unit, reading);
    if (!found) {
      wait(queues, unit, reading);
      continue;
    }
    const whole = found.unit;
    whole.readings = readingsOfBoth(meeting(found.reading, reading), whole.readings, unit.readings);
    whole.records.push(...unit.records); // bounded: one record a file
    whole.lanes.push(...unit.lanes); // bounded: one lane a file
    whole.hands = [...new Set([...whole.hands, ...unit.hands])];
    whole.state = "settled";
    unit.state = "taken";
    wait(queues, whole, whole.readings[0] ?? reading);
  }
  return units.filter(({ state }) => state !== "taken");
}

interface ReadingOfUnit {
  readonly unit: Unit;
  readonly reading: Interval;
}

function inOrderOfReading(units: readonly Unit[]): readonly ReadingOfUnit[] {
  return units
    .flatMap((unit) => unit.readings.map((reading, place) => ({ unit, reading, place })))
    .sort(
      (a, b) =>
        a.reading.earliest - b.reading.earliest ||
        a.reading.latest - b.reading.latest ||
        a.place - b.place ||
        inOrderOfRecord(a.unit.first, b.unit.first),
    );
}

/** The owner of an export is looked for under every name, whoever has a name under it and as the owner. */
function findWaiting(queues: Queues, unit: Unit, reading: Interval): Waiting | undefined {
  for (const hand of unit.hands) {
    const queuesOfHand = queues.byHand.get(hand);
    const found = queuesOfHand && findIn(queuesOfHand, queues, unit, reading);
    if (found) return found;
  }
  const others = unit.hands.includes(ownersHand) ? queues.byLanes.values() : queues.byHand.get(ownersHand);
  return others && findIn(others, queues, unit, reading);
}

function findIn(candidates: Iterable<Queue>, queues: Queues, unit: Unit, reading: Interval): Waiting | undefined {
  let best: Waiting | undefined;
  let looked = 0;
  for (const queue of candidates) {
    const head = headOf(queue, reading);
    if (!head) {
      forget(queues, queue);
      continue;
    }
    if (++looked > mostQueues) break;
    if (!agrees(queue, unit, queues.agree)) continue;
    const one = sourceIdThatDecides(queue, unit) ?? head;
    if (isStillWaiting(one, reading) && sourceIdsAgree(one.unit, unit) && (!best || one.reading.latest < best.reading.latest)) best = one;
  }
  return best;
}

/** The first that still waits; those before it are let go. */
function headOf(queue: Queue, reading: Interval): Waiting | undefined {
  for (; queue.head < queue.waiting.length; queue.head++) {
    const one = queue.waiting[queue.head];
    if (one && isStillWaiting(one, reading)) return one;
  }
  return undefined;
}

/** Readings come in order of their beginning, so what waits has begun: it meets the next one unless it has ended. */
function isStillWaiting({ unit, size, reading: { latest } }: Waiting, { earliest }: Interval): boolean {
  return unit.state !== "taken" && unit.records.length === size && latest >= earliest;
}

function agrees(queue: Queue, { lanes }: Unit, agree: LaneCheck): boolean {
  return lanes.every((lane) => {
    let answer = queue.agreesWithLane.get(lane.number);
    if (answer === undefined) queue.agreesWithLane.set(lane.number, (answer = queue.lanes.every((other) => agree(other, lane))));
    return answer;
  });
}

/** Where both come from sources that number their messages alike, the one with the same number. */
function sourceIdThatDecides({ bySourceId, lanes }: Queue, { records }: Unit): Waiting | undefined {
  if (bySourceId.size === 0) return undefined;
  const own = records.find((record) => lanes.some(({ family }) => family !== undefined && family === familyOf(record)));
  return own && bySourceId.get(sourceIdKey(own));
}

function sourceIdsAgree(a: Unit, b: Unit): boolean {
  return a.records.every((one) => b.records.every((other) => sourceIdAgrees(one, other)));
}

/** Two numbers of one kind of source are two messages. */
function sourceIdAgrees(a: Act, b: Act): boolean {
  return a.sourceId === b.sourceId || a.sourceId === undefined || b.sourceId === undefined || familyOf(a) !== familyOf(b);
}

function sourceIdKey(record: Act): string {
  return `${familyOf(record)} ${record.sourceId}`;
}

function wait({ byLanes, byHand }: Queues, unit: Unit, reading: Interval): void {
  const key = unit.lanes.map(({ number }) => number).sort((a, b) => a - b).join(" "); // prettier-ignore
  let queue = byLanes.get(key);
  if (!queue) {
    queue = { lanes: [...unit.lanes], waiting: [], head: 0, bySourceId: new Map(), agreesWithLane: new Map() };
    byLanes.set(key, queue);
    for (const hand of unit.hands) {
      const same = byHand.get(hand);
      if (same) same.add(queue);
      else byHand.set(hand, new Set([queue]));
    }
  }
  const one = { unit, reading, size: unit.records.length };
  queue.waiting.push(one);
  for (const record of unit.records) if (record.sourceId !== undefined) queue.bySourceId.set(sourceIdKey(record), one);
}

function forget({ byLanes, byHand }: Queues, queue: Queue): void {
  byLanes.delete(queue.lanes.map(({ number }) => number).sort((a, b) => a - b).join(" ")); // prettier-ignore
  for (const { hands } of queue.lanes) for (const hand of hands) byHand.get(hand)?.delete(queue);
}

/** The stretch that two share; it ends before it begins where they share none. */
function meeting(a: Interval, b: Interval): Interval {
  return { earliest: a.earliest > b.earliest ? a.earliest : b.earliest, latest: a.latest < b.latest ? a.latest : b.latest };
}

function isStretch({ earliest, latest }: Interval): boolean {
  return earliest <= latest;
}

/** Every stretch on which both agree, that on which they met first. */
function readingsOfBoth(met: Interval, some: readonly Interval[], others: readonly Interval[]): readonly Interval[] {
  const all = some.flatMap((one) => others.map((other) => meeting(one, other))).filter(isStretch);
  return [met, ...all.filter((one) => !isSameInterval(one, met))];
}

function isSameInterval(a: Interval, b: Interval): boolean {
  return a.earliest === b.earliest && a.latest === b.latest;
}

function meets(a: Interval, b: Interval): boolean {
  return isStretch(meeting(a, b));
}

function inOrderOfRecord(a: Act, b: Act): number {
  return compareText(a.id, b.id) || inOrderOfSource(a.source, b.source);
}

const rankByGrade = new Map<Grade, number>(grades.map((grade, rank) => [grade, rank]));

/** How good a grade is, the best 0. */
export function rankOf(grade: Grade): number {
  return rankByGrade.get(grade) ?? 0;
}

/** How many attachments were handed over with a record. */
export function knownBytes(act: Act): number {
  return act.attachments.filter((attachment) => attachment.sha256 !== undefined).length;
}

/** The better grade leads, then the one whose attachments were handed over, then the one that tells the time more closely, then by id and place. */
function inOrderOfLead(a: Act, b: Act): number {
  return (
    rankOf(a.grade) - rankOf(b.grade) ||
    knownBytes(b) - knownBytes(a) ||
    a.when.latest - a.when.earliest - (b.when.latest - b.when.earliest) ||
    inOrderOfRecord(a, b)
  );
}

function actOfRecords(unordered: readonly TimelineAct[]): TimelineAct {
  const records = [...unordered].sort(inOrderOfLead);
  const [lead] = records;
  if (!lead) throw new Error("no record to lead");
  const [first] = lead.sources;
  const others = records.flatMap(({ sources }) => sources).filter((source) => source !== first);
  const alsoIds = [...new Set(records.map(({ id }) => id))].filter((id) => id !== lead.id).sort(compareText);
  return {
    ...lead,
    ...timeOfRecords(lead, records),
    sources: [lead.source, ...others.sort(inOrderOfSource)],
    ...(alsoIds.length === 0 ? {} : { alsoIds }),
    records,
  };
}

/** Flags that hang on which day a date means. */
const flagsOfDay: ReadonlySet<Flag> = new Set<Flag>(["date-order-assumed", "time-twice", "time-never", "far-date", "out-of-order"]);

/** Where the lead had to assume the order of its date and another file proves it, the proven date, or months would hang on a hash. */
export function provenDate(lead: Act, records: readonly Act[]): Pick<Act, "when" | "flags"> {
  if (!isAssumed(lead)) return lead;
  const proven = records.find((act) => !isAssumed(act));
  if (proven === undefined) return lead;
  const isOfDay = (flag: Flag) => flagsOfDay.has(flag);
  return { when: proven.when, flags: [...lead.flags.filter((flag) => !isOfDay(flag)), ...proven.flags.filter(isOfDay)] };
}

function isAssumed({ flags }: Act): boolean {
  return flags.includes("date-order-assumed");
}

/** The time of the lead; the chosen reading of another record that it does not meet stays in `or`, unless its order of date was a guess. */
function timeOfRecords(lead: Act, records: readonly Act[]): Pick<Act, "when" | "flags"> {
  const { when, flags } = provenDate(lead, records);
  const isProven = records.some((act) => !isAssumed(act));
  const or: Interval[] = [...(when.or ?? [])];
  for (const record of records) {
    if (isProven && isAssumed(record)) continue;
    const { earliest, latest }: When = record.when;
    if (meets(when, record.when) || or.some((one) => isSameInterval(one, record.when))) continue;
    or.push({ earliest, latest });
  }
  return { when: or.length === 0 ? when : { ...when, or }, flags };
}
