import { describe, expect, it } from "vitest";
import { at, copyOf, lived, restored, utf8 } from "../../../fixtures/vault/copy-of-hers.ts";
import { createMemoryFolder, sourceOf } from "../../../fixtures/vault/memory-folder.ts";
import { lineOf, openHers } from "../../../fixtures/vault/vault-of-hers.ts";
import { tryCopy } from "./drill.ts";
import { addLine } from "./journal.ts";
import { takeOriginal } from "./originals.ts";
import { readWaiting, writeWhileLocked } from "./waiting.ts";

const life = lived();

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
});
