import { blake2b } from "@noble/hashes/blake2.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { type CreateHasher, type Hasher, type Sha256, parseSha256 } from "@unmask/core";

import { createSHA256 } from "hash-wasm";
import { bytesToHex } from "./bytes.ts";

/**
 * Hashes of whole byte strings and running hashes, in plain JavaScript (at once) and, of SHA-256, which reads every file, in WebAssembly (after one wait,
 * more than twice as fast). An app in Node hands in the native ones instead.
 */

/** A running hash whose result is bytes. `digest` ends it: call it once. */
export interface RunningHash {
  update(bytes: Uint8Array): void;
  digest(): Uint8Array;
}

/** Starts a running hash. */
export type CreateRunningHash = () => RunningHash;

/** SHA-256 of bytes, 32 bytes (FIPS 180-4). */
export function sha256Of(bytes: Uint8Array): Uint8Array {
  return sha256(bytes);
}

/** HMAC-SHA-256 of a message, 32 bytes (RFC 2104, FIPS 198-1). */
export function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array {
  return hmac(sha256, key, message);
}

/** SHA-512 of bytes, 64 bytes (FIPS 180-4). */
export function sha512Of(bytes: Uint8Array): Uint8Array {
  return sha512(bytes);
}

/** BLAKE2b-512 of bytes, 64 bytes, no key (RFC 7693): what minisign signs. */
export function blake2b512Of(bytes: Uint8Array): Uint8Array {
  return blake2b(bytes);
}

/** SHA-256 of bytes in core's spelling: 64 lower-case hexadecimal digits. */
export function sha256HexOf(bytes: Uint8Array): Sha256 {
  return brandSha256(sha256(bytes));
}

/** A running SHA-256 in plain JavaScript, ready at once. */
export const createSha256: CreateHasher = () => hexHasher(sha256.create());

/**
 * A running SHA-512 in plain JavaScript, ready at once. Only what goes into a pack is hashed so, and signatures bring it along: one in WebAssembly would be
 * somewhat faster, and more for her to fetch.
 */
export const createSha512: CreateRunningHash = () => {
  const hash = sha512.create();
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest() };
};

/** Loads a SHA-256 in WebAssembly; the answer starts hashes without waiting. Needs `'wasm-unsafe-eval'` where a page has a policy. */
export async function prepareSha256(): Promise<CreateHasher> {
  const create = shareMachine(await createSHA256());
  return () => hexHasher(create());
}

function hexHasher(hash: { update(bytes: Uint8Array): unknown; digest(): Uint8Array }): Hasher {
  return { update: (bytes) => void hash.update(bytes), digest: () => brandSha256(hash.digest()) };
}

function brandSha256(digest: Uint8Array): Sha256 {
  const hash = parseSha256(bytesToHex(digest));
  if (hash === undefined) throw new Error("a SHA-256 has 32 bytes");
  return hash;
}

/** What hash-wasm gives: one machine, whose state can be taken out and put back. */
interface HashMachine {
  init(): unknown;
  update(bytes: Uint8Array): unknown;
  digest(outputType: "binary"): Uint8Array;
  save(): Uint8Array;
  load(state: Uint8Array): unknown;
}

/**
 * [Note: one machine, many hashes] A WebAssembly instance takes a promise and a page of memory to make, but `CreateHasher` must answer at
 * once, and two hashes may run side by side (a file and a member inside it). So all hashes of one kind share one machine; when another
 * hash takes its turn, the state of the one before (about 100 bytes) is put aside.
 */
function shareMachine(machine: HashMachine): CreateRunningHash {
  interface Turn {
    state?: Uint8Array;
    ended: boolean;
  }
  let current: Turn | undefined;
  const takeTurn = (turn: Turn): void => {
    if (turn.ended) throw new Error("the hash has ended");
    if (current === turn) return;
    if (current !== undefined) current.state = machine.save();
    if (turn.state === undefined) machine.init();
    else machine.load(turn.state);
    current = turn;
  };
  return () => {
    const turn: Turn = { ended: false };
    return {
      update: (bytes) => {
        takeTurn(turn);
        machine.update(bytes);
      },
      digest: () => {
        takeTurn(turn);
        turn.ended = true;
        current = undefined;
        return machine.digest("binary");
      },
    };
  };
}
