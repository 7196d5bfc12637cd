import type { CreateHasher, Source } from "@unmask/core";
import { leastTarSize } from "@unmask/formats";
import { openWhole, recipientOf, sealedSize } from "@unmask/seal";
import { type FileMark, type LogState, emptyLog, isSameMark, readLog } from "./log.ts";
import { isWaitingPath, layout, longestDocument, longestIdentity, longestLog, longestPlain } from "./layout.ts";
import { isCopied } from "./copy.ts";
import { type CopyFiles, type OpenCopy, openCopyFiles } from "./copy-files.ts";
import { type WaitingLine, type WaitingList, longestList, parseWaitingList } from "./waiting-list.ts";
import type { VaultKeys } from "./vault.ts";
import type { Verdict } from "./check.ts";
import { readBook, writeBook } from "./book.ts";
import { readAll } from "./folder.ts";
import { markOf } from "./mark.ts";

/** What a copy answers when it is looked at (docs/formats/backup.md, "What a copy answers"). */
export type CopyAnswer =
  | { readonly answer: "not-a-copy" | "too-many-files" | "newer-format" | "another-book" }
  | { readonly answer: "whole"; readonly copy: Copy }
  /** All that its log has is whole, and the tar around it is otherwise than ours: packed again, or with more in it. What is not of it, as far as it is named. */
  | { readonly answer: "rewrapped"; readonly copy: Copy; readonly planted: readonly string[] }
  /** Its files that are otherwise. `copy`: what its log has signed of it can be brought back. */
  | { readonly answer: "altered"; readonly verdicts: readonly { readonly path: string; readonly verdict: Verdict }[]; readonly copy?: Copy }
  /** Bytes that are there, and bytes that there were at least, as far as its log tells. */
  | { readonly answer: "cut-short"; readonly copy: Copy; readonly bytes: number; readonly ofBytes: number };

/** A copy that was looked at. */
export interface Copy {
  /** Its log, as far as it is signed; empty where it does not hold. */
  readonly log: LogState;
  readonly logBytes: Uint8Array;
  /** Each file that is as the log or the list of what waits has it. */
  readonly wholeByPath: ReadonlyMap<string, WholeFile>;
  /** The paths that the log or the list has, and that are not whole in it. */
  readonly lost: readonly string[];
  readonly waiting: readonly WaitingLine[];
}

/** A file of a copy whose bytes are those that were signed or listed. */
export interface WholeFile {
  readonly mark: FileMark;
  readonly source: Source;
}

/** Bytes of a block of a tar. */
const block = 512;

/**
 * Looks at every byte of a copy. With keys its signature is checked, and it must be of their book. It changes nothing.
 */
export async function examineCopy(
  source: Source,
  { createHasher, keys }: { readonly createHasher: CreateHasher; readonly keys: VaultKeys },
): Promise<CopyAnswer> {
  const recipient = await recipientOf(keys.identity);
  const opened = await openCopyFiles(source);
  if (opened === undefined) return { answer: "not-a-copy" };
  if (opened === "too-many-files") return { answer: opened };
  const { files, isCut, isOurs, strangers, content } = opened;
  const { log, logBytes, holds, isSigned } = await logOf(files, { recipient, publicKey: keys.signer.publicKey });
  const ownBook = bookByKeys(recipient, createHasher);
  // Where her log has her book, what stands in its place was changed, whatever it says.
  if (!isSameMark(log.historyByPath.get(layout.book)?.now, ownBook.mark)) {
    const book = await bytesIn(files, layout.book, longestPlain);
    const read = book === undefined ? "altered" : readBook(book);
    if (read === "newer-format") return { answer: "newer-format" };
    if (read !== "altered" && read.recipient !== recipient) return { answer: "another-book" };
  }
  const wholeByPath = new Map<string, WholeFile>();
  const verdicts: { path: string; verdict: Verdict }[] = [];
  let isNameLost = false;
  async function look(path: string, mark: FileMark): Promise<void> {
    const named = await fileWithMark(files.get(path) ?? [], mark, createHasher);
    isNameLost ||= named === undefined;
    const file = named ?? (await (await content()).find(mark, createHasher));
    if (file !== undefined) wholeByPath.set(path, { source: file, mark });
    else verdicts.push({ path, verdict: (files.get(path)?.length ?? 0) > 0 ? "altered" : "missing" });
  }
  if (!holds) verdicts.push({ path: layout.log, verdict: files.has(layout.log) ? "altered" : "missing" });
  const logged = wantedOf(log, []);
  for (const [path, mark] of logged) await look(path, mark);
  if (isSameMark(logged.get(layout.book), ownBook.mark) && !wholeByPath.has(layout.book)) wholeByPath.set(layout.book, ownBook);
  const list = await listOf(opened, { isNameLost });
  if (!list.reads) verdicts.push({ path: layout.waitingList, verdict: "altered" });
  const waiting = list.lines.filter(({ path }) => !log.historyByPath.has(path));
  const wanted = wantedOf(log, waiting);
  for (const [path, mark] of wanted) if (!logged.has(path)) await look(path, mark);
  const lost = [...wanted.keys()].filter((path) => !wholeByPath.has(path));
  const copy: Copy = { log, logBytes, wholeByPath, lost, waiting };
  if (isCut) return { answer: "cut-short", copy, bytes: source.size, ofBytes: await sizeOfUncut(source, wanted, files) };
  const isKnown = (path: string): boolean =>
    path === layout.log || path === layout.waitingList || wanted.has(path) || (isWaitingPath(path) && log.historyByPath.has(path));
  const planted = [...strangers, ...[...files.keys()].filter((path) => holds && !isKnown(path))];
  if (verdicts.length > 0)
    return {
      answer: "altered",
      verdicts: [...verdicts, ...planted.map((path) => ({ path, verdict: "planted" as const }))],
      ...(isSigned && { copy }),
    };
  return isOurs && planted.length === 0 ? { answer: "whole", copy } : { answer: "rewrapped", copy, planted };
}

/**
 * Whether a copy ends before its end, told without any key: bytes that are there, and bytes that there were at least, as far as its log tells, which
 * nobody has vouched for yet. Undefined where it ends where it should, or is none.
 */
export async function cutOfCopy(source: Source): Promise<{ readonly bytes: number; readonly ofBytes: number } | undefined> {
  const opened = await openCopyFiles(source);
  if (opened === undefined || opened === "too-many-files" || !opened.isCut) return undefined;
  const { files } = opened;
  const { state } = readLog((await bytesIn(files, layout.log, longestLog)) ?? new Uint8Array(), { recipient: "" });
  const { lines } = await listOf(opened, { isNameLost: false });
  return { bytes: source.size, ofBytes: await sizeOfUncut(source, wantedOf(state, lines), files) };
}

/** Whether enough of a copy is whole to make a vault of: what it is, and what opens it. */
export function isPartEnough({ wholeByPath }: Copy): boolean {
  return [layout.book, layout.identity].every((path) => wholeByPath.has(path));
}

/** A sealed file of a copy that fits into memory, opened; undefined where it is not whole in it. */
export async function openInCopy(copy: Copy, path: string, keys: VaultKeys): Promise<Uint8Array | undefined> {
  const source = copy.wholeByPath.get(path)?.source;
  if (source === undefined || source.size > sealedSize(longestDocument)) return undefined;
  const opened = await openWhole(await readAll(source), { identities: [keys.identity] });
  return opened.ok ? opened.value : undefined;
}

/** What a copy shows before it is opened. */
export interface FirstOfCopy {
  /** Reads a small file by its path, where it is there and no longer than it may be. */
  read(path: string, most: number): Promise<Uint8Array | undefined>;
  /** The `identity.age` that its log has, told without any key: the log is in itself what a vault writes, and who signed it is not known yet. */
  readonly loggedIdentity?: Uint8Array;
}

/** Looks into a copy for that. */
export async function readFirstOfCopy(source: Source, createHasher: CreateHasher): Promise<FirstOfCopy | "too-many-files" | "not-a-copy"> {
  const opened = await openCopyFiles(source);
  if (opened === undefined) return "not-a-copy";
  if (opened === "too-many-files") return opened;
  const logs = (opened.files.get(layout.log) ?? []).filter(({ size }) => size <= longestLog);
  const loggedIdentity = await loggedIn(opened, { path: layout.identity, most: longestIdentity, logs, createHasher });
  const loggedBook = await loggedIn(opened, { path: layout.book, most: longestPlain, logs, createHasher });
  return {
    read: async (path, most) => {
      if (path === layout.book && loggedBook !== "no-log") return loggedBook;
      return bytesIn(opened.files, path, most);
    },
    ...(loggedIdentity && loggedIdentity !== "no-log" && { loggedIdentity }),
  };
}

/**
 * A file as a log has it, told without any key: of several of that name, as where a stranger's was put before hers, or where no header has its name.
 * Undefined where the copy has it otherwise, or not at all.
 */
async function loggedIn(
  { files, content }: OpenCopy,
  {
    path,
    most,
    logs,
    createHasher,
  }: {
    readonly path: string;
    readonly most: number;
    readonly logs: readonly Source[];
    readonly createHasher: CreateHasher;
  },
): Promise<Uint8Array | "no-log" | undefined> {
  const small = (files.get(path) ?? []).filter(({ size }) => size <= most);
  let isLogged = false;
  for (const log of logs) {
    const { isSigned, state } = readLog(await readAll(log), { recipient: "" });
    const mark = isSigned ? state.historyByPath.get(path)?.now : undefined;
    if (mark === undefined || mark.size > most) continue;
    isLogged = true;
    const file = (await fileWithMark(small, mark, createHasher)) ?? (await (await content()).find(mark, createHasher));
    if (file) return readAll(file);
  }
  return isLogged ? undefined : "no-log";
}

/** The book, which follows from the keys. */
function bookByKeys(recipient: string, createHasher: CreateHasher): WholeFile {
  const bytes = writeBook(recipient);
  const hasher = createHasher();
  hasher.update(bytes);
  const source = { name: layout.book, size: bytes.length, read: async (start: number, end: number) => bytes.subarray(start, end) };
  return { mark: { size: bytes.length, sha256: hasher.digest() }, source };
}

/** The log of a copy, as far as it is signed. */
interface LogOfCopy {
  readonly log: LogState;
  readonly logBytes: Uint8Array;
  /** Nothing stands behind its last signature. */
  readonly holds: boolean;
  readonly isSigned: boolean;
}

/** Of several logs, as where two copies were joined, the longest of those that hold, else of those that are signed. */
async function logOf(files: CopyFiles, owner: Parameters<typeof readLog>[1]): Promise<LogOfCopy> {
  let best: LogOfCopy = { log: emptyLog, logBytes: new Uint8Array(), holds: false, isSigned: false };
  for (const file of files.get(layout.log) ?? []) {
    if (file.size > longestLog) continue;
    const logBytes = await readAll(file);
    const { verdict, isCutNeeded, isSigned, state } = readLog(logBytes, owner);
    const one = { log: isSigned ? state : emptyLog, logBytes, holds: verdict === "holds" && !isCutNeeded, isSigned };
    const rank = ({ holds, isSigned: signed, log }: LogOfCopy): number => (holds ? 2 : Number(signed)) * 2 ** 40 + log.length;
    if (rank(one) > rank(best)) best = one;
  }
  return best;
}

/** The list of what waits, which nobody signs. Of several the first that reads; where headers are lost, its own may be. */
async function listOf({ files, content }: OpenCopy, { isNameLost }: { readonly isNameLost: boolean }): Promise<WaitingList> {
  const named = files.get(layout.waitingList);
  const list = await firstThatReads(named ?? []);
  if (list.reads && (named !== undefined || !isNameLost)) return list;
  const found = (await content()).plain.flatMap(([path, file]) => (path === layout.waitingList ? [file] : []));
  const other = await firstThatReads(found);
  return other.reads && found.length > 0 ? other : list;
}

async function firstThatReads(some: readonly Source[]): Promise<WaitingList> {
  let first: WaitingList | undefined;
  for (const file of some) {
    if (file.size > longestList) continue;
    const list = parseWaitingList(await readAll(file));
    if (list.reads) return list;
    first ??= list;
  }
  return first ?? { reads: some.length === 0, lines: [], isTorn: false };
}

/** What a copy is to have: what stands by its log, and what its list says that it waits. */
function wantedOf(log: LogState, waiting: readonly WaitingLine[]): ReadonlyMap<string, FileMark> {
  return new Map([
    ...[...log.historyByPath].flatMap(([path, { now }]): [string, FileMark][] =>
      now !== undefined && isCopied(path) ? [[path, now]] : [],
    ),
    ...waiting.filter(({ path }) => !log.historyByPath.has(path)).map(({ path, mark }): [string, FileMark] => [path, mark]),
  ]);
}

/** The one whose bytes are these, among those of one path. */
async function fileWithMark(some: readonly Source[], mark: FileMark, createHasher: CreateHasher): Promise<Source | undefined> {
  for (const file of some) if (file.size === mark.size && isSameMark(await markOf({ createHasher }, file), mark)) return file;
  return undefined;
}

async function bytesIn(files: CopyFiles, path: string, most: number): Promise<Uint8Array | undefined> {
  const [file] = files.get(path) ?? [];
  return file === undefined || file.size > most ? undefined : readAll(file);
}

/** How long a copy was at least before it was cut: by what it is to have, and by the headers that are there. */
async function sizeOfUncut(source: Source, wanted: ReadonlyMap<string, FileMark>, files: CopyFiles): Promise<number> {
  const besideLog = [layout.log, layout.waitingList].flatMap((path) => files.get(path)?.slice(0, 1) ?? []);
  const all = [...wanted.values(), ...besideLog];
  const byLog = all.reduce((sum, { size }) => sum + block + Math.ceil(size / block) * block, 2 * block);
  return Math.max(byLog, await leastTarSize(source));
}
