import { type Result, type Source, failed, ok } from "@unmask/core";
import { piecesOf } from "@unmask/formats";
import { bytesToText, textToBytes } from "@unmask/seal";
import { type Vault, type VaultFailure, vaultFailure } from "./vault.ts";
import { type Put, inTurn, sealedBytes, sealedPut, write } from "./deed.ts";
import { pathsIn, readSealed } from "./sealed-file.ts";
import { catalogueOf } from "./catalogue.ts";
import { isCovered, longestDocument } from "./layout.ts";
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
    for (const path of pathsIn(vault, "private")) {
      const text = await textOf(vault, path);
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

/** A file that goes with a draft: its bytes, and where they are sealed, `originals/….age`. */
interface DraftFile {
  readonly path: string;
  readonly source: Source;
}

/**
 * Writes a draft with the files that go with it, in one write: none is ever sealed without a draft that names it. A file that is sealed already is not
 * sealed again. `gone`: files that it names no more.
 */
export function writeDraft(
  vault: Vault,
  path: string,
  { text, files, gone }: { readonly text: string; readonly files: readonly DraftFile[]; readonly gone: readonly string[] },
): Promise<Result<undefined, VaultFailure>> {
  return inTurn(vault, async () => {
    const bytes = textToBytes(text);
    if (bytes.length > longestDocument) return failed(vaultFailure("too-long"));
    const here = new Set(pathsIn(vault, "originals"));
    const puts = files.flatMap(({ path: file, source }): readonly Put[] => {
      if (!file.startsWith("originals/") || !isCovered(file)) throw new Error("a file of a draft is sealed where originals are");
      return here.has(file) ? [] : [sealedPut(vault, file, piecesOf(source, 0, source.size))];
    });
    return write(vault, { puts: [...puts, sealedBytes(vault, path, bytes)], gone: await ownOfDraft(vault, gone) });
  });
}

/**
 * Destroys a note: its file goes, and the log says that it went. A copy that was made still has it. `filesIn`: those that a draft names, by its text; they
 * go with it where they are not kept with something else by now. All of it is one turn: whoever reads the notes next does not meet it any more.
 */
export function destroyPrivateNote(
  vault: Vault,
  path: string,
  filesIn: (text: string) => readonly string[] = () => [],
): Promise<Result<undefined, VaultFailure>> {
  return inTurn(vault, async () => {
    if (!pathsIn(vault, "private").includes(path)) return failed(vaultFailure("not-whole", path));
    const text = await textOf(vault, path);
    return write(vault, { puts: [], gone: [path, ...(await ownOfDraft(vault, text === undefined ? [] : filesIn(text)))] });
  });
}

/** Undefined where it does not open, or is no text. */
async function textOf(vault: Vault, path: string): Promise<string | undefined> {
  const opened = await readSealed(vault, path);
  return opened.ok && opened.value !== undefined ? bytesToText(opened.value) : undefined;
}

/** Those that the vault has and the catalogue does not; none where the catalogue does not read, for it may have them. */
async function ownOfDraft(vault: Vault, files: readonly string[]): Promise<readonly string[]> {
  const catalogue = await catalogueOf(vault);
  if (!catalogue.ok) return [];
  const here = new Set(pathsIn(vault, "originals"));
  for (const { file } of catalogue.value) if (file !== undefined) here.delete(file);
  return [...new Set(files)].filter((file) => here.has(file));
}
