import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reveal } from "@unmask/core";
import { vaultFolder } from "@unmask/fittings-node";
import { addLine, checkVault, joinSegments, makeCopy, restoreCopy, takeOriginal, writeDocumentOf, writePrivateNote } from "@unmask/vault";
import { afterAll, expect, it } from "vitest";
import { gather, sourceOf } from "../../fixtures/vault/memory-folder.ts";
import { createHers, keys, lineOf, openHers, recovery, worldOf } from "../../fixtures/vault/vault-of-hers.ts";

/** docs/formats/vault.md followed with Debian's `age`, `sha256sum` and `tar` alone, from what the twelve words lead to. */

const temporary = mkdtempSync(join(tmpdir(), "notes-"));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const files = {
  "chat.txt": utf8("04/10/2026, 18:40 - Owen: I see you"),
  "film.mp4": Uint8Array.from({ length: 300_000 }, (_, i) => (i * 7) % 256),
};

/** A vault on a disk, with a journal that was joined and two lines after it. */
async function onDisk(folder: string): Promise<void> {
  const vault = await createHers(vaultFolder(folder));
  for (let i = 1; i <= 66; i++) {
    await addLine(vault, lineOf(`Line ${i}`));
    if (i === 64) await joinSegments(vault);
  }
  for (const [name, bytes] of Object.entries(files))
    await takeOriginal(vault, { source: sourceOf(name, bytes) }, "2026-10-04T21:14:05.123Z");
  await writeDocumentOf(vault, "statement", "{}");
  await writePrivateNote(vault, "The bag is at my sister's.");
}

/** The files of a folder, by path. */
function bytesIn(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length));
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path)).toString("base64")]));
}

/** Everything that stock tools find in a folder, from the recovery key. */
function openedByAge(folder: string): { readonly journal: string; readonly originals: Record<string, Buffer> } {
  const words = join(temporary, "recovery.txt");
  const key = join(temporary, "key.txt");
  writeFileSync(words, `${reveal(recovery)}\n`);
  writeFileSync(key, execFileSync("age", ["-d", "-i", words, join(folder, "identity.age")]));
  const opened = (path: string): Buffer => execFileSync("age", ["-d", "-i", key, join(folder, path)]);
  const journal = readdirSync(join(folder, "journal")).sort();
  const catalogue: unknown = JSON.parse(opened("catalogue.age").toString());
  const originals = readOriginals(catalogue);
  return {
    journal: journal.map((name) => opened(`journal/${name}`).toString()).join(""),
    originals: Object.fromEntries(originals.map(({ name, file }) => [name, opened(file)])),
  };
}

function readOriginals(catalogue: unknown): readonly { readonly name: string; readonly file: string }[] {
  if (typeof catalogue !== "object" || catalogue === null || !("originals" in catalogue) || !Array.isArray(catalogue.originals))
    throw new Error("the catalogue has originals");
  return catalogue.originals;
}

const journal = Array.from({ length: 66 }, (_, i) => `${lineOf(`Line ${i + 1}`)(i + 1)}\n`).join("");

it("opens every entry and every original with stock tools, from the folder and from a copy that tar unpacked", async () => {
  const folder = join(temporary, "hers", "notes");
  await onDisk(folder);
  const found = openedByAge(folder);
  expect(found.journal).toBe(journal);
  for (const [name, bytes] of Object.entries(files)) expect(found.originals[name]?.equals(bytes), name).toBe(true);

  const copy = join(temporary, "notes-2026-10-04.tar");
  await makeCopy(await openHers(vaultFolder(folder)), async (pieces) => writeFileSync(copy, await gather(pieces)));
  const unpacked = mkdtempSync(join(temporary, "unpacked-"));
  execFileSync("tar", ["-xf", copy], { cwd: unpacked });
  expect(openedByAge(unpacked).journal).toBe(journal);
  expect(await checkVault({ ...worldOf(vaultFolder(unpacked)), keys })).toMatchObject({ isWhole: true });

  const restored = join(temporary, "restored");
  const done = await restoreCopy(worldOf(vaultFolder(restored)), sourceOf("notes.tar", readFileSync(copy)), { keys });
  expect(done).toMatchObject({ value: { became: "restored" } });
  expect(bytesIn(restored)).toEqual(bytesIn(folder));
});

it("says by the last record of its path what each file is, as sha256sum counts it", () => {
  const folder = join(temporary, "hers", "notes");
  const last = new Map<string, string>();
  for (const line of readFileSync(join(folder, "log"), "utf8").trimEnd().split("\n")) {
    const [, path, hash] = /^\{"put":"([^"]+)","size":\d+,"sha256":"([0-9a-f]{64})"\}$/.exec(line) ?? [];
    const [, gone] = /^\{"gone":"([^"]+)"\}$/.exec(line) ?? [];
    if (path !== undefined && hash !== undefined) last.set(path, hash);
    if (gone !== undefined) last.delete(gone);
  }
  const list = [...last].map(([path, hash]) => `${hash}  ${path}\n`).join("");
  expect(execFileSync("sha256sum", ["-c", "--quiet", "-"], { cwd: folder, input: list }).toString()).toBe("");
  expect(last.size).toBe(11);
});

it("follows no link that somebody put into the folder", async () => {
  const folder = join(temporary, "hers", "notes");
  const outside = join(temporary, "outside.txt");
  writeFileSync(outside, "hers alone");
  symlinkSync(outside, join(folder, "settings.age.part"));
  symlinkSync(outside, join(folder, "openings.age"));
  const vault = await openHers(vaultFolder(folder));
  expect((await checkVault({ ...worldOf(vaultFolder(folder)), keys })).verdicts).toEqual([{ path: "openings.age", verdict: "planted" }]);
  await writeDocumentOf(vault, "settings", "{}");
  expect(readFileSync(outside, "utf8")).toBe("hers alone");
  rmSync(join(folder, "openings.age"));
  expect((await checkVault({ ...worldOf(vaultFolder(folder)), keys })).isWhole).toBe(true);
});
