/**
 * The one folder that opened packs lie in while they are looked at. Nobody else can read it, and a file loses its name as soon as it is open; what
 * a run that was killed in that moment has left is gone at the next start.
 */
import { chmod, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { spool } from "@unmask/fittings-node";
import type { Source } from "@unmask/core";

/** Puts a stream aside in the folder, to be read by position; `close` takes it away. */
export type PutAside = (name: string, stream: AsyncIterable<Uint8Array>) => Promise<{ readonly source: Source; close(): Promise<void> }>;

/** Makes the folder, empties it, and answers with the way to put something into it. It must be this process's own. */
export async function openFolderForOpened(folder: string): Promise<PutAside> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true });
  return (name, stream) => spool(name, stream, folder);
}
