import { type Result, type Source, failed, ok } from "@unmask/core";
import { blockSize, checksumOf, padding, tarHeader, ustar } from "./write.ts";
import { isPlainPath } from "./plain-path.ts";

/**
 * Reads a tar without unpacking it: finds where each file lies, and reads it from there.
 *
 * [Note: One spelling] Two tools read one tar as different files: a GNU long name and a pax path stand against each other, sizes stand twice,
 * what lies behind a file or the end is covered by no list. What we say of a tar must be true of what any tool unpacks. So each header is
 * written anew from what was read and must come out byte for byte; padding is zeros; names are plain, in the order that its format states, none
 * twice; two empty blocks end it, and nothing follows.
 */

/** A tar of ours has one file for each original; more entries than this are an attack on memory. */
const maxEntries = 200_000;

/** Originals are read in pieces of this size. */
const pieceSize = 1024 * 1024;

/** Bytes that are read at once where headers stand: a tar of nothing but headers, each asked for alone, takes half a minute. */
const pageSize = 8 * 1024;

/** Why a tar is not read as one of ours. */
export interface TarFault {
  /** "altered": not as our writer writes it, so that another tool could read it otherwise. "error": no tar at all. */
  readonly verdict: "altered" | "error";
  /** Where and why; no name out of the tar. */
  readonly why: string;
}

/** How to read a tar. */
export interface TarReading {
  /** The order of its format: negative where the first path comes before the second. */
  order(a: string, b: string): number;
  /** Its end is known to be missing: what lies before the cut is read, the last file as far as it goes. */
  readonly isCut?: boolean;
}

/** The files in a tar, found and not unpacked. */
export interface TarFiles {
  /** Every file, in the order of the tar. */
  list(): Promise<readonly TarFile[]>;
  /** The bytes of a listed file from `start` to before `end`, the whole when left out, in pieces of any length. Throws when they cannot be read. */
  read(path: string, start?: number, end?: number): AsyncIterable<Uint8Array>;
}

/** One file of a tar. */
export interface TarFile {
  /** `/` between folders. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly kind: "file";
}

/** The files in a tar that was written by `tarOf`, in the order that its format states. */
export async function readTar(source: Source, { order, isCut = false }: TarReading): Promise<Result<TarFiles, TarFault>> {
  const placeByPath = new Map<string, Place>();
  const names = createNames(order);
  const paged = inPages(source);
  let at = 0;
  let block = await readRange(paged, 0, blockSize);
  if (!isTarBlock(block)) return failed({ verdict: "error", why: "it is no tar" });
  while (!isZero(block)) {
    if (isCut && at + 3 * blockSize > source.size) break;
    if (block.length < blockSize) return altered("it ends in the middle of a header", at);
    const entry = await readHeader(paged, at, block);
    if (typeof entry === "string") return altered(entry, at);
    const { path, size, length } = entry;
    const unfit = names.whyUnfit(path);
    if (unfit !== undefined) return altered(unfit, at);
    if (placeByPath.size >= maxEntries) return altered(`it holds more than ${maxEntries} files`, at);
    const start = at + length;
    placeByPath.set(path, { path, size, kind: "file", start });
    at = start + size + padding(size);
    if (isCut && at + blockSize > source.size) {
      placeByPath.set(path, { path, size: Math.max(0, Math.min(size, source.size - start)), kind: "file", start });
      break;
    }
    if (at > source.size) return altered("it ends inside a file", source.size);
    const rest = await readRange(paged, start + size, at + blockSize);
    if (!isZero(rest.subarray(0, padding(size)))) return altered("bytes that belong to no file stand behind one", start + size);
    block = rest.subarray(padding(size));
  }
  if (isCut) return ok(filesOf(source, placeByPath));
  const end = await readRange(paged, at, at + 2 * blockSize);
  if (end.length < 2 * blockSize || !isZero(end)) return altered("it has no end of two empty blocks", at);
  if (source.size > at + end.length) return altered("bytes stand behind its end", at + end.length);
  return ok(filesOf(source, placeByPath));
}

/**
 * How many bytes a tar has at least of which only the beginning is there: to the end of the last file whose header can be read, and the two empty
 * blocks that end every tar.
 */
export async function leastTarSize(beginning: Source): Promise<number> {
  const paged = inPages(beginning);
  for (let at = 0; ;) {
    const block = await readRange(paged, at, at + blockSize);
    const entry = block.length < blockSize || isZero(block) ? undefined : await readHeader(paged, at, block);
    if (entry === undefined || typeof entry === "string") return at + 2 * blockSize;
    at += entry.length + entry.size + padding(entry.size);
  }
}

interface Place extends TarFile {
  readonly start: number;
}

function altered(why: string, at: number): Result<never, TarFault> {
  return failed({ verdict: "altered", why: `${why}, at byte ${at}` });
}

/** An empty block, or one that carries the mark or the checksum of a tar header in whichever spelling. */
function isTarBlock(block: Uint8Array): boolean {
  if (block.length < blockSize) return false;
  const written = /[0-7]{1,7}/.exec(textOf(block, ustar.checksum))?.[0];
  return (
    isZero(block) ||
    textOf(block, ustar.magic).startsWith("ustar") ||
    (written !== undefined && Number.parseInt(written, 8) === checksumOf(block))
  );
}

interface Header {
  readonly path: string;
  readonly size: number;
  /** Bytes of the header itself. */
  readonly length: number;
}

/** The header that starts with this block, or why it is not one that our writer wrote. */
async function readHeader(source: Pick<Source, "read">, at: number, block: Uint8Array): Promise<Header | string> {
  const kind = textOf(block, ustar.kind);
  const isPax = kind === "x";
  const written = isPax ? await readRange(source, at, at + 3 * blockSize) : block;
  const own = written.subarray(written.length - blockSize);
  const path = textOf(own, ustar.name).replace(/\0.*$/s, "");
  const size = isPax
    ? /^\d{2} size=(\d{10,16})\n/.exec(textOf(written, [blockSize, 32]))?.[1]
    : /^[0-7]{11}(?=\0)/.exec(textOf(own, ustar.size))?.[0];
  const bytes = Number.parseInt(size ?? "", isPax ? 10 : 8);
  if (!isPlainPath(path) || !Number.isSafeInteger(bytes)) return whatElse(kind);
  return isSame(tarHeader(path, bytes), written) ? { path, size: bytes, length: written.length } : whatElse(kind);
}

/** What a header is that our writer never writes. */
function whatElse(kind: string): string {
  const what = otherKinds.find(([kinds]) => kinds.includes(kind))?.[1] ?? "a header that is not written as ours are";
  return `it has ${what}`;
}

const otherKinds: readonly (readonly [string, string])[] = [
  ["x", "an extended header that ours never have"],
  ["g", "a header that would change the files after it"],
  ["LK", "a long name in GNU's way"],
  ["12", "a link"],
  ["346", "a device"],
  ["5D", "an entry for a folder"],
  ["S", "a file with holes"],
];

/** Watches over the names: their order, and no two that one disk would take for one. */
function createNames(order: TarReading["order"]): { whyUnfit(path: string): string | undefined } {
  const files = new Set<string>();
  const folders = new Set<string>();
  let last: string | undefined;
  return {
    whyUnfit(path) {
      if (last !== undefined && order(last, path) >= 0) return "it has a name twice, or out of its order";
      last = path;
      const folded = path.toLowerCase();
      const above = foldersAbove(folded);
      if (files.has(folded) || folders.has(folded) || above.some((folder) => files.has(folder)))
        return "it has two names that one disk takes for one";
      files.add(folded);
      for (const folder of above) folders.add(folder);
      return undefined;
    },
  };
}

function foldersAbove(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, i) => parts.slice(0, i + 1).join("/"));
}

function textOf(bytes: Uint8Array, [start, size]: readonly [number, number]): string {
  return Array.from(bytes.subarray(start, start + size), (byte) => String.fromCharCode(byte)).join("");
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}

function isZero(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i] !== 0) return false;
  return true;
}

/** The same bytes, of which the next ones are read with those that are asked for. */
function inPages(source: Source): Pick<Source, "read"> {
  let page = { start: 0, bytes: new Uint8Array() };
  return {
    async read(start, end) {
      const isHere = start >= page.start && start < page.start + page.bytes.length;
      if (!isHere) page = { start, bytes: Uint8Array.from(await source.read(start, Math.max(end, start + pageSize))) };
      return page.bytes.subarray(start - page.start, end - page.start);
    },
  };
}

function filesOf(source: Source, placeByPath: ReadonlyMap<string, Place>): TarFiles {
  return {
    list: async () => [...placeByPath.values()],
    async *read(path, start = 0, end = Infinity) {
      const place = placeByPath.get(path);
      if (!place) throw new Error("no such file in the tar");
      yield* piecesOf(source, place.start + start, place.start + Math.min(end, place.size));
    },
  };
}

/** The bytes of a short stretch of a source, fewer only at its end: a source may answer with fewer than it was asked for. */
async function readRange(source: Pick<Source, "read">, start: number, end: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(end - start);
  let filled = 0;
  while (filled < bytes.length) {
    const piece = await source.read(start + filled, end);
    if (piece.length === 0) break;
    bytes.set(piece, filled);
    filled += piece.length;
  }
  return bytes.subarray(0, filled);
}

/** The bytes of a stretch of a source in order; the next piece is asked for while this one is used. Throws when the source is shorter. */
export async function* piecesOf(source: Source, start: number, end: number): AsyncGenerator<Uint8Array, void, undefined> {
  const readAt = (at: number): Promise<Uint8Array> => source.read(at, Math.min(at + pieceSize, end));
  if (start >= end) return;
  let next = readAt(start);
  for (let at = start; at < end;) {
    const piece = await next;
    if (piece.length === 0) throw new Error("the source ended early");
    at += piece.length;
    if (at < end) {
      next = readAt(at);
      // The failure is thrown where the piece is awaited.
      next.catch(() => undefined);
    }
    yield piece;
  }
}
