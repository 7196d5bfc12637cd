import { createHash as nodeHash, createPrivateKey, createPublicKey, hkdfSync, createHmac, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { leavesOf, textOf } from "../../../test/tamper/reseal.ts";
import { exampleFiles } from "../../../test/tamper/sealed-example.ts";

/** The vectors: what another implementation must come to (docs/formats/vectors/pack.json). */
interface Vectors {
  readonly signerSeed: string;
  readonly unmaskSalt: string;
  readonly acts: readonly { readonly leaf: number; readonly salt: string; readonly entry: string }[];
  readonly leaves: readonly string[];
  readonly bare: readonly string[];
  readonly tagManifest: string;
  readonly checkpoint: string;
  readonly proof: string;
  readonly sealList: string;
}

const vectors = JSON.parse(readFileSync(new URL("../../../docs/formats/vectors/pack.json", import.meta.url), "utf8")) as Vectors;
const sha256 = (...parts: (Uint8Array | string)[]): Buffer => {
  const hash = nodeHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const hex = (text: string): Buffer => Buffer.from(text, "hex");

describe("the vectors of the pack's log, recomputed by the document with nothing of ours", () => {
  it("derive each salt from seed, Unmask-Salt and number, and each leaf from salt and entry", () => {
    const key = Buffer.from(hkdfSync("sha256", hex(vectors.signerSeed), hex(vectors.unmaskSalt), "unmask log salts", 32));
    for (const { leaf, salt, entry } of vectors.acts) {
      const counter = Buffer.alloc(8);
      counter.writeBigUInt64BE(BigInt(leaf));
      expect(createHmac("sha256", key).update(counter).digest("hex")).toBe(salt);
      expect(sha256(hex(salt), entry).toString("hex")).toBe(vectors.leaves[leaf]);
    }
  });

  it("list beside the acts the leaves that no act gives, and no other", () => {
    const shown = vectors.acts.map(({ leaf }) => leaf);
    const bare = vectors.leaves.flatMap((leaf, number) => (shown.includes(number) ? [] : [`${number} ${leaf}`]));
    expect(vectors.bare).toEqual(bare);
  });

  it("give the root, the size and the signature of the checkpoint", () => {
    const leaves = [...vectors.leaves.map(hex), Buffer.from(vectors.tagManifest)].map((data) => sha256(Uint8Array.of(0), data));
    const split = (n: number): number => 2 ** Math.floor(Math.log2(n - 1));
    const root = (of: Buffer[]): Buffer =>
      of.length === 1 && of[0] ? of[0] : sha256(Uint8Array.of(1), root(of.slice(0, split(of.length))), root(of.slice(split(of.length))));
    const [text = "", line = ""] = vectors.checkpoint.split("\n\n");
    expect(text.split("\n").slice(1)).toEqual([String(leaves.length), root(leaves).toString("base64")]);
    const der = Buffer.concat([hex("302e020100300506032b657004220420"), hex(vectors.signerSeed)]);
    const publicKey = createPublicKey(createPrivateKey({ key: der, format: "der", type: "pkcs8" }));
    const signature = Buffer.from(line.trim().split(" ")[2] ?? "", "base64").subarray(4);
    expect(verify(null, Buffer.from(`${text}\n`), publicKey, signature)).toBe(true);
  });

  it("are what the builder makes of the example", async () => {
    const files = await exampleFiles();
    const text = (path: string): string => textOf(files, path);
    expect(vectors.leaves).toEqual(leavesOf(files));
    expect(vectors.bare.map((line) => `${line}\n`).join("")).toBe(text("log/leaves.txt"));
    expect(vectors.tagManifest).toBe(text("tagmanifest-sha256.txt"));
    expect(vectors.checkpoint).toBe(text("seal/checkpoint"));
    expect(vectors.proof).toBe(text("seal/tagmanifest-sha256.txt.tlog-proof"));
    expect(vectors.sealList).toBe(text("seal/seals-sha256.txt"));
    const lines = vectors.acts.map(({ leaf, salt, entry }) => `{"leaf":${leaf},"salt":"${salt}","act":${entry}}\n`);
    expect(lines.join("")).toBe(text("data/acts.jsonl.gz"));
  });
});
