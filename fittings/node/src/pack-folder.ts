import { createReadStream } from "node:fs";
import { lstat, mkdir, open, readdir, rm } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import type { PackEntry, PackFile, PackFiles } from "@unmask/pack";
import { syncFolder } from "./unfinished.ts";

/** The files of an unpacked pack, as a folder on this disk. Links are listed as links and never followed; of folders those with nothing in them are listed. */
export function packFilesInFolder(folder: string): PackFiles {
  return {
    async list() {
      const files: PackFile[] = [];
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const filled = new Set(entries.map(({ parentPath }) => join(parentPath)));
      for (const entry of entries) {
        const path = join(entry.parentPath, entry.name);
        const isFolder = entry.isDirectory();
        if (isFolder && filled.has(path)) continue;
        const size = isFolder ? 0 : await sizeOf(path);
        const kind = isFolder ? "folder" : entry.isFile() ? "file" : entry.isSymbolicLink() ? "link" : "other";
        files.push({ path: relative(folder, path).split(sep).join("/"), size, kind });
      }
      return files;
    },
    async *read(path, start = 0, end = Infinity) {
      // The stream's own end is included.
      if (start < end) yield* createReadStream(join(folder, path), { highWaterMark: 1 << 20, start, end: end - 1 });
    },
  };
}

/** A name that is no UTF-8 leads to nothing as text: its file is listed all the same, and is in no manifest. */
function sizeOf(path: string): Promise<number> {
  return lstat(path).then(
    ({ size }) => size,
    (error: unknown) => {
      if (path.includes("\uFFFD")) return 0;
      throw error;
    },
  );
}

/** Writes the entries of a pack into a new folder and waits until the disk has it. Paths are ours (`data/originals/0001.txt`), never a name from outside. */
export async function writePackFolder(folder: string, entries: AsyncIterable<PackEntry>): Promise<void> {
  const folders = new Set([folder]);
  for await (const entry of entries) {
    const path = join(folder, entry.path);
    await mkdir(dirname(path), { recursive: true });
    await writeStream(path, entry.chunks());
    for (let above = dirname(path); !folders.has(above); above = dirname(above)) folders.add(above);
  }
  for (const one of folders) await syncFolder(one);
}

/** Bytes after which the disk is asked to take what it was given, so that it works while the rest is made. */
const syncStep = 32 << 20;

/** Writes a stream to a new file and waits until the disk has it. Never over a file that is there; half a file does not stay. */
export async function writeStream(path: string, stream: AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await open(path, "wx", 0o600);
  let writing: Promise<void> = Promise.resolve();
  let syncing: Promise<void> = Promise.resolve();
  try {
    let unsynced = 0;
    for await (const block of inBlocks(stream)) {
      await writing;
      if (unsynced >= syncStep) {
        await syncing;
        syncing = inBackground(handle.datasync());
        unsynced = 0;
      }
      writing = inBackground(handle.writeFile(block));
      unsynced += block.length;
    }
    await writing;
    await syncing;
    await handle.sync();
    await handle.close();
  } catch (error) {
    await Promise.allSettled([writing, syncing]);
    await handle.close();
    await rm(path, { force: true });
    throw error;
  }
}

function inBackground(work: Promise<void>): Promise<void> {
  // Its failure is thrown where the promise is waited for.
  work.catch(() => undefined);
  return work;
}

/** A sealed pack comes in pieces of 64 KiB: a write for each costs more than sealing it. */
const blockSize = 1 << 20;

/** The same bytes in blocks, the last one shorter. A block is good until the next but one is asked for. */
async function* inBlocks(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let [block, other] = [new Uint8Array(blockSize), new Uint8Array(blockSize)];
  let filled = 0;
  for await (const piece of stream) {
    for (let at = 0; at < piece.length;) {
      const part = piece.subarray(at, at + blockSize - filled);
      block.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < blockSize) continue;
      yield block;
      [block, other] = [other, block];
      filled = 0;
    }
  }
  if (filled > 0) yield block.subarray(0, filled);
}
