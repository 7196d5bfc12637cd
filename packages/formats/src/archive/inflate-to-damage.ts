import { type Frame, createInflate } from "./inflate.ts";

/** Where packed bytes come from: those of [start, end), fewer or none at the end. */
export type ReadPacked = (start: number, end: number) => Promise<Uint8Array>;

/** Packed bytes read at a time. */
const inputStep = 16 * 1024;

/** Yields what comes out of deflated bytes, in pieces that are the caller's to keep, until the end, the damage, or `most` bytes. */
export async function* inflateToDamage(
  read: ReadPacked,
  most: number,
  frame: Extract<Frame, "raw" | "raw64"> = "raw",
): AsyncGenerator<Uint8Array, void, undefined> {
  const inflate = createInflate(frame);
  let left = most;
  for (let at = 0; inflate.state() === "open" && left > 0;) {
    const packed = await read(at, at + inputStep);
    if (packed.length === 0) return;
    at += packed.length;
    for (const piece of inflate.push(packed)) {
      yield piece.subarray(0, left);
      left -= piece.length;
      if (left <= 0) return;
    }
  }
}
