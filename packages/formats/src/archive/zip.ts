import type { Source } from "@unmask/core";
import { type Stretch, stretchOf } from "./appended.ts";
import { readStretch } from "../scan/read-stretch.ts";
import { type DirectoryFault, type PlacedRecord, readDirectory } from "./zip-directory.ts";
import { type ZipRecord, readRecord } from "./zip-record.ts";
import { type Listed, type ZipLayout, layOut } from "./zip-layout.ts";
import { mostLinesOfAKind } from "./refusals.ts";
import { type SalvagedZip, salvageZip } from "./salvage.ts";

/**
 * The list of what is in a zip, read through `Source.read`. Nothing is unpacked here, nothing is ever written: names are labels.
 *
 * [Note: What a directory may not decide] It is read leniently: an odd name or a header that disagrees with the directory is no reason to lose what a
 * person handed over. What an attack could gain by it is bounded here and in `walk.ts`, on real bytes.
 *
 * [Note: Every byte of a zip] A directory may say whatever it likes about the bytes before it. So the places of all members are laid side by
 * side: what two of them claim is refused to the second, and what none claims is told and searched for files.
 */

/** Members at most: each costs some kilobytes while it waits to be read. The largest exports have tens of thousands. */
const mostMembers = 50_000;
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

/** A member by itself: its record, and its bytes of the archive and no others, its header first. So whatever it claims, no byte of another is read for it. */
export interface OpenedEntry {
  readonly record: ZipRecord;
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
  const { records, start = source.size, fault } = await readDirectory(source, most);
  const entries = records.map((record) => listedOf(source, record));
  if (fault !== undefined) return { entries, fault: faultSentences[fault] };
  return { entries, directory: { start, end: records.at(-1)?.recordEnd ?? start } };
}

function listedOf(source: Source, record: PlacedRecord): Listed {
  const { claimedSize, packedSize, method, offset, recordStart, recordEnd } = record;
  const isFolder = record.isFolder && claimedSize === 0 && packedSize === 0;
  return {
    name: labelOf(record.name),
    start: offset,
    packedSize,
    claimedSize,
    method,
    isFolder,
    isEmpty: isEmpty(record),
    ...(record.isFolder && !isFolder ? { unreadable: folderWithBytes } : {}),
    record: { source, start: recordStart, end: recordEnd },
  };
}

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

async function openEntry(own: Stretch, { source, start, end }: Listed["record"]): Promise<OpenedEntry | undefined> {
  const record = readRecord(await readStretch(source, start, end));
  return record && !record.isFolder ? { record, archive: stretchOf(own), base: own.start } : undefined;
}

/** Without bytes, checksum, lock and sizes behind it: stored, or packed into the two bytes that deflate makes of nothing. */
function isEmpty({ method, packedSize: packed, claimedSize, sum, lock, hasDescriptor, lacksSizes }: ZipRecord): boolean {
  if (claimedSize !== 0 || sum !== 0 || lock !== undefined || hasDescriptor || lacksSizes) return false;
  return (method === 0 && packed === 0) || (method === 8 && packed === 2);
}

/**
 * A name as a label: folders parted by `/` whoever packed it, no character that moves a cursor or turns the direction of writing. `..`,
 * drives and leading slashes stay as they are: nobody opens a label.
 */
function labelOf(name: string): string {
  const label = name.replaceAll("\\", "/").replace(/[\u0000-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]/g, "\uFFFD");
  return label.length > longestName ? `${label.slice(0, longestName)}…` : label;
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
const faultSentences: Readonly<Record<DirectoryFault | "too-many", string>> = {
  none: noList,
  "too-many": tooMany,
  split: "is one part of a split zip. Join the parts, or unpack them together, and hand over the files.",
  hidden: "hides its list of files behind a password. Unpack it yourself and hand over the files in it.",
};
const folderWithBytes = "is called a folder by the zip, yet holds bytes. Unpack the zip yourself and hand over the files in it.";
const sharesBytes =
  "lies over the bytes of another file in the same zip, which no ordinary program writes, and was not unpacked. Ask for the export again, or have the zip looked at.";
