import { chacha20 } from "@noble/ciphers/chacha.js";
import { x25519 } from "@noble/curves/ed25519.js";
import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToRawBase64, concatBytes, textToBytes } from "./bytes.ts";
import { payloadShape } from "./payload.ts";

/**
 * Envelopes in which nothing is (docs/formats/mailbox.md): what a mailbox that nobody has answers, so that it looks like one that somebody
 * has. Whoever does not hold the key of an envelope sees the same in both: a share on the curve, and bytes without a pattern.
 */

/** Bytes of everything before the payload, sealed to one X25519 recipient: three lines of header, its code and 16 bytes of nonce. */
const headSize = 184;

/** Bytes of a tag: one a chunk. */
const tagSize = payloadShape.sealed - payloadShape.plain;

/** Bytes of a file sealed to one X25519 recipient, by those of its plaintext (docs/formats/envelope.md). */
export function sealedSize(plaintextSize: number): number {
  return headSize + plaintextSize + tagSize * Math.max(1, Math.ceil(plaintextSize / payloadShape.plain));
}

/**
 * An envelope of `size` bytes that looks as if it were sealed to one X25519 recipient, and that no key opens. The same seed and size give
 * the same bytes; whoever knows the 32 bytes of the seed can tell it from a real one, nobody else. Throws when no sealed file has that size.
 */
export function decoyEnvelope(seed: Uint8Array, size: number): Uint8Array {
  if (seed.length !== 32) throw new Error("a decoy is made of 32 bytes");
  if (!isSealedSize(size)) throw new Error("no sealed file has this size");
  // A share is what a real sender makes, a point of the curve from a secret: 32 random bytes are one every second time only.
  const share = x25519.getPublicKey(derived(seed, "share", 32));
  const body = derived(seed, "body", 32);
  const code = derived(seed, "code", 32);
  const header = `age-encryption.org/v1\n-> X25519 ${bytesToRawBase64(share)}\n${bytesToRawBase64(body)}\n--- ${bytesToRawBase64(code)}\n`;
  const key = derived(seed, "payload", 32);
  const rest = chacha20(key, new Uint8Array(12), new Uint8Array(size - header.length));
  return concatBytes(textToBytes(header), rest);
}

function isSealedSize(size: number): boolean {
  const payload = size - headSize;
  const last = payload % payloadShape.sealed;
  // The last chunk is whole or holds a byte at least, and is empty only where it is the one chunk.
  return Number.isSafeInteger(size) && (payload === tagSize || (payload > 0 && (last === 0 || last > tagSize)));
}

function derived(seed: Uint8Array, what: string, size: number): Uint8Array {
  return hkdf(sha256, seed, new Uint8Array(0), textToBytes(`unmask decoy ${what}`), size);
}
