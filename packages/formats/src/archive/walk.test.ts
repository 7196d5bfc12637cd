import { type Source, parseSha256 } from "@unmask/core";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import { createHash, randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { createHasher, sourceOf } from "../../../../fixtures/importers/fixture.ts";
import { packedFar, packedLong } from "../../../../fixtures/importers/packed-by-windows.ts";
import { rawZip } from "../../../../fixtures/importers/raw-zip.ts";
import { readStretch } from "../scan/read-stretch.ts";
import { type Leaf, hashSource, walk } from "./walk.ts";

async function walked(...sources: Source[]): Promise<{ leaves: Leaf[]; reasons: string[] }> {
  const leaves: Leaf[] = [];
  const reasons: string[] = [];
  for await (const found of walk(sources, { createHasher })) {
    if ("leaf" in found) leaves.push(found.leaf);
    if ("unread" in found) reasons.push(found.unread.reason);
  }
  return { leaves, reasons };
}

async function textOf(leaf: Leaf | undefined): Promise<string> {
  if (!leaf) throw new Error("no leaf");
  const hashed = await hashSource(leaf.source, { createHasher });
  return new TextDecoder().decode(await readStretch(leaf.source, 0, hashed?.size ?? 0));
}

const zip = (bytes: Uint8Array, name = "export.zip") => sourceOf(name, bytes);

test("names that climb, point to drives or carry marks are labels and lose no file", async () => {
  const names = ["../../etc/passwd", "/abs", "C:\\Users\\x.txt", "\\\\server\\share\\y", "nul\0byte", "a\u202Etxt.exe", "", "same", "same"];
  const { leaves, reasons } = await walked(zip(rawZip(names.map((name, i) => ({ name, data: `file ${i}` })))));
  expect(reasons).toEqual([]);
  expect(leaves.map((leaf) => leaf.source.name)).toEqual([
    "../../etc/passwd",
    "/abs",
    "C:/Users/x.txt",
    "//server/share/y",
    "nul\uFFFDbyte",
    "a\uFFFDtxt.exe",
    "",
    "same",
    "same",
  ]);
  expect(await Promise.all(leaves.map(textOf))).toEqual(names.map((_, i) => `file ${i}`));
});

test("a name in no UTF-8 is still a name", async () => {
  const { leaves } = await walked(zip(rawZip([{ name: Uint8Array.of(0x6e, 0x81, 0x62), data: "x" }])));
  expect(leaves[0]?.source.name).toBe("nüb"); // IBM 437
});

test("a very long name is cut", async () => {
  const { leaves } = await walked(zip(rawZip([{ name: "x/".repeat(30_000), data: "x" }])));
  expect(leaves.map((leaf) => leaf.source.name.length)).toEqual([]);
  const { leaves: files } = await walked(zip(rawZip([{ name: `${"x/".repeat(30_000)}y`, data: "x" }])));
  expect(files[0]?.source.name).toHaveLength(1025);
});

test("a folder that holds bytes is told", async () => {
  const { leaves, reasons } = await walked(
    zip(
      rawZip([
        { name: "chat/", data: "hidden" },
        { name: "empty/", data: "", method: 0 },
      ]),
    ),
  );
  expect(leaves).toEqual([]);
  expect(reasons).toEqual([expect.stringMatching(/“chat\/” is called a folder/)]);
});

test("a locked member says what to do, and the others are read", async () => {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  await writer.add("locked.txt", new Uint8ArrayReader(new TextEncoder().encode("x")), { password: "p" });
  await writer.add("old-locked.txt", new Uint8ArrayReader(new TextEncoder().encode("x")), { password: "p", zipCrypto: true });
  await writer.add("open.txt", new Uint8ArrayReader(new TextEncoder().encode("open")));
  const { leaves } = await walked(zip(await writer.close()));
  expect(leaves).toHaveLength(3);
  for (const leaf of leaves.slice(0, 2)) {
    expect(await textOf(leaf)).toBe("");
    expect(leaf.fault()).toMatchObject({ kind: "refused", reason: expect.stringContaining("password") });
  }
  expect(await textOf(leaves[2])).toBe("open");
});

test("a member packed in a way that nobody knows, and one that strong encryption hides, are refused alone", async () => {
  const { leaves } = await walked(
    zip(
      rawZip([
        { name: "lzma", data: "x", method: 14 },
        { name: "strong", data: "x", claims: { flags: 0x41 } },
        { name: "plain", data: "plain" },
      ]),
    ),
  );
  expect(await Promise.all(leaves.map(textOf))).toEqual(["", "", "plain"]);
  expect(leaves.map((leaf) => leaf.fault()?.kind)).toEqual(["refused", "refused", undefined]);
});

test("what Windows packs when it packs a large file is read to the same bytes", async () => {
  const { leaves, reasons } = await walked(zip(rawZip([packedFar, packedLong])));
  expect(reasons).toEqual([]);
  expect(await Promise.all(leaves.map(textOf))).toEqual([packedFar.data, packedLong.data]);
  expect(leaves.map((leaf) => leaf.fault())).toEqual([undefined, undefined]);
});

test("of what Windows packed and is damaged, all that is good comes out and it is said to bring it again", async () => {
  const cut = { ...packedLong, packed: packedLong.packed.subarray(0, 3) };
  const changed = { ...packedLong, data: "y".repeat(packedLong.data.length) };
  const { leaves } = await walked(zip(rawZip([cut, changed, packedFar])));
  expect(await Promise.all(leaves.map(textOf))).toEqual(["x", packedLong.data, packedFar.data]);
  expect(leaves.map((leaf) => leaf.fault())).toEqual([
    { kind: "damaged", reason: expect.stringMatching(/damaged or cut off.*Ask for the export again/) },
    { kind: "damaged", reason: expect.stringMatching(/its own checksum.*Ask for the export again/) },
    undefined,
  ]);
});

test("a member that does not match its checksum is read and told as damaged", async () => {
  for (const method of [0, 8]) {
    const { leaves } = await walked(zip(rawZip([{ name: "x", data: "almost right", method, claims: { crc: 1 } }])));
    expect(await textOf(leaves[0])).toBe("almost right");
    expect(leaves[0]?.fault()).toMatchObject({ kind: "damaged", reason: expect.stringContaining("checksum") });
  }
});

test("a packed member that breaks in the middle gives what came before, the same every time, and the others are read", async () => {
  const data = randomBytes(300_000).toString("hex");
  const bytes = rawZip([
    { name: "x", data },
    { name: "y", data: "fine" },
  ]);
  bytes.fill(0xff, 150_000, 150_100);
  const texts: string[] = [];
  for (let round = 0; round < 3; round++) {
    const { leaves } = await walked(zip(bytes));
    texts.push(await textOf(leaves[0]));
    expect(leaves[0]?.fault()).toMatchObject({ kind: "damaged" });
    expect(await textOf(leaves[1])).toBe("fine");
  }
  expect(new Set(texts).size).toBe(1);
  expect(texts[0]?.slice(0, 250_000)).toBe(data.slice(0, 250_000));
});

test("noise by the name of a zip is told with what to do", async () => {
  const whole = rawZip([{ name: "a", data: "x".repeat(1000) }]);
  for (const bytes of [whole.subarray(0, 20), new Uint8Array(100).fill(7), Uint8Array.of(0x50)]) {
    const { leaves, reasons } = await walked(zip(bytes));
    expect(leaves).toEqual([]);
    expect(reasons).toEqual([expect.stringMatching(/“export.zip” has no list of its files.*Copy or download it again/)]);
  }
});

test.each([0, 8])("a zip that was cut short still gives the files before the cut (method %i)", async (method) => {
  const members = ["one", "two", "three"].map((name) => ({ name: `chat/${name}.txt`, data: randomBytes(5000).toString("hex"), method }));
  const whole = rawZip(members);
  const third = Buffer.from(whole).indexOf("chat/three.txt");
  for (const [cut, found] of [
    [whole.length - 30, 3],
    [third + 1000, 2],
    [third + 5, 2],
    [third - 30, 2],
    [40, 0],
  ] as const) {
    const { leaves, reasons } = await walked(zip(whole.subarray(0, cut)));
    const texts = await Promise.all(leaves.map(textOf));
    const sound = leaves.filter((leaf) => leaf.fault() === undefined);
    expect(
      texts.slice(0, found).every((text, i) => text === members[i]?.data),
      `cut at ${cut}`,
    ).toBe(true);
    expect(sound).toHaveLength(found);
    expect(reasons).toEqual([expect.stringMatching(/“export.zip” has no list of its files/)]);
    if (cut !== third + 1000) continue;
    expect(texts[2]?.length).toBeGreaterThan(800);
    expect(members[2]?.data.startsWith(texts[2] ?? "-")).toBe(true);
    expect(leaves[2]?.fault()?.reason).toMatch(/is not as long|cut off/);
  }
});

test("a zip that was written in one go, sizes behind the bytes, gives the files before the cut as well", async () => {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, dataDescriptor: true, dataDescriptorSignature: true });
  const texts = ["one", "two", "three"].map((name) => `${name} ${randomBytes(2000).toString("hex")}`);
  for (const [i, text] of texts.entries()) await writer.add(`${i}.txt`, new Uint8ArrayReader(new TextEncoder().encode(text)));
  const whole = await writer.close();
  const streamed = await walked(zip(blankedSizes(whole).subarray(0, whole.length - 200)));
  expect(await Promise.all(streamed.leaves.map(textOf))).toEqual(texts);
});

test("a list that breaks off in the middle loses none of the files", async () => {
  const whole = rawZip([
    { name: "a", data: "first" },
    { name: "b", data: "second" },
    { name: "c", data: "third" },
  ]);
  const bytes = Buffer.from(whole);
  bytes.fill(0, bytes.lastIndexOf("b"), bytes.lastIndexOf("b") + 8);
  const { leaves, reasons } = await walked(zip(bytes));
  expect((await Promise.all(leaves.map(textOf))).sort()).toEqual(["first", "second", "third"]);
  expect(reasons).toHaveLength(1);
});

/** Sizes of every local header set to nought, as a writer leaves them that cannot go back. */
function blankedSizes(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf("PK\x03\x04"); at !== -1; at = copy.indexOf("PK\x03\x04", at + 4)) copy.fill(0, at + 14, at + 26);
  return new Uint8Array(copy);
}

test("sizes that lie, up to ten gigabytes, are found out by the bytes", async () => {
  const tenGigabytes = 10 * 1024 ** 3;
  const { leaves } = await walked(
    zip(
      rawZip([
        { name: "larger", data: "small", claims: { size: tenGigabytes }, zip64: true },
        { name: "smaller", data: "much longer than it says", claims: { size: 4 } },
        { name: "beyond", data: "x", claims: { compressedSize: tenGigabytes, size: 1 }, zip64: true },
        { name: "honest", data: "honest", zip64: true },
      ]),
    ),
  );
  const [larger, smaller, beyond, honest] = leaves;
  expect(await textOf(larger)).toBe("small");
  expect(larger?.fault()?.kind).toBe("damaged");
  expect(await textOf(smaller)).toBe("much");
  expect(smaller?.fault()).toMatchObject({ kind: "damaged", reason: expect.stringContaining("not as long as") });
  expect(await textOf(beyond)).toBe("x");
  expect(beyond?.fault()?.kind).toBe("damaged");
  expect(await textOf(honest)).toBe("honest");
  expect(honest?.fault()).toBeUndefined();
});

test("zips inside zips are opened down to a depth, and the last says what to do", async () => {
  let bytes = rawZip([{ name: "x.txt", data: "deep" }]);
  for (let depth = 0; depth < 3; depth++) bytes = rawZip([{ name: "inner.zip", data: bytes, method: depth % 2 === 0 ? 8 : 0 }]);
  const { leaves } = await walked(zip(bytes));
  expect(leaves[0]?.within.map((container) => container.name)).toEqual(["export.zip", "inner.zip", "inner.zip", "inner.zip"]);
  expect(await textOf(leaves[0])).toBe("deep");
  const { leaves: none, reasons } = await walked(zip(rawZip([{ name: "inner.zip", data: bytes }])));
  expect(none).toEqual([]);
  expect(reasons).toEqual([expect.stringMatching(/“inner.zip” lies in 4 zips inside each other/)]);
});

test("a document that is a zip inside stays one file", async () => {
  const { leaves } = await walked(
    sourceOf("letter.docx", rawZip([{ name: "[Content_Types].xml", data: "x" }])),
    sourceOf("letter.odt", rawZip([{ name: "mimetype", data: "x", method: 0 }])),
    sourceOf("nameless", rawZip([{ name: "x.txt", data: "opened by its bytes" }])),
  );
  expect(leaves.map((leaf) => leaf.source.name)).toEqual(["letter.docx", "letter.odt", "x.txt"]);
});

test.each([0, 8])("a member can be read at any place and in any order (method %i)", async (method) => {
  const data = new Uint8Array(randomBytes(3_000_000));
  const { leaves } = await walked(zip(rawZip([{ name: "x", data, method }])));
  const source = leaves[0]?.source;
  if (!source) throw new Error("no leaf");
  const hashed = await hashSource(source, { createHasher });
  expect(hashed?.sha256).toBe(parseSha256(createHash("sha256").update(data).digest("hex")));
  for (const [start, end] of [
    [2_900_000, 3_100_000],
    [0, 10],
    [1_000_000, 1_000_001],
    [999_999, 1_600_000],
    [5, 5],
    [3_000_000, 3_000_001],
  ] as const) {
    expect(Buffer.compare(await readStretch(source, start, end), data.subarray(start, end))).toBe(0);
  }
  const both = await Promise.all([source.read(100, 200), source.read(50, 60)]);
  expect(both.map((bytes) => Buffer.from(bytes).toString("hex"))).toEqual([
    Buffer.from(data.subarray(100, 200)).toString("hex"),
    Buffer.from(data.subarray(50, 60)).toString("hex"),
  ]);
});

test("many members read by turns stay within the memory that members may hold", async () => {
  const members = Array.from({ length: 40 }, (_, i) => ({ name: `m${i}`, data: `${i} `.repeat(100_000) }));
  const { leaves } = await walked(zip(rawZip(members)));
  for (let round = 0; round < 3; round++) {
    for (const [i, leaf] of leaves.entries()) {
      const at = 1000 * round;
      const text = new TextDecoder().decode(await leaf.source.read(at, at + 20));
      expect(text).toBe(`${i} `.repeat(100_000).slice(at, at + 20));
    }
  }
});

test("an error of the disk inside a zip is the app's to handle", async () => {
  const bytes = rawZip([{ name: "x", data: randomBytes(200_000).toString("hex") }]);
  let broken = false;
  const source: Source = {
    ...zip(bytes),
    read: async (start, end) => (broken ? Promise.reject(new Error("disk")) : bytes.slice(start, end)),
  };
  const { leaves } = await walked(source);
  broken = true;
  await expect(textOf(leaves[0])).rejects.toThrow("disk");
});
