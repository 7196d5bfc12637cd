import { recipientOf, sealWhole } from "@unmask/seal";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MemoryFolder, createMemoryFolder, sourceOf } from "../../../fixtures/vault/memory-folder.ts";
import { createHers, keys, keysOf, lineOf, newVault, openHers, worldOf } from "../../../fixtures/vault/vault-of-hers.ts";
import { listApart, takeApart } from "./apart.ts";
import { writeBook } from "./book.ts";
import { checkVault } from "./check.ts";
import { readDocumentOf, writeDocumentOf } from "./documents.ts";
import { readLog, signDeed } from "./log.ts";
import { markOf } from "./mark.ts";
import { addLine, joinSegments, readJournal } from "./journal.ts";
import { createVault, openVault } from "./open-vault.ts";
import { listOriginals, openOriginal, takeOriginal } from "./originals.ts";
import { readPrivateNotes, writePrivateNote } from "./private-notes.ts";
import type { Vault } from "./vault.ts";
import { readWaiting, writeWhileLocked } from "./waiting.ts";

/** Somebody who can write to her folder and has no key: `book.json` says to whom he can seal. */

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const at = "2026-10-04T21:14:05.123Z";
const sealedByHim = async (text: string): Promise<Uint8Array> => sealWhole(utf8(text), { recipients: [await recipientOf(keys.identity)] });
const segment = (counter: number): string => `journal/${String(counter).padStart(6, "0")}.age`;
const wordsIn = async (vault: Vault): Promise<readonly string[]> => (await readJournal(vault)).lines.map(({ line }) => line);
const verdictsOf = async ({ folder }: MemoryFolder) => (await checkVault({ ...worldOf(folder), keys })).verdicts;

/** Notes with so many lines, and what stood in their folder after each. */
async function withLines(count: number): Promise<{ readonly memory: MemoryFolder; readonly after: readonly Map<string, Uint8Array>[] }> {
  const memory = createMemoryFolder();
  const vault = await createHers(memory.folder);
  const after = [new Map(memory.files)];
  for (let i = 1; i <= count; i++) {
    await addLine(vault, lineOf(`Line ${i}`));
    after.push(new Map(memory.files));
  }
  return { memory, after };
}

const joined = (one: Uint8Array, other: Uint8Array): Uint8Array => Uint8Array.from([...one, ...other]);

function appendTo(memory: MemoryFolder, text: string): void {
  memory.files.set("log", joined(memory.files.get("log") ?? utf8(""), utf8(text)));
}

describe("a line that somebody sealed in the place of hers", () => {
  it("is never hers, however the list of what is kept was spoilt: it is named apart, and the rest is hers", async () => {
    const spoils: readonly ((memory: MemoryFolder) => unknown)[] = [
      (memory) => appendTo(memory, "x"),
      (memory) => appendTo(memory, "x\n"),
      (memory) => memory.files.set("log", (memory.files.get("log") ?? utf8("")).slice(0, -160)),
      (memory) =>
        memory.files.set(
          "log",
          (memory.files.get("log") ?? utf8("")).map((byte, i, all) => (i === all.length - 9 ? byte ^ 1 : byte)),
        ),
      () => undefined,
    ];
    for (const spoil of spoils) {
      const { memory } = await withLines(2);
      memory.files.set(segment(2), await sealedByHim(`${lineOf("I never saw him.")(2)}\n`));
      spoil(memory);
      const vault = await openHers(memory.folder);
      expect(await wordsIn(vault)).toEqual([lineOf("Line 1")(1)]);
      expect(await verdictsOf(memory)).toContainEqual({ path: segment(2), verdict: "apart" });
      expect(await addLine(vault, lineOf("He rang."))).toEqual({ ok: true, value: 3 });
      expect(await wordsIn(await openHers(memory.folder))).toEqual([lineOf("Line 1")(1), lineOf("He rang.")(3)]);
    }
  });

  it("leaves no line of hers out where there is no list at all: nothing is proved, and all of it waits for her word", async () => {
    const { memory } = await withLines(2);
    memory.files.delete("log");
    const vault = await openHers(memory.folder);
    expect([vault.now.holds, await wordsIn(vault)]).toEqual([false, []]);
    expect(await addLine(vault, lineOf("He rang."))).toEqual({ ok: true, value: 3 });
    expect((await listApart(vault)).map(({ path, lines }) => [path, lines?.map(({ line }) => line)])).toEqual([
      [segment(1), [lineOf("Line 1")(1)]],
      [segment(2), [lineOf("Line 2")(2)]],
    ]);
    expect(await takeApart(vault, "all")).toEqual({ ok: true, value: { taken: [segment(1), segment(2)], left: [] } });
    expect(await wordsIn(await openHers(memory.folder))).toHaveLength(3);
    expect(await verdictsOf(memory)).toEqual([]);
  });
});

describe("a list of what is kept", () => {
  it("on which one sign was hung is written on again, and what hung there is laid beside", async () => {
    const { memory, after } = await withLines(2);
    appendTo(memory, "x");
    const vault = await openHers(memory.folder);
    expect(await addLine(vault, lineOf("He rang."))).toEqual({ ok: true, value: 3 });
    const aside = [...memory.files].filter(([path]) => path.endsWith(".aside"));
    expect(aside).toEqual([[expect.stringMatching(/^log-[0-9a-f]{16}\.aside$/), utf8("x")]]);
    expect((await openHers(memory.folder)).now.holds).toBe(true);
    expect(after[2]?.get("log")).toEqual(memory.files.get("log")?.slice(0, after[2]?.get("log")?.length));
  });

  it("that was cut back to an earlier write says that a line is apart, gives no number twice and moves nothing of hers", async () => {
    const { memory, after } = await withLines(3);
    memory.files.set("log", after[1]?.get("log") ?? utf8(""));
    const vault = await openHers(memory.folder);
    expect(await wordsIn(vault)).toEqual([lineOf("Line 1")(1)]);
    expect(await addLine(vault, lineOf("He rang."))).toEqual({ ok: true, value: 4 });
    expect([...memory.files.keys()].filter((path) => path.endsWith(".aside"))).toEqual([]);
    expect((await verdictsOf(memory)).map(({ path, verdict }) => [path, verdict])).toEqual([
      [segment(2), "apart"],
      [segment(3), "apart"],
    ]);
    const [second] = await listApart(vault);
    const sha256 = second?.mark?.sha256 ?? expect.fail("it is small");
    // What she looked at was another by the time that she said so.
    expect(await takeApart(vault, [{ path: segment(2), sha256: "0".repeat(64) }])).toMatchObject({
      value: { taken: [], left: [segment(2)] },
    });
    expect(await takeApart(vault, [{ path: segment(2), sha256 }])).toMatchObject({ value: { taken: [segment(2)], left: [] } });
    expect(await wordsIn(await openHers(memory.folder))).toEqual([lineOf("Line 1")(1), lineOf("Line 2")(2), lineOf("He rang.")(4)]);
    expect(await verdictsOf(memory)).toEqual([{ path: segment(3), verdict: "apart" }]);
  });

  it("of other notes, with their book, is told by name and laid beside: her key opens hers", async () => {
    const { memory } = await withLines(2);
    const his = createMemoryFolder();
    expect(await createVault(worldOf(his.folder), keysOf(8), await newVault())).toMatchObject({ ok: true });
    for (const path of ["log", "book.json"]) memory.files.set(path, his.files.get(path) ?? utf8(""));
    expect(await openVault(worldOf(memory.folder), keys)).toMatchObject({ error: { kind: "another-key" } });
    const told = (await verdictsOf(memory)).filter(({ verdict }) => verdict === "altered");
    expect(told.map(({ path }) => path)).toEqual(["book.json", "log"]);
    const vault = await openHers(memory.folder);
    await takeApart(vault, "all");
    expect(await wordsIn(await openHers(memory.folder))).toHaveLength(2);
    expect(memory.files.get("book.json")).toEqual(writeBook(await recipientOf(keys.identity)));
    expect([...memory.files.keys()].filter((path) => path.endsWith(".aside"))).toHaveLength(1);
  });
});

describe("what stands in the way of a write", () => {
  it("is moved aside whatever it is, and what the list has otherwise stops no other write", async () => {
    for (const path of ["statement.age", "catalogue.age", "settings.age"]) {
      const { memory } = await withLines(1);
      for (const bytes of [utf8("junk"), await sealedByHim('{"originals":[]}\n')]) {
        memory.files.set(path, bytes);
        const vault = await openHers(memory.folder);
        for (const name of ["statement", "settings"] as const) expect(await writeDocumentOf(vault, name, "{}")).toMatchObject({ ok: true });
        const name = `${bytes.length}.txt`;
        expect(await takeOriginal(vault, { source: sourceOf(name, bytes) }, at)).toMatchObject({ value: { became: "kept" } });
        const aside = [...memory.files].filter(([one]) => one.startsWith(path.replace("age", "")) && one.endsWith(".aside"));
        expect(aside.at(-1)?.[1]).toEqual(bytes);
        expect(await readDocumentOf(await openHers(memory.folder), "statement")).toEqual({ ok: true, value: "{}" });
      }
    }
  });

  it("stops no note that is written while it is locked, and the notes of the lines that read still wait", async () => {
    const { memory } = await withLines(1);
    const write = (words: string): Promise<unknown> => writeWhileLocked(worldOf(memory.folder), { at, words });
    await write("He is outside.");
    const list = joined(memory.files.get("waiting/list") ?? utf8(""), utf8("x\n"));
    memory.files.set("waiting/list", list);
    memory.links.add("waiting/list.part");
    expect(await write("He is back.")).toMatchObject({ ok: true });
    memory.links.add("waiting");
    expect(await write("He is here.")).toMatchObject({ ok: true });
    const notes = await readWaiting(await openHers(memory.folder));
    expect(notes.map((note) => "words" in note && note.words)).toEqual(["He is outside.", "He is back.", "He is here."]);
    expect([...memory.files].filter(([path]) => path.endsWith(".aside"))).toEqual([[expect.stringMatching(/^waiting.list/), list]]);
  });
});

describe("what she says is hers", () => {
  it("is one write, and brings back her statement, her papers and the names of her files with the lines", async () => {
    const memory = createMemoryFolder();
    const vault = await createHers(memory.folder);
    await addLine(vault, lineOf("He stood at the gate."));
    const log = memory.files.get("log") ?? utf8("");
    await takeOriginal(vault, { source: sourceOf("chat.txt", utf8("I see you")) }, at);
    await writeDocumentOf(vault, "statement", '{"me":[]}');
    await writePrivateNote(vault, "My sister has the key.");
    memory.files.set("log", log);
    const again = await openHers(memory.folder);
    expect((await listApart(again)).map(({ path, name, text }) => [path.split("/")[0], name ?? text])).toEqual([
      ["catalogue.age", undefined],
      ["originals", "chat.txt"],
      ["private", "My sister has the key."],
      ["statement.age", undefined],
    ]);
    // A file that came in meanwhile has moved the list of their names aside; both lists are hers.
    await takeOriginal(again, { source: sourceOf("photo.jpg", utf8("a photo")) }, at);
    expect(await takeApart(again, "all")).toMatchObject({ value: { left: [] } });
    expect(await verdictsOf(memory)).toEqual([]);
    const last = await openHers(memory.folder);
    const originals = await listOriginals(last);
    expect(originals.ok && originals.value.map(({ name }) => name)).toEqual(["photo.jpg", "chat.txt"]);
    for (const original of originals.ok ? originals.value : []) expect((await openOriginal(last, original)).ok).toBe(true);
    expect(await readDocumentOf(last, "statement")).toEqual({ ok: true, value: '{"me":[]}' });
    expect((await readPrivateNotes(last)).notes).toHaveLength(1);
  });

  it("is not a second line of a number that is hers, nor one so far ahead that the numbers would run out", async () => {
    const { memory } = await withLines(2);
    const two = await sealedByHim([1, 2].map((counter) => `${lineOf("His.")(counter)}\n`).join(""));
    memory.files.set(segment(1), two);
    memory.files.set(segment(999_999), await sealedByHim(`${lineOf("His.")(999_999)}\n`));
    memory.files.set(segment(3), await sealedByHim("no line\n"));
    const vault = await openHers(memory.folder);
    expect((await listApart(vault)).map(({ path, cannot }) => [path, cannot])).toEqual([
      [segment(1), "number-taken"],
      [segment(3), "unreadable"],
      [segment(999_999), "unreadable"],
    ]);
    expect(await takeApart(vault, "all")).toMatchObject({ value: { taken: [] } });
    expect(await addLine(vault, lineOf("He rang."))).toEqual({ ok: true, value: 4 });
    expect(await wordsIn(await openHers(memory.folder))).toEqual([lineOf("Line 2")(2), lineOf("He rang.")(4)]);
  });

  it("has the lines that were joined before the list was cut, each under its number", async () => {
    const { memory, after } = await withLines(64);
    expect(await joinSegments(await openHers(memory.folder))).toEqual({ ok: true, value: true });
    memory.files.set("log", after[64]?.get("log") ?? utf8(""));
    const vault = await openHers(memory.folder);
    expect(await wordsIn(vault)).toEqual([]);
    expect(await takeApart(vault, "all")).toMatchObject({ value: { taken: [segment(1)] } });
    expect(await wordsIn(await openHers(memory.folder))).toHaveLength(64);
    expect(await verdictsOf(memory)).toEqual([]);
  });
});

/** One thing that he does: to the log, to a file that stands there, or to a place where none does. */
type Harm = readonly ["cut" | "append" | "flip" | "drop" | "seal" | "plant" | "junk" | "link" | "older" | "forge", number];

const harms: fc.Arbitrary<readonly Harm[]> = fc.array(
  fc.tuple(fc.constantFrom("cut", "append", "flip", "drop", "seal", "plant", "junk", "link", "older", "forge"), fc.nat(999)),
  { minLength: 1, maxLength: 6 },
);

it("never shows a line that she did not write as proved, fails no write of hers and gives no number of what stands there twice, whatever he does to log and files", async () => {
  const { memory: whole, after } = await withLines(4);
  const hers = new Set([1, 2, 3, 4].map((i) => lineOf(`Line ${i}`)(i)));
  await fc.assert(
    fc.asyncProperty(harms, async (all) => {
      const memory = createMemoryFolder(whole.files);
      for (const harm of all) await doHarm(memory, harm, after);
      const vault = await openHers(memory.folder);
      for (const line of await wordsIn(vault)) expect(hers).toContain(line);
      const stood = new Set((await listApart(vault)).flatMap(({ lines = [] }) => lines.map(({ counter }) => counter)));
      for (const line of (await readJournal(vault)).lines) stood.add(line.counter);
      const kept = await addLine(vault, lineOf("He rang."));
      expect(kept).toMatchObject({ ok: true });
      expect(kept.ok && stood.has(kept.value)).toBe(false);
      expect(await writeDocumentOf(vault, "statement", "{}")).toMatchObject({ ok: true });
      expect(await takeOriginal(vault, { source: sourceOf("a.txt", utf8("a")) }, at)).toMatchObject({ value: { became: "kept" } });
      const again = await openHers(memory.folder);
      expect(again.now.holds).toBe(true);
      const lines = await wordsIn(again);
      expect(lines).toContain(lineOf("He rang.")(kept.ok ? kept.value : 0));
      for (const line of lines) expect(line.includes("He rang.") || hers.has(line)).toBe(true);
    }),
    { numRuns: 150, seed: 20_261_129 },
  );
});

const recipient = await recipientOf(keys.identity);

async function doHarm(memory: MemoryFolder, [deed, n]: Harm, after: readonly Map<string, Uint8Array>[]): Promise<void> {
  const { files } = memory;
  const paths = [...files.keys()].sort().filter((path) => path !== "identity.age");
  const path = paths[n % paths.length] ?? "log";
  const log = files.get("log") ?? utf8("");
  const bytes = files.get(path) ?? utf8("");
  const free = [segment(5), segment(6), segment(999_999), "statement.age", "catalogue.age", segment(3), `${segment(5)}.part`][n % 7] ?? "";
  const forged = (number: number): Promise<Uint8Array> => sealedByHim(`${lineOf("His.")(number)}\n`);
  const linkable = ["journal", "log", "originals", "log.part", "statement.age", "book.json", segment(5), `${segment(5)}.part`][n % 8] ?? "";
  if (deed === "cut") files.set("log", log.slice(0, (log.length * n) / 999));
  else if (deed === "append") appendTo(memory, ["x", "x\n", "\0", log.length > 0 ? '{"gone":"statement.age"}\n' : ""][n % 4] ?? "");
  else if (deed === "flip")
    files.set(
      path,
      bytes.map((byte, i) => (i === n % bytes.length ? byte ^ 1 : byte)),
    );
  else if (deed === "drop") files.delete(path);
  else if (deed === "older") files.set("log", after[n % 5]?.get("log") ?? log);
  else if (deed === "junk") files.set(free, utf8("junk"));
  else if (deed === "seal" && /^journal.*age$/.test(path)) files.set(path, await forged(Number(/\d{6}/.exec(path)?.[0])));
  else if (deed === "plant") files.set(free, await forged(Number(/\d{6}/.exec(free)?.[0] ?? 1)));
  else if (deed === "forge") {
    // A log that is right in all but the key that it is signed with.
    files.set(free, await forged(Number(/\d{6}/.exec(free)?.[0] ?? 1)));
    const { state } = readLog(log, { recipient });
    const planted = await memory.folder.open(free);
    const records = [{ path: free, put: await markOf(worldOf(memory.folder), planted ?? expect.fail("it was put there")) }];
    if (!free.endsWith(".part"))
      files.set("log", joined(log.slice(0, state.length), signDeed(state, records, { recipient, signer: keysOf(8).signer }).bytes));
  } else if (deed === "link") {
    files.delete(linkable);
    memory.links.add(linkable);
  }
}
