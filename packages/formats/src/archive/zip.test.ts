import type { Source, Unread } from "@unmask/core";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import { expect, test } from "vitest";
import { createHasher, sourceOf } from "../../../../fixtures/importers/fixture.ts";
import { overlappingZip, rawZip } from "../../../../fixtures/importers/raw-zip.ts";
import { readStretch } from "../scan/read-stretch.ts";
import { type Leaf, hashSource, walk } from "./walk.ts";

/** Every byte of a zip is a file on its list, a frame, or told. */

async function walked(bytes: Uint8Array): Promise<{ files: Record<string, string>; unread: Unread[] }> {
  const leaves: Leaf[] = [];
  const unread: Unread[] = [];
  for await (const found of walk([sourceOf("export.zip", bytes)], { createHasher })) {
    if ("leaf" in found) leaves.push(found.leaf);
    if ("unread" in found) unread.push(found.unread);
  }
  const files: Record<string, string> = {};
  for (const { source } of leaves) files[source.name] = await textOf(source);
  return { files, unread };
}

async function textOf(source: Source): Promise<string> {
  const hashed = await hashSource(source, { createHasher });
  return new TextDecoder().decode(await readStretch(source, 0, hashed?.size ?? 0));
}

const said = (text: string): Uint8Array => new TextEncoder().encode(text);
const places = (unread: readonly Unread[]): number[][] => unread.map(({ source }) => [source.start, source.end]);
const outside = expect.stringMatching(/^“export.zip” holds bytes that its own list of files leaves out/);

test("of two zips joined into one, both are read and the one that the list leaves out is told", async () => {
  const first = rawZip([
    { name: "first.txt", data: "the first" },
    { name: "also.txt", data: "in the first too" },
  ]);
  const second = rawZip([{ name: "second.txt", data: "the second" }]);
  const { files, unread } = await walked(Buffer.concat([first, second]));
  expect(files).toEqual({ "second.txt": "the second", "first.txt": "the first", "also.txt": "in the first too" });
  expect(unread.map(({ reason }) => reason)).toEqual([outside]);
  expect(unread[0]?.reason).toContain("2 files were found in them and read");
  expect(places(unread)).toEqual([[0, first.length]]);
});

test("a file that was taken off the list of a zip is read and its place is told", async () => {
  const whole = Buffer.from(
    rawZip([
      { name: "before.txt", data: "before" },
      { name: "hidden.txt", data: "what was taken off the list" },
      { name: "behind.txt", data: "behind" },
    ]),
  );
  const { files, unread } = await walked(withoutRecord(whole, "hidden.txt"));
  expect(files).toEqual({ "before.txt": "before", "behind.txt": "behind", "hidden.txt": "what was taken off the list" });
  const start = whole.indexOf("hidden.txt") - 30;
  expect(places(unread)).toEqual([[start, whole.indexOf("behind.txt") - 30]]);
  expect(unread[0]?.reason).toContain("One file was found in them and read");
});

test("bytes before a zip, behind it and in its comment are told with their places", async () => {
  const zip = rawZip([{ name: "a.txt", data: "a" }]);
  const before = said("words before the zip");
  const behind = said("words behind it");
  for (const [bytes, expected] of [
    [Buffer.concat([before, zip]), [[0, before.length]]],
    [Buffer.concat([zip, behind]), [[zip.length, zip.length + behind.length]]],
    [withComment(zip, "words in a comment"), [[zip.length, zip.length + 18]]],
    [
      Buffer.concat([before, zip, behind]),
      [
        [0, before.length],
        [before.length + zip.length, before.length + zip.length + behind.length],
      ],
    ],
  ] as const) {
    const { files, unread } = await walked(bytes);
    expect(files).toEqual({ "a.txt": "a" });
    expect(unread.map(({ reason }) => reason)).toEqual(expected.map(() => outside));
    expect(places(unread)).toEqual(expected);
  }
});

test("crumbs between thousands of files are told, the last of them together", async () => {
  const parts = Array.from({ length: 1500 }, (_, i) => ({ name: `${i}`, data: "x", method: 0, crumb: "crumb" }));
  const { files, unread } = await walked(rawZip(parts));
  expect(Object.keys(files)).toHaveLength(1500);
  expect(unread).toHaveLength(1000);
  expect(unread.at(-1)?.reason).toMatch(/^“export.zip” holds 2505 bytes in 501 more places that its own list of files leaves out/);
});

test.each([
  ["with the sizes behind the files", { dataDescriptor: true, dataDescriptorSignature: true }],
  ["with the sizes behind the files and no mark", { dataDescriptor: true, dataDescriptorSignature: false }],
  ["in the large form", { zip64: true, dataDescriptor: true, dataDescriptorSignature: true }],
  ["in the plain form", { dataDescriptor: false }],
])("an ordinary zip %s has nothing to tell", async (_, options) => {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, ...options });
  await writer.add("folder/", undefined, { directory: true });
  await writer.add("folder/a.txt", new Uint8ArrayReader(said("a".repeat(1000))));
  await writer.add("empty.txt", new Uint8ArrayReader(said("")));
  await writer.add("b.txt", new Uint8ArrayReader(said("b")), { level: 0 });
  const { files, unread } = await walked(await writer.close());
  expect(unread).toEqual([]);
  expect(files).toEqual({ "folder/a.txt": "a".repeat(1000), "empty.txt": "", "b.txt": "b" });
});

test("files that lie over each other's bytes are refused by name, but for the first", async () => {
  const { files, unread } = await walked(overlappingZip(5));
  expect(Object.keys(files)).toEqual(["0"]);
  expect(unread.map(({ reason }) => reason)).toEqual(
    ["1", "2", "3", "4"].map((name) => expect.stringMatching(new RegExp(`^“${name}” lies over the bytes of another file`))),
  );
});

test("of thousands of files over each other a thousand lines are told, the last with the number and the bytes of the rest", async () => {
  const zip = overlappingZip(3000);
  const { files, unread } = await walked(zip);
  expect(Object.keys(files)).toEqual(["0"]);
  expect(unread).toHaveLength(1000);
  const [rest] = unread.slice(-1);
  // Files 1 to 999 are told by name. Each lies over all that follow it, so the rest is one stretch, from file 1,000 to the directory.
  const start = Buffer.from(zip).indexOf("1000") - 30;
  expect([rest?.source.start, rest?.source.end]).toEqual([start, directoryOf(zip).start]);
  expect(rest?.reason).toMatch(
    new RegExp(
      `^“export.zip” holds 2000 more files, in ${directoryOf(zip).start - start} bytes, each of which lies over the bytes of another`,
    ),
  );
});

const hidden = Buffer.from(rawZip(["a", "hidden", "b"].map((name) => ({ name: `${name}.txt`, data: name }))));
const plain = rawZip([
  { name: "a.txt", data: "a" },
  { name: "empty.txt", data: "", method: 0 },
]);

test.each([
  ["an ordinary zip", plain],
  ["two zips joined", Buffer.concat([rawZip([{ name: "first.txt", data: "first" }]), plain])],
  ["a file off the list", withoutRecord(hidden, "hidden.txt")],
  ["words before, behind and in a comment", Buffer.concat([said("before"), withComment(plain, "a comment"), said("behind")])],
  ["crumbs", rawZip(Array.from({ length: 1200 }, (_, i) => ({ name: `${i}`, data: "x", method: 0, crumb: "crumb" })))],
  ["files over each other", overlappingZip(1200)],
  ["a directory of many names", rawZip(Array.from({ length: 300 }, (_, i) => ({ name: `${"name".repeat(50)} ${i}`, data: "" })))],
])("every byte of %s is a file's, the directory's, or told", async (_, zip) => {
  const told: Stretch[] = [directoryOf(zip)];
  for await (const found of walk([sourceOf("export.zip", zip)], { createHasher })) {
    if ("leaf" in found && found.leaf.place) told.push(found.leaf.place);
    if ("unread" in found) told.push(found.unread.source);
  }
  expect(outsideOf(told, zip.length)).toEqual([]);
}); // prettier-ignore

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The list of a zip and its end record, without a comment (APPNOTE 4.3.12 to 4.3.16). */
function directoryOf(zip: Uint8Array): Stretch {
  const end = Buffer.from(zip).lastIndexOf("PK\u0005\u0006") + 22;
  const size = Buffer.from(zip).readUInt32LE(end - 10);
  return { start: end - 22 - size, end };
}

/** What of the bytes [0, size) lies in none of the stretches. */
function outsideOf(stretches: readonly Stretch[], size: number): Stretch[] {
  const outside: Stretch[] = [];
  let reached = 0;
  for (const { start, end } of [...stretches.toSorted((a, b) => a.start - b.start), { start: size, end: size }]) {
    if (start > reached) outside.push({ start: reached, end: start });
    reached = Math.max(reached, end);
  }
  return outside;
}

/** The zip without the record of `name` in its list; the file itself stays. */
function withoutRecord(zip: Buffer, name: string): Buffer {
  const at = zip.lastIndexOf(name) - 46;
  const end = Buffer.from(zip.subarray(-22));
  const size = 46 + name.length;
  end.writeUInt16LE(end.readUInt16LE(8) - 1, 8);
  end.writeUInt16LE(end.readUInt16LE(10) - 1, 10);
  end.writeUInt32LE(end.readUInt32LE(12) - size, 12);
  return Buffer.concat([zip.subarray(0, at), zip.subarray(at + size, -22), end]);
}

function withComment(zip: Uint8Array, comment: string): Buffer {
  const bytes = Buffer.concat([zip, said(comment)]);
  bytes.writeUInt16LE(comment.length, zip.length - 2);
  return bytes;
}
