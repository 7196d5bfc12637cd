import { constants } from "node:fs";
import { type FileHandle, open, readFile, rename, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { makeFolders, putInPlace, removeOfDeadRuns, removeUnfinished, unfinishedPlace } from "@unmask/fittings-node";

/**
 * The program's own folder: `$UNMASK_HOME`, else the user's configuration folder. It holds the signing key and the list of signers that the
 * user trusts, nothing of a case.
 */
function homeFolder(): string {
  const own = process.env["UNMASK_HOME"];
  if (own) return own;
  if (process.platform === "win32") return join(process.env["APPDATA"] ?? join(homedir(), "AppData", "Roaming"), "unmask");
  if (process.platform === "darwin") return join(homedir(), "Library", "Application Support", "unmask");
  return join(process.env["XDG_CONFIG_HOME"] || join(homedir(), ".config"), "unmask");
}

/** A file of the program's own folder; undefined when there is none. */
export async function readOwnFile(name: string): Promise<string | undefined> {
  return readTextFile(join(homeFolder(), name));
}

/** A secret file as it stands in the program's own folder. */
export interface OwnSecret {
  readonly place: string;
  readonly text: string;
  /** False when another run was first: then the text is its. */
  readonly isNew: boolean;
}

/**
 * Keeps a secret in the program's own folder, readable by its owner alone. Never over one that is there: of two runs that begin at once one
 * writes it, whole, and both go by what stands there.
 */
export async function keepOwnSecret(name: string, text: string): Promise<OwnSecret> {
  const folder = homeFolder();
  await makeFolders(folder, 0o700);
  await removeOfDeadRuns(folder);
  const place = join(folder, name);
  const unfinished = unfinishedPlace(folder);
  const isNew = await writeNew(unfinished, place, text);
  return { place, text: await readFile(place, "utf8"), isNew };
}

async function writeNew(unfinished: string, place: string, text: string): Promise<boolean> {
  try {
    const handle = await open(unfinished, "wx", 0o600);
    await handle.writeFile(text);
    await handle.sync();
    await handle.close();
    await putInPlace(unfinished, place);
    return true;
  } catch (error) {
    await removeUnfinished(unfinished);
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** Writes a file of the program's own folder anew, in one step, readable by its owner alone. Of two runs at once the later one stays. */
export async function writeOwnFile(name: string, text: string): Promise<void> {
  const folder = homeFolder();
  await makeFolders(folder, 0o700);
  const unfinished = unfinishedPlace(folder);
  const handle = await open(unfinished, "wx", 0o600);
  await handle.writeFile(text);
  await handle.sync();
  await handle.close();
  await rename(unfinished, join(folder, name));
}

/** Bytes of a text file that are read: more than any reader takes, so that a longer one is refused there. A file without an end would fill memory. */
const longestText = 64 * 1024 * 1024;

/** A text file named by the user, as far as a reader can take it; undefined when there is none. Other failures of the system are thrown. */
export async function readTextFile(path: string): Promise<string | undefined> {
  return (await readTextBytes(path))?.toString("utf8");
}

/**
 * The bytes of such a file, for whoever must know that they are text. A pipe is waited for; throws when the person stops.
 */
export async function readTextBytes(path: string, signal?: AbortSignal): Promise<Buffer | undefined> {
  const isPipe = (await stat(path).catch(unlessMissing))?.isFIFO() === true;
  const handle = await open(path, isPipe ? constants.O_RDONLY | constants.O_NONBLOCK : "r").catch(unlessMissing);
  if (handle === undefined) return undefined;
  const pieces: Buffer[] = [];
  try {
    const stream = isPipe
      ? pipePieces(handle, openedPipe.test(path), signal)
      : handle.createReadStream({ end: longestText, autoClose: false });
    for await (const piece of stream) pieces.push(Buffer.from(piece));
  } catch (error) {
    return unlessMissing(error);
  } finally {
    await handle.close();
  }
  return Buffer.concat(pieces);
}

/** Milliseconds between two looks into a pipe to which nobody has written yet. */
const pipeLookMs = 50;

/** A pipe that a shell opened, as of `<(…)`: where nobody writes it now, nobody will. */
const openedPipe = /^\/(?:dev|proc)\//;

/**
 * What comes out of a pipe until its writers have closed it. It is looked into and never waited in: a program that waits in a pipe which
 * nobody writes cannot be ended by any signal that it handles.
 */
async function* pipePieces(handle: FileHandle, isOpened: boolean, signal?: AbortSignal): AsyncGenerator<Buffer> {
  let hasWriter = isOpened;
  for (let length = 0; length <= longestText;) {
    signal?.throwIfAborted();
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

/** The bytes of a file named by the user; undefined when there is none. Other failures of the system are thrown. */
export async function readFileBytes(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch(unlessMissing);
}

/** No file there, or a folder: undefined. */
function unlessMissing(error: unknown): undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return undefined;
  throw error;
}
