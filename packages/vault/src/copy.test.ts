import { describe, expect, it } from "vitest";
import { at, chat, film, filesIn, joined, lived, look, restored, tarOfFiles, utf8 } from "../../../fixtures/vault/copy-of-hers.ts";
import { createMemoryFolder, sourceOf } from "../../../fixtures/vault/memory-folder.ts";
import { keys, keysOf, newVault, openHers, worldOf } from "../../../fixtures/vault/vault-of-hers.ts";
import { listReadings } from "./acts.ts";
import { checkVault } from "./check.ts";
import { copyName } from "./copy.ts";
import { cutOfCopy } from "./examine-copy.ts";
import { readJournal } from "./journal.ts";
import { readLog, signDeed } from "./log.ts";
import { markOf } from "./mark.ts";
import { createVault } from "./open-vault.ts";
import { listOriginals, takeOriginal } from "./originals.ts";
import { restoreCopy } from "./restore.ts";
import { readWaiting } from "./waiting.ts";

const life = lived();

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
    for (const source of [film, chat]) await takeOriginal(vault, { source }, at);
    const whole = await listOriginals(vault);
    expect(whole.ok && whole.value.every(({ file }) => file !== undefined)).toBe(true);
  });

  it("of another book, of a later version and of something else changes nothing", async () => {
    const { copy } = await life;
    const memory = createMemoryFolder();
    await createVault(worldOf(memory.folder), keysOf(8), await newVault());
    const before = new Map(memory.files);
    const other = await restoreCopy(worldOf(memory.folder), sourceOf("notes.tar", copy), { keys: keysOf(8) });
    expect(other).toMatchObject({ value: { became: "refused", answer: { answer: "another-book" } } });
    expect(memory.files).toEqual(before);
    const all = await filesIn(copy);
    const book = utf8(new TextDecoder().decode(all.get("book.json")).replace('"version":1', '"version":2'));
    const owner = { recipient: (await openHers(createMemoryFolder((await life).files).folder)).recipient, signer: keys.signer };
    const log = all.get("log") ?? expect.fail("a log");
    const put = await markOf(worldOf(memory.folder), sourceOf("book.json", book));
    const more = signDeed(readLog(log, owner).state, [{ path: "book.json", put }], owner).bytes;
    const later = await tarOfFiles(new Map([...all, ["book.json", book], ["log", joined(log, more)]]));
    expect(await look(later)).toMatchObject({ answer: "newer-format" });
    for (const none of [new Uint8Array(), utf8("hello"), new Uint8Array(4096), copy.subarray(600)])
      expect(await look(none)).toEqual({ answer: "not-a-copy" });
  });
});
