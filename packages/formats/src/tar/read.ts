import { type Result, type Source, failed, ok } from "@unmask/core";
import { blockSize, checksumOf, padding, tarHeader, ustar } from "./write.ts";
import { readStretch } from "../scan/read-stretch.ts";
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
export const maxEntries = 200_000;

/** Originals are read in pieces of this size. */
const pieceSize = 1024 * 1024;

/** Bytes that are read at once where headers stand: a tar of nothing but headers, each asked for alone, takes half a minute. */
const pageSize = 8 * 1024;

/** Where and how a tar is otherwise than our writer writes it; `sayTarFault` (tar-fault.ts) says it in words, for whoever shows them to somebody. */
export interface TarSlip {
  /** A `TarSlipKind`, or the letter of the kind of a header that ours never have. */
  readonly is: string;
  readonly at: number;
}

/** What is otherwise. */
export type TarSlipKind = "none" | "header" | "order" | "case" | "many" | "inside" | "behind" | "end" | "after";

/** How to read a tar. */
export interface TarReading {
  /** The order of its format: negative where the first path comes before the second. */
  order(a: string, b: string): number;
  /** Whether no disk takes a name for one before it: `namesApart()`, where the names are not known beforehand. */
  readonly isApart?: (path: string) => boolean;
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
  /** Where its bytes begin. */
  readonly start: number;
}

/** The files in a tar that was written by `tarOf`, in the order that its format states. */
export async function readTar(
  source: Source,
  { order, isApart = () => true, isCut = false }: TarReading,
): Promise<Result<TarFiles, TarSlip>> {
  const placeByPath = new Map<string, TarFile>();
  let last: string | undefined;
  const paged = inPages(source);
  let at = 0;
  let block = await readStretch(paged, 0, blockSize);
  if (!isTarBlock(block)) return slip("none", 0);
  while (!isZero(block)) {
    if (isCut && at + 3 * blockSize > source.size) break;
    if (block.length < blockSize) return slip("header", at);
    const entry = await readHeader(paged, at, block);
    if (typeof entry === "string") return slip(entry, at);
    const { path, size, length } = entry;
    if (last !== undefined && order(last, path) >= 0) return slip("order", at);
    last = path;
    if (!isApart(path)) return slip("case", at);
    if (placeByPath.size >= maxEntries) return slip("many", at);
    const start = at + length;
    placeByPath.set(path, { path, size, kind: "file", start });
    at = start + size + padding(size);
    if (isCut && at + blockSize > source.size) {
      placeByPath.set(path, { path, size: Math.max(0, Math.min(size, source.size - start)), kind: "file", start });
      break;
    }
    if (at > source.size) return slip("inside", source.size);
    const rest = await readStretch(paged, start + size, at + blockSize);
    if (!isZero(rest.subarray(0, padding(size)))) return slip("behind", start + size);
    block = rest.subarray(padding(size));
  }
  if (isCut) return ok(filesOf(source, placeByPath));
  const end = await readStretch(paged, at, at + 2 * blockSize);
  if (end.length < 2 * blockSize || !isZero(end)) return slip("end", at);
  if (source.size > at + end.length) return slip("after", at + end.length);
  return ok(filesOf(source, placeByPath));
}

/**
 * How many bytes a tar has at least of which only the beginning is there: to the end of the last file whose header can be read, and the two empty
 * blocks that end every tar.
 */
export async function leastTarSize(beginning: Source): Promise<number> {
  const paged = inPages(beginning);
  for (let at = 0; ;) {
    const block = await readStretch(paged, at, at + blockSize);
    const entry = block.length < blockSize || isZero(block) ? undefined : await readHeader(paged, at, block);
    if (entry === undefined || typeof entry === "string") return at + 2 * blockSize;
    at += entry.length + entry.size + padding(entry.size);
  }
}

function slip(is: string, at: number): Result<never, TarSlip> {
  return failed({ is, at });
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

/** The header that starts with this block, or the letter of its kind where it is not one that our writer wrote. */
async function readHeader(source: Pick<Source, "read">, at: number, block: Uint8Array): Promise<Header | string> {
  const kind = textOf(block, ustar.kind);
  const isPax = kind === "x";
  const written = isPax ? await readStretch(source, at, at + 3 * blockSize) : block;
  const own = written.subarray(written.length - blockSize);
  const path = textOf(own, ustar.name).replace(/\0.*$/s, "");
  const size = isPax
    ? /^\d{2} size=(\d{10,16})\n/.exec(textOf(written, [blockSize, 32]))?.[1]
    : /^[0-7]{11}(?=\0)/.exec(textOf(own, ustar.size))?.[0];
  const bytes = Number.parseInt(size ?? "", isPax ? 10 : 8);
  if (!isPlainPath(path) || !Number.isSafeInteger(bytes)) return kind;
  return isSame(tarHeader(path, bytes), written) ? { path, size: bytes, length: written.length } : kind;
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

function filesOf(source: Source, placeByPath: ReadonlyMap<string, TarFile>): TarFiles {
  return {
    list: async () => [...placeByPath.values()],
    async *read(path, start = 0, end = Infinity) {
      const place = placeByPath.get(path);
      if (!place) throw new Error("no such file in the tar");
      yield* piecesOf(source, place.start + start, place.start + Math.min(end, place.size));
    },
  };
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
