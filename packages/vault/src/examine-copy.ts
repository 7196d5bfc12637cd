import type { CreateHasher, Source } from "@unmask/core";
import { type TarFiles, leastTarSize, readTar } from "@unmask/formats";
import { bytesToText, openWhole, recipientOf, sealedSize } from "@unmask/seal";
import { type FileMark, type LogState, emptyLog, isSameMark, readLog } from "./log.ts";
import { isWaitingPath, layout, longestDocument, longestLog, longestPlain } from "./layout.ts";
import { compareCopyOrder, isCopied } from "./copy.ts";
import { type WaitingLine, longestList, parseWaitingList } from "./waiting-list.ts";
import type { VaultKeys } from "./vault.ts";
import type { Verdict } from "./check.ts";
import { readBook } from "./book.ts";

/** What a copy answers when it is looked at (docs/formats/backup.md, "What a copy answers"). */
export type CopyAnswer =
  | { readonly answer: "not-a-copy" | "newer-format" | "another-book" }
  | { readonly answer: "whole"; readonly copy: Copy }
  /** Its files that are otherwise; none where the tar itself was changed between them. `copy`: what its log has signed of it can be brought back. */
  | { readonly answer: "altered"; readonly verdicts: readonly { readonly path: string; readonly verdict: Verdict }[]; readonly copy?: Copy }
  /** Bytes that are there, and bytes that there were at least, as far as its log tells. */
  | { readonly answer: "cut-short"; readonly copy: Copy; readonly bytes: number; readonly ofBytes: number };

/** A copy that was looked at. */
export interface Copy {
  /** Every file of it. */
  readonly files: TarFiles;
  /** Its log, as far as it is signed; empty where it does not hold. */
  readonly log: LogState;
  readonly logBytes: Uint8Array;
  /** What each file is that is as the log or the list of what waits has it. */
  readonly wholeByPath: ReadonlyMap<string, FileMark>;
  readonly waiting: readonly WaitingLine[];
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
  const opened = await openCopy(source);
  if (opened === "not-a-copy") return { answer: "not-a-copy" };
  if (opened === "altered") return { answer: "altered", verdicts: [] };
  const { files, isCut } = opened;
  const sizeByPath = new Map((await files.list()).map(({ path, size }) => [path, size]));
  const book = await bytesIn(files, sizeByPath, layout.book, longestPlain);
  const read = book === undefined ? "altered" : readBook(book);
  if (read === "newer-format") return { answer: "newer-format" };
  if (read !== "altered" && read.recipient !== recipient) return { answer: "another-book" };
  const logBytes = (await bytesIn(files, sizeByPath, layout.log, longestLog)) ?? new Uint8Array();
  const reading = readLog(logBytes, { recipient, publicKey: keys.signer.publicKey });
  const holds = reading.verdict === "holds" && !reading.isCutNeeded;
  const log = reading.isSigned ? reading.state : emptyLog;
  const list = parseWaitingList((await bytesIn(files, sizeByPath, layout.waitingList, longestList)) ?? new Uint8Array());
  const waiting = list.lines.filter(({ path }) => !log.historyByPath.has(path));
  const wanted = new Map([
    ...[...log.historyByPath].flatMap(([path, { now }]): [string, FileMark][] =>
      now !== undefined && isCopied(path) ? [[path, now]] : [],
    ),
    ...waiting.map(({ path, mark }): [string, FileMark] => [path, mark]),
  ]);
  const wholeByPath = new Map<string, FileMark>();
  const verdicts: { path: string; verdict: Verdict }[] = [];
  if (!holds) verdicts.push({ path: layout.log, verdict: sizeByPath.has(layout.log) ? "altered" : "missing" });
  if (!list.reads) verdicts.push({ path: layout.waitingList, verdict: "altered" });
  for (const [path, mark] of wanted) {
    if (!sizeByPath.has(path)) verdicts.push({ path, verdict: "missing" });
    else if (sizeByPath.get(path) === mark.size && isSameMark(await markIn(files, path, createHasher), mark)) wholeByPath.set(path, mark);
    else verdicts.push({ path, verdict: "altered" });
  }
  for (const path of sizeByPath.keys()) {
    const isKnown =
      path === layout.log || path === layout.waitingList || wanted.has(path) || (isWaitingPath(path) && log.historyByPath.has(path));
    if (holds && !isKnown) verdicts.push({ path, verdict: "planted" });
  }
  const copy: Copy = { files, log, logBytes, wholeByPath, waiting };
  if (isCut) return { answer: "cut-short", copy, bytes: source.size, ofBytes: Math.max(source.size, tarSizeOf(wanted, logBytes.length)) };
  return verdicts.length === 0 ? { answer: "whole", copy } : { answer: "altered", verdicts, ...(reading.isSigned && { copy }) };
}

/**
 * Whether a copy ends before its end, told without any key: bytes that are there, and bytes that there were at least, as far as its log tells, which
 * nobody has vouched for yet. Undefined where it ends where it should, or is none.
 */
export async function cutOfCopy(source: Source): Promise<{ readonly bytes: number; readonly ofBytes: number } | undefined> {
  const opened = await openCopy(source);
  if (typeof opened === "string" || !opened.isCut) return undefined;
  const sizeByPath = new Map((await opened.files.list()).map(({ path, size }) => [path, size]));
  const logBytes = (await bytesIn(opened.files, sizeByPath, layout.log, longestLog)) ?? new Uint8Array();
  const { historyByPath } = readLog(logBytes, { recipient: "" }).state;
  const wanted = new Map(
    [...historyByPath].flatMap(([path, { now }]) => (now !== undefined && isCopied(path) ? [[path, now] as const] : [])),
  );
  return { bytes: source.size, ofBytes: Math.max(source.size, tarSizeOf(wanted, logBytes.length)) };
}

/** A sealed file of a copy that fits into memory, opened; undefined where it is not whole in it. */
export async function openInCopy(copy: Copy, path: string, keys: VaultKeys): Promise<Uint8Array | undefined> {
  const mark = copy.wholeByPath.get(path);
  if (mark === undefined || mark.size > sealedSize(longestDocument)) return undefined;
  const bytes = await bytesIn(copy.files, new Map([[path, mark.size]]), path, mark.size);
  const opened = bytes && (await openWhole(bytes, { identities: [keys.identity] }));
  return opened?.ok === true ? opened.value : undefined;
}

/** Reads small files of a copy by path, each where it is there and no longer than it may be; or why it is none. */
export async function readFirstOfCopy(
  source: Source,
): Promise<((path: string, most: number) => Promise<Uint8Array | undefined>) | "altered" | "not-a-copy"> {
  const opened = await openCopy(source);
  if (typeof opened === "string") return opened;
  const sizeByPath = new Map((await opened.files.list()).map(({ path, size }) => [path, size]));
  return (path, most) => bytesIn(opened.files, sizeByPath, path, most);
}

/** The files of a copy, whole or cut, or why there are none. */
async function openCopy(source: Source): Promise<{ readonly files: TarFiles; readonly isCut: boolean } | "altered" | "not-a-copy"> {
  const whole = await readTar(source, { order: compareCopyOrder });
  const first = whole.ok ? (await whole.value.list())[0]?.path === layout.book : await beginsAsCopy(source);
  if (!first) return "not-a-copy";
  if (whole.ok) return { files: whole.value, isCut: false };
  const isCut = source.size % block !== 0 || source.size < (await leastTarSize(source));
  const part = isCut ? await readTar(source, { order: compareCopyOrder, isCut }) : whole;
  return part.ok ? { files: part.value, isCut } : "altered";
}

/** Whether a file begins with the name of the first file of every copy. */
async function beginsAsCopy(source: Source): Promise<boolean> {
  const name = `${layout.book}\0`;
  const head = await source.read(0, name.length);
  return source.size >= block && bytesToText(head) === name;
}

async function bytesIn(
  files: TarFiles,
  sizeByPath: ReadonlyMap<string, number>,
  path: string,
  most: number,
): Promise<Uint8Array | undefined> {
  const size = sizeByPath.get(path);
  if (size === undefined || size > most) return undefined;
  const whole = new Uint8Array(size);
  let at = 0;
  for await (const piece of files.read(path)) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

async function markIn(files: TarFiles, path: string, createHasher: CreateHasher): Promise<FileMark> {
  const hasher = createHasher();
  let size = 0;
  for await (const piece of files.read(path)) {
    hasher.update(piece);
    size += piece.length;
  }
  return { size, sha256: hasher.digest() };
}

/** Bytes of a tar of these files: a header and whole blocks each, and two blocks at the end. */
function tarSizeOf(wanted: ReadonlyMap<string, FileMark>, logSize: number): number {
  return [...wanted.values(), { size: logSize }].reduce((sum, { size }) => sum + block + Math.ceil(size / block) * block, 2 * block);
}
