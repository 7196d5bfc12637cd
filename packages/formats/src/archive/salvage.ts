import type { Source } from "@unmask/core";
import { appended } from "./appended.ts";
import { readStretch } from "../scan/read-stretch.ts";

/**
 * A zip keeps the list of its files at its end, so a copy that broke off has none, and a zip that was joined to another one is on no list. But
 * each file begins with a header of its own: the list is made anew from those (APPNOTE 4.3.7 to 4.3.9), and what came through can be read.
 */
export interface SalvagedZip {
  /** The bytes of the archive with the new list behind them. */
  readonly source: Source;
  /** Where the files on the new list stand, in its order. */
  readonly places: readonly Stretch[];
}

/** Bytes [start, end) of an archive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Marks of a header that turn out to be none, at most: stops gigabytes made of them. What lies beyond is told as unread all the same. */
const mostFalseMarks = 10_000;
/** Bytes read at a time when the end of a file must be searched for; the first read is small, as most files are. */
const searchStep = 1024 * 1024;
const firstSearchStep = 16 * 1024;
/** Beyond it places need Zip64, which the new list is not written in. */
const lastPlace = 0xffff_ffff;

/** Looks for at most `most` files in the stretches given. Reads headers only, and through what says not how long it is or is no file. */
export async function salvageZip(source: Source, stretches: readonly Stretch[], most: number): Promise<SalvagedZip> {
  const records: Uint8Array[] = [];
  const places: Stretch[] = [];
  let falseMarks = 0;
  for (const { start, end } of stretches) {
    let at = await nextMark(source, start, end);
    while (at !== undefined && at <= lastPlace && records.length < most && falseMarks < mostFalseMarks) {
      const header = await readHeader(source, at, end);
      if (!header) {
        falseMarks++;
        at = await nextMark(source, at + 4, end);
        continue;
      }
      const sizes = header.sizes ?? (await searchDescriptor(source, header.dataStart, end)) ?? unknownSizes;
      const left = end - header.dataStart;
      // A file that is cut off is listed with the bytes there are, and found damaged when it is unpacked.
      records.push(centralRecord(header, { ...sizes, packed: Math.min(sizes.packed, left) }, at));
      const behind = Math.min(end, header.dataStart + sizes.packed + sizes.descriptor);
      places.push({ start: at, end: behind });
      at = await nextMark(source, behind, end);
    }
  }
  return { source: appended({ source, start: 0, end: source.size }, withEndRecord(records, source.size)), places };
}

/** Where the next mark of a header stands in [start, end). */
async function nextMark(source: Source, start: number, end: number): Promise<number | undefined> {
  let step = localSize; // Most often one file stands right behind another.
  for (let from = start; from + localSize < end;) {
    const bytes = await readStretch(source, from, Math.min(end, from + step));
    const view = viewOf(bytes);
    for (let at = bytes.indexOf(0x50); at !== -1; at = bytes.indexOf(0x50, at + 1)) if (view.mark(at) === localMark) return from + at;
    if (bytes.length < step) return undefined;
    from += bytes.length - 3;
    step = searchStep;
  }
  return undefined;
}

interface Sizes {
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Bytes of the descriptor behind the data. */
  readonly descriptor: number;
}

/** Of a file whose end was not found: more than any file of the archive can be. */
const unknownSizes: Sizes = { crc: 0, packed: Number.MAX_SAFE_INTEGER, unpacked: lastPlace - 1, descriptor: 0 };

interface LocalHeader {
  /** From "version needed" to the length of the extra field, which the central record has too. */
  readonly common: Uint8Array;
  readonly rawName: Uint8Array;
  readonly extra: Uint8Array;
  readonly dataStart: number;
  /** Undefined when they stand behind the data. */
  readonly sizes: Sizes | undefined;
}

const localMark = 0x04034b50;
const descriptorMark = 0x08074b50;
const centralMark = 0x02014b50;
const endMark = 0x06054b50;
const localSize = 30;

async function readHeader(source: Source, at: number, end: number): Promise<LocalHeader | undefined> {
  const fixed = await readStretch(source, at, at + localSize);
  const view = viewOf(fixed);
  if (fixed.length < localSize || view.mark(0) !== localMark) return undefined;
  const [nameLength, extraLength] = [view.u16(26), view.u16(28)];
  const names = await readStretch(source, at + localSize, at + localSize + nameLength + extraLength);
  if (at + localSize + nameLength + extraLength >= end) return undefined;
  const extra = names.subarray(nameLength);
  const known = { crc: view.u32(14), packed: view.u32(18), unpacked: view.u32(22), descriptor: 0 };
  const behind = (view.u16(6) & 8) !== 0 && known.packed === 0;
  return {
    common: fixed.subarray(4, localSize),
    rawName: names.subarray(0, nameLength),
    extra,
    dataStart: at + localSize + names.length,
    sizes: behind ? undefined : known.packed === lastPlace ? zip64Sizes(known, extra) : known,
  };
}

/** Sizes from a Zip64 extra field (APPNOTE 4.5.3). */
function zip64Sizes(known: Sizes, extra: Uint8Array): Sizes {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.u16(at + 2)) {
    if (view.u16(at) === 1 && view.u16(at + 2) >= 16) return { ...known, unpacked: view.u64(at + 4), packed: view.u64(at + 12) };
  }
  return known;
}

/** Searches the descriptor behind data of unknown length: its mark, and in it the very distance to the start of the data. */
async function searchDescriptor(source: Source, dataStart: number, end: number): Promise<Sizes | undefined> {
  const overlap = 24;
  let step = firstSearchStep;
  for (let from = dataStart; from < end;) {
    const bytes = await readStretch(source, from, Math.min(end, from + step));
    const view = viewOf(bytes);
    for (let at = bytes.indexOf(0x50); at !== -1; at = bytes.indexOf(0x50, at + 1)) {
      if (view.mark(at) !== descriptorMark) continue;
      const distance = from + at - dataStart;
      if (view.u64(at + 8) === distance) return { crc: view.u32(at + 4), packed: distance, unpacked: view.u64(at + 16), descriptor: 24 };
      if (view.u32(at + 8) === distance) return { crc: view.u32(at + 4), packed: distance, unpacked: view.u32(at + 12), descriptor: 16 };
    }
    if (bytes.length < step) return undefined;
    from += bytes.length - overlap;
    step = searchStep;
  }
  return undefined;
}

/** The record of a file in the list (APPNOTE 4.3.12): what its header says, its sizes, its place. */
function centralRecord({ common, rawName, extra }: LocalHeader, { crc, packed, unpacked }: Sizes, at: number): Uint8Array {
  const record = new Uint8Array(46 + rawName.length + extra.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, centralMark, true);
  view.setUint16(4, 45, true);
  record.set(common, 6);
  view.setUint32(16, crc, true);
  view.setUint32(20, Math.min(packed, lastPlace), true);
  view.setUint32(24, Math.min(unpacked, lastPlace), true);
  view.setUint32(42, at, true);
  record.set(rawName, 46);
  record.set(extra, 46 + rawName.length);
  return record;
}

/** The list with its end record (APPNOTE 4.3.16). */
function withEndRecord(records: readonly Uint8Array[], start: number): Uint8Array {
  const length = records.reduce((sum, record) => sum + record.length, 0);
  const list = new Uint8Array(length + 22);
  let at = 0;
  for (const record of records) {
    list.set(record, at);
    at += record.length;
  }
  const view = new DataView(list.buffer, length);
  view.setUint32(0, endMark, true);
  view.setUint16(8, records.length, true);
  view.setUint16(10, records.length, true);
  view.setUint32(12, length, true);
  view.setUint32(16, Math.min(start, lastPlace - 1), true);
  return list;
}

interface View {
  /** Four bytes as a mark; 0 beyond the end. */
  mark(at: number): number;
  u16(at: number): number;
  u32(at: number): number;
  /** Beyond 2⁵³ not exact, which no size is; -1 beyond the end. */
  u64(at: number): number;
}

/** Little-endian numbers; beyond the end they are 0. */
function viewOf(bytes: Uint8Array): View {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u32 = (at: number): number => (at + 4 <= bytes.length ? view.getUint32(at, true) : 0);
  return {
    mark: u32,
    u16: (at) => (at + 2 <= bytes.length ? view.getUint16(at, true) : 0),
    u32,
    u64: (at) => (at + 8 <= bytes.length ? u32(at) + u32(at + 4) * 2 ** 32 : -1),
  };
}
