/**
 * Files that the worker makes, in the browser's own storage for this page (OPFS): a pack can be larger than the memory. What is there is
 * sealed, or is a printed report that she is about to save; everything is removed when the next one is made and when she leaves.
 */
const folderName = "made";

/** Writes a stream to a new private file and gives it as a File backed by the disk. Worker only: sync handles exist nowhere else. */
export async function writePrivateFile(name: string, stream: AsyncIterable<Uint8Array>): Promise<File> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(folderName, { create: true });
  const handle = await folder.getFileHandle(name, { create: true });
  const access = await handle.createSyncAccessHandle();
  try {
    access.truncate(0);
    let at = 0;
    for await (const piece of stream) at += access.write(piece, { at });
    access.flush();
  } finally {
    access.close();
  }
  return handle.getFile();
}

/** Removes every private file. */
export async function removePrivateFiles(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(folderName, { recursive: true }).catch(() => {});
}
