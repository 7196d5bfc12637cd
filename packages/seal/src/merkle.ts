import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes, sameBytes } from "./bytes.ts";

/**
 * The Merkle tree of RFC 6962 (section 2.1): what makes omission, re-ordering and truncation of a log visible.
 *
 * Sizes and indexes are whole numbers up to 2^53 − 1, so bits are taken by division: `>>` would cut them at 32.
 */

/** SHA-256(0x00 ‖ data): the hash of a leaf. `data` of an entry of ours is its commitment (commitment.ts). */
export function leafHash(data: Uint8Array): Uint8Array {
  return sha256(concatBytes(leafPrefix, data));
}

/** SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concatBytes(nodePrefix, left, right));
}

/** The root of a log without entries: SHA-256 of nothing. */
export function emptyRoot(): Uint8Array {
  return sha256(new Uint8Array(0));
}

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/**
 * A log that only grows, as little of it as is needed to go on: the roots of its perfect subtrees, largest first (at most 53 of them).
 * A plain value: it can be stored and picked up again.
 */
export interface Frontier {
  readonly size: number;
  readonly peaks: readonly Uint8Array[];
}

/** A log without entries. */
export const emptyFrontier: Frontier = { size: 0, peaks: [] };

/** The log with one more leaf. */
export function appendLeaf(frontier: Frontier, leaf: Uint8Array): Frontier {
  const peaks = [...frontier.peaks];
  let node = leaf;
  for (let rest = frontier.size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
    const left = peaks.pop();
    if (left === undefined) throw new Error("a frontier has a peak for each bit of its size");
    node = nodeHash(left, node);
  }
  return { size: frontier.size + 1, peaks: [...peaks, node] };
}

/** The root of the log so far. */
export function rootOf(frontier: Frontier): Uint8Array {
  return (
    frontier.peaks.reduceRight<Uint8Array | undefined>((root, peak) => (root === undefined ? peak : nodeHash(peak, root)), undefined) ??
    emptyRoot()
  );
}

/** The inclusion proof that the next leaf will have, in the log that it ends: it hangs beside every peak, the smallest first. */
export function proofOfNextLeaf(frontier: Frontier): readonly Uint8Array[] {
  return frontier.peaks.toReversed();
}

/** What an inclusion proof claims. `leaf` is the leaf's hash. */
export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leaf: Uint8Array;
  readonly root: Uint8Array;
}

/** Whether the proof shows that the leaf stands at `index` in the log of `size` leaves with this root (RFC 9162 section 2.1.3.2). */
export function verifyInclusion(claim: InclusionClaim, proof: readonly Uint8Array[]): boolean {
  const { index, size, leaf, root } = claim;
  if (!isCount(index) || !isCount(size) || index >= size || !areHashes([leaf, root, ...proof])) return false;
  let path = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (path % 2 === 1 || path === last) {
      hash = nodeHash(sibling, hash);
      while (path % 2 === 0 && path !== 0) {
        path = half(path);
        last = half(last);
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    path = half(path);
    last = half(last);
  }
  return last === 0 && sameBytes(hash, root);
}

function half(n: number): number {
  return Math.floor(n / 2);
}

function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0;
}

function areHashes(all: readonly Uint8Array[]): boolean {
  return all.every((hash) => hash.length === 32);
}
