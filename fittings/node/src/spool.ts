import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Source } from "@unmask/core";
import { readFully } from "./read-fully.ts";

/** Bytes put aside on this disk that no name leads to: they are gone when the program ends, whatever ends it. */
export interface Spool {
  readonly source: Source;
  close(): Promise<void>;
}

/** Puts a stream aside, in the machine's own folder for such files unless another is named. The file is removed from its folder as soon as it is open, so that a killed program leaves nothing readable. */
export async function spool(name: string, stream: AsyncIterable<Uint8Array>, inFolder: string = tmpdir()): Promise<Spool> {
  const folder = await mkdtemp(join(inFolder, "unmask-"));
  const handle = await open(join(folder, "spool"), "wx+", 0o600);
  // A system that cannot remove an open file (Windows) removes it on close.
  const removed = await rm(folder, { recursive: true, force: true }).then(
    () => true,
    () => false,
  );
  const close = async (): Promise<void> => {
    await handle.close();
    if (!removed) await rm(folder, { recursive: true, force: true });
  };
  let size = 0;
  try {
    for await (const piece of stream) {
      for (let at = 0; at < piece.length;) at += (await handle.write(piece, at, piece.length - at, size + at)).bytesWritten;
      size += piece.length;
    }
  } catch (error) {
    await close();
    throw error;
  }
  const source: Source = {
    name,
    size,
    read: (start, end) => readFully(handle, new Uint8Array(Math.max(0, Math.min(end, size) - start)), start),
  };
  return { source, close };
}
