import { describe, expect, it } from "vitest";
import { copyOf, filesIn, joined, lived, look, restored, tarOfFiles, utf8 } from "../../../fixtures/vault/copy-of-hers.ts";
import { createMemoryFolder, sourceOf } from "../../../fixtures/vault/memory-folder.ts";
import { keys, openHers, worldOf } from "../../../fixtures/vault/vault-of-hers.ts";
import { checkVault } from "./check.ts";
import { tryCopy } from "./drill.ts";
import { readJournal } from "./journal.ts";
import { listOriginals } from "./originals.ts";

const life = lived();

describe("a copy", () => {
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
