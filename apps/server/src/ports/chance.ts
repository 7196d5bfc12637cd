import { randomBytes } from "node:crypto";

/** Chance of this machine, for keys, salts and ids. */
export function readChance(size: number): Uint8Array {
  return new Uint8Array(randomBytes(size));
}
