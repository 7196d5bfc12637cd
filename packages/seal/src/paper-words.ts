import { type Redacted, type Result, failed, ok, redact } from "@unmask/core";
import { concatBytes, textToBytes } from "./bytes.ts";
import { sha256Of } from "./hashes.ts";
import { wordList } from "./word-list.ts";

/**
 * Bits as words for paper, with bits that check them, so that a slip of the pen is told on her own device before anything is asked of anybody. One
 * coder for the receipt (docs/formats/submission.md) and for the twelve words that open a vault (docs/formats/vault.md).
 */

/** What kind of words they are: how much they carry, and in which sentences a slip is told. */
export interface PaperWordsKind {
  /** How many words there are. */
  readonly words: number;
  /** Bytes that they carry. */
  readonly bytes: number;
  /** Bits that check the bytes: the first of SHA-256(`checkLabel` ‖ bytes). */
  readonly checkBits: number;
  readonly checkLabel: string;
  /** Told where another number of words was typed. */
  readonly saysCount: (count: number) => string;
  /** Told where each word is in the list and the check does not fit. */
  readonly saysCheck: string;
}

/** A word that is not in the list. */
export interface WordSlip {
  readonly kind: "word";
  /** From 1. */
  readonly place: number;
  /** Words that may have been meant, the likeliest first, none where nothing is near. */
  readonly likely: readonly string[];
  readonly says: string;
}

/** Words of the list that do not fit together. */
export interface CheckSlip {
  readonly kind: "check";
  /** Places from 1, the first first, where one change makes them fit: a word that was taken for another, or two that were swapped. Never where the check is short. */
  readonly places?: readonly number[];
  readonly says: string;
}

/** Why what was typed is not a whole set of words. It is told without asking anybody. */
export type PaperWordsSlip = { readonly kind: "count"; readonly count: number; readonly says: string } | WordSlip | CheckSlip;

/** What was read: the words in their one spelling, and the bytes that they carry. */
export interface ReadPaperWords {
  /** Words of the list with single blanks, in a box that does not print. */
  readonly words: Redacted<string>;
  readonly bytes: Redacted<Uint8Array>;
}

/** UTF-16 units that are read: a longer text is none that a person typed. */
const longestTyped = 2_000;

/** From so many bits on, a change that passes the check is what she has: a shorter check would pass one of a few hundred tries by chance. */
const leastBitsToGuess = 20;

const base = BigInt(wordList.length);
const placeByWord: ReadonlyMap<string, bigint> = new Map(wordList.map((word, place) => [word, BigInt(place)]));

/** Writes bytes as words with single blanks. Throws when there are not as many as the kind has: whoever calls chooses both. */
export function writePaperWords(bytes: Uint8Array, kind: PaperWordsKind): Redacted<string> {
  if (bytes.length !== kind.bytes) throw new Error(`${kind.words} words are made of ${kind.bytes} bytes`);
  let value = (numberOf(bytes) << BigInt(kind.checkBits)) | checkOf(bytes, kind);
  const words: string[] = [];
  for (let place = 0; place < kind.words; place++) {
    words.unshift(wordList[Number(value % base)] ?? "");
    value /= base;
  }
  return redact(words.join(" "));
}

/**
 * Reads words as they were typed or copied: any case, blanks, commas, hyphens and line breaks between them. Where each has its number, the numbers say
 * the order; where the check is long, words that were copied row by row out of columns are put in order too.
 */
export function readPaperWords(typed: string, kind: PaperWordsKind): Result<ReadPaperWords, PaperWordsSlip> {
  const words = wordsIn(typed);
  if (words.length !== kind.words) return failed({ kind: "count", count: words.length, says: kind.saysCount(words.length) });
  const unknown = words.findIndex((word) => !placeByWord.has(word));
  if (unknown !== -1) return failed(wordSlip(words, unknown, kind));
  for (const ordered of ordersOf(words, kind)) {
    const bytes = bytesOfWords(ordered, kind);
    if (bytes !== undefined) return ok({ words: redact(ordered.join(" ")), bytes: redact(bytes) });
  }
  return failed(checkSlip(words, kind));
}

/** Every word that is not in the list, where as many as there are were typed: each slip is told at once, so that nobody corrects them one look after the other. */
export function paperWordSlips(typed: string, kind: PaperWordsKind): readonly WordSlip[] {
  const words = wordsIn(typed);
  if (words.length !== kind.words) return [];
  return words.flatMap((word, place) => (placeByWord.has(word) ? [] : [wordSlip(words, place, kind)]));
}

/** The words of a text, in the order of their numbers where each has one. */
export function wordsIn(typed: string): readonly string[] {
  if (typed.length > longestTyped) return [];
  const pieces = typed
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .toLowerCase()
    .split(/[\s,;/|_\p{Pd}]+/u);
  const words: string[] = [];
  const numbers: number[] = [];
  let number = Number.NaN;
  for (const piece of pieces) {
    const [all = "", digits] = /^[(#]*(\d+)[.):]*/.exec(piece) ?? [];
    if (digits !== undefined) number = Number(digits);
    const word = piece.slice(all.length).replace(/^\P{L}+|\P{L}+$/gu, "");
    if (word === "") continue;
    words.push(word);
    numbers.push(number);
    number = Number.NaN;
  }
  const ordered = words.map((_, place) => words[numbers.indexOf(place + 1)]);
  return ordered.every((word) => word !== undefined) ? ordered : words;
}

/** Columns in which twelve words are printed somewhere, besides one. */
const columnsOnPaper = [2, 3, 4, 6];

/** The orders that words may have been meant in: as they stand, then as if they were copied across columns that are read downwards. */
function ordersOf(words: readonly string[], { checkBits }: PaperWordsKind): readonly (readonly string[])[] {
  if (checkBits < leastBitsToGuess) return [words];
  const columns = columnsOnPaper.filter((count) => words.length % count === 0);
  return [words, ...columns.map((count) => downColumns(words, count))];
}

function downColumns(words: readonly string[], columns: number): readonly string[] {
  return Array.from({ length: columns }, (_, column) => words.filter((_word, at) => at % columns === column)).flat();
}

/** The first bits of a hash that is made for this alone, so that the check says nothing about what the words open. */
function checkOf(bytes: Uint8Array, { checkBits, checkLabel }: PaperWordsKind): bigint {
  const hash = sha256Of(concatBytes(textToBytes(checkLabel), bytes));
  return numberOf(hash) >> BigInt(8 * hash.length - checkBits);
}

/** What words carry; undefined where they do not fit together: the check is another, or the number that they make is too large. */
export function bytesOfWords(words: readonly string[], kind: PaperWordsKind): Uint8Array | undefined {
  const value = words.reduce((sum, word) => sum * base + (placeByWord.get(word) ?? 0n), 0n);
  const number = value >> BigInt(kind.checkBits);
  if (number >> BigInt(8 * kind.bytes) !== 0n) return undefined;
  const bytes = Uint8Array.from({ length: kind.bytes }, (_, at) => Number((number >> BigInt(8 * (kind.bytes - 1 - at))) & 0xffn));
  return checkOf(bytes, kind) === (value & ((1n << BigInt(kind.checkBits)) - 1n)) ? bytes : undefined;
}

function numberOf(bytes: Uint8Array): bigint {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

function wordSlip(words: readonly string[], unknown: number, kind: PaperWordsKind): WordSlip {
  const place = unknown + 1;
  const likely = likelyWords(words, unknown, kind);
  const meant = likely.length === 0 ? "" : ` Did you mean ${likely.join(", or ")}?`;
  return { kind: "word", place, likely, says: `Word ${place} is not in the list of words.${meant}` };
}

/** Two slips of the finger at most, and three words at most: more would be guessing. */
const mostSlips = 2;
const mostLikely = 3;

/** Words near the one that was typed. Where the others stand, the check is asked too: what passes it is almost surely what she has. */
function likelyWords(words: readonly string[], unknown: number, kind: PaperWordsKind): readonly string[] {
  const near = wordsNear(words[unknown] ?? "");
  const passing = near.filter((word) =>
    ordersOf(words.with(unknown, word), kind).some((ordered) => bytesOfWords(ordered, kind) !== undefined),
  );
  const hasOneUnknown = words.every((word, place) => place === unknown || placeByWord.has(word));
  const meant = hasOneUnknown && passing.length > 0 ? passing : near;
  return meant.slice(0, mostLikely);
}

/** Words of the list within a few slips of a typed one, the nearest first, then by the alphabet. */
function wordsNear(typed: string): readonly string[] {
  return wordList
    .map((word) => ({ word, slips: slipsBetween(typed, word) }))
    .filter(({ slips }) => slips <= mostSlips)
    .sort((one, other) => one.slips - other.slips)
    .map(({ word }) => word);
}

/** Where the check is long, says which one change makes them fit: a word near one of them in its place, or two in each other's. */
function checkSlip(words: readonly string[], kind: PaperWordsKind): CheckSlip {
  if (kind.checkBits < leastBitsToGuess) return { kind: "check", says: kind.saysCheck };
  for (const [one, word] of words.entries()) {
    for (let other = one + 1; other < words.length; other++) {
      const swapped = words.with(one, words[other] ?? "").with(other, word);
      if (bytesOfWords(swapped, kind) === undefined) continue;
      const says = `${kind.saysCheck} They fit when words ${one + 1} and ${other + 1} change places. Are they so on your paper?`;
      return { kind: "check", places: [one + 1, other + 1], says };
    }
  }
  for (const [at, word] of words.entries()) {
    const meant = wordsNear(word).find((near) => bytesOfWords(words.with(at, near), kind) !== undefined);
    if (meant === undefined) continue;
    return { kind: "check", places: [at + 1], says: `${kind.saysCheck} They fit when word ${at + 1} is ${meant}. Is it so on your paper?` };
  }
  return { kind: "check", says: kind.saysCheck };
}

/** Letters left out, put in, taken for another, or two neighbours swapped (Damerau, optimal string alignment); more than two counts as three. */
function slipsBetween(typed: string, word: string): number {
  if (Math.abs(typed.length - word.length) > mostSlips) return mostSlips + 1;
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: word.length + 1 }, (_, at) => at);
  for (let row = 1; row <= typed.length; row++) {
    const next = [row];
    for (let at = 1; at <= word.length; at++) {
      const isSame = typed[row - 1] === word[at - 1];
      const isSwap = row > 1 && at > 1 && typed[row - 1] === word[at - 2] && typed[row - 2] === word[at - 1];
      const replaced = (last[at - 1] ?? 0) + (isSame ? 0 : 1);
      const swapped = isSwap ? (before[at - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min((last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, replaced, swapped));
    }
    if (next.every((slips) => slips > mostSlips)) return mostSlips + 1;
    before = last;
    last = next;
  }
  return last[word.length] ?? mostSlips + 1;
}
