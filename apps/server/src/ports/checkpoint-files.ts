/**
 * The log's newest checkpoint as a file of its own each day, `DIR/case/checkpoints/2026-11-27.txt`: what is copied away, printed or sent out, so
 * that somebody else has it. A file that is there is never written over.
 */
import { mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import { type Instant, instantToIso } from "@unmask/core";
import { hasCode, syncFolder } from "./shared-sync.ts";

/** Between two looks whether today has its file, ms. */
const lookEvery = 10 * 60_000;

/** What the files are made of. */
export interface CheckpointParts {
  /** The case folder. */
  readonly folder: string;
  /** The newest checkpoint; empty before the first entry. */
  newest(): Promise<string>;
  now(): Instant;
  tell(line: string): void;
}

/** Keeps one a day from now on; the answer ends it. */
export function keepCheckpointFiles(parts: CheckpointParts): () => void {
  const look = (): void => {
    keepToday(parts).catch(() =>
      parts.tell(`The checkpoint of today could not be written into ${parts.folder}/checkpoints. Look at the disk.`),
    );
  };
  look();
  const timer = setInterval(look, lookEvery);
  timer.unref();
  return () => clearInterval(timer);
}

/** Writes today's file where there is none; its path, undefined where it was there or the log is empty. */
export async function keepToday({ folder, newest, now }: CheckpointParts): Promise<string | undefined> {
  const note = await newest();
  if (note === "") return undefined;
  const place = join(folder, "checkpoints");
  await mkdir(place, { recursive: true, mode: 0o700 });
  const file = join(place, `${instantToIso(now()).slice(0, "2026-11-27".length)}.txt`);
  try {
    const handle = await open(file, "wx", 0o600);
    try {
      await handle.writeFile(note);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (hasCode(error, "EEXIST")) return undefined;
    throw error;
  }
  await syncFolder(place);
  return file;
}
