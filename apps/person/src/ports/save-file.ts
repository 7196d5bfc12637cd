/** Where she wants a file to lie: the browser's own window for it, where there is one (WICG File System Access; Chromium on a desktop). */

/** Whether this browser lets her choose the place. Otherwise a file goes to its downloads. */
export function canChoosePlace(): boolean {
  return "showSaveFilePicker" in globalThis;
}

/** Asks her; undefined where she closed the window again. */
export async function choosePlace(name: string): Promise<FileSystemFileHandle | undefined> {
  try {
    return await showSaveFilePicker({ suggestedName: name });
  } catch {
    return undefined; // She closed it, or the browser refused.
  }
}

declare global {
  // Not in the compiler's library.
  function showSaveFilePicker(options: { readonly suggestedName: string }): Promise<FileSystemFileHandle>;
}
