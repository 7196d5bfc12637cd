import { hkdf } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { reveal } from "@unmask/core";
import { concatBytes, textToBytes } from "./bytes.ts";
import type { SignerKey } from "./signer.ts";

/**
 * Leaves that give nothing away. The hash of a short message can be guessed by hashing all short messages; a salted one cannot, as long as
 * its salt is kept. A pack holds entry and salt for what it discloses and the bare commitment for the rest (docs/formats/log.md).
 */

/** SHA-256(salt ‖ entry), with a salt of 32 bytes. This is the leaf's data; RFC 6962's leaf hash goes over it (`leafHash`). */
export function commitment(salt: Uint8Array, entry: Uint8Array): Uint8Array {
  if (salt.length !== saltSize) throw new Error("a salt has 32 bytes");
  return sha256(concatBytes(salt, entry));
}

/**
 * The salts of one log: a function from an entry's index to its salt, so that they need not be stored. `logValue` is random and belongs to
 * this log alone (16 bytes or more, public): with it, the same entry in two logs cannot be recognised.
 *
 * Salt = HMAC-SHA-256(k, index as 8 bytes big-endian), k = HKDF-SHA-256(seed of the signer, logValue, "unmask log salts", 32).
 */
export function saltsOf(signer: SignerKey, logValue: Uint8Array): (index: number) => Uint8Array {
  if (logValue.length < leastLogValue) throw new Error("a log's value has 16 bytes or more");
  const key = hkdf(sha256, reveal(signer.seed), logValue, textToBytes("unmask log salts"), 32);
  // The keyed state is made once and copied: half the work of an HMAC is its key.
  const keyed = hmac.create(sha256, key);
  return (index) => {
    if (!Number.isSafeInteger(index) || index < 0) throw new Error("an index is a whole number");
    const counter = new Uint8Array(8);
    new DataView(counter.buffer).setBigUint64(0, BigInt(index));
    return keyed.clone().update(counter).digest();
  };
}

const saltSize = 32;
const leastLogValue = 16;
