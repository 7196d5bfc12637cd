import type { Source } from "@unmask/core";
import {
  configure,
  ERR_ENCRYPTED_CENTRAL_DIRECTORY,
  ERR_SPLIT_ZIP_FILE,
  type Entry,
  type FileEntry,
  Reader,
  ZipReader,
} from "@zip.js/zip.js/lib/zip-core-native.js";
import { type Stretch, appended } from "./appended.ts";
import { readStretch } from "../scan/read-stretch.ts";
import { type Listed, type ZipLayout, layOut } from "./zip-layout.ts";
import { mostLinesOfAKind } from "./refusals.ts";
import { type SalvagedZip, salvageZip } from "./salvage.ts";

/**
 * The list of what is in a zip, read through `Source.read`. Nothing is unpacked here, nothing is ever written: names are labels.
 *
 * [Note: What zip.js may not decide] It reads leniently (`tolerant`): an odd name or a header that disagrees with the directory is no reason
 * to lose what a person handed over. What an attack could gain by it is bounded here and in `walk.ts`, on real bytes.
 *
 * [Note: Every byte of a zip] A directory may say whatever it likes about the bytes before it. So the places of all members are laid side by
 * side: what two of them claim is refused to the second, and what none claims is told and searched for files.
 */

/** Bytes of a directory at most: a lying end record asks for gigabytes of "directory" in one piece. 64 MiB hold half a million names. */
const largestDirectory = 64 * 1024 * 1024;
/** Members at most: each costs some kilobytes while it waits to be read. The largest exports have tens of thousands. */
const mostMembers = 50_000;
/** Members that are unpacked at a time; `walk.ts` lets go of the least recently read long before. */
const mostUnpacking = 256;
/** Characters of a name at most (and so half as many folders): longer ones only serve to fill memory and break screens. */
const longestName = 1024;

/** A file in a zip, not yet opened. `start` and `end` are its place in the archive's bytes (header and data). */
export interface ZipListing {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Why it is not opened: the end of a sentence about it. Undefined when it can be. */
  readonly unreadable?: string;
  readonly method: number;
  /** Bytes that it claims to unpack to. */
  readonly claimedSize: number;
  /** It has a header and says that nothing is in it. */
  readonly isEmpty: boolean;
  /**
   * Opens it for unpacking: an entry costs much memory, so it is made when it is needed, from its own record and bytes alone. Undefined when
   * its record makes no sense.
   */
  open(): Promise<OpenedEntry | undefined>;
}

/** An entry of zip.js whose archive is a stretch of the real one. */
export interface OpenedEntry {
  readonly entry: FileEntry;
  /** Positions in `entry` count in this. */
  readonly archive: Source;
  /** Where `archive` has its first byte in the real archive. */
  readonly base: number;
}

/** Something about the whole zip or a stretch of it: the end of a sentence about the archive, with what to do. */
export interface ZipFault {
  readonly fault: string;
  /** The stretch; undefined for all of it. */
  readonly at?: { readonly start: number; readonly end: number };
}

/** Packed bytes unpacked at a time. An engine gives out all of them at once, and deflate makes a thousand of one: a member of 48 kB was 50 MB. */
const packedStep = 16 * 1024;

/** An opened zip. */
export interface ZipArchive {
  readonly source: Source;
  /** In the order of the directory; behind them what the list leaves out, and the files that were found in it. */
  list(): AsyncGenerator<ZipListing | ZipFault, void, undefined>;
  /** Throws what `Source.read` threw, if it did. */
  throwDiskError(): void;
}

/** Opens a zip for listing. */
export function openZip(source: Source): ZipArchive {
  // Without workers the limit of workers still counts the members that are unpacked at a time: more would wait for each other for ever.
  configure({ useWebWorkers: false, maxWorkers: mostUnpacking, chunkSize: packedStep });
  let diskError: unknown;
  const watched: Source = {
    ...source,
    async read(start, end) {
      try {
        return await source.read(start, end);
      } catch (error) {
        diskError = error;
        throw error;
      }
    },
  };
  function throwDiskError(): void {
    if (diskError !== undefined) throw diskError;
  }
  async function* list(): ReturnType<ZipArchive["list"]> {
    const { entries, directory, fault } = await readList(watched, mostMembers);
    throwDiskError();
    if (fault !== undefined) yield { fault };
    if (fault !== undefined && fault !== noList && fault !== tooMany) return;
    const layout = await layOut(watched, entries, directory);
    throwDiskError();
    for (const [i, listed] of entries.entries()) if (!listed.isFolder) yield listingOf(watched, listed, layout, i);
    if (fault === tooMany) return;
    yield* listOutside(watched, layout.gaps, { isToldWhole: fault === noList, room: mostMembers - entries.length });
    throwDiskError();
  }
  return { source, list, throwDiskError };
}

interface ReadList {
  readonly entries: readonly Listed[];
  /** Undefined when there is none. */
  readonly directory?: { readonly start: number; readonly end: number };
  readonly fault?: string;
}

/** Reads the directory of `source` into short entries. Folders without bytes are in it too: their headers take up room. */
async function readList(source: Source, most: number): Promise<ReadList> {
  const zip = new ZipReader(readerOf(source), tolerant);
  const entries: Listed[] = [];
  let place: number | undefined;
  try {
    for await (const entry of zip.getEntriesGenerator()) {
      if (entries.length >= most) return { entries, fault: tooMany };
      const start = place ?? zip.directoryOffset ?? 0;
      place = start + recordSize + entry.rawFilename.length + entry.rawExtraField.length + entry.rawComment.length;
      entries.push({
        name: labelOf(entry.filename),
        start: entry.offset,
        packedSize: entry.compressedSize,
        claimedSize: entry.uncompressedSize,
        method: entry.compressionMethod,
        isFolder: isFolder(entry),
        isEmpty: isEmpty(entry),
        ...(entry.directory && !isFolder(entry) ? { unreadable: folderWithBytes } : {}),
        record: { source, start, end: place },
      });
    }
    const start = zip.directoryOffset ?? source.size;
    return { entries, directory: { start, end: place ?? start } };
  } catch (error) {
    return { entries, fault: faultOf(error) };
  }
}

const tolerant = { strictness: "tolerant", filenameValidation: "tolerant" } as const;

function listingOf(source: Source, listed: Listed, { endOf, isShared }: ZipLayout, i: number): ZipListing {
  const { name, method, claimedSize, record } = listed;
  const start = Math.min(listed.start, source.size);
  const end = Math.max(start, Math.min(endOf[i] ?? start, source.size));
  const unreadable = isShared[i] === 1 ? sharesBytes : listed.unreadable;
  const open = () => openEntry({ source, start, end }, record);
  const isEmpty = listed.isEmpty && end > start;
  return { name, start, end, method, claimedSize, isEmpty, open, ...(unreadable === undefined ? {} : { unreadable }) };
}

type Gap = ZipLayout["gaps"][number];

/** What stands outside the list: told, and searched for the files of a zip that was joined to this one or lost its list. */
async function* listOutside(
  source: Source,
  gaps: readonly Gap[],
  { isToldWhole, room }: { isToldWhole: boolean; room: number },
): ReturnType<ZipArchive["list"]> {
  if (gaps.length === 0) return;
  const salvaged = await salvageZip(source, gaps, room);
  if (!isToldWhole) {
    const single = gaps.length <= mostLinesOfAKind ? gaps.length : mostLinesOfAKind - 1;
    const [first, last] = [gaps[single], gaps.at(-1)];
    const foundIn = ({ start, end }: Gap) => salvaged.places.filter((place) => place.start >= start && place.start < end).length;
    for (const at of gaps.slice(0, single)) yield { fault: outsideList("bytes", foundIn(at)), at };
    if (first && last) {
      const at = { start: first.start, end: last.end };
      const bytes = gaps.slice(single).reduce((sum, { start, end }) => sum + end - start, 0);
      yield { fault: outsideList(`${bytes} bytes in ${gaps.length - single} more places`, foundIn(at)), at };
    }
  }
  if (salvaged.places.length > 0) yield* listSalvaged(source, salvaged);
}

async function* listSalvaged(source: Source, { source: withList, places }: SalvagedZip): ReturnType<ZipArchive["list"]> {
  const { entries } = await readList(withList, mostMembers);
  const layout = { endOf: places.map(({ end }) => end), isShared: new Uint8Array(places.length) };
  for (const [i, listed] of entries.entries()) if (!listed.isFolder) yield listingOf(source, listed, { ...layout, gaps: [] }, i);
}

/**
 * A zip of one member for zip.js: its bytes of the archive and no others, its record, an end. So whatever the record claims, no byte of another
 * member is read for it.
 */
async function openEntry({ source, start, end }: Stretch, record: Listed["record"]): Promise<OpenedEntry | undefined> {
  const bytes = await readStretch(record.source, record.start, record.end);
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(42, 0, true);
  const archive = appended({ source, start, end }, withEnd(bytes, end - start));
  try {
    const [entry] = await new ZipReader(readerOf(archive), tolerant).getEntries();
    return entry && !entry.directory ? { entry, archive, base: start } : undefined;
  } catch {
    return undefined; // What the disk threw is kept by `throwDiskError`.
  }
}

/** One record as a whole directory at `place`, with end records that can tell places beyond 4 GiB (APPNOTE 4.3.14 to 4.3.16). */
function withEnd(record: Uint8Array, place: number): Uint8Array {
  const tail = new Uint8Array(record.length + 56 + 20 + 22);
  tail.set(record);
  const view = new DataView(tail.buffer, record.length);
  view.setUint32(0, 0x06064b50, true);
  view.setUint32(4, 44, true);
  view.setUint32(24, 1, true);
  view.setUint32(32, 1, true);
  view.setUint32(40, record.length, true);
  view.setBigUint64(48, BigInt(place), true);
  view.setUint32(56, 0x07064b50, true);
  view.setBigUint64(64, BigInt(place + record.length), true);
  view.setUint32(72, 1, true);
  view.setUint32(76, 0x06054b50, true);
  view.setUint16(84, 1, true);
  view.setUint16(86, 1, true);
  view.setUint32(88, record.length, true);
  view.setUint32(92, 0xffff_ffff, true);
  return tail;
}

function readerOf(source: Source): Reader<Source> {
  const reader = new Reader<Source>(source);
  reader.size = source.size;
  reader.readUint8Array = (index, length) => {
    if (length > largestDirectory) throw new Error("directory too large");
    return readStretch(source, Math.max(0, index), Math.min(source.size, index + length));
  };
  return reader;
}

function isFolder(entry: Entry): boolean {
  return entry.directory && entry.uncompressedSize === 0 && entry.compressedSize === 0;
}

/** Without bytes, checksum, lock and sizes behind it: stored, or packed into the two bytes that deflate makes of nothing. */
function isEmpty(entry: Entry): boolean {
  const { compressionMethod: method, compressedSize: packed, uncompressedSize, signature, encrypted, rawBitFlag } = entry;
  if (uncompressedSize !== 0 || signature !== 0 || encrypted || ((rawBitFlag ?? 8) & 8) !== 0) return false;
  return (method === 0 && packed === 0) || (method === 8 && packed === 2);
}

/** Bytes of a central record before its name (APPNOTE 4.3.12). */
const recordSize = 46;

/**
 * A name as a label: folders parted by `/` whoever packed it, no character that moves a cursor or turns the direction of writing. `..`,
 * drives and leading slashes stay as they are: nobody opens a label.
 */
function labelOf(name: string): string {
  const label = name.replaceAll("\\", "/").replace(/[\u0000-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]/g, "\uFFFD");
  return label.length > longestName ? `${label.slice(0, longestName)}…` : label;
}

function faultOf(error: unknown): string {
  const message = error instanceof Error ? error.message : "";
  if (message === ERR_SPLIT_ZIP_FILE)
    return "is one part of a split zip. Join the parts, or unpack them together, and hand over the files.";
  if (message === ERR_ENCRYPTED_CENTRAL_DIRECTORY)
    return "hides its list of files behind a password. Unpack it yourself and hand over the files.";
  return noList;
}

function outsideList(bytes: string, found: number): string {
  const files =
    found === 0
      ? "No file was found in them."
      : found === 1
        ? "One file was found in them and read."
        : `${found} files were found in them and read.`;
  return `holds ${bytes} that its own list of files leaves out: another zip joined to it, a file taken off the list, a comment, or damage. ${files} The zip is kept whole; say this to whoever looks at it.`;
}

const noList =
  "has no list of its files, or only a part: it is cut short or damaged. What could be found in it was read. Copy or download it again and hand over the new one.";
const tooMany = `holds more than ${mostMembers} files. Unpack it and hand over its folders one after the other.`;
const folderWithBytes = "is called a folder by the zip, yet holds bytes. Unpack the zip yourself and hand over the files in it.";
const sharesBytes =
  "lies over the bytes of another file in the same zip, which no ordinary program writes, and was not unpacked. Ask for the export again, or have the zip looked at.";
