import type { PackEntry } from "./pack-files.ts";

/** Text is encoded in pieces of about this many UTF-16 units. */
const pieceLength = 256 * 1024;

/** An entry of generated text. The text is made twice, once to count its bytes, and never held whole. */
export function textEntry(path: string, lines: () => Iterable<string>): PackEntry {
  return {
    path,
    size: countBytes(lines()),
    async *chunks() {
      yield* encodePieces(lines());
    },
  };
}

function countBytes(lines: Iterable<string>): number {
  let size = 0;
  for (const bytes of encodePieces(lines)) size += bytes.length;
  return size;
}

/** The lines as UTF-8, in pieces of some length. */
export function* encodePieces(lines: Iterable<string>): Generator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  let parts: string[] = [];
  let length = 0;
  for (const line of lines) {
    parts.push(line);
    length += line.length;
    if (length < pieceLength) continue;
    yield encoder.encode(parts.join(""));
    parts = [];
    length = 0;
  }
  if (length > 0) yield encoder.encode(parts.join(""));
}
