import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { packFilesInFolder, writeStream } from "./pack-folder.ts";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "pack-folder-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** So many bytes, none like its neighbours, in pieces of 64 KiB and odd ones; the piece is reused, as a stream may. */
async function* pieces(bytes: number, brokenOffAt = Number.POSITIVE_INFINITY): AsyncGenerator<Uint8Array> {
  const piece = new Uint8Array(65_536);
  for (let at = 0; at < bytes;) {
    if (at >= brokenOffAt) throw new Error("the film has gone");
    const length = Math.min(bytes - at, at % 3 === 0 ? 65_536 : 12_345);
    for (let i = 0; i < length; i++) piece[i] = byteAt(at + i);
    yield piece.subarray(0, length);
    at += length;
  }
}

function byteAt(at: number): number {
  return (at ^ (at >> 8) ^ (at >> 16)) & 0xff;
}

test.each([0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 * (1 << 20), 70_000_001])(
  "a pack of %i bytes is on the disk byte for byte",
  async (bytes) => {
    await writeStream(join(folder, "pack"), pieces(bytes));
    const written = await readFile(join(folder, "pack"));
    expect(written.length).toBe(bytes);
    expect(written.findIndex((byte, at) => byte !== byteAt(at))).toBe(-1);
  },
);

test("an empty folder is listed, so that what was added to a pack is told", async () => {
  await mkdir(join(folder, "data", "originals", "empty"), { recursive: true });
  await writeFile(join(folder, "data", "acts"), "x");
  const kindByPath = new Map((await packFilesInFolder(folder).list()).map(({ path, kind }) => [path, kind]));
  expect(kindByPath).toEqual(
    new Map([
      ["data/acts", "file"],
      ["data/originals/empty", "folder"],
    ]),
  );
});

test("the files of a pack have the same names however its folder is written", async () => {
  await mkdir(join(folder, "data"));
  await writeFile(join(folder, "data", "x"), "four");
  await symlink("/etc/hostname", join(folder, "link"));
  const here = relative(process.cwd(), folder);
  for (const written of [folder, `${folder}/`, `${folder}/.`, `${folder}/data/..`, `${folder}//`, here, `./${here}`, `${here}/./`]) {
    const files = packFilesInFolder(written);
    const listed = (await files.list()).toSorted((a, b) => (a.path < b.path ? -1 : 1));
    expect(listed).toEqual([
      { path: "data/x", size: 4, kind: "file" },
      { path: "link", size: 13, kind: "link" },
    ]);
    const read: Uint8Array[] = [];
    for await (const piece of files.read("data/x")) read.push(piece);
    expect(Buffer.concat(read).toString()).toBe("four");
  }
});

test("a file whose name is no UTF-8 is listed, so that nothing can be hidden behind one", async () => {
  await writeFile(Buffer.concat([Buffer.from(join(folder, "extra-")), Buffer.from([0xe9])]), "hidden");
  expect(await packFilesInFolder(folder).list()).toEqual([{ path: "extra-\uFFFD", size: 0, kind: "file" }]);
});

test("half a pack does not stay", async () => {
  await expect(writeStream(join(folder, "pack"), pieces(80_000_000, 40_000_000))).rejects.toThrow("the film has gone");
  expect(await readdir(folder)).toEqual([]);
});

test("a file that is there is never written over", async () => {
  await writeFile(join(folder, "pack"), "the only copy");
  await expect(writeStream(join(folder, "pack"), pieces(10))).rejects.toThrow("EEXIST");
  expect(await readFile(join(folder, "pack"), "utf8")).toBe("the only copy");
});
