import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Result, failed, ok } from "@unmask/core";
import type { PackEntry } from "@unmask/pack";
import { makeFolders } from "./make-folders.ts";
import { putInPlace, refuseTaken, removeOfDeadRuns, removeUnfinished, unfinishedPlace } from "./unfinished.ts";
import { writePackFolder, writeStream } from "./pack-folder.ts";

/** Where results are written. Nothing that is there is ever written over; nothing has its own name before all of it is on the disk. */
export interface OutputFolder {
  /** Writes a new file and gives its path. */
  writeFile(name: string, stream: AsyncIterable<Uint8Array>): Promise<string>;
  /** Writes a new folder and gives its path. */
  writeFolder(name: string, entries: AsyncIterable<PackEntry>): Promise<string>;
  /** Removes what this run has written: a pack without its key, when the key could not be written. */
  removeAll(): Promise<void>;
}

/** Opens the folder, made when it is not there, and clears it of what a killed run has left. */
export async function openOutputFolder(path: string): Promise<Result<OutputFolder, string>> {
  try {
    await makeFolders(path);
    if (!(await stat(path)).isDirectory()) return failed(`${path} is not a folder. Name another with --out.`);
    await removeOfDeadRuns(path);
  } catch {
    return failed(`the folder ${path} cannot be made. Name another with --out.`);
  }
  const made: string[] = [];
  const write = async (name: string, fill: (unfinished: string) => Promise<void>): Promise<string> => {
    const place = join(path, name);
    await refuseTaken(place);
    const unfinished = unfinishedPlace(path);
    try {
      await fill(unfinished);
      await putInPlace(unfinished, place);
    } catch (error) {
      await removeUnfinished(unfinished);
      throw error;
    }
    made.push(place);
    return place;
  };
  return ok({
    writeFile: (name, stream) => write(name, (unfinished) => writeStream(unfinished, stream)),
    writeFolder: (name, entries) =>
      write(name, async (unfinished) => {
        await mkdir(unfinished);
        await writePackFolder(unfinished, entries);
      }),
    async removeAll() {
      for (const place of made) await rm(place, { recursive: true, force: true });
    },
  });
}
