import {
  type Act,
  type ActId,
  type Attachment,
  type Covers,
  type Flag,
  type Identity,
  type Kind,
  type Notice,
  type Reading,
  type Utf8Text,
  spanOf,
  withheld,
} from "@unmask/core";
import { type ReadContext, type Sibling, covering, coversAt, notice, unblockNotice, unread } from "../../importer.ts";
import { hereStandsNothing } from "../../write-over.ts";
import { type BodyPlace, isPlainlyTyped, readBody } from "./body.ts";
import { type Clock, type ReadStamp, createClock } from "./clock.ts";
import { isBlock, isUnblock, knownNotice, nameForm } from "./notices.ts";
import { type Author, type Chat, type People, chatOf, findPeople } from "./people.ts";
import type { Filling, RecordTaker, StrayBytes, WrittenRecord } from "./record-assembler.ts";
import { type OrderCheck, createOrderCheck, linesAhead, trait } from "./order-check.ts";
import type { FileProfile } from "./file-profile.ts";
import { comparingForm, longestMarker, markerOf, noticeOf } from "./words.ts";
import type { WrittenDate, WrittenStamp } from "@unmask/formats";

/**
 * Records become readings: an act, a notice or an unread span each. A record waits until some later ones are known, because only they tell
 * which headers are out of time.
 */

/** A record that names a file, which is to be looked up among the files beside it. */
export interface WaitingForFile {
  readonly file: string;
  /** Undefined: it is not there. */
  found(sibling: Pick<Sibling, "size" | "sha256"> | undefined): void;
}

/** Makes the readings of one file. */
export interface Reader extends RecordTaker {
  /** The records that name a file, since this was last asked: each is to be told what was found before the next hand-over. */
  waiting(): readonly WaitingForFile[];
  /** The readings that are settled; all of them when the file has ended. */
  handOver(ended: boolean): readonly Reading[];
}

/** A reading that waits for what follows: only then are the flags and the attachment of an act filled in. */
type Held = { readonly act: Filling<Act> } | Exclude<Reading, { readonly act: Act }>;

const unknownClockWord =
  "The time has a word that we do not know, so the hour is uncertain. Tell us the language of the phone; the message can be read in the original file.";
const impossibleStamp =
  "There is no such date or time (a 31 February, an hour 25), so the message was put at no time. It can be read in the original file.";
const beforeFirst = "These lines stand before the first line with a date. They may be the end of a message that was cut off.";
const tooLong = "This message is longer than any that WhatsApp sends. Its beginning was read; the rest is in the original file.";
/** How much of a line of the app is looked at. */
const longestNotice = 400;

/** What the app writes when a chat or a group begins. */
const beginsChat: ReadonlySet<string> = new Set(["encryption notice", "group notice"]);

const nobody: readonly Identity[] = [];
const noAttachments: readonly Attachment[] = [];
const noFlags: readonly Flag[] = [];
const mediaMissing: readonly Flag[] = ["media-missing"];

/** The surroundings of a body, one object each for all messages. */
const strict: BodyPlace = { strict: true, marked: false, bracketed: true };
const strictMarked: BodyPlace = { strict: true, marked: true, bracketed: true };
const bracketed: BodyPlace = { strict: false, marked: false, bracketed: true };
const dashed: BodyPlace = { strict: false, marked: false, bracketed: false };

/** What the readings of one file are made with. */
interface Desk {
  readonly context: ReadContext;
  readonly profile: FileProfile;
  readonly chat: Chat;
  readonly people: People;
  readonly clock: Clock;
  readonly orderCheck: OrderCheck;
  readonly numbers: Numbers;
  /** Key, numbers and words of the id at hand: one list, because a million would be garbage. */
  readonly fieldsOfMessage: [key: string | Utf8Text, numbers: Utf8Text, words: string | Utf8Text];
  /** What the last stamp that was read means. */
  latestStamp: ReadStamp | undefined;
  /** Something stood in the file before the record at hand. */
  begun: boolean;
  held: Held[];
  waiting: WaitingForFile[];
}

/** Starts reading; `profile` is what the first pass found. */
export function createReader(context: ReadContext, profile: FileProfile): Reader {
  const chat = chatOf(context.spanOf(0, 0));
  const { zone, stated } = context.zone;
  const numbers = createNumbers();
  const desk: Desk = {
    context,
    profile,
    chat,
    people: findPeople(chat, profile, context.country),
    clock: createClock({ zone, stated, now: context.now, dateOrderOf: profile.dateOrderOf }),
    orderCheck: createOrderCheck(),
    numbers,
    fieldsOfMessage: ["", numbers.text, ""],
    latestStamp: undefined,
    begun: false,
    held: [],
    waiting: [],
  };
  return {
    takeRecord: (record) => takeRecord(desk, record),
    takeStray(stray) {
      const span = context.spanOf(stray.start, stray.end);
      if (!stray.blank) desk.begun = true;
      holdTimeless(desk, stray.blank ? notice("blank lines", span) : unread(whyStray(stray), span));
    },
    waiting() {
      const files = desk.waiting;
      if (files.length > 0) desk.waiting = [];
      return files;
    },
    handOver: (ended) => handOver(desk, ended),
  };
}

function whyStray({ rest, writtenOver: isOver }: StrayBytes): string {
  if (isOver) return hereStandsNothing;
  return rest ? tooLong : beforeFirst;
}

function takeRecord(desk: Desk, record: WrittenRecord): void {
  const { context, people } = desk;
  const { header, wrote, start, end, ordinal } = record;
  const isFirst = !desk.begun;
  desk.begun = true;
  if (header.unknownWord) return holdTimeless(desk, unread(unknownClockWord, context.spanOf(start, end)));
  if (!record.sameStamp || desk.latestStamp?.when.wrote !== wrote) desk.latestStamp = desk.clock.read(header, wrote);
  const stamp = desk.latestStamp;
  if (!stamp) return holdTimeless(desk, unread(impossibleStamp, context.spanOf(start, end)));
  const author = record.author === undefined ? undefined : people.authorOf(record.author);
  const isTypedIn = !author && record.severalLines && hasWordsBelow(record.text);
  const read = author
    ? doneBy(desk, author, record, stamp)
    : isTypedIn
      ? doneByNobody(desk, record, stamp)
      : (doneByApp(desk, record, stamp) ?? saysOf(record.text));
  const act = typeof read === "string" ? undefined : read;
  const odd = isTypedIn || (ordinal > 0 && (record.oddlyMade || stamp.strayed || (act !== undefined && author?.odd)));
  if (typeof read === "string") {
    const wrote = wordsOf(record.text);
    const known = author === undefined ? knownNotice(wrote, people.isName) : read;
    const isWhole = known !== undefined;
    const covers = odd ? undefined : shownBy({ isFirst: isFirst && beginsChat.has(read), isWhole }, stamp);
    const isUnblocked = known === "unblock notice" && covers !== undefined;
    const shown = isUnblocked ? { ...covers, unblocked: [spanOf(stamp.when)] } : covers;
    desk.held.push(covering(notice(read, context.spanOf(start, end), wrote), shown));
  } else desk.held.push({ act: read });
  desk.orderCheck.add(
    stamp.when,
    (act ? trait.act : 0) + (odd ? trait.odd : 0) + (stamp.far ? trait.far : 0) + (record.beginsAnew ? trait.beginsAnew : 0),
  );
}

/** The first record has no message above it into which it could be typed; of a later one only a whole sentence of the app shows a time. */
function shownBy({ isFirst, isWhole }: { readonly isFirst: boolean; readonly isWhole: boolean }, stamp: ReadStamp): Covers | undefined {
  const at = isFirst || isWhole ? coversAt(stamp) : undefined;
  if (at === undefined || (isFirst && isWhole)) return at;
  return isFirst ? { from: at.from } : { until: at.until };
}

function holdTimeless({ held, orderCheck }: Desk, reading: Held): void {
  held.push(reading);
  orderCheck.add(undefined, trait.none);
}

function handOver(desk: Desk, ended: boolean): readonly Reading[] {
  const { held, orderCheck } = desk;
  const settled = ended ? held.length : Math.max(0, held.length - linesAhead);
  for (let i = 0; i < settled; i++) {
    const placed = orderCheck.place(i);
    const reading = held[i];
    if (placed.length === 0 || !reading) continue;
    if ("act" in reading) reading.act.flags = join(reading.act.flags, placed);
    else if ("notice" in reading && reading.notice.covers) held[i] = withoutSpan(reading.notice);
  }
  orderCheck.drop(settled);
  desk.held = held.splice(settled);
  return held;
}

/** A line that stands out of time shows nothing of the span of its file. */
function withoutSpan({ covers: _, ...said }: Notice): Held {
  return { notice: said };
}

/** A string is what a notice says that the app wrote under the author's name. */
function doneBy(desk: Desk, author: Author, record: WrittenRecord, stamp: ReadStamp): Filling<Act> | string {
  const { identity, readers, name, messageKey } = author;
  const { text, cut, doubtful } = record;
  const place = placeOf(desk.profile, record);
  const damaged = damage(cut, doubtful);
  if (isPlainlyTyped(record, place)) {
    const act = actAt(desk, record, stamp, idOf(desk, record, messageKey, record.utf8 ?? text));
    act.from = identity;
    act.to = readers;
    act.text = text;
    if (damaged.length > 0) act.flags = join(damaged, stamp.flags);
    return act;
  }
  const body = readBody(text, place, (form) => desk.people.isName(form) || form === nameForm(name));
  if ("says" in body) return body.says;
  if ("blockWords" in body) return blockOf(desk, record, stamp, { form: body.blockWords, under: identity });
  const { kind, file, duration, onlyIfPresent } = body;
  const key = kind === "message" ? messageKey : `${kind} ${name}`;
  const fileOfPhone = onlyIfPresent ? undefined : file?.replace(/^\d{8}-/, ""); // iOS puts the number of the message before it.
  const words = body.text ?? body.appWords;
  const id = fileOfPhone === undefined ? idOf(desk, record, key, words) : idWithFile(desk, record, { key, words, file: fileOfPhone });
  const act = actAt(desk, record, stamp, id);
  act.kind = kind;
  act.from = identity;
  act.to = readers;
  act.text = body.text;
  act.flags = join(join(body.flags, damaged), stamp.flags);
  if (duration !== undefined) act.duration = duration;
  if (file !== undefined)
    desk.waiting.push({ file, found: (sibling) => (sibling || !onlyIfPresent ? attach(act, file, sibling) : undefined) });
  return act;
}

function placeOf({ marksAppText }: FileProfile, { header }: WrittenRecord): BodyPlace {
  if (!header.bracketed) return dashed;
  if (!marksAppText) return bracketed;
  return header.marked ? strictMarked : strict;
}

/** The app writes one line: words below it stand in a message into which the header was typed, or under an author whose name was lost. */
function hasWordsBelow(text: string): boolean {
  const lineBreak = text.indexOf("\n");
  return lineBreak !== -1 && text.slice(lineBreak).trim() !== "";
}

/** A line that looks like one of the app, with words below: what stands there is a message, and the file names nobody who wrote it. */
function doneByNobody(desk: Desk, record: WrittenRecord, stamp: ReadStamp): Filling<Act> {
  const text = wordsOf(record.text);
  const act = actAt(desk, record, stamp, idOf(desk, record, "message ", text));
  act.from = withheld;
  act.text = text;
  act.flags = join(damage(record.cut, record.doubtful), stamp.flags);
  return act;
}

/** A line without an author is the app's own, but for a call and a block: those somebody did. */
function doneByApp(desk: Desk, record: WrittenRecord, stamp: ReadStamp): Filling<Act> | undefined {
  if (record.text.length > longestMarker) return undefined;
  const { people } = desk;
  const form = comparingForm(record.text);
  const marker = markerOf(form);
  if (marker?.kind === "call") {
    const act = actAt(desk, record, stamp, idOf(desk, record, "call ", form));
    act.kind = "call";
    // The app writes it on the phone that was called, in the chat with the caller.
    act.from = people.contact ?? withheld;
    act.to = [people.holder];
    act.flags = join(marker.flags, stamp.flags);
    if (marker.duration !== undefined) act.duration = marker.duration;
    return act;
  }
  return isBlock(record.text) ? blockOf(desk, record, stamp, { form, under: people.contact }) : undefined;
}

/** A block is the holder's, whoever it stands under: there it names whom she blocked. */
function blockOf(
  desk: Desk,
  record: WrittenRecord,
  stamp: ReadStamp,
  { form, under }: { readonly form: string; readonly under: Identity | undefined },
): Filling<Act> {
  const { contact, holder } = desk.people;
  const act = actAt(desk, record, stamp, idOf(desk, record, "block ", form));
  const blocked = contact ?? (under?.normal === holder.normal ? undefined : under);
  act.kind = "block";
  act.from = holder;
  act.to = blocked ? [blocked] : nobody;
  return act;
}

/** `key` is kind and author as written, a blank between them; `words` what was typed, else the app's words in comparing form. */
function idOf(desk: Desk, record: WrittenRecord, key: string | Utf8Text, words: string | Utf8Text): ActId {
  const { context, fieldsOfMessage } = desk;
  takeNumbers(desk, record);
  fieldsOfMessage[0] = key;
  fieldsOfMessage[2] = words;
  return context.tally.idOf("whatsapp", fieldsOfMessage);
}

/** As `idOf`, of a message with a file. */
function idWithFile(
  desk: Desk,
  record: WrittenRecord,
  { key, words, file }: { key: string | Utf8Text; words: string; file: string },
): ActId {
  takeNumbers(desk, record);
  return desk.context.tally.idOf("whatsapp", [key, desk.numbers.text, words, file]);
}

function takeNumbers({ context, profile, numbers }: Desk, { header }: WrittenRecord): void {
  if (numbers.set(header.stamp) && profile.runsForward) context.tally.forget();
}

/** What all acts of this file have in common, at the time of one record. */
function actAt({ context, people, chat }: Desk, { start, end }: WrittenRecord, { when, flags }: ReadStamp, id: ActId): Filling<Act> {
  const source = context.spanOf(start, end);
  const kind: Kind = "message";
  const channel = "whatsapp";
  const from = people.holder;
  const to = nobody;
  const text = null;
  const attachments = noAttachments;
  const grade = "text-export";
  // Spelled out twice, because a spread would cost more than the rest of the act.
  if (chat.title === undefined) return { id, kind, channel, when, from, to, text, attachments, flags, grade, source };
  return { id, kind, channel, when, from, to, text, attachments, flags, grade, thread: chat.title, source };
}

/** What a line without an author is about, in our words. */
function saysOf(line: string): string {
  return isUnblock(line) ? unblockNotice : noticeOf(comparingForm(line.slice(0, longestNotice)));
}

/** The app's words without its mark. */
function wordsOf(text: string): string {
  return text.startsWith("\u200e") ? text.slice(1) : text;
}

/** Fills in the file that came with a message: its hash where it lies beside the chat. */
function attach(act: Filling<Act>, name: string, sibling: Pick<Sibling, "size" | "sha256"> | undefined): void {
  act.attachments = [sibling ? { name, size: sibling.size, sha256: sibling.sha256 } : { name }];
  if (!sibling) act.flags = join(mediaMissing, act.flags);
}

function damage(cut: boolean, doubtful: boolean): readonly Flag[] {
  if (!cut && !doubtful) return noFlags;
  return [...(cut ? (["truncated"] as const) : []), ...(doubtful ? (["decoding-doubtful"] as const) : [])];
}

/** Joins two lists without building a new one where either is empty: a million acts share a few lists. */
function join(first: readonly Flag[], second: readonly Flag[]): readonly Flag[] {
  if (second.length === 0) return first;
  return first.length === 0 ? second : [...first, ...second];
}

interface Numbers {
  readonly text: Utf8Text;
  /** Returns whether they are others than before. */
  set(stamp: WrittenStamp): boolean;
}

/**
 * The numbers of a stamp in the order in which they are written, one character each, a first or third one (either may be a year) as its hundreds
 * and the rest: equal however separators, digits and clock are written.
 */
function createNumbers(): Numbers {
  const view = new DataView(new ArrayBuffer(8));
  let dateAtHand: WrittenDate | undefined;
  let first = -1;
  let second = -1;
  return {
    text: { view, from: 0, to: 8 },
    set({ date, hour, minute, seconds }) {
      const before = first;
      if (date !== dateAtHand) {
        first = hundreds(date.first) + (date.first % 100) * 0x100 + date.second * 0x10000 + hundreds(date.third) * 0x1000000;
        dateAtHand = date;
      }
      const rest = (date.third % 100) + hour * 0x100 + minute * 0x10000 + (seconds + 1) * 0x1000000;
      if (first === before && rest === second) return false;
      second = rest;
      view.setInt32(0, first, true);
      view.setInt32(4, second, true);
      return true;
    },
  };
}

function hundreds(year: number): number {
  return Math.floor(year / 100);
}
