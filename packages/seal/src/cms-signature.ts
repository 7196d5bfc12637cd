import { sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import { ContentInfo, SignedData, TimeStampResp, getCrypto } from "pkijs";
import { type DerValue, derTag, insideOf, oidOf, parseDer } from "./der.ts";

/**
 * The signatures of certificates and time-stamp authorities: RSA (PKCS #1 v1.5) and ECDSA on the NIST curves, over SHA-2. pkijs verifies
 * them through WebCrypto; this file says which of them may be asked about at all.
 *
 * [Note: what pkijs lets pass] pkijs reads BER, knows SHA-1, PSS and short keys, takes an ECDSA signature with bytes after it, writes an S
 * with a byte too many over the last byte of R, and picks a token's signer by name alone. So whatever reaches it here has been read as strict DER, is in the closed list, and is about one named
 * certificate.
 *
 * [Note: where WebCrypto comes from] pkijs takes `globalThis.crypto` of the place it runs in (Node 20, browsers) when it is loaded.
 * Verifying draws no chance and reads no clock, so the room stays pure and need not name that global.
 */

/** A hash of the SHA-2 family, by its object identifier; undefined for any other. */
export function sha2ByOid(id: string): ((bytes: Uint8Array) => Uint8Array) | undefined {
  return sha2.get(id);
}

/** Object identifiers of SHA-2. */
export const sha2Oid = {
  sha256: "2.16.840.1.101.3.4.2.1",
  sha384: "2.16.840.1.101.3.4.2.2",
  sha512: "2.16.840.1.101.3.4.2.3",
} as const;

/** Bare RSA: the hash is named beside it (SignerInfo). The spelling of canonical tokens. */
export const rsaOid = "1.2.840.113549.1.1.1";

/** A signature and what it claims to be. */
export interface SignatureClaim {
  readonly signature: Uint8Array;
  /** SubjectPublicKeyInfo of whoever signed, DER. */
  readonly publicKey: Uint8Array;
  /** AlgorithmIdentifier, DER. */
  readonly algorithm: Uint8Array;
  /** The hash's object identifier, where the algorithm is bare RSA. */
  readonly hash?: string;
}

/** Whether a signature is of the closed list, in its one spelling: RSA of 2,048 to 8,192 bits or ECDSA on a NIST curve, over SHA-2. Says nothing of its truth. */
export function isInClosedList({ signature, publicKey, algorithm, hash }: SignatureClaim): boolean {
  const [id, parameters, ...more] = insideOf(parseDer(algorithm), derTag.sequence);
  const named = algorithms.get(oidOf(id));
  const key = readPublicKey(publicKey);
  if (named === undefined || key?.kind !== named.kind || !sha2.has(named.hash ?? hash ?? "") || more.length > 0) return false;
  // RSA carries a NULL, ECDSA nothing (RFC 5754 section 3): a second spelling would let bytes change.
  if (key.kind === "rsa") return parameters?.tag === derTag.null && signature.length === key.size;
  return parameters === undefined && isPairOfNumbers(signature, key.size);
}

/**
 * Whether the signer's signature over the attributes of a token is good, and the digest in them that of the statement. Takes a whole reply,
 * DER, whose only certificate is the signer's. Throws where there is no WebCrypto.
 *
 * [Note: only the hash] pkijs wants the stamped data itself before it looks at a signature over a TSTInfo; only its hash is at hand, and
 * `verifyTimestamp` compares that. So pkijs is told that the statement is plain data, and verifies it as it does any signed content.
 */
export async function isTokenSigned(reply: Uint8Array): Promise<boolean> {
  const engine = getCrypto(true);
  try {
    const { timeStampToken } = TimeStampResp.fromBER(exactBuffer(reply));
    const token = new SignedData({ schema: timeStampToken?.content });
    token.encapContentInfo.eContentType = ContentInfo.DATA;
    return await token.verify({ signer: 0, checkChain: false }, engine);
  } catch {
    // Where a digest, a key or a signature does not fit, pkijs throws.
    return false;
  }
}

/** The bytes alone in a buffer of their own: pkijs looks at the whole buffer under a view. */
export function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}

/** Sizes of RSA modulus that are read, in bytes: below, it can be factored; above, a hostile certificate would keep the machine busy. */
const rsaModulus = { least: 256, most: 1024 } as const;

/** Longest public exponent that is read: 65537 has three bytes; a long one would keep the machine busy. */
const maxExponentSize = 8;

const sha2: ReadonlyMap<string, (bytes: Uint8Array) => Uint8Array> = new Map<string, (bytes: Uint8Array) => Uint8Array>([
  [sha2Oid.sha256, sha256],
  [sha2Oid.sha384, sha384],
  [sha2Oid.sha512, sha512],
]);

const algorithms: ReadonlyMap<string, { readonly kind: "rsa" | "ecdsa"; readonly hash?: string }> = new Map([
  [rsaOid, { kind: "rsa" as const }],
  ["1.2.840.113549.1.1.11", { kind: "rsa" as const, hash: sha2Oid.sha256 }],
  ["1.2.840.113549.1.1.12", { kind: "rsa" as const, hash: sha2Oid.sha384 }],
  ["1.2.840.113549.1.1.13", { kind: "rsa" as const, hash: sha2Oid.sha512 }],
  ["1.2.840.10045.4.3.2", { kind: "ecdsa" as const, hash: sha2Oid.sha256 }],
  ["1.2.840.10045.4.3.3", { kind: "ecdsa" as const, hash: sha2Oid.sha384 }],
  ["1.2.840.10045.4.3.4", { kind: "ecdsa" as const, hash: sha2Oid.sha512 }],
]);

const ecOid = "1.2.840.10045.2.1";

/** P-256, P-384, P-521, with the size of their numbers in bytes. A longer one would be written over its neighbour: a changed byte unnoticed. */
const curves: ReadonlyMap<string, number> = new Map([
  ["1.2.840.10045.3.1.7", 32],
  ["1.3.132.0.34", 48],
  ["1.3.132.0.35", 66],
]);

/** A key of the closed list, with the size in bytes of its modulus (RSA) or its curve's numbers (ECDSA); undefined for every other key. */
function readPublicKey(der: Uint8Array): { readonly kind: "rsa" | "ecdsa"; readonly size: number } | undefined {
  const [algorithm, bits] = insideOf(parseDer(der), derTag.sequence);
  const [id, parameters] = insideOf(algorithm, derTag.sequence);
  if (bits?.tag !== derTag.bitString || bits.content[0] !== 0) return undefined;
  if (oidOf(id) === ecOid) {
    const size = curves.get(oidOf(parameters));
    return size === undefined ? undefined : { kind: "ecdsa", size };
  }
  if (oidOf(id) !== rsaOid) return undefined;
  const numbers = insideOf(parseDer(bits.content.subarray(1)), derTag.sequence);
  const [size = 0, exponentSize = 0] = numbers.map(magnitudeSize);
  const fits = size >= rsaModulus.least && size <= rsaModulus.most && exponentSize > 0 && exponentSize <= maxExponentSize;
  return fits && numbers.length === 2 ? { kind: "rsa", size } : undefined;
}

/** How many bytes a positive INTEGER takes without its sign; nought when it is none. */
function magnitudeSize({ tag, content }: DerValue): number {
  const first = content[0] ?? 0x80;
  if (tag !== derTag.integer || first >= 0x80) return 0;
  return first === 0 ? content.length - 1 : content.length;
}

/** R and S of ECDSA, both positive and no longer than the curve's numbers, in DER to the last byte. */
function isPairOfNumbers(signature: Uint8Array, most: number): boolean {
  const sizes = insideOf(parseDer(signature), derTag.sequence).map(magnitudeSize);
  return sizes.length === 2 && sizes.every((size) => size > 0 && size <= most);
}
