import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { consistencyByTheBook, inclusionByTheBook, rootByTheBook } from "../../../fixtures/merkle-by-the-book.ts";
import { bytesToHex, hexToBytes } from "./bytes.ts";
import { sha256Of } from "./hashes.ts";
import {
  type Frontier,
  appendLeaf,
  consistencyProof,
  emptyFrontier,
  emptyRoot,
  leafHash,
  nodeHash,
  proofOfNextLeaf,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from "./merkle.ts";

const seed = 20260106;
const most = 64;
const leaves = Array.from({ length: most }, (_, index) => leafHash(Uint8Array.of(index, 7)));

const roots = Array.from({ length: most + 1 }, (_, size) => rootByTheBook(leaves.slice(0, size)));

test("the published tree of Certificate Transparency has the published roots", () => {
  const published = [
    ["", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"],
    ["00", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    ["10", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"],
    ["2021", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"],
    ["3031", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"],
    ["40414243", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"],
    ["5051525354555657", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"],
    ["606162636465666768696a6b6c6d6e6f", "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"],
  ] as const;
  let frontier = emptyFrontier;
  for (const [entry, root] of published) {
    frontier = appendLeaf(frontier, leafHash(hexToBytes(entry) ?? new Uint8Array(0)));
    expect(bytesToHex(rootOf(frontier))).toBe(root);
  }
  expect(bytesToHex(emptyRoot())).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});

test("growing leaf by leaf and the words of the RFC give the same root at every size", () => {
  let frontier: Frontier = emptyFrontier;
  for (let size = 0; size <= most; size++) {
    const expected = rootByTheBook(leaves.slice(0, size));
    expect(rootOf(frontier)).toEqual(expected);
    expect(frontier.peaks.length).toBe(size.toString(2).replaceAll("0", "").length);
    const next = leaves[size];
    if (next !== undefined) frontier = appendLeaf(frontier, next);
  }
});

test("a frontier is a value: growing it twice gives two logs and leaves it as it was", () => {
  const before = leaves.slice(0, 5).reduce(appendLeaf, emptyFrontier);
  const kept = structuredClone(before);
  const one = appendLeaf(before, leafHash(Uint8Array.of(1)));
  const other = appendLeaf(before, leafHash(Uint8Array.of(2)));
  expect(before).toEqual(kept);
  expect(rootOf(one)).not.toEqual(rootOf(other));
});

describe("inclusion", () => {
  const cases = Array.from({ length: most }, (_, at) => at + 1).flatMap((size) =>
    Array.from({ length: size }, (_, index) => ({ size, index })),
  );

  test("every leaf of every log up to 64 leaves has its proof of the RFC verified", () => {
    for (const { size, index } of cases) {
      const proof = inclusionByTheBook(index, leaves.slice(0, size));
      expect(verifyInclusion({ index, size, leaf: leafAt(index), root: rootOfSize(size) }, proof)).toBe(true);
    }
  });

  test("the proof of the next leaf is known before it is appended", () => {
    let frontier: Frontier = emptyFrontier;
    for (const [index, leaf] of leaves.entries()) {
      expect(proofOfNextLeaf(frontier)).toEqual(inclusionByTheBook(index, leaves.slice(0, index + 1)));
      frontier = appendLeaf(frontier, leaf);
    }
  });

  test("no proof holds at another index, of another size, for another leaf or root", () => {
    for (const { size, index } of cases.filter(({ size }) => size <= 20)) {
      const proof = inclusionByTheBook(index, leaves.slice(0, size));
      const claim = { index, size, leaf: leafAt(index), root: rootOfSize(size) };
      for (let other = 0; other <= size + 2; other++) {
        if (other !== index) expect(verifyInclusion({ ...claim, index: other }, proof)).toBe(false);
      }
      expect(verifyInclusion({ ...claim, leaf: leafHash(Uint8Array.of(200)) }, proof)).toBe(false);
      expect(verifyInclusion({ ...claim, root: rootOfSize(size - 1) }, proof)).toBe(false);
      expect(verifyInclusion({ ...claim, root: emptyRoot() }, proof)).toBe(false);
    }
  });

  test("a wrong size never verifies with its own root, and with the true root only where size changes no step of the path", () => {
    for (const { size, index } of cases.filter(({ size }) => size <= 20)) {
      const proof = inclusionByTheBook(index, leaves.slice(0, size));
      for (let other = 0; other <= most; other++) {
        if (other === size) continue;
        const claim = { index, size: other, leaf: leafAt(index), root: rootOfSize(other) };
        expect(verifyInclusion(claim, proof)).toBe(false);
        // The size is part of the signed checkpoint; the path alone fixes it only as far as its own turns do.
        const sameTurns = index < other && turnsOf(index, other) === turnsOf(index, size);
        expect(verifyInclusion({ ...claim, root: rootOfSize(size) }, proof)).toBe(sameTurns);
      }
    }
  });

  test("a proof with a hash too many, too few, swapped, doubled or changed is refused", () => {
    for (const { size, index } of cases.filter(({ size }) => size > 1 && size <= 24)) {
      const proof = inclusionByTheBook(index, leaves.slice(0, size));
      const claim = { index, size, leaf: leafAt(index), root: rootOfSize(size) };
      for (const broken of brokenProofs(proof)) expect(verifyInclusion(claim, broken)).toBe(false);
    }
  });

  test("indexes and sizes that are no counts are refused, and huge ones end at once", () => {
    const leaf = leafAt(0);
    for (const index of [-1, 0.5, Number.NaN, 2 ** 53, Number.POSITIVE_INFINITY]) {
      expect(verifyInclusion({ index, size: 1, leaf, root: leaf }, [])).toBe(false);
      expect(verifyInclusion({ index: 0, size: index, leaf, root: leaf }, [])).toBe(false);
    }
    expect(verifyInclusion({ index: 0, size: 0, leaf, root: emptyRoot() }, [])).toBe(false);
    expect(verifyInclusion({ index: 0, size: 1, leaf, root: leaf }, [])).toBe(true);
    expect(verifyInclusion({ index: 2 ** 53 - 2, size: 2 ** 53 - 1, leaf, root: leaf }, [leaf])).toBe(false);
  });

  test("sizes beyond 32 bits are counted right", () => {
    // A log of 2^33 + 1 leaves: its last leaf hangs beside one perfect subtree.
    const left = sha256Of(Uint8Array.of(9));
    const size = 2 ** 33 + 1;
    const claim = { index: 2 ** 33, size, leaf: leafAt(0), root: nodeHash(left, leafAt(0)) };
    expect(verifyInclusion(claim, [left])).toBe(true);
    expect(verifyInclusion({ ...claim, index: 0 }, [left])).toBe(false);
    const consistent = { oldSize: 2 ** 33, oldRoot: left, size, root: claim.root };
    expect(verifyConsistency(consistent, [leafAt(0)])).toBe(true);
    expect(verifyConsistency({ ...consistent, oldSize: 1 }, [leafAt(0)])).toBe(false);
  });
});

describe("consistency", () => {
  const cases = Array.from({ length: most }, (_, at) => at + 1).flatMap((size) =>
    Array.from({ length: size }, (_, at) => ({ size, oldSize: at + 1 })),
  );

  test("every log up to 64 leaves continues each of its beginnings, with the proof of the RFC", () => {
    for (const { size, oldSize } of cases) {
      const proof = consistencyProof(leafAt, oldSize, size);
      expect(proof).toEqual(consistencyByTheBook(oldSize, leaves.slice(0, size)));
      expect(verifyConsistency({ oldSize, oldRoot: rootOfSize(oldSize), size, root: rootOfSize(size) }, proof)).toBe(true);
    }
  });

  test("no proof holds for other sizes or for a log with one leaf changed", () => {
    for (const { size, oldSize } of cases.filter(({ size }) => size <= 16)) {
      const proof = consistencyProof(leafAt, oldSize, size);
      for (let other = 1; other <= 18; other++) {
        if (other !== oldSize)
          expect(verifyConsistency({ oldSize: other, oldRoot: rootOfSize(other), size, root: rootOfSize(size) }, proof)).toBe(false);
        if (other !== size)
          expect(verifyConsistency({ oldSize, oldRoot: rootOfSize(oldSize), size: other, root: rootOfSize(other) }, proof)).toBe(false);
      }
      for (let changed = 0; changed < oldSize; changed++) {
        const rewritten = leaves.slice(0, size).with(changed, leafHash(Uint8Array.of(99)));
        const claim = { oldSize, oldRoot: rootOfSize(oldSize), size, root: rootByTheBook(rewritten) };
        expect(verifyConsistency(claim, proof)).toBe(false);
        expect(verifyConsistency(claim, consistencyByTheBook(oldSize, rewritten))).toBe(false);
      }
    }
  });

  test("a proof with a hash too many, too few, swapped, doubled or changed is refused", () => {
    for (const { size, oldSize } of cases.filter(({ size }) => size <= 24)) {
      const proof = consistencyProof(leafAt, oldSize, size);
      const claim = { oldSize, oldRoot: rootOfSize(oldSize), size, root: rootOfSize(size) };
      for (const broken of brokenProofs(proof)) expect(verifyConsistency(claim, broken)).toBe(false);
    }
  });

  test("every log continues the empty one, and an empty proof proves nothing else", () => {
    const root = rootOfSize(5);
    expect(verifyConsistency({ oldSize: 0, oldRoot: emptyRoot(), size: 5, root }, [])).toBe(true);
    expect(verifyConsistency({ oldSize: 0, oldRoot: emptyRoot(), size: 0, root: emptyRoot() }, [])).toBe(true);
    expect(verifyConsistency({ oldSize: 0, oldRoot: emptyRoot(), size: 0, root }, [])).toBe(false);
    expect(verifyConsistency({ oldSize: 0, oldRoot: root, size: 5, root }, [])).toBe(false);
    expect(verifyConsistency({ oldSize: 0, oldRoot: emptyRoot(), size: 5, root }, [root])).toBe(false);
    expect(verifyConsistency({ oldSize: 3, oldRoot: rootOfSize(3), size: 5, root }, [])).toBe(false);
    expect(verifyConsistency({ oldSize: 5, oldRoot: root, size: 3, root: rootOfSize(3) }, [])).toBe(false);
    expect(() => consistencyProof(leafAt, 0, 5)).toThrow();
    expect(() => consistencyProof(leafAt, 6, 5)).toThrow();
  });
});

test("dropped, swapped and inserted entries change the root of any log", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.uint8Array({ minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 30, selector: bytesToHex }),
      fc.nat(),
      (entries, at) => {
        const hashes = entries.map(leafHash);
        const root = rootOf(hashes.reduce(appendLeaf, emptyFrontier));
        const place = at % (hashes.length - 1);
        const swapped = hashes.with(place, hashes[place + 1] ?? root).with(place + 1, hashes[place] ?? root);
        const dropped = hashes.toSpliced(place, 1);
        const inserted = hashes.toSpliced(place, 0, leafHash(new Uint8Array(0)));
        for (const other of [swapped, dropped, inserted, hashes.slice(0, -1)])
          expect(rootOf(other.reduce(appendLeaf, emptyFrontier))).not.toEqual(root);
      },
    ),
    { seed },
  );
});

test("a leaf cannot be passed off as a node", () => {
  const [left = emptyRoot(), right = emptyRoot()] = leaves;
  const both = Uint8Array.from([...left, ...right]);
  expect(leafHash(both)).not.toEqual(nodeHash(left, right));
});

/** Every way of spoiling a proof that the verifier must see. */
function brokenProofs(proof: readonly Uint8Array[]): readonly (readonly Uint8Array[])[] {
  const spare = sha256Of(Uint8Array.of(42));
  return [
    [...proof, spare],
    [spare, ...proof],
    ...proof.map((_, at) => proof.toSpliced(at, 1)),
    ...proof.map((hash, at) => proof.toSpliced(at, 0, hash)),
    ...proof.map((hash, at) => proof.with(at, flipped(hash))),
    ...proof.map((hash, at) => proof.with(at, hash.subarray(0, 31))),
    ...proof.slice(1).map((hash, at) => proof.with(at, hash).with(at + 1, proof[at] ?? hash)),
  ];
}

function flipped(hash: Uint8Array): Uint8Array {
  return hash.with(hash.length - 1, (hash.at(-1) ?? 0) ^ 1);
}

function rootOfSize(size: number): Uint8Array {
  const root = roots[size];
  if (root === undefined) throw new Error("no such size");
  return root;
}

function leafAt(index: number): Uint8Array {
  const leaf = leaves[index];
  if (leaf === undefined) throw new Error("no such leaf");
  return leaf;
}

/** The lefts and rights from a leaf up to the root, as the shape of a log of this size gives them. */
function turnsOf(index: number, size: number): string {
  if (size <= 1) return "";
  const k = 2 ** Math.floor(Math.log2(size - 1));
  return index < k ? `${turnsOf(index, k)}L` : `${turnsOf(index - k, size - k)}R`;
}
