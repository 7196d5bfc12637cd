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

/** A whole log in memory: `levels[k][i]` is the root of the i-th perfect subtree of 2^k leaves. Twice the memory of its leaves. */
export interface HashTree {
  readonly size: number;
  readonly levels: readonly (readonly Uint8Array[])[];
}

/** Hashes a whole log once, so that each proof afterwards costs a few hashes. */
export function growTree(leaves: readonly Uint8Array[]): HashTree {
  const levels: (readonly Uint8Array[])[] = [leaves];
  for (let below = leaves; below.length > 1;) {
    const above: Uint8Array[] = [];
    for (let at = 0; at + 1 < below.length; at += 2) above.push(nodeHash(itemAt(below, at), itemAt(below, at + 1)));
    levels.push(above);
    below = above;
  }
  return { size: leaves.length, levels };
}

/** The root that the log had when it held `size` leaves. */
export function rootAt(tree: HashTree, size: number = tree.size): Uint8Array {
  checkRange(size, tree.size);
  return size === 0 ? emptyRoot() : rangeHash(tree, 0, size);
}

/** The proof that leaf `index` stands in the log of `size` leaves, from the leaf's sibling up (RFC 6962 section 2.1.1). */
export function inclusionProof(tree: HashTree, index: number, size: number = tree.size): readonly Uint8Array[] {
  checkRange(size, tree.size);
  checkRange(index, size - 1);
  const proof: Uint8Array[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      proof.push(rangeHash(tree, middle, end));
      end = middle;
    } else {
      proof.push(rangeHash(tree, start, middle));
      start = middle;
    }
  }
  return proof.toReversed();
}

/** The proof that the log of `size` leaves continues the log of `oldSize` leaves (RFC 6962 section 2.1.2). 1 ≤ oldSize ≤ size. */
export function consistencyProof(tree: HashTree, oldSize: number, size: number = tree.size): readonly Uint8Array[] {
  checkRange(size, tree.size);
  checkRange(oldSize, size);
  if (oldSize === 0) throw new Error("every log continues the empty one: there is nothing to prove");
  const proof: Uint8Array[] = [];
  let start = 0;
  let end = size;
  let known = true;
  while (oldSize < end) {
    const middle = start + splitOf(end - start);
    if (oldSize <= middle) {
      proof.push(rangeHash(tree, middle, end));
      end = middle;
    } else {
      proof.push(rangeHash(tree, start, middle));
      start = middle;
      known = false;
    }
  }
  if (!known) proof.push(rangeHash(tree, start, end));
  return proof.toReversed();
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

/** The root over leaves [start, end), where the range is one that a Merkle tree has: aligned to its own split. */
function rangeHash(tree: HashTree, start: number, end: number): Uint8Array {
  const count = end - start;
  if (isPowerOfTwo(count)) {
    const level = tree.levels[Math.log2(count)];
    if (level === undefined) throw new Error("the range lies outside the tree");
    return itemAt(level, start / count);
  }
  const middle = start + splitOf(count);
  return nodeHash(rangeHash(tree, start, middle), rangeHash(tree, middle, end));
}

/** The largest power of two below n. */
function splitOf(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}

function isPowerOfTwo(n: number): boolean {
  return splitOf(n) * 2 === n || n === 1;
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

function checkRange(value: number, most: number): void {
  if (!isCount(value) || value > most) throw new Error("outside the log");
}

function itemAt<T>(items: readonly T[], at: number): T {
  const item = items[at];
  if (item === undefined) throw new Error("outside the log");
  return item;
}
