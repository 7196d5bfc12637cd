import type { Source } from "@unmask/core";
import { beginsLikeTar, leastTarSize, piecesOf, readTar, tarMembers } from "@unmask/formats";
import { bytesToText } from "@unmask/seal";
import { compareCopyOrder, isCopied } from "./copy.ts";
import { isWaitingPath, layout } from "./layout.ts";

/**
 * The files in a copy, whatever became of the tar around them.
 *
 * [Note: A tar around signed files] A tar that is not written as ours can be read as different files by different tools, so it is never called whole.
 * But each file of a copy is known by its hash in the signed log: whatever tar it lies in, one that has its hash is hers, and nothing else can come back
 * with it. So where the tar is otherwise, its files are looked for in the way of any tar, and those are taken that the log knows.
 */

/** A file of a copy. */
export interface CopyFile {
  /** Bytes. */
  readonly size: number;
  /** Its bytes, from the first. Throws where the source ends early. */
  pieces(): AsyncIterable<Uint8Array>;
}

/** All that a copy can have under each path: more than one where the tar is not ours. */
export type CopyFiles = ReadonlyMap<string, readonly CopyFile[]>;

/** A tar that holds the files of a vault. */
export interface OpenCopy {
  readonly files: CopyFiles;
  /** It ends before its end. */
  readonly isCut: boolean;
  /** The tar is written as ours are. */
  readonly isOurs: boolean;
  /** Names of what lies in it and is of no vault; the first of them, shortened. */
  readonly strangers: readonly string[];
}

/** Files of a tar that is not ours: more of them are there to fill the memory. */
const mostFiles = 200_000;
/** Names of strangers that are told: a tar can have as many as there are bytes. */
const mostStrangers = 100;
/** UTF-16 units of such a name. */
const longestStranger = 100;
/** Bytes of a block of a tar. */
const block = 512;

/** Opens a copy; undefined where it is none. */
export async function openCopyFiles(source: Source): Promise<OpenCopy | undefined> {
  const strict = await readTar(source, { order: compareCopyOrder });
  if (strict.ok) {
    const listed = await strict.value.list();
    return isBook(listed.map(({ path }) => path))
      ? { files: filesOf(listed, strict.value), isCut: false, isOurs: true, strangers: [] }
      : undefined;
  }
  if ((await beginsAsCopy(source)) && source.size < (await leastTarSize(source))) {
    const cut = await readTar(source, { order: compareCopyOrder, isCut: true });
    if (cut.ok) return { files: filesOf(await cut.value.list(), cut.value), isCut: true, isOurs: true, strangers: [] };
  }
  return openLoose(source);
}

function filesOf(
  listed: readonly { readonly path: string; readonly size: number }[],
  { read }: { read(path: string): AsyncIterable<Uint8Array> },
): CopyFiles {
  return new Map(listed.map(({ path, size }) => [path, [{ size, pieces: () => read(path) }]]));
}

/** Whether a file begins with the name of the first file of every copy. */
async function beginsAsCopy(source: Source): Promise<boolean> {
  const name = `${layout.book}\0`;
  const head = await source.read(0, name.length);
  return source.size >= block && bytesToText(head) === name;
}

/** See [Note: A tar around signed files]. */
async function openLoose(source: Source): Promise<OpenCopy | undefined> {
  if (!beginsLikeTar(await source.read(0, block)) && !(await beginsAsCopy(source))) return undefined;
  const files = new Map<string, CopyFile[]>();
  const strangers: string[] = [];
  let found = 0;
  for await (const member of tarMembers(source)) {
    const { name, size } = member;
    found += 1;
    if (found > mostFiles) break;
    if (isOfCopy(name)) {
      const some = files.get(name) ?? [];
      some.push({ size, pieces: () => piecesOf(member, 0, size) });
      files.set(name, some);
    } else if (!isFolder(name) && strangers.length < mostStrangers) strangers.push(name.slice(0, longestStranger));
  }
  return isBook([...files.keys()]) ? { files, isCut: false, isOurs: false, strangers } : undefined;
}

/** Whether these are files of a vault: what it is, or what it lives by. */
function isBook(paths: readonly string[]): boolean {
  return paths.includes(layout.book) || (paths.includes(layout.log) && paths.includes(layout.identity));
}

function isOfCopy(path: string): boolean {
  return path === layout.log || path === layout.waitingList || isWaitingPath(path) || isCopied(path);
}

/** Other tools write entries for folders too: nothing lies in them. */
function isFolder(name: string): boolean {
  return name === "" || name === "." || name.endsWith("/");
}
