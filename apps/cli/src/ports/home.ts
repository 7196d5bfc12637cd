import { open, readFile, readdir, rename } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { makeFolders, putInPlace, removeOfDeadRuns, removeUnfinished, unfinishedPlace } from "@unmask/fittings-node";
import { sayNotWritten } from "../say-not-written.ts";
import { unlessMissing } from "./named-file.ts";

/**
 * The program's own folder: `$UNMASK_HOME`, else the user's configuration folder. It holds the signing key and the list of signers that the
 * user trusts, nothing of a case.
 */
function homeFolder(): string {
  const own = process.env["UNMASK_HOME"];
  if (own) return own;
  if (process.platform === "win32") return join(process.env["APPDATA"] ?? join(homedir(), "AppData", "Roaming"), "unmask");
  if (process.platform === "darwin") return join(homedir(), "Library", "Application Support", "unmask");
  return join(process.env["XDG_CONFIG_HOME"] || join(homedir(), ".config"), "unmask");
}

/** A file of the program's own folder; undefined when there is none. */
export async function readOwnFile(name: string): Promise<string | undefined> {
  return readFile(join(homeFolder(), name), "utf8").catch(unlessMissing);
}

/** A secret file as it stands in the program's own folder. */
export interface OwnSecret {
  readonly place: string;
  readonly text: string;
  /** False when another run was first: then the text is its. */
  readonly isNew: boolean;
}

/**
 * Keeps a secret in the program's own folder, readable by its owner alone. Never over one that is there: of two runs that begin at once one
 * writes it, whole, and both go by what stands there.
 */
export async function keepOwnSecret(name: string, text: string): Promise<OwnSecret> {
  const folder = homeFolder();
  await makeFolders(folder, 0o700);
  await removeOfDeadRuns(folder);
  const place = join(folder, name);
  const unfinished = unfinishedPlace(folder);
  const isNew = await writeNew(unfinished, place, text);
  return { place, text: await readFile(place, "utf8"), isNew };
}

async function writeNew(unfinished: string, place: string, text: string): Promise<boolean> {
  try {
    const handle = await open(unfinished, "wx", 0o600);
    await handle.writeFile(text);
    await handle.sync();
    await handle.close();
    await putInPlace(unfinished, place);
    return true;
  } catch (error) {
    await removeUnfinished(unfinished);
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Writes a file of the program's own folder anew, in one step, readable by its owner alone. Of two runs at once the later one stays. Gives why it is not
 * kept, as the end of a sentence, where the machine refuses: a note that finds no room keeps no letter back.
 */
export async function writeOwnFile(name: string, text: string): Promise<string | undefined> {
  const folder = homeFolder();
  // A file can have its name.
  const noFolder = await makeFolders(folder, 0o700)
    .then(() => readdir(folder))
    .then(() => undefined, sayRefusal);
  if (noFolder !== undefined) return noFolder;
  const unfinished = unfinishedPlace(folder);
  try {
    const handle = await open(unfinished, "wx", 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, join(folder, name));
    return undefined;
  } catch (error) {
    await removeUnfinished(unfinished);
    return sayRefusal(error);
  }
}

/** Why the machine refused; what is no refusal of the machine's is thrown. */
function sayRefusal(error: unknown): string {
  if (!(error instanceof Error && "code" in error && typeof error.code === "string")) throw error;
  return sayNotWritten(error.code);
}
