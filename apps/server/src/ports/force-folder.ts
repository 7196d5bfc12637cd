import { existsSync } from "node:fs";
import { chmod, mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { verifyForceSet } from "@unmask/submission";
import type { SignedSet } from "../intake/door.ts";
import { hasCode, isMissing, syncFolder } from "./shared-sync.ts";

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
  /** The first half of it: the new file lies beside the one that stands. */
  prepare(file: ForceFile, content: string | Uint8Array): Promise<void>;
  /** The second: what was prepared takes its place. */
  settle(file: ForceFile): Promise<void>;
  /** What was prepared and did not take its place: undefined where nothing was. */
  prepared(file: ForceFile): Promise<Uint8Array | undefined>;
}

/** Nobody but the owner looks into the folder, whatever the machine's own habit is. */
const folderMode = 0o700;
const fileMode = 0o600;

/** A folder of a force; it is made when something is written. */
export function openForceFolder(path: string): ForceFolder {
  const at = (file: ForceFile): string => join(path, forceFiles[file]);
  const unfinished = (file: ForceFile): string => `${at(file)}.new`;
  const prepare = async (file: ForceFile, content: string | Uint8Array): Promise<void> => {
    await makeFolder(path);
    await chmod(path, folderMode);
    const handle = await open(unfinished(file), "w", fileMode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
  };
  const settle = async (file: ForceFile): Promise<void> => {
    await rename(unfinished(file), at(file));
    await syncFolder(path);
  };
  return {
    path,
    exists: (file) => existsSync(at(file)),
    read: (file) => readFile(at(file)),
    async write(file, content) {
      await prepare(file, content);
      await settle(file);
    },
    prepare,
    settle,
    prepared: (file) =>
      readFile(unfinished(file)).catch((error: unknown) => {
        if (isMissing(error)) return undefined;
        throw error;
      }),
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

/** Reads a set and its signature; where a kill fell between the two, the pair that was being written: it lies there whole. */
export async function readSignedSet(folder: ForceFolder): Promise<SignedSet> {
  return (await standing(folder)).pair;
}

/**
 * Both lie there whole before either takes its place, the signature first: wherever it ends, one pair verifies, and is read. A set without its own
 * signature is used by nobody, and neither role would start.
 */
export async function writeSignedSet(folder: ForceFolder, { json, signature }: SignedSet): Promise<void> {
  if (folder.exists("set") && (await standing(folder)).isCut) await folder.settle("set");
  await folder.prepare("signature", signature);
  await folder.prepare("set", json);
  await folder.settle("signature");
  await folder.settle("set");
}

async function standing(folder: ForceFolder): Promise<{ readonly pair: SignedSet; readonly isCut: boolean }> {
  const pair = { json: await folder.read("set"), signature: await folder.read("signature") };
  const json = isSigned(pair) ? undefined : await folder.prepared("set");
  const newer = json && { ...pair, json };
  return newer !== undefined && isSigned(newer) ? { pair: newer, isCut: true } : { pair, isCut: false };
}

function isSigned({ json, signature }: SignedSet): boolean {
  return verifyForceSet(json, signature, undefined).ok;
}

/** What is told where the set of a folder does not verify: nothing signs it anew, since somebody may have changed it. */
export function sayDamagedSet(path: string): string {
  return `the force set in ${path} is not as it was signed. Put unmask-force.json and unmask-force.json.minisig back, both, from the force's other folder (intake, case) or from a copy.`;
}
