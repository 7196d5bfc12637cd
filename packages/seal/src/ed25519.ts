import { ed25519 } from "@noble/curves/ed25519.js";
import { sha512 } from "@noble/hashes/sha2.js";
import { concatBytes, sameBytes } from "./bytes.ts";

/**
 * Ed25519 (RFC 8032) with one policy for every seal, the one of libsodium and so of minisign: S below the group order, key and R in their
 * canonical encoding and of large order, and the equation checked without the cofactor. Libraries differ on exactly these edges; a
 * signature that one verifier accepts and another refuses would be worth nothing in court.
 */

/** The 32-byte public key of a 32-byte secret seed. */
export function publicKeyOf(seed: Uint8Array): Uint8Array {
  return ed25519.getPublicKey(seed);
}

/** The 64-byte signature over a message (RFC 8032 section 5.1.6; the same key and message always give the same signature). */
export function signMessage(message: Uint8Array, seed: Uint8Array): Uint8Array {
  return ed25519.sign(message, seed);
}

/** Whether 32 bytes are a public key by the policy above. */
export function isPublicKey(bytes: Uint8Array): boolean {
  return readPoint(bytes) !== undefined;
}

/** Whether a signature is good by the policy above. Never throws: wrong lengths are just not good. */
export function isGoodSignature(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  const encodedR = signature.subarray(0, 32);
  const s = littleEndian(signature.subarray(32));
  const key = readPoint(publicKey);
  if (key === undefined || readPoint(encodedR) === undefined || s >= order) return false;
  const challenge = littleEndian(sha512(concatBytes(encodedR, publicKey, message))) % order;
  const expectedR = Point.BASE.multiplyUnsafe(s).subtract(key.multiplyUnsafe(challenge));
  return sameBytes(expectedR.toBytes(), encodedR);
}

const Point = ed25519.Point;
const order: bigint = Point.Fn.ORDER;

/** A point in canonical encoding and not of small order, else undefined. */
function readPoint(bytes: Uint8Array): InstanceType<typeof Point> | undefined {
  if (bytes.length !== 32) return undefined;
  try {
    const point = Point.fromBytes(bytes, false);
    return point.isSmallOrder() ? undefined : point;
  } catch {
    return undefined;
  }
}

function littleEndian(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes.toReversed()) value = (value << 8n) | BigInt(byte);
  return value;
}
