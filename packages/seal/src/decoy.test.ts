import { describe, expect, test } from "vitest";
import { base64ToBytes, bytesToHex, bytesToText, textToBytes } from "./bytes.ts";
import { decoyEnvelope, sealedSize } from "./decoy.ts";
import { createIdentity, openWhole, recipientOf, sealWhole } from "./envelope.ts";
import { sha256Of } from "./hashes.ts";

const seedOf = (name: string): Uint8Array => sha256Of(textToBytes(name));

describe("an envelope in which nothing is", () => {
  test("has the shape of a real one in all that a stranger can see", async () => {
    const identity = await createIdentity();
    const recipient = await recipientOf(identity);
    for (const plain of [0, 1, 16_184, 65_536, 65_537, 262_144]) {
      const real = await sealWhole(new Uint8Array(plain), { recipients: [recipient] });
      expect(real.length).toBe(sealedSize(plain));
      const decoy = decoyEnvelope(seedOf(`decoy ${plain}`), real.length);
      expect(shapeOf(decoy)).toEqual(shapeOf(real));
      expect(shapeOf(real)).toEqual({ size: sealedSize(plain), head: 184, isCanonical: true, isOnCurve: true });
    }
  });

  test("always carries a share that lies on the curve, where chance alone would give one every second time", () => {
    for (let number = 0; number < 64; number++) {
      expect(shapeOf(decoyEnvelope(seedOf(`share ${number}`), 16_384)).isOnCurve).toBe(true);
    }
    const byChance = Array.from({ length: 64 }, (_, number) => isOnCurve(seedOf(`chance ${number}`)));
    expect(byChance).toContain(false);
  });

  test("is told as sealed to somebody else, as a real one is to a stranger", async () => {
    const stranger = await createIdentity();
    const real = await sealWhole(textToBytes("hello"), { recipients: [await recipientOf(await createIdentity())] });
    const opened = [real, decoyEnvelope(seedOf("opened"), real.length)].map((file) => openWhole(file, { identities: [stranger] }));
    for (const answer of await Promise.all(opened)) expect(answer).toMatchObject({ ok: false, error: { kind: "no-key-fits" } });
  });

  test("is the same whenever it is asked for, and another for another seed in every part", () => {
    const first = decoyEnvelope(seedOf("a"), 16_384);
    expect(decoyEnvelope(seedOf("a"), 16_384)).toEqual(first);
    const other = decoyEnvelope(seedOf("b"), 16_384);
    const [lines, otherLines] = [linesOf(first), linesOf(other)];
    for (const line of [1, 2, 3]) expect(lines[line]).not.toBe(otherLines[line]);
    expect(bytesToHex(first.subarray(168, 200))).not.toBe(bytesToHex(other.subarray(168, 200)));
    expect(new Set(first.subarray(168)).size).toBe(256);
  });

  test("is refused in a size that no sealed file has", () => {
    for (const size of [0, 199, 184 + 65_552 + 16, 200.5]) expect(() => decoyEnvelope(seedOf("a"), size)).toThrow("size");
    expect(() => decoyEnvelope(new Uint8Array(16), 16_384)).toThrow("32 bytes");
  });
});

function linesOf(file: Uint8Array): readonly string[] {
  return (bytesToText(file.subarray(0, 168)) ?? "").split("\n");
}

interface Shape {
  readonly size: number;
  readonly head: number;
  readonly isCanonical: boolean;
  readonly isOnCurve: boolean;
}

/** What can be seen of an envelope without a key. */
function shapeOf(file: Uint8Array): Shape {
  const [version, stanza = "", body = "", code = "", end] = linesOf(file);
  const parts = [stanza.replace(/^-> X25519 /, ""), body, code.replace(/^--- /, "")].map((part) => base64ToBytes(`${part}=`));
  const isCanonical = version === "age-encryption.org/v1" && end === "" && parts.every((part) => part?.length === 32);
  return { size: file.length, head: 168 + 16, isCanonical, isOnCurve: parts[0] !== undefined && isOnCurve(parts[0]) };
}

/** Whether v² = u³ + 486662u² + u has a solution (RFC 7748 section 4.1), by Euler's criterion. */
function isOnCurve(share: Uint8Array): boolean {
  const p = 2n ** 255n - 19n;
  const u = BigInt(`0x${bytesToHex(share.toReversed())}`);
  if (u >= p) return false;
  return power((u ** 3n + 486_662n * u ** 2n + u) % p, (p - 1n) / 2n, p) === 1n;
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}
