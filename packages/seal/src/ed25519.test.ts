import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha512 } from "@noble/hashes/sha2.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesToHex, concatBytes, hexToBytes, textToBytes } from "./bytes.ts";
import { isGoodSignature, isPublicKey, publicKeyOf, signMessage } from "./ed25519.ts";

const seed = 20260104;

// RFC 8032 section 7.1: secret key, public key, message, signature.
const rfc8032 = [
  [
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    "",
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  ],
  [
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    "72",
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
  ],
  [
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    "af82",
    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  ],
  [
    "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
    "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
    bytesToHex(sha512(textToBytes("abc"))),
    "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704",
  ],
].map((row) => row.map((hex) => hexToBytes(hex) ?? new Uint8Array(0)));

test.each(rfc8032)("RFC 8032 section 7.1, case %#", (secret = none, publicKey = none, message = none, signature = none) => {
  expect(publicKeyOf(secret)).toEqual(publicKey);
  expect(signMessage(message, secret)).toEqual(signature);
  expect(isGoodSignature(signature, message, publicKey)).toBe(true);
  expect(isGoodSignature(signature, concatBytes(message, Uint8Array.of(0)), publicKey)).toBe(false);
});

const none = new Uint8Array(0);
const { Point } = ed25519;
const order = Point.Fn.ORDER;
const fieldPrime = 2n ** 255n - 19n;
const secretScalar = 123456789123456789123456789n;
const torsion = torsionPoints();

test("there are eight points of small order, and none of them is a key or may stand in a signature", () => {
  expect(new Set(torsion.map((point) => bytesToHex(point.toBytes()))).size).toBe(8);
  for (const point of torsion) {
    const encoded = point.toBytes();
    expect(isPublicKey(encoded)).toBe(false);
    // S = 0, R = A = a small point: other verifiers accept this for some messages, whoever "signed" them.
    for (let trial = 0; trial < 16; trial++) {
      expect(isGoodSignature(concatBytes(encoded, new Uint8Array(32)), Uint8Array.of(trial), encoded)).toBe(false);
      expect(isGoodSignature(concatBytes(encoded, new Uint8Array(32)), Uint8Array.of(trial), publicKeyOf(new Uint8Array(32)))).toBe(false);
    }
  }
});

test("a key or R written a second way is refused: y at or above the field prime, and a sign on x = 0", () => {
  for (let y = fieldPrime; y < 2n ** 255n; y++) {
    for (const sign of [0n, 1n]) expect(isPublicKey(toLittleEndian(y + (sign << 255n)))).toBe(false);
  }
  // x = 0, y = 1 and y = −1 with the sign bit set.
  expect(isPublicKey(toLittleEndian(1n + (1n << 255n)))).toBe(false);
  expect(isPublicKey(toLittleEndian(fieldPrime - 1n + (1n << 255n)))).toBe(false);
});

test("a signature whose S is raised by the group order is refused, although the equation holds", () => {
  const key = publicKeyOf(new Uint8Array(32).fill(5));
  const message = textToBytes("about the same thing");
  const signature = signMessage(message, new Uint8Array(32).fill(5));
  const raised = fromLittleEndian(signature.subarray(32)) + order;
  expect(isGoodSignature(concatBytes(signature.subarray(0, 32), toLittleEndian(raised)), message, key)).toBe(false);
});

describe("a signer who hides a small point in R or in the key", () => {
  test("R with a small part is refused: only verifiers that multiply by the cofactor accept it", () => {
    const message = textToBytes("signed by somebody who wants two answers");
    for (const small of torsion.slice(1)) {
      const signature = signOddly(message, { smallInR: small });
      expect(isGoodSignature(signature, message, Point.BASE.multiply(secretScalar).toBytes())).toBe(false);
      // The library's own check multiplies by the cofactor and accepts: the reason for a policy of our own.
      expect(ed25519.verify(signature, message, Point.BASE.multiply(secretScalar).toBytes())).toBe(true);
    }
  });

  test("a key with a small part gives one answer for each message, the one OpenSSL gives", () => {
    const key = Point.BASE.multiply(secretScalar).add(torsion[1] ?? Point.ZERO);
    const answers = Array.from({ length: 40 }, (_, trial) => {
      const message = textToBytes(`message ${trial}`);
      const signature = signOddly(message, { key });
      const ours = isGoodSignature(signature, message, key.toBytes());
      expect(ours).toBe(verify(null, message, nodePublicKey(key.toBytes()), signature));
      return ours;
    });
    expect(new Set(answers)).toEqual(new Set([true, false]));
  });
});

test("ours and OpenSSL's signatures are the same, and each accepts the other's", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.uint8Array({ maxLength: 200 }), (secret, message) => {
      const publicKey = publicKeyOf(secret);
      const signature = signMessage(message, secret);
      expect(bytesToHex(signature)).toBe(sign(null, message, nodePrivateKey(secret)).toString("hex"));
      expect(isGoodSignature(signature, message, publicKey)).toBe(true);
      expect(verify(null, message, nodePublicKey(publicKey), signature)).toBe(true);
    }),
    { seed, numRuns: 30 },
  );
});

test("no flipped bit of a signature, key or message passes", () => {
  const secret = new Uint8Array(32).fill(9);
  const message = textToBytes("short");
  const parts = [signMessage(message, secret), message, publicKeyOf(secret)];
  for (const [which, part] of parts.entries()) {
    for (let bit = 0; bit < part.length * 8; bit++) {
      const changed = parts.map((bytes) => Uint8Array.from(bytes));
      const target = changed[which] ?? none;
      target[bit >> 3] = (target[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(isGoodSignature(changed[0] ?? none, changed[1] ?? none, changed[2] ?? none)).toBe(false);
    }
  }
});

test("wrong lengths are not good, and nothing throws", () => {
  const key = publicKeyOf(new Uint8Array(32));
  for (const length of [0, 1, 63, 65]) expect(isGoodSignature(new Uint8Array(length), none, key)).toBe(false);
  for (const length of [0, 31, 33]) expect(isGoodSignature(new Uint8Array(64), none, new Uint8Array(length))).toBe(false);
});

/** Signs with the known scalar, but with a point of small order added to R, or under a key that has one. */
function signOddly(message: Uint8Array, { smallInR = Point.ZERO, key = Point.BASE.multiply(secretScalar) }): Uint8Array {
  const nonce = 987654321987654321n;
  const R = Point.BASE.multiply(nonce).add(smallInR).toBytes();
  const challenge = fromLittleEndian(sha512(concatBytes(R, key.toBytes(), message))) % order;
  return concatBytes(R, toLittleEndian((nonce + challenge * secretScalar) % order));
}

/** The multiples of a point of order 8: [order] P for a P that is not in the prime subgroup. */
function torsionPoints(): readonly (typeof Point.BASE)[] {
  for (let y = 2n; ; y++) {
    const point = pointAt(y);
    const small = point?.multiplyUnsafe(order - 1n).add(point);
    if (small === undefined || small.multiplyUnsafe(4n).is0()) continue;
    return Array.from({ length: 8 }, (_, times) =>
      Array.from({ length: times }, () => small).reduce((sum, each) => sum.add(each), Point.ZERO),
    );
  }
}

function pointAt(y: bigint): typeof Point.BASE | undefined {
  try {
    return Point.fromBytes(toLittleEndian(y));
  } catch {
    return undefined;
  }
}

function toLittleEndian(number: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, at) => Number((number >> BigInt(8 * at)) & 0xffn));
}

function fromLittleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

function nodePrivateKey(secret: Uint8Array) {
  const prefix = Buffer.from("302e020100300506032b657004220420", "hex");
  return createPrivateKey({ key: Buffer.concat([prefix, secret]), format: "der", type: "pkcs8" });
}

function nodePublicKey(publicKey: Uint8Array) {
  const prefix = Buffer.from("302a300506032b6570032100", "hex");
  return createPublicKey({ key: Buffer.concat([prefix, publicKey]), format: "der", type: "spki" });
}
