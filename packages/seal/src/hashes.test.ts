import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesToHex, textToBytes } from "./bytes.ts";
import { blake2b512Of, createSha256, createSha512, hmacSha256, prepareSha256, sha256HexOf, sha256Of, sha512Of } from "./hashes.ts";

const seed = 20260102;

/** A running hash of any kind, its result as hexadecimal. */
function hexOf(hash: { update(bytes: Uint8Array): void; digest(): Uint8Array | string }, pieces: readonly Uint8Array[]): string {
  for (const piece of pieces) hash.update(piece);
  const digest = hash.digest();
  return typeof digest === "string" ? digest : bytesToHex(digest);
}

test("every hash agrees with Node's own, however the bytes are cut", async () => {
  const kinds = [
    { name: "sha256", creates: [createSha256, await prepareSha256()] },
    { name: "sha512", creates: [createSha512] },
  ];
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 }), (pieces) => {
      for (const { name, creates } of kinds) {
        const expected = createHash(name).update(Buffer.concat(pieces)).digest("hex");
        for (const create of creates) expect(hexOf(create(), pieces)).toBe(expected);
      }
    }),
    { seed },
  );
});

test("hashes of one machine run side by side without touching each other", async () => {
  const create = await prepareSha256();
  const text = textToBytes("the same words, hashed in two places at once ".repeat(9));
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 2, maxLength: 40 }), (turns) => {
      const hashes = [create(), create()];
      const lengths = [0, 0];
      for (const turn of turns) {
        const which = turn ? 1 : 0;
        const at = lengths[which] ?? 0;
        hashes[which]?.update(text.subarray(at, at + 7));
        lengths[which] = at + 7;
      }
      for (const which of [0, 1]) expect(hashes[which]?.digest()).toBe(sha256HexOf(text.subarray(0, lengths[which])));
    }),
    { seed },
  );
});

test("a hash that has ended cannot go on, even when its machine works for another", async () => {
  const create = await prepareSha256();
  const ended = create();
  ended.digest();
  create().update(textToBytes("another"));
  expect(() => ended.update(textToBytes("more"))).toThrow("ended");
  expect(() => ended.digest()).toThrow("ended");
});

test("whole hashes agree with Node's own", () => {
  const bytes = textToBytes("abc");
  expect(bytesToHex(sha256Of(bytes))).toBe(createHash("sha256").update(bytes).digest("hex"));
  expect(bytesToHex(sha512Of(bytes))).toBe(createHash("sha512").update(bytes).digest("hex"));
  expect(bytesToHex(blake2b512Of(bytes))).toBe(createHash("blake2b512").update(bytes).digest("hex"));
});

test("a code under a key is the one of RFC 4231, and agrees with Node's own", () => {
  const published = hmacSha256(new Uint8Array(20).fill(0x0b), textToBytes("Hi There"));
  expect(bytesToHex(published)).toBe("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  const both = [fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 200 })] as const;
  fc.assert(
    fc.property(...both, (key, message) => {
      expect(bytesToHex(hmacSha256(key, message))).toBe(createHmac("sha256", key).update(message).digest("hex"));
    }),
    { seed },
  );
});
