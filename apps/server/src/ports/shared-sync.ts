/** Getting things onto the disk, many waiting for one turn of it: a disk takes as long for twenty rows as for one. */
import { open } from "node:fs/promises";

/**
 * A sync that many share. Who asks waits for a run that began after the question; all who ask while one runs share the next. After a failed
 * run everybody after it fails as well: the system may have dropped what was not written and says so only once.
 */
export function shareSync(sync: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let broken: { readonly error: unknown } | undefined;
  const run = async (): Promise<void> => {
    if (broken) throw broken.error;
    try {
      await sync();
    } catch (error) {
      broken = { error };
      throw error;
    }
  };
  const start = (): Promise<void> => {
    const mine = run().finally(() => {
      if (running === mine) running = undefined;
    });
    running = mine;
    return mine;
  };
  return () => {
    if (!running) return start();
    if (next) return next;
    const after = (): Promise<void> => {
      next = undefined;
      return start();
    };
    next = running.then(after, after);
    return next;
  };
}

/** What a folder lists is on the disk after this: a new name is otherwise lost by a power cut, however well its file was written. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The bytes of a file are on the disk after this. False when it is no longer there. */
export async function syncFile(path: string): Promise<boolean> {
  const handle = await open(path, "r+").catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (!handle) return false;
  try {
    await handle.datasync();
    return true;
  } finally {
    await handle.close();
  }
}

/** Whether the system said that there is no such file. */
export function isMissing(error: unknown): boolean {
  return hasCode(error, "ENOENT");
}

/** Whether an error carries this code of the system or of the database. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

/** What the system or PostgreSQL says where a disk has no room, or cannot be written. */
const codesOfDisk: ReadonlySet<unknown> = new Set(["ENOSPC", "EDQUOT", "EFBIG", "EIO", "EROFS", "53100"]);

/** Whether a code is that of a disk which failed: nothing is wrong but that. */
export function isOfDisk(code: unknown): boolean {
  return codesOfDisk.has(code);
}
