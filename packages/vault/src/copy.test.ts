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
    const cut = await look(copy.subarray(0, copy.length - 2000));
    expect(cut).toMatchObject({ answer: "cut-short", bytes: copy.length - 2000 });
    expect(cut.answer === "cut-short" && cut.ofBytes).toBeGreaterThan(copy.length - 4096);
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
      expect(answer, String(place)).toBe(place < 10 ? "not-a-copy" : "altered");
    }
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
    const [, { path = "" } = {}] = await readWaiting(vault);
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
});
