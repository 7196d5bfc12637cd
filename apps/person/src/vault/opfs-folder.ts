import { type Folder, type FolderFile, layoutFolders, noRoom } from "@unmask/vault";

/**
 * A vault's folder in the browser's own storage (docs/formats/vault.md). For a worker: files are written through handles that nobody else holds meanwhile.
 *
 * [Note: What the browser does for the three promises] Each file is flushed to the disk before a write is told as done. `move` goes over what is
 * there in one step: Chromium 156 does it, and replaces the entry in one write of its table. What it does not do is to sync that table each time, and
 * nobody can ask it to: a tab, a browser or its worker can be killed at any moment, but when the power fails, names of the last seconds can be missing.
 */

/** What it needs. */
export interface OpfsOptions {
  /** The storage of this address. */
  readonly root: FileSystemDirectoryHandle;
  /** The folder in it, made by the first write. */
  readonly name: string;
  /** Asked before each write. False: the vault is another window's by now, and nothing is written. */
  mayWrite(): boolean;
  pause(ms: number): Promise<void>;
}

/** A window that lost the vault closes its files a moment later than it loses it. Tries, and milliseconds between them. */
const patience = { tries: 50, wait: 100 };

const takenOver = new WeakSet<Error>();

/** Whether something was thrown because another window has the vault by now. */
export function isTakenOver(error: unknown): boolean {
  return error instanceof Error && takenOver.has(error);
}

/** The folder of this name in it. */
export function opfsFolder({ root, name, mayWrite, pause }: OpfsOptions): Folder {
  const guard = (): void => {
    if (mayWrite()) return;
    const error = new Error("another window has taken over");
    takenOver.add(error);
    throw error;
  };

  async function folderOf(path: string, create: boolean): Promise<FileSystemDirectoryHandle> {
    let folder = await root.getDirectoryHandle(name, { create });
    for (const inner of path.split("/").slice(0, -1)) folder = await folder.getDirectoryHandle(inner, { create });
    return folder;
  }

  async function fileAt(path: string, create: boolean): Promise<FileSystemFileHandle> {
    return (await folderOf(path, create)).getFileHandle(nameOf(path), { create });
  }

  /** Does what a file that another window has open still refuses, as soon as it is let go of. */
  async function withPatience<T>(work: () => Promise<T>): Promise<T> {
    for (let left = patience.tries; ; left--) {
      guard();
      try {
        return await work();
      } catch (error) {
        if (left === 0 || nameOfError(error) !== "NoModificationAllowedError") throw error;
        await pause(patience.wait);
      }
    }
  }

  /** Opens a file, lets it be filled, flushes and closes it. */
  async function filling(path: string, fill: (access: FileSystemSyncAccessHandle) => Promise<void> | void): Promise<void> {
    try {
      const handle = await fileAt(path, true);
      const access = await withPatience(() => handle.createSyncAccessHandle());
      try {
        await fill(access);
        access.flush();
      } finally {
        access.close();
      }
    } catch (error) {
      throw nameOfError(error) === "QuotaExceededError" ? noRoom() : error;
    }
  }

  return {
    async list() {
      const own = await folderOf("", false).catch(noneThere);
      return own === undefined ? [] : filesIn(own, "");
    },
    async open(path) {
      const file = await fileAt(path, false)
        .then((handle) => handle.getFile())
        .catch(noneThere);
      if (file === undefined) return undefined;
      return {
        name: path,
        size: file.size,
        read: async (start, end) => new Uint8Array(await file.slice(start, end).arrayBuffer()),
      };
    },
    async kindAt(path) {
      try {
        await fileAt(path, false);
        return "file";
      } catch (error) {
        if (nameOfError(error) === "TypeMismatchError") return layoutFolders.has(path) ? undefined : "other";
        return noneThere(error);
      }
    },
    async write(path, pieces) {
      guard();
      await filling(path, async (access) => {
        access.truncate(0);
        let at = 0;
        for await (const piece of pieces) {
          guard();
          at += writeAll(access, piece, at);
        }
      });
    },
    async append(path, bytes) {
      guard();
      await filling(path, (access) => {
        guard();
        writeAll(access, bytes, access.getSize());
      });
    },
    async move(from, to) {
      guard();
      const folder = await folderOf(to, true);
      const tree = await (await folderOf(from, false)).getDirectoryHandle(nameOf(from)).catch(noneThere);
      if (tree !== undefined) {
        await moveTree(tree, await folder.getDirectoryHandle(nameOf(to), { create: true }));
        return (await folderOf(from, false)).removeEntry(nameOf(from));
      }
      const handle = await fileAt(from, false);
      await withPatience(() => handle.move(folder, nameOf(to)));
    },
    async remove(path) {
      guard();
      const folder = await folderOf(path, false).catch(noneThere);
      if (folder !== undefined) await withPatience(() => folder.removeEntry(nameOf(path)).catch(noneThere));
    },
  };
}

async function filesIn(folder: FileSystemDirectoryHandle, above: string): Promise<readonly FolderFile[]> {
  const entries: FileSystemHandle[] = [];
  for await (const entry of folder.values()) entries.push(entry);
  const files = await Promise.all(
    entries.map(async (entry): Promise<readonly FolderFile[]> => {
      const path = `${above}${entry.name}`;
      if (isFolder(entry)) {
        const inside = await filesIn(entry, `${path}/`);
        return layoutFolders.has(path) ? inside : [{ path, size: 0, kind: "other" }, ...inside];
      }
      const file = isFile(entry) ? await entry.getFile().catch(noneThere) : undefined;
      return file === undefined ? [] : [{ path, size: file.size, kind: "file" }];
    }),
  );
  return files.flat();
}

/** A browser gives no folder another name: its files go one by one, and it goes when it is empty. */
async function moveTree(from: FileSystemDirectoryHandle, to: FileSystemDirectoryHandle): Promise<void> {
  const entries: FileSystemHandle[] = [];
  for await (const entry of from.values()) entries.push(entry);
  for (const entry of entries) {
    if (isFile(entry)) await entry.move(to, entry.name);
    if (!isFolder(entry)) continue;
    await moveTree(entry, await to.getDirectoryHandle(entry.name, { create: true }));
    await from.removeEntry(entry.name);
  }
}

function isFolder(entry: FileSystemHandle): entry is FileSystemDirectoryHandle {
  return entry.kind === "directory";
}

function isFile(entry: FileSystemHandle): entry is FileSystemFileHandle {
  return entry.kind === "file";
}

/** A disk that is full can take a part of a piece without an error. */
function writeAll(access: FileSystemSyncAccessHandle, piece: Uint8Array, at: number): number {
  const written = access.write(piece, { at });
  if (written !== piece.length) throw noRoom();
  return written;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function nameOfError(error: unknown): string {
  return error instanceof Error ? error.name : "";
}

/** Nothing is there, or no plain file: that is an answer. Everything else is thrown. */
function noneThere(error: unknown): undefined {
  if (nameOfError(error) === "NotFoundError" || nameOfError(error) === "TypeMismatchError") return undefined;
  throw error;
}
