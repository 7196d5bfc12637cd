import { type Fits, type NoPicture, type Picture, cutShort, damaged, joined, mostPieces, otherKind, tooManyDots } from "./picture.ts";

/**
 * A JPEG (ITU-T T.81, Annex B), segment by segment. Kept: tables, frame, scans, and Adobe's mark, which says how colours are written. Of EXIF only
 * which side is up is kept, in a segment of our own: a picture that lies on its side is hard to read.
 */

/** Scans of one picture. A progressive one of a phone has ten; each costs a pass over all dots, and a small file can hold thousands. */
const mostScans = 24;

interface Frame {
  readonly width: number;
  readonly height: number;
}

/** Writes a JPEG anew, or says why it is not shown. */
export function cleanJpeg(bytes: Uint8Array, fits: Fits): Picture | NoPicture {
  const pieces: Uint8Array[] = [];
  let frame: Frame | undefined;
  let scans = 0;
  let upright = 1;
  for (let at = 2; ;) {
    if (at + 1 >= bytes.length) return cutShort;
    if (bytes[at] !== 0xff) return damaged;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === endOfImage) return frame === undefined || scans === 0 ? damaged : pictureOf(pieces, frame, upright);
    if (at + 4 > bytes.length) return cutShort;
    if (pieces.length === mostPieces) return otherKind;
    const end = at + 2 + be16(bytes, at + 2);
    if (end < at + 4) return damaged;
    if (end > bytes.length) return cutShort;
    const segment = bytes.subarray(at, end);
    if (isFrame(marker)) {
      if (frame !== undefined) return damaged;
      const read = readFrame(marker, segment);
      if ("not" in read) return read;
      if (!fits(read)) return tooManyDots;
      frame = read;
      pieces.push(segment);
    } else if (marker === startOfScan) {
      if (frame === undefined) return damaged;
      if (++scans > mostScans) return otherKind;
      const next = endOfScan(bytes, end);
      if (next === undefined) return cutShort;
      pieces.push(bytes.subarray(at, next));
      at = next;
      continue;
    } else if (marker === exif) upright = orientationIn(segment) ?? upright;
    else if (tables.has(marker) || (marker === adobe && isAdobe(segment))) pieces.push(segment);
    else if (!(marker >= 0xe0 && marker <= 0xef) && marker !== comment) return otherKind;
    at = end;
  }
}

const endOfImage = 0xd9;
const startOfScan = 0xda;
const exif = 0xe1;
const adobe = 0xee;
const comment = 0xfe;
/** Huffman and quantisation tables, restart interval. */
const tables: ReadonlySet<number> = new Set([0xc4, 0xdb, 0xdd]);

/** Start of frame: all kinds but the tables and the arithmetic conditioning that lie among their numbers. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Baseline, extended or progressive, eight bits, grey or three colours: four are those of a printing press (CMYK), of which PDF/A asks more. */
function readFrame(marker: number, segment: Uint8Array): Frame | NoPicture {
  const components = segment[9] ?? 0;
  if (marker > 0xc2 || segment[4] !== 8 || (components !== 1 && components !== 3)) return otherKind;
  if (segment.length !== 10 + 3 * components) return damaged;
  return { height: be16(segment, 5), width: be16(segment, 7) };
}

/** Where the marker behind a scan stands: 0xFF that is neither escaped nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number | undefined {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) return undefined;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return undefined;
}

/** Adobe's mark has twelve bytes behind its length. */
function isAdobe(segment: Uint8Array): boolean {
  return segment.length === 16 && latin1(segment, 4, 9) === "Adobe";
}

/** Entries of a list of EXIF tags that are looked at: stops a list that claims 65,535. */
const mostTags = 100;
const orientationTag = 0x0112;

/** Which side is up, 1 to 8, as EXIF (CIPA DC-008, 4.6.4) says. */
function orientationIn(segment: Uint8Array): number | undefined {
  if (latin1(segment, 4, 10) !== "Exif\0\0" || segment.length < 18) return undefined;
  const tiff = new DataView(segment.buffer, segment.byteOffset + 10, segment.length - 10);
  const order = tiff.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return undefined;
  const little = order === 0x4949;
  const list = tiff.getUint32(4, little);
  if (tiff.getUint16(2, little) !== 42 || list + 2 > tiff.byteLength) return undefined;
  const count = Math.min(tiff.getUint16(list, little), mostTags);
  for (let at = list + 2; at < list + 2 + count * 12 && at + 12 <= tiff.byteLength; at += 12) {
    if (tiff.getUint16(at, little) !== orientationTag) continue;
    const value = tiff.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

function pictureOf(pieces: readonly Uint8Array[], { width, height }: Frame, upright: number): Picture {
  const start = Uint8Array.of(0xff, 0xd8);
  const end = Uint8Array.of(0xff, endOfImage);
  const up = upright === 1 ? [] : [ownExif(upright)];
  return { format: "jpg", width, height, turned: upright >= 5, bytes: joined([start, ...up, ...pieces, end]) }; // bounded: segments of one file
}

/** A segment of EXIF that says one thing. */
function ownExif(upright: number): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, upright, 0, 0, 0, 0, 0, 0];
  return Uint8Array.of(0xff, exif, 0, 8 + tiff.length, 0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff); // bounded: 26 numbers
}

function be16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return new TextDecoder("latin1").decode(bytes.subarray(start, end));
}
