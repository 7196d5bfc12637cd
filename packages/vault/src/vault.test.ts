import { createHash } from "node:crypto";
import { type Sha256, epoch, later, parseSha256 } from "@unmask/core";
import { describe, expect, it } from "vitest";
import { createMemoryFolder, deathsIn, gather, sourceOf } from "../../../fixtures/vault/memory-folder.ts";
import { createHers, keys, keysOf, lineOf, newVault, openHers, worldOf } from "../../../fixtures/vault/vault-of-hers.ts";
import { keepReadings, linesOfReading, listReadings } from "./acts.ts";
import { bookOf, recipientOf, sealStream } from "@unmask/seal";
import { readBook, writeBook } from "./book.ts";
import { checkVault } from "./check.ts";
import { putBookBack, readDocumentOf, replaceNotesFile, replaceNotesFileLocked, signNotesFile, writeDocumentOf } from "./documents.ts";
import { type Folder, piece } from "./folder.ts";
import { addLine, joinSegments, readJournal } from "./journal.ts";
import { createVault, openVault } from "./open-vault.ts";
import { listOriginals, openOriginal, stateDateOrder, takeOriginal, takeSealed } from "./originals.ts";
import { destroyPrivateNote, readPrivateNotes, writeDraft, writePrivateNote } from "./private-notes.ts";
import { makeCopy } from "./copy.ts";
import { forgetTries, noteOrdinaryOpening, noteWrongTry, readTries, waitBeforeTry } from "./tries.ts";
import type { Vault } from "./vault.ts";
import { decideWaiting, readWaiting, writeWhileLocked } from "./waiting.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const at = "2026-10-04T21:14:05.123Z";
const hashOf = (text: string): Sha256 => parseSha256(createHash("sha256").update(text).digest("hex")) ?? expect.fail("it is one");

describe("a new vault", () => {
  it("is made in an empty folder alone, and opens with its own keys alone", async () => {
    const memory = createMemoryFolder();
    expect(await openVault(worldOf(memory.folder), keys)).toMatchObject({ error: { kind: "no-vault" } });
    await createHers(memory.folder);
    const before = new Map(memory.files);
    expect(await createVault(worldOf(memory.folder), keys, await newVault())).toMatchObject({ error: { kind: "not-empty" } });
    expect(await openVault(worldOf(memory.folder), keysOf(8))).toMatchObject({ error: { kind: "another-key" } });
    expect(memory.files).toEqual(before);
  });

  it("leaves nothing where there is no room for it", async () => {
    const memory = createMemoryFolder(new Map(), { room: 50_000 });
    expect(await createVault(worldOf(memory.folder), keys, await newVault())).toMatchObject({ error: { kind: "no-room" } });
    expect(memory.files.size).toBe(0);
  });

  it("of a later version is not touched", async () => {
    const memory = createMemoryFolder();
    await createHers(memory.folder);
    memory.files.set("book.json", utf8('{"kind":"notes","version":2,"book":"K73F","keys":[]}\n'));
    memory.files.set("statement.age.part", utf8("of a later version"));
    const before = new Map(memory.files);
    expect(await openVault(worldOf(memory.folder), keys)).toMatchObject({ error: { kind: "newer-format" } });
    expect(await writeWhileLocked(worldOf(memory.folder), { at, words: "x" })).toMatchObject({ error: { kind: "newer-format" } });
    expect(memory.files).toEqual(before);
  });

  it("has four letters that follow from its key, and reads its book in one spelling", () => {
    const recipient = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
    expect(bookOf(recipient)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(readBook(writeBook(recipient))).toEqual({ book: bookOf(recipient), recipient });
    for (const wrong of ["", "{}", "null", '{"kind":"notes","version":1}', Buffer.from(writeBook(recipient)).toString().replace(":", ": ")])
      expect(readBook(utf8(wrong))).toBe("altered");
  });
});

describe("the journal", () => {
  it("of a hundred lines lies in one joined file and those after it, and no number is given twice", async () => {
    const { folder, files } = createMemoryFolder();
    const vault = await createHers(folder);
    for (let i = 1; i <= 100; i++) {
      expect(await addLine(vault, lineOf(`Line ${i}`))).toEqual({ ok: true, value: i });
      await joinSegments(vault);
    }
    expect([...files.keys()].filter((path) => path.startsWith("journal/")).length).toBe(1 + 36);
    const again = await openHers(folder);
    expect((await readJournal(again)).lines.map(({ line }) => line)).toEqual(
      Array.from({ length: 100 }, (_, i) => lineOf(`Line ${i + 1}`)(i + 1)),
    );
    files.delete("journal/000100.age");
    files.delete("journal/000001.age");
    expect(await addLine(again, lineOf("Line 101"))).toEqual({ ok: true, value: 101 });
    const { lines, lost, lostLines } = await readJournal(await openHers(folder));
    expect([lines.map(({ counter }) => counter), lost]).toEqual([
      [...Array.from({ length: 35 }, (_, i) => i + 65), 101],
      ["journal/000001.age", "journal/000100.age"],
    ]);
    // The joined file had the first sixty-four.
    expect(lostLines).toEqual([...Array.from({ length: 64 }, (_, i) => i + 1), 100]);
    files.delete("journal/000101.age");
    expect((await readJournal(await openHers(folder))).lostLines.slice(-2)).toEqual([100, 101]);
  });

  it("has no hole where somebody put a file in the place of its next line: that is moved aside and named, and kept for what it may be", async () => {
    const memory = createMemoryFolder();
    const vault = await createHers(memory.folder);
    await addLine(vault, lineOf("One."));
    memory.files.set("journal/000002.age", utf8("anything"));
    expect((await checkVault({ ...worldOf(memory.folder), keys })).verdicts).toEqual([{ path: "journal/000002.age", verdict: "planted" }]);
    expect(await addLine(vault, lineOf("More."))).toEqual({ ok: true, value: 2 });
    const aside = [...memory.files].filter(([path]) => path.endsWith(".aside"));
    expect(aside.map(([, bytes]) => bytes)).toEqual([utf8("anything")]);
    expect((await checkVault({ ...worldOf(memory.folder), keys })).verdicts).toEqual([
      { path: expect.stringMatching(/^journal\/000002\.[0-9a-f]{16}\.aside$/), verdict: "planted" },
    ]);
    const { lines, lost, lostLines } = await readJournal(await openHers(memory.folder));
    expect([lines.map(({ counter }) => counter), lost, lostLines]).toEqual([[1, 2], [], []]);
  });

  it("of another window is never moved aside: this one learns that it was overtaken", async () => {
    const memory = createMemoryFolder();
    const vault = await createHers(memory.folder);
    await addLine(await openHers(memory.folder), lineOf("In the other window."));
    expect(await addLine(vault, lineOf("In this one."))).toMatchObject({ error: { kind: "overtaken" } });
    expect((await readJournal(await openHers(memory.folder))).lines).toHaveLength(1);
  });

  it("takes no line of another number, and none with a line break in it", async () => {
    const vault = await createHers(createMemoryFolder().folder);
    for (const line of ['{"counter":2,"line":"entry"}', '{"counter":1,"words":"a\nb"}', "", '{"counter":1,']) {
      await expect(addLine(vault, () => line)).rejects.toThrow(/begins with its counter/);
    }
    expect((await readJournal(vault)).lines).toEqual([]);
  });

  it("takes two lines that are written at once one after the other", async () => {
    const vault = await createHers(createMemoryFolder().folder);
    await Promise.all(["one", "two", "three"].map((words) => addLine(vault, lineOf(words))));
    expect((await readJournal(vault)).lines.map(({ counter }) => counter)).toEqual([1, 2, 3]);
  });
});

describe("a file that is brought in", () => {
  it("comes back as it was, and is not taken twice under another name", async () => {
    const vault = await createHers(createMemoryFolder().folder);
    const bytes = Uint8Array.from({ length: 200_000 }, (_, i) => i % 251);
    const terms = { zone: "Europe/London", dateOrder: "dmy" } as const;
    const taken = await takeOriginal(vault, { source: sourceOf("a/chat.txt", bytes), terms }, at);
    expect(taken).toMatchObject({ value: { became: "kept", original: { name: "a/chat.txt", size: 200_000, terms } } });
    expect(await takeOriginal(vault, { source: sourceOf("b.txt", bytes) }, at)).toMatchObject({
      value: { became: "here-already", original: { name: "a/chat.txt" } },
    });
    await takeOriginal(vault, { source: sourceOf("empty.txt", new Uint8Array()) }, at);
    const listed = await listOriginals(vault);
    const originals = listed.ok ? listed.value : [];
    expect(originals.map(({ name }) => name)).toEqual(["a/chat.txt", "empty.txt"]);
    const opened = originals[0] && (await openOriginal(vault, originals[0]));
    expect(opened?.ok === true && (await opened.value.read(70_000, 70_004))).toEqual(bytes.slice(70_000, 70_004));
  });

  it("keep the order of dates that she says after they were read, beside what was stated of them before", async () => {
    const memory = createMemoryFolder();
    const vault = await createHers(memory.folder);
    await takeOriginal(vault, { source: sourceOf("a.txt", utf8("3/4/26")), terms: { zone: "Europe/London" } }, at);
    await takeOriginal(vault, { source: sourceOf("b.txt", utf8("4/5/26")) }, at);
    expect(await stateDateOrder(vault, "mdy")).toMatchObject({ ok: true });
    const before = new Map(memory.files);
    expect(await stateDateOrder(vault, "mdy")).toMatchObject({ ok: true });
    expect(memory.files).toEqual(before);
    expect(await listOriginals(await openHers(memory.folder))).toMatchObject({
      value: [
        { name: "a.txt", terms: { zone: "Europe/London", dateOrder: "mdy" } },
        { name: "b.txt", terms: { dateOrder: "mdy" } },
      ],
    });
  });

  it("of any length are held against the log once, and only what is asked for is opened; what changes after that is not shown", async () => {
    const memory = createMemoryFolder();
    await takeOriginal(await createHers(memory.folder), { source: sourceOf("film.mp4", new Uint8Array(900_000).fill(7)) }, at);
    let read = 0;
    const counted: Folder = {
      ...memory.folder,
      open: async (path) => {
        const source = await memory.folder.open(path);
        if (source === undefined || !path.startsWith("originals/")) return source;
        return {
          ...source,
          read: async (start, end) => {
            const bytes = await source.read(start, end);
            read += bytes.length;
            return bytes;
          },
        };
      },
    };
    const vault = await openHers(counted);
    const listed = await listOriginals(vault);
    const [original] = listed.ok ? listed.value : [];
    const opened = original && (await openOriginal(vault, original));
    if (opened?.ok !== true) throw new Error("it opens");
    expect(read).toBeLessThan(900_000 + 200_000);
    expect((await opened.value.read(500_000, 500_002)).length).toBe(2);
    expect(read).toBeLessThan(900_000 + 300_000);
    const path = original?.file ?? "";
    memory.files.get(path)?.fill(0, 600_000, 600_010);
    await expect(opened.value.read(590_000, 610_000)).rejects.toThrow(/altered/);
  });

  it("is taken again where what was kept of it is missing or damaged", async () => {
    const memory = createMemoryFolder();
    const vault = await createHers(memory.folder);
    const photo = { source: sourceOf("photo.jpg", utf8("a photo")) };
    await takeOriginal(vault, photo, at);
    for (const harm of ["missing", "damaged"]) {
      const [path = ""] = [...memory.files.keys()].filter((one) => one.startsWith("originals/"));
      if (harm === "missing") memory.files.delete(path);
      else
        memory.files.set(
          path,
          (memory.files.get(path) ?? expect.fail()).map((byte, i, all) => (i === all.length - 1 ? byte ^ 1 : byte)),
        );
      expect(await takeOriginal(vault, photo, at)).toMatchObject({ ok: true, value: { became: "kept" } });
      expect((await checkVault({ ...worldOf(memory.folder), keys })).verdicts).toEqual([]);
      expect(await takeOriginal(vault, photo, at)).toMatchObject({ ok: true, value: { became: "here-already" } });
    }
  });

  it("for which there is no room is named and asked for again", async () => {
    const room = createMemoryFolder(new Map(), { room: 120_000 });
    const vault = await createHers(room.folder);
    const source = sourceOf("film.mp4", new Uint8Array(90_000).fill(7));
    expect(await takeOriginal(vault, { source, terms: { country: "GB" } }, at)).toMatchObject({ value: { became: "no-room" } });
    expect((await checkVault({ ...worldOf(room.folder), keys })).verdicts).toEqual([]);
    expect([...room.files.keys()].some((path) => path.includes("originals/") || path.endsWith(".part"))).toBe(false);
    const roomier = createMemoryFolder(room.files);
    const later_ = await openHers(roomier.folder);
    expect(await takeOriginal(later_, { source }, at)).toMatchObject({ value: { became: "kept", original: { terms: { country: "GB" } } } });
    const listed = await listOriginals(later_);
    expect(listed.ok && listed.value.length).toBe(1);
  });

  it("that changes while it is read is not taken in", async () => {
    const memory = createMemoryFolder();
    const vault = await createHers(memory.folder);
    let reads = 0;
    const source = { name: "chat.txt", size: 3, read: async () => utf8((reads += 1) === 1 ? "one" : "two") };
    expect(await takeOriginal(vault, { source }, at)).toMatchObject({ error: { kind: "changed-while-read" } });
    expect([...memory.files.keys()].filter((path) => path.includes("originals/"))).toEqual([]);
    expect(await listOriginals(vault)).toEqual({ ok: true, value: [] });
  });
});

describe("what was read of originals", () => {
  const [chats, letters] = [hashOf("chats"), hashOf("letters")];
  const lines = Array.from({ length: 3_000 }, (_, i) => JSON.stringify({ act: i, words: "é".repeat(i % 90) }));
  const read = async (vault: Vault, of: Sha256): Promise<readonly string[] | undefined> => {
    const found: string[] = [];
    const all = linesOfReading(vault, of);
    for (let next = await all.next(); ; next = await all.next()) {
      if (next.done === true) return next.value ? found : undefined;
      found.push(next.value);
    }
  };

  it("comes back line by line after the next opening, and goes when nobody wants it any more", async () => {
    const { folder, files } = createMemoryFolder();
    const vault = await createHers(folder);
    await keepReadings(
      vault,
      [
        { of: chats, lines },
        { of: letters, lines: ["a letter"] },
      ],
      new Set(),
    );
    const next = await openHers(folder);
    expect(await listReadings(next)).toEqual([chats, letters]);
    expect(await read(next, chats)).toEqual(lines);
    expect(await read(next, hashOf("other"))).toBeUndefined();
    await keepReadings(next, [], new Set([letters]));
    expect(await listReadings(next)).toEqual([letters]);
    expect(await read(next, letters)).toEqual(["a letter"]);
    expect([...files.keys()].filter((path) => path.startsWith("acts/"))).toHaveLength(2);
    expect((await checkVault({ ...worldOf(folder), keys })).isWhole).toBe(true);
  });

  it("is asked for again, and written again, where its file or the list is lost, cut or changed", async () => {
    const spoils: readonly ((bytes: Uint8Array) => Uint8Array | undefined)[] = [
      () => undefined,
      (bytes) => bytes.slice(0, -1),
      (bytes) => bytes.with(bytes.length - 3, (bytes.at(-3) ?? 0) ^ 1),
      () => new Uint8Array(),
    ];
    for (const spoil of spoils)
      for (const isList of [false, true]) {
        const { folder, files } = createMemoryFolder();
        await keepReadings(await createHers(folder), [{ of: chats, lines }], new Set());
        const path = [...files.keys()].find((one) => one.startsWith("acts/") && (one === "acts/list.age") === isList) ?? "";
        const spoiled = spoil(files.get(path) ?? expect.fail("it was kept"));
        if (spoiled === undefined) files.delete(path);
        else files.set(path, spoiled);
        const vault = await openHers(folder);
        expect(await read(vault, chats)).toBeUndefined();
        expect((await checkVault({ ...worldOf(folder), keys })).verdicts).toMatchObject([{ path }]);
        expect(await keepReadings(vault, [{ of: chats, lines }], new Set([chats]))).toMatchObject({ ok: true });
        expect(await read(await openHers(folder), chats)).toEqual(lines);
        expect((await checkVault({ ...worldOf(folder), keys })).isWhole).toBe(true);
      }
  });
});

describe("how the dates of originals are written", () => {
  it("stays as it was stated of one when it is said later of others", async () => {
    const vault = await createHers(createMemoryFolder().folder);
    await takeOriginal(vault, { source: sourceOf("a.txt", utf8("a")), terms: { zone: "Europe/London", dateOrder: "dmy" } }, at);
    await takeOriginal(vault, { source: sourceOf("b.txt", utf8("b")), terms: { zone: "America/New_York" } }, at);
    await stateDateOrder(vault, "mdy");
    const listed = await listOriginals(vault);
    expect(listed.ok && listed.value.map(({ terms }) => terms)).toEqual([
      { zone: "Europe/London", dateOrder: "dmy" },
      { zone: "America/New_York", dateOrder: "mdy" },
    ]);
  });
});

describe("a private note", () => {
  it("is gone when it is destroyed, and the rest stays", async () => {
    const { folder, files } = createMemoryFolder();
    const vault = await createHers(folder);
    const plan = await writePrivateNote(vault, "The bag is at my sister's.");
    await writePrivateNote(vault, "Ring the locksmith.");
    await destroyPrivateNote(vault, plan.ok ? plan.value : "");
    expect((await readPrivateNotes(await openHers(folder))).notes.map(({ text }) => text)).toEqual(["Ring the locksmith."]);
    expect([...files.keys()].filter((path) => path.startsWith("private/")).length).toBe(1);
    expect(await destroyPrivateNote(vault, plan.ok ? plan.value : "")).toMatchObject({ error: { kind: "not-whole" } });
  });
});

describe("what she has begun to write, with a photo", () => {
  const draft = `private/${"d".repeat(32)}.age`;
  const [photo, other] = ["a", "b"].map((letter) => `originals/${letter.repeat(32)}.age`);
  const door = { path: photo ?? "", source: sourceOf("door.jpg", utf8("the door")) };
  const gate = { path: other ?? "", source: sourceOf("gate.jpg", utf8("the gate")) };
  const filesIn = (files: ReadonlyMap<string, unknown>): readonly string[] =>
    [...files.keys()].filter((path) => path.startsWith("originals/")).sort();

  it("is sealed with the photo in one write, which ends in neither or in both, and is no file that she brought in", async () => {
    const empty = createMemoryFolder();
    await createHers(empty.folder);
    const write = async (folder: Folder): Promise<unknown> =>
      writeDraft(await openHers(folder), draft, { text: "He left", files: [door], gone: [] });
    const unhurt = createMemoryFolder(empty.files);
    await write(unhurt.folder);
    const ends = new Set<string>();
    for (const dies of [undefined, ...deathsIn(unhurt.steps)]) {
      const memory = createMemoryFolder(empty.files, dies && { dies });
      await write(memory.folder).catch(() => "it died");
      const after = createMemoryFolder(memory.files);
      const again = await openHers(after.folder);
      const { notes, lost } = await readPrivateNotes(again);
      ends.add(`${notes.map(({ text }) => text).join()} ${filesIn(after.files).join()} ${lost.length}`);
      expect(await listOriginals(again)).toEqual({ ok: true, value: [] });
      expect((await checkVault({ ...worldOf(after.folder), keys })).verdicts).toEqual([]);
    }
    expect(ends).toEqual(new Set(["  0", `He left ${photo} 0`]));
  });

  it("seals a photo once, however often the words are, and lets go of one that it names no more", async () => {
    const { folder, files } = createMemoryFolder();
    const vault = await createHers(folder);
    await writeDraft(vault, draft, { text: "He left", files: [door], gone: [] });
    const first = files.get(door.path);
    await writeDraft(vault, draft, { text: "He left it", files: [door, gate], gone: [] });
    expect([files.get(door.path) === first, filesIn(files)]).toEqual([true, [photo, other]]);
    await writeDraft(vault, draft, { text: "He left it there", files: [gate], gone: [door.path] });
    expect(filesIn(files)).toEqual([other]);
    await destroyPrivateNote(vault, draft, () => [gate.path]);
    expect([filesIn(files), (await readPrivateNotes(vault)).notes]).toEqual([[], []]);
  });

  it("writes neither where there is no room for the photo", async () => {
    const { folder, files } = createMemoryFolder(new Map(), { room: 120_000 });
    const vault = await createHers(folder);
    const film = { path: door.path, source: sourceOf("film.mp4", new Uint8Array(90_000)) };
    expect(await writeDraft(vault, draft, { text: "He left", files: [film], gone: [] })).toMatchObject({ error: { kind: "no-room" } });
    expect([filesIn(files), (await readPrivateNotes(vault)).notes]).toEqual([[], []]);
    expect(await writeDraft(vault, draft, { text: "He left", files: [], gone: [] })).toMatchObject({ ok: true });
  });

  it("has its photo taken in where it lies, once; from then on it does not go with the draft", async () => {
    const { folder, files } = createMemoryFolder();
    const vault = await createHers(folder);
    await writeDraft(vault, draft, { text: "He left", files: [door, gate], gone: [] });
    const bytes = files.get(door.path);
    for (const became of ["kept", "here-already"])
      expect(await takeSealed(vault, { path: door.path, name: "door.jpg" }, at)).toMatchObject({
        value: { became, original: { name: "door.jpg", size: 8, sha256: hashOf("the door"), file: photo } },
      });
    await takeOriginal(vault, { source: gate.source }, at);
    expect(await takeSealed(vault, { path: gate.path, name: "b.jpg" }, at)).toMatchObject({
      value: { became: "here-already", original: { name: "gate.jpg" } },
    });
    expect(filesIn(files)).toHaveLength(3);
    await destroyPrivateNote(vault, draft, () => [door.path, gate.path]);
    const listed = await listOriginals(vault);
    expect(listed.ok && listed.value.map(({ name }) => name)).toEqual(["door.jpg", "gate.jpg"]);
    expect([files.get(door.path) === bytes, filesIn(files).length]).toEqual([true, 2]);
    expect(await takeSealed(vault, { path: gate.path, name: "b.jpg" }, at)).toEqual({ ok: true, value: undefined });
    expect((await checkVault({ ...worldOf(folder), keys })).verdicts).toEqual([]);
  });

  it("keeps every file where the catalogue does not read: one of them may be in it", async () => {
    const { folder, files } = createMemoryFolder();
    const vault = await createHers(folder);
    await writeDraft(vault, draft, { text: "He left", files: [door], gone: [] });
    await takeSealed(vault, { path: door.path, name: "door.jpg" }, at);
    files.set("catalogue.age", utf8("something else"));
    await destroyPrivateNote(vault, draft, () => [door.path]);
    expect(filesIn(files)).toEqual([photo]);
  });
});

describe("what is written while it is locked", () => {
  const asHers = {
    isKept: true,
    at,
    line: (counter: number, files: readonly object[]) => JSON.stringify({ counter, files: files.length }),
  };

  it("waits, in its order and with its files, until she says whose it is", async () => {
    const { folder, files } = createMemoryFolder();
    const world = worldOf(folder);
    await createHers(folder);
    const added = [
      sourceOf("door.jpg", utf8("the door")),
      sourceOf("empty.txt", new Uint8Array()),
      sourceOf("again.jpg", utf8("the door")),
    ];
    await writeWhileLocked(world, { at, words: "He is outside.", files: added });
    await writeWhileLocked(world, { at, words: "You are mine." });
    await writeWhileLocked(world, { at, words: "test" });
    const vault = await openHers(folder);
    const [hers, his, nothing] = await readWaiting(vault);
    if (hers === undefined || his === undefined || nothing === undefined || !("words" in hers)) throw new Error("three notes wait");
    expect([hers.words, await Promise.all(hers.files.map((file) => gather(piecesOf(file))))]).toEqual([
      "He is outside.",
      [utf8("the door"), new Uint8Array(), utf8("the door")],
    ]);
    expect(await decideWaiting(vault, his, { ...asHers, isKept: false })).toEqual({ ok: true, value: 1 });
    expect(await decideWaiting(vault, hers, asHers)).toEqual({ ok: true, value: 2 });
    expect(await decideWaiting(vault, hers, asHers)).toMatchObject({ error: { kind: "not-whole" } });
    expect((await readWaiting(vault)).map((note) => "words" in note && note.words)).toEqual(["test"]);
    const originals = await listOriginals(vault);
    expect(originals.ok && originals.value.map(({ name }) => name)).toEqual(["door.jpg", "empty.txt"]);
    expect((await readJournal(vault)).lines.map(({ line }) => line)).toEqual(['{"counter":1,"files":0}', '{"counter":2,"files":3}']);
    expect([...files.keys()].filter((path) => path.startsWith("waiting/")).length).toBe(2);
    await writeWhileLocked(world, { at, words: "Once more." });
    expect((await readWaiting(vault)).map(({ number }) => number)).toEqual([3, 4]);
    expect((await checkVault({ ...world, keys })).isWhole).toBe(true);
  });

  it("is told of where it was taken away or written over, and she can say that it goes", async () => {
    const { folder, files } = createMemoryFolder();
    const vault = await createHers(folder);
    await writeWhileLocked(worldOf(folder), { at, words: "He is outside." });
    const path = [...files.keys()].find((one) => one.startsWith("waiting/") && one.endsWith(".age")) ?? "";
    files.set(path, utf8("x"));
    const [note] = await readWaiting(vault);
    expect(note).toEqual({ path, number: 1, lost: true });
    expect(await decideWaiting(vault, note ?? expect.fail("it waits"), { ...asHers, isKept: false })).toMatchObject({ ok: true });
    expect((await checkVault({ ...worldOf(folder), keys })).isWhole).toBe(true);
  });

  it("is altered for the check where it opens and does not read: anybody can seal something to the vault and list it", async () => {
    const memory = createMemoryFolder();
    const vault = await createHers(memory.folder);
    await writeWhileLocked(worldOf(memory.folder), { at, words: "He is outside." });
    const sealed = await gather(sealStream(piece(utf8("no line of a note")), { recipients: [vault.recipient] }));
    const path = `waiting/${"0".repeat(32)}.age`;
    memory.files.set(path, sealed);
    const sha256 = createHash("sha256").update(sealed).digest("hex");
    const line = `{"number":2,"file":"${"0".repeat(32)}.age","size":${sealed.length},"sha256":"${sha256}"}\n`;
    memory.files.set("waiting/list", Uint8Array.from([...(memory.files.get("waiting/list") ?? []), ...utf8(line)]));
    expect((await checkVault({ ...worldOf(memory.folder), keys })).verdicts).toEqual([{ path, verdict: "altered" }]);
  });

  it("is refused before it is told as saved where it could be no entry afterwards, and says by how much it is too long", async () => {
    const { folder, files } = createMemoryFolder();
    const vault = await createHers(folder);
    const before = new Map(files);
    expect(await writeWhileLocked(worldOf(folder), { at, words: "x".repeat(21_234) })).toMatchObject({
      error: { kind: "too-long", says: expect.stringContaining("1,234 characters too long: a note holds 20,000") },
    });
    for (const words of ["", " \n", "\u200b\u200d", "\u000b"])
      expect(await writeWhileLocked(worldOf(folder), { at, words })).toMatchObject({ error: { kind: "blank" } });
    expect(files).toEqual(before);
    expect(await writeWhileLocked(worldOf(folder), { at, words: "He rang.\u000bTwice.\r\nAt 9." })).toMatchObject({ ok: true });
    expect(await writeWhileLocked(worldOf(folder), { at, words: "x".repeat(20_000) })).toMatchObject({ ok: true });
    expect((await readWaiting(vault)).map((note) => "words" in note && note.words.slice(0, 21))).toEqual([
      "He rang. Twice.\nAt 9.",
      "x".repeat(21),
    ]);
  });

  it("is refused beyond a thousand notes and 64 MiB", async () => {
    const { folder, files } = createMemoryFolder();
    await createHers(folder);
    const huge = { name: "film.mp4", size: 65 * 1024 * 1024, read: async (start: number, end: number) => new Uint8Array(end - start) };
    expect(await writeWhileLocked(worldOf(folder), { at, words: "x", files: [huge] })).toMatchObject({ error: { kind: "too-long" } });
    const line = (i: number): string =>
      JSON.stringify({ number: i + 1, file: `${String(i).padStart(32, "0")}.age`, size: 1, sha256: "0".repeat(64) });
    files.set("waiting/list", utf8(Array.from({ length: 1000 }, (_, i) => `${line(i)}\n`).join("")));
    expect(await writeWhileLocked(worldOf(folder), { at, words: "x" })).toMatchObject({ error: { kind: "log-full" } });
  });
});

describe("a book that names somebody else", () => {
  const his = async (): Promise<Uint8Array> => writeBook(await recipientOf(keysOf(8).identity));

  it("takes no note while it is locked, which he would read, and says that opening the notes puts it right", async () => {
    const memory = createMemoryFolder();
    await createHers(memory.folder);
    for (const bytes of [await his(), utf8("{}"), undefined]) {
      if (bytes === undefined) memory.files.delete("book.json");
      else memory.files.set("book.json", bytes);
      const before = new Map(memory.files);
      const written = await writeWhileLocked(worldOf(memory.folder), { at, words: "He is outside." });
      expect(written).toMatchObject({ error: { kind: "book-altered", path: "book.json", says: expect.stringContaining("Open them") } });
      expect(memory.files).toEqual(before);
    }
    expect(await writeWhileLocked(worldOf(createMemoryFolder().folder), { at, words: "x" })).toMatchObject({ error: { kind: "no-vault" } });
  });

  it("is told at the next opening and put right for good, of whatever length it is", async () => {
    for (const bytes of [await his(), utf8("{}"), undefined]) {
      const memory = createMemoryFolder();
      await createHers(memory.folder);
      const own = memory.files.get("book.json");
      if (bytes === undefined) memory.files.delete("book.json");
      else memory.files.set("book.json", bytes);
      expect(await putBookBack(await openHers(memory.folder))).toBe("changed");
      expect(memory.files.get("book.json")).toEqual(own);
      const again = await openHers(memory.folder);
      expect(await putBookBack(again)).toBe("as-it-was");
      expect(await checkVault({ ...worldOf(memory.folder), keys })).toMatchObject({ isWhole: true });
      await writeWhileLocked(worldOf(memory.folder), { at, words: "He is outside." });
      expect(await readWaiting(again)).toMatchObject([{ words: "He is outside." }]);
    }
  });

  it("is told where the disk is full, and put right where nothing is proved any more", async () => {
    const memory = createMemoryFolder();
    await createHers(memory.folder);
    memory.files.set("book.json", utf8("{}"));
    const full = createMemoryFolder(memory.files, { room: 10 });
    expect(await putBookBack(await openHers(full.folder))).toBe("changed");
    expect(full.files.get("book.json")).toEqual(utf8("{}"));
    memory.files.set("log", (memory.files.get("log") ?? utf8("")).subarray(3));
    expect(await putBookBack(await openHers(memory.folder))).toBe("changed");
    expect(memory.files.get("book.json")).toEqual(writeBook(await recipientOf(keys.identity)));
  });
});

describe("two windows", () => {
  it("never write over each other: the one that was overtaken is told and changes nothing", async () => {
    const memory = createMemoryFolder();
    const first = await createHers(memory.folder);
    const second = await openHers(memory.folder);
    expect(await addLine(second, lineOf("In the other window."))).toMatchObject({ ok: true });
    const before = new Map(memory.files);
    expect(await addLine(first, lineOf("In this one."))).toMatchObject({ error: { kind: "overtaken" } });
    expect(memory.files).toEqual(before);
    expect((await readJournal(await openHers(memory.folder))).lines.length).toBe(1);
  });
});

describe("a folder or a link where a file should come", () => {
  it("is named by the check, is moved aside whole by the write that it stands in the way of, and shuts nobody out", async () => {
    for (const path of ["journal/000002.age", "journal/000002.age.part", "journal", "log.part", "tries.json", "anything"]) {
      const memory = createMemoryFolder();
      await addLine(await createHers(memory.folder), lineOf("He stood at the gate."));
      memory.links.add(path);
      const { verdicts } = await checkVault({ ...worldOf(memory.folder), keys });
      expect(verdicts).toEqual([{ path, verdict: path === "tries.json" ? "altered" : "planted" }]);
      const vault = await openHers(memory.folder);
      expect(await addLine(vault, lineOf("He rang."))).toEqual({ ok: true, value: 2 });
      expect([...memory.links].map((one) => one.endsWith(".aside"))).toEqual([path.startsWith("journal")]);
      await noteWrongTry(memory.folder, epoch);
      expect((await readJournal(await openHers(memory.folder))).lines).toHaveLength(2);
    }
  });
});

describe("a disk that can only be read", () => {
  it("shows what is on it, though what a write has left there cannot be cleared, and gives a copy", async () => {
    const memory = createMemoryFolder();
    const vault = await createHers(memory.folder);
    await addLine(vault, lineOf("He stood at the gate."));
    memory.files.set("statement.age.part", utf8("half of it"));
    const refuse = () => Promise.reject(Object.assign(new Error("read-only"), { code: "EROFS" }));
    const folder = { ...memory.folder, write: refuse, append: refuse, move: refuse, remove: refuse };
    const opened = await openHers(folder);
    expect((await readJournal(opened)).lines).toHaveLength(1);
    let size = 0;
    await makeCopy(opened, async (pieces) => {
      for await (const piece of pieces) size += piece.length;
    });
    expect(size).toBeGreaterThan(4096);
    await expect(addLine(opened, lineOf("He rang."))).rejects.toThrow("read-only");
  });
});

describe("documents", () => {
  it("come back as they were written last, and are none before", async () => {
    const { folder } = createMemoryFolder();
    const vault = await createHers(folder);
    expect(await readDocumentOf(vault, "settings")).toEqual({ ok: true, value: undefined });
    await writeDocumentOf(vault, "settings", '{"language":"cy"}');
    await writeDocumentOf(vault, "openings", "[]");
    expect(await readDocumentOf(await openHers(folder), "settings")).toEqual({ ok: true, value: '{"language":"cy"}' });
    await replaceNotesFile(vault, utf8("other notes"));
    expect((await checkVault({ ...worldOf(folder), keys })).isWhole).toBe(true);
  });

  it("are signed at the next opening where the ordinary notes were written while it was locked, and not where they are shorter or put back", async () => {
    const { folder } = createMemoryFolder();
    await replaceNotesFile(await createHers(folder), utf8("notes of May"));
    const verdict = async (): Promise<unknown> => (await checkVault({ ...worldOf(folder), keys })).isWhole;
    await replaceNotesFileLocked(folder, utf8("notes of Jun"));
    expect(await verdict()).toBe(false);
    await signNotesFile(await openHers(folder));
    expect(await verdict()).toBe(true);
    for (const others of ["notes of May", "notes"]) {
      await replaceNotesFileLocked(folder, utf8(others));
      await signNotesFile(await openHers(folder));
      expect(await verdict()).toBe(false);
    }
  });
});

describe("wrong passphrases", () => {
  it("wait a second, then twice as long, and five minutes at most, whatever the clock is set to", async () => {
    const { folder } = createMemoryFolder();
    const waits: number[] = [];
    for (let i = 0; i < 12; i++) {
      await noteWrongTry(folder, epoch);
      waits.push(waitBeforeTry(await readTries(folder), epoch) / 1000);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
    const tries = await readTries(folder);
    expect(waitBeforeTry(tries, later(epoch, 299_000))).toBe(1000);
    expect(waitBeforeTry(tries, later(epoch, 300_000))).toBe(0);
    expect(waitBeforeTry({ wrong: 30, last: later(epoch, 9_000_000) }, epoch)).toBe(300_000);
    await noteOrdinaryOpening(folder, epoch);
    expect(await readTries(folder)).toEqual({ wrong: 12, last: epoch, opened: [epoch] });
    await forgetTries(folder);
    expect(await readTries(folder)).toBeUndefined();
    for (let i = 0; i < 60; i++) await noteOrdinaryOpening(folder, later(epoch, i));
    const opened = await readTries(folder);
    expect(waitBeforeTry(opened, later(epoch, 60))).toBe(0);
    expect(opened).toEqual({ wrong: 0, opened: Array.from({ length: 50 }, (_, i) => later(epoch, i + 10)) });
    await folder.write("tries.json", piece(utf8("x")));
    expect(waitBeforeTry(await readTries(folder), epoch)).toBe(0);
  });
});

async function* piecesOf(file: {
  readonly size: number;
  read(start: number, end: number): Promise<Uint8Array>;
}): AsyncGenerator<Uint8Array> {
  yield await file.read(0, file.size);
}
