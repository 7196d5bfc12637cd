import type { Source } from "@unmask/core";
import { Gzip, zlibSync } from "fflate/browser";
import { readStretch } from "../scan/read-stretch.ts";
import { inflateByEngine } from "./inflate-by-engine.ts";
import type { ReadPacked } from "./inflate-to-damage.ts";
import { createInflate } from "./inflate.ts";

/**
 * One gzip member (RFC 1952), written and read as a stream. Written by fflate and not by the engine, because two engines pack the same bytes
 * to different ones, and what is hashed and signed must not depend on where it was made.
 *
 * [Note: One spelling of the frame] What is read has a plain header (no name, no time, no extra field), a right checksum and length, and
 * nothing behind it. `gunzip` joins two members and passes over what stands behind them, other tools do not: with one member and nothing
 * else, every tool unpacks the same bytes.
 */

/** How hard to pack: `small` takes longer than `fast` and saves a tenth; `stored` leaves the bytes as they are. */
export type GzipWay = "small" | "fast" | "stored";

/** Levels of deflate. */
const levelOf = { small: 6, fast: 3, stored: 0 } as const;

/** Said and not left to the library, which would go by the clock, and by a logarithm that engines may round as they like. */
const alike = { mtime: 0, mem: 8 } as const;

/** Bytes packed at a time: the library begins a block wherever its input was cut, and the cuts of the caller must not be seen. */
const inputStep = 64 * 1024;

/** Packs pieces as one member. The same bytes in give the same bytes out, however they are cut. */
export function* gzip(pieces: Iterable<Uint8Array>, way: GzipWay): Generator<Uint8Array, void, undefined> {
  let ready: Uint8Array[] = [];
  const member = new Gzip({ level: levelOf[way], ...alike }, (piece) => void ready.push(piece));
  const waiting = new Uint8Array(inputStep);
  let held = 0;
  for (const piece of pieces) {
    for (let at = 0; at < piece.length;) {
      const part = piece.subarray(at, at + inputStep - held);
      waiting.set(part, held);
      held += part.length;
      at += part.length;
      if (held < inputStep) continue;
      member.push(waiting, false);
      held = 0;
      yield* ready;
      ready = [];
    }
  }
  member.push(waiting.subarray(0, held), true);
  yield* ready;
}

/** Packs bytes as one zlib stream (RFC 1950), as small as it gets. The same bytes in give the same bytes out, wherever it is done. */
export function zlib(bytes: Uint8Array): Uint8Array {
  return zlibSync(bytes, { level: 9, mem: alike.mem });
}

/** Unpacks one member and nothing else. Throws what `gunzipFailureOf` reads where it is none, is damaged, or gives more than `most` bytes. */
export async function* gunzip(packed: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array, void, undefined> {
  const inflate = createInflate("gzip");
  let taken = 0;
  let given = 0;
  for await (const piece of packed) {
    if (!isHeaderSoFar(piece, taken)) throw failure("is no gzip file with a plain header");
    if (piece.length > 0 && inflate.state() === "whole") throw failure(tooMuchBehind);
    taken += piece.length;
    for (const one of inflate.push(piece)) {
      given += one.length;
      if (given > most) throw failure("unpacks to more than such a file may");
      yield one;
    }
    if (inflate.state() === "damaged") throw failure("is damaged, or other bytes follow it");
  }
  if (inflate.state() === "open") throw failure("is cut off");
  if (inflate.taken() !== taken) throw failure(tooMuchBehind);
}

/**
 * Unpacks one member that lies somewhere, by the engine's own code where it has one: four times as fast. What it ends with has the length and the checksum that
 * stand at the very end; anything else is refused as by `gunzip`, and what came out before that is not to be trusted. What the source throws is thrown as it is.
 */
export async function* gunzipSource(packed: Source, most: number): AsyncGenerator<Uint8Array, void, undefined> {
  const stretches = createStretches(packed);
  if (!("DecompressionStream" in globalThis)) return yield* gunzip(stretches.all(), most);
  const head = await readStretch(packed, 0, header.length);
  if (!isHeaderSoFar(head, 0)) throw failure("is no gzip file with a plain header");
  const end = packed.size - endSize;
  if (end < header.length) throw failure("is cut off");
  const tail = await readStretch(packed, end, packed.size);
  const { buffer, byteOffset, length } = tail;
  if (length < endSize) throw failure("is cut off");
  const view = new DataView(buffer, byteOffset, length);
  const whole = { sum: view.getUint32(0, true), claimedSize: view.getUint32(4, true) };
  let given = 0;
  const met: { readonly thrown: unknown }[] = [];
  const read: ReadPacked = async (from, until) => {
    try {
      return await stretches.read(header.length + from, Math.min(end, header.length + until));
    } catch (thrown) {
      met.push({ thrown });
      throw thrown;
    }
  };
  try {
    for await (const one of inflateByEngine(read, whole)) {
      given += one.length;
      if (given > most) break;
      yield one;
    }
  } catch {
    const [first] = met;
    // Engines say in words of their own what they found.
    throw first ? first.thrown : failure("is damaged, or other bytes follow it");
  }
  if (given > most) throw failure("unpacks to more than such a file may");
  // Some engines go on to a member behind the first, or pass over what stands there.
  if (given % 2 ** 32 !== whole.claimedSize) throw failure(tooMuchBehind);
}

/** Packed bytes that are asked for at a time: the engine takes them in small pieces, and each asking of what is sealed opens whole chunks. */
const stretchSize = 1024 * 1024;

/** A source in stretches, of which one is held. */
function createStretches(packed: Source): {
  read(from: number, until: number): Promise<Uint8Array>;
  all(): AsyncGenerator<Uint8Array, void>;
} {
  let [at, held] = [0, new Uint8Array()];
  const read = async (from: number, until: number): Promise<Uint8Array> => {
    if (from < at || from >= at + held.length) [at, held] = [from, Uint8Array.from(await readStretch(packed, from, from + stretchSize))];
    return held.subarray(from - at, Math.max(from, until) - at);
  };
  async function* all(): AsyncGenerator<Uint8Array, void> {
    for (let from = 0; from < packed.size; from += stretchSize) yield await read(from, from + stretchSize);
  }
  return { read, all };
}

/** Why a member could not be read, to stand behind the name of the file; undefined for every other error. */
export function gunzipFailureOf(error: unknown): string | undefined {
  return error instanceof Error ? failures.get(error) : undefined;
}

const tooMuchBehind = "has other bytes behind its end";

/** Magic, deflate, no flag, no time; then how hard it was packed (0, or 4 for the fastest), and Unix. */
const header: readonly (readonly number[])[] = [[0x1f], [0x8b], [8], [0], [0], [0], [0], [0], [0, 4], [3]];

/** Checksum and length, four bytes each. */
const endSize = 8;

function isHeaderSoFar(piece: Uint8Array, at: number): boolean {
  return header.slice(at).every((allowed, i) => piece[i] === undefined || allowed.includes(piece[i]));
}

const failures = new WeakMap<Error, string>();

function failure(why: string): Error {
  const error = new Error(why);
  failures.set(error, why);
  return error;
}
