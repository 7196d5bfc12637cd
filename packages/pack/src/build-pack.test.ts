import { createHash as nodeHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { bytesToHex, commitment, hexToBytes, leafHash, saltsOf, verifyTlogProof, logKeyOf, logOrigin } from "@unmask/seal";
import { timelineActToJson } from "@unmask/core";
import { exampleReport, sourceOf } from "../../../test/tamper/example-report.ts";
import { leavesOf, textOf as text } from "../../../test/tamper/reseal.ts";
import { buildExample, exampleFiles, exampleSigner, repeatableBytes } from "../../../test/tamper/sealed-example.ts";
import { packFailureOf } from "./build-pack.ts";
import { parseActLine } from "./acts-jsonl.ts";
import { timeStampBy } from "./time-stamp.ts";

const linesOf = (files: Map<string, Uint8Array>, path: string): string[] => text(files, path).trimEnd().split("\n");

describe("a pack", () => {
  it("holds what its document says, payload first, then its lists, then its seals", async () => {
    const files = await exampleFiles();
    expect([...files.keys()]).toEqual([
      "data/VERIFY.md",
      "data/acts.jsonl.gz",
      "data/case.jsonld.gz",
      "data/chronology.pdf",
      "data/originals/0001.txt",
      "data/originals/0002.zip",
      "data/report.json.gz",
      "data/report.pdf",
      "data/statement.json",
      "log/leaves.txt",
      "manifest-sha256.txt",
      "manifest-sha512.txt",
      "bagit.txt",
      "bag-info.txt",
      "tagmanifest-sha256.txt",
      "seal/checkpoint",
      "seal/log.vkey",
      "seal/seals-sha256.txt",
      "seal/seals-sha256.txt.minisig",
      "seal/signer.pub",
      "seal/tagmanifest-sha256.txt.minisig",
      "seal/tagmanifest-sha256.txt.tlog-proof",
    ]);
  });

  it("has the same bytes from the same report, key and chance, and other seals and names from other chance", async () => {
    const [one, same, other] = [await exampleFiles(), await exampleFiles(), await exampleFiles({ random: repeatableBytes("other") })];
    expect(same).toEqual(one);
    for (const path of ["bag-info.txt", "log/leaves.txt", "data/case.jsonld.gz", "seal/checkpoint"])
      expect(other.get(path)).not.toEqual(one.get(path));
    expect(other.get("data/report.json.gz")).toEqual(one.get("data/report.json.gz"));
  });

  it("keeps originals as they were, byte for byte", async () => {
    const { bytesByNumber } = exampleReport();
    const files = await exampleFiles();
    expect(files.get("data/originals/0001.txt")).toEqual(bytesByNumber.get("M/1"));
    expect(files.get("data/originals/0002.zip")).toEqual(bytesByNumber.get("M/2"));
    expect(files.has("data/originals/0003.txt")).toBe(false);
  });

  it("commits to every act, shows the disclosed ones with their salts, and lets a held-back one be shown later", async () => {
    const { report } = exampleReport();
    const files = await exampleFiles();
    const leaves = leavesOf(files);
    expect(leaves.length).toBe(report.timeline.acts.length);
    const shown = linesOf(files, "data/acts.jsonl.gz").map((line) => {
      const act = parseActLine(line);
      if (!act.ok) throw new Error(act.error);
      return act.value;
    });
    expect(shown.map((act) => act.leaf)).toEqual([0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
    for (const { leaf, salt, entry } of shown) {
      const data = commitment(hexToBytes(salt) ?? new Uint8Array(), new TextEncoder().encode(entry));
      expect(bytesToHex(leafHash(data))).toBe(leaves[leaf]);
    }
    const hidden = report.timeline.acts[3];
    const logValue = hexToBytes(/^Unmask-Salt: (.*)$/m.exec(text(files, "bag-info.txt"))?.[1] ?? "") ?? new Uint8Array();
    if (!hidden) throw new Error("no act is held back");
    const bare = bytesToHex(leafHash(commitment(saltsOf(exampleSigner, logValue)(3), new TextEncoder().encode(timelineActToJson(hidden)))));
    expect(linesOf(files, "log/leaves.txt")).toEqual([`3 ${bare}`]);
  });

  it("takes out of a shown act what would give a held-back file or act away", async () => {
    const acts = linesOf(await exampleFiles(), "data/acts.jsonl.gz").map(
      (line) => (JSON.parse(line) as { act: { sources: { name: string }[]; versionOf?: string } }).act,
    );
    expect(acts[0]?.versionOf).toBeUndefined();
    expect(acts[1]?.sources.map((source) => source.name)).toEqual(["WhatsApp Chat with Sam.txt"]);
  });

  it("lists no leaf of an act that it shows", async () => {
    const example = exampleReport();
    const { timeline } = example.report;
    const report = { ...example.report, timeline: { ...timeline, acts: timeline.acts.filter((_, i) => i !== 3) } };
    const files = await exampleFiles({}, { ...example, report });
    expect(files.get("log/leaves.txt")).toEqual(new Uint8Array());
    expect(text(files, "bag-info.txt")).toContain("Unmask-Log-Leaves: 15\nUnmask-Acts-Shown: 15\n");
  });

  it("closes the log with the tag manifest", async () => {
    const files = await exampleFiles();
    const key = logKeyOf(exampleSigner, logOrigin(exampleSigner, "UM-0123456789ab"));
    const proof = verifyTlogProof(text(files, "seal/tagmanifest-sha256.txt.tlog-proof"), {
      leafData: files.get("tagmanifest-sha256.txt") ?? new Uint8Array(),
      key,
    });
    expect(proof).toMatchObject({ ok: true, value: { index: 16, checkpoint: { size: 17 } } });
  });

  it("writes values of bag-info.txt on one line each, so that nothing she writes can become a label", async () => {
    const example = exampleReport();
    const report = { ...example.report, selection: { rule: "one\nPayload-Oxum: 1.1\r\n two", moreExists: [] } };
    const info = text(await exampleFiles({}, { ...example, report }), "bag-info.txt");
    expect(info).toContain("Unmask-Selection: one Payload-Oxum: 1.1  two\n");
    expect(info.match(/^Payload-Oxum/gm)?.length).toBe(1);
  });

  it("stops when an original is no longer the file that was read, and says which and what to do", async () => {
    for (const changed of ["same length, others", "another length"]) {
      const example = exampleReport();
      const exhibit = example.report.exhibits[0];
      const bytes = new Uint8Array(changed === "another length" ? 5 : (exhibit?.size ?? 0));
      const attempt = exampleFiles({}, { ...example, originalOf: () => sourceOf("changed", bytes) });
      const failure = await attempt.then(
        () => undefined,
        (error: unknown) => packFailureOf(error),
      );
      expect(failure?.says).toMatch(/^M\/1 has changed since it was read, so no pack was made\./);
    }
  });

  it("refuses an exhibit whose path is not an original's: that is a bug", async () => {
    const example = exampleReport();
    const exhibits = example.report.exhibits.map((exhibit) => ({ ...exhibit, path: "data/../../evil" }));
    await expect(exampleFiles({}, { ...example, report: { ...example.report, exhibits } })).rejects.toThrow(/no original may have/);
  });

  it("says that it has no time-stamp when the authority is away, or answers unsoundly", async () => {
    for (const answer of [undefined, { reply: new Uint8Array([48, 0]), chain: "none" }]) {
      const timeStamp = timeStampBy(async () => answer);
      const built = buildExample({ timeStamp });
      for await (const entry of built.entries) for await (const piece of entry.chunks()) void piece;
      expect(built.timeStamped()).toBe(false);
      expect(text(await exampleFiles({ timeStamp }), "bag-info.txt")).not.toContain("tsr");
    }
  });

  it("does not hold the originals: a file of 64 MB passes in pieces of one megabyte", async () => {
    const example = exampleReport();
    const size = 64 * 1024 * 1024;
    const piece = new Uint8Array(1024 * 1024);
    const hash = nodeHash("sha256");
    for (let at = 0; at < size; at += piece.length) hash.update(piece);
    const digest = hash.digest("hex");
    const exhibits = example.report.exhibits.map((exhibit) =>
      exhibit.number === "M/2" ? { ...exhibit, size, sha256: digest as typeof exhibit.sha256 } : exhibit,
    );
    const acts = example.report.timeline.acts.filter((act) => act.source.within === undefined);
    const report = { ...example.report, exhibits, timeline: { ...example.report.timeline, acts, coverage: [] } };
    let longest = 0;
    const built = buildExample(
      {
        originalOf: (exhibit) =>
          exhibit.number === "M/2"
            ? { name: "", size, read: async (start, end) => new Uint8Array(end - start) }
            : example.originalOf(exhibit),
      },
      { ...example, report },
    );
    for await (const entry of built.entries) for await (const chunk of entry.chunks()) longest = Math.max(longest, chunk.length);
    expect(longest).toBeLessThanOrEqual(1024 * 1024);
  });
});
