import { createHash as nodeHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { layout } from "@unmask/pack";
import { type Identity, createIdentity, recipientOf, sealWhole } from "@unmask/seal";
import { beforeAll, describe, expect, test } from "vitest";
import { fileOf, herFiles, later, tarred } from "../../../test/tamper/her-pack.ts";
import { createHash, exampleFiles, repeatableBytes } from "../../../test/tamper/sealed-example.ts";
import { createHasher } from "../../../fixtures/importers/fixture.ts";
import { type ExaminedAct, examinePack } from "./examine-pack.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

let identity: Identity;
let hers: Map<string, Uint8Array>;
let sealed: Uint8Array;
beforeAll(async () => {
  identity = await createIdentity();
  hers = await herFiles();
  sealed = await seal(hers);
});

const seal = async (files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> =>
  sealWhole(await tarred(files), { recipients: [await recipientOf(identity)] });

async function examined(
  bytes: Uint8Array,
  { identities = [identity], mostBytes = 1e9, signal }: { identities?: Identity[]; mostBytes?: number; signal?: AbortSignal } = {},
) {
  const acts: ExaminedAct[] = [];
  let open = 0;
  const found = await examinePack(
    {
      file: fileOf("handed over", bytes),
      async *stream() {
        for (let from = 0; from < bytes.length; from += 70_000) yield bytes.subarray(from, from + 70_000);
      },
    },
    {
      opening: {
        identities,
        async putAside(name, stream) {
          const pieces: Uint8Array[] = [];
          for await (const piece of stream) pieces.push(piece.slice());
          open++;
          return { source: fileOf(name, Uint8Array.from(Buffer.concat(pieces))), close: async () => void open-- };
        },
      },
      verifying: { createHash, trustedSigners: [], trustedTsa: [] },
      reading: { createHasher, ...(signal && { signal }) },
      mostBytes,
      takeAct: async (act) => void acts.push(act),
    },
  );
  expect(open).toBe(0);
  return { found, acts, texts: acts.map(({ act }) => act.text) };
}

const theirs = "theirs as the record shows";

describe("a pack that came to a force", () => {
  test("whole: each item has a verdict, and each act and finding agrees with the originals", async () => {
    const { found, acts } = await examined(sealed);
    expect(found).toMatchObject({ fate: { state: "opened" }, check: { overall: "not-known" }, acts: 5, again: { outcome: "agrees" } });
    expect(found.check.items.length).toBeGreaterThanOrEqual(hers.size);
    expect(acts.map(({ agreement }) => agreement)).toEqual(Array(5).fill("agrees"));
    expect(acts.map(({ whose }) => whose)).toEqual([theirs, "hers", theirs, theirs, "hers"]);
    expect(found.findings.length).toBeGreaterThan(0);
    for (const { agreement, hers: theirs, here } of found.findings) {
      expect(agreement).toBe("agrees");
      expect(here?.acts).toEqual(theirs?.acts);
    }
  });

  test("one item altered: it alone is, what hangs on the others agrees, and of the findings both stay", async () => {
    const [path] = [...hers].find(([, bytes]) => new TextDecoder().decode(bytes) === later) ?? expect.fail();
    const { found, acts } = await examined(await seal(new Map(hers).set(path, utf8(later.replace("saw", "see")))));
    expect(found.fate).toMatchObject({ state: "marked", reason: "altered" });
    expect(found.check.items.filter(({ verdict }) => verdict !== "valid").map((one) => [one.path, one.verdict])).toContainEqual([
      path,
      "altered",
    ]);
    expect(acts.map(({ act, agreement }) => [act.text, agreement])).toEqual([
      ["answer me", "agrees"],
      ["no", "agrees"],
      ["I am outside", "agrees"],
      ["I saw you", "differs"],
      ["leave me alone", "agrees"],
    ]);
    const other = found.findings.filter(({ agreement }) => agreement === "differs");
    expect(other.length).toBeGreaterThan(0);
    expect(other.some((one) => one.hers && one.here)).toBe(true);
  });

  test("one item missing: what hangs on it is not compared", async () => {
    const [path] = [...hers].find(([, bytes]) => new TextDecoder().decode(bytes) === later) ?? expect.fail();
    const without = new Map([...hers].filter(([one]) => one !== path));
    const { found, acts } = await examined(await seal(without));
    expect(found.fate).toMatchObject({ state: "marked", reason: "altered" });
    expect(acts.map(({ agreement }) => agreement)).toEqual(["agrees", "agrees", "agrees", "not-compared", "not-compared"]);
  });

  test("cut short or altered on its way: what comes before is genuine and is told, as far as it goes", async () => {
    const cut = await examined(sealed.subarray(0, sealed.length / 2));
    expect(cut.found).toMatchObject({ fate: { state: "marked", reason: "cut-short" }, check: { overall: "not-verified" }, acts: 5 });
    expect(cut.texts).toContain("I am outside");
    expect(cut.found.told).toBeUndefined();
    // At the border of two parts that are sealed together, and within the last of them.
    for (const length of [sealed.length - 1, sealed.length - 700, 184 + 65_552 * 3])
      expect((await examined(sealed.subarray(0, length))).found.fate, `${length} of ${sealed.length}`).toMatchObject({
        reason: "cut-short",
      });
    // Where the length is one of whole blocks: a file that is announced does not fit it, or nobody can tell a cut from a change.
    const withoutBlocks = async (many: number) => (await examined(sealed.subarray(0, sealed.length - 512 * many))).found.fate;
    expect((sealed.length - 184 - 16 * Math.ceil((sealed.length - 184) / 65_552)) % 512).toBe(0);
    for (const many of [80, 120]) expect(await withoutBlocks(many), `${many} blocks`).toMatchObject({ reason: "cut-short" });
    for (const many of [1, 20])
      expect(await withoutBlocks(many), `${many} blocks`).toMatchObject({ why: expect.stringContaining("or the end is missing") });
    const flipped = sealed.slice();
    flipped[sealed.length - 100_000] = (flipped[sealed.length - 100_000] ?? 0) ^ 1;
    expect((await examined(flipped)).found).toMatchObject({ fate: { state: "marked", reason: "altered" }, acts: 5 });
    const atOnce = sealed.slice();
    atOnce[400] = (atOnce[400] ?? 0) ^ 1;
    expect((await examined(atOnce)).found).toMatchObject({ fate: { state: "marked", reason: "altered" }, acts: 0 });
  });

  test("sealed to a key that the force does not hold", async () => {
    const { found } = await examined(sealed, { identities: [await createIdentity()] });
    expect(found.fate).toMatchObject({ state: "marked", reason: "no-key" });
  });

  test.each([
    ["a PDF", utf8("%PDF-1.7\n%%EOF\n")],
    ["a zip", utf8("PK\u0003\u0004 and so on")],
    ["noise", repeatableBytes("noise")(5_000)],
    ["nothing", new Uint8Array()],
  ])("%s is not a pack", async (_, bytes) => {
    expect((await examined(bytes)).found.fate).toMatchObject({ state: "marked", reason: "not-a-pack" });
  });

  test("a sealed file that is no pack", async () => {
    const photo = await sealWhole(repeatableBytes("photo")(90_000), { recipients: [await recipientOf(identity)] });
    expect((await examined(photo)).found.fate).toMatchObject({ state: "marked", reason: "not-a-pack" });
  });

  test("a list of acts that would unpack to gigabytes is stopped", async () => {
    // What is packed is a bomb; whoever seals it can write the lists for it.
    const bomb = gzipSync(Buffer.alloc(70 * 1024 * 1024), { level: 9 });
    bomb[9] = 3;
    bomb[8] = 0;
    const { found, acts } = await examined(await seal(new Map(await exampleFiles()).set(layout.acts, Uint8Array.from(bomb))));
    expect(found.fate.state).toBe("marked");
    expect(acts).toEqual([]);
  });

  test("a file that is longer than a pack may be is not opened", async () => {
    const { found } = await examined(sealed, { mostBytes: sealed.length - 1 });
    expect(found.fate).toMatchObject({ state: "marked", reason: "too-large" });
  });

  test("one that takes too long ends, and says so", async () => {
    const { found } = await examined(sealed, { signal: AbortSignal.abort() });
    expect(found.fate).toMatchObject({ state: "marked", reason: "too-large" });
  });

  test("the sealed bytes stay as they came", async () => {
    const before = nodeHash("sha256").update(sealed).digest("hex");
    await examined(sealed);
    expect(nodeHash("sha256").update(sealed).digest("hex")).toBe(before);
  });
});
