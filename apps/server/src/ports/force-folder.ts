import { existsSync } from "node:fs";
import { chmod, mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { SignedSet } from "../intake/door.ts";
import { hasCode, syncFolder } from "./shared-sync.ts";

/** The names of the files of a force, as other programs rely on them. */
export const forceFiles = {
  set: "unmask-force.json",
  signature: "unmask-force.json.minisig",
  mailboxSecret: "mailbox-secret",
  openingKey: "opening-key.txt",
  signer: "signer.key",
  log: "log.key",
  pull: "pull.key",
} as const;
export type ForceFile = keyof typeof forceFiles;

/** One of the two folders of a force. */
export interface ForceFolder {
  readonly path: string;
  exists(file: ForceFile): boolean;
  /** The text of a file; throws where it is not there. */
  read(file: ForceFile): Promise<Uint8Array>;
  /** Writes a file whole or not at all, for its owner alone, on the disk when it resolves. */
  write(file: ForceFile, content: string | Uint8Array): Promise<void>;
}

/** Nobody but the owner looks into the folder, whatever the machine's own habit is. */
const folderMode = 0o700;
const fileMode = 0o600;

/** A folder of a force; it is made when something is written. */
export function openForceFolder(path: string): ForceFolder {
  const at = (file: ForceFile): string => join(path, forceFiles[file]);
  return {
    path,
    exists: (file) => existsSync(at(file)),
    read: (file) => readFile(at(file)),
    async write(file, content) {
      await makeFolder(path);
      await chmod(path, folderMode);
      const unfinished = `${at(file)}.new`;
      const handle = await open(unfinished, "w", fileMode);
      try {
        await handle.writeFile(content);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(unfinished, at(file));
      await syncFolder(dirname(at(file)));
    },
  };
}

/**
 * Makes a folder and those above it, one after another: where the system says of a folder that stands that nothing is there (below /proc), Node's own
 * way tries for ever.
 */
async function makeFolder(path: string): Promise<void> {
  if (existsSync(path)) return;
  const above = dirname(path);
  if (above !== path) await makeFolder(above);
  await mkdir(path, { mode: folderMode }).catch((error: unknown) => {
    if (!hasCode(error, "EEXIST")) throw error;
  });
}

/** Reads a set and its signature. */
export async function readSignedSet(folder: ForceFolder): Promise<SignedSet> {
  return { json: await folder.read("set"), signature: await folder.read("signature") };
}

/** The signature first: a set without its own is refused by everybody, so a cut between the two is seen and mended by writing again. */
export async function writeSignedSet(folder: ForceFolder, { json, signature }: SignedSet): Promise<void> {
  await folder.write("signature", signature);
  await folder.write("set", json);
}
