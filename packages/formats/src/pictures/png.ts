import { crc32After } from "../archive/crc32.ts";
import { createInflate } from "../archive/inflate.ts";
import { type Fits, type NoPicture, type Picture, cutShort, damaged, joined, mostPieces, otherKind, tooManyDots } from "./picture.ts";

/**
 * A PNG (ISO/IEC 15948), chunk by chunk. Kept: head, palette, transparency, dots. The dots are unpacked once, to see that they are all there and
 * no more; every kept chunk has its right sum.
 */

/** Packed bytes at a time: of what stands behind the end of the dots in one of them nothing is said. */
const packedStep = 16 * 1024;

interface Head {
  readonly width: number;
  readonly height: number;
  readonly bitsADot: number;
  readonly interlaced: boolean;
}

/** Writes a PNG anew, or says why it is not shown. */
export function cleanPng(bytes: Uint8Array, fits: Fits): Picture | NoPicture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const pieces: Uint8Array[] = [bytes.subarray(0, 8)];
  const packed: Uint8Array[] = [];
  let head: Head | undefined;
  for (let at = 8; ;) {
    if (at + 12 > bytes.length) return cutShort;
    if (pieces.length === mostPieces) return otherKind;
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) return cutShort;
    const name = new TextDecoder("latin1").decode(bytes.subarray(at + 4, at + 8));
    const isFirst = at === 8;
    if (isFirst !== (name === "IHDR")) return damaged;
    if (name === "acTL") return otherKind;
    if (kept.has(name)) {
      if (crc32After(0, bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return damaged;
      pieces.push(bytes.subarray(at, end));
    }
    if (name === "IHDR") {
      const read = readHead(view, length);
      if ("not" in read) return read;
      if (!fits(read)) return tooManyDots;
      head = read;
    } else if (name === "IDAT") packed.push(bytes.subarray(at + 8, end - 4));
    else if (name === "IEND") break;
    // Upper case: nobody who does not know it may show the picture.
    else if (!kept.has(name) && /^[A-Z]/.test(name)) return otherKind;
    at = end;
  }
  if (head === undefined || !unpacksTo(packed, sizeOfDots(head))) return damaged;
  return { format: "png", width: head.width, height: head.height, turned: false, bytes: joined(pieces) };
}

const kept: ReadonlySet<string> = new Set(["IHDR", "PLTE", "tRNS", "IDAT", "IEND"]);

/** Samples of a dot by colour type: grey, three colours, palette, grey and see-through, three colours and see-through. */
const samplesByType: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
]);

function readHead(view: DataView, length: number): Head | NoPicture {
  if (length !== 13) return damaged;
  const [depth, type, packing, filter, interlace] = [24, 25, 26, 27, 28].map((at) => view.getUint8(at));
  const samples = samplesByType.get(type ?? -1);
  const depths = type === 3 ? [1, 2, 4, 8] : type === 0 ? [1, 2, 4, 8, 16] : [8, 16];
  if (samples === undefined || depth === undefined || !depths.includes(depth)) return damaged;
  if (packing !== 0 || filter !== 0 || (interlace !== 0 && interlace !== 1)) return damaged;
  return { width: view.getUint32(16), height: view.getUint32(20), bitsADot: samples * depth, interlaced: interlace === 1 };
}

/** The seven passes of an interlaced picture (ISO/IEC 15948, 8.2): where each begins and how far its dots stand apart. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Bytes of all dots: each row begins with the number of its filter. */
function sizeOfDots({ width, height, bitsADot, interlaced }: Head): number {
  const sizeOf = (across: number, down: number): number => (across === 0 ? 0 : down * (1 + Math.ceil((across * bitsADot) / 8)));
  if (!interlaced) return sizeOf(width, height);
  return passes.reduce(
    (sum, [x, y, stepX, stepY]) => sum + sizeOf(Math.max(0, Math.ceil((width - x) / stepX)), Math.max(0, Math.ceil((height - y) / stepY))),
    0,
  );
}

/** Whether the pieces are one whole zlib stream of so many bytes. Stops at the first byte too many. */
function unpacksTo(packed: readonly Uint8Array[], size: number): boolean {
  const inflate = createInflate("zlib");
  let given = 0;
  for (const piece of packed) {
    for (let at = 0; at < piece.length; at += packedStep) {
      if (inflate.state() !== "open") return false;
      for (const { length } of inflate.push(piece.subarray(at, at + packedStep))) if ((given += length) > size) return false;
    }
  }
  return inflate.state() === "whole" && given === size;
}
