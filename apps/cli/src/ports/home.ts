import { mkdir, open, readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

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
  return readTextFile(join(homeFolder(), name));
}

/** Writes a secret file of the program's own folder, readable by its owner alone; never over one that is there. Gives its path. */
export async function createOwnSecret(name: string, text: string): Promise<string> {
  await mkdir(homeFolder(), { recursive: true, mode: 0o700 });
  const path = join(homeFolder(), name);
  const handle = await open(path, "wx", 0o600);
  await handle.writeFile(text);
  await handle.sync();
  await handle.close();
  return path;
}

/** A text file named by the user; undefined when there is none. Other failures of the system are thrown. */
export async function readTextFile(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
    throw error;
  });
}
