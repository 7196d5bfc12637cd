/**
 * Bodies as files of a folder: sealed letters, packs, exhibits. What a call answered for is on the disk, under its whole name or not at all.
 */
import { randomBytes } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { type Result, failed, ok } from "@unmask/core";
import { hasCode, isMissing, shareSync, syncFolder } from "./shared-sync.ts";

/** Files by name; a name is lower-case hexadecimal, so that nothing from outside can be a path. */
export interface Blobs {
  /** Keeps a whole file; its size. One that is there already is left as it is. */
  put(name: string, bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Result<number, "no-room">>;
  /**
   * Writes on from `offset`, which is at most the file's length; what stood behind it was never answered for and goes. Gives the length on the
   * disk, also when the sender broke off; more than `limit` is not taken.
   */
  append(name: string, offset: number, bytes: AsyncIterable<Uint8Array>, limit: number): Promise<Result<number, "no-room">>;
  /** What stands in a file, and its name, are on the disk after this: a run that was killed may have written it and not waited for the disk. */
  sync(name: string): Promise<void>;
  /** The bytes from `start` to before `end`, in pieces. Throws when there is no such file. */
  read(name: string, start?: number, end?: number): AsyncIterable<Uint8Array>;
  /** Length of a file; undefined when there is none. */
  size(name: string): Promise<number | undefined>;
  /** Takes a file away; nothing when there is none. */
  remove(name: string): Promise<void>;
  /** Every file's name. */
  names(): Promise<readonly string[]>;
  /** Bytes that still fit on the disk. */
  free(): Promise<number>;
}

/** How a file is opened; tests hand in one whose disk is full. */
export type OpenFile = (path: string, flags: string) => Promise<FileHandle>;

/** Names from 16 to 64 bytes in hexadecimal. */
const namePattern = /^[0-9a-f]{32,128}$/;
/** Half files, which a run that ended has left. */
const partPattern = /^\.part-[0-9a-f]{32}$/;
/** Bytes read at once. */
const pieceSize = 262_144;

/** Opens the folder, making it when it is not there. It must be locked by the caller: half files in it are another run's and go. */
export async function openBlobs(folder: string, openFile: OpenFile = openPrivate): Promise<Blobs> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) if (partPattern.test(name)) await rm(join(folder, name), { force: true });
  const syncNames = shareSync(() => syncFolder(folder));
  return {
    put: (name, bytes) => put({ folder, openFile, syncNames }, placeOf(folder, name), bytes),
    append: (name, offset, bytes, limit) => append({ openFile, syncNames }, placeOf(folder, name), { offset, bytes, limit }),
    sync: async (name) => {
      const handle = await openFile(placeOf(folder, name), "r+");
      try {
        await handle.datasync();
      } finally {
        await handle.close();
      }
      await syncNames();
    },
    read: (name, start, end) => read(placeOf(folder, name), start, end),
    size: (name) => sizeOf(placeOf(folder, name)),
    remove: async (name) => {
      await rm(placeOf(folder, name), { force: true });
      await syncNames();
    },
    names: async () => (await readdir(folder)).filter((name) => namePattern.test(name)),
    free: async () => {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },
  };
}

function openPrivate(path: string, flags: string): Promise<FileHandle> {
  return open(path, flags, 0o600);
}

function placeOf(folder: string, name: string): string {
  if (!namePattern.test(name)) throw new Error("no name of a kept file");
  return join(folder, name);
}

async function put(
  at: { readonly folder: string; readonly openFile: OpenFile; readonly syncNames: () => Promise<void> },
  place: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Result<number, "no-room">> {
  const there = await sizeOf(place);
  if (there !== undefined) {
    // It may be another's of this moment, whose name is not on the disk yet.
    await at.syncNames();
    return ok(there);
  }
  const part = join(at.folder, `.part-${randomBytes(16).toString("hex")}`);
  try {
    const size = await writeWhole(await at.openFile(part, "wx"), bytes);
    await rename(part, place);
    await at.syncNames();
    return ok(size);
  } catch (error) {
    await rm(part, { force: true });
    if (isFull(error)) return failed("no-room");
    throw error;
  }
}

async function writeWhole(handle: FileHandle, bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<number> {
  try {
    let size = 0;
    for await (const piece of bytes) {
      await writeAt(handle, piece, size);
      size += piece.length;
    }
    await handle.datasync();
    return size;
  } finally {
    await handle.close();
  }
}

async function append(
  { openFile, syncNames }: { readonly openFile: OpenFile; readonly syncNames: () => Promise<void> },
  place: string,
  { offset, bytes, limit }: { readonly offset: number; readonly bytes: AsyncIterable<Uint8Array>; readonly limit: number },
): Promise<Result<number, "no-room">> {
  const before = await sizeOf(place);
  if ((before ?? 0) < offset) throw new Error("a file is shorter than what was answered for");
  let handle: FileHandle | undefined;
  try {
    handle = await openFile(place, before === undefined ? "wx" : "r+");
    if (before !== undefined && before > offset) await handle.truncate(offset);
    const size = await writeOn(handle, { offset, bytes, limit });
    await handle.datasync();
    if (before === undefined) await syncNames();
    return ok(size);
  } catch (error) {
    if (isFull(error)) return failed("no-room");
    throw error;
  } finally {
    await handle?.close();
  }
}

/** Writes until the sender ends or breaks off: what came until then stays. */
async function writeOn(
  handle: FileHandle,
  { offset, bytes, limit }: { readonly offset: number; readonly bytes: AsyncIterable<Uint8Array>; readonly limit: number },
): Promise<number> {
  let size = offset;
  const sender = bytes[Symbol.asyncIterator]();
  for (;;) {
    const next = await sender.next().catch(() => ({ done: true }) as const);
    if (next.done) return size;
    if (size + next.value.length > limit) {
      await sender.return?.();
      return size;
    }
    await writeAt(handle, next.value, size);
    size += next.value.length;
  }
}

async function writeAt(handle: FileHandle, piece: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < piece.length;) {
    const { bytesWritten } = await handle.write(piece, done, piece.length - done, position + done);
    done += bytesWritten;
  }
}

async function* read(place: string, start = 0, end = Number.POSITIVE_INFINITY): AsyncIterable<Uint8Array> {
  const handle = await open(place, "r");
  try {
    for (let at = start; at < end;) {
      const piece = new Uint8Array(Math.min(pieceSize, end - at));
      const { bytesRead } = await handle.read(piece, 0, piece.length, at);
      if (bytesRead === 0) return;
      yield piece.subarray(0, bytesRead);
      at += bytesRead;
    }
  } finally {
    await handle.close();
  }
}

async function sizeOf(place: string): Promise<number | undefined> {
  try {
    return (await stat(place)).size;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The disk is full, or what this user may keep. */
function isFull(error: unknown): boolean {
  return hasCode(error, "ENOSPC") || hasCode(error, "EDQUOT");
}
