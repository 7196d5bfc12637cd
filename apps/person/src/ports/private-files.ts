/**
 * Packs that the worker seals, in the browser's own storage for this origin (OPFS): a pack can be larger than the memory. Only what is sealed
 * is ever written there. It is removed when the next one is made, when she leaves, and whenever the page is opened. Everything stands in
 * one folder of ours, and nothing beside it is ever touched: what else this origin keeps is not one session's.
 */
const ourFolder = "notes-made";

/** Browsers give some private windows no storage; a pack that fits is then kept in memory. Bytes. */
const mostInMemory = 512 * 2 ** 20;

/** The pack does not fit: nothing is left of it. */
export const noRoom = "QuotaExceededError";

/** Writes a sealed stream to a new private file and gives it as a blob backed by the disk. Worker only: sync handles exist nowhere else. */
export async function writePrivateFile(name: string, stream: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  const folder = await openFolder();
  if (!folder) return gatherInMemory(stream);
  const handle = await folder.getFileHandle(name, { create: true });
  const access = await handle.createSyncAccessHandle();
  try {
    access.truncate(0);
    let at = 0;
    for await (const piece of stream) at += writeAll(access, piece, at);
    access.flush();
  } finally {
    access.close();
  }
  return handle.getFile();
}

/**
 * Removes what no open page needs any more: each worker holds a lock of the name of its folder for as long as it lives, so that a second
 * window does not take away what the first has not saved yet.
 */
export async function removePrivateFiles(): Promise<void> {
  try {
    const root = await navigator.storage.getDirectory();
    const ours = await root.getDirectoryHandle(ourFolder);
    for await (const name of ours.keys()) {
      await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
        // What another window is still writing stays, and the next look finds it.
        if (lock) await ours.removeEntry(name, { recursive: true }).catch(() => undefined);
      });
    }
    // Refused while something is left in it.
    await navigator.locks.request(ourFolder, () => root.removeEntry(ourFolder).catch(() => undefined));
  } catch {
    return; // Nothing was made, or this window has no storage at all.
  }
}

/** Removes what this worker itself has made. */
export async function removeOwnFiles(): Promise<void> {
  const own = await ownFolder?.catch(() => undefined);
  if (own === undefined) return;
  const root = await navigator.storage.getDirectory();
  // Nothing was made, or it is gone already.
  await root
    .getDirectoryHandle(ourFolder)
    .then((ours) => ours.removeEntry(own, { recursive: true }))
    .catch(() => undefined);
}

let ownFolder: Promise<string> | undefined;

/** The name of this worker's folder; its lock is let go of when the worker ends. */
function nameOwnFolder(): Promise<string> {
  const name = crypto.randomUUID();
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(name, () => {
        resolve(name);
        return new Promise<never>(() => {});
      })
      .catch(reject);
  });
}

async function openFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    const root = await navigator.storage.getDirectory();
    const own = await (ownFolder ??= nameOwnFolder());
    // Another window may be about to remove the folder that it finds empty.
    return await navigator.locks.request(ourFolder, async () => {
      const ours = await root.getDirectoryHandle(ourFolder, { create: true });
      return ours.getDirectoryHandle(own, { create: true });
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === noRoom) throw error;
    return undefined;
  }
}

/** A disk that is full can take a part of a piece without an error. */
function writeAll(access: FileSystemSyncAccessHandle, piece: Uint8Array<ArrayBuffer>, at: number): number {
  const written = access.write(piece, { at });
  if (written !== piece.length) throw new DOMException("the disk took a part of a piece", noRoom);
  return written;
}

async function gatherInMemory(stream: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const piece of stream) {
    size += piece.length;
    if (size > mostInMemory) throw new DOMException("too large for the memory", noRoom);
    pieces.push(piece);
  }
  return new Blob(pieces);
}
