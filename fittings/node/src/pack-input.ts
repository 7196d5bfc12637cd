import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { type Result, type Source, failed, ok } from "@unmask/core";
import { packFilesInFolder } from "./pack-folder.ts";
import { readFully } from "./read-fully.ts";
import type { PackFiles } from "@unmask/pack";

/** What a person named as a pack: an unpacked folder, or one file. */
export type PackInput =
  { readonly folder: PackFiles } | { readonly file: Source; stream(): AsyncIterable<Uint8Array>; close(): Promise<void> };

/** Opens it. */
export async function openPackInput(path: string): Promise<Result<PackInput, string>> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return failed(`there is no file or folder at ${path}.`);
  if (found.isDirectory()) return ok({ folder: packFilesInFolder(path) });
  if (!found.isFile()) return failed(`${path} is neither a file nor a folder.`);
  const handle = await open(path).catch(() => undefined);
  if (!handle) return failed(`${path} cannot be read. Check that you may open it.`);
  const file: Source = {
    name: basename(path),
    size: found.size,
    read: (start, end) => readFully(handle, new Uint8Array(Math.max(0, Math.min(end, found.size) - start)), start),
  };
  return ok({ file, stream: () => createReadStream(path, { highWaterMark: 1 << 20 }), close: () => handle.close() });
}
