import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bucketOfPack, largestPack, padmeSize, planPack } from "./size-bucket.ts";

interface Vectors {
  readonly sizes: readonly { readonly size: number; readonly padme: number; readonly bucket: number | null }[];
  readonly noSize: readonly number[];
}
const vectors: Vectors = JSON.parse(readFileSync(new URL("../../../docs/formats/vectors/submission.json", import.meta.url), "utf8"));

test("a pack looks from outside as large as the format says", () => {
  for (const { size, padme, bucket } of vectors.sizes) expect([padmeSize(size), bucketOfPack(size)]).toEqual([padme, bucket]);
  for (const size of vectors.noSize) expect([bucketOfPack(size), planPack(size)]).toEqual([undefined, undefined]);
});

test("a bucket holds its pack, grows with it, adds an eighth at most, and is its own bucket", () => {
  const sizes = fc.integer({ min: 65_536, max: largestPack });
  fc.assert(
    fc.property(sizes, sizes, (one, other) => {
      const bucket = bucketOfPack(one) ?? 0;
      expect(bucket).toBeGreaterThanOrEqual(one);
      expect(bucket).toBeLessThanOrEqual(one * 1.125);
      expect(bucketOfPack(bucket)).toBe(bucket);
      expect(planPack(one)).toEqual({ size: one, bucket, padding: bucket - one });
      expect(Math.sign((bucketOfPack(other) ?? 0) - bucket) * Math.sign(other - one)).toBeGreaterThanOrEqual(0);
    }),
    { seed: 20261127 },
  );
});

test("two gigabytes of packs have 481 sizes in all", () => {
  const buckets = new Set<number>();
  for (let size = 1; size <= largestPack; size = (bucketOfPack(size) ?? largestPack) + 1) buckets.add(bucketOfPack(size) ?? 0);
  expect(buckets.size).toBe(481);
});
