import type { ActId } from "./act.ts";

/**
 * Ids from content, so that two overlapping exports agree and importing twice adds nothing (docs/formats/act.md, "Identity").
 *
 * [Note: Why not a cryptographic hash] SHA-256 for each act costs more than reading it. These are four lanes of 32 bits that take in four bytes at
 * a time by exclusive or, multiplication and rotation, 128 bits in all: good against accident, not against somebody who crafts a collision. So
 * nothing is ever dropped because two ids agree: merging compares the content as well (`mergeActs`).
 */

/** Text that an importer still holds as bytes: valid UTF-8 from `from` to before `to`. Costs less to hash than the string. */
export interface Utf8Text {
  readonly view: DataView;
  readonly from: number;
  readonly to: number;
  /** The hash once it was taken in as the first field, where that is known. */
  readonly asFirst?: Int32Array;
}

const encoder = new TextEncoder();

/** Turns text into bytes: worth it for a field that many acts have in common, above all the first. Half of a surrogate pair becomes U+FFFD. */
export function utf8Text(text: string): Utf8Text {
  const bytes = bytesOf(text);
  startHash();
  hashUtf8(bytes);
  return { ...bytes, asFirst: Int32Array.from(lanes) };
}

function bytesOf(text: string): Utf8Text {
  const bytes = encoder.encode(text);
  return { view: new DataView(bytes.buffer, bytes.byteOffset), from: 0, to: bytes.length };
}

/** Counts equals inside one file: three equal lines in one minute are three acts. One tally a file. */
export interface ActTally {
  /** Id of the next act with these fields. `family` is the importer's; each importer documents its fields. */
  idOf(family: string, fields: readonly (string | Utf8Text)[]): ActId;
  /** Says that no act to come equals one that was counted, as in a file whose times only go forward. Keeps the table small and so quick. */
  forget(): void;
}

/** Made once: a long timeline asks a million times. */
const formOfId = /^[a-z0-9-]{1,64}-[0-9a-f]{32}-[1-9][0-9]{0,9}$/;

/** Reads an id as docs/formats/act.md, section 6, writes it; undefined for any other text. */
export function parseActId(text: string): ActId | undefined {
  return formOfId.test(text) ? (text as ActId) : undefined;
}

/** Slots that are emptied one by one; where more were used, the table is wiped. */
const fewSlots = 64;

/** The counts of one file. It holds 64 bits of each act's hash in typed arrays (12 bytes an act): a Map of a million strings takes 100 MB. */
interface CountTable {
  capacity: number;
  /** Three words a slot: 64 bits of the hash and the count. Side by side, so that a lookup misses the cache once. */
  slots: Int32Array;
  used: number;
  /** The slots first used since the table was emptied. */
  readonly fresh: Uint32Array;
}

/** Starts counting for one file. */
export function createActTally(): ActTally {
  const capacity = 1 << 8;
  const table: CountTable = { capacity, slots: new Int32Array(capacity * 3), used: 0, fresh: new Uint32Array(fewSlots) };
  let familyAtHand = "";
  let opening = "-";
  return {
    idOf(family, fields) {
      hashFields(fields);
      const a = lanes[0] ?? 0;
      const b = lanes[1] ?? 0;
      const count = countOne(table, a, b);
      if (family !== familyAtHand) {
        familyAtHand = family;
        opening = `${family}-`;
      }
      const ending = hashAndFirstCount(a, b, lanes[2] ?? 0, lanes[3] ?? 0);
      return (opening + (count === 1 ? ending : `${ending.slice(0, -1)}${count}`)) as ActId;
    },
    forget: () => emptyTable(table),
  };
}

/** Counts one more act with this hash, and says how many there are. */
function countOne(table: CountTable, a: number, b: number): number {
  if (table.used * 4 >= table.capacity * 3) grow(table);
  const slots = table.slots;
  const slot = slotOf(slots, table.capacity - 1, a, b);
  const count = (slots[slot + 2] ?? 0) + 1;
  if (count === 1) {
    if (table.used < fewSlots) table.fresh[table.used] = slot;
    table.used++;
    slots[slot] = a;
    slots[slot + 1] = b;
  }
  slots[slot + 2] = count;
  return count;
}

/** The slot that holds this hash, or the free one that it may take. `mask` is the capacity less one. */
function slotOf(slots: Int32Array, mask: number, a: number, b: number): number {
  let slot = a & mask;
  while (slots[slot * 3 + 2] !== 0 && (slots[slot * 3] !== a || slots[slot * 3 + 1] !== b)) slot = (slot + 1) & mask;
  return slot * 3;
}

function grow(table: CountTable): void {
  const old = table.slots;
  table.capacity *= 2;
  table.slots = new Int32Array(table.capacity * 3);
  for (let at = 0; at < old.length; at += 3) {
    const count = old[at + 2] ?? 0;
    if (count === 0) continue;
    const a = old[at] ?? 0;
    const b = old[at + 1] ?? 0;
    const slot = slotOf(table.slots, table.capacity - 1, a, b);
    table.slots[slot] = a;
    table.slots[slot + 1] = b;
    table.slots[slot + 2] = count;
  }
}

function emptyTable(table: CountTable): void {
  if (table.used > fewSlots) table.slots.fill(0);
  else for (let i = 0; i < table.used; i++) table.slots[(table.fresh[i] ?? 0) + 2] = 0;
  table.used = 0;
}

/** The hash at hand, in a typed array, so that nothing is allocated for an act. */
const lanes = new Int32Array(4);

function hashFields(fields: readonly (string | Utf8Text)[]): void {
  startHash();
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] ?? "";
    if (typeof field === "string") hashText(field);
    else if (i === 0 && field.asFirst) goOnFrom(field.asFirst);
    else hashUtf8(field);
  }
  finishHash();
}

/** Starts each lane elsewhere: the fractional parts of the square roots of 2, 3, 5 and 7. */
function startHash(): void {
  lanes[0] = 0x6a09e667;
  lanes[1] = 0xbb67ae85;
  lanes[2] = 0x3c6ef372;
  lanes[3] = 0xa54ff53a;
}

/** One by one: a native copy costs more in its call than in its work. */
function goOnFrom(known: Int32Array): void {
  for (let i = 0; i < lanes.length; i++) lanes[i] = known[i] ?? 0;
}

/** Takes in a field, four bytes at a time, the first the lowest; then those that fill no word, and the number of all. */
function hashUtf8({ view, from, to }: Utf8Text): void {
  let a = lanes[0] ?? 0;
  let b = lanes[1] ?? 0;
  let c = lanes[2] ?? 0;
  let d = lanes[3] ?? 0;
  let at = from;
  for (; at + 4 <= to; at += 4) {
    const word = view.getInt32(at, true);
    a = firstLane(a, word);
    b = secondLane(b, word);
    c = thirdLane(c, word);
    d = fourthLane(d, word);
  }
  const rest = restOf(view, at, to);
  const length = to - from;
  lanes[0] = firstLane(firstLane(a, rest), length);
  lanes[1] = secondLane(secondLane(b, rest), length);
  lanes[2] = thirdLane(thirdLane(c, rest), length);
  lanes[3] = fourthLane(fourthLane(d, rest), length);
}

function firstLane(lane: number, word: number): number {
  return rotateLeft(Math.imul(lane ^ word, 0x9e3779b1), 15);
}

function secondLane(lane: number, word: number): number {
  return rotateLeft(Math.imul(lane ^ word, 0x85ebca77), 13);
}

function thirdLane(lane: number, word: number): number {
  return rotateLeft(Math.imul(lane ^ word, 0xc2b2ae3d), 17);
}

function fourthLane(lane: number, word: number): number {
  return rotateLeft(Math.imul(lane ^ word, 0x27d4eb2f), 11);
}

function rotateLeft(word: number, left: number): number {
  return (word << left) | (word >>> (32 - left));
}

/** The bytes that fill no word: in long fields the upper ones of the last four, read at once. */
function restOf(view: DataView, from: number, to: number): number {
  const bits = (to - from) * 8;
  if (bits === 0) return 0;
  if (to >= 4) return view.getInt32(to - 4, true) >>> (32 - bits);
  let word = 0;
  for (let at = to - 1; at >= from; at--) word = (word << 8) | view.getUint8(at);
  return word;
}

function hashText(text: string): void {
  const units = text.length; // Once: the engine is slow to ask this of many kinds of string.
  let a = lanes[0] ?? 0;
  let b = lanes[1] ?? 0;
  let c = lanes[2] ?? 0;
  let d = lanes[3] ?? 0;
  let at = 0;
  for (; at + 4 <= units; at += 4) {
    const [first, second] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
    const [third, fourth] = [text.charCodeAt(at + 2), text.charCodeAt(at + 3)];
    if ((first | second | third | fourth) >= 0x80) return hashWideText(text);
    const word = first | (second << 8) | (third << 16) | (fourth << 24);
    a = firstLane(a, word);
    b = secondLane(b, word);
    c = thirdLane(c, word);
    d = fourthLane(d, word);
  }
  let rest = 0;
  for (let i = units - 1; i >= at; i--) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x80) return hashWideText(text);
    rest = (rest << 8) | unit;
  }
  lanes[0] = firstLane(firstLane(a, rest), units);
  lanes[1] = secondLane(secondLane(b, rest), units);
  lanes[2] = thirdLane(thirdLane(c, rest), units);
  lanes[3] = fourthLane(fourthLane(d, rest), units);
}

/** Longest field that is turned into bytes here, in UTF-16 units: for short ones a native encoder costs more in its call than in its work. */
const longestShortField = 4096;
const scratch = new Uint8Array(3 * longestShortField);
const scratchText = { view: new DataView(scratch.buffer), from: 0, to: 0 };

/** A field that is not ASCII alone. */
function hashWideText(text: string): void {
  const units = text.length;
  if (units > longestShortField) return hashUtf8(bytesOf(text));
  let at = 0;
  for (let i = 0; i < units; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) scratch[at++] = unit;
    else if (unit < 0x800) {
      scratch[at++] = 0xc0 | (unit >> 6);
      scratch[at++] = 0x80 | (unit & 0x3f);
    } else {
      const code = unit < 0xd800 || unit > 0xdfff ? unit : pairAt(text, i);
      if (code > 0xffff) {
        i++;
        scratch[at++] = 0xf0 | (code >> 18);
        scratch[at++] = 0x80 | ((code >> 12) & 0x3f);
      } else scratch[at++] = 0xe0 | (code >> 12);
      scratch[at++] = 0x80 | ((code >> 6) & 0x3f);
      scratch[at++] = 0x80 | (code & 0x3f);
    }
  }
  scratchText.to = at;
  hashUtf8(scratchText);
}

/** The character of the surrogate pair that starts here; U+FFFD where only half of one stands. */
function pairAt(text: string, at: number): number {
  const code = text.codePointAt(at) ?? 0;
  return code > 0xffff ? code : 0xfffd;
}

/** Mixes the lanes as MurmurHash3_x86_128 ends, so that each bit of the hash hangs on each bit that was taken in and none is lost. */
function finishHash(): void {
  let a = lanes[0] ?? 0;
  let b = lanes[1] ?? 0;
  let c = lanes[2] ?? 0;
  let d = lanes[3] ?? 0;
  a = (a + b + c + d) | 0;
  b = fmix32((b + a) | 0);
  c = fmix32((c + a) | 0);
  d = fmix32((d + a) | 0);
  a = (fmix32(a) + b + c + d) | 0;
  lanes[0] = a;
  lanes[1] = b + a;
  lanes[2] = c + a;
  lanes[3] = d + a;
}

function fmix32(value: number): number {
  let h = value ^ (value >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** 32 hexadecimal digits and `-1`, the usual count. One call that makes one flat string is four times faster than joining pieces, and leaves no garbage. */
function hashAndFirstCount(a: number, b: number, c: number, d: number): string {
  const [a1, a2, b1, b2] = [fourDigits(a >>> 16), fourDigits(a & 0xffff), fourDigits(b >>> 16), fourDigits(b & 0xffff)];
  const [c1, c2, d1, d2] = [fourDigits(c >>> 16), fourDigits(c & 0xffff), fourDigits(d >>> 16), fourDigits(d & 0xffff)];
  return String.fromCharCode(
    a1 >>> 24, (a1 >>> 16) & 0xff, (a1 >>> 8) & 0xff, a1 & 0xff, a2 >>> 24, (a2 >>> 16) & 0xff, (a2 >>> 8) & 0xff, a2 & 0xff,
    b1 >>> 24, (b1 >>> 16) & 0xff, (b1 >>> 8) & 0xff, b1 & 0xff, b2 >>> 24, (b2 >>> 16) & 0xff, (b2 >>> 8) & 0xff, b2 & 0xff,
    c1 >>> 24, (c1 >>> 16) & 0xff, (c1 >>> 8) & 0xff, c1 & 0xff, c2 >>> 24, (c2 >>> 16) & 0xff, (c2 >>> 8) & 0xff, c2 & 0xff,
    d1 >>> 24, (d1 >>> 16) & 0xff, (d1 >>> 8) & 0xff, d1 & 0xff, d2 >>> 24, (d2 >>> 16) & 0xff, (d2 >>> 8) & 0xff, d2 & 0xff, 0x2d, 0x31,
  ); // prettier-ignore
}

/** The codes of four hexadecimal digits, the first the highest byte: a half byte in each, 0x30 more, and where six more reach the upper half 0x27 more. */
function fourDigits(bits: number): number {
  const apart = (bits | (bits << 8)) & 0x00ff00ff;
  const halves = (apart | (apart << 4)) & 0x0f0f0f0f;
  return halves + 0x30303030 + (((halves + 0x06060606) >>> 4) & 0x01010101) * 0x27;
}
