import { createHash, randomBytes } from "node:crypto";
import { type Source, instantToIso, reveal } from "@unmask/core";
import { type CreateHash, type PackFiles, filesInMemory, layout, verifyPack } from "@unmask/pack";
import { tarOf } from "@unmask/formats";
import { type Identity, createIdentity, recipientOf, sealWhole } from "@unmask/seal";
import { beforeAll, describe, expect, test } from "vitest";
import { at, chosen, file, group } from "../../../fixtures/choices.ts";
import { sourceOf } from "../../../fixtures/importers/fixture.ts";
import { packOf } from "../../../fixtures/packs-of-choices.ts";
import { buildExample, exampleFiles, exampleSigner } from "../../../test/tamper/sealed-example.ts";
import { identitiesIn } from "./identities-in.ts";
import { openPack } from "./open-pack.ts";
import { listedAndFound, readToldReport, tellPack, toldActs } from "./tell-pack.ts";

const sha: CreateHash = (name) => {
  const hash = createHash(name);
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest("hex") };
};
const inputOf = (bytes: Uint8Array): { file: Source; stream(): AsyncIterable<Uint8Array> } => ({
  file: { name: "handed over", size: bytes.length, read: async (start, end) => bytes.subarray(start, end) },
  async *stream() {
    yield bytes;
  },
});
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const check = (files: PackFiles) => verifyPack(files, { createHash: sha, trustedSigners: [exampleSigner], trustedTsa: [] });

let identity: Identity;
let sealed: Uint8Array;
beforeAll(async () => {
  identity = await createIdentity();
  const pieces: Uint8Array[] = [];
  for await (const piece of tarOf(buildExample().entries)) pieces.push(piece.slice());
  sealed = await sealWhole(new Uint8Array(Buffer.concat(pieces)), { recipients: [await recipientOf(identity)] });
});

describe("what is handed over as a pack", () => {
  test.each([
    ["%PDF-1.7\n…", /^the file is a PDF, not a pack\./],
    ["PK\u0003\u0004rest", /^the file is a zip, not a pack\./],
    ["untrusted comment: minisign public key\n", /^the file is a key or a signature, not a pack\./],
    ["AGE-SECRET-KEY-1…", /^the file is a key that opens packs, not a pack\./],
    ["", /^the file is empty/],
    ["Dear officer", /^the file is not a pack, or it is damaged/],
  ])("%j is told as what it is, in one sentence and without what stands in it", async (text, says) => {
    const opened = await openPack(inputOf(utf8(text)), { identities: [identity] });
    expect(opened).toEqual({ ok: false, error: { reason: "not-a-pack", verdict: "error", why: expect.stringMatching(says) } });
  });

  test.each([
    [["holiday.jpg", "letters/one.txt"], /^the folder is not a pack: it has none of the lists and seals/],
    [["pack/bagit.txt", "pack/data/acts.jsonl"], /a folder inside it may be one/],
    [[], /^the folder is empty/],
  ])("a folder of %j is no pack, in one sentence", async (paths, says) => {
    const folder = filesInMemory(new Map(paths.map((path) => [path, randomBytes(9)])));
    expect(await openPack({ folder }, { identities: [] })).toMatchObject({ ok: false, error: { why: expect.stringMatching(says) } });
  });

  test("a folder that has kept a single list or seal of a pack is still judged file by file", async () => {
    for (const path of (await exampleFiles()).keys()) {
      if (path.startsWith("data/")) continue;
      const folder = filesInMemory(new Map([[path, randomBytes(9)]]));
      expect(await openPack({ folder }, { identities: [] })).toMatchObject({ ok: true });
    }
  });

  test("a contact sheet sealed alone is told as the page that it is, not as a damaged pack", async () => {
    const page = await sealWhole(utf8("%PDF-1.7\n…"), { recipients: [await recipientOf(identity)] });
    const opened = await openPack(inputOf(page), { identities: [identity] });
    expect(opened).toMatchObject({ ok: false, error: { reason: "page", why: expect.stringMatching(/most likely the contact sheet/) } });
  });

  test("a sealed pack opens with nothing put aside, and is verified as it lies", async () => {
    const without = await openPack(inputOf(sealed), { identities: [] });
    expect(without).toMatchObject({ ok: false, error: { why: expect.stringMatching(/^the pack is sealed/) } });
    const opened = await openPack(inputOf(sealed), { identities: [identity] });
    if (!opened.ok) throw new Error(opened.error.why);
    expect(await check(opened.value.files)).toMatchObject({ overall: "verified" });
  });

  test("what was put aside opened is taken away again when it cannot be read", async () => {
    let closed = 0;
    const read = async (): Promise<never> => {
      throw new Error("the disk is gone");
    };
    const putAside = async () => ({ source: { name: "aside", size: 4096, read }, close: async () => void closed++ });
    await expect(openPack(inputOf(sealed), { identities: [identity], putAside })).rejects.toThrow("the disk is gone");
    expect(closed).toBe(1);
  });
});

test("every identity of a file is found, and a spoiled line is named without its words", () => {
  const text = reveal(identity);
  expect(identitiesIn(`# mine\r\n\n${text}\n`)).toMatchObject({ ok: true });
  expect(identitiesIn(`${text}\nAGE-SECRET-KEY-1SPOILED`)).toEqual({ ok: false, error: expect.stringMatching(/^line 2 is not/) });
});

describe("what a checked pack tells", () => {
  test("each exhibit has its verdict and the acts that stand in it; one that is held back has neither name nor place", async () => {
    const files = filesInMemory(await exampleFiles());
    const told = await tellPack(files, await check(files));
    const numbers: number[] = [];
    if (told) for await (const { number } of toldActs(files, told.report)) numbers.push(number);
    expect(numbers.length).toBe(told?.report.acts.shown);
    expect(told?.exhibits.reduce((sum, { acts }) => sum + acts, 0)).toBeGreaterThan(0);
    expect(told?.exhibits.filter(({ file }) => file === undefined).length).toBe(1);
    for (const { file } of told?.exhibits ?? []) if (file) expect(file.verdict).toBe("valid");
  });

  test("a photo of her entry has at the entry the number of its exhibit, by its bytes and not by its name", async () => {
    const bytes = utf8("a photo of the gate");
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const photos = [{ original: "0".repeat(32), name: "image.jpg", size: bytes.length, sha256, from: "my old phone" }];
    const never = [{ original: "1".repeat(32), name: "image.jpg", size: 9, sha256: "a".repeat(64) }];
    const written = { at: instantToIso(at), zone: "Europe/London", by: "self" };
    const lines = [photos, never].map((files, i) => ({ counter: i + 1, line: "entry", written, words: "He stood there.", files }));
    const journal = file("journal.jsonl", lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    const sources = [group, journal, sourceOf("image.jpg", bytes)];
    const files = filesInMemory(await packOf(await chosen([], sources), sources));
    const report = (await readToldReport(files)) ?? expect.fail();
    const told: unknown[] = [];
    for await (const { act, attached } of toldActs(files, report))
      if (act.entry) told.push([attached, act.attachments.map(({ from }) => from)]);
    expect(told).toEqual([
      [["M/3"], ["my old phone"]],
      [[undefined], [undefined]],
    ]);
  });

  test("an original that was changed keeps its acts, with the hash that is listed beside the one that was found", async () => {
    const before = await exampleFiles();
    const path = "data/originals/0001.txt";
    const files = filesInMemory(new Map(before).set(path, utf8("another text")));
    const found = await check(files);
    const told = await tellPack(files, found);
    expect(told?.exhibits.find(({ file }) => file?.path === path)).toMatchObject({ file: { verdict: "altered" } });
    const sha256 = (bytes: Uint8Array | string = ""): string => createHash("sha256").update(bytes).digest("hex");
    expect(await listedAndFound(files, { path }, sha)).toEqual({ listed: sha256(before.get(path)), found: sha256("another text") });
    expect(await listedAndFound(files, { path: "data/none" }, sha)).toEqual({ listed: undefined, found: undefined });
  });

  test("a pack whose acts, report or lists are not vouched for tells nothing", async () => {
    for (const path of [layout.acts, layout.report, "manifest-sha256.txt", layout.tagManifest]) {
      const all = [...(await exampleFiles())].filter(([one]) => one !== path);
      const files = filesInMemory(new Map([...all, [path, utf8("changed\n")]]));
      expect(await tellPack(files, await check(files))).toBeUndefined();
    }
  });
});
