import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { type Redacted, type Result, failed, ok, reveal } from "@unmask/core";
import { textToBytes } from "./bytes.ts";
import { type Identity, identityFromBytes } from "./envelope.ts";
import {
  type PaperWordsKind,
  type PaperWordsSlip,
  type WordSlip,
  bytesOfWords,
  paperWordSlips,
  readPaperWords,
  wordsIn,
  writePaperWords,
} from "./paper-words.ts";

/**
 * The twelve words that open a vault when the passphrase is forgotten (docs/formats/vault.md, "Keys"): 128 random bits and 26 that check them, from
 * which one X25519 identity follows. They are printed once and kept on paper.
 */

/** Twelve words of the list with single blanks, in a box that does not print. */
export type RecoveryWords = Redacted<string>;

const recovery: PaperWordsKind = {
  words: 12,
  bytes: 16,
  checkBits: 26,
  checkLabel: "unmask recovery check",
  saysCount: (count) =>
    `There are twelve words on your paper; here ${count === 1 ? "is 1" : `are ${count}`}. Write all of them, in the order of their numbers.`,
  saysCheck: "These twelve words do not fit together. Look at their order, and at words that look alike.",
};

/** New words from 16 random bytes. */
export function makeRecoveryWords(random: (size: number) => Uint8Array): RecoveryWords {
  return writePaperWords(random(recovery.bytes), recovery);
}

/**
 * Reads words as they were typed, pasted or copied from the paper: any case, numbers, blanks, commas, hyphens and line breaks between them, and in rows
 * across columns too. A slip says what to look at; it is told without asking anybody, and before any file is tried.
 */
export function parseRecoveryWords(typed: string): Result<RecoveryWords, PaperWordsSlip> {
  const read = readPaperWords(typed, recovery);
  return read.ok ? ok(read.value.words) : failed(read.error);
}

/** Every word that is not in the list, where twelve were typed: each slip is told at once, so that nobody corrects them one look after the other. */
export function recoveryWordSlips(typed: string): readonly WordSlip[] {
  return paperWordSlips(typed, recovery);
}

/** How one word that was typed stands to the one of its place on the paper; `unknown`: it is not in the list. */
export interface ComparedWord {
  /** From 1. */
  readonly place: number;
  readonly is: "fine" | "unknown" | "other";
  /** Of an unknown one: words that may have been meant, the likeliest first. */
  readonly likely: readonly string[];
}

/** Compares words that were typed back with those on the paper, place for place; none where they are not as many. */
export function compareRecoveryWords(typed: string, paper: RecoveryWords): readonly ComparedWord[] {
  const read = parseRecoveryWords(typed);
  // What was read as columns stands in another order than it was typed in.
  const words = read.ok ? reveal(read.value).split(" ") : wordsIn(typed);
  if (words.length !== recovery.words) return [];
  const slipByPlace = new Map(recoveryWordSlips(typed).map((slip) => [slip.place, slip]));
  const wanted = reveal(paper).split(" ");
  return words.map((word, i) => {
    const slip = slipByPlace.get(i + 1);
    return { place: i + 1, is: slip ? "unknown" : word === wanted[i] ? "fine" : "other", likely: slip?.likely ?? [] };
  });
}

/**
 * The identity that follows from the words: HKDF-SHA-256(ikm = their 16 bytes, no salt, info = `unmask recovery`, 32). 128 random bits need no dear
 * work. Throws where `parseRecoveryWords` did not read the words: that is a bug.
 */
export function recoveryIdentity(words: RecoveryWords): Identity {
  const bytes = bytesOfWords(reveal(words).split(" "), recovery);
  if (bytes === undefined) throw new Error("these words were not read");
  return identityFromBytes(hkdf(sha256, bytes, undefined, textToBytes("unmask recovery"), 32));
}
