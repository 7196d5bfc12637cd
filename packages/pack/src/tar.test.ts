import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { Source } from "@unmask/core";
import { type PackEntry, type PackFiles, entryOfBytes } from "./pack-files.ts";
import { openTar } from "./tar-read.ts";
import { checksumOf, tarOf } from "./tar-write.ts";

const folder = mkdtempSync(join(tmpdir(), "unmask-tar-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
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

async function* each(entries: readonly PackEntry[]): AsyncGenerator<PackEntry> {
  yield* entries;
}

async function tarOfFiles(files: Record<string, Uint8Array>): Promise<Uint8Array> {
  return gather(tarOf(each(Object.entries(files).map(([path, bytes]) => entryOfBytes(path, bytes)))));
}

async function readAll(files: PackFiles): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { path } of await files.list()) found[path] = Buffer.from(await gather(files.read(path))).toString("latin1");
  return found;
}

/** What the reader says of a tar: its files, or why not. */
async function said(tar: Uint8Array): Promise<Record<string, string> | string> {
  const files = await openTar(sourceOf(tar));
  return files.ok ? readAll(files.value) : files.error;
}

/** A header written by hand, with its checksum. */
function header(fields: { name: string; size?: string; kind?: string; magic?: string }): Uint8Array {
  const bytes = new Uint8Array(512);
  bytes.set(utf8(fields.name), 0);
  bytes.set(utf8("0000644\0"), 100);
  bytes.set(utf8(fields.size ?? "00000000000\0"), 124);
  bytes.set(utf8("00000000000\0"), 136);
  bytes.set(utf8(fields.kind ?? "0"), 156);
  bytes.set(utf8(fields.magic ?? "ustar\u000000"), 257);
  bytes.set(utf8(`${checksumOf(bytes).toString(8).padStart(6, "0")}\0 `), 148);
  return bytes;
}

const end = new Uint8Array(1024);
const joined = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));

describe("the tar of a pack", () => {
  const names = fc.stringMatching(/^[a-zA-Z0-9éß😀 _.-]{1,40}$/u).filter((name) => !/^\.+$/.test(name) && !name.startsWith("~"));
  const path = fc.array(names, { minLength: 1, maxLength: 6 }).map((parts) => parts.join("/"));

  it("comes back as it was, whatever the names and lengths", async () => {
    const files = fc.dictionary(path, fc.uint8Array({ maxLength: 1500 }), { maxKeys: 6, noNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(files, async (given) => {
        const wanted = Object.fromEntries(Object.entries(given).map(([name, bytes]) => [name, Buffer.from(bytes).toString("latin1")]));
        expect(await said(await tarOfFiles(given))).toEqual(wanted);
      }),
      { seed: 20_261_125, numRuns: 150 },
    );
  });

  it("is unpacked by GNU tar, long and foreign names too", async () => {
    const files = { "data/originals/0001.bin": utf8("one"), [`${"long/".repeat(30)}naïve 😀.txt`]: utf8("two"), empty: utf8("") };
    writeFileSync(join(folder, "ours.tar"), await tarOfFiles(files));
    mkdirSync(join(folder, "ours"));
    execFileSync("tar", ["-xf", "../ours.tar"], { cwd: join(folder, "ours") });
    for (const [name, bytes] of Object.entries(files)) expect(readFileSync(join(folder, "ours", name))).toEqual(Buffer.from(bytes));
  });

  it.each(["gnu", "posix", "ustar"])("is read when GNU tar writes it in its format %s", async (format) => {
    const long = format === "ustar" ? `${"x".repeat(90)}/${"y".repeat(90)}` : `${"long/".repeat(40)}name.txt`;
    const files: Record<string, string> = { "a.txt": "a", [long]: "deep", "sub/ü.txt": "u" };
    const inside = join(folder, format);
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(inside, name)), { recursive: true });
      writeFileSync(join(inside, name), text);
    }
    execFileSync("tar", ["-cf", `../${format}.tar`, `--format=${format}`, "."], { cwd: inside });
    expect(await said(readFileSync(join(folder, `${format}.tar`)))).toEqual(files);
  });

  it("states a size over 8 GiB in a record of its own", async () => {
    const size = 9 * 1024 ** 3;
    const huge: PackEntry = { path: "huge.bin", size, async *chunks() {} };
    const first = await tarOf(each([huge])).next();
    expect(new TextDecoder().decode(first.value ?? new Uint8Array())).toContain("19 size=9663676416\n");
    const source: Source = {
      name: "huge.tar",
      size: size + 4096,
      read: async (start, stop) => {
        const bytes = new Uint8Array(stop - start);
        const head = first.value ?? new Uint8Array();
        if (start < head.length) bytes.set(head.subarray(start, Math.min(stop, head.length)));
        return bytes;
      },
    };
    const files = await openTar({ ...source, size: size + (first.value?.length ?? 0) + 1024 });
    expect(files.ok && (await files.value.list())).toEqual([{ path: "huge.bin", size, kind: "file", start: first.value?.length }]);
  });

  it("is the same however the reads are cut", async () => {
    const files = { [`${"long/".repeat(30)}name.txt`]: utf8("one"), "data/originals/0001.bin": new Uint8Array(3000).fill(7) };
    const tar = await tarOfFiles(files);
    for (const most of [1, 7, 511, 513]) {
      const source: Source = { ...sourceOf(tar), read: async (start, stop) => tar.slice(start, Math.min(stop, start + most)) };
      const opened = await openTar(source);
      expect(opened.ok && (await readAll(opened.value))).toEqual(await said(tar));
    }
  });

  it("throws when an entry has another length than it said", async () => {
    const wrong: PackEntry = { ...entryOfBytes("x", utf8("four")), size: 5 };
    await expect(gather(tarOf(each([wrong])))).rejects.toThrow(/yielded 4/);
  });
});

describe("a tar that a stranger handed over", () => {
  const good = header({ name: "a.txt" });
  it.each<[string, Uint8Array, RegExp]>([
    ["a path that climbs out", joined(header({ name: "../evil" }), end), /climbs out/],
    ["an absolute path", joined(header({ name: "/etc/passwd" }), end), /absolute/],
    ["a path on a Windows drive", joined(header({ name: "C:evil" }), end), /Windows/],
    ["a path that climbs out the Windows way", joined(header({ name: "a\\..\\..\\evil" }), end), /climbs out/],
    ["one name twice", joined(good, good, end), /twice/],
    ["one name twice, once with ./", joined(good, header({ name: "./a.txt" }), end), /twice/],
    [
      "a wrong checksum",
      joined(
        good.map((byte, at) => (at === 0 ? byte + 1 : byte)),
        end,
      ),
      /checksum/,
    ],
    ["a size that is no number", joined(header({ name: "a", size: "xxxxxxxxxxx\0" }), end), /size/],
    ["a size beyond its end", joined(header({ name: "a", size: "00000010000\0" }), end), /inside a file/],
    ["no end", good, /middle of a header|no end/],
    ["half an end", joined(good, new Uint8Array(512)), /no end/],
    ["bytes after its end", joined(good, end, utf8("hidden")), /after the end/],
    ["a global header", joined(header({ name: "g", kind: "g" }), good, end), /extended header/],
    [
      "an extended header too long to hold",
      joined(header({ name: "x", kind: "x", size: "00000400000\0" }), new Uint8Array(131072), good, end),
      /extended header/,
    ],
    [
      "a broken extended header",
      joined(header({ name: "x", kind: "x", size: "00000000012\0" }), joined(utf8("9999 a=b\n\n"), new Uint8Array(502)), good, end),
      /extended header/,
    ],
    ["nothing in it", new Uint8Array(), /middle of a header/],
  ])("is refused: %s", async (_, tar, why) => {
    expect(await said(tar)).toMatch(why);
  });

  it("keeps a climbing path out of a pax record too", async () => {
    const record = utf8("19 path=../../evil\n");
    const pax = joined(
      header({ name: "x", kind: "x", size: `${record.length.toString(8).padStart(11, "0")}\0` }),
      record,
      new Uint8Array(512 - record.length),
    );
    expect(await said(joined(pax, good, end))).toMatch(/climbs out/);
  });

  it("lists links and devices, and follows none", async () => {
    const link = header({ name: "link", kind: "2" });
    link.set(utf8("/etc/passwd"), 157);
    link.set(utf8(`${checksumOf(link).toString(8).padStart(6, "0")}\0 `), 148);
    const files = await openTar(
      sourceOf(joined(good, link, header({ name: "pipe", kind: "6" }), header({ name: "folder/", kind: "5" }), end)),
    );
    const listed = files.ok ? await files.value.list() : [];
    expect(Object.fromEntries(listed.map(({ path: name, kind }) => [name, kind]))).toEqual({
      "a.txt": "file",
      link: "link",
      pipe: "other",
    });
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
