import { chacha20poly1305 } from "@noble/ciphers/chacha.js";

/**
 * The payload of an age file: STREAM over ChaCha20-Poly1305 in chunks of 64 KiB (C2SP age.md, "Payload"). The loop is ours, so that an app
 * can hand in the cipher of its platform; one chunk is held at a time, whatever the size of the file.
 */

/** ChaCha20-Poly1305 (RFC 8439) as an app may hand it in. Key 32 bytes, nonce 12, no associated data. */
export interface Aead {
  /** Ciphertext followed by its tag of 16 bytes, in a new array. */
  seal(key: Uint8Array, nonce: Uint8Array, plaintext: Uint8Array): Uint8Array;
  /** The plaintext in a new array, or undefined when the tag does not fit. Never any byte of a chunk whose tag does not fit. */
  open(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Uint8Array | undefined;
}

/** ChaCha20-Poly1305 in plain JavaScript: runs everywhere, about 100 MB/s. */
export const plainAead: Aead = {
  seal: (key, nonce, plaintext) => chacha20poly1305(key, nonce).encrypt(plaintext),
  open: (key, nonce, sealed) => {
    try {
      return chacha20poly1305(key, nonce).decrypt(sealed);
    } catch {
      return undefined;
    }
  },
};

const chunkSize = 64 * 1024;
const tagSize = 16;

/** How long a payload's plaintext is, and where its pieces lie: chunks of one size, the last one shorter. */
export const payloadShape: { readonly plain: number; readonly sealed: number } = { plain: chunkSize, sealed: chunkSize + tagSize };

/** What a payload that does not open looks like from outside. */
export type PayloadFault = "altered" | "cut-short";

/** Seals a payload, chunk by chunk. */
export async function* sealPayload(plaintext: AsyncIterable<Uint8Array>, key: Uint8Array, aead: Aead): AsyncGenerator<Uint8Array, void> {
  let index = 0;
  for await (const { bytes, last } of cutIntoChunks(plaintext, chunkSize)) yield aead.seal(key, chunkNonce(index++, last), bytes);
}

/**
 * Opens a payload, chunk by chunk. A chunk comes out only after its tag fitted; the fault, if any, is returned after the last good chunk,
 * and undefined is returned only when the chunk that says "last" stood at the very end.
 */
export async function* openPayload(
  sealed: AsyncIterable<Uint8Array>,
  key: Uint8Array,
  aead: Aead,
): AsyncGenerator<Uint8Array, PayloadFault | undefined> {
  let index = 0;
  for await (const { bytes, last } of cutIntoChunks(sealed, chunkSize + tagSize)) {
    if (bytes.length < tagSize) return "cut-short";
    const plaintext = aead.open(key, chunkNonce(index, last), bytes);
    if (plaintext === undefined) {
      // Genuine, but in the wrong place: a last chunk with more behind it, or the file ends without its last chunk. It may come out.
      const misplaced = aead.open(key, chunkNonce(index, !last), bytes);
      if (misplaced === undefined || misplaced.length === 0 || (last && misplaced.length < chunkSize)) return "altered";
      yield misplaced;
      return last ? "cut-short" : "altered";
    }
    // Only an empty file ends in an empty chunk (C2SP age.md): otherwise one plaintext would have two spellings.
    if (plaintext.length === 0 && index > 0) return "altered";
    yield plaintext;
    index++;
  }
  return undefined;
}

/** Opens one chunk of a payload by its place; undefined when it is not the chunk that was sealed there. */
export function openChunk(
  sealed: Uint8Array,
  { index, last }: { readonly index: number; readonly last: boolean },
  { key, aead }: { readonly key: Uint8Array; readonly aead: Aead },
): Uint8Array | undefined {
  return sealed.length < tagSize ? undefined : aead.open(key, chunkNonce(index, last), sealed);
}

/** Eleven bytes of counter, big-endian, then 1 for the last chunk. */
function chunkNonce(index: number, last: boolean): Uint8Array {
  const nonce = new Uint8Array(12);
  const view = new DataView(nonce.buffer);
  view.setUint32(3, Math.floor(index / 2 ** 32));
  view.setUint32(7, index % 2 ** 32);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/**
 * Cuts a stream into chunks of `size` bytes, the last one shorter and only then possibly empty. A chunk is good until the next one is
 * asked for. Bytes that wait for the next piece are copied, since a source may use its buffer again.
 */
async function* cutIntoChunks(stream: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<{ bytes: Uint8Array; last: boolean }, void> {
  const waiting = new Uint8Array(size);
  let filled = 0;
  for await (const piece of stream) {
    let rest = piece;
    while (rest.length > 0) {
      if (filled === size) {
        yield { bytes: waiting, last: false };
        filled = 0;
      }
      if (filled === 0 && rest.length > size) {
        yield { bytes: rest.subarray(0, size), last: false };
        rest = rest.subarray(size);
        continue;
      }
      const taken = Math.min(size - filled, rest.length);
      waiting.set(rest.subarray(0, taken), filled);
      filled += taken;
      rest = rest.subarray(taken);
    }
  }
  yield { bytes: waiting.subarray(0, filled), last: true };
}
