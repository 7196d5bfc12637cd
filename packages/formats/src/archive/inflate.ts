import { crc32After } from "./crc32.ts";

/**
 * Unpacks deflated bytes piece by piece, up to the very byte at which they are damaged or cut off: RFC 1951, alone or in the frame of gzip (RFC 1952) or zlib
 * (RFC 1950), and Deflate64, in which Windows packs large files (APPNOTE 4.4.5).
 *
 * [Note: Why not the engine's own] It throws away what it had ready when it meets an error, and how much that is depends on the moment. Most of a chat
 * from a broken download is evidence all the same, and the same file must always give the same bytes. What counts as damage is what zlib refuses.
 */

/** How the packed bytes are framed; `raw` and `raw64`: not at all, as in a zip; `gzips`: one such member after the other, as long as they come. */
export type Frame = "raw" | "raw64" | "gzip" | "gzips" | "zlib";

/** One stream that is being unpacked. */
export interface Inflate {
  /** Takes the next packed bytes, and gives what comes out in pieces of `pieceSize` at most, each the caller's to keep. Read it to its end before the next. */
  push(packed: Uint8Array): Generator<Uint8Array, void, undefined>;
  /** `open`: more bytes are needed. `whole`: the stream ended, its sums are right. `damaged`: nothing more will come. */
  state(): "open" | "whole" | "damaged";
  /** Packed bytes that were read; of a whole stream where it ends, its frame included. */
  taken(): number;
}

/** Bytes given out at a time. */
export const pieceSize: number = 64 * 1024;

/** Bytes back that a copy may reach. */
const reach = { raw: 32 * 1024, gzip: 32 * 1024, gzips: 32 * 1024, zlib: 32 * 1024, raw64: 64 * 1024 } as const;

/** Starts a stream. */
export function createInflate(frame: Frame): Inflate {
  const reading: Reading = {
    input: new Uint8Array(0),
    at: 0,
    read: 0,
    hold: 0,
    count: 0,
    out: new Uint8Array(reach[frame] + pieceSize),
    first: reach[frame],
    end: reach[frame],
    given: reach[frame],
    length: 0,
    distance: 0,
    farthest: reach[frame],
  };
  const stream = readStream(reading, frame);
  let state: ReturnType<Inflate["state"]> = "open";
  stream.next();
  return {
    *push(packed) {
      if (state !== "open") return;
      reading.input = behindLeft(reading, packed);
      reading.at = 0;
      reading.read += packed.length;
      for (let step = stream.next(); step.value !== needsInput; step = stream.next()) {
        if (typeof step.value === "object") {
          if (step.value.length > 0) yield step.value;
        } else {
          state = step.value ? "whole" : "damaged";
          break;
        }
      }
      const last = pieceOf(reading);
      if (last.length > 0) yield last;
    },
    state: () => state,
    taken: () => reading.read - (reading.input.length - reading.at) - (reading.count >>> 3),
  };
}

/** What comes next behind the few bytes of a word that broke off. */
function behindLeft({ input, at }: Reading, packed: Uint8Array): Uint8Array {
  const left = input.length - at;
  if (left === 0) return packed;
  const joined = new Uint8Array(left + packed.length);
  joined.set(input.subarray(at));
  joined.set(packed, left);
  return joined;
}

/** Where a stream is read and what came out of it. */
interface Reading {
  input: Uint8Array;
  /** The next byte of `input`. */
  at: number;
  /** Bytes of all inputs. */
  read: number;
  /** Bits that were taken out of the input and not read yet, the next one lowest, and how many: up to 32. */
  hold: number;
  count: number;
  /** What came out: what a copy may reach back to, and behind it what is new. */
  out: Uint8Array;
  /** Where in it the stream began, while that is still in it. */
  first: number;
  end: number;
  /** Bytes of `out` that were given away or are old. */
  given: number;
  /** Bytes of a copy that are still to come, and from how far back. */
  length: number;
  distance: number;
  farthest: number;
}

/** What came out and was not given yet. */
function pieceOf(reading: Reading): Uint8Array {
  const { out, given, end } = reading;
  reading.given = end;
  return out.slice(given, end);
}

/** Gives what came out when there is no more room, and keeps as much of it as a copy may reach. */
function makeRoom(reading: Reading): Uint8Array {
  const piece = pieceOf(reading);
  const kept = reading.out.length - pieceSize;
  reading.out.copyWithin(0, reading.end - kept, reading.end);
  reading.first = Math.max(0, reading.first - (reading.end - kept));
  reading.end = kept;
  reading.given = kept;
  return piece;
}

const needsInput = undefined;

/** A stream being read: asks for input, gives pieces, and in the end says whether it was whole. */
type Stream<T> = Generator<Uint8Array | typeof needsInput, T, undefined>;

/** The next `size` bits, 16 at most, as a number, the first one lowest. */
function* bits(reading: Reading, size: number): Stream<number> {
  while (reading.count < size) {
    if (reading.at === reading.input.length) yield needsInput;
    else {
      reading.hold |= (reading.input[reading.at++] ?? 0) << reading.count;
      reading.count += 8;
    }
  }
  const value = reading.hold & ((1 << size) - 1);
  reading.hold >>>= size;
  reading.count -= size;
  return value;
}

function* readStream(reading: Reading, frame: Frame): Stream<boolean> {
  yield needsInput;
  while (frame === "gzips") {
    if (!(yield* readGzip(reading))) return false;
    yield pieceOf(reading);
    // No copy reaches back into another member.
    reading.first = reading.end;
  }
  if (frame === "gzip") return yield* readGzip(reading);
  if (frame === "zlib") return (yield* readZlibHeader(reading)) && (yield* readFramed(reading, zlibSum, false));
  return yield* readBlocks(reading, frame === "raw64");
}

/** Blocks, and behind them the sum over what came out; `hasSize`: and its length. */
function* readFramed(reading: Reading, sum: Sum, hasSize: boolean): Stream<boolean> {
  let value = sum.start;
  let size = 0;
  const blocks = readBlocks(reading, false);
  const count = (piece: Uint8Array): void => {
    value = sum.after(value, piece);
    size += piece.length;
  };
  for (;;) {
    const { value: step, done } = blocks.next();
    if (done === true) {
      const { out, given, end } = reading;
      count(out.subarray(given, end));
      if (!step) return false;
      break;
    }
    if (step !== needsInput) count(step);
    else if (reading.given < reading.end) {
      // What is given before more comes is counted before it goes.
      const piece = pieceOf(reading);
      count(piece);
      yield piece;
    }
    yield step;
  }
  yield* bits(reading, reading.count & 7);
  return (yield* areBytesOf(reading, sum.written(value))) && (!hasSize || (yield* areBytesOf(reading, size)));
}

/** Whether the next four bytes are those of a number, the lowest first. */
function* areBytesOf(reading: Reading, number: number): Stream<boolean> {
  const [low, high] = [yield* bits(reading, 16), yield* bits(reading, 16)];
  return ((high << 16) | low) >>> 0 === number % 2 ** 32;
}

interface Sum {
  readonly start: number;
  after(value: number, bytes: Uint8Array): number;
  /** As the four bytes that stand behind the packed ones, the first one lowest. */
  written(value: number): number;
}

const gzipSum: Sum = { start: 0, after: crc32After, written: (value) => value };

/** Adler-32 (RFC 1950, 8.2); its bytes stand highest first. */
const zlibSum: Sum = {
  start: 1,
  after(value, bytes) {
    let [a, b] = [value & 0xffff, value >>> 16];
    // Sums of so many bytes stay below 2³².
    for (let at = 0; at < bytes.length; at += 5552) {
      for (const byte of bytes.subarray(at, at + 5552)) {
        a += byte;
        b += a;
      }
      [a, b] = [a % 65_521, b % 65_521];
    }
    return ((b << 16) | a) >>> 0;
  },
  written: (value) => ((value >>> 24) | ((value >>> 8) & 0xff00) | ((value & 0xff00) << 8) | (value << 24)) >>> 0,
};

function* readGzip(reading: Reading): Stream<boolean> {
  return (yield* readGzipHeader(reading)) && (yield* readFramed(reading, gzipSum, true));
}

function* readGzipHeader(reading: Reading): Stream<boolean> {
  let sum = 0;
  function* byte(): Stream<number> {
    const value = yield* bits(reading, 8);
    sum = crc32After(sum, Uint8Array.of(value));
    return value;
  }
  if ((yield* byte()) !== 0x1f || (yield* byte()) !== 0x8b || (yield* byte()) !== 8) return false;
  const flags = yield* byte();
  if ((flags & 0xe0) !== 0) return false;
  for (let i = 0; i < 6; i++) yield* byte();
  if ((flags & 4) !== 0) {
    const low = yield* byte();
    for (let left = low + (yield* byte()) * 256; left > 0; left--) yield* byte();
  }
  // A name, and a comment: each ends with a nought.
  for (const flag of [8, 16]) if ((flags & flag) !== 0) while ((yield* byte()) !== 0);
  const written = sum & 0xffff;
  return (flags & 2) === 0 || (yield* byte()) + (yield* byte()) * 256 === written;
}

function* readZlibHeader(reading: Reading): Stream<boolean> {
  const [first, second] = [yield* bits(reading, 8), yield* bits(reading, 8)];
  reading.farthest = 2 ** ((first >>> 4) + 8);
  // A dictionary that both sides know (bit 5) is none of ours.
  return (first & 15) === 8 && first >>> 4 <= 7 && (first * 256 + second) % 31 === 0 && (second & 32) === 0;
}

/** Reads blocks to the last one; false: what comes next is damaged. */
function* readBlocks(reading: Reading, is64: boolean): Stream<boolean> {
  for (let isLast = 0; isLast === 0;) {
    isLast = yield* bits(reading, 1);
    const kind = yield* bits(reading, 2);
    if (kind === 0) {
      if (!(yield* readStored(reading))) return false;
      continue;
    }
    const codes = kind === 1 ? fixedCodes() : kind === 2 ? yield* readCodes(reading, is64) : undefined;
    if (codes === undefined) return false;
    for (let step = unpackSome(reading, codes, is64); step !== "block ends"; step = unpackSome(reading, codes, is64)) {
      if (step === "damaged") return false;
      yield step === "full" ? makeRoom(reading) : needsInput;
    }
  }
  return true;
}

/** A block of bytes as they are (RFC 1951, 3.2.4). */
function* readStored(reading: Reading): Stream<boolean> {
  yield* bits(reading, reading.count & 7);
  const length = yield* bits(reading, 16);
  if ((length ^ (yield* bits(reading, 16))) !== 0xffff) return false;
  for (let left = length; left > 0;) {
    if (reading.end === reading.out.length) yield makeRoom(reading);
    if (reading.count > 0) {
      reading.out[reading.end++] = yield* bits(reading, 8);
      left--;
      continue;
    }
    const { input, at, out, end } = reading;
    const size = Math.min(left, input.length - at, out.length - end);
    out.set(input.subarray(at, at + size), end);
    reading.at += size;
    reading.end += size;
    left -= size;
    if (size === 0) yield needsInput;
  }
  return true;
}

/** A code as a table: by the next bits, as many as its longest word has, what they say and the length of that word (4 bits). */
interface Code {
  readonly table: Uint16Array;
  readonly mask: number;
}

/** In a table, where no word is: it takes a bit to see that. */
const noWord = 0xfff1;

interface Codes {
  readonly literals: Code;
  readonly distances: Code;
}

let fixed: Codes | undefined;

/** The codes that everybody knows (3.2.6). */
function fixedCodes(): Codes {
  if (fixed) return fixed;
  const literals = codeOf(Uint8Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)));
  const distances = codeOf(new Uint8Array(32).fill(5));
  if (!literals || !distances) throw new Error("the codes of RFC 1951 are whole");
  return (fixed = { literals, distances });
}

/** In which order the lengths of the code for lengths stand (3.2.7). */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** The codes of a block that brings its own (3.2.7); undefined where they are none. */
function* readCodes(reading: Reading, is64: boolean): Stream<Codes | undefined> {
  const literalCount = 257 + (yield* bits(reading, 5));
  const count = literalCount + 1 + (yield* bits(reading, 5));
  const given = 4 + (yield* bits(reading, 4));
  if (literalCount > 286 || (!is64 && count - literalCount > 30)) return undefined;
  const ofLengths = new Uint8Array(19);
  for (const at of lengthOrder.slice(0, given)) ofLengths[at] = yield* bits(reading, 3);
  const code = codeOf(ofLengths, true);
  if (code === undefined) return undefined;
  const lengths = new Uint8Array(count);
  for (let at = 0; at < count;) {
    const says = yield* nextOf(reading, code);
    if (says === undefined) return undefined;
    if (says < 16) lengths[at++] = says;
    else {
      if (says === 16 && at === 0) return undefined;
      const repeats =
        says === 16 ? 3 + (yield* bits(reading, 2)) : says === 17 ? 3 + (yield* bits(reading, 3)) : 11 + (yield* bits(reading, 7));
      if (at + repeats > count) return undefined;
      lengths.fill(says === 16 ? (lengths[at - 1] ?? 0) : 0, at, (at += repeats));
    }
  }
  const [literals, distances] = [codeOf(lengths.subarray(0, literalCount)), codeOf(lengths.subarray(literalCount))];
  return lengths[256] !== 0 && literals && distances ? { literals, distances } : undefined;
}

/** What the next word of a code says; undefined where no word is. */
function* nextOf(reading: Reading, { table, mask }: Code): Stream<number | undefined> {
  for (;;) {
    const entry = table[reading.hold & mask] ?? 0;
    const length = entry & 15;
    if (length <= reading.count) {
      yield* bits(reading, length);
      return entry === noWord ? undefined : entry >>> 4;
    }
    if (reading.at === reading.input.length) yield needsInput;
    else {
      reading.hold |= (reading.input[reading.at++] ?? 0) << reading.count;
      reading.count += 8;
    }
  }
}

/** The code whose words have these lengths (3.2.2); undefined where there are too many words, or too few: one alone, of one bit, may stand for a code. */
function codeOf(lengths: Uint8Array, mustBeWhole = false): Code | undefined {
  const counts = new Uint16Array(16);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  counts[0] = 0;
  const most = counts.findLastIndex((count) => count > 0);
  if (most < 1) return { table: Uint16Array.of(noWord), mask: 0 };
  const next = new Uint16Array(16);
  let left = 1;
  for (let length = 1; length <= 15; length++) {
    left = left * 2 - (counts[length] ?? 0);
    if (left < 0) return undefined;
    next[length] = ((next[length - 1] ?? 0) + (counts[length - 1] ?? 0)) << 1;
  }
  if (left > 0 && (mustBeWhole || most !== 1)) return undefined;
  const table = new Uint16Array(1 << most).fill(left > 0 ? noWord : 0);
  for (let says = 0; says < lengths.length; says++) {
    const length = lengths[says] ?? 0;
    if (length === 0) continue;
    const word = next[length] ?? 0;
    next[length] = word + 1;
    const entry = (says << 4) | length;
    const step = 1 << length;
    for (let at = reversed(word, length); at < table.length; at += step) table[at] = entry;
  }
  return { table, mask: table.length - 1 };
}

/** The lowest `length` bits of a word, 15 at most, the other way round. */
function reversed(word: number, length: number): number {
  let bits = ((word & 0x5555) << 1) | ((word & 0xaaaa) >>> 1);
  bits = ((bits & 0x3333) << 2) | ((bits & 0xcccc) >>> 2);
  bits = ((bits & 0x0f0f) << 4) | ((bits & 0xf0f0) >>> 4);
  return (((bits & 0xff) << 8) | (bits >>> 8)) >>> (16 - length);
}

/** Lengths of copies and how many more bits tell the rest (3.2.5); those of Deflate64 are alike but for the last. */
const lengthBits = Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]);
const lengthFrom = Uint16Array.from(lengthBits, (_, i) =>
  i === 28 ? 258 : lengthBits.subarray(0, i).reduce((sum, bit) => sum + 2 ** bit, 3),
);
const lengthBits64 = lengthBits.with(28, 16);
const lengthFrom64 = lengthFrom.with(28, 3);
/** Distances, those of Deflate64 behind the others. */
const distanceBits = Uint8Array.from({ length: 32 }, (_, i) => Math.max(0, (i >> 1) - 1));
const distanceFrom = Uint32Array.from(distanceBits, (_, i) => distanceBits.subarray(0, i).reduce((sum, bit) => sum + 2 ** bit, 1));

/** Why the bytes of a block stop. */
type Stop = "block ends" | "full" | "damaged" | typeof needsInput;

/** Unpacks as much of a block as there is input and room for. All that the loop needs is in places of its own: this is where the time goes. */
function unpackSome(reading: Reading, { literals, distances }: Codes, is64: boolean): Stop {
  const { input, out, first, farthest } = reading;
  const [literalTable, literalMask] = [literals.table, literals.mask];
  const [distanceTable, distanceMask] = [distances.table, distances.mask];
  const [copyBits, copyFrom] = is64 ? [lengthBits64, lengthFrom64] : [lengthBits, lengthFrom];
  const distanceCount = is64 ? 32 : 30;
  const pairsEnd = input.length - 1;
  let { at, hold, count, end, length, distance } = reading;
  // The state before the word that is being read: to this it goes back where its input ends too soon.
  let [atBefore, holdBefore, countBefore] = [at, hold, count];
  let stop: Stop = needsInput;
  for (;;) {
    if (length > 0) {
      const until = Math.min(end + length, out.length);
      length -= until - end;
      for (let from = end - distance; end < until;) out[end++] = out[from++] ?? 0;
    }
    atBefore = at;
    holdBefore = hold;
    countBefore = count;
    if (end === out.length) {
      stop = "full";
      break;
    }
    if (count < 16 && at < pairsEnd) {
      hold |= ((input[at] ?? 0) | ((input[at + 1] ?? 0) << 8)) << count;
      at += 2;
      count += 16;
    } else if (at >= pairsEnd) {
      while (count <= 24 && at < input.length) {
        hold |= (input[at++] ?? 0) << count;
        count += 8;
      }
    }
    let entry = literalTable[hold & literalMask] ?? 0;
    let size = entry & 15;
    if (size > count) break;
    let says = entry >>> 4;
    hold >>>= size;
    count -= size;
    if (says < 256) {
      out[end++] = says;
      continue;
    }
    if (says === 256 || says > 285) {
      stop = says === 256 ? "block ends" : "damaged";
      break;
    }
    says -= 257;
    if (count < 16 && at < pairsEnd) {
      hold |= ((input[at] ?? 0) | ((input[at + 1] ?? 0) << 8)) << count;
      at += 2;
      count += 16;
    } else if (at >= pairsEnd) {
      while (count <= 24 && at < input.length) {
        hold |= (input[at++] ?? 0) << count;
        count += 8;
      }
    }
    size = copyBits[says] ?? 0;
    if (size > count) break;
    const copied = (copyFrom[says] ?? 0) + (hold & ((1 << size) - 1));
    hold >>>= size;
    count -= size;
    if (count < 16 && at < pairsEnd) {
      hold |= ((input[at] ?? 0) | ((input[at + 1] ?? 0) << 8)) << count;
      at += 2;
      count += 16;
    } else if (at >= pairsEnd) {
      while (count <= 24 && at < input.length) {
        hold |= (input[at++] ?? 0) << count;
        count += 8;
      }
    }
    entry = distanceTable[hold & distanceMask] ?? 0;
    size = entry & 15;
    if (size > count) break;
    says = entry >>> 4;
    if (says >= distanceCount) {
      stop = "damaged";
      break;
    }
    hold >>>= size;
    count -= size;
    if (count < 16 && at < pairsEnd) {
      hold |= ((input[at] ?? 0) | ((input[at + 1] ?? 0) << 8)) << count;
      at += 2;
      count += 16;
    } else if (at >= pairsEnd) {
      while (count <= 24 && at < input.length) {
        hold |= (input[at++] ?? 0) << count;
        count += 8;
      }
    }
    size = distanceBits[says] ?? 0;
    if (size > count) break;
    distance = (distanceFrom[says] ?? 0) + (hold & ((1 << size) - 1));
    if (distance > end - first || distance > farthest) {
      stop = "damaged";
      break;
    }
    hold >>>= size;
    count -= size;
    length = copied;
  }
  if (stop === needsInput) [at, hold, count] = [atBefore, holdBefore, countBefore];
  Object.assign(reading, { at, hold, count, end, length, distance });
  return stop;
}
