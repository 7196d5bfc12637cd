import { type LineBlock, type WrittenStamp, hourOf } from "@unmask/formats";
import type { WrittenHeader } from "./header.ts";

/**
 * A look at the bytes of a line: has it the head of one that was just read, but for the digits of the time? In a chat most lines have, and
 * then neither pass need scan them. A line that it does not know is read with care; the result is the same.
 */

/** Heads that are remembered: two people, hours of one and two digits, two halves of the day. */
const mostHeads = 8;

/** The head of a line: from its first byte to the first of its text. */
export interface LineHead<T> {
  readonly value: T;
  /** How many bytes. */
  readonly length: number;
  /** In words of four bytes, the last of which may overlap the one before; four numbers each (`wordsOf`). */
  readonly words: Int32Array;
  /** Where the hour, the minute and the seconds start. */
  readonly hourAt: number;
  readonly minuteAt: number;
  /** -1: none are written. */
  readonly secondsAt: number;
  /** The stamp that was read: that of the line at hand has its date and its style. */
  readonly stamp: WrittenStamp;
  /** The stamp as written, each digit of the time a zero: where this and the digits agree, two stamps are one text. */
  readonly stampForm: string;
}

/** The numbers of a stamp that the cache reads anew. */
export type Time = { -readonly [K in "hour" | "minute" | "seconds" | "padding"]: WrittenStamp[K] };

/** The time of a line, and its digits as written: "12" in the night is the hour 0, as "00" is. */
export interface ReadTime extends Time {
  digits: number;
}

/** The heads of the day at hand. */
export interface HeaderCache<T> {
  /** The head of the line of UTF-8 that starts at `at`; undefined when it is not known. */
  find(block: LineBlock, at: number): LineHead<T> | undefined;
  /** Remembers the head of a line that was read: the text from `at` to `bodyAt`, an author's name and a colon at its end. */
  remember(line: ReadLine, value: T): void;
  /** Forgets all heads: another day, or headers of another style, begin. */
  forget(): void;
}

/** A line that was read with care. */
export interface ReadLine {
  readonly text: string;
  readonly at: number;
  readonly bodyAt: number;
  readonly header: WrittenHeader;
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
export function createHeaderCache<T>(): HeaderCache<T> {
  const encoder = new TextEncoder();
  let heads: LineHead<T>[] = [];
  let latestForm = "";
  return {
    find(block, at) {
      for (const head of heads) if (fits(head, block, at)) return head;
      return undefined;
    },
    remember({ text, at, bodyAt, header }, value) {
      const { stamp, stampAt, wroteAt, wroteEnd } = header;
      // A colon without a blank behind it ends a name only where the line ends too.
      if (header.unknownWord || text.charCodeAt(bodyAt - 1) !== 0x20) return;
      const timeAt = at + stampAt + stamp.timeAt;
      const time = plainTime.exec(text.slice(timeAt, at + stampAt + stamp.end));
      if (!time) return;
      const [whole, hour = "", seconds] = time;
      const bytes = encoder.encode(text.slice(at, bodyAt));
      const hourAt = encoder.encode(text.slice(at, timeAt)).length;
      const minuteAt = hourAt + hour.length + 1;
      const secondsAt = seconds === undefined ? -1 : minuteAt + 3;
      const isDigit = (i: number): boolean =>
        (i >= hourAt && i < minuteAt - 1) ||
        i === minuteAt ||
        i === minuteAt + 1 ||
        (secondsAt !== -1 && (i === secondsAt || i === secondsAt + 1));
      const form = `${text.slice(at + wroteAt, timeAt)}${whole.replace(/[0-9]/g, "0")}${text.slice(timeAt + whole.length, at + wroteEnd)}`;
      // One text for all heads that share it, because one is told from another faster than letter by letter.
      if (form !== latestForm) latestForm = form;
      heads.unshift({
        value,
        length: bytes.length,
        words: wordsOf(bytes, isDigit),
        hourAt,
        minuteAt,
        secondsAt,
        stamp,
        stampForm: latestForm,
      });
      if (heads.length > mostHeads) heads.pop();
    },
    forget() {
      if (heads.length > 0) heads = [];
    },
  };
}

/** A time in ASCII digits, its parts one byte apart; what names the half of the day may follow. */
const plainTime = /^([0-9]{1,2})[:.][0-9]{2}(?:[:.]([0-9]{2}))?(?![0-9])/;

/** The time that was read last. Module state, because a million lines would be a million objects. */
const time: ReadTime = { hour: 0, minute: 0, seconds: 0, padding: 0, digits: 0 };

/** Reads the time of a line with this head, as the scanner would. The object is reused: valid until the next time is read. */
export function readTimeUnder<T>({ hourAt, minuteAt, secondsAt, stamp }: LineHead<T>, view: DataView, at: number): Readonly<ReadTime> {
  const wide = minuteAt - hourAt === 3;
  const first = digitAt(view, at + hourAt);
  const hour = wide ? first * 10 + digitAt(view, at + hourAt + 1) : first;
  time.hour = hourOf(hour, stamp.half);
  time.minute = numberAt(view, at + minuteAt);
  time.seconds = secondsAt === -1 ? -1 : numberAt(view, at + secondsAt);
  if (wide && stamp.half === "none") time.padding = first === 0 ? stamp.padding | 0b100 : stamp.padding & ~0b100;
  else time.padding = stamp.padding;
  time.digits = (hour * 100 + time.minute) * 101 + time.seconds + 1;
  return time;
}

function digitAt(view: DataView, at: number): number {
  return view.getUint8(at) - 0x30;
}

function numberAt(view: DataView, at: number): number {
  return digitAt(view, at) * 10 + digitAt(view, at + 1);
}

/** Numbers for each word. */
const wordSize = 4;

/**
 * For each four bytes of a head: where they stand; what stands there, 0x30 where any digit may; the mask, 0xff for each byte, 0xf0 for a digit;
 * and what is added, 6 for a digit, else 0: a byte from 0x30 to 0x39 is one whose high half is 3, and still is with six more.
 */
function wordsOf(bytes: Uint8Array, isDigit: (at: number) => boolean): Int32Array {
  const words: number[] = [];
  for (let at = bytes.length - 4; ; at = Math.max(0, at - 4)) {
    let [value, mask, more] = [0, 0, 0];
    for (let i = 3; i >= 0; i--) {
      const digit = isDigit(at + i);
      value = (value << 8) | (digit ? 0x30 : (bytes[at + i] ?? 0));
      mask = (mask << 8) | (digit ? 0xf0 : 0xff);
      more = (more << 8) | (digit ? 6 : 0);
    }
    words.push(at, value, mask, more);
    if (at === 0) return Int32Array.from(words);
  }
}

/** From behind, because heads of one day differ in the author first. */
function fits<T>({ words, length }: LineHead<T>, { bytes, view }: LineBlock, at: number): boolean {
  if (at + length > bytes.length) return false;
  for (let i = 0; i < words.length; i += wordSize) {
    const word = view.getInt32(at + (words[i] ?? 0), true);
    const value = words[i + 1];
    const mask = words[i + 2] ?? 0;
    if ((word & mask) !== value || ((word + (words[i + 3] ?? 0)) & mask) !== value) return false;
  }
  return true;
}
