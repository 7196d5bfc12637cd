import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Source } from "@unmask/core";
import { openTar, verifyPack } from "@unmask/pack";
import { tarOf } from "@unmask/formats";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildExample, createHash, exampleSigner } from "./sealed-example.ts";

/** What anybody can do who holds no key: write the tar of a pack otherwise, so that a tool unpacks other files than were checked. */

const folder = mkdtempSync(join(tmpdir(), "unmask-tar-changes-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One file of the tar: the header as it stands, and the bytes. */
interface Entry {
  readonly path: string;
  readonly header: Uint8Array;
  readonly bytes: Uint8Array;
}

let tar: Uint8Array;
let entries: readonly Entry[];

beforeAll(async () => {
  const pieces: Uint8Array[] = [];
  for await (const piece of tarOf(buildExample().entries)) pieces.push(piece.slice());
  tar = joined(...pieces);
  entries = entriesOf(tar);
});

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));
const padded = (bytes: Uint8Array): Uint8Array => joined(bytes, new Uint8Array((512 - (bytes.length % 512)) % 512));
const end = new Uint8Array(1024);

function entriesOf(bytes: Uint8Array): Entry[] {
  const found: Entry[] = [];
  for (let at = 0; bytes[at] !== 0;) {
    const header = bytes.subarray(at, at + 512);
    const text = Buffer.from(header).toString("latin1");
    const size = Number.parseInt(text.slice(124, 135), 8);
    found.push({ path: text.slice(0, text.indexOf("\0")), header, bytes: bytes.subarray(at + 512, at + 512 + size) });
    at += 512 + size + ((512 - (size % 512)) % 512);
  }
  return found;
}

const written = ({ header, bytes }: Entry): Uint8Array => joined(header, padded(bytes));
const tarWith = (list: readonly Entry[]): Uint8Array => joined(...list.map(written), end);

/** A header with its checksum made to fit; `spell` writes the checksum. */
function summed(header: Uint8Array, spell = (sum: number): string => `${sum.toString(8).padStart(6, "0")}\0 `): Uint8Array {
  const made = Uint8Array.from(header);
  made.set(utf8("        "), 148);
  made.set(utf8(spell(made.reduce((sum, byte) => sum + byte, 0))), 148);
  return made;
}

function withField(header: Uint8Array, at: number, text: string, spell?: (sum: number) => string): Uint8Array {
  const made = Uint8Array.from(header);
  made.set(Buffer.from(text, "latin1"), at);
  return summed(made, spell);
}

function headerOf(name: string, kind: string, size: number): Uint8Array {
  const header = new Uint8Array(512);
  header.set(utf8(name).subarray(0, 100));
  header.set(utf8("0000644\u00000000000\u00000000000\0"), 100);
  header.set(utf8(`${size.toString(8).padStart(11, "0")}\u000000000000000\0`), 124);
  header.set(utf8(kind), 156);
  header.set(utf8("ustar\u000000"), 257);
  return summed(header);
}

const extra = (kind: string, name: string, body: string): Uint8Array => joined(headerOf(name, kind, utf8(body).length), padded(utf8(body)));

function paxRecord(key: string, value: string): string {
  const rest = utf8(` ${key}=${value}\n`).length;
  const digits = String(rest + String(rest).length).length;
  return `${rest + digits} ${key}=${value}\n`;
}
const pax = (...records: readonly (readonly [string, string])[]): Uint8Array =>
  extra("x", "pax", records.map(([key, value]) => paxRecord(key, value)).join(""));
const longName = (name: string): Uint8Array => extra("L", "././@LongLink", `${name}\0`);

/** The tar with something in place of one entry. */
function instead(path: string, make: (entry: Entry) => Uint8Array): Uint8Array {
  return joined(...entries.map((entry) => (entry.path === path ? make(entry) : written(entry))), end);
}

const acts = "data/acts.jsonl.gz";
const report = "data/report.json.gz";
const entryAt = (path: string): Entry => entries.find((entry) => entry.path === path) ?? { path, header: end, bytes: end };
const before =
  (path: string, what: () => Uint8Array): (() => Uint8Array) =>
  () =>
    instead(path, (entry) => joined(what(), written(entry)));
const edited =
  (path: string, at: number, text: string, spell?: (sum: number) => string): (() => Uint8Array) =>
  () =>
    instead(path, (entry) => written({ ...entry, header: withField(entry.header, at, text, spell) }));
const renamed = (to: string): (() => Uint8Array) => edited(acts, 0, to.padEnd(100, "\0"));

/** The pack unpacked and packed again by the tar of this machine. */
function packedAgain(...options: readonly string[]): Uint8Array {
  const inside = mkdtempSync(join(folder, "again-"));
  for (const { path, bytes } of entries) {
    mkdirSync(dirname(join(inside, path)), { recursive: true });
    writeFileSync(join(inside, path), bytes);
  }
  return Uint8Array.from(execFileSync("tar", ["-C", inside, "-c", ...options], { maxBuffer: 1 << 26 }));
}
const inOrder = (): string[] => entries.map(({ path }) => path);
const asWritten = ["--owner=0", "--group=0", "--numeric-owner", "--mode=0644", "--mtime=@0", "-b", "2"];

/** Two files under each other's name by a pax path, where a GNU long name says the true one. */
const swapped = (order: "pax first" | "long name first" = "pax first"): Uint8Array => {
  const other: Readonly<Record<string, string>> = { [acts]: report, [report]: acts };
  return joined(
    ...entries.map((entry) => {
      const name = other[entry.path];
      return name === undefined
        ? written(entry)
        : joined(
            ...(order === "pax first" ? [pax(["path", name]), longName(entry.path)] : [longName(name), pax(["path", entry.path])]),
            written(entry),
          );
    }),
    end,
  );
};

const changes: Readonly<Record<string, () => Uint8Array>> = {
  "two files swapped by pax paths that a GNU long name contradicts": swapped,
  "two files swapped by GNU long names that a pax path contradicts": () => swapped("long name first"),
  "a GNU long name that says the same": before(acts, () => longName(acts)),
  "a GNU long link name": before(acts, () => extra("K", "././@LongLink", "data/x\0")),
  "a pax path that says the same": before(acts, () => pax(["path", acts])),
  "a pax path that names another file": before(acts, () => pax(["path", "data/other.jsonl"])),
  "two pax paths": before(acts, () => pax(["path", "data/other.jsonl"], ["path", acts])),
  "two pax headers": before(acts, () => joined(pax(["path", "data/other.jsonl"]), pax(["path", acts]))),
  "a pax comment": before(acts, () => pax(["comment", "nothing"])),
  "a pax size that says the same": before(acts, () => pax(["size", String(entryAt(acts).bytes.length)])),
  "a pax size that stands against the header's": () =>
    instead(acts, (entry) =>
      joined(pax(["size", String(entry.bytes.length)]), withField(entry.header, 124, "00000000000"), padded(entry.bytes)),
    ),
  "a pax link path": before(acts, () => pax(["linkpath", "/etc/passwd"])),
  "a pax header with a time": before(acts, () => pax(["mtime", "1.5"])),
  "a pax header with another character set": before(acts, () => pax(["hdrcharset", "BINARY"], ["path", acts])),
  "a sparse map in a pax header": before(acts, () => pax(["GNU.sparse.name", "data/other"], ["GNU.sparse.major", "1"])),
  "a pax header for all files": () => joined(extra("g", "pax", paxRecord("path", "data/other")), tar),
  "an old kind of pax header": before(acts, () => extra("X", "pax", paxRecord("path", "data/other"))),
  "a volume label": () => joined(headerOf("label", "V", 0), tar),
  "a folder in front": () => joined(headerOf("data/", "5", 0), tar),
  "a folder with the name of a file behind it": () => joined(...entries.map(written), headerOf(`${acts}/`, "5", 0), end),
  "a folder that brings bytes": () => joined(extra("5", "data/", "a planted folder"), tar),
  "a dump folder of GNU": () => joined(extra("D", "data/", "Yacts.jsonl.gz\0\0"), tar),
  "a symbolic link in front": () => joined(withField(headerOf("data", "2", 0), 157, "/tmp"), tar),
  "a hard link behind": () => joined(...entries.map(written), withField(headerOf("data/z", "1", 0), 157, acts), end),
  "a hard link with bytes": () => joined(...entries.map(written), withField(extra("1", "data/z", "planted"), 157, acts).slice(0), end),
  "a device behind": () => joined(...entries.map(written), headerOf("data/z", "3", 0), end),
  "a pipe behind": () => joined(...entries.map(written), headerOf("data/z", "6", 0), end),
  "a file of the old kind": edited(acts, 156, "\0"),
  "a contiguous file": edited(acts, 156, "7"),
  "a sparse file of GNU": edited(acts, 156, "S"),
  "a kind of its own": edited(acts, 156, "Z"),
  "a prefix that splits the name": () =>
    instead(acts, (entry) =>
      written({ ...entry, header: withField(withField(entry.header, 0, "acts.jsonl.gz".padEnd(100, "\0")), 345, "data") }),
    ),
  "a prefix in front of the name": edited(acts, 345, "elsewhere"),
  "a prefix under GNU's magic": () =>
    instead(acts, (entry) => written({ ...entry, header: withField(withField(entry.header, 257, "ustar  \0"), 345, "elsewhere") })),
  "bytes behind the name": edited(acts, 0, `${acts}\u0000hidden`),
  "a name with ./ in front": renamed(`./${acts}`),
  "a name with // in it": renamed("data//acts.jsonl.gz"),
  "a name with a slash behind": renamed(`${acts}/`),
  "a name that climbs out and back": renamed("data/../data/acts.jsonl.gz"),
  "a name with a dot behind, which Windows drops": renamed(`${acts}.`),
  "a name with a stream of Windows behind": renamed(`${acts}::$DATA`),
  "a name with the slash of Windows": renamed("data\\acts.jsonl.gz"),
  "a name in other case beside it": before("data/case.jsonld.gz", () =>
    written({ ...entryAt(acts), header: headerOf("data/ACTS.jsonl.gz", "0", 0), bytes: new Uint8Array() }),
  ),
  "a name composed and decomposed beside it": () =>
    joined(...entries.map(written), headerOf("z/\u00e9", "0", 0), headerOf("z/e\u0301", "0", 0), end),
  "a file where a folder is": () => joined(headerOf("data", "0", 0), tar),
  "a file twice, the same": before(acts, () => written(entryAt(acts))),
  "a file twice, another first": before(acts, () => written({ path: acts, header: headerOf(acts, "0", 4), bytes: utf8("evil") })),
  "two files in another order": () => {
    const list = [...entries];
    const at = list.findIndex(({ path }) => path === acts);
    list.splice(at, 2, ...list.slice(at, at + 2).toReversed());
    return tarWith(list);
  },
  "the seals in front": () =>
    tarWith([...entries.filter(({ path }) => path.startsWith("seal/")), ...entries.filter(({ path }) => !path.startsWith("seal/"))]),
  "a size in base 256": () =>
    instead(acts, (entry) => {
      const size = new Uint8Array(12);
      new DataView(size.buffer).setUint32(8, entry.bytes.length);
      size[0] = 0x80;
      return written({ ...entry, header: withField(entry.header, 124, Buffer.from(size).toString("latin1")) });
    }),
  "a size with blanks": () =>
    instead(acts, (entry) =>
      written({ ...entry, header: withField(entry.header, 124, `${entry.bytes.length.toString(8).padStart(11, " ")} `) }),
    ),
  "a size without its end": () =>
    instead(acts, (entry) => written({ ...entry, header: withField(entry.header, 124, entry.bytes.length.toString(8).padStart(12, "0")) })),
  "a checksum with blanks": edited(acts, 148, "", (sum) => `${sum.toString(8).padStart(6, " ")}\0 `),
  "a checksum of seven digits": edited(acts, 148, "", (sum) => `${sum.toString(8).padStart(7, "0")}\0`),
  "a checksum over signed bytes": edited(acts, 0, `${acts}\u0000\u00ff`, (sum) => `${(sum - 256).toString(8).padStart(6, "0")}\0 `),
  "a wrong checksum": edited(acts, 148, "", () => "000001\0 "),
  "another owner": edited(acts, 108, "0001750"),
  "an owner's name": edited(acts, 265, "root"),
  "another mode": edited(acts, 100, "0004755"),
  "another time": edited(acts, 136, "15000000000"),
  "a link name on a file": edited(acts, 157, report),
  "device numbers on a file": edited(acts, 329, "0000001\u00000000001\0"),
  "the magic of GNU": edited(acts, 257, "ustar  \0"),
  "no magic, as before 1988": edited(acts, 257, "\0\0\0\0\0\0\0\0"),
  "another version of ustar": edited(acts, 263, "01"),
  "star's bytes at the end of the header": edited(acts, 500, "\0\0\0\0\0\0\0\0tar\0"),
  "bytes in the padding of a file": () =>
    instead(acts, (entry) => {
      const bytes = written(entry);
      bytes[bytes.length - 1] = 1;
      return bytes;
    }),
  "a file in the padding of a file": () => instead(acts, (entry) => joined(written(entry), new Uint8Array(512))),
  "one empty block before the end, and files behind": () => joined(written(entryAt("bagit.txt")), new Uint8Array(512), tar),
  "a second tar behind the end": () => joined(tar, tarWith([{ path: acts, header: headerOf(acts, "0", 4), bytes: utf8("evil") }])),
  "one more empty block": () => joined(tar, new Uint8Array(512)),
  "the end filled up to 10,240 bytes": () => joined(tar, new Uint8Array(10_240 - (tar.length % 10_240))),
  "one byte behind the end": () => joined(tar, new Uint8Array(1)),
  "half an end": () => tar.slice(0, -512),
  "no end": () => tar.slice(0, -1024),
  "cut in a file": () => tar.slice(0, 700),
  "cut in a header": () => tar.slice(0, -1324),
  "packed again by GNU tar": () => packedAgain("."),
  "packed again by GNU tar, in order, in its own format": () => packedAgain("--format=gnu", ...asWritten, ...inOrder()),
  "packed again by GNU tar, in order, with pax headers": () => packedAgain("--format=posix", ...asWritten, ...inOrder()),
  "packed again by GNU tar, in order, as before 1988": () => packedAgain("--format=v7", ...asWritten, ...inOrder()),
};

/** What is said of a tar: a verdict on the tar, else the one on the pack in it. */
async function said(bytes: Uint8Array): Promise<string> {
  const source: Source = { name: "pack.tar", size: bytes.length, read: async (start, stop) => bytes.slice(start, stop) };
  const files = await openTar(source);
  return files.ok
    ? (await verifyPack(files.value, { createHash, trustedSigners: [exampleSigner], trustedTsa: [] })).overall
    : files.error.verdict;
}

describe("somebody without a key changes the tar of a pack", () => {
  it("is verified as it was made", async () => {
    expect(await said(tar)).toBe("verified");
    expect(await said(tarWith(entries))).toBe("verified");
  });

  it.each(Object.keys(changes))("is seen: %s", async (name) => {
    const changed = changes[name]?.() ?? tar;
    expect(Buffer.compare(changed, tar)).not.toBe(0);
    expect(await said(changed)).toBe("altered");
  });

  it("is seen where GNU tar really unpacks one file under another's name", async () => {
    const inside = join(folder, "swapped");
    mkdirSync(inside);
    writeFileSync(join(folder, "swapped.tar"), swapped());
    execFileSync("tar", ["-xf", "../swapped.tar"], { cwd: inside });
    expect(readFileSync(join(inside, acts))).toEqual(Buffer.from(entryAt(report).bytes));
    expect(await said(swapped())).toBe("altered");
  });

  it("is seen at every byte of every header and of all padding", async () => {
    const accepted: number[] = [];
    let at = 0;
    for (const entry of entries) {
      const size = written(entry).length;
      // The bytes of the files themselves are what the manifests cover.
      for (let i = 0; i < size; i += i < 511 ? 7 : 1) {
        if (i >= 512 && i < 512 + entry.bytes.length) {
          i = 511 + entry.bytes.length;
          continue;
        }
        const flipped = Uint8Array.from(tar);
        flipped[at + i] = (flipped[at + i] ?? 0) ^ (1 << (i % 8));
        if ((await openTar({ name: "x", size: tar.length, read: async (start, stop) => flipped.slice(start, stop) })).ok)
          accepted.push(at + i);
      }
      at += size;
    }
    expect(accepted).toEqual([]);
  });

  it("is no tar at all when it never was one", async () => {
    expect(await said(utf8("not a tar at all"))).toBe("error");
    expect(await said(new Uint8Array())).toBe("error");
    expect(await said(new Uint8Array(2048).fill(65))).toBe("error");
  });
});
