import { type Redacted, type Result, type Sha256, failed, ok, redact, reveal } from "@unmask/core";
import { type Argon2id, type Argon2idCost, type Identity, identityFromBytes, sha256HexOf, sha256Of, textToBytes } from "@unmask/seal";
import { receiptWords } from "./receipt-words.ts";

/**
 * The receipt: seven words, and nothing else is needed to read what a force answers (docs/formats/submission.md). They carry 80 random bits
 * and 10 that check them, so that a slip of the pen is told on her own device, before anything is asked of anybody.
 */

/** Seven words of the list with single spaces, in a box that does not print. They never leave the device. */
export type ReceiptWords = Redacted<string>;

/** A word that is not in the list. */
export interface WordSlip {
  readonly kind: "word";
  /** From 1. */
  readonly place: number;
  /** Words that may have been meant, the likeliest first, none where nothing is near. */
  readonly likely: readonly string[];
  readonly says: string;
}

/** Why what was typed is no receipt. It is told without asking anybody. */
export type ReceiptSlip =
  { readonly kind: "count"; readonly count: number; readonly says: string } | WordSlip | { readonly kind: "check"; readonly says: string };

/** What the words open. */
export interface Mailbox {
  /** 32 bytes that find the mailbox; the server keeps their hash alone. */
  readonly lookup: Uint8Array;
  /** What its envelopes are sealed to. */
  readonly identity: Identity;
}

const wordsInReceipt = 7;
const randomSize = 10;
const checkBits = 10n;

/** UTF-16 units that are read: a longer text is none that a person typed. */
const longestTyped = 2_000;

/** Each guess at the words costs so much memory and time: 2^80 of them are out of reach whatever one costs (RFC 9106 section 4). */
const receiptCost: Argon2idCost = { memory: 64 * 1024, passes: 3, lanes: 1, size: 64 };

const placeByWord: ReadonlyMap<string, bigint> = new Map(receiptWords.map((word, place) => [word, BigInt(place)]));
const base = BigInt(receiptWords.length);

/** A new receipt from 10 random bytes. */
export function makeReceipt(random: (size: number) => Uint8Array): ReceiptWords {
  const secret = random(randomSize);
  if (secret.length !== randomSize) throw new Error("a receipt is made of 10 bytes");
  let value = (numberOf(secret) << checkBits) | checkOf(secret);
  const words: string[] = [];
  for (let place = 0; place < wordsInReceipt; place++) {
    words.unshift(receiptWords[Number(value % base)] ?? "");
    value /= base;
  }
  return redact(words.join(" "));
}

/** Reads words as they were typed or copied: any case, numbers before them, blanks, commas, hyphens and line breaks between them. */
export function parseReceiptWords(typed: string): Result<ReceiptWords, ReceiptSlip> {
  const words = typed.length > longestTyped ? [] : wordsIn(typed);
  if (words.length !== wordsInReceipt) return failed(countSlip(words.length));
  const unknown = words.findIndex((word) => !placeByWord.has(word));
  if (unknown !== -1) return failed(wordSlip(words, unknown));
  if (!isChecked(words)) {
    return failed({
      kind: "check",
      says: "Each word is one of the list, but together they are no receipt. Look at their order, and at words that look alike.",
    });
  }
  return ok(redact(words.join(" ")));
}

/** Every word that is not in the list, where seven were typed: each slip is told at once, so that nobody corrects them one look after the other. */
export function wordSlips(typed: string): readonly WordSlip[] {
  const words = typed.length > longestTyped ? [] : wordsIn(typed);
  if (words.length !== wordsInReceipt) return [];
  return words.flatMap((word, place) => (placeByWord.has(word) ? [] : [wordSlip(words, place)]));
}

/** What the words open at one force (32 hexadecimal digits): another force derives another mailbox from the same words. Takes some 0.3 s. */
export async function deriveMailbox(words: ReceiptWords, force: string, argon2id: Argon2id): Promise<Mailbox> {
  const salt = sha256Of(textToBytes(`unmask receipt${force}`)).slice(0, 16);
  const derived = await argon2id(textToBytes(reveal(words)), salt, receiptCost);
  return { lookup: derived.slice(0, 32), identity: identityFromBytes(derived.slice(32, 64)) };
}

/** What the server keeps in place of the lookup id: its SHA-256 in lower-case hexadecimal. */
export function lookupHash(lookup: Uint8Array): Sha256 {
  return sha256HexOf(lookup);
}

function wordsIn(typed: string): readonly string[] {
  return typed
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .toLowerCase()
    .split(/[\s,;/|_\p{Pd}]+/u)
    .map((piece) => piece.replace(/^[(#]*\d+[.):]*/, "").replace(/^\P{L}+|\P{L}+$/gu, ""))
    .filter((word) => word !== "");
}

/** The first ten bits of a hash that is made for this alone, so that the check says nothing about what the words open. */
function checkOf(secret: Uint8Array): bigint {
  const hash = sha256Of(Uint8Array.from([...textToBytes("unmask receipt check"), ...secret]));
  return numberOf(hash.subarray(0, 2)) >> 6n;
}

function isChecked(words: readonly string[]): boolean {
  const value = words.reduce((sum, word) => sum * base + (placeByWord.get(word) ?? 0n), 0n);
  const secret = bytesOf(value >> checkBits);
  return secret !== undefined && checkOf(secret) === (value & ((1n << checkBits) - 1n));
}

function numberOf(bytes: Uint8Array): bigint {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

/** Ten bytes, big-endian; undefined for a number that needs more: 7 words hold a few numbers beyond 90 bits. */
function bytesOf(value: bigint): Uint8Array | undefined {
  if (value >> BigInt(8 * randomSize) !== 0n) return undefined;
  return Uint8Array.from({ length: randomSize }, (_, at) => Number((value >> BigInt(8 * (randomSize - 1 - at))) & 0xffn));
}

function countSlip(count: number): ReceiptSlip {
  return { kind: "count", count, says: `A receipt has ${wordsInReceipt} words; here are ${count}. Write all of them, in their order.` };
}

function wordSlip(words: readonly string[], unknown: number): WordSlip {
  const place = unknown + 1;
  const likely = likelyWords(words, unknown);
  const meant = likely.length === 0 ? "" : ` Did you mean ${likely.join(", or ")}?`;
  return { kind: "word", place, likely, says: `Word ${place} is not in the list of words.${meant}` };
}

/** Two slips of the finger at most, and three words at most: more would be guessing. */
const mostSlips = 2;
const mostLikely = 3;

/** Words near the one that was typed. Where the others stand, the check is asked too: what passes it is almost surely what she has. */
function likelyWords(words: readonly string[], unknown: number): readonly string[] {
  const typed = words[unknown] ?? "";
  const near = receiptWords
    .map((word) => ({ word, slips: slipsBetween(typed, word) }))
    .filter(({ slips }) => slips <= mostSlips)
    .sort((one, other) => one.slips - other.slips);
  const passing = near.filter(({ word }) => isChecked(words.with(unknown, word)));
  const hasOneUnknown = words.every((word, place) => place === unknown || placeByWord.has(word));
  const meant = hasOneUnknown && passing.length > 0 ? passing : near;
  return meant.slice(0, mostLikely).map(({ word }) => word);
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
    before = last;
    last = next;
  }
  return last[word.length] ?? mostSlips + 1;
}
