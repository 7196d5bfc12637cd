import { argon2id as argon2idInWasm } from "hash-wasm";

/** How dear one guess is, and how much comes out (RFC 9106 section 3.1). */
export interface Argon2idCost {
  /** Memory in KiB. */
  readonly memory: number;
  /** Passes over the memory. */
  readonly passes: number;
  readonly lanes: number;
  /** Bytes of the answer. */
  readonly size: number;
}

/** Argon2id, version 1.3, as an app may hand it in: a browser in a worker, a machine with a native one. */
export type Argon2id = (password: Uint8Array, salt: Uint8Array, cost: Argon2idCost) => Promise<Uint8Array>;

/**
 * Argon2id, version 1.3 (RFC 9106), in WebAssembly: about 0.3 s for 64 MiB and three passes, and its thread stands still meanwhile. The salt
 * has 8 bytes or more, the password at least one; anything else throws, because whoever calls chooses both.
 */
export const argon2id: Argon2id = async (password, salt, { memory, passes, lanes, size }) =>
  await argon2idInWasm({
    password,
    salt,
    memorySize: memory,
    iterations: passes,
    parallelism: lanes,
    hashLength: size,
    outputType: "binary",
  });
