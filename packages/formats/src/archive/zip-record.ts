import { crc32After } from "./crc32.ts";

/** Bytes of a record before its name (APPNOTE 4.3.12). */
export const recordSize = 46;

/** What keeps a member from being unpacked, whatever its bytes are. */
export type Lock = "password" | "unknown-lock" | "unknown-packing";

/** What the directory of a zip says of one member. */
export interface ZipRecord {
  readonly name: string;
  /** Where its own header stands. */
  readonly offset: number;
  readonly packedSize: number;
  readonly claimedSize: number;
  /** How it is packed (APPNOTE 4.4.5). */
  readonly method: number;
  /** Its CRC-32. */
  readonly sum: number;
  readonly isFolder: boolean;
  /** It has its sizes behind its bytes. */
  readonly hasDescriptor: boolean;
  readonly lock?: Lock;
  /** Its sizes or its place are in a field that is missing, so that nobody knows which bytes are its own. */
  readonly lacksSizes: boolean;
  /** Bytes of the record. */
  readonly length: number;
}

const max16 = 0xffff;
const max32 = 0xffff_ffff;

/** Ids of extra fields (APPNOTE 4.5.2, 4.6.1, 4.6.9; WinZip AES 1.04). */
const fields = { zip64: 0x0001, unicodePath: 0x7075, aes: 0x9901 } as const;

/** Reads the record at the beginning of bytes that hold at least its first 46, mark included. Undefined where a number in it is too large to be true. */
export function readRecord(bytes: Uint8Array): ZipRecord | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [nameLength, extraLength, commentLength] = [view.getUint16(28, true), view.getUint16(30, true), view.getUint16(32, true)];
  const rawName = bytes.subarray(recordSize, recordSize + nameLength);
  const extra = extraFields(bytes.subarray(recordSize + nameLength, recordSize + nameLength + extraLength));
  const flags = view.getUint16(8, true);
  const places = placesOf(view, extra.get(fields.zip64));
  if (places === "absurd") return undefined;
  const isUtf8 = (flags & 0x800) !== 0;
  const name = (isUtf8 ? undefined : unicodeName(extra.get(fields.unicodePath), rawName)) ?? nameOf(rawName, isUtf8);
  const [attributes, madeBy] = [view.getUint32(38, true), view.getUint16(4, true) >>> 8];
  const isFolder = name.endsWith("/") || ((attributes >>> 16) & 0o170000) === 0o040000 || (madeBy === 0 && (attributes & 0x10) !== 0);
  const { method, lock } = packingOf(view.getUint16(10, true), flags, extra.get(fields.aes));
  return {
    name,
    ...places,
    method,
    sum: view.getUint32(16, true),
    isFolder,
    hasDescriptor: (flags & 8) !== 0,
    ...(lock === undefined ? {} : { lock }),
    length: recordSize + nameLength + extraLength + commentLength,
  };
}

/** The extra fields by their ids, the last of each; a field that reaches beyond the end has the bytes there are. */
function extraFields(bytes: Uint8Array): ReadonlyMap<number, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Map<number, Uint8Array>();
  for (let at = 0; at + 4 <= bytes.length;) {
    const end = at + 4 + view.getUint16(at + 2, true);
    found.set(view.getUint16(at, true), bytes.subarray(at + 4, end));
    at = end;
  }
  return found;
}

/** Sizes and place, those that need more than 32 bits from the field for them (APPNOTE 4.5.3). */
function placesOf(
  view: DataView,
  zip64: Uint8Array | undefined,
): Pick<ZipRecord, "claimedSize" | "packedSize" | "offset" | "lacksSizes"> | "absurd" {
  const said = [view.getUint32(24, true), view.getUint32(20, true), view.getUint32(42, true)];
  const needed = said.filter((value) => value === max32).length;
  const isOnLastDisk = view.getUint16(34, true) === max16;
  const lacksSizes = (needed > 0 || isOnLastDisk) && (zip64 === undefined || zip64.length < needed * 8 + (isOnLastDisk ? 4 : 0));
  const large = zip64 && !lacksSizes ? new DataView(zip64.buffer, zip64.byteOffset, zip64.length) : undefined;
  let at = 0;
  const [claimedSize = 0, packedSize = 0, offset = 0] = said.map((value) => {
    if (value !== max32 || large === undefined) return value;
    at += 8;
    return large.getUint32(at - 8, true) + large.getUint32(at - 4, true) * 2 ** 32;
  });
  if (![claimedSize, packedSize, offset].every(Number.isSafeInteger)) return "absurd";
  return { claimedSize, packedSize, offset, lacksSizes };
}

/** How it is packed, and locked: with the password of old, with that of WinZip, or in a way that nobody else opens (APPNOTE 4.4.4, bit 6). */
function packingOf(said: number, flags: number, aes: Uint8Array | undefined): { readonly method: number; readonly lock?: Lock } {
  const isLocked = (flags & 1) !== 0;
  const isAes = aes !== undefined && aes.length >= 7 && (said === 99 || isLocked);
  const [strength = 0, low = 0, high = 0] = isAes ? aes.subarray(4, 7) : [];
  const method = isAes ? low + high * 256 : said;
  if (isAes && said !== 99) return { method, lock: "unknown-packing" };
  if (isLocked && (flags & 0x40) !== 0) return { method, lock: "unknown-lock" };
  if (method !== 0 && method !== 8 && method !== 9) return { method, lock: "unknown-packing" };
  if (!isLocked) return { method };
  return { method, lock: isAes && (strength < 1 || strength > 3) ? "unknown-lock" : "password" };
}

/** A name that stands a second time in UTF-8, for readers that know of it; it counts only for the name that it was written for. */
function unicodeName(field: Uint8Array | undefined, rawName: Uint8Array): string | undefined {
  if (field === undefined || field.length < 5 || field[0] !== 1) return undefined;
  const sum = new DataView(field.buffer, field.byteOffset).getUint32(1, true);
  return sum === crc32After(0, rawName) ? utf8(field.subarray(5)) : undefined;
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A name in UTF-8 where it says so or is nothing else, or in the letters of the first PC (APPNOTE appendix D). */
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  if (isUtf8) return utf8(bytes);
  const read = bytes.some((byte) => byte > 0x7f) ? strictUtf8(bytes) : undefined;
  if (read !== undefined) return read;
  return Array.from(bytes, (byte) => (byte < 32 ? pictures[byte] : byte < 127 ? String.fromCharCode(byte) : upper[byte - 127])).join("");
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

/** Code page 437: what it draws for control characters, and what it has from 127 on. */
const pictures = "\0☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼";
const upper =
  "⌂ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";
