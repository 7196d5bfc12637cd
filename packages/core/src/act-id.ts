import type { ActId } from "./act.ts";

/**
 * Ids from content, so that two overlapping exports agree and importing twice adds nothing (docs/formats/act.md, "Identity").
 *
 * [Note: Why not a cryptographic hash] SHA-256 for each act costs more than reading it. These are four lanes of a 32-bit multiply-xor hash,
 * 128 bits in all: good against accident, not against somebody who crafts a collision. So nothing is ever dropped because two ids agree:
 * merging compares the content as well (`mergeActs`).
 */

/** Counts equals inside one file: three equal lines in one minute are three acts. One tally a file. */
export interface ActTally {
  /** Id of the next act with these fields. `family` is the importer's; each importer documents its fields. */
  idOf(family: string, fields: readonly string[]): ActId;
  /** Says that no act to come equals one that was counted, as in a file whose times only go forward. Keeps the table small and so quick. */
  forget(): void;
}

/** Slots that are emptied one by one; where more were used, the table is wiped. */
const fewSlots = 64;

/**
 * Starts counting for one file. The table holds 64 bits of each act's hash in typed arrays (12 bytes an act), because a Map of a million
 * strings would take 100 MB.
 */
export function createActTally(): ActTally {
  let capacity = 1 << 12;
  // Three words a slot: 64 bits of the hash and the count. Side by side, so that a lookup misses the cache once.
  let slots = new Uint32Array(capacity * 3);
  let used = 0;
  const fresh = new Uint32Array(fewSlots);

  function slotOf(a: number, b: number): number {
    let slot = a & (capacity - 1);
    while (slots[slot * 3 + 2] !== 0 && (slots[slot * 3] !== a || slots[slot * 3 + 1] !== b)) slot = (slot + 1) & (capacity - 1);
    return slot * 3;
  }

  function grow(): void {
    const old = slots;
    capacity *= 2;
    slots = new Uint32Array(capacity * 3);
    for (let at = 0; at < old.length; at += 3) {
      const count = old[at + 2] ?? 0;
      if (count === 0) continue;
      const a = old[at] ?? 0;
      const b = old[at + 1] ?? 0;
      const slot = slotOf(a, b);
      slots[slot] = a;
      slots[slot + 1] = b;
      slots[slot + 2] = count;
    }
  }

  return {
    idOf(family, fields) {
      hashFields(fields);
      const a = (lanes[0] ?? 0) >>> 0;
      const b = (lanes[1] ?? 0) >>> 0;
      if (used * 4 >= capacity * 3) grow();
      const slot = slotOf(a, b);
      const count = (slots[slot + 2] ?? 0) + 1;
      if (count === 1) {
        if (used < fewSlots) fresh[used] = slot;
        used++;
        slots[slot] = a;
        slots[slot + 1] = b;
      }
      slots[slot + 2] = count;
      return `${family}-${hexOfLanes(a, b, lanes[2] ?? 0, lanes[3] ?? 0)}-${count}` as ActId;
    },
    forget() {
      if (used > fewSlots) slots.fill(0);
      else for (let i = 0; i < used; i++) slots[(fresh[i] ?? 0) + 2] = 0;
      used = 0;
    },
  };
}

/** The running hash: four lanes in one typed array, so that nothing is allocated for an act. */
const lanes = new Int32Array(4);

/** The last two first fields and the lanes behind them: a first field (a kind, an author) repeats, and need not be hashed again. */
const knownFirst: [string | undefined, string | undefined] = [undefined, undefined];
const knownLanes = new Int32Array(8);
let nextKnown = 0;

/** 128 bits over the UTF-16 units of the fields: four multiply-xor lanes with distinct odd multipliers, mixed at the end (MurmurHash3's finaliser). */
function hashFields(fields: readonly string[]): void {
  const first = fields[0] ?? "";
  const known = first === knownFirst[0] ? 0 : first === knownFirst[1] ? 1 : -1;
  let a = 0x9e3779b9 | 0;
  let b = 0x85ebca6b | 0;
  let c = 0xc2b2ae35 | 0;
  let d = 0x27d4eb2f | 0;
  if (known !== -1) {
    a = knownLanes[known * 4] ?? 0;
    b = knownLanes[known * 4 + 1] ?? 0;
    c = knownLanes[known * 4 + 2] ?? 0;
    d = knownLanes[known * 4 + 3] ?? 0;
  }
  for (let f = known === -1 ? 0 : 1; f < fields.length; f++) {
    const text = fields[f] ?? "";
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      a = Math.imul(a ^ unit, 0x01000193);
      b = (Math.imul(b ^ unit, 0x5bd1e995) + (a >>> 15)) | 0;
      c = Math.imul(c + unit, 0x2c1b3c6d) ^ (b >>> 13);
      d = Math.imul(d ^ (unit + (c >>> 16)), 0x297a2d39);
    }
    a = Math.imul(a ^ text.length, 0x01000193);
    d = Math.imul(d ^ (a >>> 7), 0x5bd1e995);
    if (f === 0) {
      nextKnown = 1 - nextKnown;
      knownFirst[nextKnown] = first;
      knownLanes.set([a, b, c, d], nextKnown * 4);
    }
  }
  lanes[0] = mixed(a ^ (d >>> 3));
  lanes[1] = mixed(b ^ a);
  lanes[2] = mixed(c ^ b);
  lanes[3] = mixed(d ^ c);
}

function mixed(value: number): number {
  let h = value ^ (value >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** The codes of the sixteen digits. */
const digits = Uint8Array.from("0123456789abcdef", (digit) => digit.charCodeAt(0));

/** 32 hexadecimal digits. One call that makes one flat string is four times faster than joining pieces, and leaves no garbage. */
function hexOfLanes(a: number, b: number, c: number, d: number): string {
  return String.fromCharCode(
    at(a, 28), at(a, 24), at(a, 20), at(a, 16), at(a, 12), at(a, 8), at(a, 4), at(a, 0),
    at(b, 28), at(b, 24), at(b, 20), at(b, 16), at(b, 12), at(b, 8), at(b, 4), at(b, 0),
    at(c, 28), at(c, 24), at(c, 20), at(c, 16), at(c, 12), at(c, 8), at(c, 4), at(c, 0),
    at(d, 28), at(d, 24), at(d, 20), at(d, 16), at(d, 12), at(d, 8), at(d, 4), at(d, 0),
  ); // prettier-ignore
}

function at(lane: number, shift: number): number {
  return digits[(lane >>> shift) & 15] ?? 0;
}
