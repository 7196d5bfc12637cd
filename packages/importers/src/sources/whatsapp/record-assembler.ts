import type { Utf8Text } from "@unmask/core";
import { type Encoding, type LineBatch, copyOfText, type WrittenDate, standsAt } from "@unmask/formats";
import { type HeaderCache, type Time, createHeaderCache, mayStartHeader, readTimeUnder } from "./header-cache.ts";
import { type AuthorSplit, type WrittenHeader, isAppMark, longestAuthor, scanHeader, splitAuthor } from "./header.ts";
import { type FileProfile, lineEnd } from "./file-profile.ts";

/**
 * Lines become records: a header and the lines below it, up to the next header.
 */

/** Longest record that is read whole, in bytes; WhatsApp's own limit is 65,536 characters. Stops a header before endless lines. */
export const maxRecordBytes: number = 1024 * 1024;

/** A header with what stands below it, as written. It is reused, with its header and its bytes: valid until the next record is taken. */
export interface WrittenRecord {
  readonly header: WrittenHeader;
  /** The stamp. */
  readonly wrote: string;
  /** It is that of the record before, to the letter. */
  readonly sameStamp: boolean;
  /** 0 for the first record of the file. */
  readonly ordinal: number;
  /** Bytes of the file. */
  readonly start: number;
  readonly end: number;
  /** The name before the colon; undefined on a line of the app. */
  readonly author: string | undefined;
  /** What stands behind the author, lines joined by a line feed, blank lines at the end left out. */
  readonly text: string;
  /** The same as it stands in the file; undefined where it is not at hand in one piece. */
  readonly utf8: Utf8Text | undefined;
  /** There are lines below the header. */
  readonly severalLines: boolean;
  /** Words of the app may be in the text: U+200E or a link to a map. False: neither is. */
  readonly mayHaveAppWords: boolean;
  /** Cut at `maxRecordBytes`; the rest follows as stray bytes. */
  readonly cut: boolean;
  /** Holds bytes that are no text. */
  readonly doubtful: boolean;
  /** Its header is of another style than those around it. */
  readonly oddlyMade: boolean;
  /** Headers of another style begin here, as in a file that two exports were joined into. */
  readonly beginsAnew: boolean;
}

/** Bytes under no header. */
export interface StrayBytes {
  readonly start: number;
  readonly end: number;
  /** Only line breaks and a byte-order mark. */
  readonly blank: boolean;
  /** They are the rest of a record that was cut. */
  readonly rest: boolean;
  /** Lines of NUL and nothing else: written over in a copy, or lost. */
  readonly writtenOver: boolean;
}

/** Takes what a file falls into, in order and leaving no byte out. */
export interface RecordTaker {
  takeRecord(record: WrittenRecord): void;
  takeStray(stray: StrayBytes): void;
}

/** Gathers records, batch by batch. */
export interface RecordAssembler {
  take(lines: LineBatch): void;
  /** The file has ended. */
  end(): void;
}

/** A thing that is being put together. */
export type Filling<T> = { -readonly [K in keyof T]: T[K] };

type OpenRecord = Filling<WrittenRecord> & {
  /** Where it starts in this batch. */
  at: number;
  /** Where its text goes on in this batch; `text` holds what earlier batches had. */
  from: number;
  /** Where its text starts in the bytes of this batch; -1: not known. */
  fromByte: number;
};

/** What lines with one head have in common; the time of the header is that of the last of them. */
interface CommonHead {
  readonly header: WrittenHeader & { readonly stamp: Time };
  /** Undefined: a line of the app, whose head is not remembered. */
  readonly author: string | undefined;
  /** Characters from the start of the line to the body. */
  readonly bodyAt: number;
}

const appMark = "\u200e";
const mapLink = "maps.google.com";

/** What stands open at the line at hand. */
interface Assembly {
  readonly encoding: Encoding;
  readonly profile: FileProfile;
  readonly taker: RecordTaker;
  readonly people: ReadonlySet<string>;
  readonly headerCache: HeaderCache<CommonHead>;
  readonly mapQuery: Finder;
  latestStyle: number;
  /** Form and digits of the stamp before, where its head was known (`LineHead`). */
  latestForm: string | undefined;
  latestDigits: number;
  latestDate: WrittenDate | undefined;
  open: OpenRecord | undefined;
  /** The object of every record: a million of twenty fields each would be a sixth of all garbage. */
  reused: OpenRecord | undefined;
  stray: Filling<Omit<StrayBytes, "end">> | undefined;
  ordinal: number;
  usualStyle: number;
  /** Where the batches seen so far end. */
  reached: number;
  batchStart: number;
  /** Where the text of a record stands in the batch at hand. */
  readonly utf8: Filling<Utf8Text>;
  /** The batch before ended in a carriage return and a line feed. */
  carriageReturn: boolean;
}

/** Starts gathering; `profile` is what the first pass found. */
export function createRecordAssembler(encoding: Encoding, profile: FileProfile, taker: RecordTaker): RecordAssembler {
  const assembly: Assembly = {
    encoding,
    profile,
    taker,
    people: new Set(profile.people),
    headerCache: createHeaderCache<CommonHead>(),
    mapQuery: createFinder("q="),
    latestStyle: -1,
    latestForm: undefined,
    latestDigits: -1,
    latestDate: undefined,
    open: undefined,
    reused: undefined,
    stray: undefined,
    ordinal: -1,
    usualStyle: -1,
    reached: 0,
    batchStart: 0,
    utf8: { view: new DataView(new ArrayBuffer(0)), from: 0, to: 0 },
    carriageReturn: false,
  };
  return {
    take: (lines) => takeLines(assembly, lines),
    end: () => finish(assembly, "", 0, { end: assembly.reached, cut: false }),
  };
}

function takeLines(assembly: Assembly, lines: LineBatch): void {
  const { text, block, byteAt, count, doubtful } = lines;
  assembly.mapQuery.startOver();
  assembly.utf8.view = block.view;
  assembly.batchStart = block.start;
  for (let i = 0; i < count; i++) {
    takeLine(assembly, lines, i);
    if (assembly.open && doubtful?.[i]) assembly.open.doubtful = true;
  }
  if (assembly.open) carryOver(assembly.open, text);
  assembly.reached = block.start + (byteAt[count] ?? 0);
  assembly.carriageReturn = text.charCodeAt(text.length - 2) === 0x0d;
}

function takeLine(assembly: Assembly, { text, block, textAt, byteAt }: LineBatch, i: number): void {
  const { profile, headerCache, encoding, open } = assembly;
  const at = textAt[i] ?? 0;
  const byte = byteAt[i] ?? 0;
  const start = block.start + byte;
  const next = textAt[i + 1] ?? text.length;
  const inside = (i === 0 && block.continues) || (encoding === "utf-8" && !mayStartHeader(block.bytes[byte]));
  const known = inside ? undefined : headerCache.find(block, byte);
  const head = inside ? undefined : known ? known.value : scanHead(assembly, text, at, next);
  if (head) assembly.ordinal++;
  if (head && (!head.header.unknownWord || profile.trustsUnknownWords)) {
    finish(assembly, text, at, { end: start, cut: false });
    const time = known && readTimeUnder(known, block.view, byte);
    if (time) setTime(head.header.stamp, time);
    const record = begin(assembly, text, head, { at, start, form: known?.stampForm, digits: time ? time.digits : -1 });
    record.fromByte = known ? byte + known.length : -1;
    const bareLineFeed = !(at > 1 ? text.charCodeAt(at - 2) === 0x0d : assembly.carriageReturn);
    record.oddlyMade = profile.isOddlyMade(assembly.ordinal, head.header, bareLineFeed);
    record.beginsAnew = !record.oddlyMade && head.header.style !== assembly.usualStyle;
    if (record.beginsAnew) assembly.usualStyle = head.header.style;
    assembly.open = record;
  } else if (!(i === 0 && block.continues) && isWrittenOver(text, at, next)) {
    if (!assembly.stray?.writtenOver) {
      finish(assembly, text, at, { end: start, cut: false });
      assembly.stray = { start, blank: false, rest: false, writtenOver: true };
    }
  } else if (!open) {
    const stray = (assembly.stray ??= { start, blank: true, rest: false, writtenOver: false });
    if (lineEnd(text, next) > (text.charCodeAt(at) === 0xfeff ? at + 1 : at)) stray.blank = false;
  } else if (block.start + (byteAt[i + 1] ?? 0) - open.start > maxRecordBytes) {
    finish(assembly, text, at, { end: start, cut: true });
    assembly.stray = { start, blank: false, rest: true, writtenOver: false };
  } else open.severalLines = true;
}

/** Whether a line is what a copy has over a record that was left out. No phone writes NUL, and what it stood for is gone, so it ends the record above. */
function isWrittenOver(text: string, at: number, next: number): boolean {
  if (text.charCodeAt(at) !== 0) return false;
  for (let i = at; i < lineEnd(text, next); i++) if (text.charCodeAt(i) !== 0) return false;
  return true;
}

/** Reads a line with care; its head is remembered where an author wrote it. Undefined: it has no header. */
function scanHead(assembly: Assembly, text: string, at: number, next: number): CommonHead | undefined {
  const { headerCache, profile, people, encoding } = assembly;
  const header = scanHeader(text, at);
  if (!header) return undefined;
  if (header.stamp.date !== assembly.latestDate) headerCache.forget();
  assembly.latestDate = header.stamp.date;
  const restAt = at + header.restAt;
  const end = lineEnd(text, next);
  const from = isAppMark(text, restAt) ? restAt + 1 : restAt;
  const split = splitAuthor(text, from, end, header.spacedColon) ?? splitKnown(people, text, from, end);
  const author = split && copyOfText(text.slice(from, split.authorEnd));
  if (!split || author === undefined || !profile.isAuthor(author)) return { header, author: undefined, bodyAt: header.restAt };
  const head = { header: ownHeader(header), author, bodyAt: Math.min(split.bodyAt, end) - at };
  if (encoding === "utf-8") headerCache.remember({ text, at, bodyAt: split.bodyAt, header }, head);
  return head;
}

/** `Sam:.` with no blank: a line of the app, unless the name wrote elsewhere. */
function splitKnown(people: ReadonlySet<string>, text: string, from: number, end: number): AuthorSplit | undefined {
  for (let at = from; at < end && at - from <= longestAuthor; at++) {
    if (text.charCodeAt(at) === 0x3a) return people.has(text.slice(from, at)) ? { authorEnd: at, bodyAt: at + 1 } : undefined;
  }
  return undefined;
}

function begin(
  assembly: Assembly,
  text: string,
  { header, author, bodyAt }: CommonHead,
  { at, start, form, digits }: { at: number; start: number; form: string | undefined; digits: number },
): OpenRecord {
  const { latestStyle, latestForm, latestDigits, ordinal } = assembly;
  const record = (assembly.reused ??= emptyRecord(header));
  const latestWrote = record.wrote;
  const { wroteAt, wroteEnd, style } = header;
  const isSameText =
    form !== undefined && form === latestForm
      ? digits === latestDigits
      : wroteEnd - wroteAt === latestWrote.length && standsAt(text, latestWrote, at + wroteAt);
  const sameStamp = style === latestStyle && isSameText;
  const wrote = sameStamp ? latestWrote : text.slice(at + wroteAt, at + wroteEnd);
  assembly.latestStyle = style;
  assembly.latestForm = form;
  assembly.latestDigits = digits;
  record.header = header;
  record.wrote = wrote;
  record.sameStamp = sameStamp;
  record.ordinal = ordinal;
  record.start = start;
  record.author = author;
  record.text = "";
  record.severalLines = false;
  record.doubtful = false;
  record.at = at;
  record.from = at + bodyAt;
  return record;
}

function emptyRecord(header: WrittenHeader): OpenRecord {
  return {
    header, wrote: "", sameStamp: false, ordinal: 0, start: 0, end: 0, author: undefined, text: "", utf8: undefined, mayHaveAppWords: true,
    cut: false, doubtful: false, oddlyMade: false, beginsAnew: false, at: 0, from: 0, fromByte: -1, severalLines: false,
  }; // prettier-ignore
}

/** Closes what is open before the byte `end`, which stands at `at` in the text. */
function finish(assembly: Assembly, text: string, at: number, { end, cut }: { end: number; cut: boolean }): void {
  const { open: record, stray, utf8, taker } = assembly;
  if (record) {
    assembly.open = undefined;
    const endOfText = lineEnd(text, at);
    const here = text.slice(record.from, endOfText);
    // Text that came in one piece is not looked through: it has no mark where each character is one byte, and links are looked up once a batch.
    record.mayHaveAppWords =
      record.text !== "" ||
      (at - record.at !== end - record.start && here.includes(appMark)) ||
      (assembly.mapQuery.isBetween(text, record.from, at) && here.includes(mapLink));
    record.text = record.text === "" && !record.severalLines ? here : joinedLines(record.text + here);
    // Lines that were joined may have other bytes than their text.
    if (record.fromByte === -1 || record.text.length !== here.length || record.doubtful) record.utf8 = undefined;
    else {
      utf8.from = record.fromByte;
      utf8.to = end - assembly.batchStart - (at - endOfText);
      record.utf8 = utf8;
    }
    record.end = end;
    record.cut = cut;
    taker.takeRecord(record);
  } else if (stray) {
    taker.takeStray({ ...stray, end });
    assembly.stray = undefined;
  }
}

/** Keeps what a record has in a batch that ends. */
function carryOver(open: OpenRecord, text: string): void {
  open.text += text.slice(open.from);
  open.from = 0;
  open.fromByte = -1;
  open.severalLines = true;
}

/** A header of one's own, in the order of properties of `scanHeader`: code that reads both is quicker where they are of one shape. */
function ownHeader(header: WrittenHeader): WrittenHeader & { readonly stamp: Time } {
  const { stampAt, wroteAt, wroteEnd, restAt, bracketed, marked, style, unknownWord, spacedColon } = header;
  const { date, hour, minute, seconds, timeAt, end, style: ofStamp, padding, half } = header.stamp;
  const stamp = { date, hour, minute, seconds, timeAt, end, style: ofStamp, padding, half };
  return { stamp, stampAt, wroteAt, wroteEnd, restAt, bracketed, marked, style, unknownWord, spacedColon };
}

function setTime(stamp: Time, { hour, minute, seconds, padding }: Readonly<Time>): void {
  stamp.hour = hour;
  stamp.minute = minute;
  stamp.seconds = seconds;
  stamp.padding = padding;
}

/** Lines joined by a line feed, without the line break that ends them and blank lines before that. */
function joinedLines(lines: string): string {
  const text = lines.includes("\r\n") ? lines.replaceAll("\r\n", "\n") : lines;
  let end = text.length;
  while (end > 0 && (text.charCodeAt(end - 1) === 0x0a || text.charCodeAt(end - 1) === 0x0d)) end--;
  return text.slice(0, end);
}

interface Finder {
  startOver(): void;
  isBetween(text: string, from: number, end: number): boolean;
}

/** Looks a word up in stretches of one text that follow each other, going through it once and not once for each stretch. */
function createFinder(word: string): Finder {
  let found = -1;
  return {
    startOver() {
      found = -1;
    },
    isBetween(text, from, end) {
      if (found < from) {
        const next = text.indexOf(word, from);
        found = next === -1 ? Number.POSITIVE_INFINITY : next;
      }
      return found < end;
    },
  };
}
