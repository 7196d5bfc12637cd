import { p256, p384, p521 } from "@noble/curves/nist.js";
import { sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import { concatBytes } from "./bytes.ts";
import { type DerValue, derTag, insideOf, oidOf, parseDer, writeDer, writeDerOid } from "./der.ts";

/**
 * The signatures of certificates and time-stamp authorities: RSA (PKCS #1 v1.5, RFC 8017 section 8.2.2) and ECDSA on the NIST curves, over
 * SHA-2. A closed list: SHA-1, RSA below 2048 bits and everything else is refused. Verifying only; there is no secret here to leak.
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
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  /** AlgorithmIdentifier, DER. */
  readonly algorithm: Uint8Array;
  /** The hash's object identifier, where the algorithm is bare RSA. */
  readonly hash?: string;
}

/** Whether the signature over the bytes is good. False for whatever is not in the closed list. */
export function isGoodCmsSignature(signed: Uint8Array, claim: SignatureClaim): boolean {
  const [id, parameters, ...more] = insideOf(parseDer(claim.algorithm), derTag.sequence);
  const algorithm = algorithms.get(oidOf(id));
  const hash = algorithm?.hash ?? claim.hash;
  const key = readPublicKey(claim.publicKey);
  if (algorithm === undefined || hash === undefined || key === undefined || key.kind !== algorithm.kind || more.length > 0) return false;
  const digest = sha2.get(hash)?.(signed);
  if (digest === undefined) return false;
  // RSA carries a NULL, ECDSA nothing (RFC 5754 section 3): a second spelling would let bytes change.
  if (key.kind === "rsa") return parameters?.tag === derTag.null && isGoodRsa(claim.signature, { key, digest, hash });
  return parameters === undefined && isGoodEcdsa(claim.signature, { key, digest });
}

interface RsaKey {
  readonly kind: "rsa";
  readonly modulus: Uint8Array;
  readonly exponent: Uint8Array;
}

interface CurveKey {
  readonly kind: "ecdsa";
  readonly curve: typeof p256;
  readonly point: Uint8Array;
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

const curves: ReadonlyMap<string, typeof p256> = new Map([
  ["1.2.840.10045.3.1.7", p256],
  ["1.3.132.0.34", p384],
  ["1.3.132.0.35", p521],
]);

function readPublicKey(der: Uint8Array): RsaKey | CurveKey | undefined {
  const [algorithm, bits] = insideOf(parseDer(der), derTag.sequence);
  const [id, parameters] = insideOf(algorithm, derTag.sequence);
  if (bits?.tag !== derTag.bitString || bits.content[0] !== 0) return undefined;
  const key = bits.content.subarray(1);
  if (oidOf(id) === rsaOid) return readRsaKey(insideOf(parseDer(key), derTag.sequence));
  const curve = oidOf(id) === "1.2.840.10045.2.1" ? curves.get(oidOf(parameters)) : undefined;
  return curve === undefined ? undefined : { kind: "ecdsa", curve, point: key };
}

function readRsaKey([modulus, exponent, ...more]: readonly DerValue[]): RsaKey | undefined {
  if (modulus === undefined || exponent === undefined || more.length > 0) return undefined;
  const n = withoutSign(modulus.content);
  const e = withoutSign(exponent.content);
  if (n.length < rsaModulus.least || n.length > rsaModulus.most || e.length > maxExponentSize) return undefined;
  return { kind: "rsa", modulus: n, exponent: e };
}

/**
 * [Note: compare, never parse] The padded hash that the signer must have signed is built and compared as a whole. Looking into a decrypted
 * block for a hash is how signatures were forged against many verifiers (Bleichenbacher 2006).
 */
function isGoodRsa(signature: Uint8Array, { key, digest, hash }: { key: RsaKey; digest: Uint8Array; hash: string }): boolean {
  const n = bigEndian(key.modulus);
  const s = bigEndian(signature);
  if (signature.length !== key.modulus.length || s >= n) return false;
  const info = writeDer(
    derTag.sequence,
    writeDer(derTag.sequence, writeDerOid(hash), writeDer(derTag.null)),
    writeDer(derTag.octetString, digest),
  );
  const padding = new Uint8Array(key.modulus.length - info.length - 3).fill(0xff);
  const expected = concatBytes(Uint8Array.of(0, 1), padding, Uint8Array.of(0), info);
  return raise(s, bigEndian(key.exponent), n) === bigEndian(expected);
}

function isGoodEcdsa(signature: Uint8Array, { key, digest }: { key: CurveKey; digest: Uint8Array }): boolean {
  const numbers = insideOf(parseDer(signature), derTag.sequence);
  if (numbers.length !== 2 || !numbers.every(({ tag, content }) => tag === derTag.integer && (content[0] ?? 0x80) < 0x80)) return false;
  try {
    return key.curve.verify(signature, digest, key.point, { prehash: false, lowS: false, format: "der" });
  } catch {
    return false;
  }
}

function raise(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

function bigEndian(bytes: Uint8Array): bigint {
  let value = 0n;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  for (; at + 8 <= bytes.length; at += 8) value = (value << 64n) | view.getBigUint64(at);
  for (; at < bytes.length; at++) value = (value << 8n) | BigInt(bytes[at] ?? 0);
  return value;
}

/** The magnitude of a positive INTEGER; empty when it is negative or nought. */
function withoutSign(content: Uint8Array): Uint8Array {
  const first = content[0] ?? 0;
  if (first >= 0x80) return new Uint8Array(0);
  return first === 0 ? content.subarray(1) : content;
}
