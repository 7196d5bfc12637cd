import type { CreateHasher, Source } from "@unmask/core";
import { readStretch } from "@unmask/formats";
import { textToBytes } from "@unmask/seal";
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
  readonly plain: readonly (readonly [path: string, file: Source])[];
  /** The file whose bytes these are; undefined where none is. */
  find(mark: FileMark, createHasher: CreateHasher): Promise<Source | undefined>;
}

/** Bytes of a block of a tar: every file in it begins at one. */
const block = 512;
/** Bytes that are read at once, whole blocks. */
const pageSize = 1024 * 1024;
/** Places where a file begins: a copy can have one at each block, to fill the memory. */
const mostPlaces = 400_000;
/** Books, logs and lists that are looked at, of each: one can begin at every block, and each be read to its end. */
const mostPlain = 4;
/** Times that the bytes of a copy are hashed in search of its files, all in all: many lengths at many places would be many times many. */
const mostTimesHashed = 4;
/** Bytes that are hashed in any case: a small copy has many files of one length. */
const leastHashed = 256 * 1024 * 1024;
/** What it costs to ask of one place whether a file of one length fits there, as bytes that are hashed: a list can want thousands of lengths. */
const costOfPlace = 8;

/** How each file of a copy begins; of what is not sealed its path and how long it may be. */
const beginnings: readonly (readonly [beginning: Uint8Array, path: string, longest: number])[] = [
  [textToBytes("age-encryption.org/v1\n"), "", 0],
  [textToBytes('{"kind":"notes",'), layout.book, longestPlain],
  [textToBytes('{"put":"'), layout.log, longestLog],
  [textToBytes('{"number":'), layout.waitingList, longestList],
];

/** Whether a block is the beginning of a book. */
export function beginsAsBook(bytes: Uint8Array): boolean {
  return pathBegunAt(bytes, 0) === layout.book;
}

/** How long the book, the log or the list of what waits may be; of every other path that it has no end. */
export function longestOfPlain(path: string): number {
  return beginnings.find(([, one]) => one === path)?.[2] ?? Infinity;
}

/** Looks at every block of a copy. See [Note: Found by what it is]. */
export async function findByContent(source: Source): Promise<FoundByContent> {
  const places = await placesIn(source);
  const plain: [string, Source][] = [];
  for (const { start, path } of places) {
    if (path === "" || plain.filter(([one]) => one === path).length === mostPlain) continue;
    plain.push([path, fileAt(source, start, await sizeOfText(source, start, longestOfPlain(path)))]);
  }
  const startsBySize = new Map<number, ReadonlyMap<string, number>>();
  let left = mostTimesHashed * source.size + leastHashed;
  async function startsOf(size: number, createHasher: CreateHasher): Promise<ReadonlyMap<string, number>> {
    const known = startsBySize.get(size);
    if (known !== undefined) return known;
    const found = new Map<string, number>();
    left -= costOfPlace * places.length;
    for (const [i, { start }] of places.entries()) {
      if (left < size) break;
      if (!isRoomFor(size, start, places[i + 1]?.start ?? source.size)) continue;
      left -= size;
      found.set((await markOf({ createHasher }, fileAt(source, start, size))).sha256, start);
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

/** A stretch of a copy as a file of it. */
export function fileAt(copy: Source, start: number, size: number): Source {
  return { name: "", size, read: (from, to, room) => copy.read(start + from, start + Math.min(to, size), room) };
}

/** Whether a file of this length ends where the next begins, but for a header of one block or three; behind the last stand two empty blocks. */
function isRoomFor(size: number, start: number, next: number): boolean {
  const rest = next - start - Math.ceil(size / block) * block;
  return rest > -block && rest <= 3 * block;
}

interface Place {
  /** Where a file begins. */
  readonly start: number;
  /** Where it is not sealed, what it is. */
  readonly path: string;
}

async function placesIn(source: Source): Promise<readonly Place[]> {
  const places: Place[] = [];
  for (let page = 0; page < source.size; page += pageSize) {
    const bytes = await readStretch(source, page, Math.min(page + pageSize, source.size));
    for (let at = 0; at < bytes.length && places.length < mostPlaces; at += block) {
      const path = pathBegunAt(bytes, at);
      if (path !== undefined) places.push({ start: page + at, path });
    }
  }
  return places;
}

function pathBegunAt(bytes: Uint8Array, at: number): string | undefined {
  return beginnings.find(([beginning]) => beginsAt(bytes, at, beginning))?.[1];
}

function beginsAt(bytes: Uint8Array, at: number, beginning: Uint8Array): boolean {
  for (let i = 0; i < beginning.length; i++) if (bytes[at + i] !== beginning[i]) return false;
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
