import type { Source } from "@unmask/core";

/** Reads [start, end) whole, asking again where a source answers with less; shorter only when the source ends. For stretches that fit in memory. */
export async function readStretch(source: Pick<Source, "read">, start: number, end: number): Promise<Uint8Array> {
  const first = await source.read(start, end);
  if (first.length === 0 || first.length >= end - start) return first;
  const pieces = [first];
  let at = start + first.length;
  while (at < end) {
    const piece = await source.read(at, end);
    if (piece.length === 0) break;
    pieces.push(piece);
    at += piece.length;
  }
  const whole = new Uint8Array(at - start);
  let filled = 0;
  for (const piece of pieces) {
    whole.set(piece, filled);
    filled += piece.length;
  }
  return whole;
}
