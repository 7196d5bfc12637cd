import type { Source } from "@unmask/core";

/**
 * Lines of a text file, decoded, each with the place of its first byte: spans are bytes, and every ready splitter counts characters.
 *
 * [Note: Two ways to the offsets] A stretch of whole lines is decoded at once. Where it is UTF-8 without a flaw, one walk over its bytes finds both
 * places of each line. A decoder never swallows a line feed, not even after broken bytes, so elsewhere the n-th line feed of the text is the n-th
 * line feed of the bytes. In UTF-16 every unit is two bytes.
 */

/** Longest line, in bytes, that is handed out whole; a longer one comes in pieces. Stops a file that is one line from filling the memory. */
export const maxLineBytes: number = 32 * 1024;
/** Bytes held at once: a read costs a turn of the event loop, and short batches keep what is made from them short-lived. */
const heldBytes = 32 * maxLineBytes;

/** How the bytes of a file are text. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** Some lines of a file, in order. Arrays and bytes are reused: valid until the next batch is asked for. */
export interface LineBatch {
  /** The lines, line breaks included. */
  readonly text: string;
  /** The same as they stand in the file. */
  readonly block: LineBlock;
  /** How many lines. */
  readonly count: number;
  /** Where line `i` starts in `text`; entry `count` is its end. */
  readonly textAt: Int32Array;
  /** Where line `i` starts, in bytes from the start of the block; entry `count` is the end of the last. */
  readonly byteAt: Int32Array;
  /** Entry `i` is 1 where line `i` holds bytes that are no text in this encoding (shown as U+FFFD). Undefined: none does. */
  readonly doubtful: Uint8Array | undefined;
}

/** The encoding that the first bytes declare (byte-order mark), else UTF-8. */
export function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return "utf-8";
}

/** Units of a file without a byte-order mark by which UTF-32 is told: each a letter of ASCII with three zeros beside it. */
const tellingUnits = 8;

/** Whether the first bytes are of a text in UTF-32, which nothing here reads. Its mark in one order begins like that of UTF-16. */
export function isUtf32(head: Uint8Array): boolean {
  const isMarked = (a: number, b: number, c: number, d: number): boolean =>
    head[0] === a && head[1] === b && head[2] === c && head[3] === d;
  if (isMarked(0xff, 0xfe, 0, 0) || isMarked(0, 0, 0xfe, 0xff)) return true;
  const isAscii = (byte: number | undefined): boolean => byte !== undefined && ((byte >= 0x20 && byte < 0x7f) || (byte >= 9 && byte <= 13));
  return [0, 3].some((low) =>
    Array.from({ length: tellingUnits * 4 }, (_, i) => (i % 4 === low ? isAscii(head[i]) : head[i] === 0)).every(Boolean),
  );
}

/** Whole lines as bytes; a line longer than `maxLineBytes` comes in pieces. The bytes are reused: valid until the next block is asked for. */
export interface LineBlock {
  readonly bytes: Uint8Array;
  /** The same, for reading four bytes at once. */
  readonly view: DataView;
  /** Where they start in the file. */
  readonly start: number;
  /** The first line goes on with a line longer than `maxLineBytes`. */
  readonly continues: boolean;
}

/** Reads a file line by line from its first byte to its last, the same however its reads are cut. A byte-order mark stays in the text. */
export async function* readLines(source: Source, encoding: Encoding): AsyncGenerator<LineBatch, void, undefined> {
  const decode = createLineDecoder(encoding);
  for await (const block of readLineBlocks(source, encoding)) yield decode(block);
}

/** Decodes blocks one after another. */
export function createLineDecoder(encoding: Encoding): (block: LineBlock) => LineBatch {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const places = createPlaces();
  return (block) => places.locate(decoder.decode(block.bytes), block, encoding);
}

/**
 * How many more bytes than UTF-16 units the line had that `endOfLine` went over, if it was UTF-8 without a flaw. Module state, because two results
 * would cost an object for each line.
 */
let followingBytes = 0;

/**
 * Behind the line feed that ends the line of UTF-8 at `at`. Lines are so short that a native search costs more in its call than in its work, and a
 * walk over bytes more than one over words of four.
 */
export function endOfLine({ bytes, view }: Pick<LineBlock, "bytes" | "view">, at: number): number {
  const end = bytes.length;
  let i = at;
  followingBytes = 0;
  for (; i + 4 <= end; i += 4) {
    while (i + 8 <= end && plainBits(view.getInt32(i, true), view.getInt32(i + 4, true)) === 0) i += 8;
    if (i + 4 > end) break;
    const word = view.getInt32(i, true);
    if (plainBits(word, word) === 0) continue;
    for (let shift = 0; shift < 32; shift += 8) {
      const byte = (word >>> shift) & 0xff;
      if (byte === 0x0a) return i + (shift >>> 3) + 1;
      if (byte >= 0x80) followingBytes += unitsMissing(byte);
    }
  }
  for (; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === 0x0a) return i + 1;
    if (byte >= 0x80) followingBytes += unitsMissing(byte);
  }
  return end;
}

/** What a byte of a character of several bytes adds to the distance between bytes and units: four bytes are two units. */
function unitsMissing(byte: number): number {
  return byte < 0xc0 ? 1 : byte >= 0xf0 ? -1 : 0;
}

/** 0 where eight bytes are ASCII other than a line feed: subtracting one from a byte below 0x80 reaches its top bit only from zero. */
function plainBits(word: number, next: number): number {
  return (word | next | ((word ^ 0x0a0a0a0a) - 0x01010101) | ((next ^ 0x0a0a0a0a) - 0x01010101)) & 0x80808080;
}

/**
 * As `readLines`, not yet decoded.
 *
 * [Note: Two halls] While the lines of one are handed out the other is filled, behind a free stretch as long as a line. So of all bytes only
 * those that end no line are moved, to the front of what was read after them; or the new ones behind them, where these are fewer.
 */
export async function* readLineBlocks(source: Source, encoding: Encoding): AsyncGenerator<LineBlock, void, undefined> {
  const size = maxLineBytes + Math.min(heldBytes - maxLineBytes, source.size);
  let [hall, other] = [new Uint8Array(size), new Uint8Array(size)];
  let at = 0;
  let filled = 0;
  let start = 0; // In the file, of the byte at `at`.
  let ended = false;
  let continues = false;
  let ahead = readAhead(source, 0, other.subarray(maxLineBytes));
  for (;;) {
    while (!ended && filled - at < maxLineBytes) {
      const bytes = await ahead;
      const held = filled - at;
      if (bytes.length < held && filled + bytes.length <= size) {
        hall.set(bytes, filled);
        filled += bytes.length;
      } else {
        if (bytes.buffer !== other.buffer || bytes.byteOffset !== maxLineBytes) other.set(bytes, maxLineBytes);
        at = maxLineBytes - held;
        other.set(hall.subarray(filled - held, filled), at);
        filled = maxLineBytes + bytes.length;
        [hall, other] = [other, hall];
      }
      ended = bytes.length === 0; // The source may be shorter than it said.
      if (!ended) ahead = readAhead(source, start + filled - at, other.subarray(maxLineBytes));
    }
    if (at === filled) return;
    const most = Math.min(filled - at, maxLineBytes);
    const held = hall.subarray(at, at + most);
    const last = ended && at + most === filled;
    const lastBreak = last ? most : lastBreakIn(held, encoding);
    const cut = lastBreak > 0 ? lastBreak : wholeCharactersOf(held, encoding);
    const view = new DataView(hall.buffer, at, cut);
    yield { bytes: held.subarray(0, cut), view, start, continues };
    continues = lastBreak === 0;
    at += cut;
    start += cut;
  }
}

/** Starts the next read, so that the disk works while the lines before it are read; nothing at the end of the source. */
function readAhead(source: Source, start: number, room: Uint8Array): Promise<Uint8Array> {
  const end = Math.min(source.size, start + room.length);
  const reading = start < end ? source.read(start, end, room) : Promise.resolve(new Uint8Array(0));
  reading.catch(() => undefined); // It fails where it is waited for, which it never is when the person cancelled.
  return reading;
}

/** Just behind the last line feed; 0 when there is none. */
function lastBreakIn(held: Uint8Array, encoding: Encoding): number {
  if (encoding === "utf-8") return held.lastIndexOf(0x0a) + 1;
  const low = encoding === "utf-16le" ? 0 : 1;
  for (let at = (held.length & ~1) - 2; at >= 0; at -= 2) {
    if (held[at + low] === 0x0a && held[at + 1 - low] === 0) return at + 2;
  }
  return 0;
}

/** The largest number of the bytes held that cuts no character in two. */
function wholeCharactersOf(buffer: Uint8Array, encoding: Encoding): number {
  const filled = buffer.length;
  if (encoding !== "utf-8") {
    const even = filled & ~1;
    const high = buffer[even - (encoding === "utf-16le" ? 1 : 2)] ?? 0;
    return high >= 0xd8 && high <= 0xdb ? even - 2 : even;
  }
  for (let back = 1; back <= 3 && back < filled; back++) {
    const byte = buffer[filled - back] ?? 0;
    if (byte < 0x80) return filled;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? filled - back : filled;
  }
  return filled;
}

interface Places {
  locate(text: string, block: LineBlock, encoding: Encoding): LineBatch;
}

function createPlaces(): Places {
  let textAt = new Int32Array(4096);
  let byteAt = new Int32Array(4096);
  let count = 0;

  function begin(at: number, byte: number): void {
    if (count === textAt.length) {
      textAt = longer(textAt);
      byteAt = longer(byteAt);
    }
    textAt[count] = at;
    byteAt[count] = byte;
    count++;
  }

  /** UTF-8 without a flaw. */
  function locateWhole(block: LineBlock): void {
    let following = 0;
    for (let byte = 0; byte < block.bytes.length; following += followingBytes) {
      begin(byte - following, byte);
      byte = endOfLine(block, byte);
    }
  }

  function locateBreaks(text: string, bytes: Uint8Array, unit: number): void {
    let byte = 0;
    for (let at = 0; at < text.length;) {
      begin(at, byte);
      const next = text.indexOf("\n", at);
      if (next === -1) return;
      // No character is shorter than one byte, so the line feed is here or further on.
      const soonest = byte + next - at;
      at = next + 1;
      if (unit > 0) byte = at * unit;
      else byte = (bytes[soonest] === 0x0a ? soonest : bytes.indexOf(0x0a, soonest)) + 1;
    }
  }

  return {
    locate(text, block, encoding) {
      const { bytes } = block;
      const replaced = text.includes("\uFFFD");
      count = 0;
      if (encoding === "utf-8" && !replaced) locateWhole(block);
      else locateBreaks(text, bytes, encoding === "utf-8" ? 0 : 2);
      const lines = count;
      begin(text.length, bytes.length);
      const doubtful = replaced ? doubtfulLines(text, bytes, { textAt, byteAt, count: lines, encoding }) : undefined;
      return { text, block, count: lines, textAt, byteAt, doubtful };
    },
  };
}

/** A text of its own: a slice of a batch is a view of it, slow to compare by letter, and keeps all of it alive. */
export function copyOfText(slice: string): string {
  return slice.split("").join("");
}

function longer(places: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(places.length * 2);
  twice.set(places);
  return twice;
}

interface Located {
  readonly textAt: Int32Array;
  readonly byteAt: Int32Array;
  readonly count: number;
  readonly encoding: Encoding;
}

/** Marks the lines with more U+FFFD in the text than in the bytes: the rest stands for bytes that are no text. */
function doubtfulLines(text: string, bytes: Uint8Array, { textAt, byteAt, count, encoding }: Located): Uint8Array | undefined {
  const doubtful = new Uint8Array(count);
  let any = false;
  for (let i = 0; i < count; i++) {
    const end = textAt[i + 1] ?? text.length;
    let shown = 0;
    for (let at = text.indexOf("\uFFFD", textAt[i]); at !== -1 && at < end; at = text.indexOf("\uFFFD", at + 1)) shown++;
    if (shown === 0) continue;
    const written = replacementsIn(bytes.subarray(byteAt[i], byteAt[i + 1]), encoding);
    if (shown === written) continue;
    doubtful[i] = 1;
    any = true;
  }
  return any ? doubtful : undefined;
}

/** How often the bytes themselves hold U+FFFD. */
function replacementsIn(bytes: Uint8Array, encoding: Encoding): number {
  let found = 0;
  if (encoding === "utf-8") {
    for (let at = bytes.indexOf(0xef); at !== -1; at = bytes.indexOf(0xef, at + 1)) {
      if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) found++;
    }
    return found;
  }
  const low = encoding === "utf-16le" ? 0 : 1;
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    if (bytes[at + low] === 0xfd && bytes[at + 1 - low] === 0xff) found++;
  }
  return found;
}
