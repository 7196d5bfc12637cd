import { rmdir, stat } from "node:fs/promises";

/** Whether a folder can neither be nor be made at a path: a file stands there, or in place of a folder above it. */
export async function isInWayOfFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => !found.isDirectory(),
    (error: unknown) => error instanceof Error && "code" in error && error.code === "ENOTDIR",
  );
}

/** Does something with a folder that may not be there yet; where it came to nothing, a folder that was made for it and is empty goes again. */
export async function leavingNoFolder(folder: string, work: () => Promise<boolean>): Promise<void> {
  const wasThere = await stat(folder).then(
    () => true,
    () => false,
  );
  let isDone = false;
  try {
    isDone = await work();
  } finally {
    // One that is not empty stays, whatever it holds.
    if (!isDone && !wasThere) await rmdir(folder).catch(() => undefined);
  }
}
