import { type ReadValue, type Result, instantFromJson, instantToIso, object, ok, oneOf, readDocument, text } from "@unmask/core";
import { sourceOfBlob } from "@unmask/fittings-browser";
import { type Vault, type VaultFailure, destroyPrivateNote, readPrivateNotes, writeDraft, writePrivateNote } from "@unmask/vault";
import { filesIn } from "../entry-draft.ts";
import { newPath } from "../ports/new-path.ts";
import type { Paper, PaperKind, SealedWriting } from "./protocol.ts";

/** Private papers (docs/formats/vault.md, "Private papers"): notes, the plan to stay safe, what she kept of the questions, drafts. */

const kinds: readonly PaperKind[] = ["note", "plan", "self-check", "draft"];

/** UTF-16 units of a paper: what is shown whole stays a text that somebody can have typed. */
const longestPaper = 1024 * 1024;

/** All, the oldest first; `lost`: how many are missing or were changed. */
export async function readPapers(vault: Vault): Promise<{ readonly papers: readonly Paper[]; readonly lost: number }> {
  const { notes, lost } = await readPrivateNotes(vault);
  const papers = notes.flatMap(({ path, text: written }): readonly Paper[] => {
    const paper = parsePaper(written);
    if (paper === undefined) return [];
    const lost = sealedIn(paper).filter((file) => !isSealed(vault, file));
    return [{ path, ...paper, ...(lost.length > 0 && { lost }) }];
  });
  return { papers: papers.sort((one, other) => (one.at < other.at ? -1 : 1)), lost: lost.length + notes.length - papers.length };
}

/** Reads the text of one; undefined where it is none. */
export function parsePaper(written: string): Omit<Paper, "path"> | undefined {
  const read = readDocument(written, { what: "paper", longest: longestPaper * 2 }, paperFromJson);
  return read.ok ? read.value : undefined;
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

/**
 * Seals what she is writing; answers with its path, undefined where it is too long. Its words go first: a file that is long must not take them with it
 * where there is no time or no room for it. `isWanted` is asked as a file is read.
 */
export async function sealWriting(
  vault: Vault,
  { words, path = newPath("private"), files = [] }: SealedWriting,
  { at, isWanted }: { readonly at: string; isWanted(): boolean },
): Promise<Result<string, VaultFailure> | undefined> {
  const before = await paperAt(vault, path);
  const named = before === undefined ? [] : sealedIn(before);
  if (words === "") {
    const gone = before && (await destroyPaper(vault, path));
    return gone?.ok === false ? gone : ok(path);
  }
  if (words.length > longestPaper) return undefined;
  const paper = { kind: "draft", at: before?.at ?? at, words } as const;
  const text = JSON.stringify(paper);
  const kept = new Set(sealedIn(paper));
  const written = await writeDraft(vault, path, { text, files: [], gone: named.filter((one) => !kept.has(one)) });
  if (!written.ok) return written;
  for (const { sealed, name, file } of files) {
    if (file === undefined || isSealed(vault, sealed) || !isWanted()) continue;
    const source = sourceOfBlob(name, file);
    const read: typeof source.read = (start, end) => {
      if (!isWanted()) throw new Error("nobody waits for it any more");
      return source.read(start, end);
    };
    const one = await writeDraft(vault, path, { text, files: [{ path: sealed, source: { ...source, read } }], gone: [] });
    if (!one.ok) return one;
  }
  return ok(path);
}

/** Destroys one: its file goes, and of a draft the files that are kept with nothing else. */
export function destroyPaper(vault: Vault, path: string): Promise<Result<undefined, VaultFailure>> {
  return destroyPrivateNote(vault, path, sealedInText);
}

async function paperAt(vault: Vault, path: string): Promise<Paper | undefined> {
  return (await readPapers(vault)).papers.find((paper) => paper.path === path);
}

function sealedIn({ kind, words }: Pick<Paper, "kind" | "words">): readonly string[] {
  return kind === "draft" ? filesIn(words).map(({ sealed }) => sealed) : [];
}

function sealedInText(written: string): readonly string[] {
  const paper = parsePaper(written);
  return paper === undefined ? [] : sealedIn(paper);
}

function isSealed({ now }: Vault, path: string): boolean {
  return now.log.historyByPath.get(path)?.now !== undefined;
}

const momentFromJson: ReadValue<string> = (value, path) => instantToIso(instantFromJson(value, path));

const paperFromJson: ReadValue<Omit<Paper, "path">> = object(({ must }) => ({
  kind: must("kind", oneOf(kinds)),
  at: must("at", momentFromJson),
  words: must("words", text),
}));
