import { createReadStream } from "node:fs";
import { lstat, mkdir, open, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { PackEntry, PackFile, PackFiles } from "@unmask/pack";

/** The files of an unpacked pack, as a folder on this disk. Links are listed as links and never followed. */
export function packFilesInFolder(folder: string): PackFiles {
  return {
    async list() {
      const files: PackFile[] = [];
      for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        if (entry.isDirectory()) continue;
        const path = join(entry.parentPath, entry.name);
        const { size } = await lstat(path);
        const kind = entry.isFile() ? "file" : entry.isSymbolicLink() ? "link" : "other";
        files.push({
          path: path
            .slice(folder.length)
            .replace(/^[/\\]+/, "")
            .replaceAll("\\", "/"),
          size,
          kind,
        });
      }
      return files;
    },
    read: (path) => createReadStream(join(folder, ...path.split("/")), { highWaterMark: 1 << 20 }),
  };
}

/** Writes the entries of a pack into a new folder. Paths are ours (`data/originals/0001.bin`), never a name from outside. */
export async function writePackFolder(folder: string, entries: AsyncIterable<PackEntry>): Promise<void> {
  for await (const entry of entries) {
    const path = join(folder, ...entry.path.split("/"));
    await mkdir(dirname(path), { recursive: true });
    await writeStream(path, entry.chunks());
  }
}

/** Writes a stream to a new file and waits until the disk has it. Never over a file that is there; half a file does not stay. */
export async function writeStream(path: string, stream: AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await open(path, "wx", 0o600);
  try {
    for await (const piece of stream) await handle.writeFile(piece);
    await handle.sync();
    await handle.close();
  } catch (error) {
    await handle.close();
    await rm(path, { force: true });
    throw error;
  }
}
