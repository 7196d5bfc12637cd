import { type Redacted, type Result, failed, ok, redact, reveal } from "@unmask/core";
import { base64ToBytes, bytesToBase64, bytesToText, concatBytes, textToBytes } from "./bytes.ts";
import { type Identity, parseIdentity, recipientOf } from "./envelope.ts";
import { sha256Of } from "./hashes.ts";
import { type SignerKey, signerOf } from "./signer.ts";

/**
 * The keys of a vault, as the text that its key file holds (docs/formats/vault.md, "Keys"). It is an identity file of stock `age`, whose comments say
 * the rest: what it opens, `age -d -i key.txt FILE` opens too.
 */

/** What opens and signs all of a vault. */
export interface VaultKeys {
  /** Everything is sealed to its recipient. */
  readonly identity: Identity;
  /** Signs the log, and every report that is made of the vault. */
  readonly signer: SignerKey;
}

/** Crockford's base 32: no letter that is taken for a figure. */
const bookLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * The book of a vault: four letters that tie paper, copy and vault together and open nothing. The first 20 bits of SHA-256 of the recipient's text,
 * in Crockford's base 32.
 */
export function bookOf(recipient: string): string {
  const [one = 0, two = 0, three = 0] = sha256Of(textToBytes(recipient));
  const bits = (one << 12) | (two << 4) | (three >> 4);
  return [15, 10, 5, 0].map((shift) => bookLetters.charAt((bits >> shift) & 31)).join("");
}

/** A book as it stands on paper: `K7 3F`. */
export function bookOnPaper(book: string): string {
  return `${book.slice(0, 2)} ${book.slice(2)}`;
}

/** Writes the keys: three lines, each ended by LF. Whoever reads them opens everything. */
export async function formatVaultKeys({ identity, signer }: VaultKeys): Promise<Redacted<string>> {
  const book = bookOnPaper(bookOf(await recipientOf(identity)));
  const signed = bytesToBase64(concatBytes(signer.keyId, reveal(signer.seed)));
  return redact(`# book ${book}\n# signer ${signed}\n${reveal(identity)}\n`);
}

/** Reads the keys in the one spelling that `formatVaultKeys` writes: another line, order or end of line is refused, and a book that is not that of the key. */
export async function parseVaultKeys(bytes: Uint8Array): Promise<Result<VaultKeys, string>> {
  const match = /^# book (.{5})\n# signer ([A-Za-z0-9+/]{54}==)\n(AGE-SECRET-KEY-1[A-Z0-9]{58})\n$/.exec(bytesToText(bytes) ?? "");
  const [, book = "", signed = "", key = ""] = match ?? [];
  const identity = parseIdentity(key);
  const signerBytes = base64ToBytes(signed);
  if (match === null || identity === undefined || signerBytes === undefined) return failed(notKeys);
  if (bookOnPaper(bookOf(await recipientOf(identity))) !== book) return failed(notKeys);
  return ok({ identity, signer: signerOf(signerBytes.slice(8), signerBytes.slice(0, 8)) });
}

const notKeys = "This file does not hold the keys of your notes. Keep it as it is, and bring your notes back from a copy that you made.";
