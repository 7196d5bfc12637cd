/** Chance of this machine, as what names and limits are made of. */
import { randomBytes, randomInt } from "node:crypto";

/** Chance as lower-case hexadecimal: what goes outside the force tells nothing. */
export function randomHex(size: number): string {
  return randomBytes(size).toString("hex");
}

/** A whole number from 0 to one below `limit`, each as likely. */
export function randomBelow(limit: number): number {
  return randomInt(limit);
}
