import { Inflate } from "pako/lib/inflate.js";

/**
 * Unpacks deflated bytes (RFC 1951) up to the very byte at which they are damaged or cut off.
 *
 * [Note: Why a second inflater] The engines' decompression throws away what it had ready when it meets an error, and how much that is depends
 * on the moment. Most of a chat from a broken download is evidence all the same, and the same file must always give the same bytes. So what
 * zip.js cannot unpack is unpacked once more by pako, to the last good byte. Nothing that is whole comes this way.
 */

/** Where packed bytes come from: those of [start, end), fewer or none at the end. */
export type ReadPacked = (start: number, end: number) => Promise<Uint8Array>;

/** Packed bytes handed on at a time: all that they unpack to is held at once, up to 1032 times as much. */
const inputStep = 4 * 1024;
/** Bytes given out at a time. */
const outputStep = 64 * 1024;

/** Yields what comes out, in pieces that are the caller's to keep, until the end, the damage, or `most` bytes. */
export async function* inflateToDamage(read: ReadPacked, most: number): AsyncGenerator<Uint8Array, void, undefined> {
  const inflate = new Inflate({ raw: true, chunkSize: outputStep });
  let pieces: Uint8Array[] = [];
  inflate.onData = (piece) => void pieces.push(piece);
  let given = 0;
  for (let at = 0, isOver = false; !isOver && given < most;) {
    const packed = await read(at, at + inputStep);
    at += packed.length;
    if (packed.length > 0) inflate.push(packed);
    isOver = packed.length === 0 || inflate.ended;
    const { output, next_out } = inflate.strm;
    if (isOver && output && (!inflate.ended || inflate.err !== 0)) pieces.push(output.subarray(0, next_out));
    for (const piece of pieces) {
      if (piece.length > 0 && given < most) yield piece.subarray(0, most - given);
      given += piece.length;
    }
    pieces = [];
  }
}
