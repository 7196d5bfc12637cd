import { type TarEntry, piecesOf, tarMembers, tarOf } from "@unmask/formats";
import { describe, expect, it } from "vitest";
import { createMemoryFolder, gather, sourceOf } from "../../../fixtures/vault/memory-folder.ts";
import { createHers, keys, keysOf, lineOf, newVault, openHers, worldOf } from "../../../fixtures/vault/vault-of-hers.ts";
import { keepReadings, listReadings } from "./acts.ts";
import { checkVault } from "./check.ts";
import { copyName, makeCopy } from "./copy.ts";
import { tryCopy } from "./drill.ts";
import { cutOfCopy, examineCopy } from "./examine-copy.ts";
import type { Folder } from "./folder.ts";
import { addLine, readJournal } from "./journal.ts";
import { createVault } from "./open-vault.ts";
import { listOriginals, takeOriginal } from "./originals.ts";
import { restoreCopy } from "./restore.ts";
import type { Vault } from "./vault.ts";
import { readWaiting, writeWhileLocked } from "./waiting.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const at = "2026-10-04T21:14:05.123Z";
const film = sourceOf(
  "film.mp4",
  Uint8Array.from({ length: 30_000 }, (_, i) => i % 253),
);

async function copyOf(vault: Vault): Promise<Uint8Array> {
  let copy: Uint8Array = new Uint8Array();
  await makeCopy(vault, async (pieces) => {
    copy = await gather(pieces);
  });
  return copy;
}

async function lived(hasActs = false): Promise<{ readonly files: ReadonlyMap<string, Uint8Array>; readonly copy: Uint8Array }> {
  const { folder, files } = createMemoryFolder();
  const vault = await createHers(folder);
  await addLine(vault, lineOf("He stood at the gate."));
  const taken = await takeOriginal(vault, { source: sourceOf("chat.txt", utf8("I see you")) }, at);
  if (hasActs && taken.ok) await keepReadings(vault, [{ of: taken.value.original.sha256, lines: ["a"] }], new Set());
  await takeOriginal(vault, { source: film }, at);
  await writeWhileLocked(worldOf(folder), { at, words: "He is outside." });
  return { files, copy: await copyOf(vault) };
}
const life = lived();

const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));

/** The files of a tar of ours. */
async function filesIn(copy: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for await (const { name, size, read } of tarMembers(sourceOf("notes.tar", copy))) found.set(name, (await read(0, size)).slice());
  return found;
}

/** A tar of these files as any tool writes one: in this order, and a name as often as it is given. */
function tarOfFiles(files: Iterable<readonly [string, Uint8Array]>): Promise<Uint8Array> {
  async function* entries(): AsyncGenerator<TarEntry, void, undefined> {
    for (const [path, bytes] of files) yield { path, size: bytes.length, chunks: () => piecesOf(sourceOf(path, bytes), 0, bytes.length) };
  }
  return gather(tarOf(entries()));
}

const look = (copy: Uint8Array, withKeys = keys) =>
  examineCopy(sourceOf("notes.tar", copy), { ...worldOf(createMemoryFolder().folder), keys: withKeys });
const restored = (folder: Folder, copy: Uint8Array, isPartTaken = false) =>
  restoreCopy(worldOf(folder), sourceOf("notes.tar", copy), { keys, isPartTaken });

describe("a copy", () => {
  it("is named by its day, is whole, and brings back the same bytes on another device", async () => {
    expect(copyName({ year: 2026, month: 10, day: 4 })).toBe("notes-2026-10-04.tar");
    const { files, copy } = await life;
    expect(await look(copy)).toMatchObject({ answer: "whole" });
    const other = createMemoryFolder();
    expect(await restored(other.folder, copy)).toMatchObject({ value: { became: "restored" } });
    expect(other.files).toEqual(new Map(files));
  });

  it("carries no acts: they are made again, and nothing is missing", async () => {
    const { copy } = await lived(true);
    const other = createMemoryFolder();
    await restored(other.folder, copy);
    expect((await checkVault({ ...worldOf(other.folder), keys })).verdicts).toEqual([]);
    const vault = await openHers(other.folder);
    const originals = await listOriginals(vault);
    expect(originals.ok && originals.value.map(({ name }) => name)).toEqual(["chat.txt", "film.mp4"]);
    expect(await listReadings(vault)).toEqual([]);
  });

  it("cut anywhere says that it is cut, or is none, and brings nothing back by itself", async () => {
    const { copy } = await life;
    for (let length = 0; length < copy.length; length += 509) {
      const { answer } = await look(copy.subarray(0, length));
      expect(["cut-short", "not-a-copy"], String(length)).toContain(answer);
      if (length >= 1536) expect(answer).toBe("cut-short");
      if (length % 5 > 0) continue;
      const other = createMemoryFolder();
      expect(await restored(other.folder, copy.subarray(0, length))).toMatchObject({ value: { became: "refused" } });
      expect(other.files.size).toBe(0);
    }
    for (let length = copy.length - 1; length > copy.length - 2560; length -= 101)
      expect(await look(copy.subarray(0, length)), String(length)).toMatchObject({
        answer: "cut-short",
        bytes: length,
        ofBytes: copy.length,
      });
  });

  it("that is cut says so before anybody has a key, in the same numbers", async () => {
    const { copy } = await life;
    const cutOf = (bytes: Uint8Array) => cutOfCopy(sourceOf("notes.tar", bytes));
    expect(await cutOf(copy)).toBeUndefined();
    expect(await cutOf(utf8("hello"))).toBeUndefined();
    for (const length of [1536, 20_000, copy.length - 2000, copy.length - 1]) {
      const cut = await cutOf(copy.subarray(0, length));
      const examined = await look(copy.subarray(0, length));
      expect(examined).toMatchObject({ answer: "cut-short", bytes: length });
      expect(cut?.bytes).toBe(length);
      // Notes that wait are in their own list, which the log does not have.
      expect(cut?.ofBytes).toBeGreaterThanOrEqual(length);
      expect(cut?.ofBytes).toBeLessThanOrEqual(examined.answer === "cut-short" ? examined.ofBytes : 0);
    }
    expect((await cutOf(copy.subarray(0, 20_000)))?.ofBytes).toBeGreaterThan(100_000);
  });

  it("cut in the last file brings back the rest where she says so, and names what is to be brought again", async () => {
    const { copy } = await life;
    const other = createMemoryFolder();
    expect(await restored(other.folder, copy.subarray(0, copy.length - 2000), true)).toMatchObject({ value: { became: "restored" } });
    const vault = await openHers(other.folder);
    const originals = await listOriginals(vault);
    const files = originals.ok ? originals.value.map(({ name, file }) => [name, file !== undefined]) : [];
    expect(files.filter(([, isHere]) => isHere).length).toBe(1);
    expect(files.length).toBe(2);
    expect((await readJournal(vault)).lines.length).toBe(1);
    expect((await readWaiting(vault)).length).toBe(1);
    expect((await checkVault({ ...worldOf(other.folder), keys })).verdicts).toEqual([]);
    for (const source of [film, sourceOf("chat.txt", utf8("I see you"))]) await takeOriginal(vault, { source }, at);
    const whole = await listOriginals(vault);
    expect(whole.ok && whole.value.every(({ file }) => file !== undefined)).toBe(true);
  });

  it("with any byte of it changed is never whole", async () => {
    const { copy } = await life;
    // The number of a waiting note is signed by nobody.
    const number = Buffer.from(copy).indexOf('{"number":') + '{"number":'.length;
    for (let place = 0; place < copy.length; place += 211) {
      if (place === number) continue;
      const { answer } = await look(copy.map((byte, i) => (i === place ? byte ^ 2 : byte)));
      // A byte between the files changes none of them, and the tar is not as ours are.
      expect(place < 10 ? ["not-a-copy"] : ["altered", "rewrapped"], String(place)).toContain(answer);
    }
  });

  it("whose tar is otherwise brings back every file all the same, byte for byte, and says what is not of it", async () => {
    const { files, copy } = await life;
    const noughts = (size: number): Uint8Array => new Uint8Array(size);
    const end = copy.length - 1024;
    const readme = (await tarOfFiles([["readme.txt", utf8("read me")]])).subarray(0, 1024);
    const reversed = [...(await filesIn(copy))].reverse();
    const base256 = Uint8Array.from(copy);
    base256.set([0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, files.get("book.json")?.length ?? 0], 124);
    base256.fill(0x20, 148, 156);
    const sum = base256.subarray(0, 512).reduce((before, byte) => before + byte, 0);
    base256.set(utf8(`${sum.toString(8).padStart(6, "0")}\0 `), 148);
    const cases: readonly (readonly [string, Uint8Array, readonly string[]])[] = [
      ["a stranger at its end", joined(copy.subarray(0, end), readme, noughts(1024)), ["readme.txt"]],
      ["a stranger at its beginning", joined(readme, copy), ["readme.txt"]],
      [
        "a segment that no log has",
        await tarOfFiles([...(await filesIn(copy)), ["journal/000009.age", utf8("x")]]),
        ["journal/000009.age"],
      ],
      ["noughts behind it", joined(copy, noughts(512)), []],
      ["four bytes behind it", joined(copy, utf8("end.")), []],
      ["itself behind it", joined(copy, copy), []],
      ["another order", await tarOfFiles(reversed), []],
      ["a size in another spelling", base256, []],
      [
        "no end of two empty blocks, and something else instead",
        joined(copy.subarray(0, end), readme, readme),
        ["readme.txt", "readme.txt"],
      ],
    ];
    for (const [what, tar, planted] of cases) {
      expect(await look(tar), what).toMatchObject({ answer: "rewrapped", planted });
      if (what !== cases[0]?.[0]) continue;
      const other = createMemoryFolder();
      expect(await restored(other.folder, tar), what).toMatchObject({ value: { became: "restored" } });
      expect(other.files, what).toEqual(new Map(files));
    }
  });

  it("in which a stranger's file stands under the name of hers, before or behind it, gives back hers", async () => {
    const { files, copy } = await life;
    const all = await filesIn(copy);
    const forged = [...all.keys()].filter((path) => path !== "book.json").map((path): [string, Uint8Array] => [path, utf8(`not ${path}`)]);
    expect(await look(await tarOfFiles([...all, ...forged]))).toMatchObject({ answer: "rewrapped", planted: [] });
    const other = createMemoryFolder();
    const behind = await tarOfFiles([...forged, ...all]);
    expect(await restored(other.folder, behind)).toMatchObject({ value: { became: "restored", planted: [], lost: [] } });
    expect(other.files).toEqual(new Map(files));
    expect(await look(await tarOfFiles(forged))).toMatchObject({ answer: "altered" });
  });

  it("with one file of it damaged brings back the others where she says so, and names the one", async () => {
    const { files, copy } = await life;
    const place = Buffer.from(copy).indexOf(files.get("journal/000001.age") ?? expect.fail()) + 170;
    const damaged = copy.map((byte, i) => (i === place ? byte ^ 1 : byte));
    const other = createMemoryFolder();
    const refused = { became: "refused", answer: { answer: "altered", verdicts: [{ path: "journal/000001.age", verdict: "altered" }] } };
    expect(await restored(other.folder, damaged)).toMatchObject({ value: refused });
    expect(other.files.size).toBe(0);
    expect(await restored(other.folder, damaged, true)).toMatchObject({ value: { became: "restored", lost: ["journal/000001.age"] } });
    const originals = await listOriginals(await openHers(other.folder));
    expect(originals.ok && originals.value.map(({ file }) => file !== undefined)).toEqual([true, true]);
    expect((await checkVault({ ...worldOf(other.folder), keys })).verdicts).toEqual([]);
  });

  it("of another book, of a later version and of something else changes nothing", async () => {
    const { copy } = await life;
    const memory = createMemoryFolder();
    await createVault(worldOf(memory.folder), keysOf(8), await newVault());
    const before = new Map(memory.files);
    const other = await restoreCopy(worldOf(memory.folder), sourceOf("notes.tar", copy), { keys: keysOf(8) });
    expect(other).toMatchObject({ value: { became: "refused", answer: { answer: "another-book" } } });
    expect(memory.files).toEqual(before);
    const later = Buffer.from(copy).toString("latin1").replace('"version":1', '"version":2');
    expect(await look(Buffer.from(later, "latin1"))).toMatchObject({ answer: "newer-format" });
    for (const none of [new Uint8Array(), utf8("hello"), new Uint8Array(4096), copy.subarray(512)])
      expect(await look(none)).toEqual({ answer: "not-a-copy" });
  });

  it("of a vault that was damaged is made all the same, and says what is amiss", async () => {
    const memory = createMemoryFolder((await life).files);
    const vault = await openHers(memory.folder);
    memory.files.set("journal/000001.age", utf8("x"));
    memory.files.delete("notes.age");
    expect(await look(await copyOf(vault))).toMatchObject({
      answer: "altered",
      verdicts: [
        { path: "notes.age", verdict: "missing" },
        { path: "journal/000001.age", verdict: "altered" },
      ],
    });
  });
});

describe("a vault that is damaged in one place", () => {
  it("gives a copy that says so, and that brings back all the rest", async () => {
    const memory = createMemoryFolder((await life).files);
    const vault = await openHers(memory.folder);
    const [lost = ""] = [...memory.files.keys()].filter((path) => path.startsWith("originals/"));
    memory.files.set(lost, utf8("x"));
    const copy = await copyOf(vault);
    expect(await tryCopy(vault, sourceOf("notes.tar", copy))).toEqual({ answer: "vault-not-whole", paths: [lost], isCopyWhole: false });
    const other = createMemoryFolder();
    expect(await restored(other.folder, copy)).toMatchObject({ value: { became: "refused" } });
    expect(await restored(other.folder, copy, true)).toMatchObject({ value: { became: "restored" } });
    expect((await checkVault({ ...worldOf(other.folder), keys })).verdicts).toEqual([]);
    const back = await openHers(other.folder);
    expect((await readJournal(back)).lines.length).toBe(1);
    const originals = await listOriginals(back);
    expect(originals.ok && originals.value.filter(({ file }) => file === undefined).length).toBe(1);
  });

  it("in its log gives a copy out of which all that was signed comes back", async () => {
    const memory = createMemoryFolder((await life).files);
    memory.files.set("log", Uint8Array.from([...(memory.files.get("log") ?? []), ...utf8("x\n")]));
    memory.files.set("private/0123456789abcdef0123456789abcdef.age", utf8("planted"));
    const copy = await copyOf(await openHers(memory.folder));
    const other = createMemoryFolder();
    expect(await restored(other.folder, copy)).toMatchObject({ value: { became: "refused", answer: { answer: "altered" } } });
    expect(await restored(other.folder, copy, true)).toMatchObject({ value: { became: "restored" } });
    expect((await checkVault({ ...worldOf(other.folder), keys })).verdicts).toEqual([]);
    expect(other.files.has("private/0123456789abcdef0123456789abcdef.age")).toBe(false);
    expect((await readJournal(await openHers(other.folder))).lines.length).toBe(1);
  });
});

describe("the drill", () => {
  it("says that a copy is the same, then what it does not have", async () => {
    const memory = createMemoryFolder((await life).files);
    const vault = await openHers(memory.folder);
    const copy = sourceOf("notes.tar", await copyOf(vault));
    expect(await tryCopy(vault, copy)).toEqual({ answer: "the-same" });
    await writeWhileLocked(vault.world, { at, words: "He is back." });
    const path = (await readWaiting(vault))[1]?.path ?? "";
    expect(await tryCopy(vault, copy)).toEqual({ answer: "older", lines: [], originals: [], paths: [], waiting: [path] });
    await addLine(vault, lineOf("He rang."));
    await takeOriginal(vault, { source: sourceOf("photo.jpg", utf8("a photo")) }, at);
    expect(await tryCopy(vault, copy)).toMatchObject({ answer: "older", lines: [2], originals: [{ name: "photo.jpg" }] });
    memory.files.set("statement.age", utf8("planted"));
    expect(await tryCopy(vault, sourceOf("notes.tar", await copyOf(vault)))).toEqual({
      answer: "vault-not-whole",
      isCopyWhole: true,
      paths: ["statement.age"],
    });
    memory.files.delete("statement.age");
    // A file that is damaged where it is kept is damaged in each copy: it is the vault that is not whole.
    memory.files.set("journal/000001.age", utf8("x"));
    const ofDamaged = await copyOf(vault);
    expect(await tryCopy(vault, sourceOf("notes.tar", ofDamaged))).toMatchObject({
      answer: "vault-not-whole",
      paths: ["journal/000001.age"],
    });
    // One that was damaged on its way too is none to rely on.
    const place = ofDamaged.length - 1500;
    const spoiled = ofDamaged.map((byte, i) => (i === place ? byte ^ 1 : byte));
    expect(await tryCopy(vault, sourceOf("notes.tar", spoiled))).toMatchObject({ answer: "not-whole", copy: { answer: "altered" } });
  });

  it("tells a vault that was put back to an older one, and two that went apart", async () => {
    const { files } = await life;
    const ahead = await openHers(createMemoryFolder(files).folder);
    await addLine(ahead, lineOf("He rang."));
    const copy = await copyOf(ahead);
    const older = createMemoryFolder(files);
    const vault = await openHers(older.folder);
    expect(await tryCopy(vault, sourceOf("notes.tar", copy))).toEqual({ answer: "newer" });
    await addLine(vault, lineOf("Something else."));
    expect(await tryCopy(vault, sourceOf("notes.tar", copy))).toEqual({ answer: "apart" });
    const before = new Map(older.files);
    expect(await restored(older.folder, copy)).toMatchObject({ value: { became: "apart" } });
    expect(older.files).toEqual(before);
    expect(await tryCopy(vault, sourceOf("notes.tar", copy.subarray(0, 5000)))).toMatchObject({ answer: "not-whole" });
  });

  it("goes over no file that opens and that nobody's log has, and over one that is damaged", async () => {
    const { files } = await life;
    const ahead = await openHers(createMemoryFolder(files).folder);
    await addLine(ahead, lineOf("He rang."));
    const copy = await copyOf(ahead);
    const here = createMemoryFolder(files);
    await addLine(await openHers(here.folder), lineOf("Only here."));
    const only = here.files.get("journal/000002.age");
    // Whoever had the device put the log back.
    here.files.set("log", files.get("log") ?? expect.fail());
    expect(await restored(here.folder, copy)).toMatchObject({ value: { became: "apart", here: 0, unlogged: ["journal/000002.age"] } });
    expect(here.files.get("journal/000002.age")).toEqual(only);
    here.files.set("journal/000002.age", utf8("damaged"));
    expect(await restored(here.folder, copy)).toMatchObject({ value: { became: "restored" } });
  });

  it("puts back what was taken away or changed since the copy was made, and leaves what she wrote since", async () => {
    const here = createMemoryFolder((await life).files);
    const vault = await openHers(here.folder);
    const copy = await copyOf(vault);
    await addLine(vault, lineOf("He rang."));
    const before = new Map(here.files);
    for (const path of ["identity.age", "catalogue.age"]) here.files.set(path, utf8("changed"));
    here.files.delete("journal/000001.age");
    here.files.set("journal/000002.age", utf8("changed"));
    const done = await restored(here.folder, copy);
    expect(done).toMatchObject({
      value: { became: "mended", mended: ["identity.age", "journal/000001.age", "catalogue.age"], lost: ["journal/000002.age"] },
    });
    expect([...here.files].filter(([path, bytes]) => String(bytes) !== String(before.get(path))).map(([path]) => path)).toEqual([
      "journal/000002.age",
    ]);
  });

  it("cuts off what somebody hung behind the list of what is kept, where a copy bears witness to it, and nothing that was saved", async () => {
    const here = createMemoryFolder((await life).files);
    const vault = await openHers(here.folder);
    const copy = await copyOf(vault);
    await addLine(vault, lineOf("He rang."));
    const log = here.files.get("log") ?? expect.fail();
    here.files.set("log", utf8(`${new TextDecoder().decode(log)}x`));
    here.files.delete("journal/000001.age");
    expect((await openHers(here.folder)).now.holds).toBe(false);
    expect(await restored(here.folder, copy)).toMatchObject({
      value: { became: "mended", mended: ["log", "journal/000001.age"], lost: [] },
    });
    expect(here.files.get("log")).toEqual(log);
    here.files.set("log", utf8(`${new TextDecoder().decode(log)}x`));
    expect(await restored(here.folder, copy)).toMatchObject({ value: { became: "mended", mended: ["log"], lost: [] } });
    expect(here.files.get("log")).toEqual(log);
    // A list that was cut before that is not cut further: a file of hers is in neither.
    const cut = createMemoryFolder(here.files);
    cut.files.set("log", utf8(`${new TextDecoder().decode((await life).files.get("log"))}x`));
    expect(await restored(cut.folder, copy)).toMatchObject({ error: { kind: "log-altered" } });
  });
});
