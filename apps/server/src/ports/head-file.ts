/**
 * The newest head of the log in a file of the case folder, `DIR/case/log-head.json`, outside the database; and all checkpoints that lie there.
 * Each writing is whole or not at all.
 */
import { mkdir, open, readFile, readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import type { SeenHead } from "../access-log/seen-head.ts";
import { isMissing, syncFolder } from "./shared-sync.ts";

const headFile = "log-head.json";
const checkpointFolder = "checkpoints";

/** At most one writing in this time, ms: an officer's answer does not wait for it, and what a kill takes is no more than this. */
const writeEvery = 1_000;

/** The file while a case process runs. */
export interface HeadFile extends SeenHead {
  /** Resolves when the newest is on the disk. */
  settle(): Promise<void>;
}

/** The file of a case folder; `tell` gets a line where it cannot be written, and where the log was set back. */
export function openHeadFile(folder: string, tell: (line: string) => void): HeadFile {
  let newest: string | undefined;
  let writing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const write = async (): Promise<void> => {
    const text = newest;
    newest = undefined;
    if (text === undefined) return;
    await writeWhole(folder, text).catch(() =>
      tell(`The head of the log could not be written into ${folder}/${headFile}. Look at the disk.`),
    );
  };
  const inTurn = (): Promise<void> => (writing = (writing ?? Promise.resolve()).then(write));
  return {
    read: async () => (await textOf(join(folder, headFile))) ?? "",
    keep: (text) => {
      newest = text;
      timer ??= setTimeout(() => {
        timer = undefined;
        void inTurn();
      }, writeEvery).unref();
    },
    tell,
    settle: async () => {
      clearTimeout(timer);
      timer = undefined;
      await inTurn();
    },
  };
}

/** Every checkpoint that lies in a case folder, the newest head first: the log in the database must hold against each. */
export async function keptCheckpoints(folder: string): Promise<readonly string[]> {
  const head = await textOf(join(folder, headFile));
  const names = await checkpointNames(folder);
  const texts = await Promise.all(names.map((name) => textOf(join(folder, checkpointFolder, name))));
  return [head, ...texts].filter((text) => text !== undefined);
}

/** Lays what was seen before an older copy was put back aside, under a name with its time; it is never removed. */
export async function layAside(folder: string, stamp: string): Promise<void> {
  const place = join(folder, checkpointFolder, `before-${stamp}`);
  await mkdir(place, { recursive: true, mode: 0o700 });
  for (const name of await checkpointNames(folder)) await rename(join(folder, checkpointFolder, name), join(place, name));
  await rename(join(folder, headFile), join(place, headFile)).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
  });
  for (const changed of [place, join(folder, checkpointFolder), folder]) await syncFolder(changed);
}

async function checkpointNames(folder: string): Promise<readonly string[]> {
  const names = await readdir(join(folder, checkpointFolder)).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  return names.filter((name) => name.endsWith(".txt")).sort();
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function writeWhole(folder: string, text: string): Promise<void> {
  const unfinished = join(folder, `${headFile}.new`);
  const handle = await open(unfinished, "w", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, join(folder, headFile));
  await syncFolder(folder);
}
