import { type Result, failed, ok } from "@unmask/core";
import { bytesToText, sameBytes, textToBytes } from "@unmask/seal";
import { type Vault, type VaultFailure, vaultFailure } from "./vault.ts";
import { inTurn, sealedBytes, write } from "./deed.ts";
import { layout, longestDocument, partOf } from "./layout.ts";
import { type Folder, isNoRoom, isRefusedByDisk, piece, readAll } from "./folder.ts";
import { isSameMark } from "./log.ts";
import { markOf } from "./mark.ts";
import { readSealed } from "./sealed-file.ts";
import { writeBook } from "./book.ts";

/** Documents of which a vault has one each, as texts: what they say is for others to read. */

/** What she stated (docs/formats/statement.md), her settings, or the list of openings. */
export type DocumentName = "statement" | "settings" | "openings";

const pathByName: Readonly<Record<DocumentName, string>> = {
  statement: layout.statement,
  settings: layout.settings,
  openings: layout.openings,
};

/** Reads a document; undefined where none was written yet. */
export function readDocumentOf(vault: Vault, name: DocumentName): Promise<Result<string | undefined, VaultFailure>> {
  return inTurn(vault, async () => {
    const path = pathByName[name];
    const opened = await readSealed(vault, path);
    if (!opened.ok || opened.value === undefined) return opened.ok ? ok(undefined) : opened;
    const text = bytesToText(opened.value);
    return text === undefined ? failed(vaultFailure("not-whole", path)) : ok(text);
  });
}

/** Writes a document in place of the one before. */
export function writeDocumentOf(vault: Vault, name: DocumentName, text: string): Promise<Result<undefined, VaultFailure>> {
  return inTurn(vault, async () => {
    const bytes = textToBytes(text);
    if (bytes.length > longestDocument) return failed(vaultFailure("too-long"));
    return write(vault, { puts: [sealedBytes(vault, pathByName[name], bytes)] });
  });
}

/**
 * Holds `book.json` against the keys, and puts the right one back where it is another's, does not read or is gone: what was written while
 * it was locked may have been sealed to whoever changed it. Where nothing can be written it stays as it is, and the answer is the same.
 */
export function putBookBack(vault: Vault): Promise<"as-it-was" | "changed"> {
  return inTurn(vault, async () => {
    const { folder } = vault.world;
    const bytes = writeBook(vault.recipient);
    const source = await folder.open(layout.book);
    if (source?.size === bytes.length && sameBytes(await readAll(source), bytes)) return "as-it-was";
    try {
      await write(vault, { puts: [{ path: layout.book, pieces: piece(bytes) }] });
    } catch (error) {
      if (!isRefusedByDisk(error)) throw error;
    }
    return "changed";
  });
}

/** Puts another `identity.age` in place of the one before: another passphrase, other words, a second sheet. A copy that was made keeps the old ones. */
export function replaceIdentityFile(vault: Vault, identityFile: Uint8Array): Promise<Result<undefined, VaultFailure>> {
  return inTurn(vault, () => write(vault, { puts: [{ path: layout.identity, pieces: piece(identityFile) }] }));
}

/** Puts other ordinary notes behind the second passphrase. */
export function replaceNotesFile(vault: Vault, notesFile: Uint8Array): Promise<Result<undefined, VaultFailure>> {
  return inTurn(vault, () => write(vault, { puts: [{ path: layout.notes, pieces: piece(notesFile) }] }));
}

/**
 * Puts other ordinary notes in their place while the vault is locked, as whoever has their passphrase may. Nobody can sign them then: until
 * `signNotesFile`, at the next opening, the check calls them altered.
 */
export async function replaceNotesFileLocked(folder: Folder, notesFile: Uint8Array): Promise<Result<undefined, VaultFailure>> {
  try {
    await folder.write(partOf(layout.notes), piece(notesFile));
    await folder.move(partOf(layout.notes), layout.notes);
  } catch (error) {
    if (!isNoRoom(error)) throw error;
    return failed(vaultFailure("no-room"));
  }
  return ok(undefined);
}

/**
 * Signs the ordinary notes as they lie there, where they were written while the vault was locked. What is of another length than those that the log
 * knows was written by no app, and what stood there before was put back by somebody: both are left to the check.
 */
export function signNotesFile(vault: Vault): Promise<Result<undefined, VaultFailure>> {
  return inTurn(vault, async () => {
    const { folder } = vault.world;
    const source = await folder.open(layout.notes);
    const { now, before = [] } = vault.now.log.historyByPath.get(layout.notes) ?? {};
    if (source === undefined || source.size !== now?.size) return ok(undefined);
    const mark = await markOf(vault.world, source);
    if ([now, ...before].some((known) => isSameMark(known, mark))) return ok(undefined);
    return write(vault, { puts: [], stands: [{ path: layout.notes, put: mark }] });
  });
}
