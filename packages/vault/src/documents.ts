import { type Result, failed, ok } from "@unmask/core";
import { bytesToText, textToBytes } from "@unmask/seal";
import { type Vault, type VaultFailure, vaultFailure } from "./vault.ts";
import { inTurn, sealedBytes, write } from "./deed.ts";
import { layout, longestDocument } from "./layout.ts";
import { piece } from "./folder.ts";
import { readSealed } from "./sealed-file.ts";

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

/** Puts another `identity.age` in place of the one before: another passphrase, other words, a second sheet. A copy that was made keeps the old ones. */
export function replaceIdentityFile(vault: Vault, identityFile: Uint8Array): Promise<Result<undefined, VaultFailure>> {
  return inTurn(vault, () => write(vault, { puts: [{ path: layout.identity, pieces: piece(identityFile) }] }));
}

/** Puts other ordinary notes behind the second passphrase. */
export function replaceNotesFile(vault: Vault, notesFile: Uint8Array): Promise<Result<undefined, VaultFailure>> {
  return inTurn(vault, () => write(vault, { puts: [{ path: layout.notes, pieces: piece(notesFile) }] }));
}
