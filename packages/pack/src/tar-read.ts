import type { PackFile, PackFiles } from "./pack-files.ts";
import { type Result, type Source, failed, ok } from "@unmask/core";
import { blockSize, checksumOf, padding, ustar } from "./tar-write.ts";
import { whyUnsafe, withoutDots } from "./bag-path.ts";

/**
 * Reads a tar without unpacking it: finds where each file lies, and reads it from there. Strict, because what it reads was handed over by
 * strangers: no path that leaves the pack, no name twice (the second would replace the first where it is unpacked), no bytes that belong to
 * nothing. Links and devices are listed, never followed.
 */

/** A pack has one file for each original; more entries than this are an attack on memory. */
const maxEntries = 200_000;

/** Longer extended headers or long names are an attack on memory. */
const maxExtension = 64 * 1024;

/** Originals are read in pieces of this size. */
const pieceSize = 1024 * 1024;

/** The files in a tar. The error says why it cannot be read as a pack, and where. */
export async function openTar(source: Source): Promise<Result<PackFiles, string>> {
  const placeByPath = new Map<string, Place>();
  let extension: Extension = {};
  let at = 0;
  for (;;) {
    const header = await readRange(source, at, at + blockSize);
    if (header.length < blockSize) return failed(`the tar ends in the middle of a header, at byte ${at}`);
    if (header.every((byte) => byte === 0)) break;
    const entry = parseHeader(header, extension);
    if (!entry.ok) return failed(`${entry.error}, at byte ${at}`);
    const { kind, path, size } = entry.value;
    const start = at + blockSize;
    at = start + size + padding(size);
    if (at > source.size) return failed(`the tar ends inside a file, at byte ${source.size}`);
    if (isExtension(kind)) {
      const read = size > maxExtension ? undefined : parseExtension(kind, await readRange(source, start, start + size));
      if (!read) return failed(`an extended header that this program does not read, at byte ${start - blockSize}`);
      extension = { ...extension, ...read };
      continue;
    }
    extension = {};
    if (kind === "5") continue;
    const name = withoutDots(path);
    const unsafe = whyUnsafe(path) ?? whyUnsafe(name);
    if (unsafe !== undefined) return failed(`${unsafe}, at byte ${start - blockSize}`);
    if (placeByPath.has(name)) return failed(`a name stands there twice, at byte ${start - blockSize}`);
    if (placeByPath.size >= maxEntries) return failed(`more than ${maxEntries} files`);
    placeByPath.set(name, { path: name, size, kind: kindOf(kind), start });
  }
  const after = await whyNotZero(source, at);
  return after === undefined ? ok(filesOf(source, placeByPath)) : failed(after);
}

interface Place extends PackFile {
  readonly start: number;
}

interface Extension {
  readonly path?: string;
  readonly size?: number;
}

interface Header {
  readonly path: string;
  readonly size: number;
  readonly kind: string;
}

function parseHeader(header: Uint8Array, extension: Extension): Result<Header, string> {
  const written = parseOctal(field(header, ustar.checksum));
  if (written !== checksumOf(header)) return failed("a header whose checksum is wrong");
  const kind = text(field(header, ustar.kind)) || "0";
  const size = parseSize(field(header, ustar.size));
  if (size === undefined) return failed("a header without a size");
  const prefix = text(field(header, ustar.magic)).startsWith("ustar\0") ? cString(field(header, ustar.prefix)) : "";
  const name = cString(field(header, ustar.name));
  const own = prefix === "" ? name : `${prefix}/${name}`;
  if (isExtension(kind)) return ok({ path: own, size, kind });
  return ok({ path: extension.path ?? own, size: isPlain(kind) ? (extension.size ?? size) : 0, kind });
}

/** A pax header ("x") or a GNU long name ("L"). A global pax header ("g") would change every file after it: not read. */
function isExtension(kind: string): boolean {
  return kind === "x" || kind === "L" || kind === "g" || kind === "K";
}

function isPlain(kind: string): boolean {
  return kind === "0" || kind === "\0" || kind === "7";
}

function kindOf(kind: string): PackFile["kind"] {
  return isPlain(kind) ? "file" : kind === "1" || kind === "2" ? "link" : "other";
}

function parseExtension(kind: string, bytes: Uint8Array): Extension | undefined {
  if (kind === "L") return { path: cString(bytes) };
  if (kind !== "x") return undefined;
  const found: { path?: string; size?: number } = {};
  for (let at = 0; at < bytes.length;) {
    const blank = bytes.indexOf(0x20, at);
    const digits = text(bytes.subarray(at, blank));
    const end = at + Number(digits);
    if (blank < at || !/^[1-9]\d{0,6}$/.test(digits) || end > bytes.length || bytes[end - 1] !== 0x0a) return undefined;
    const record = utf8(bytes.subarray(blank + 1, end - 1));
    const equals = record?.indexOf("=") ?? -1;
    if (record === undefined || equals < 1) return undefined;
    const value = record.slice(equals + 1);
    const key = record.slice(0, equals);
    if (key === "path") found.path = value;
    if (key === "size") {
      if (!/^\d{1,15}$/.test(value)) return undefined;
      found.size = Number(value);
    }
    // A sparse file holds other bytes than it shows.
    if (key.startsWith("GNU.sparse")) return undefined;
    at = end;
  }
  return found;
}

function field(header: Uint8Array, [start, size]: readonly [number, number]): Uint8Array {
  return header.subarray(start, start + size);
}

function text(bytes: Uint8Array): string {
  let said = "";
  for (const byte of bytes) said += String.fromCharCode(byte);
  return said;
}

function cString(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return new TextDecoder("utf-8").decode(end < 0 ? bytes : bytes.subarray(0, end));
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parseOctal(bytes: Uint8Array): number | undefined {
  const match = /^ *([0-7]{1,12})[\0 ]*$/.exec(text(bytes));
  return match ? Number.parseInt(match[1] ?? "", 8) : undefined;
}

/** Octal, or base-256 where GNU tar needs more digits. */
function parseSize(bytes: Uint8Array): number | undefined {
  if (bytes[0] !== 0x80) return parseOctal(bytes);
  let size = 0;
  for (const byte of bytes.subarray(1)) size = size * 256 + byte;
  return Number.isSafeInteger(size) ? size : undefined;
}

/** After the first empty block comes a second one, and then nothing but zeros. */
async function whyNotZero(source: Source, from: number): Promise<string | undefined> {
  if (source.size < from + 2 * blockSize) return `the tar has no end, at byte ${from}`;
  for await (const piece of piecesOf(source, from, source.size)) {
    if (piece.some((byte) => byte !== 0)) return `bytes after the end of the tar, at byte ${from} or later`;
  }
  return undefined;
}

function filesOf(source: Source, placeByPath: ReadonlyMap<string, Place>): PackFiles {
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
async function readRange(source: Source, start: number, end: number): Promise<Uint8Array> {
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
