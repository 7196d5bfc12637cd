import type { Source } from "@unmask/core";
import { readStretch } from "../scan/read-stretch.ts";
import { type ZipRecord, recordSize, readRecord } from "./zip-record.ts";

/**
 * The directory of a zip: found from its end, and read record by record (APPNOTE 4.3.12 to 4.3.16). Where a zip contradicts itself, it is read as zip.js 2
 * reads it when it is told to be tolerant: that library is the yardstick in the tests, and the order of what is tried here is its order.
 *
 * [Note: Zips that say not where they are] Bytes before a zip move all its places, some programs do not count them, and a program of sixteen bits counts
 * 65,536 files as none. What an end record says is therefore held against what stands there.
 */

/** Bytes read in one piece at most: a lying end record asks for gigabytes of "directory". 64 MiB hold half a million names. */
const largestPiece = 64 * 1024 * 1024;
/** Places far from the end that are looked at to choose among end records, at most: a comment can be made of thousands of them. */
const mostProbes = 64;

const marks = {
  record: 0x02014b50,
  local: 0x04034b50,
  signature: 0x05054b50,
  end: 0x06054b50,
  zip64End: 0x06064b50,
  zip64Locator: 0x07064b50,
  archiveExtra: 0x08064b50,
  split: 0x08074b50,
} as const;
const endSize = 22;
const zip64EndSize = 56;
const locatorSize = 20;
const max16 = 0xffff;
const max32 = 0xffff_ffff;

/** Why a zip has no directory that can be read. */
export type DirectoryFault = "none" | "split" | "hidden";

/** What was read before the directory ended or broke off. */
export interface ZipDirectory {
  readonly records: readonly PlacedRecord[];
  /** Where the directory begins; undefined where none was found. */
  readonly start?: number;
  readonly fault?: DirectoryFault | "too-many";
}

/** A record and where it stands. */
export interface PlacedRecord extends ZipRecord {
  readonly recordStart: number;
  readonly recordEnd: number;
}

/** Reads the directory of `source`, of at most `most` records. What the disk throws is thrown. */
export async function readDirectory(source: Source, most: number): Promise<ZipDirectory> {
  const found = await findDirectory(source);
  if (typeof found === "string") return { records: [], fault: found };
  const { start, bytes, moved } = found;
  const view = viewOf(bytes);
  const records: PlacedRecord[] = [];
  let at = 0;
  let { count } = found;
  if (count === 0) count = found.isZip64 ? 0 : wrappedCount(view, at);
  while (records.length < count) {
    if (at + recordSize > bytes.length || view.getUint32(at, true) !== marks.record) {
      const isHidden = at === 0 && (found.isSecondVersion || markIn(bytes) === marks.archiveExtra);
      return { records, start, fault: isHidden ? "hidden" : "none" };
    }
    const record = readRecord(bytes.subarray(at));
    if (record === undefined) return { records, start, fault: "none" };
    if (records.length >= most) return { records, start, fault: "too-many" };
    const place = record.lacksSizes && record.offset === max32 ? record.offset : record.offset + moved;
    records.push({ ...record, offset: place, recordStart: start + at, recordEnd: start + Math.min(at + record.length, bytes.length) });
    at += record.length;
    // More than sixteen bits count stands as the rest of it.
    if (records.length === count && !found.isZip64) count += wrappedCount(view, at);
  }
  return { records, start };
}

/** How many records stand one behind the other, where sixteen bits count them as none; else 0. */
function wrappedCount(view: DataView, from: number): number {
  let [at, count] = [from, 0];
  for (; at + recordSize <= view.byteLength && view.getUint32(at, true) === marks.record; count++)
    at += recordSize + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  return count % (max16 + 1) === 0 ? count : 0;
}

interface FoundDirectory {
  readonly start: number;
  readonly bytes: Uint8Array;
  readonly count: number;
  /** How far all places of members are from where they say. */
  readonly moved: number;
  readonly isZip64: boolean;
  /** Of the form that can be encrypted (APPNOTE 7.3.4). */
  readonly isSecondVersion: boolean;
}

/** What the end records say of the directory. */
interface Ends {
  start: number;
  length: number;
  count: number;
  disk: number;
  lastDisk: number;
  moved: number;
  /** Where the first of the end records stands. */
  before: number;
  isZip64: boolean;
  isSecondVersion: boolean;
  isEncrypted: boolean;
}

async function findDirectory(source: Source): Promise<FoundDirectory | DirectoryFault> {
  const { size } = source;
  const endAt = await findEnd(source);
  if (endAt === undefined) return (await markAt(source, 0)) === marks.split ? "split" : "none";
  const ends = await readEnds(source, endAt);
  if (ends === undefined) return "none";
  const { count, disk, isZip64, isSecondVersion } = ends;
  if (ends.lastDisk !== 0) return "split";
  const isOneDisk = disk === 0;
  let { start, length, moved } = ends;
  let bytes = start < size ? await piece(source, start, length) : new Uint8Array(0);
  if (length > 0) {
    const place = await truePlace(source, { ends, bytes });
    if (place === undefined) return "none";
    if (place !== start) {
      const delta = place - start;
      start = place;
      bytes = await piece(source, start, length);
      const { said, shifted } = await localHeaders(source, bytes, delta);
      if (delta > 0 ? !said || shifted : !said && shifted) moved += delta;
    }
    if (bytes === undefined || bytes.length < 4) return "none";
  } else if (count === 0 && start < ends.before && isOneDisk) {
    moved += ends.before - start;
    start = ends.before;
  }
  const left = ends.before - start;
  if (length !== left && left >= 0 && isOneDisk) {
    length = left;
    bytes = await piece(source, start, length);
  }
  if (bytes === undefined || start < 0 || start >= size) return "none";
  return { start, bytes, count, moved, isZip64, isSecondVersion };
}

/** Where the end record stands that the rest of the zip bears out best; undefined where there is none. */
async function findEnd(source: Source): Promise<number | undefined> {
  const { size } = source;
  if (size < endSize) return undefined;
  const probes = { left: mostProbes };
  let plausible: number | undefined;
  const nearStart = Math.max(0, size - endSize - max16);
  const near = await piece(source, nearStart, size - nearStart);
  for (const at of endMarks(near ?? new Uint8Array(0))) {
    const tail = { bytes: near ?? new Uint8Array(0), start: nearStart, at, probes };
    if (nearStart + at + endSize + viewOf(tail.bytes).getUint16(at + 20, true) !== size) continue;
    const trust = await trustIn(source, tail);
    if (trust === "borne-out") return nearStart + at;
    if (trust === "plausible") plausible ??= nearStart + at;
  }
  if (plausible !== undefined) return plausible;
  // None ends where the file ends: something stands behind the zip.
  const whole = await piece(source, 0, size);
  if (whole === undefined) return undefined;
  let first: number | undefined;
  for (const at of endMarks(whole)) {
    first ??= at;
    const trust = await trustIn(source, { bytes: whole, start: 0, at, probes });
    if (trust === "borne-out") return at;
    if (trust === "plausible") plausible ??= at;
  }
  return plausible ?? first;
}

/** Where end records may stand in bytes, the last first. */
function* endMarks(bytes: Uint8Array): Generator<number, void, undefined> {
  const view = viewOf(bytes);
  if (bytes.length < endSize) return;
  for (let at = bytes.lastIndexOf(0x50, bytes.length - endSize); at !== -1; at = at === 0 ? -1 : bytes.lastIndexOf(0x50, at - 1))
    if (view.getUint32(at, true) === marks.end) yield at;
}

interface EndInTail {
  readonly bytes: Uint8Array;
  /** Where `bytes` begin in the zip, and the record in them. */
  readonly start: number;
  readonly at: number;
  readonly probes: { left: number };
}

/** Whether a directory stands where an end record says, or right before it. */
async function trustIn(source: Source, tail: EndInTail): Promise<"borne-out" | "plausible" | "none"> {
  const view = viewOf(tail.bytes);
  const place = tail.start + tail.at;
  const count = view.getUint16(tail.at + 10, true);
  const length = view.getUint32(tail.at + 12, true);
  const start = view.getUint32(tail.at + 16, true);
  const markOf = async (at: number): Promise<number | undefined> => {
    if (at < 0 || at + 4 > source.size) return undefined;
    if (at >= tail.start) return view.getUint32(at - tail.start, true);
    return tail.probes.left-- > 0 ? markAt(source, at) : undefined;
  };
  if (count === max16 || length === max32 || start === max32)
    return (await markOf(place - locatorSize)) === marks.zip64Locator ? "borne-out" : "none";
  if (count === 0 && length === 0) return "plausible";
  for (const at of [place - length, start]) if ((await markOf(at)) === marks.record) return "borne-out";
  return "none";
}

/** What the end record at `endAt` says, and the larger one before it (APPNOTE 4.3.14); undefined where they make no sense. */
async function readEnds(source: Source, endAt: number): Promise<Ends | undefined> {
  const view = viewOf((await piece(source, endAt, endSize)) ?? new Uint8Array(endSize));
  const ends: Ends = {
    start: view.getUint32(16, true),
    length: view.getUint32(12, true),
    count: view.getUint16(10, true),
    disk: view.getUint16(6, true),
    lastDisk: view.getUint16(4, true),
    moved: 0,
    before: endAt,
    isZip64: false,
    isSecondVersion: false,
    isEncrypted: false,
  };
  if (ends.start !== max32 && ends.length !== max32 && ends.count !== max16 && ends.disk !== max16) return ends;
  const locatorAt = endAt - locatorSize;
  const locator = locatorAt >= 0 ? await piece(source, locatorAt, locatorSize) : undefined;
  if (locator === undefined || markIn(locator) !== marks.zip64Locator)
    return ends.start === max32 || ends.length === max32 || ends.disk === max16 ? undefined : ends;
  const said = u64(viewOf(locator), 8);
  if (said === undefined) return undefined;
  let at = said;
  if ((await markAt(source, at)) !== marks.zip64End) {
    const expected = await zip64EndBefore(source, locatorAt);
    if (expected === undefined || (await markAt(source, expected)) !== marks.zip64End) return undefined;
    at = expected;
    ends.moved = Math.max(0, at - said);
  }
  return (await takeZip64(source, { ends, at })) ? ends : undefined;
}

/** Where the larger end record stands if not where it is said to: right before its locator, or farther where more is in it. */
async function zip64EndBefore(source: Source, locatorAt: number): Promise<number | undefined> {
  if ((await markAt(source, locatorAt - zip64EndSize)) === marks.zip64End) return locatorAt - zip64EndSize;
  const from = Math.max(0, locatorAt - zip64EndSize - max16);
  const tail = (await piece(source, from, locatorAt - from)) ?? new Uint8Array(0);
  const view = viewOf(tail);
  for (let at = tail.length - zip64EndSize; at >= 0; at--)
    if (view.getUint32(at, true) === marks.zip64End && at + 12 + (u64(view, at + 4) ?? 0) === tail.length) return from + at;
  return undefined;
}

/** Takes over what the larger end record says where the small one has no room for it. False where a number is too large to be true. */
async function takeZip64(source: Source, { ends, at }: { readonly ends: Ends; readonly at: number }): Promise<boolean> {
  const bytes = await piece(source, at, zip64EndSize);
  if (bytes === undefined || bytes.length < zip64EndSize) return false;
  const view = viewOf(bytes);
  const [size, count, length, start] = [u64(view, 4), u64(view, 32), u64(view, 40), u64(view, 48)];
  if (size === undefined || count === undefined || length === undefined || start === undefined) return false;
  const more = Math.min(size - (zip64EndSize - 12), source.size - at - zip64EndSize);
  if (more >= 28) {
    const encrypted = viewOf((await piece(source, at + zip64EndSize, 28)) ?? new Uint8Array(28));
    const [packed, unpacked] = [u64(encrypted, 2), u64(encrypted, 10)];
    if (packed === undefined || unpacked === undefined) return false;
    ends.isEncrypted = packed > 0;
  }
  if (ends.lastDisk === max16) ends.lastDisk = view.getUint32(16, true);
  if (ends.disk === max16) ends.disk = view.getUint32(20, true);
  if (ends.count === max16) ends.count = count;
  if (ends.length === max32) ends.length = length;
  ends.start = start + ends.moved;
  ends.before -= zip64EndSize + Math.max(0, more) + locatorSize;
  ends.isZip64 = true;
  ends.isSecondVersion = size > zip64EndSize - 12;
  return true;
}

/** Where the directory really is: where it is said to be, or right before its end records; undefined where neither can be. */
async function truePlace(
  source: Source,
  { ends, bytes }: { readonly ends: Ends; readonly bytes: Uint8Array | undefined },
): Promise<number | undefined> {
  const { start, length, before } = ends;
  let expected = before - length;
  if (start === expected || ends.disk !== 0) return start;
  const mark = bytes && markIn(bytes);
  const isSaid = mark === marks.record || mark === marks.archiveExtra || (ends.isEncrypted && mark !== undefined);
  if (!isSaid && expected < 0) return undefined;
  if (expected < 0 || expected + 4 > source.size) return isSaid ? start : expected;
  let isThere = (await markAt(source, expected)) === marks.record;
  const signature = isThere ? undefined : await signatureBefore(source, before);
  if (signature !== undefined && (await markAt(source, signature - length)) === marks.record) {
    expected = signature - length;
    isThere = true;
  }
  return isSaid && !isThere ? start : expected;
}

/** Where a signature of the directory stands that ends at `end` (APPNOTE 4.3.13). */
async function signatureBefore(source: Source, end: number): Promise<number | undefined> {
  const from = Math.max(0, end - 6 - max16);
  const tail = (await piece(source, from, end - from)) ?? new Uint8Array(0);
  const view = viewOf(tail);
  for (let at = tail.length - 6; at >= 0; at--)
    if (view.getUint32(at, true) === marks.signature && at + 6 + view.getUint16(at + 4, true) === tail.length) return from + at;
  return undefined;
}

/** Whether members stand where the records say, or so far behind: told by the first record for which the two differ. */
async function localHeaders(
  source: Source,
  bytes: Uint8Array | undefined,
  delta: number,
): Promise<{ readonly said: boolean; readonly shifted: boolean }> {
  let first: { readonly said: boolean; readonly shifted: boolean } | undefined;
  for (let at = 0, looked = 0; bytes !== undefined && looked < mostProbes; looked++) {
    const record =
      at + recordSize <= bytes.length && markIn(bytes.subarray(at)) === marks.record ? readRecord(bytes.subarray(at)) : undefined;
    if (record === undefined) break;
    const [said, shifted] = [
      (await markAt(source, record.offset)) === marks.local,
      (await markAt(source, record.offset + delta)) === marks.local,
    ];
    first ??= { said, shifted };
    if (said !== shifted) return { said, shifted };
    at += record.length;
  }
  return first ?? { said: false, shifted: false };
}

/** At most `length` bytes from `start` on; undefined where more is asked for than any honest zip needs. */
async function piece(source: Source, start: number, length: number): Promise<Uint8Array | undefined> {
  if (length > largestPiece) return undefined;
  return readStretch(source, start, Math.min(source.size, start + length));
}

async function markAt(source: Source, at: number): Promise<number | undefined> {
  return at < 0 || at + 4 > source.size ? undefined : markIn(await readStretch(source, at, at + 4));
}

function markIn(bytes: Uint8Array): number | undefined {
  return bytes.length < 4 ? undefined : viewOf(bytes).getUint32(0, true);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Undefined beyond 2⁵³, which no size is. */
function u64(view: DataView, at: number): number | undefined {
  const value = view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
  return Number.isSafeInteger(value) ? value : undefined;
}
