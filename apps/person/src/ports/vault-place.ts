/**
 * Where the vault of this browser lies: a folder of its own in the browser's storage for this address. What a session makes lies in another
 * (private-files.ts), and who tidies that up never touches this one.
 */
export const vaultFolderName = "notes-kept";

/** The storage of this address. Undefined where this browser or window keeps nothing, or cannot replace a file in one step. */
export async function openVaultPlace(): Promise<FileSystemDirectoryHandle | undefined> {
  if (!("FileSystemFileHandle" in globalThis && "move" in FileSystemFileHandle.prototype)) return undefined;
  try {
    return await navigator.storage.getDirectory();
  } catch {
    return undefined; // Some private windows, and WebKitGTK.
  }
}

/** Whether anything is kept here, as far as a page can see without opening it. */
export async function isSomethingKept(): Promise<boolean> {
  const root = await openVaultPlace();
  const folder = await root?.getDirectoryHandle(vaultFolderName).catch(() => undefined);
  return (await folder?.getFileHandle("book.json").catch(() => undefined)) !== undefined;
}

/** Whether the browser promised not to clear it away when it needs room. */
export function isKeepingPromised(): Promise<boolean> {
  return navigator.storage.persisted();
}

/** Whether this is a browser of Apple’s, which may clear away what a page keeps that was not opened for a week. */
export function clearsAfterWeek(): boolean {
  return navigator.vendor.startsWith("Apple");
}

/** Asks the browser to promise it. Some ask her, some decide by themselves; whether it did is `isKeepingPromised`. */
export async function askToKeep(): Promise<void> {
  // Some private windows refuse the question itself.
  await navigator.storage.persist().catch(() => false);
}
