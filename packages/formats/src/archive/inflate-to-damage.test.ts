import fc from "fast-check";
import { constants, deflateRawSync, inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { inflateToDamage } from "./inflate-to-damage.ts";

async function inflated(packed: Uint8Array, most = Number.MAX_SAFE_INTEGER): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const read = async (start: number, end: number) => packed.subarray(start, end);
  for await (const piece of inflateToDamage(read, most)) pieces.push(piece);
  return Buffer.concat(pieces);
}

test("of a chat whose end was cut off, all comes out that zlib could give", async () => {
  const texts = fc.array(
    fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string().map((text) => new TextEncoder().encode(text.repeat(30))),
    ),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(texts, fc.double({ min: 0, max: 1, noNaN: true }), async (parts, part) => {
      const bytes = Buffer.concat([...parts, ...parts.toReversed()]);
      const packed = deflateRawSync(bytes);
      const cut = packed.subarray(0, Math.floor(part * packed.length));
      const referee = inflateRawSync(cut, { finishFlush: constants.Z_SYNC_FLUSH });
      const out = await inflated(cut);
      expect(bytes.subarray(0, out.length).equals(out)).toBe(true);
      expect(out.length).toBeGreaterThanOrEqual(referee.length);
      expect((await inflated(packed)).equals(bytes)).toBe(true);
    }),
    { seed: 20261125, numRuns: 500 },
  );
});

test("no more comes out than was asked for, and noise ends", async () => {
  expect((await inflated(deflateRawSync(Buffer.alloc(10_000_000)), 12_345)).length).toBe(12_345);
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
      expect((await inflated(bytes, 100_000)).length).toBeLessThanOrEqual(100_000);
    }),
    { seed: 20261125, numRuns: 500 },
  );
});
