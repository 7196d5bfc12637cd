import { type ReadValue, type Result, instantFromJson, instantToIso, object, ok, oneOf, readDocument, text } from "@unmask/core";
import { type Vault, type VaultFailure, destroyPrivateNote, readPrivateNotes, writePrivateNote } from "@unmask/vault";
import type { Paper, PaperKind } from "./protocol.ts";

/** Private papers (docs/formats/vault.md, "Private papers"): notes, the plan to stay safe, what she kept of the questions, drafts. */

const kinds: readonly PaperKind[] = ["note", "plan", "self-check", "draft"];

/** UTF-16 units of a paper: what is shown whole stays a text that somebody can have typed. */
const longestPaper = 1024 * 1024;

/** All, the oldest first; `lost`: how many are missing or were changed. */
export async function readPapers(vault: Vault): Promise<{ readonly papers: readonly Paper[]; readonly lost: number }> {
  const { notes, lost } = await readPrivateNotes(vault);
  const papers = notes.flatMap(({ path, text: written }): readonly Paper[] => {
    const read = readDocument(written, { what: "paper", longest: longestPaper * 2 }, paperFromJson);
    return read.ok ? [{ path, ...read.value }] : [];
  });
  return { papers: papers.sort((one, other) => (one.at < other.at ? -1 : 1)), lost: lost.length + notes.length - papers.length };
}

/** Writes one; answers with its path. Undefined where it is too long. */
export async function writePaper(
  vault: Vault,
  paper: Omit<Paper, "path">,
  path?: string,
): Promise<Result<string, VaultFailure> | undefined> {
  if (paper.words.length > longestPaper) return undefined;
  const { kind, at, words } = paper;
  return writePrivateNote(vault, JSON.stringify({ kind, at, words }), path);
}

/** Destroys one: its file goes. */
export async function destroyPaper(vault: Vault, path: string): Promise<Result<undefined, VaultFailure>> {
  const done = await destroyPrivateNote(vault, path);
  return done.ok ? ok(undefined) : done;
}

const momentFromJson: ReadValue<string> = (value, path) => instantToIso(instantFromJson(value, path));

const paperFromJson: ReadValue<Omit<Paper, "path">> = object(({ must }) => ({
  kind: must("kind", oneOf(kinds)),
  at: must("at", momentFromJson),
  words: must("words", text),
}));
