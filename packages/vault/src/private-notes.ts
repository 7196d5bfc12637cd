import { type Result, failed, ok } from "@unmask/core";
import { bytesToText, textToBytes } from "@unmask/seal";
import { type Vault, type VaultFailure, vaultFailure } from "./vault.ts";
import { inTurn, sealedBytes, write } from "./deed.ts";
import { pathsIn, readSealed } from "./sealed-file.ts";
import { longestDocument } from "./layout.ts";
import { randomName } from "./originals.ts";

/** Private notes and the safety plan: one file each, so that one can be destroyed. They are in no pack unless she chooses it. */

/** One of them. */
export interface PrivateNote {
  /** `private/….age` */
  readonly path: string;
  readonly text: string;
}

/** All that can be read, and the paths of those that are missing or not as they were written. */
export function readPrivateNotes(vault: Vault): Promise<{ readonly notes: readonly PrivateNote[]; readonly lost: readonly string[] }> {
  return inTurn(vault, async () => {
    const notes: PrivateNote[] = [];
    const lost: string[] = [];
    for (const path of await pathsIn(vault, "private")) {
      const opened = await readSealed(vault, path);
      const text = opened.ok && opened.value !== undefined ? bytesToText(opened.value) : undefined;
      if (text === undefined) lost.push(path);
      else notes.push({ path, text });
    }
    return { notes, lost };
  });
}

/** Writes a new note, or one in place of another. Answers with its path. */
export function writePrivateNote(
  vault: Vault,
  text: string,
  path: string = `private/${randomName(vault)}.age`,
): Promise<Result<string, VaultFailure>> {
  return inTurn(vault, async () => {
    const bytes = textToBytes(text);
    if (bytes.length > longestDocument) return failed(vaultFailure("too-long"));
    const written = await write(vault, { puts: [sealedBytes(vault, path, bytes)] });
    return written.ok ? ok(path) : written;
  });
}

/** Destroys a note: its file goes, and the log says that it went. A copy that was made still has it. */
export function destroyPrivateNote(vault: Vault, path: string): Promise<Result<undefined, VaultFailure>> {
  return inTurn(vault, async () => {
    const isHere = (await pathsIn(vault, "private")).includes(path);
    return isHere ? write(vault, { puts: [], gone: [path] }) : failed(vaultFailure("not-whole", path));
  });
}
