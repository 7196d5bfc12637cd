import { mkdir, open, readFile, readdir, rename, unlink } from "node:fs/promises";
import { join } from "node:path";
import type { WaitingLinks } from "../access/waiting-links.ts";
import { isMissing } from "./shared-sync.ts";

/** More files at once nobody makes by hand; a folder filled by somebody else does not stop the desk. */
const mostAtOnce = 100;

/** One-time links that wait in a folder of the case folder (`DIR/case/links`): one file each, called by the link's hash, for its owner alone. */
export function openWaitingLinks(folder: string): WaitingLinks {
  const at = (hash: string): string => join(folder, `${hash}.json`);
  return {
    put: async (hash, content) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const unfinished = join(folder, `${hash}.new`);
      const handle = await open(unfinished, "wx", 0o600);
      try {
        await handle.writeFile(content);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(unfinished, at(hash));
    },
    list: async () => {
      const names = await readdir(folder).catch((error: unknown) => {
        if (isMissing(error)) return [];
        throw error;
      });
      const hashes = names.map((name) => /^([0-9a-f]{64})\.json$/.exec(name)?.[1]).filter((hash) => hash !== undefined);
      return Promise.all(hashes.slice(0, mostAtOnce).map(async (hash) => ({ hash, content: await textOf(at(hash)) })));
    },
    remove: async (hash) => {
      await unlink(at(hash)).catch((error: unknown) => {
        // Two came at once, and the other has taken it in.
        if (!isMissing(error)) throw error;
      });
    },
  };
}

async function textOf(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: unknown) => {
    if (isMissing(error)) return "";
    throw error;
  });
}
