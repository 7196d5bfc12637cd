/**
 * Unpacks deflated bytes (RFC 1951) up to the very byte at which they are damaged or cut off.
 *
 * [Note: Why an inflater of our own] The engines' decompression throws away what it had ready when it meets an error, and how much that is
 * depends on the moment. Most of a chat from a broken download is evidence all the same, and the same file must always give the same bytes.
 * So what zip.js cannot unpack is unpacked once more here, slowly and to the last good byte. Nothing that is whole comes this way.
 */

/** Where packed bytes come from: those of [start, end), fewer or none at the end. */
export type ReadPacked = (start: number, end: number) => Promise<Uint8Array>;

/** Packed bytes read at a time. */
const inputStep = 64 * 1024;
/** Bytes that one header of a block can take at most, with room to spare: fewer than that are never begun on while more can be read. */
const inputMargin = 1024;
/** How far back a copy reaches. */
const historySize = 32 * 1024;
/** Bytes given out at a time. */
const outputStep = 64 * 1024;
/** The longest copy. */
const longestCopy = 258;
/** The longest code in bits. */
const longestCode = 15;

/** Yields what comes out, in pieces that are the caller's to keep, until the end, the damage, or `most` bytes. */
export async function* inflateToDamage(read: ReadPacked, most: number): AsyncGenerator<Uint8Array, void, undefined> {
  const state = createInflater();
  let fetched = 0;
  let given = 0;
  for (;;) {
    while (!state.inputEnded && state.inputLeft() < inputMargin) {
      const piece = await read(fetched, fetched + inputStep);
      fetched += piece.length;
      state.feed(piece);
    }
    const stopped = state.run();
    const piece = state.take();
    if (piece.length > 0) yield piece.subarray(0, most - given);
    given += piece.length;
    if (stopped || given >= most) return;
  }
}

interface Inflater {
  readonly inputEnded: boolean;
  inputLeft(): number;
  /** Adds packed bytes; none: there are no more. */
  feed(bytes: Uint8Array): void;
  /** Unpacks until more input is needed or much has come out (false), or to the end or the damage (true). */
  run(): boolean;
  /** What came out since the last time. */
  take(): Uint8Array;
}

/** What comes next: the header of a block, plain bytes, codes, or nothing any more. */
type Stage = "header" | "plain" | "codes" | "stopped";

function createInflater(): Inflater {
  let input = new Uint8Array(0);
  let at = 0;
  let inputEnded = false;
  let bits = 0;
  let count = 0;
  const output = new Uint8Array(historySize + outputStep + longestCopy);
  let written = 0;
  let taken = 0;
  let everything = 0;
  let stage: Stage = "header";
  let lastBlock = false;
  let plainLeft = 0;
  let lengths = fixedLengths;
  let distances = fixedDistances;

  function fillBits(): void {
    while (count <= 24 && at < input.length) {
      bits |= (input[at++] ?? 0) << count;
      count += 8;
    }
  }

  /** The next bits as a number; -1 when the input ends before them. */
  function takeBits(wanted: number): number {
    fillBits();
    if (count < wanted) return -1;
    const value = bits & ((1 << wanted) - 1);
    bits >>>= wanted;
    count -= wanted;
    return value;
  }

  /** The next symbol; -1 when there is none such, or the input ends. */
  function takeSymbol(table: Uint16Array): number {
    fillBits();
    const entry = table[bits & ((1 << longestCode) - 1)] ?? 0;
    const length = entry & 15;
    if (length === 0 || length > count) return -1;
    bits >>>= length;
    count -= length;
    return entry >>> 4;
  }

  function beginBlock(): Stage {
    if (lastBlock) return "stopped";
    const header = takeBits(3);
    if (header === -1) return "stopped";
    lastBlock = (header & 1) === 1;
    switch (header >>> 1) {
      case 0:
        return beginPlain();
      case 1:
        lengths = fixedLengths;
        distances = fixedDistances;
        return "codes";
      case 2:
        return readTables() ? "codes" : "stopped";
      default:
        return "stopped";
    }
  }

  function beginPlain(): Stage {
    takeBits(count % 8);
    const [size, check] = [takeBits(16), takeBits(16)];
    if (size === -1 || check === -1 || (size ^ check) !== 0xffff) return "stopped";
    plainLeft = size;
    // Whole bytes that wait as bits go back to the input.
    at -= count / 8;
    bits = 0;
    count = 0;
    return "plain";
  }

  function readTables(): boolean {
    const [literals, distanceCodes, codes] = [takeBits(5) + 257, takeBits(5) + 1, takeBits(4) + 4];
    if (literals > 286 || distanceCodes > 30 || codes < 4) return false;
    const codeLengths = new Uint8Array(19);
    for (let i = 0; i < codes; i++) {
      const length = takeBits(3);
      if (length === -1) return false;
      codeLengths[orderOfCodeLengths[i] ?? 0] = length;
    }
    const table = tableOf(codeLengths);
    if (!table) return false;
    const all = new Uint8Array(literals + distanceCodes);
    for (let i = 0; i < all.length;) {
      const symbol = takeSymbol(table);
      if (symbol === -1) return false;
      if (symbol < 16) {
        all[i++] = symbol;
        continue;
      }
      const extra = takeBits(symbol === 16 ? 2 : symbol === 17 ? 3 : 7);
      const times = extra + (symbol === 18 ? 11 : 3);
      if (extra === -1 || i + times > all.length || (symbol === 16 && i === 0)) return false;
      all.fill(symbol === 16 ? (all[i - 1] ?? 0) : 0, i, i + times);
      i += times;
    }
    const [ofLengths, ofDistances] = [tableOf(all.subarray(0, literals)), tableOf(all.subarray(literals))];
    if (!ofLengths || !ofDistances || all[256] === 0) return false;
    lengths = ofLengths;
    distances = ofDistances;
    return true;
  }

  function copyPlain(): Stage {
    const size = Math.min(plainLeft, input.length - at, historySize + outputStep - written);
    output.set(input.subarray(at, at + size), written);
    at += size;
    advance(size);
    plainLeft -= size;
    return plainLeft === 0 ? "header" : at >= input.length && inputEnded ? "stopped" : "plain";
  }

  function advance(size: number): void {
    written += size;
    everything += size;
  }

  /** One literal, copy or end of block. */
  function takeCode(): Stage {
    const symbol = takeSymbol(lengths);
    if (symbol === -1) return "stopped";
    if (symbol < 256) {
      output[written] = symbol;
      advance(1);
      return "codes";
    }
    if (symbol === 256) return "header";
    const lengthExtra = takeBits(extraOfLength[symbol - 257] ?? 0);
    const distanceSymbol = takeSymbol(distances);
    if (symbol > 285 || lengthExtra === -1 || distanceSymbol === -1 || distanceSymbol > 29) return "stopped";
    const distanceExtra = takeBits(extraOfDistance[distanceSymbol] ?? 0);
    if (distanceExtra === -1) return "stopped";
    const length = (baseOfLength[symbol - 257] ?? 0) + lengthExtra;
    const distance = (baseOfDistance[distanceSymbol] ?? 0) + distanceExtra;
    if (distance > Math.min(everything, historySize)) return "stopped";
    for (let i = 0; i < length; i++) output[written + i] = output[written + i - distance] ?? 0;
    advance(length);
    return "codes";
  }

  return {
    get inputEnded() {
      return inputEnded;
    },
    inputLeft: () => input.length - at,
    feed(bytes) {
      if (bytes.length === 0) inputEnded = true;
      const joined = new Uint8Array(input.length - at + bytes.length);
      joined.set(input.subarray(at));
      joined.set(bytes, input.length - at);
      input = joined;
      at = 0;
    },
    run() {
      while (stage !== "stopped" && written < historySize + outputStep) {
        if (!inputEnded && input.length - at < inputMargin) return false;
        stage = stage === "header" ? beginBlock() : stage === "plain" ? copyPlain() : takeCode();
      }
      return stage === "stopped";
    },
    take() {
      const piece = output.slice(taken, written);
      const kept = Math.min(written, historySize);
      output.copyWithin(0, written - kept, written);
      written = kept;
      taken = kept;
      return piece;
    },
  };
}

/** Order in which the lengths of the code of lengths stand (RFC 1951, 3.2.7). */
const orderOfCodeLengths = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
/** Lengths and distances: what a symbol begins at, and how many bits are added to it (RFC 1951, 3.2.5). */
const extraOfLength = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const baseOfLength = basesOf(extraOfLength, 3).with(28, 258);
const extraOfDistance = Array.from({ length: 30 }, (_, symbol) => Math.max(0, (symbol >> 1) - 1));
const baseOfDistance = basesOf(extraOfDistance, 1);

function basesOf(extras: readonly number[], first: number): number[] {
  const bases: number[] = [];
  let base = first;
  for (const extra of extras) {
    bases.push(base);
    base += 1 << extra;
  }
  return bases;
}

/**
 * A table that gives the symbol (× 16) and the length of its code for any next 15 bits; 0 where no code begins so. Undefined when the lengths
 * ask for more codes than there are.
 */
function tableOf(codeLengths: Uint8Array): Uint16Array | undefined {
  const table = new Uint16Array(1 << longestCode);
  let code = 0;
  for (let length = 1; length <= longestCode; length++) {
    code <<= 1;
    for (let symbol = 0; symbol < codeLengths.length; symbol++) {
      if (codeLengths[symbol] !== length) continue;
      if (code >= 1 << length) return undefined;
      for (let slot = reversed(code, length); slot < table.length; slot += 1 << length) table[slot] = (symbol << 4) | length;
      code++;
    }
  }
  return table;
}

/** Codes are written from their highest bit, all else from the lowest. */
function reversed(code: number, length: number): number {
  let turned = 0;
  for (let i = 0; i < length; i++) turned |= ((code >> i) & 1) << (length - 1 - i);
  return turned;
}

const fixedLengths = fixedTable(
  Uint8Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
);
const fixedDistances = fixedTable(new Uint8Array(30).fill(5));

function fixedTable(codeLengths: Uint8Array): Uint16Array {
  const table = tableOf(codeLengths);
  if (!table) throw new Error("the fixed codes of RFC 1951 fit");
  return table;
}
