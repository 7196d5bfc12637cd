import { createHash } from "node:crypto";
import type { Page } from "playwright-core";

/** What lies in the browser's own storage for the address of the app: each path with the SHA-256 and the size of its bytes. */
export type StoredFiles = ReadonlyMap<string, { readonly size: number; readonly sha256: string; readonly bytes: Buffer }>;

/** Reads all of it, as whoever examines the device could. */
export async function storedFiles(page: Page): Promise<StoredFiles> {
  const found = await page.evaluate(async () => {
    const list: [string, string][] = [];
    const look = async (folder: FileSystemDirectoryHandle, way: string): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        if (handle instanceof FileSystemDirectoryHandle) await look(handle, `${way}${name}/`);
        else if (handle instanceof FileSystemFileHandle) {
          const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
          let text = "";
          for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
          list.push([`${way}${name}`, btoa(text)]);
        }
      }
    };
    await look(await navigator.storage.getDirectory(), "");
    return list;
  });
  return new Map(
    found.map(([path, base64]) => {
      const bytes = Buffer.from(base64, "base64");
      return [path, { size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex"), bytes }];
    }),
  );
}
