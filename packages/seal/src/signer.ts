import { type Redacted, type Result, failed, ok, redact, reveal } from "@unmask/core";

import { base64ToBytes, bytesToBase64, bytesToHex, concatBytes, sameBytes } from "./bytes.ts";
import { isPublicKey, publicKeyOf, signMessage } from "./ed25519.ts";

/**
 * The signer: one Ed25519 key, from which everything that a person signs comes (docs/formats/signature.md). It signs files (minisign.ts)
 * and the checkpoints of her logs (checkpoint.ts), and its seed makes the salts of the log (commitment.ts), so that there is one public key
 * to tell by telephone and one secret to keep. The texts are those of minisign's own key files.
 */

/** The secret half, with what may be shown of it. */
export interface SignerKey extends PublicKey {
  /** The 32-byte seed of RFC 8032. */
  readonly seed: Redacted<Uint8Array>;
}

/** The public half. */
export interface PublicKey {
  /** 8 bytes, chosen at random: a name, not a proof. Two keys can carry one id. */
  readonly keyId: Uint8Array;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** Makes a signer from 40 random bytes: seed, then key id. */
export function createSignerKey(random: (size: number) => Uint8Array): SignerKey {
  return signerOf(random(32), random(8));
}

/** Signs bytes with the raw Ed25519 key. For the files beside this one; whoever signs a new kind of text shows that none can be taken for another (docs/formats/signature.md). */
export function signBytes(message: Uint8Array, key: SignerKey): Uint8Array {
  return signMessage(message, reveal(key.seed));
}

/** The key id as minisign prints it: 16 upper-case digits, last byte first. */
export function keyIdText(keyId: Uint8Array): string {
  return bytesToHex(keyId.toReversed()).toUpperCase();
}

/** The secret key file of minisign without a passphrase (`minisign -G -W`). Whoever reads it can sign in her name: mode 0600. */
export function formatSignerKey(key: SignerKey): Redacted<string> {
  const bytes = concatBytes(secretHead, key.keyId, reveal(key.seed), key.publicKey, new Uint8Array(checksumSize));
  return redact(`untrusted comment: ${secretComment}\n${bytesToBase64(bytes)}\n`);
}

/** Reads what `formatSignerKey` and `minisign -G -W` write. */
export function parseSignerKey(text: string): Result<SignerKey, string> {
  const bytes = parseKeyFile(text);
  if (bytes === undefined || bytes.length !== 158) return failed("This is not a minisign secret key file.");
  if (!sameBytes(bytes.subarray(0, secretHead.length), secretHead)) {
    return failed("This secret key is locked with a passphrase. Make one without: minisign -G -W.");
  }
  const key = signerOf(bytes.slice(62, 94), bytes.slice(54, 62));
  if (!sameBytes(key.publicKey, bytes.subarray(94, 126)))
    return failed("This secret key file is damaged: its two halves do not belong together.");
  return ok(key);
}

/** The public key file, in minisign's words. */
export function formatPublicKey(key: PublicKey): string {
  return `untrusted comment: minisign public key ${keyIdText(key.keyId)}\n${publicKeyText(key)}\n`;
}

/** The 56 characters to tell by another way: what `minisign -P` takes. */
export function publicKeyText(key: PublicKey): string {
  return bytesToBase64(concatBytes(algorithm, key.keyId, key.publicKey));
}

/** Reads a public key file, or the bare 56 characters. Keys of small order or in a second spelling are refused (ed25519.ts). */
export function parsePublicKey(text: string): Result<PublicKey, string> {
  const bytes = /^[A-Za-z0-9+/]{56}$/.test(text) ? base64ToBytes(text) : parseKeyFile(text);
  if (bytes === undefined || bytes.length !== 42 || !sameBytes(bytes.subarray(0, 2), algorithm)) {
    return failed("This is not a minisign public key: one line of 56 letters, or the .pub file.");
  }
  const key = { keyId: bytes.slice(2, 10), publicKey: bytes.slice(10) };
  return isPublicKey(key.publicKey) ? ok(key) : failed("This public key is not a sound Ed25519 key. Ask its owner for it again.");
}

/** `Ed`: Ed25519. */
const algorithm: Uint8Array = Uint8Array.of(0x45, 0x64);

/** `Ed`, no passphrase, checksum kind `B2`, then salt and limits of the passphrase, all zero: minisign's layout without a passphrase. */
const secretHead: Uint8Array = concatBytes(algorithm, Uint8Array.of(0, 0, 0x42, 0x32), new Uint8Array(32 + 8 + 8));

/** Zero without a passphrase, as the tool writes it. */
const checksumSize = 32;

/** What the stock tool writes there, although nothing is encrypted; other words would help nobody who compares. */
const secretComment = "minisign encrypted secret key";

/** The signer of a seed of 32 bytes under a key id of 8. Throws at other sizes. */
export function signerOf(seed: Uint8Array, keyId: Uint8Array): SignerKey {
  if (seed.length !== 32 || keyId.length !== 8) throw new Error("a signer is made of 32 and 8 bytes");
  return { keyId: Uint8Array.from(keyId), publicKey: publicKeyOf(seed), seed: redact(Uint8Array.from(seed)) };
}

/** The bytes of a two-line key file: any one-line comment, canonical base64. */
function parseKeyFile(text: string): Uint8Array | undefined {
  const match = /^untrusted comment: [^\n\r]*\r?\n([A-Za-z0-9+/]+={0,2})\r?\n?$/.exec(text);
  return match?.[1] === undefined ? undefined : base64ToBytes(match[1]);
}
