/**
 * Packs that the worker seals, in the browser's own storage for this page (OPFS): a pack can be larger than the memory. Only what is sealed
 * is ever written there. It is removed when the next one is made, when she leaves, and whenever the page is opened.
 */
const folderPrefix = "made-";

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
    for await (const name of root.keys()) {
      await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
        // What another window is still writing stays, and the next look finds it.
        if (lock) await root.removeEntry(name, { recursive: true }).catch(() => undefined);
      });
    }
  } catch {
    return; // This window has no storage at all.
  }
}

/** Removes what this worker itself has made. */
export async function removeOwnFiles(): Promise<void> {
  const own = await ownFolder?.catch(() => undefined);
  if (own === undefined) return;
  const root = await navigator.storage.getDirectory();
  // Nothing was made, or it is gone already.
  await root.removeEntry(own, { recursive: true }).catch(() => undefined);
}

let ownFolder: Promise<string> | undefined;

/** The name of this worker's folder; its lock is let go of when the worker ends. */
function nameOwnFolder(): Promise<string> {
  const name = `${folderPrefix}${crypto.randomUUID()}`;
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
    return await root.getDirectoryHandle(await (ownFolder ??= nameOwnFolder()), { create: true });
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
