import { sealWhole } from "@unmask/seal";
import { describe, expect, it } from "vitest";
import { createMemoryFolder, sourceOf } from "../../../fixtures/vault/memory-folder.ts";
import { createHers, keys, lineOf, openHers, worldOf } from "../../../fixtures/vault/vault-of-hers.ts";
import { takeApart } from "./apart.ts";
import { type VaultCheck, checkVault, lookOver } from "./check.ts";
import { readDocumentOf, writeDocumentOf } from "./documents.ts";
import { addLine, readJournal } from "./journal.ts";
import { listOriginals, openOriginal, takeOriginal } from "./originals.ts";
import { destroyPrivateNote, readPrivateNotes, writePrivateNote } from "./private-notes.ts";
import { noteWrongTry } from "./tries.ts";
import { readWaiting, writeWhileLocked } from "./waiting.ts";

type Files = Map<string, Uint8Array>;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const at = "2026-10-04T21:14:05.123Z";

/** A vault with something of everything, and what stood in its folder when half of it was there. */
async function lived(): Promise<{ readonly files: Files; readonly earlier: Files }> {
  const { folder, files } = createMemoryFolder();
  const vault = await createHers(folder);
  await addLine(vault, lineOf("He stood at the gate."));
  await takeOriginal(vault, { source: sourceOf("chat.txt", utf8("I see you")) }, at);
  await writeDocumentOf(vault, "statement", "{}");
  await writeDocumentOf(vault, "settings", "{}");
  const note = await writePrivateNote(vault, "My sister has the spare key.");
  const earlier = new Map(files);
  await addLine(vault, lineOf("He rang twelve times."));
  await takeOriginal(vault, { source: sourceOf("photo.jpg", utf8("a photo")) }, at);
  await writeDocumentOf(vault, "statement", '{"me":[]}');
  await writeDocumentOf(vault, "settings", '{"language":"cy"}');
  await writePrivateNote(vault, "My brother has it.", note.ok ? note.value : "");
  await writeWhileLocked(worldOf(folder), { at, words: "He is outside.", files: [sourceOf("door.jpg", utf8("the door"))] });
  await writeWhileLocked(worldOf(folder), { at, words: "He is back." });
  await noteWrongTry(folder, 0 as never);
  return { files, earlier };
}
const life = lived();

const checked = (files: Files, withKeys = true): Promise<VaultCheck> =>
  checkVault({ ...worldOf(createMemoryFolder(files).folder), ...(withKeys && { keys }) });

/** What the check of a changed folder says of one path, before and after the vault was opened. */
async function verdictAfter(change: (files: Files) => unknown, path: string): Promise<readonly (string | undefined)[]> {
  const memory = createMemoryFolder((await life).files);
  change(memory.files);
  const first = await checked(memory.files);
  await openHers(memory.folder);
  const second = await checked(memory.files);
  for (const { isWhole } of [first, second]) expect(isWhole, path).toBe(false);
  return [first, second].map(({ verdicts }) => verdicts.find((one) => one.path === path)?.verdict);
}

/** Whether a file at this path can be hers wherever it comes from, by its name alone. */
const isHers = (path: string): boolean =>
  /^(?:journal\/\d{6}|(?:originals|private)\/[0-9a-f]{32}|catalogue|statement|settings|openings)\.age$/.test(path);

async function coveredPaths(): Promise<readonly string[]> {
  return [...(await life).files.keys()].filter((path) => path !== "tries.json");
}

describe("a vault that is looked over as it is opened", () => {
  it("names an entry that was changed and a file that is gone, and reads no file that she brought in", async () => {
    const memory = createMemoryFolder((await life).files);
    const read: string[] = [];
    const open: typeof memory.folder.open = async (path) => {
      const source = await memory.folder.open(path);
      return source && { ...source, read: (...part) => (read.push(path), source.read(...part)) };
    };
    const vault = await openHers({ ...memory.folder, open });
    expect(await lookOver(vault)).toMatchObject({ isWhole: true });
    const [first = "", second = ""] = [...memory.files.keys()].filter((path) => path.startsWith("originals/"));
    memory.files.set(
      first,
      (memory.files.get(first) ?? expect.fail()).map((byte) => byte ^ 1),
    );
    expect(await lookOver(vault)).toMatchObject({ isWhole: true });
    memory.files.delete(second);
    memory.files.set("journal/000002.age", utf8("changed"));
    memory.files.set("journal/000007.age", utf8("planted"));
    expect((await lookOver(vault)).verdicts).toEqual([
      { path: "journal/000002.age", verdict: "altered" },
      { path: "journal/000007.age", verdict: "planted" },
      { path: second, verdict: "missing" },
    ]);
    expect(read.filter((path) => path.startsWith("originals/"))).toEqual([]);
    expect(read).toContain("journal/000001.age");
  });
});

describe("a vault that was left alone", () => {
  it("is whole, and without a key it says that no signature was looked at", async () => {
    const { files } = await life;
    expect(await checked(files)).toEqual({ isWhole: true, isSignatureChecked: true, verdicts: [] });
    expect(await checked(files, false)).toEqual({ isWhole: true, isSignatureChecked: false, verdicts: [] });
  });
});

describe("every file of a vault", () => {
  it("flipped in any part of it is altered", async () => {
    const { files } = await life;
    for (const path of files.keys()) {
      const size = files.get(path)?.length ?? 0;
      for (const place of [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1].map((share) => Math.min(size - 1, Math.floor(size * share)))) {
        // The plain file of wrong tries is signed by nobody: its digits may read as others.
        if (path === "tries.json" && place > 0 && place < size - 1) continue;
        const flip = (all: Files): unknown =>
          all.set(
            path,
            (all.get(path) ?? new Uint8Array()).map((byte, i) => (i === place ? byte ^ 4 : byte)),
          );
        const [first, second] = await verdictAfter(flip, path);
        // A list of what waits that was changed may read as another list: then it is what it names that is told of.
        // What stands behind the last good signature of a log is laid beside by whoever opens it.
        if (path !== "waiting/list") expect(first, `${path} at ${place}`).toBe("altered");
        if (path !== "waiting/list" && path !== "log") expect(second, `${path} at ${place}`).toBe("altered");
      }
    }
  });

  it("cut short or emptied is altered", async () => {
    const { files } = await life;
    for (const path of files.keys()) {
      const size = files.get(path)?.length ?? 0;
      for (const length of [0, 1, Math.floor(size / 2), size - 1]) {
        const cut = (all: Files): unknown => all.set(path, (all.get(path) ?? new Uint8Array()).subarray(0, length));
        const memory = createMemoryFolder(files);
        cut(memory.files);
        if (path === "waiting/list" && length === 0) continue;
        expect((await checked(memory.files)).isWhole, `${path} cut to ${length}`).toBe(false);
        await openHers(memory.folder);
        const { verdicts } = await checked(memory.files);
        expect(verdicts, `${path} cut to ${length}`).not.toEqual([]);
        if (path !== "waiting/list" && path !== "log") expect(verdicts).toEqual([{ path, verdict: "altered" }]);
      }
    }
  });

  it("dropped is missing", async () => {
    for (const path of await coveredPaths()) {
      if (path === "waiting/list") continue;
      expect(await verdictAfter((all) => all.delete(path), path), path).toEqual(["missing", "missing"]);
    }
  });

  it("swapped with another is not as it was: apart where it opens all the same, else altered", async () => {
    const { files } = await life;
    const paths = [...files.keys()].filter((path) => path.endsWith(".age"));
    for (const [i, path] of paths.entries()) {
      const other = paths[(i + 1) % paths.length] ?? "";
      const swap = (all: Files): void => {
        all.set(path, files.get(other) ?? new Uint8Array());
        all.set(other, files.get(path) ?? new Uint8Array());
      };
      for (const [one, from] of [[path, other] as const, [other, path] as const]) {
        const verdict = isHers(one) && !["identity.age", "notes.age"].includes(from) ? "apart" : "altered";
        expect(await verdictAfter(swap, one), one).toEqual([verdict, verdict]);
      }
    }
  });

  it("planted is told of, a link too", async () => {
    const { files } = await life;
    const note = files.get("statement.age") ?? new Uint8Array();
    for (const path of ["journal/000003.age", `originals/${"0".repeat(32)}.age`, `waiting/${"1".repeat(32)}.age`, "readme.txt", "acts/x"]) {
      const verdict = isHers(path) ? "apart" : "planted";
      expect(await verdictAfter((all) => all.set(path, note), path), path).toEqual([verdict, verdict]);
    }
    const memory = createMemoryFolder(files);
    memory.links.add("journal/000009.age");
    expect((await checkVault({ ...worldOf(memory.folder), keys })).verdicts).toEqual([{ path: "journal/000009.age", verdict: "planted" }]);
    memory.links.clear();
    memory.files.delete("catalogue.age");
    memory.links.add("catalogue.age");
    expect((await checkVault({ ...worldOf(memory.folder), keys })).verdicts).toEqual([{ path: "catalogue.age", verdict: "altered" }]);
  });

  it("replaced by its older self is older", async () => {
    const { earlier, files } = await life;
    let olders = 0;
    for (const [path, before] of earlier) {
      if (path === "log" || Buffer.from(before).equals(Buffer.from(files.get(path) ?? []))) continue;
      olders += 1;
      expect(await verdictAfter((all) => all.set(path, before), path), path).toEqual(["older", "older"]);
    }
    expect(olders).toBe(4);
  });

  it("put back after it was destroyed is older, and is not shown", async () => {
    const memory = createMemoryFolder((await life).files);
    const vault = await openHers(memory.folder);
    const [note] = (await readPrivateNotes(vault)).notes;
    const path = note?.path ?? expect.fail("there is a note");
    const bytes = memory.files.get(path) ?? new Uint8Array();
    await destroyPrivateNote(vault, path);
    await addLine(vault, lineOf("Another day."));
    memory.files.set(path, bytes);
    expect((await checked(memory.files)).verdicts).toEqual([{ path, verdict: "older" }]);
    expect((await readPrivateNotes(await openHers(memory.folder))).notes).toEqual([]);
  });
});

describe("of a vault that was changed", () => {
  it("the rest opens, whatever file it was", async () => {
    const { files } = await life;
    for (const path of files.keys()) {
      const memory = createMemoryFolder(files);
      memory.files.set(path, (memory.files.get(path) ?? new Uint8Array()).toReversed());
      const vault = await openHers(memory.folder);
      if (path === "log") {
        // Nothing is proved: all of it opens, and none of it is shown as hers before she says so.
        expect((await readJournal(vault)).lines).toEqual([]);
        await takeApart(vault, "all");
      }
      const { lines } = await readJournal(vault);
      expect(lines.length, path).toBe(path.startsWith("journal/") ? 1 : 2);
      const catalogue = await listOriginals(vault);
      const opened = [];
      for (const original of catalogue.ok ? catalogue.value : []) opened.push((await openOriginal(vault, original)).ok);
      expect(opened.filter(Boolean).length, path).toBe(path === "catalogue.age" ? 0 : path.startsWith("originals/") ? 1 : 2);
      expect((await readPrivateNotes(vault)).notes.length, path).toBe(path.startsWith("private/") ? 0 : 1);
      const waiting = await readWaiting(vault);
      expect(waiting.filter((note) => "words" in note).length, path).toBe(
        path === "waiting/list" ? 0 : path.startsWith("waiting/") ? 1 : 2,
      );
    }
  });

  it("a log that was cut after it was told as saved takes her next line, and nothing that it told of is written over or lost", async () => {
    const { files, earlier } = await life;
    const whole = files.get("log") ?? new Uint8Array();
    for (const length of [whole.length - 1, whole.length - 40, whole.length - 250, earlier.get("log")?.length ?? 0]) {
      const memory = createMemoryFolder(files);
      memory.files.set("log", whole.subarray(0, length));
      const { verdicts } = await checked(memory.files);
      expect(verdicts, String(length)).not.toEqual([]);
      const told = verdicts.map(({ path }) => [path, memory.files.get(path)] as const).filter(([path]) => path !== "log");
      // Where the records of the last write are still there, what they say stands in the folder: it was no write that broke off.
      const isSeen = length > whole.length - 100;
      expect(verdicts.some(({ path, verdict }) => path === "log" && verdict === "altered")).toBe(isSeen);
      const vault = await openHers(memory.folder);
      expect([vault.now.holds, [...memory.files.keys()].some((path) => /^log-[0-9a-f]{16}\.aside$/.test(path))]).toEqual([!isSeen, isSeen]);
      const lines = (await readJournal(vault)).lines.length;
      expect(await addLine(vault, lineOf("One more."))).toEqual({ ok: true, value: 3 });
      expect(await writeDocumentOf(vault, "statement", "x")).toMatchObject({ ok: true });
      await takeOriginal(vault, { source: sourceOf("more.txt", utf8("more")) }, at);
      expect((await readJournal(await openHers(memory.folder))).lines.length).toBe(lines + 1);
      // What stood where she wrote since is moved aside, as it is.
      for (const [path, bytes] of told) {
        const aside = [...memory.files.keys()].find((one) => one.startsWith(path.replace(/age$/, "")) && one.endsWith(".aside"));
        expect(memory.files.get(aside ?? path), path).toEqual(bytes);
      }
    }
  });

  it("what somebody else sealed to it is not shown, though it opens", async () => {
    const memory = createMemoryFolder((await life).files);
    const vault = await openHers(memory.folder);
    const forged = await sealWhole(utf8('{"me":42}'), { recipients: [vault.recipient] });
    expect(forged.length).toBe(memory.files.get("statement.age")?.length);
    memory.files.set("statement.age", forged);
    expect(await readDocumentOf(vault, "statement")).toMatchObject({ error: { kind: "not-whole", path: "statement.age" } });
    expect((await checked(memory.files)).verdicts).toEqual([{ path: "statement.age", verdict: "apart" }]);
    expect((await checked(memory.files, false)).verdicts).toEqual([{ path: "statement.age", verdict: "altered" }]);
  });

  it("a whole older state shows against a copy of its log alone", async () => {
    const { files, earlier } = await life;
    const older = createMemoryFolder(earlier);
    const logOfCopy = files.get("log") ?? new Uint8Array();
    expect(await checkVault({ ...worldOf(older.folder), keys })).toMatchObject({ isWhole: true });
    expect((await checkVault({ ...worldOf(older.folder), keys, logOfCopy })).verdicts).toEqual([{ path: "log", verdict: "older" }]);
    const same = createMemoryFolder(files);
    expect(await checkVault({ ...worldOf(same.folder), keys, logOfCopy: earlier.get("log") ?? logOfCopy })).toMatchObject({
      isWhole: true,
    });
    await addLine(await openHers(older.folder), lineOf("Elsewhere."));
    expect((await checkVault({ ...worldOf(older.folder), keys, logOfCopy })).verdicts).toEqual([{ path: "log", verdict: "altered" }]);
  });
});
