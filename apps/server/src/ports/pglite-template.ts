/**
 * A new PGlite folder without initdb, which takes 5 s and 900 MB: initdb runs once on a machine, its closed result is kept, and every new
 * database is a copy of it (0.2 s).
 *
 * [Note: What the template holds] It is empty and its name holds PGlite's edition: both roles and every suite of tests share it, and a folder
 * is brought up to date by the same migrations whether it is new or old. It lies in the system's temporary folder, and one that is not ours
 * alone is not used: who can write there could put rows or rules into every new database.
 */
import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { cp, lstat, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import nodeModule from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { syncFile, syncFolder } from "./shared-sync.ts";

/** Files of a folder that are synced at once: as many as Node's own threads. */
const syncedAtOnce = 4;

/** Makes `folder` a new empty database, on the disk, or leaves it when there is one. Half a copy never has its name. */
export async function makePgliteFolder(folder: string): Promise<void> {
  if (await isThere(folder)) return;
  const part = `${folder}.${randomBytes(8).toString("hex")}`;
  const template = await openTemplate();
  try {
    await cp(template.folder, part, { recursive: true, mode: 0 });
    await syncTree(part);
    await rename(part, folder);
    await syncFolder(dirname(folder));
  } finally {
    await rm(part, { recursive: true, force: true });
    await template.done();
  }
}

/** Every file and folder below is on the disk after this; with `since`, only what was changed after that time of the file system (ms). */
export async function syncTree(folder: string, since = 0): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  let next = 0;
  const work = async (): Promise<void> => {
    for (let entry = entries[next++]; entry; entry = entries[next++]) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isDirectory()) await syncFolder(path);
      else if (since === 0 || (await changedAt(path)) >= since) await syncFile(path);
    }
  };
  await Promise.all(Array.from({ length: syncedAtOnce }, work));
  await syncFolder(folder);
}

async function changedAt(path: string): Promise<number> {
  return (await lstat(path).catch(() => undefined))?.mtimeMs ?? 0;
}

async function openTemplate(): Promise<{ readonly folder: string; readonly done: () => Promise<void> }> {
  const kept = join(tmpdir(), `unmask-empty-database-${process.getuid?.() ?? 0}-${edition()}`);
  if (await isOursAlone(kept)) return { folder: join(kept, "database"), done: nothingToDo };
  const making = await mkdtemp(join(tmpdir(), "unmask-making-database-"));
  await mkdir(join(making, "database"), { mode: 0o700 });
  const made = await PGlite.create(join(making, "database"));
  await made.close();
  const isKept = await rename(making, kept).then(
    () => true,
    // Another was first, or something that is not ours stands there: this one serves once.
    () => false,
  );
  if (isKept) return { folder: join(kept, "database"), done: nothingToDo };
  return { folder: join(making, "database"), done: () => rm(making, { recursive: true, force: true }) };
}

async function nothingToDo(): Promise<void> {}

/** A real folder that nobody else may write to. */
async function isOursAlone(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  return found !== undefined && found.isDirectory() && found.uid === (process.getuid?.() ?? found.uid) && (found.mode & 0o022) === 0;
}

async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined;
}

/** What names an edition of PGlite: the bytes of its own program. */
function edition(): string {
  const program = nodeModule.createRequire(import.meta.url).resolve("@electric-sql/pglite");
  return createHash("sha256")
    .update(readFileSync(join(dirname(program), "pglite.wasm")))
    .digest("hex")
    .slice(0, 16);
}
