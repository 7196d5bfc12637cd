import type { Source } from "@unmask/core";
import { beginsLikeTar, leastTarSize, readStretch, readTar, tarMembers } from "@unmask/formats";
import { bytesToText } from "@unmask/seal";
import { compareCopyOrder, isCopied } from "./copy.ts";
import { type FoundByContent, beginsAsBook, fileAt, findByContent, longestOfPlain } from "./found-by-content.ts";
import { isWaitingPath, layout } from "./layout.ts";

/**
 * The files in a copy, whatever became of the tar around them.
 *
 * [Note: A tar around signed files] A tar that is not written as ours can be read as different files by different tools, so it is never called whole.
 * But each file of a copy is known by its hash in the signed log: whatever tar it lies in, one that has its hash is hers, and nothing else can come back
 * with it. So where the tar is otherwise, its files are looked for in the way of any tar, and those are taken that the log knows; what has lost its
 * header is found by what it is (found-by-content.ts).
 */

/** All that a copy can have under each path: more than one where the tar is not ours. */
export type CopyFiles = ReadonlyMap<string, readonly Source[]>;

/** A tar that holds the files of a vault. */
export interface OpenCopy {
  readonly files: CopyFiles;
  /** It ends before its end. */
  readonly isCut: boolean;
  /** The tar is written as ours are. */
  readonly isOurs: boolean;
  /** Names of what lies in it and is of no vault; the first of them, shortened. */
  readonly strangers: readonly string[];
  /** What no header has the name of: looked for in the whole of it when it is asked for first. */
  content(): Promise<FoundByContent>;
}

/** Files of a tar that are looked at; no vault has as many. More of them are there to fill the memory and to take hours. */
export const mostFilesOfCopy = 200_000;
/** Names of strangers that are told: a tar can have as many as there are bytes. */
const mostStrangers = 100;
/** UTF-16 units of such a name. */
const longestStranger = 100;
/** Bytes of a block of a tar. */
const block = 512;
/** Bytes at its beginning in which a copy has a header, or its book, though the first header is damaged: what has neither is not read to its end. */
const beginning = 64 * 1024;

/** Opens a copy; undefined where it is none. */
export async function openCopyFiles(source: Source): Promise<OpenCopy | "too-many-files" | undefined> {
  const isNamed = await beginsAsCopy(source);
  const content = contentOf(source);
  if (isNamed) {
    const strict = await readTar(source, { order: compareCopyOrder });
    if (strict.ok) return { files: filesOf(source, await strict.value.list()), isCut: false, isOurs: true, strangers: [], content };
  }
  const head = await readStretch(source, 0, Math.min(beginning, source.size));
  const isBookSeen = isNamed || hasBlock(head, beginsAsBook);
  if (!isBookSeen && !hasBlock(head, beginsLikeTar)) return undefined;
  const loose = await looseIn(source);
  if (loose === "too-many-files") return loose;
  // Of a tar in which nothing is named as in a copy not every byte is read.
  if (loose.files.size === 0 && !isBookSeen) return undefined;
  if (isNamed && source.size < (await leastTarSize(source))) {
    const cut = await readTar(source, { order: compareCopyOrder, isCut: true });
    if (cut.ok) {
      const files = await withPlain(filesOf(source, await cut.value.list()), content);
      return { files, isCut: true, isOurs: true, strangers: [], content };
    }
  }
  const files = await withPlain(loose.files, content);
  return isBook([...files.keys()]) ? { files, isCut: false, isOurs: false, strangers: loose.strangers, content } : undefined;
}

/** What a copy has by its content, looked for once. */
function contentOf(source: Source): () => Promise<FoundByContent> {
  let found: Promise<FoundByContent> | undefined;
  return () => (found ??= findByContent(source));
}

function filesOf(source: Source, listed: readonly { readonly path: string; readonly start: number; readonly size: number }[]): CopyFiles {
  return new Map(listed.map(({ path, start, size }) => [path, [fileAt(source, start, size)]]));
}

/** Whether a file begins with the name of the first file of every copy. */
async function beginsAsCopy(source: Source): Promise<boolean> {
  const name = `${layout.book}\0`;
  const head = await source.read(0, name.length);
  return source.size >= block && bytesToText(head) === name;
}

/** Files as any tar has them. */
interface LooseFiles {
  readonly files: ReadonlyMap<string, Source[]>;
  readonly strangers: readonly string[];
}

/** See [Note: A tar around signed files]. */
async function looseIn(source: Source): Promise<LooseFiles | "too-many-files"> {
  const files = new Map<string, Source[]>();
  const strangers: string[] = [];
  let found = 0;
  let last: Source | undefined;
  for await (const member of tarMembers(source)) {
    const { name } = member;
    found += 1;
    if (found > mostFilesOfCopy) return "too-many-files";
    last = member;
    if (isOfCopy(name)) {
      const some = files.get(name) ?? [];
      some.push(member);
      files.set(name, some);
    } else if (!isFolder(name) && strangers.length < mostStrangers) strangers.push(name.slice(0, longestStranger));
  }
  // What claims to go on behind the end has no bytes to be read; nothing is found behind it.
  if (last !== undefined && !(await isThere(last))) files.get(last.name)?.pop();
  return { files, strangers };
}

function hasBlock(bytes: Uint8Array, is: (block: Uint8Array) => boolean): boolean {
  for (let at = 0; at < bytes.length; at += block) if (is(bytes.subarray(at, at + block))) return true;
  return false;
}

async function isThere({ size, read }: Source): Promise<boolean> {
  return size === 0 || (await read(size - 1, size)).length === 1;
}

/**
 * The same files, and what is plain text among those that have lost their header: where no header has the name of the book or the log, or something waits
 * and its list has no name.
 */
async function withPlain(files: CopyFiles, content: () => Promise<FoundByContent>): Promise<CopyFiles> {
  const isNamed = (path: string): boolean => files.get(path)?.some(({ size }) => size <= longestOfPlain(path)) === true;
  const isWaiting = [...files.keys()].some(isWaitingPath);
  if ([layout.book, layout.log, ...(isWaiting ? [layout.waitingList] : [])].every(isNamed)) return files;
  const all = new Map(files);
  for (const [path, file] of (await content()).plain) if (!isNamed(path)) all.set(path, [file, ...(all.get(path) ?? [])]);
  return all;
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
