import { constants } from "node:fs";
import { type FileHandle, open, readFile, stat } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";

/**
 * Files that an option names. All are read here, so that each can be a pipe, and ends when the person stops: a program that waits in the
 * system for a pipe which nobody writes can be ended by no signal that it handles.
 */

/** Bytes of a text file that are read: more than any reader takes, so that a longer one is refused there. A file without an end would fill memory. */
const longestText = 64 * 1024 * 1024;

/** A text file named by the user, as far as a reader can take it; undefined when there is none. Throws when the person stops, and other failures of the system. */
export async function readTextFile(path: string, signal: AbortSignal): Promise<string | undefined> {
  return (await readTextBytes(path, signal))?.toString("utf8");
}

/** The bytes of such a file, for whoever must know that they are text, or verifies them. A pipe is waited for. */
export async function readTextBytes(path: string, signal: AbortSignal): Promise<Buffer | undefined> {
  const found = await stat(path).catch(unlessMissing);
  if (found === undefined || found.isDirectory()) return undefined;
  const isPipe = !found.isFile();
  const handle = await open(path, isPipe ? constants.O_RDONLY | constants.O_NONBLOCK : "r").catch(unlessMissing);
  if (handle === undefined) return undefined;
  const pieces: Buffer[] = [];
  try {
    const stream = isPipe
      ? pipePieces(handle, openedPipe.test(path), signal)
      : handle.createReadStream({ end: longestText, autoClose: false });
    for await (const piece of stream) pieces.push(Buffer.from(piece));
  } finally {
    await handle.close();
  }
  return Buffer.concat(pieces);
}

/** Milliseconds between two looks into a pipe to which nobody has written yet. */
const pipeLookMs = 50;

/** A pipe that a shell opened, as of `<(…)`, or a device: where nobody writes it now, nobody will. */
const openedPipe = /^\/(?:dev|proc)\//;

/**
 * What comes out of a pipe until its writers have closed it. It is looked into and never waited in: a program that waits in a pipe which
 * nobody writes cannot be ended by any signal that it handles.
 */
async function* pipePieces(handle: FileHandle, isOpened: boolean, signal: AbortSignal): AsyncGenerator<Buffer> {
  let hasWriter = isOpened;
  for (let length = 0; length <= longestText;) {
    signal.throwIfAborted();
    const came = await handle.read(Buffer.alloc(65_536)).catch(unlessNothingYet);
    if (came?.bytesRead === 0 && hasWriter) return;
    if (came === undefined || came.bytesRead > 0) hasWriter = true;
    if (came && came.bytesRead > 0) {
      length += came.bytesRead;
      yield came.buffer.subarray(0, came.bytesRead);
    } else await setTimeout(pipeLookMs);
  }
}

/** Somebody holds the pipe open and has written nothing yet: undefined. */
function unlessNothingYet(error: unknown): undefined {
  if (error instanceof Error && "code" in error && error.code === "EAGAIN") return undefined;
  throw error;
}

/** The bytes of a file that lies on a disk, however long; undefined where there is none. What came through a pipe has been read, and lies in no folder. */
export async function readFileOnDisk(path: string): Promise<Buffer | undefined> {
  const found = await stat(path).catch(unlessMissing);
  return found?.isFile() === true ? readFile(path).catch(unlessMissing) : undefined;
}

/** For a failure of the system: no file there, or a folder, is undefined; any other is thrown. */
export function unlessMissing(error: unknown): undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return undefined;
  throw error;
}
