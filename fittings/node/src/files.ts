import { type FileHandle, lstat, open, readdir, realpath, stat } from "node:fs/promises";
import { basename, join, sep } from "node:path";
import { addAbortSignal } from "node:stream";
import { type Result, type Source, failed, ok } from "@unmask/core";
import { readFully } from "./read-fully.ts";
import { type Spool, spool } from "./spool.ts";

/**
 * What a person named on the command line, as sources. A folder is walked; a link inside a folder is not followed, because it can lead out
 * of what she handed over or round in a circle. A name is never a path of this machine: a file's own name, or a folder's name and the way
 * below it.
 */
export interface OpenedFiles {
  readonly sources: readonly Source[];
  /** Links, sockets and devices that were passed over, by the name a source would have had. */
  readonly passedOver: readonly string[];
  close(): Promise<void>;
}

/** Most files taken from folders: a folder of a whole phone backup has fewer; a runaway link farm has no end. */
const maxFiles = 500_000;
/** Handles kept open at once; the least lately used is closed (systems commonly allow 1,024). */
const maxOpenHandles = 64;

/**
 * Opens every path. `-` is standard input, spooled because it can be read only once; throws when `signal` stops it there. A file that may not be opened is
 * refused with all the others, or, for whoever takes one after the other, fails when it is read.
 */
export async function openFiles(
  paths: readonly string[],
  signal: AbortSignal,
  { areTakenAlone = false }: { readonly areTakenAlone?: boolean } = {},
): Promise<Result<OpenedFiles, string>> {
  const gathered: Gathered = { handles: createHandlePool(), sources: [], passedOver: [], spools: [], areTakenAlone };
  for (const path of paths) {
    const outcome = path === "-" ? await addStandardInput(gathered, signal) : await addPath(gathered, path);
    if (outcome.ok) continue;
    await closeAll(gathered);
    return outcome;
  }
  return ok({ sources: gathered.sources, passedOver: gathered.passedOver, close: () => closeAll(gathered) });
}

/** What the paths have given so far. */
interface Gathered {
  readonly handles: HandlePool;
  readonly sources: Source[];
  readonly passedOver: string[];
  readonly spools: Spool[];
  readonly areTakenAlone: boolean;
}

async function closeAll({ handles, spools }: Gathered): Promise<void> {
  await handles.closeAll();
  for (const one of spools) await one.close();
}

async function addStandardInput({ spools, sources }: Gathered, signal: AbortSignal): Promise<Result<null, string>> {
  const spooled = await spool("standard-input", addAbortSignal(signal, process.stdin));
  spools.push(spooled);
  sources.push(spooled.source);
  return ok(null);
}

async function addPath(gathered: Gathered, path: string): Promise<Result<null, string>> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return failed(`There is no file or folder at ${path}. Check the spelling, or drag the file onto the terminal.`);
  if (found.isFile()) return addFile(gathered, path, { name: basename(path), size: found.size });
  if (found.isDirectory()) return addFolder(gathered, path, basename(await realpath(path)) || "folder");
  return failed(`${path} is neither a file nor a folder.`);
}

async function addFile(
  { handles, sources, areTakenAlone }: Gathered,
  path: Path,
  { name, size }: { readonly name: string; readonly size: number },
): Promise<Result<null, string>> {
  if (!areTakenAlone && !(await canRead(path))) return failed(`${path.toString()} cannot be read. Check that you may open it.`);
  sources.push(handles.sourceOf(path, name, size));
  return ok(null);
}

async function addFolder(gathered: Gathered, folder: Path, name: string): Promise<Result<null, string>> {
  const entries = await readdir(folder, { encoding: "buffer" }).catch(() => undefined);
  if (!entries) return failed(`${folder.toString()} cannot be opened. Check that you may open it.`);
  for (const { entry, shown } of entries.map((bytes) => ({ entry: bytes, shown: bytes.toString() })).sort(byShownName)) {
    const outcome = await addEntry(gathered, pathOf(folder, entry, shown), `${name}/${shown}`);
    if (!outcome.ok) return outcome;
  }
  return ok(null);
}

function byShownName(a: { readonly shown: string }, b: { readonly shown: string }): number {
  return a.shown < b.shown ? -1 : a.shown > b.shown ? 1 : 0;
}

/** A path whose name is no UTF-8 is kept as bytes, because as text it would lead to nothing. */
type Path = string | Buffer;

function pathOf(folder: Path, entry: Buffer, shown: string): Path {
  if (typeof folder === "string" && Buffer.from(shown).equals(entry)) return join(folder, shown);
  return Buffer.concat([Buffer.from(folder), Buffer.from(sep), entry]);
}

async function addEntry(gathered: Gathered, path: Path, name: string): Promise<Result<null, string>> {
  const found = await lstat(path);
  if (found.isDirectory()) return addFolder(gathered, path, name);
  if (!found.isFile()) {
    gathered.passedOver.push(name);
    return ok(null);
  }
  if (gathered.sources.length >= maxFiles) return failed(`There are more than ${maxFiles} files in the folder. Hand over fewer at a time.`);
  return addFile(gathered, path, { name, size: found.size });
}

async function canRead(path: Path): Promise<boolean> {
  const handle = await open(path).catch(() => undefined);
  await handle?.close();
  return handle !== undefined;
}

interface HandlePool {
  sourceOf(path: Path, name: string, size: number): Source;
  closeAll(): Promise<void>;
}

function createHandlePool(): HandlePool {
  const handleByPath = new Map<Path, Promise<FileHandle>>();

  async function handleOf(path: Path): Promise<FileHandle> {
    const known = handleByPath.get(path);
    if (known) {
      handleByPath.delete(path);
      handleByPath.set(path, known);
      return known;
    }
    const handle = open(path);
    handleByPath.set(path, handle);
    // One that could not be opened is asked for anew, and leaves nothing to close.
    handle.catch(() => handleByPath.delete(path));
    for (const [oldest, old] of handleByPath) {
      if (handleByPath.size <= maxOpenHandles) break;
      handleByPath.delete(oldest);
      await (await old).close();
    }
    return handle;
  }

  return {
    sourceOf: (path, name, size) => ({
      name,
      size,
      async read(start, end, room) {
        const length = Math.max(0, Math.min(end, size) - start);
        const bytes = room === undefined || room.length < length ? new Uint8Array(length) : room;
        return readFully(await handleOf(path), bytes.subarray(0, length), start);
      },
    }),
    async closeAll() {
      for (const handle of handleByPath.values()) await (await handle).close();
      handleByPath.clear();
    },
  };
}
