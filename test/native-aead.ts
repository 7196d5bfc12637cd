import { createCipheriv, createDecipheriv } from "node:crypto";
import type { Aead } from "@unmask/seal";

/** Node's own ChaCha20-Poly1305 as the envelope's cipher, for tests and benchmarks. */
export const nativeAead: Aead = {
  seal: (key, nonce, plaintext) => {
    const cipher = createCipheriv("chacha20-poly1305", key, nonce, { authTagLength: 16 });
    return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
  },
  open: (key, nonce, sealed) => {
    const decipher = createDecipheriv("chacha20-poly1305", key, nonce, { authTagLength: 16 });
    decipher.setAuthTag(sealed.subarray(sealed.length - 16));
    const plaintext = decipher.update(sealed.subarray(0, sealed.length - 16));
    try {
      decipher.final();
      return plaintext;
    } catch {
      return undefined;
    }
  },
};
