import type { WrittenHeader } from "./whatsapp-header.ts";

/**
 * A glance at the bytes of a line: has it the head of one that was just read, but for the digits of the time? In a chat most lines have,
 * and then the first pass need not decode them. A line that a glance does not know is read with care; the result is the same.
 */

/** Heads that are remembered: two people, hours of one and two digits, two halves of the day. */
const mostHeads = 8;

/** The head of a line: from its first byte to the first of its text. */
export interface LineHead<T> {
  readonly value: T;
  readonly length: number;
  readonly bytes: Uint8Array;
  /** 1 where any digit may stand. */
  readonly isDigit: Uint8Array;
  /** Where the hour starts. */
  readonly hourAt: number;
  /** `padding` of the stamp that was read. */
  readonly padding: number;
  readonly twelveHour: boolean;
}

/** The heads of the day at hand. */
export interface Glance<T> {
  /** The head of the line that starts at `at`; undefined when it is not known, or when the app's mark may follow it. */
  find(bytes: Uint8Array, at: number): LineHead<T> | undefined;
  /** Remembers the head of a line that was read: the text up to `bodyAt`. */
  remember(text: string, bodyAt: number, header: WrittenHeader, value: T): void;
  /** Forgets all heads: another day, or headers of another make, begin. */
  forget(): void;
}

/** Bytes that a header can start with: a bracket, a digit, the first byte of an invisible mark or of a digit of another script. */
const canStartHeader = new Uint8Array(256);
for (const byte of [0x5b, 0xd8, 0xd9, 0xdb, 0xe0, 0xe1, 0xe2, 0xef]) canStartHeader[byte] = 1;
for (let digit = 0x30; digit <= 0x39; digit++) canStartHeader[digit] = 1;

/** Whether a line that starts with this byte of UTF-8 can have a header at all. */
export function mayStartHeader(byte: number | undefined): boolean {
  return canStartHeader[byte ?? 0] === 1;
}

/** Starts with nothing remembered. */
export function createGlance<T>(): Glance<T> {
  const encoder = new TextEncoder();
  let heads: LineHead<T>[] = [];
  return {
    find(bytes, at) {
      for (const head of heads) if (fits(head, bytes, at)) return head;
      return undefined;
    },
    remember(text, bodyAt, { stamp, stampAt }, value) {
      const { timeAt, end, padding, twelveHour } = stamp;
      const bytes = encoder.encode(text.slice(0, bodyAt));
      const isDigit = new Uint8Array(bytes.length);
      const hourAt = encoder.encode(text.slice(0, stampAt + timeAt)).length;
      const timeEnd = encoder.encode(text.slice(0, stampAt + end)).length;
      for (let i = hourAt; i < timeEnd; i++) if (isAsciiDigit(bytes[i])) isDigit[i] = 1;
      heads.unshift({ value, length: bytes.length, bytes, isDigit, hourAt, padding, twelveHour });
      if (heads.length > mostHeads) heads.pop();
    },
    forget() {
      if (heads.length > 0) heads = [];
    },
  };
}

/** The `padding` (see `WrittenStamp`) of a line with this head, whose hour may be another. */
export function paddingUnder<T>({ padding, twelveHour, isDigit, hourAt }: LineHead<T>, bytes: Uint8Array, at: number): number {
  if (twelveHour || isDigit[hourAt] !== 1 || isDigit[hourAt + 1] !== 1) return padding;
  return bytes[at + hourAt] === 0x30 ? padding | 0b100 : padding & ~0b100;
}

/** The time of day of a line with this head, in seconds, where it is written in 24 hours. */
export function timeUnder<T>({ isDigit, hourAt }: LineHead<T>, bytes: Uint8Array, at: number): number {
  let time = 0;
  let part = 0;
  let parts = 0;
  for (let i = hourAt; parts < 3; i++) {
    if (isDigit[i] === 1) part = part * 10 + (bytes[at + i] ?? 0) - 0x30;
    else {
      time = time * 60 + part;
      part = 0;
      parts++;
    }
  }
  return time;
}

function fits<T>({ bytes: head, isDigit, length }: LineHead<T>, bytes: Uint8Array, at: number): boolean {
  if (at + length > bytes.length || bytes[at + length] === 0xe2) return false; // The first byte of U+200E.
  // From behind, because heads of one day differ in the author first.
  for (let i = length - 1; i >= 0; i--) {
    const byte = bytes[at + i];
    if (byte !== head[i] && !(isDigit[i] === 1 && isAsciiDigit(byte))) return false;
  }
  return true;
}

function isAsciiDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
