import type { Source } from "@unmask/core";
import {
  configure,
  ERR_ENCRYPTED_CENTRAL_DIRECTORY,
  ERR_SPLIT_ZIP_FILE,
  type Entry,
  type FileEntry,
  Reader,
  ZipReader,
} from "@zip.js/zip.js";
import { readStretch } from "./read-stretch.ts";
import { salvageZip } from "./zip-salvage.ts";

/**
 * The list of what is in a zip, read through `Source.read`. Nothing is unpacked here, nothing is ever written: names are labels.
 *
 * [Note: What zip.js may not decide] It reads leniently (`tolerant`): an odd name or a header that disagrees with the directory is no reason
 * to lose what a person handed over. What an attack could gain by it is bounded here and in `walk.ts`, on real bytes.
 */

/** Bytes of a directory at most: a lying end record asks for gigabytes of "directory" in one piece. 64 MiB hold half a million names. */
const largestDirectory = 64 * 1024 * 1024;
/** Members at most: each costs about 8 KB of memory before a single byte is unpacked. The largest exports have tens of thousands. */
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
  readonly entry: FileEntry | { readonly unreadable: string };
}

/** An opened zip. */
export interface ZipArchive {
  readonly source: Source;
  /**
   * In the order of the directory. A `fault` says what is wrong with the whole and what to do, as the end of a sentence about the archive;
   * behind it come the files that were found without the list.
   */
  list(): AsyncGenerator<ZipListing | { readonly fault: string }, void, undefined>;
  /** Throws what `Source.read` threw, if it did. */
  throwDiskError(): void;
}

/** Whether the bytes begin like a zip: a member, the end record of an empty zip, or a part of a split one (APPNOTE 4.3.7, 4.3.16, 8.5.3). */
export function beginsLikeZip(head: Uint8Array): boolean {
  if (head[0] !== 0x50 || head[1] !== 0x4b) return false;
  const mark = `${head[2]} ${head[3]}`;
  return mark === "3 4" || mark === "5 6" || mark === "7 8";
}

/** Opens a zip for listing. */
export function openZip(source: Source): ZipArchive {
  // Without workers the limit of workers still counts the members that are unpacked at a time: more would wait for each other for ever.
  configure({ useWebWorkers: false, maxWorkers: mostUnpacking });
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
    const starts = new Set<number>();
    for await (const listed of listEntries(watched)) {
      throwDiskError();
      if (listed.fault !== undefined) {
        yield listed;
        if (listed.fault === noList) yield* listSalvaged(watched, starts);
      } else {
        starts.add(listed.start);
        yield listed;
      }
    }
  }
  return { source, list, throwDiskError };
}

type Listed = (ZipListing & { readonly fault?: undefined }) | { readonly fault: string };

async function* listEntries(source: Source): AsyncGenerator<Listed, void, undefined> {
  const zip = new ZipReader(readerOf(source), { strictness: "tolerant", filenameValidation: "tolerant" });
  let count = 0;
  try {
    for await (const entry of zip.getEntriesGenerator()) {
      if (isFolder(entry)) continue;
      if (++count > mostMembers) {
        yield { fault: `holds more than ${mostMembers} files. Unpack it and hand over its folders one after the other.` };
        return;
      }
      yield listingOf(entry, source.size);
    }
  } catch (error) {
    yield { fault: faultOf(error) };
  }
}

/** The files of a zip whose list is gone or breaks off, without those that were listed before. */
async function* listSalvaged(source: Source, listed: ReadonlySet<number>): AsyncGenerator<ZipListing, void, undefined> {
  const salvaged = await salvageZip(source);
  if (salvaged.members === 0) return;
  for await (const found of listEntries(salvaged.source)) if (found.fault === undefined && !listed.has(found.start)) yield found;
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

function listingOf(entry: Entry, size: number): ZipListing {
  const start = Math.min(Math.max(0, entry.offset), size);
  const end = Math.min(size, start + localHeaderSize + entry.rawFilename.length + entry.compressedSize);
  return { name: labelOf(entry.filename), start, end, entry: entry.directory ? { unreadable: folderWithBytes } : entry };
}

/** Bytes of a local header before its name (APPNOTE 4.3.7). */
const localHeaderSize = 30;

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

const noList =
  "has no list of its files, or only a part: it is cut short or damaged. What could be found in it was read. Copy or download it again and hand over the new one.";
const folderWithBytes = "is called a folder by the zip, yet holds bytes. Unpack the zip yourself and hand over the files in it.";
