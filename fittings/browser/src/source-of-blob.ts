import type { Source } from "@unmask/core";

/** A file of the browser as a source: read by position, never whole. Reading fails when the file has changed or gone since it was chosen. */
export function sourceOfBlob(name: string, blob: Blob): Source {
  return {
    name,
    size: blob.size,
    read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
}
