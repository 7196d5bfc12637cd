import fc from "fast-check";
import { createHash, randomBytes } from "node:crypto";
import { constants, deflateRawSync, inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { inflateToDamage } from "./inflate.ts";

async function inflated(packed: Uint8Array, most = Number.MAX_SAFE_INTEGER, step = Number.MAX_SAFE_INTEGER): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const read = async (start: number, end: number) => packed.subarray(start, Math.min(end, start + step));
  for await (const piece of inflateToDamage(read, most)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Bytes with repetition near and far, so that every kind of block and copy occurs. */
const anyBytes = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string().map((text) => new TextEncoder().encode(text.repeat(30))),
    ),
    { maxLength: 12 },
  )
  .map((parts) => Buffer.concat([...parts, ...parts.toReversed()]));

test("what zlib packs, in any way, comes out whole, however the reads are cut", async () => {
  await fc.assert(
    fc.asyncProperty(anyBytes, fc.constantFrom(0, 1, 6, 9), fc.constantFrom("Z_DEFAULT_STRATEGY", "Z_FIXED", "Z_HUFFMAN_ONLY", "Z_RLE"), fc.integer({ min: 1, max: 70_000 }), async (bytes, level, strategy, step) => {
      const packed = deflateRawSync(bytes, { level, strategy: constants[strategy] });
      expect((await inflated(packed, Number.MAX_SAFE_INTEGER, step)).equals(bytes)).toBe(true);
    }),
    { seed: 20261125, numRuns: 300 },
  );
}); // prettier-ignore

test("megabytes with copies over the whole reach come out whole", async () => {
  const block = randomBytes(32_768);
  const bytes = Buffer.concat([block, block, randomBytes(70_000), Buffer.alloc(300_000, "abc"), block.subarray(5), randomBytes(2_000_000)]);
  const out = await inflated(deflateRawSync(bytes, { level: 9 }));
  expect(createHash("sha256").update(out).digest("hex")).toBe(createHash("sha256").update(bytes).digest("hex"));
});

test("what was cut off comes out to the last byte that zlib could give", async () => {
  await fc.assert(
    fc.asyncProperty(anyBytes, fc.double({ min: 0, max: 1, noNaN: true }), async (bytes, part) => {
      const packed = deflateRawSync(bytes);
      const cut = packed.subarray(0, Math.floor(part * packed.length));
      const referee = inflateRawSync(cut, { finishFlush: constants.Z_SYNC_FLUSH });
      const out = await inflated(cut);
      expect(bytes.subarray(0, out.length).equals(out)).toBe(true);
      expect(out.length).toBeGreaterThanOrEqual(referee.length);
    }),
    { seed: 20261125, numRuns: 500 },
  );
});

test("any bytes at all end, in bounded output", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
      expect((await inflated(bytes, 100_000)).length).toBeLessThanOrEqual(100_000);
    }),
    { seed: 20261125, numRuns: 2000 },
  );
});

test("no more comes out than was asked for", async () => {
  expect((await inflated(deflateRawSync(Buffer.alloc(10_000_000)), 12_345)).length).toBe(12_345);
});
