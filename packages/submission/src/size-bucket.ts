/**
 * How large a pack looks from outside (docs/formats/submission.md, "Size of a pack"): its size rounded up, so that the 12 percent at most that
 * are added hide which of many packs it is.
 */

/** The smallest bucket, in bytes: a pack of one message and one of a hundred look alike. */
const smallestBucket = 64 * 1024;

/** Bytes of the largest pack: a longer one would fill the disk of whoever takes it in. */
export const largestPack: number = 2 * 1024 ** 3;

/** Padmé: the size rounded up so that its binary floating-point form has no more bits of mantissa than of exponent (Nikitin et al., 2019). */
export function padmeSize(size: number): number {
  if (size < 2) return size;
  const exponent = Math.floor(Math.log2(size));
  const unit = 2 ** (exponent - (Math.floor(Math.log2(exponent)) + 1));
  return unit <= 1 ? size : Math.ceil(size / unit) * unit;
}

/** The bucket of a pack in bytes; undefined for a size that no pack has: none, or more than 2 GiB. A bucket is its own bucket. */
export function bucketOfPack(size: number): number | undefined {
  if (!Number.isSafeInteger(size) || size < 1 || size > largestPack) return undefined;
  return Math.max(smallestBucket, padmeSize(size));
}

/** What is sent of a pack: the `.age` file as it lies, then random bytes. Whoever opens it cuts at `size` and compares the hash. */
export interface PackPlan {
  /** Bytes of the file. */
  readonly size: number;
  /** Bytes that are sent. */
  readonly bucket: number;
  /** Random bytes behind the file. */
  readonly padding: number;
}

/** The plan of a pack; undefined as `bucketOfPack`. */
export function planPack(size: number): PackPlan | undefined {
  const bucket = bucketOfPack(size);
  return bucket === undefined ? undefined : { size, bucket, padding: bucket - size };
}
