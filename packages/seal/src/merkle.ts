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

/** Hash of leaf `index`, wherever the hashes of a log are kept. */
export type LeafAt = (index: number) => Uint8Array;

/**
 * The proof that the log of `size` leaves continues the log of its first `oldSize` (RFC 6962 section 2.1.2), 1 ≤ oldSize ≤ size. Hashes each node
 * of the log once.
 */
export function consistencyProof(leafAt: LeafAt, oldSize: number, size: number): readonly Uint8Array[] {
  if (!isCount(oldSize) || !isCount(size) || oldSize < 1 || oldSize > size) throw new Error("a log continues one that is not longer");
  const proof: Uint8Array[] = [];
  let start = 0;
  let end = size;
  let known = true;
  while (oldSize < end) {
    const middle = start + splitOf(end - start);
    if (oldSize <= middle) {
      proof.push(rootOfRange(leafAt, middle, end));
      end = middle;
    } else {
      proof.push(rootOfRange(leafAt, start, middle));
      start = middle;
      known = false;
    }
  }
  if (!known) proof.push(rootOfRange(leafAt, start, end));
  return proof.toReversed();
}

/** What a consistency proof claims. */
export interface ConsistencyClaim {
  readonly oldSize: number;
  readonly oldRoot: Uint8Array;
  readonly size: number;
  readonly root: Uint8Array;
}

/**
 * Whether the proof shows that the log with the new root continues the log with the old one, nothing changed, moved or left out
 * (RFC 9162 section 2.1.4.2). Every log continues the empty one, with an empty proof.
 */
export function verifyConsistency(claim: ConsistencyClaim, proof: readonly Uint8Array[]): boolean {
  const { oldSize, oldRoot, size, root } = claim;
  if (!isCount(oldSize) || !isCount(size) || oldSize > size || !areHashes([oldRoot, root, ...proof])) return false;
  if (oldSize === 0) return proof.length === 0 && sameBytes(oldRoot, emptyRoot()) && (size > 0 || sameBytes(root, oldRoot));
  if (oldSize === size) return proof.length === 0 && sameBytes(oldRoot, root);
  return foldConsistency(claim, proof);
}

function foldConsistency({ oldSize, oldRoot, size, root }: ConsistencyClaim, proof: readonly Uint8Array[]): boolean {
  // An old log of 2^k leaves is itself a node of the new one: the proof does not repeat its root.
  const [first, ...rest] = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof;
  if (first === undefined || rest.length === 0) return false;
  let path = oldSize - 1;
  let last = size - 1;
  while (path % 2 === 1) {
    path = half(path);
    last = half(last);
  }
  let oldHash = first;
  let newHash = first;
  for (const sibling of rest) {
    if (last === 0) return false;
    if (path % 2 === 1 || path === last) {
      oldHash = nodeHash(sibling, oldHash);
      newHash = nodeHash(sibling, newHash);
      while (path % 2 === 0 && path !== 0) {
        path = half(path);
        last = half(last);
      }
    } else {
      newHash = nodeHash(newHash, sibling);
    }
    path = half(path);
    last = half(last);
  }
  return last === 0 && sameBytes(oldHash, oldRoot) && sameBytes(newHash, root);
}

function rootOfRange(leafAt: LeafAt, start: number, end: number): Uint8Array {
  let frontier = emptyFrontier;
  for (let index = start; index < end; index++) frontier = appendLeaf(frontier, leafAt(index));
  return rootOf(frontier);
}

/** The largest power of two below a number above one. */
function splitOf(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}

function isPowerOfTwo(n: number): boolean {
  return n === 1 || splitOf(n) * 2 === n;
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
