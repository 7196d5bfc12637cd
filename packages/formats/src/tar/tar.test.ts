import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { type Source, failed } from "@unmask/core";
import { type TarFiles, readTar } from "./read.ts";
import { type TarEntry, checksumOf, padding, tarHeader, tarOf } from "./write.ts";
import { sayTarFault } from "./tar-fault.ts";
import { namesApart } from "./names-apart.ts";
import { isPlainPath } from "./plain-path.ts";

const folder = mkdtempSync(join(tmpdir(), "unmask-tar-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** An order such as a format states: what begins with `data/` first, then by name. */
function byName(a: string, b: string): number {
  const rank = (path: string): number => (path.startsWith("data/") ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : Number(a > b));
}
const openTar = async (source: Source) => {
  const files = await readTar(source, { order: byName, isApart: namesApart() });
  return files.ok ? files : failed(sayTarFault(files.error));
};
const entryOfBytes = (path: string, bytes: Uint8Array): TarEntry => ({
  path,
  size: bytes.length,
  async *chunks() {
    yield bytes;
  },
});
const sourceOf = (bytes: Uint8Array): Source => ({
  name: "x.tar",
  size: bytes.length,
  read: async (start, end) => bytes.slice(start, end),
});

async function gather(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece.slice());
  return Uint8Array.from(Buffer.concat(pieces));
}

async function* each(entries: readonly TarEntry[]): AsyncGenerator<TarEntry> {
  yield* entries;
}

async function tarOfFiles(files: Record<string, Uint8Array>): Promise<Uint8Array> {
  return gather(tarOf(each(Object.entries(files).map(([path, bytes]) => entryOfBytes(path, bytes)))));
}

async function readAll(files: TarFiles): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { path } of await files.list()) found[path] = Buffer.from(await gather(files.read(path))).toString("latin1");
  return found;
}

/** What the reader says of a tar: its files, or why not. */
async function said(tar: Uint8Array): Promise<Record<string, string> | string> {
  const files = await openTar(sourceOf(tar));
  return files.ok ? readAll(files.value) : `${files.error.verdict}: ${files.error.why}`;
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));
const end = new Uint8Array(1024);

/** One entry as our writer writes it. */
function entry(path: string, text = ""): Uint8Array {
  return joined(tarHeader(path, text.length), utf8(text), new Uint8Array(padding(text.length)));
}

/** A header with a field changed and its checksum made to fit. */
function edited(header: Uint8Array, at: number, text: string): Uint8Array {
  const made = Uint8Array.from(header);
  made.set(utf8(text), at);
  made.set(utf8(`${checksumOf(made.subarray(0, 512)).toString(8).padStart(6, "0")}\0 `), 148);
  return made;
}

describe("a tar of ours", () => {
  const name = fc.stringMatching(/^[a-z_]([a-z0-9._-]{0,8}[a-z0-9_-])?$/).filter(isPlainPath);
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
  const isClear = (paths: readonly string[]): boolean => !paths.some((one) => paths.some((other) => other.startsWith(`${one}/`)));

  it("comes back as it was, whatever the plain names and lengths", async () => {
    const files = fc.dictionary(path, fc.uint8Array({ maxLength: 1500 }), { maxKeys: 6, noNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(
        files.filter((given) => isClear(Object.keys(given))),
        async (given) => {
          const sorted = Object.entries(given).sort(([a], [b]) => byName(a, b));
          const wanted = Object.fromEntries(sorted.map(([one, bytes]) => [one, Buffer.from(bytes).toString("latin1")]));
          expect(await said(await tarOfFiles(Object.fromEntries(sorted)))).toEqual(wanted);
        },
      ),
      { seed: 20_261_125, numRuns: 150 },
    );
  });

  it("is unpacked by GNU tar, the longest name too", async () => {
    const files = { "data/originals/0001.bin": utf8("one"), ["seal/".padEnd(100, "x")]: utf8("two"), z: utf8("") };
    writeFileSync(join(folder, "ours.tar"), await tarOfFiles(files));
    mkdirSync(join(folder, "ours"));
    execFileSync("tar", ["-xf", "../ours.tar"], { cwd: join(folder, "ours") });
    for (const [one, bytes] of Object.entries(files)) expect(readFileSync(join(folder, "ours", one))).toEqual(Buffer.from(bytes));
  });

  it.each([
    "",
    "ü.txt",
    "x".repeat(101),
    "a/../b",
    "/a",
    "a/",
    "a//b",
    "./a",
    ".a",
    "a.",
    "a b",
    "a:b",
    "a\\b",
    "~a",
    "nul",
    "data/COM1.txt",
  ])("is not written with a name that some tool reads otherwise: %s", async (wrong) => {
    await expect(tarOfFiles({ [wrong]: utf8("") })).rejects.toThrow(/plain names/);
  });

  it("states a size over 8 GiB in a record of its own", async () => {
    const size = 9 * 1024 ** 3;
    const head = tarHeader("huge.bin", size);
    expect(new TextDecoder().decode(head)).toContain("19 size=9663676416\n");
    const sparse = (bytes: Uint8Array): Source => ({
      name: "huge.tar",
      size: size + bytes.length + end.length,
      read: async (start, stop) => {
        const piece = new Uint8Array(stop - start);
        if (start < bytes.length) piece.set(bytes.subarray(start, Math.min(stop, bytes.length)));
        return piece;
      },
    });
    const files = await openTar(sparse(head));
    expect(files.ok && (await files.value.list())).toEqual([{ path: "huge.bin", size, kind: "file", start: head.length }]);
    for (const at of [0, 124, 512, 515, 522, 600, 1024 + 124]) {
      const flipped = head.map((byte, i) => (i === at ? byte ^ 1 : byte));
      expect((await openTar(sparse(flipped))).ok).toBe(false);
    }
  });

  it("is the same however the reads are cut", async () => {
    const tar = await tarOfFiles({ "data/originals/0001.bin": new Uint8Array(3000).fill(7), "seal/x": utf8("one") });
    for (const most of [1, 7, 511, 513]) {
      const source: Source = { ...sourceOf(tar), read: async (start, stop) => tar.slice(start, Math.min(stop, start + most)) };
      const opened = await openTar(source);
      expect(opened.ok && (await readAll(opened.value))).toEqual(await said(tar));
    }
  });

  it("throws when an entry has another length than it said", async () => {
    const wrong: TarEntry = { ...entryOfBytes("x", utf8("four")), size: 5 };
    await expect(gather(tarOf(each([wrong])))).rejects.toThrow(/yielded 4/);
  });

  it("throws when a file is asked for that is not in it, or the disk ends early", async () => {
    const tar = joined(entry("data/x", "four"), end);
    let isGone = false;
    const files = await openTar({ ...sourceOf(tar), read: async (start, stop) => (isGone ? new Uint8Array() : tar.slice(start, stop)) });
    if (!files.ok) throw new Error(files.error.why);
    await expect(gather(files.value.read("data/y"))).rejects.toThrow(/no such file/);
    isGone = true;
    await expect(gather(files.value.read("data/x"))).rejects.toThrow(/ended early/);
  });
});

describe("a tar that a stranger handed over", () => {
  const good = entry("data/x", "four");
  const spoiled = (at: number): Uint8Array => good.map((byte, i) => (i === at ? byte ^ 1 : byte));
  it.each<[string, Uint8Array, RegExp]>([
    ["a path that climbs out", joined(edited(good, 0, "../evil\0"), end), /^altered: .* not written as ours are, at byte 0/],
    ["a link", joined(good, edited(tarHeader("data/y", 0), 156, "2"), end), /^altered: it has a link, at byte 1024/],
    ["a hard link", joined(good, edited(tarHeader("data/y", 0), 156, "1"), end), /^altered: it has a link/],
    ["a device", joined(good, edited(tarHeader("data/y", 0), 156, "3"), end), /^altered: it has a device/],
    ["a folder", joined(good, edited(tarHeader("data/y", 0), 156, "5"), end), /^altered: it has an entry for a folder/],
    ["a file with holes", joined(good, edited(tarHeader("data/y", 0), 156, "S"), end), /^altered: it has a file with holes/],
    ["a long name of GNU", joined(good, edited(tarHeader("data/y", 0), 156, "L"), end), /^altered: it has a long name in GNU's way/],
    ["a global header", joined(edited(good, 156, "g"), end), /^altered: it has a header that would change the files after it/],
    ["an extended header", joined(edited(good, 156, "x"), end), /^altered: it has an extended header/],
    ["one name twice", joined(good, good, end), /^altered: .*twice/],
    ["names out of order", joined(entry("seal/x"), good, end), /^altered: .*out of its order/],
    ["two names of one file in other case", joined(entry("data/X"), good, end), /^altered: .*one disk takes for one/],
    ["a file that is a folder too", joined(entry("data/a"), entry("data/a/b"), end), /^altered: .*one disk takes for one/],
    ["a folder that is a file too", joined(entry("data/A/b"), entry("data/a"), end), /^altered: .*one disk takes for one/],
    ["a wrong checksum", joined(good, spoiled(150), end), /^altered: .* at byte 1024/],
    ["a size that is no number", joined(edited(good, 124, "xxxxxxxxxxx"), end), /^altered/],
    ["a size beyond its end", joined(edited(good, 124, "00000010000"), end), /^altered: it ends inside a file, at byte 2048/],
    ["a byte in the padding", joined(spoiled(1023), end), /^altered: bytes that belong to no file stand behind one, at byte 516/],
    ["no end", good, /^altered: it has no end/],
    ["half an end", joined(good, new Uint8Array(512)), /^altered: it has no end/],
    ["an end with a byte in it", joined(good, new Uint8Array(512), new Uint8Array(512).fill(1)), /^altered: it has no end/],
    ["a cut header", joined(good, good.subarray(0, 100)), /^altered: it ends in the middle of a header, at byte 1024/],
    ["bytes after its end", joined(good, end, utf8("hidden")), /^altered: bytes stand behind its end/],
    ["another empty block", joined(good, end, new Uint8Array(512)), /^altered: bytes stand behind its end/],
    ["nothing in it", new Uint8Array(), /^error: it is no tar/],
    ["something else", new Uint8Array(2048).fill(65), /^error: it is no tar/],
  ])("is refused: %s", async (_, tar, why) => {
    expect(await said(tar)).toMatch(why);
  });

  it("ends in bounded time on any bytes, without an exception", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
        expect(typeof (await said(bytes))).toBe("string");
      }),
      { seed: 20_261_125, numRuns: 200 },
    );
  });
});
