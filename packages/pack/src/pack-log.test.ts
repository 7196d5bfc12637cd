import { createHash as nodeHash, createPrivateKey, createPublicKey, hkdfSync, createHmac, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { consistencyByTheBook } from "../../../fixtures/merkle-by-the-book.ts";
import { laterReport } from "../../../test/tamper/example-report.ts";
import { leavesOf, textOf } from "../../../test/tamper/reseal.ts";
import { exampleFiles, repeatableBytes } from "../../../test/tamper/sealed-example.ts";

/** Of one pack. */
interface PackVectors {
  readonly unmaskSalt: string;
  readonly acts: readonly { readonly leaf: number; readonly salt: string; readonly entry: string }[];
  readonly leaves: readonly string[];
  readonly bare: readonly string[];
  readonly tagManifest: string;
  readonly checkpoint: string;
  readonly proof: string;
  readonly sealList: string;
}

/** The vectors: what another implementation must come to (docs/formats/vectors/pack.json). */
interface Vectors extends PackVectors {
  readonly signerSeed: string;
  readonly after: PackVectors & { readonly unmaskAfter: string; readonly consistency: string };
}

const vectors = JSON.parse(readFileSync(new URL("../../../docs/formats/vectors/pack.json", import.meta.url), "utf8")) as Vectors;
const { after } = vectors;
const both = [
  ["the first pack", vectors, 0],
  ["the pack that goes on from it", after, vectors.leaves.length + 1],
] as const;
const sha256 = (...parts: (Uint8Array | string)[]): Buffer => {
  const hash = nodeHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const hex = (text: string): Buffer => Buffer.from(text, "hex");

describe("the vectors of the pack's log, recomputed by the document with nothing of ours", () => {
  it.each(both)("derive each salt of %s from seed, Unmask-Salt and number, and each leaf from salt and entry", (_, pack, begun) => {
    const key = Buffer.from(hkdfSync("sha256", hex(vectors.signerSeed), hex(pack.unmaskSalt), "unmask log salts", 32));
    for (const { leaf, salt, entry } of pack.acts) {
      const counter = Buffer.alloc(8);
      counter.writeBigUInt64BE(BigInt(leaf));
      const kept = vectors.acts.find((act) => act.leaf === leaf);
      expect(leaf < begun ? kept?.salt : createHmac("sha256", key).update(counter).digest("hex")).toBe(salt);
      expect(sha256(Uint8Array.of(0), sha256(hex(salt), entry)).toString("hex")).toBe(pack.leaves[leaf]);
    }
  });

  it.each(both)("list beside the acts of %s the leaves that no act gives, and no other", (_, { acts, leaves, bare }) => {
    const shown = acts.map(({ leaf }) => leaf);
    expect(bare.map((line) => line.replace(" earlier", ""))).toEqual(
      leaves.flatMap((leaf, number) => (shown.includes(number) ? [] : [`${number} ${leaf}`])),
    );
  });

  it.each(both)("give the root, the size and the signature of the checkpoint of %s", (_, pack) => {
    const leaves = allLeaves(pack);
    const [text = "", line = ""] = pack.checkpoint.split("\n\n");
    expect(text.split("\n").slice(1)).toEqual([String(leaves.length), root(leaves).toString("base64")]);
    const der = Buffer.concat([hex("302e020100300506032b657004220420"), hex(vectors.signerSeed)]);
    const publicKey = createPublicKey(createPrivateKey({ key: der, format: "der", type: "pkcs8" }));
    const signature = Buffer.from(line.trim().split(" ")[2] ?? "", "base64").subarray(4);
    expect(verify(null, Buffer.from(`${text}\n`), publicKey, signature)).toBe(true);
  });

  it("let the later log begin with all leaves of the earlier one, and prove it by the words of the RFC", () => {
    const [earlier, leaves] = [allLeaves(vectors), allLeaves(after)];
    expect(leaves.slice(0, earlier.length)).toEqual(earlier);
    const [, size = "", written = ""] = vectors.checkpoint.split("\n");
    expect(after.unmaskAfter).toContain(`, log of ${size} leaves, root ${written}, `);
    const hashes = consistencyByTheBook(earlier.length, leaves).map((hash) => Buffer.from(hash).toString("base64"));
    expect(after.consistency).toBe([`old ${size}`, ...hashes, "", after.checkpoint].join("\n"));
  });

  it("keep the leaf of an act that stands unchanged, and mark the leaves that stand for no act any more", () => {
    const leafByEntry = new Map(vectors.acts.map(({ entry, leaf }) => [entry, leaf]));
    const kept = after.acts.filter(({ entry }) => leafByEntry.has(entry));
    expect(kept.map(({ leaf }) => leaf)).toEqual(kept.map(({ entry }) => leafByEntry.get(entry)));
    // Of the act that was found a second time, of the one that the earlier pack held back, and the earlier log's last.
    expect(after.bare.filter((line) => line.endsWith(" earlier")).map((line) => Number(line.split(" ")[0]))).toEqual([3, 7, 16]);
    expect(after.acts.filter((act) => !kept.includes(act)).map(({ leaf }) => leaf)).toEqual([18, 19]);
  });

  it("are what the builder makes of the example", async () => {
    const first = await exampleFiles();
    const later = await exampleFiles({ random: repeatableBytes("later pack") }, laterReport(first));
    expect(textOf(later, "seal/earlier.consistency")).toBe(after.consistency);
    for (const [pack, files] of [
      [vectors, first],
      [after, later],
    ] as const) {
      const text = (path: string): string => textOf(files, path);
      expect(pack.leaves).toEqual(leavesOf(files));
      expect(pack.bare.map((line) => `${line}\n`).join("")).toBe(text("log/leaves.txt"));
      expect(pack.tagManifest).toBe(text("tagmanifest-sha256.txt"));
      expect(pack.checkpoint).toBe(text("seal/checkpoint"));
      expect(pack.proof).toBe(text("seal/tagmanifest-sha256.txt.tlog-proof"));
      expect(pack.sealList).toBe(text("seal/seals-sha256.txt"));
      const lines = pack.acts.map(({ leaf, salt, entry }) => `{"leaf":${leaf},"salt":"${salt}","act":${entry}}\n`);
      expect(lines.join("")).toBe(text("data/acts.jsonl.gz"));
    }
  });
});

/** Hashes of all leaves, the closing one too. */
function allLeaves({ leaves, tagManifest }: PackVectors): Buffer[] {
  return [...leaves.map(hex), sha256(Uint8Array.of(0), tagManifest)];
}

function root(of: Buffer[]): Buffer {
  const split = 2 ** Math.floor(Math.log2(of.length - 1));
  return of.length === 1 && of[0] ? of[0] : sha256(Uint8Array.of(1), root(of.slice(0, split)), root(of.slice(split)));
}
