import type { CreateHasher, Source } from "@unmask/core";
import { piecesOf, readStretch } from "@unmask/formats";
import { textToBytes } from "@unmask/seal";
import type { CopyFile } from "./copy-files.ts";
import { layout, longestLog, longestPlain } from "./layout.ts";
import type { FileMark } from "./log.ts";
import { markOf } from "./mark.ts";
import { longestList } from "./waiting-list.ts";

/**
 * Files of a copy that no header names any more.
 *
 * [Note: Found by what it is] One byte of a header that changed takes a file's name from it, and its length. Both are in the signed log, with its hash;
 * and a file of a copy begins at a block, in one of few ways. So where something that the log wants is not found under its name, each place where a file
 * begins so is looked at, whatever any header says, and what has the hash is taken. The log itself, the book and the list of what waits are plain text
 * and are known by their first letters: they are held against signature and log afterwards like any other.
 */

/** What is found in a copy without headers. */
export interface FoundByContent {
  /** The book, logs and lists of what waits, by the path that each has in a copy. */
  readonly plain: readonly (readonly [path: string, file: CopyFile])[];
  /** The file whose bytes these are; undefined where none is. */
  find(mark: FileMark, createHasher: CreateHasher): Promise<CopyFile | undefined>;
}

/** Bytes of a block of a tar: every file in it begins at one. */
const block = 512;
/** Bytes that are read at once, whole blocks. */
const pageSize = 1024 * 1024;
/** Places where a file begins or may end: a copy can have one at each block, to fill the memory. */
const mostPlaces = 500_000;
/** Books, logs and lists that are looked at, of each: one can begin at every block, and each be read to its end. */
const mostPlain = 4;
/** Times that the bytes of a copy are hashed in search of its files, all in all: many lengths at many places would be many times many. */
const mostTimesHashed = 4;
/** Bytes that are hashed in any case: a small copy has many files of one length. */
const leastHashed = 256 * 1024 * 1024;
/** What it costs to ask of one place whether a file of one length fits there, as bytes that are hashed: a list can want thousands of lengths. */
const costOfPlace = 8;

const sealedBeginning = textToBytes("age-encryption.org/v1\n");
const plainBeginnings: readonly (readonly [path: string, beginning: Uint8Array, longest: number])[] = [
  [layout.book, textToBytes('{"kind":"notes",'), longestPlain],
  [layout.log, textToBytes('{"put":"'), longestLog],
  [layout.waitingList, textToBytes('{"number":'), longestList],
];
const openingBrace = 0x7b;

/** Whether a block is the beginning of a book. */
export function beginsAsBook(bytes: Uint8Array): boolean {
  return plainBeginnings.some(([path, beginning]) => path === layout.book && beginsAt(bytes, 0, beginning));
}

/** How long the book, the log or the list of what waits may be; of every other path that it has no end. */
export function longestOfPlain(path: string): number {
  return plainBeginnings.find(([one]) => one === path)?.[2] ?? Infinity;
}

/** Looks at every block of a copy. See [Note: Found by what it is]. */
export async function findByContent(source: Source): Promise<FoundByContent> {
  const { starts, ends, plainStarts } = await placesIn(source);
  const plain: [string, CopyFile][] = [];
  for (const [path, start, longest] of plainStarts) {
    const size = await sizeOfText(source, start, longest);
    if (size > 0) plain.push([path, fileAt(source, start, size)]);
  }
  const startsBySize = new Map<number, ReadonlyMap<string, number>>();
  let left = mostTimesHashed * source.size + leastHashed;
  async function startsOf(size: number, createHasher: CreateHasher): Promise<ReadonlyMap<string, number>> {
    const known = startsBySize.get(size);
    if (known !== undefined) return known;
    const found = new Map<string, number>();
    left -= costOfPlace * starts.length;
    const fitting = left < 0 ? [] : [...plainStarts.map(([, start]) => start), ...starts].filter((start) => ends.has(endOf(start, size)));
    for (const start of fitting) {
      left -= size;
      if (left < 0) break;
      const { sha256 } = await markOf({ createHasher }, { name: "", size, read: (from, to) => source.read(start + from, start + to) });
      found.set(sha256, start);
    }
    startsBySize.set(size, found);
    return found;
  }
  return {
    plain,
    async find({ size, sha256 }, createHasher) {
      const start = (await startsOf(size, createHasher)).get(sha256);
      return start === undefined ? undefined : fileAt(source, start, size);
    },
  };
}

function fileAt(source: Source, start: number, size: number): CopyFile {
  return { size, pieces: () => piecesOf(source, start, start + size) };
}

function endOf(start: number, size: number): number {
  return start + Math.ceil(size / block) * block;
}

interface Places {
  /** Where a sealed file begins. */
  readonly starts: readonly number[];
  /** Blocks before which a file may end: a header, the block before the beginning of a file, an empty one, the end. */
  readonly ends: ReadonlySet<number>;
  readonly plainStarts: readonly (readonly [path: string, start: number, longest: number])[];
}

async function placesIn(source: Source): Promise<Places> {
  const starts: number[] = [];
  const ends = new Set([endOf(0, source.size)]);
  const plainStarts: [string, number, number][] = [];
  let wasEmpty = true;
  for (let page = 0; page < source.size; page += pageSize) {
    const bytes = await readStretch(source, page, Math.min(page + pageSize, source.size));
    for (let from = 0; from < bytes.length; from += block) {
      if (starts.length + ends.size > mostPlaces) return { starts, ends, plainStarts };
      const at = page + from;
      const isSealed = beginsAt(bytes, from, sealedBeginning);
      const plain = bytes[from] === openingBrace ? plainBeginnings.find(([, beginning]) => beginsAt(bytes, from, beginning)) : undefined;
      if (isSealed) starts.push(at);
      if (plain !== undefined) {
        const [path, , longest] = plain;
        if (plainStarts.filter(([one]) => one === path).length < mostPlain) plainStarts.push([path, at, longest]);
      }
      const isEmpty = isEmptyAt(bytes, from);
      if (isSealed || plain !== undefined) ends.add(at - block);
      if (beginsAt(bytes, from + magicAt, magic) || (isEmpty && !wasEmpty)) ends.add(at);
      wasEmpty = isEmpty;
    }
  }
  return { starts, ends, plainStarts };
}

/** The mark of a header, and where it stands in one. */
const magic = textToBytes("ustar");
const magicAt = 257;

function beginsAt(bytes: Uint8Array, at: number, beginning: Uint8Array): boolean {
  for (let i = 0; i < beginning.length; i++) if (bytes[at + i] !== beginning[i]) return false;
  return true;
}

function isEmptyAt(bytes: Uint8Array, at: number): boolean {
  const end = Math.min(at + block, bytes.length);
  for (let i = at; i < end; i++) if (bytes[i] !== 0) return false;
  return true;
}

/** Bytes of a text of lines that begins here: to the last line that ends before a nought, of which no text of ours has any. */
async function sizeOfText(source: Source, start: number, longest: number): Promise<number> {
  let size = 0;
  for (let at = 0; at < longest; at += pageSize) {
    const bytes = await readStretch(source, start + at, Math.min(start + at + pageSize, start + longest, source.size));
    const nought = bytes.indexOf(0);
    const lastFeed = (nought === -1 ? bytes : bytes.subarray(0, nought)).lastIndexOf(0x0a);
    if (lastFeed !== -1) size = at + lastFeed + 1;
    if (nought !== -1 || bytes.length === 0) break;
  }
  return size;
}
