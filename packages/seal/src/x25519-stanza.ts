import { x25519 } from "@noble/curves/ed25519.js";
import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bech32 } from "@scure/base";
import { bytesToRawBase64, concatBytes, textToBytes } from "./bytes.ts";
import type { MakeStanza } from "./envelope.ts";
import { plainAead } from "./payload.ts";

/**
 * The stanza of a recipient (C2SP age.md, "The X25519 recipient type"), for a file that has its file key already: the library wraps a new one alone.
 */

/** A key that is used once needs no nonce of its own. */
const noNonce = new Uint8Array(12);

/** Makes it for a recipient (`age1…`), with 32 random bytes that are used for nothing else. Throws where the text is none. */
export function x25519Stanza(recipient: string, ephemeral: Uint8Array): MakeStanza {
  const theirs = bech32.decodeToBytes(recipient).bytes;
  if (theirs.length !== 32 || ephemeral.length !== 32) throw new Error("a recipient has 32 bytes, and so has what is drawn for it");
  const share = x25519.getPublicKey(ephemeral);
  const key = hkdf(
    sha256,
    x25519.getSharedSecret(ephemeral, theirs),
    concatBytes(share, theirs),
    textToBytes("age-encryption.org/v1/X25519"),
    32,
  );
  return async (fileKey) => ({ args: ["X25519", bytesToRawBase64(share)], body: plainAead.seal(key, noNonce, fileKey) });
}
