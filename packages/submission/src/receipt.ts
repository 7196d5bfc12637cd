import { type Redacted, type Result, type Sha256, failed, ok, reveal } from "@unmask/core";
import {
  type Argon2id,
  type Argon2idCost,
  type Identity,
  type PaperWordsKind,
  type PaperWordsSlip,
  type WordSlip,
  identityFromBytes,
  paperWordSlips,
  readPaperWords,
  sha256HexOf,
  sha256Of,
  textToBytes,
  writePaperWords,
} from "@unmask/seal";

/**
 * The receipt: seven words, and nothing else is needed to read what a force answers (docs/formats/submission.md). They carry 80 random bits
 * and 10 that check them, so that a slip of the pen is told on her own device, before anything is asked of anybody.
 */

/** Seven words of the list with single spaces, in a box that does not print. They never leave the device. */
export type ReceiptWords = Redacted<string>;

/** What the words open. */
export interface Mailbox {
  /** 32 bytes that find the mailbox; the server keeps their hash alone. */
  readonly lookup: Uint8Array;
  /** What its envelopes are sealed to. */
  readonly identity: Identity;
}

const receipt: PaperWordsKind = {
  words: 7,
  bytes: 10,
  checkBits: 10,
  checkLabel: "unmask receipt check",
  saysCount: (count) => `A receipt has 7 words; here are ${count}. Write all of them, in their order.`,
  saysCheck: "Each word is one of the list, but together they are no receipt. Look at their order, and at words that look alike.",
};

/** Each guess at the words costs so much memory and time: 2^80 of them are out of reach whatever one costs (RFC 9106 section 4). */
const receiptCost: Argon2idCost = { memory: 64 * 1024, passes: 3, lanes: 1, size: 64 };

/** A new receipt from 10 random bytes. */
export function makeReceipt(random: (size: number) => Uint8Array): ReceiptWords {
  return writePaperWords(random(receipt.bytes), receipt);
}

/** Reads words as they were typed or copied: any case, numbers before them, blanks, commas, hyphens and line breaks between them. */
export function parseReceiptWords(typed: string): Result<ReceiptWords, PaperWordsSlip> {
  const read = readPaperWords(typed, receipt);
  return read.ok ? ok(read.value.words) : failed(read.error);
}

/** Every word that is not in the list, where seven were typed: each slip is told at once, so that nobody corrects them one look after the other. */
export function wordSlips(typed: string): readonly WordSlip[] {
  return paperWordSlips(typed, receipt);
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
