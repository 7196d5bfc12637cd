import { tarHeader } from "../../formats/src/tar/write.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { copyOf, filesIn, joined, lived, look, restored, tarOfFiles, utf8 } from "../../../fixtures/vault/copy-of-hers.ts";
import { createMemoryFolder, sourceOf } from "../../../fixtures/vault/memory-folder.ts";
import { keys, openHers, worldOf } from "../../../fixtures/vault/vault-of-hers.ts";
import { checkVault } from "./check.ts";
import { tryCopy } from "./drill.ts";
import { readJournal } from "./journal.ts";
import { readLockedCopy } from "./locked.ts";
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
      expect(["altered", "rewrapped"], String(place)).toContain(answer);
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

describe("a copy with a header that was damaged", () => {
  /** Where each header begins, and what stands behind it. */
  const headersOf = (copy: Uint8Array): readonly (readonly [at: number, path: string])[] => {
    const text = Buffer.from(copy).toString("latin1");
    return [...text.matchAll(/\0ustar\0/g)].map(({ index }) => [index - 256, text.slice(index - 256).split("\0", 1)[0] ?? ""]);
  };
  const flipped = (copy: Uint8Array, at: number, bits = 2): Uint8Array => copy.map((byte, i) => (i === at ? byte ^ bits : byte));
  /** One byte of each field: name, mode, owner, group, size, time, checksum, kind, mark, and what is left empty. */
  const fields = [0, 4, 99, 103, 110, 119, 134, 140, 150, 154, 155, 156, 160, 258, 263, 300, 400, 511];

  it("has all its files, whichever header and whichever field of it, and brings them back byte for byte", async () => {
    const { files, copy } = await life;
    const headers = headersOf(copy);
    expect(headers.map(([, path]) => path).sort()).toEqual([...files.keys()].sort());
    for (const [start] of headers) {
      for (const field of fields) {
        const damaged = flipped(copy, start + field);
        expect(await look(damaged), String(start + field)).toMatchObject({ answer: "rewrapped" });
        if (field > 0) continue;
        const other = createMemoryFolder();
        expect(await restored(other.folder, damaged)).toMatchObject({ value: { became: "restored", lost: [] } });
        expect(other.files).toEqual(new Map(files));
      }
    }
  });

  it("opens with her passphrase, where the header is that of the keys, of the log or of the book", async () => {
    const { copy } = await life;
    const { createHasher } = worldOf(createMemoryFolder().folder);
    const whole = await readLockedCopy(sourceOf("notes.tar", copy), createHasher);
    for (const [start, path] of headersOf(copy).slice(0, 3)) {
      const locked = await readLockedCopy(sourceOf("notes.tar", flipped(copy, start)), createHasher);
      expect(locked, path).toEqual(whole);
      expect(locked).toMatchObject({ isIdentityAsLogged: true });
    }
  });

  it("has all its files where every header is damaged but one", async () => {
    const { files, copy } = await life;
    const all = headersOf(copy);
    for (const [left] of all) {
      const damaged = Uint8Array.from(copy);
      for (const [start] of all) if (start !== left) damaged[start + 2] = 0x21;
      const other = createMemoryFolder();
      expect(await restored(other.folder, damaged), String(left)).toMatchObject({ value: { became: "restored", lost: [] } });
      expect(other.files).toEqual(new Map(files));
    }
  });

  it("that claims to go on over the files behind it, with its checksum made to fit, hides none of them", async () => {
    const { files, copy } = await life;
    for (const [start, path] of headersOf(copy)) {
      const wrong = Uint8Array.from(copy);
      const size = copy.length - start;
      wrong.set(tarHeader(path, size).subarray(0, 512), start);
      const other = createMemoryFolder();
      const done = await restored(other.folder, wrong, true);
      expect(done, path).toMatchObject({ value: { became: "restored", lost: [] } });
      expect([...other.files.keys()].sort()).toEqual([...files.keys()].sort());
    }
  });

  it("and one that is cut as well has all that lies before the cut", async () => {
    const { copy } = await life;
    const [, , [identity] = [0], , [catalogue] = [0]] = headersOf(copy);
    const damaged = flipped(flipped(copy, identity), catalogue + 130).subarray(0, copy.length - 2_000);
    const other = createMemoryFolder();
    const done = await restored(other.folder, damaged, true);
    expect(done).toMatchObject({ value: { became: "restored", lost: [expect.stringMatching(/^originals\//)] } });
    expect((await readJournal(await openHers(other.folder))).lines.length).toBe(1);
  });

  it("takes nothing that the log has not, however much of it begins as a file of hers", async () => {
    const { files, copy } = await life;
    const [path = "", film = new Uint8Array()] = [...files].find(([, { length }]) => length > 30_000 && length < 40_000) ?? [];
    const [first = 0] = headersOf(copy).find(([, named]) => named === path) ?? [];
    // Its header is gone; before it stand files that begin the same way and are as long.
    const forged = Uint8Array.from({ length: Math.ceil(film.length / 512) * 512 }, (_, i) => (i < 60 ? (film[i] ?? 0) : i % 251));
    const behind = first + 512 + forged.length;
    const headless = joined(copy.subarray(0, first), forged, forged, copy.subarray(first + 512));
    const other = createMemoryFolder();
    expect(await restored(other.folder, headless)).toMatchObject({ value: { became: "restored", lost: [] } });
    expect(other.files.get(path)).toEqual(film);
    const part = createMemoryFolder();
    const without = joined(copy.subarray(0, first), forged, copy.subarray(behind));
    expect(await restored(part.folder, without, true)).toMatchObject({ value: { became: "restored", lost: [path] } });
    expect(part.files.has(path)).toBe(false);
  });

  it("or with any one byte changed anywhere brings back all but at most the file that was hit, and nothing that was not hers", async () => {
    const { files, copy } = await life;
    await fc.assert(
      fc.asyncProperty(fc.nat(copy.length - 1), fc.integer({ min: 1, max: 255 }), async (place, bits) => {
        const other = createMemoryFolder();
        const done = await restored(other.folder, flipped(copy, place, bits), true);
        const value = done.ok ? done.value : expect.fail(done.error.kind);
        const hit = headersOf(copy).findLast(([start]) => start <= place)?.[1] ?? "";
        if (value.became !== "restored") {
          expect(["identity.age", "log"]).toContain(hit);
          return;
        }
        // Of a log what stands behind the signature before the place is vouched for by nobody.
        // Nobody signs the list of what waits: what it says of a note, its name and hash, is known from nothing else.
        const isWaiting = (path: string): boolean => hit === "waiting/list" && path.startsWith("waiting/");
        if (hit !== "log") expect(value.lost.filter((path) => path !== hit && !isWaiting(path))).toEqual([]);
        const rewritten = new Set(["log", ...(value.lost.length > 0 ? ["catalogue.age"] : [])]);
        if (hit === "waiting/list") rewritten.add(hit);
        const hers = new Set([...files].map(([path, bytes]) => `${isWaiting(path) ? "" : path} ${Buffer.from(bytes).toString("base64")}`));
        for (const [path, bytes] of other.files)
          if (!rewritten.has(path)) expect(hers).toContain(`${isWaiting(path) ? "" : path} ${Buffer.from(bytes).toString("base64")}`);
      }),
      { seed: 20_261_129, numRuns: 150 },
    );
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

  it("behind its log gives a copy that is whole: what hung there is laid beside, and does not go with it", async () => {
    const memory = createMemoryFolder((await life).files);
    memory.files.set("log", Uint8Array.from([...(memory.files.get("log") ?? []), ...utf8("x\n")]));
    memory.files.set("private/0123456789abcdef0123456789abcdef.age", utf8("planted"));
    const copy = await copyOf(await openHers(memory.folder));
    const other = createMemoryFolder();
    expect(await restored(other.folder, copy)).toMatchObject({ value: { became: "restored", lost: [] } });
    expect((await checkVault({ ...worldOf(other.folder), keys })).verdicts).toEqual([]);
    expect(other.files.has("private/0123456789abcdef0123456789abcdef.age")).toBe(false);
    expect((await readJournal(await openHers(other.folder))).lines.length).toBe(1);
  });
});
