import { concatAll, concatBytes } from "./bytes.ts";

/**
 * DER (ITU-T X.690 section 10), the one-spelling subset of BER, read strictly and written. Anything BER allows beyond it (indefinite and
 * padded lengths, constructed strings, long integers) is refused: that is where a changed byte hides in a time-stamp token.
 */

/** One value: its tag byte, its content, and all its bytes as they stood. */
export interface DerValue {
  readonly tag: number;
  readonly content: Uint8Array;
  readonly bytes: Uint8Array;
  /** The values inside, when the tag says constructed. */
  readonly children: readonly DerValue[];
}

/** Tag bytes that the formats of this room use. */
export const derTag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  objectId: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** The tag byte of a constructed context-specific value: `[n]`. */
export function contextTag(n: number): number {
  return 0xa0 | n;
}

/** Deeper nesting is refused: a hostile token of a few kilobytes could otherwise nest a thousand times. */
const maxDepth = 24;

/** Longer values are refused: a token with its certificates has a few kilobytes. */
const maxLength = 0xffffff;

/** Reads exactly one value that fills the bytes; undefined when they are not DER. */
export function parseDer(bytes: Uint8Array): DerValue | undefined {
  const value = readValue(bytes, 0);
  return value !== undefined && value.bytes.length === bytes.length ? value : undefined;
}

/** Writes one value from its tag and the parts of its content. */
export function writeDer(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = concatAll(parts);
  return concatBytes(Uint8Array.of(tag), lengthBytes(content.length), content);
}

/** Writes an INTEGER from a magnitude of big-endian bytes, never negative. */
export function writeDerCount(magnitude: Uint8Array): Uint8Array {
  const first = magnitude.findIndex((byte) => byte !== 0);
  const digits = first < 0 ? Uint8Array.of(0) : magnitude.subarray(first);
  return writeDer(derTag.integer, (digits[0] ?? 0) >= 0x80 ? Uint8Array.of(0) : new Uint8Array(0), digits);
}

/** Writes an OBJECT IDENTIFIER from its dotted text. */
export function writeDerOid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return writeDer(derTag.objectId, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)));
}

/** The dotted text of an OBJECT IDENTIFIER, "" when the value is none. */
export function oidOf(value: DerValue | undefined): string {
  if (value?.tag !== derTag.objectId) return "";
  const numbers: number[] = [];
  let number = 0;
  for (const byte of value.content) {
    number = number * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      numbers.push(number);
      number = 0;
    }
  }
  const [head = 0, ...rest] = numbers;
  const first = Math.min(2, Math.floor(head / 40));
  return [first, head - 40 * first, ...rest].join(".");
}

/** The values inside a value of this tag; none when the tag is another. */
export function insideOf(value: DerValue | undefined, tag: number): readonly DerValue[] {
  return value?.tag === tag ? value.children : [];
}

function readValue(bytes: Uint8Array, depth: number): DerValue | undefined {
  const tag = bytes[0];
  const head = readLength(bytes);
  // Tags of several bytes (low bits all set) do not occur in these formats.
  if (tag === undefined || (tag & 0x1f) === 0x1f || head === undefined || depth > maxDepth) return undefined;
  const end = head.start + head.length;
  if (end > bytes.length) return undefined;
  const content = bytes.subarray(head.start, end);
  const children = (tag & 0x20) === 0 ? [] : readChildren(content, depth + 1);
  if (children === undefined || !isCanonical(tag, content)) return undefined;
  return { tag, content, bytes: bytes.subarray(0, end), children };
}

function readChildren(content: Uint8Array, depth: number): readonly DerValue[] | undefined {
  const children: DerValue[] = [];
  for (let at = 0; at < content.length;) {
    const child = readValue(content.subarray(at), depth);
    if (child === undefined) return undefined;
    children.push(child);
    at += child.bytes.length;
  }
  return children;
}

/** The length in its shortest spelling alone. */
function readLength(bytes: Uint8Array): { start: number; length: number } | undefined {
  const first = bytes[1];
  if (first === undefined || first === 0x80) return undefined;
  if (first < 0x80) return { start: 2, length: first };
  const digits = bytes.subarray(2, 2 + (first & 0x7f));
  const length = digits.reduce((sum, digit) => sum * 256 + digit, 0);
  if (digits.length !== (first & 0x7f) || digits[0] === 0 || length < 0x80 || length > maxLength) return undefined;
  return { start: 2 + digits.length, length };
}

/** The rules of section 11 and 8 that give each universal primitive one spelling. */
function isCanonical(tag: number, content: Uint8Array): boolean {
  const first = content[0] ?? -1;
  switch (tag) {
    case derTag.boolean:
      return content.length === 1 && (first === 0 || first === 0xff);
    case derTag.integer:
      return (
        content.length > 0 && !(content.length > 1 && (first === 0 || first === 0xff) && ((content[1] ?? 0) & 0x80) === (first & 0x80))
      );
    case derTag.null:
      return content.length === 0;
    case derTag.objectId:
      return (
        content.length > 0 &&
        (content.at(-1) ?? 0x80) < 0x80 &&
        content.every((byte, at) => byte !== 0x80 || (content[at - 1] ?? 0) >= 0x80)
      );
    case derTag.bitString:
      return content.length > 0 && first < 8 && ((content.at(-1) ?? 0) & ((1 << first) - 1)) === 0;
    default:
      // A constructed string (a universal tag with the bit 0x20 that is neither SEQUENCE nor SET) is BER, not DER.
      return (tag & 0xe0) !== 0x20 || tag === derTag.sequence || tag === derTag.set;
  }
}

function lengthBytes(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  const digits: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  // bounded: the bytes of one length.
  return Uint8Array.of(0x80 | digits.length, ...digits);
}

function base128(number: number): number[] {
  const digits = [number % 128];
  for (let rest = Math.floor(number / 128); rest > 0; rest = Math.floor(rest / 128)) digits.unshift(0x80 | (rest % 128));
  return digits;
}
