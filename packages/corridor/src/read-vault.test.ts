import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Instant, type ReadingTerms, type Source, instantToIso, parseZone, timelineActToJson } from "@unmask/core";
import { addLine, listOriginals, listReadings, makeCopy, restoreCopy, stateDateOrder, takeOriginal } from "@unmask/vault";
import { describe, expect, it } from "vitest";
import { createHasher } from "../../../fixtures/importers/fixture.ts";
import { createMemoryFolder, gather, sourceOf } from "../../../fixtures/vault/memory-folder.ts";
import { createHers, openHers, worldOf } from "../../../fixtures/vault/vault-of-hers.ts";
import { zipOf } from "../../../fixtures/vault/zip-of.ts";
import { importExports } from "./import-exports.ts";
import { type VaultAsk, readVault } from "./read-vault.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const zoneNamed = (name: string) => parseZone(name) ?? expect.fail(`no zone ${name}`);
const at = "2026-10-04T21:14:05.123Z";
const terms: ReadingTerms = { zone: zoneNamed("Europe/London"), zoneStated: true, country: "GB", at: Date.UTC(2026, 10, 29) as Instant };

const chatOf = (name: string, day: string): Source =>
  sourceOf(`WhatsApp Chat with ${name}.txt`, utf8(`${day}, 18:40 - ${name}: I see you\n${day}, 18:41 - ${name}: both of you\n`));

/** A vault in a folder that says which originals were opened. */
async function hers(): Promise<{
  readonly folder: ReturnType<typeof createMemoryFolder>["folder"];
  readonly files: Map<string, Uint8Array>;
  opened(): readonly string[];
}> {
  const memory = createMemoryFolder();
  await createHers(memory.folder);
  let opened: string[] = [];
  const folder: typeof memory.folder = {
    ...memory.folder,
    async open(path) {
      const source = await memory.folder.open(path);
      if (source === undefined || !path.startsWith("originals/")) return source;
      return {
        ...source,
        read: (start, end) => {
          opened.push(path);
          return source.read(start, end);
        },
      };
    },
  };
  return {
    folder,
    files: memory.files,
    opened() {
      const before = [...new Set(opened)];
      opened = [];
      return before;
    },
  };
}

async function readIn(folder: Parameters<typeof openHers>[0], ask: Partial<VaultAsk> = {}) {
  const { imported, missing } = await readVault(await openHers(folder), { terms, ...ask }, { createHasher });
  const { timeline, originals, unread, kept, notices, unblocks, caveats } = imported;
  const files = originals.map(({ source, ...original }) => [source.name, original]);
  const own = [...(imported.terms.files ?? [])];
  const told = [timeline.acts.map(timelineActToJson), timeline.coverage, files, unread, kept, notices, unblocks, caveats, own];
  return { imported, missing, told: JSON.stringify(told) };
}

const timesIn = ({ imported }: Awaited<ReturnType<typeof readIn>>): readonly string[] =>
  imported.timeline.acts.map(({ when }) => instantToIso(when.earliest));

function sampleSources(): readonly Source[] {
  const exports = join(import.meta.dirname, "../../../fixtures/sample-case/exports");
  return readdirSync(exports, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => sourceOf(path.slice(exports.length + 1), new Uint8Array(readFileSync(path))));
}

describe("what a vault holds", () => {
  it("is read once: later openings ask for no byte of an original, and read the same to the last letter", async () => {
    const { folder, opened } = await hers();
    const vault = await openHers(folder);
    for (const source of sampleSources()) await takeOriginal(vault, { source, terms: { zone: "Europe/London" } }, at);
    await takeOriginal(vault, { source: await zipOf("chat.zip", chatOf("Owen", "04/10/2026")) }, at);
    const anew = await readIn(folder);
    expect(opened().length).toBeGreaterThan(3);
    const kept = await readIn(folder);
    expect(opened()).toEqual([]);
    expect(kept.told).toBe(anew.told);
    expect(kept.imported.timeline.acts.length).toBeGreaterThan(1_000);
    const [original] = kept.imported.originals;
    const bytes = original && (await original.source.read(0, original.size));
    expect(bytes?.length).toBe(original?.size);
  });

  it("is read with each original's own clock and order of dates", async () => {
    const { folder, opened } = await hers();
    const vault = await openHers(folder);
    await takeOriginal(vault, { source: chatOf("Owen", "04/10/2026"), terms: { zone: "Europe/London", dateOrder: "dmy" } }, at);
    await takeOriginal(vault, { source: chatOf("Owen Pike", "04/09/2026"), terms: { zone: "America/New_York" } }, at);
    expect((await readIn(folder)).imported.caveats.dateOrderAssumed).toBe(true);
    await stateDateOrder(await openHers(folder), "mdy");
    opened();
    const stated = await readIn(folder);
    expect(opened().length).toBe(2);
    expect(timesIn(stated)).toEqual([
      "2026-04-09T22:40:00.000Z",
      "2026-04-09T22:41:00.000Z",
      "2026-10-04T17:40:00.000Z",
      "2026-10-04T17:41:00.000Z",
    ]);
    expect(stated.imported.caveats.dateOrderAssumed).toBe(false);
    const overruled = await readIn(folder, { overrule: { zone: zoneNamed("UTC"), dateOrder: "dmy" } });
    expect(timesIn(overruled)).toEqual([
      "2026-09-04T18:40:00.000Z",
      "2026-09-04T18:41:00.000Z",
      "2026-10-04T18:40:00.000Z",
      "2026-10-04T18:41:00.000Z",
    ]);
  });

  it("reads of an archive that came in later that archive alone, and her newest entry each time", async () => {
    const { folder, opened } = await hers();
    const vault = await openHers(folder);
    await takeOriginal(vault, { source: chatOf("Owen", "14/10/2026") }, at);
    await readIn(folder);
    opened();
    await takeOriginal(await openHers(folder), { source: await zipOf("chat.zip", chatOf("Owen Pike", "15/10/2026")) }, at);
    const catalogue = await listOriginals(await openHers(folder));
    const loose = (catalogue.ok && catalogue.value[0]?.file) || expect.fail("it is there");
    await readIn(folder);
    // Whether it is an archive is looked at once, by its first bytes.
    await readIn(folder);
    opened();
    const written = { at: "2026-10-20T09:00:00.000Z", zone: "Europe/London", by: "self" };
    await addLine(await openHers(folder), (counter) => JSON.stringify({ counter, line: "entry", written, words: "He stood at the gate." }));
    const read = await readIn(folder);
    expect(opened()).toEqual([]);
    expect(loose).toMatch(/^originals/);
    expect(read.imported.timeline.acts.map(({ text }) => text)).toEqual([
      "I see you",
      "both of you",
      "I see you",
      "both of you",
      "He stood at the gate.",
    ]);
    expect(read.imported.originals.map(({ source }) => source.name)).toEqual(["journal.jsonl", "WhatsApp Chat with Owen.txt", "chat.zip"]);
  });

  it("is read anew where what was kept is lost or was changed, and is kept again", async () => {
    const { folder, files, opened } = await hers();
    await takeOriginal(await openHers(folder), { source: chatOf("Owen", "14/10/2026") }, at);
    const first = await readIn(folder);
    for (const spoil of [(path: string) => files.delete(path), (path: string) => files.set(path, new Uint8Array(50))]) {
      for (const path of [...files.keys()]) if (/^acts\/[0-9a-f]/.test(path)) spoil(path);
      opened();
      expect((await readIn(folder)).told).toBe(first.told);
      expect(opened().length).toBe(1);
      expect((await readIn(folder)).told).toBe(first.told);
      expect(opened()).toEqual([]);
      expect(await listReadings(await openHers(folder))).toHaveLength(1);
    }
  });

  it("is read all the same from a disk that takes nothing", async () => {
    const { folder } = await hers();
    await takeOriginal(await openHers(folder), { source: chatOf("Owen", "14/10/2026") }, at);
    const sealed = async (): Promise<never> => {
      throw new Error("read-only file system");
    };
    const read = await readIn({ ...folder, write: sealed, append: sealed });
    expect(read.imported.timeline.acts).toHaveLength(2);
    expect(await listReadings(await openHers(folder))).toEqual([]);
  });

  it("leaves out an original that is gone, and before a report one that was changed too", async () => {
    const { folder, files } = await hers();
    const vault = await openHers(folder);
    await takeOriginal(vault, { source: chatOf("Owen", "14/10/2026") }, at);
    await takeOriginal(vault, { source: chatOf("Owen Pike", "15/10/2026") }, at);
    await readIn(folder);
    const [gone = "", changed = ""] = [...files.keys()].filter((path) => path.startsWith("originals/"));
    files.delete(gone);
    expect((await readIn(folder)).missing.map(({ file }) => file)).toEqual([gone]);
    files.set(
      changed,
      (files.get(changed) ?? expect.fail("it is there")).map((byte, i, { length }) => (i === length - 3 ? byte ^ 1 : byte)),
    );
    const whole = await readIn(folder, { areLookedThrough: true });
    expect(whole.missing.map(({ file }) => file)).toEqual([gone, changed]);
    // A report that is made of it says so. Neither is said to have come without its bytes.
    expect(whole.imported.missing).toEqual(whole.missing.map(({ name, sha256 }) => ({ name, sha256 })));
  });

  it("has of a file that came back from a part of a copy the name alone, and of an entry that did not come its number", async () => {
    const { folder, files } = await hers();
    const vault = await openHers(folder);
    const written = { at, zone: "Europe/London", by: "self" };
    for (const words of ["One.", "Two.", "Three."])
      await addLine(vault, (counter) => JSON.stringify({ counter, line: "entry", written, words }));
    await takeOriginal(vault, { source: chatOf("Owen", "14/10/2026") }, at);
    for (const path of [...files.keys()]) if (/^(?:journal\/000002|originals\/)/.test(path)) files.delete(path);
    let copy: Uint8Array = new Uint8Array();
    await makeCopy(await openHers(folder), async (pieces) => {
      copy = await gather(pieces);
    });
    const back = createMemoryFolder();
    const restored = await restoreCopy(worldOf(back.folder), sourceOf("notes.tar", copy), { keys: vault.keys, isPartTaken: true });
    expect(restored.ok && restored.value.became).toBe("restored");
    const { imported } = await readIn(back.folder, { areLookedThrough: true });
    expect([imported.missing?.map(({ name, isNameAlone }) => [name, isNameAlone]), imported.lostLines]).toEqual([
      [["WhatsApp Chat with Owen.txt", true]],
      [2],
    ]);
    expect(imported.timeline.acts.map(({ text }) => text)).toEqual(["One.", "Three."]);
  });

  it("is read without what nothing proves to be hers, and says how much that is", async () => {
    const { folder, files } = await hers();
    const vault = await openHers(folder);
    const written = { at: "2026-10-20T09:00:00.000Z", zone: "Europe/London", by: "self" };
    const add = async (words: string): Promise<unknown> =>
      addLine(vault, (counter) => JSON.stringify({ counter, line: "entry", written, words }));
    await add("He stood at the gate.");
    await add("He rang.");
    await takeOriginal(vault, { source: chatOf("Owen", "14/10/2026") }, at);
    const log = files.get("log") ?? expect.fail("it is there");
    await add("He is outside.");
    await takeOriginal(vault, { source: chatOf("Owen Pike", "15/10/2026") }, at);
    files.set("log", log);
    const { imported } = await readIn(folder);
    expect(imported.timeline.acts.map(({ text }) => text)).toEqual(["He stood at the gate.", "He rang."]);
    expect(imported.notRead).toEqual({ entriesApart: 1, filesApart: 1, filesUnnamed: 1 });
  });

  it("is read without an original of which one byte was changed before it was ever read, and that one is named", async () => {
    const { folder, files } = await hers();
    const vault = await openHers(folder);
    await takeOriginal(vault, { source: chatOf("Owen", "14/10/2026") }, at);
    await takeOriginal(vault, { source: await zipOf("chat.zip", chatOf("Owen Pike", "15/10/2026")) }, at);
    const [changed = ""] = [...files.keys()].filter((path) => path.startsWith("originals/"));
    files.set(
      changed,
      (files.get(changed) ?? expect.fail("it is there")).map((byte, i, { length }) => (i === length - 3 ? byte ^ 1 : byte)),
    );
    const read = await readIn(folder);
    expect(read.missing.map(({ file }) => file)).toEqual([changed]);
    expect(read.imported.missing?.map(({ name }) => name)).toEqual(["WhatsApp Chat with Owen.txt"]);
    expect(timesIn(read)).toEqual(["2026-10-15T17:40:00.000Z", "2026-10-15T17:41:00.000Z"]);
  });
});

describe("a photo on an entry of hers", () => {
  const photo = (name: string, byte: number): Source => sourceOf(name, new Uint8Array(2000).fill(byte));

  /** Entries with the photos of each, and a chat beside them. */
  async function withPhotos(entries: readonly (readonly Source[])[]) {
    const { folder } = await hers();
    const vault = await openHers(folder);
    for (const photos of entries) {
      const files: object[] = [];
      for (const source of photos) {
        const taken = await takeOriginal(vault, { source }, at);
        if (!taken.ok) expect.fail(taken.error.kind);
        const { size, sha256 } = taken.value.original;
        files.push({ original: "0".repeat(32), name: source.name, size, sha256 });
      }
      const written = { at, zone: "Europe/London", by: "self" };
      await addLine(vault, (counter) => JSON.stringify({ counter, line: "entry", written, words: "He was there.", files }));
    }
    await takeOriginal(vault, { source: chatOf("Owen", "03/11/2025") }, at);
    const { imported, sources } = await readVault(vault, { terms, areLookedThrough: true }, { createHasher });
    // As whoever checks a pack has them: all together, in another order.
    const again = await importExports([...sources].reverse(), imported.terms, { createHasher, takesAll: true });
    return { imported, again };
  }

  it.each([
    ["of one", [[photo("photo.png", 1)]]],
    ["of two", [[photo("a.png", 1), photo("b.png", 2)]]],
    ["of two of one name", [[photo("image.jpg", 1), photo("image.jpg", 2)]]],
    ["of one name in two entries", [[photo("image.jpg", 1)], [photo("image.jpg", 2)]]],
    ["given in two entries", [[photo("image.jpg", 1)], [photo("copy.jpg", 1)]]],
  ])("%s is tied to it, and whoever reads the pack again ties it too", async (_, entries) => {
    const { imported, again } = await withPhotos(entries);
    const own = imported.timeline.acts.filter(({ entry }) => entry);
    expect(own.map(({ attachments }) => attachments.map(({ name }) => name))).toEqual(entries.map((some) => some.map(({ name }) => name)));
    expect(own.flatMap(({ flags, attachments }) => [...flags, ...attachments.filter(({ sha256 }) => !sha256)])).toEqual(
      entries.map(() => "time-of-writing"),
    );
    expect(again.timeline.acts.map(timelineActToJson)).toEqual(imported.timeline.acts.map(timelineActToJson));
    expect([imported.kept, again.kept]).toEqual([[], []]);
  });

  it("for which there was no room is missing, and another of its name does not stand in for it", async () => {
    const { folder } = await hers();
    const vault = await openHers(folder);
    await takeOriginal(vault, { source: photo("image.jpg", 1) }, at);
    const files = [{ original: "0".repeat(32), name: "image.jpg", size: 2000, sha256: "a".repeat(64) }];
    const written = { at, zone: "Europe/London", by: "self" };
    await addLine(vault, (counter) => JSON.stringify({ counter, line: "entry", written, words: "He was there.", files }));
    const { imported } = await readIn(folder);
    const [{ attachments, flags } = expect.fail()] = imported.timeline.acts;
    expect([attachments, flags]).toEqual([[{ name: "image.jpg", size: 2000 }], ["time-of-writing", "media-missing"]]);
    expect(imported.kept.map(({ name }) => name)).toEqual(["image.jpg"]);
  });
});
