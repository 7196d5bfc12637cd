import { createCipheriv, createDecipheriv, createHash } from "node:crypto";
import { type CreateHasher, parseSha256 } from "@unmask/core";
import type { CreateHash } from "@unmask/pack";
import type { Aead } from "@unmask/seal";

/** SHA-256 by Node, about eight times as fast as in JavaScript. */
export const createSha256: CreateHasher = () => {
  const hash = createHash("sha256");
  return {
    update(bytes) {
      hash.update(bytes);
    },
    digest() {
      const sha256 = parseSha256(hash.digest("hex"));
      if (!sha256) throw new Error("a SHA-256 has 32 bytes");
      return sha256;
    },
  };
};

/** Every hash that a BagIt manifest can be written with. */
export const createHashByName: CreateHash = (name) => {
  const hash = createHash(name);
  return {
    update(bytes) {
      hash.update(bytes);
    },
    digest: () => hash.digest("hex"),
  };
};

const tagSize = 16;

/** ChaCha20-Poly1305 by Node's OpenSSL. */
export const nativeAead: Aead = {
  seal(key, nonce, plaintext) {
    const cipher = createCipheriv("chacha20-poly1305", key, nonce, { authTagLength: tagSize });
    const sealed = new Uint8Array(plaintext.length + tagSize);
    sealed.set(cipher.update(plaintext));
    cipher.final();
    sealed.set(cipher.getAuthTag(), plaintext.length);
    return sealed;
  },
  open(key, nonce, sealed) {
    const decipher = createDecipheriv("chacha20-poly1305", key, nonce, { authTagLength: tagSize });
    decipher.setAuthTag(sealed.subarray(sealed.length - tagSize));
    const plaintext = decipher.update(sealed.subarray(0, sealed.length - tagSize));
    try {
      decipher.final();
    } catch {
      return undefined;
    }
    return new Uint8Array(plaintext.buffer, plaintext.byteOffset, plaintext.byteLength);
  },
};
