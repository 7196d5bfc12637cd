import { constants } from "node:fs";
import { access, lstat, open, readdir, rename, rm, rmdir, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { type Result, ok } from "@unmask/core";
import { type Folder, type FolderFile, isNoRoom, layout, layoutFolders, noRoom } from "@unmask/vault";
import { isHeldByOther, waitForLock } from "./lock-file.ts";
import { makeFolders } from "./make-folders.ts";
import { syncFolder } from "./unfinished.ts";

/** The codes of a disk that is full, and of a person's share of it that is. */
const fullCodes: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT"]);

/** Those, and the codes of what can only be read. */
const unwritableCodes: ReadonlySet<string> = new Set([...fullCodes, "EROFS", "EACCES", "EPERM"]);

/**
 * A vault's folder on this disk (docs/formats/vault.md). Each file and the folder that names it are synced before a write is told as done; links are
 * listed as none of ours and never followed. Nothing that other users of the machine can read is made.
 */
export function vaultFolder(folder: string): Folder {
  const root = resolve(folder);
  const at = (path: string): string => join(root, path);
  return {
    list: () => filesIn(root),
    async open(path) {
      const found = await lstat(at(path)).catch(noneThere);
      if (found === undefined || !found.isFile() || (await isElsewhere(root, path)) || !(await isReadable(at(path)))) return undefined;
      return {
        name: path,
        size: found.size,
        read: (start, end, room) => readAt(at(path), { start, end: Math.min(end, found.size), room }),
      };
    },
    async kindAt(path) {
      const found = await lstat(at(path)).catch(noneThere);
      if (await isElsewhere(root, path)) return "other";
      if (found?.isDirectory() === true && layoutFolders.has(path)) return undefined;
      return found && (found.isFile() ? "file" : "other");
    },
    async write(path, pieces) {
      await standing(root, dirname(at(path)));
      // A link that somebody put under the name of a part would lead the bytes elsewhere.
      await rm(at(path), { force: true });
      await filling(at(path), constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | noFollow, pieces);
      await syncFolder(dirname(at(path)));
    },
    async append(path, bytes) {
      await standing(root, dirname(at(path)));
      await filling(at(path), constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | noFollow, [bytes]);
      await syncFolder(dirname(at(path)));
    },
    async move(from, to) {
      await standing(root, dirname(at(to)));
      await rename(at(from), at(to));
      await syncFolder(dirname(at(to)));
      if (dirname(at(from)) !== dirname(at(to))) await syncFolder(dirname(at(from)));
    },
    async remove(path) {
      const found = await lstat(at(path)).catch(noneThere);
      if (found?.isDirectory() === true) await rmdir(at(path)).catch(holdsSomething);
      else await rm(at(path), { force: true });
      await syncFolder(dirname(at(path)));
    },
  };
}

/** A program that has had a vault for so long, in milliseconds, is waited for no longer: it brings in gigabytes, or stands still. */
const longestWait = 30_000;

/**
 * Takes a vault's folder for this program until the value is called; makes it where it is not there. Of two programs that open one vault each would
 * clear away what the other has not ended. Another that has it is waited for; the error is a sentence.
 */
export async function holdVault(folder: string, signal: AbortSignal): Promise<Result<() => Promise<void>, string>> {
  const file = join(resolve(folder), layout.held);
  try {
    return await waitForLock(file, { waitMs: longestWait, signal });
  } catch (error) {
    // Where nothing can be written nobody else begins to write either: what is there is read without being held.
    if (!isUnwritable(error) || (await isHeldByOther(file))) throw error;
    return ok(async () => undefined);
  }
}

/** Whether something that was thrown says that nothing can be written here: a disk that is full or can only be read, a folder of somebody else's. */
export function isUnwritable(error: unknown): boolean {
  return isNoRoom(error) || (error instanceof Error && "code" in error && unwritableCodes.has(String(error.code)));
}

/** Where the system has it; elsewhere links are seen by `list` alone. */
const noFollow: number = constants.O_NOFOLLOW ?? 0;

async function filesIn(root: string): Promise<readonly FolderFile[]> {
  if ((await stat(root).catch(noneThere))?.isDirectory() !== true) return [];
  const files: FolderFile[] = [];
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(root, path).split(sep).join("/");
    if (entry.isDirectory() && layoutFolders.has(name)) continue;
    const found = await lstat(path).catch(noneThere);
    if (found === undefined) continue;
    files.push({ path: name, size: found.size, kind: found.isFile() ? "file" : "other" });
  }
  return files;
}

/** Whether this program may read a file: one that it may not is as one that was changed, and the rest of the vault is there all the same. */
function isReadable(path: string): Promise<boolean> {
  return access(path, constants.R_OK).then(
    () => true,
    () => false,
  );
}

/** Whether the folder of a path is a link: what is written there would lie where somebody else wants it. */
async function isElsewhere(root: string, path: string): Promise<boolean> {
  if (!path.includes("/")) return false;
  return (await lstat(join(root, dirname(path))).catch(noneThere))?.isSymbolicLink() === true;
}

async function readAt(
  path: string,
  { start, end, room }: { start: number; end: number; room: Uint8Array | undefined },
): Promise<Uint8Array> {
  if (start >= end) return new Uint8Array();
  const handle = await open(path, constants.O_RDONLY | noFollow);
  try {
    const bytes = (room ?? new Uint8Array(end - start)).subarray(0, end - start);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Writes the pieces to a file that is opened so, and waits until the disk has them. */
async function filling(path: string, flags: number, pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
  const handle = await open(path, flags, 0o600);
  try {
    for await (const bytes of pieces) await handle.writeFile(bytes);
    await handle.sync();
  } catch (error) {
    if (error instanceof Error && "code" in error && fullCodes.has(String(error.code))) throw noRoom();
    throw error;
  } finally {
    await handle.close();
  }
}

/** Makes a folder of the vault with those above it, where it is not there yet, and syncs their names. */
async function standing(root: string, folder: string): Promise<void> {
  if ((await stat(folder).catch(noneThere)) !== undefined) return;
  await makeFolders(folder, 0o700);
  for (let made = folder; ; made = dirname(made)) {
    await syncFolder(dirname(made));
    if (made === root || made === dirname(made)) return;
  }
}

/** A folder that is not empty stays. */
function holdsSomething(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "ENOTEMPTY")) throw error;
}

/** Nothing is there: that is an answer. Everything else is thrown. */
function noneThere(error: unknown): undefined {
  if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return undefined;
  throw error;
}
