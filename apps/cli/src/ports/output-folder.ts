import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Result, failed, ok } from "@unmask/core";
import type { PackEntry } from "@unmask/pack";
import { writePackFolder, writeStream } from "./pack-folder.ts";

/** Where results are written. Nothing that is there is ever written over. */
export interface OutputFolder {
  /** Writes a new file and gives its path. */
  writeFile(name: string, stream: AsyncIterable<Uint8Array>): Promise<string>;
  /** Writes a new folder and gives its path. */
  writeFolder(name: string, entries: AsyncIterable<PackEntry>): Promise<string>;
  /** Removes what this run has written: half a pack must not pass for one. */
  removeUnfinished(): Promise<void>;
}

/** Opens the folder, made when it is not there. */
export async function openOutputFolder(path: string): Promise<Result<OutputFolder, string>> {
  try {
    await mkdir(path, { recursive: true });
    if (!(await stat(path)).isDirectory()) return failed(`${path} is not a folder. Name another with --out.`);
  } catch {
    return failed(`the folder ${path} cannot be made. Name another with --out.`);
  }
  const made: string[] = [];
  return ok({
    async writeFile(name, stream) {
      const place = join(path, name);
      await writeStream(place, stream);
      made.push(place);
      return place;
    },
    async writeFolder(name, entries) {
      const place = join(path, name);
      await mkdir(place);
      made.push(place);
      await writePackFolder(place, entries);
      return place;
    },
    async removeUnfinished() {
      for (const place of made) await rm(place, { recursive: true, force: true });
    },
  });
}
