/**
 * How likely the next bit of a list of words in the order of the alphabet is a one, learned from the bits before it: whoever packs and whoever
 * unpacks ask the same and learn the same. A letter is five bits, highest first, and the end of a word is a letter of zero. Only sums, products and
 * quotients of IEEE 754, and no function that an engine may round as it likes, so that every browser unpacks the same words.
 */
export interface WordOdds {
  /** Of a one, out of 65,536: from 1 to 65,535. */
  ofOne(): number;
  /** What it was. */
  learn(bit: number): void;
}

/** What was seen is kept by what stands before: so many kinds of that, each in a table of its own of so many places. */
const kinds = 8;
const placeBits = 17;
const places = 2 ** placeBits;

/** How far a thing seen so many times is believed. */
const beliefs = [0, 0.5, 0.7, 0.8, 0.9, 1];

/** Times after which the new counts no more than the old. */
const mostSeen = 60;

/** How fast the kinds learn whom of them to believe. */
const rate = 0.003;

/** Letters of the last word that are told apart by how far the new one is like it. */
const mostShared = 8;

/** Starts before the first letter of the first word. */
export function createWordOdds(): WordOdds {
  const odds = new Float32Array(kinds * places).fill(0.5);
  const seen = new Uint8Array(kinds * places);
  const weights = new Float64Array((mostShared + 1) * kinds).fill(0.25);
  const before = new Int32Array(kinds);
  const found = new Int32Array(kinds);
  const leans = new Float64Array(kinds);
  let last: readonly number[] = [];
  let word: number[] = [];
  let isSame = true;
  let node = 1;
  let chance = 0.5;
  let row = 0;

  function lookBefore(): void {
    const at = word.length;
    const letter = (back: number): number => (at >= back ? (word[at - back] ?? 0) : 27);
    const next = isSame ? (last[at] ?? 0) : 28;
    const afterNext = isSame ? (last[at + 1] ?? 0) : 28;
    let run = 0;
    for (let back = 1; back <= 5; back++) before[back - 1] = run = run * 32 + letter(back);
    before[5] = next * 16 + Math.min(at, 9);
    before[6] = (next * 32 + afterNext) * 32 + letter(1);
    before[7] = at * 32 + letter(1);
    row = (isSame ? Math.min(at, mostShared - 1) : mostShared) * kinds;
  }

  /** Finds the place of each kind: what stands before, and the bits of this letter so far, scattered by Knuth's multiplier. */
  function findPlaces(): void {
    for (let kind = 0; kind < kinds; kind++) {
      const key = Math.imul(before[kind] ?? 0, 0x9e3779b1) + Math.imul(node, 0x85ebca6b);
      found[kind] = kind * places + (Math.imul(key ^ (key >>> 15), 0x2c1b3c6d) >>> (32 - placeBits));
    }
  }

  function takeLetter(letter: number): void {
    if (letter === 0) {
      last = word;
      word = [];
      isSame = true;
    } else {
      isSame &&= last[word.length] === letter;
      word.push(letter);
    }
    node = 1;
    lookBefore();
  }

  lookBefore();
  return {
    ofOne() {
      findPlaces();
      let lean = 0;
      for (let kind = 0; kind < kinds; kind++) {
        const place = found[kind] ?? 0;
        const tilt = 2 * (odds[place] ?? 0.5) - 1;
        const own = (tilt / (1 - Math.abs(tilt))) * (beliefs[Math.min(seen[place] ?? 0, beliefs.length - 1)] ?? 1);
        leans[kind] = own;
        lean += own * (weights[row + kind] ?? 0);
      }
      chance = 0.5 + (0.5 * lean) / (1 + Math.abs(lean));
      return Math.min(65_523, Math.max(13, Math.floor(chance * 65_536)));
    },
    learn(bit) {
      const slip = (bit - chance) * rate;
      for (let kind = 0; kind < kinds; kind++) {
        const place = found[kind] ?? 0;
        weights[row + kind] = (weights[row + kind] ?? 0) + slip * Math.max(-4, Math.min(4, leans[kind] ?? 0));
        const times = Math.min(mostSeen, (seen[place] ?? 0) + 1);
        const old = odds[place] ?? 0.5;
        seen[place] = times;
        odds[place] = Math.max(0.002, Math.min(0.998, old + (bit - old) / (times + 0.6)));
      }
      node = node * 2 + bit;
      if (node >= 32) takeLetter(node - 32);
    },
  };
}
