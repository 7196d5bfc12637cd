import { type Result, failed, ok } from "@unmask/core";
import { bytesToText, textToBytes } from "@unmask/seal";
import { type Put, inTurn, sealedBytes, write } from "./deed.ts";
import { type Vault, type VaultFailure, vaultFailure } from "./vault.ts";
import { pathsIn, readApart, readSealed } from "./sealed-file.ts";
import { isSegment, longestDocument } from "./layout.ts";

/**
 * The journal: lines that are added and never changed (docs/formats/entry.md). What a line says is for others to read; here it is a text of one line
 * that begins with its counter. It lies in segments, each a sealed file named by the number of its first line.
 */

/** So many segments of one line are joined into one: a journal of years is opened in a hundredth of the files. */
const joinedAtOnce = 64;
/** What six digits can name. */
const mostLines = 999_999;
/** A line that stands so far ahead of all others was written by nobody here: taken for hers, it would use up the numbers. */
const farthestAhead = 10_000;

/** One line of the journal. */
export interface JournalLine {
  /** From 1, without a gap. */
  readonly counter: number;
  /** As it stands, without its line feed. */
  readonly line: string;
}

/** The journal as far as it can be read. */
export interface Journal {
  readonly lines: readonly JournalLine[];
  /** Segments that are missing or not as they were written; `check` has their verdicts. */
  readonly lost: readonly string[];
  /** Numbers of lines that were written and cannot be read, in order: those of lost segments, and those of which no log says more than that one after them came. */
  readonly lostLines: readonly number[];
}

/** Reads the whole journal. */
export function readJournal(vault: Vault): Promise<Journal> {
  return inTurn(vault, () => journalOf(vault));
}

/** Writes one more line, which `make` makes for its counter. Answers when it is on the disk. */
export function addLine(vault: Vault, make: (counter: number) => string): Promise<Result<number, VaultFailure>> {
  return inTurn(vault, async () => {
    const next = await lineToAdd(vault, make);
    if (!next.ok) return next;
    const written = await write(vault, { puts: [next.value.put] });
    return written.ok ? ok(next.value.counter) : written;
  });
}

/** The file of one more line, to be written with other files in one write. Ask for it inside `inTurn`. Throws where `make` makes no line. */
export async function lineToAdd(
  vault: Vault,
  make: (counter: number) => string,
): Promise<Result<{ readonly counter: number; readonly put: Put }, VaultFailure>> {
  const counter = await nextCounter(vault);
  if (!counter.ok) return counter;
  const line = make(counter.value);
  if (!isLine(line, counter.value)) throw new Error("a line of the journal begins with its counter and has no line feed");
  const bytes = textToBytes(`${line}\n`);
  if (bytes.length > longestDocument) return failed(vaultFailure("too-long"));
  return ok({ counter: counter.value, put: sealedBytes(vault, pathOf(counter.value), bytes) });
}

/**
 * Joins the segments of one line at the end, where there are many. Answers whether it did; a segment that is not as it was written stays as it is.
 * To be asked for when nobody waits: nothing depends on it.
 */
export function joinSegments(vault: Vault): Promise<Result<boolean, VaultFailure>> {
  return inTurn(vault, async () => {
    const paths = pathsIn(vault, "journal");
    const first = paths.length - joinedAtOnce;
    const last = paths.slice(Math.max(0, first));
    if (first < 0 || !last.every((path, i) => counterOf(path) === counterOf(last[0]) + i)) return ok(false);
    const segments = [];
    for (const path of last) segments.push(await segmentOf(vault, path));
    const lines = segments.flatMap((segment) => (segment?.length === 1 ? segment : []));
    const [path] = last;
    if (path === undefined || lines.length < joinedAtOnce) return ok(false);
    const bytes = textToBytes(lines.map(({ line }) => `${line}\n`).join(""));
    if (bytes.length > longestDocument) return ok(false);
    const written = await write(vault, { puts: [sealedBytes(vault, path, bytes)], gone: last.slice(1) });
    return written.ok ? ok(true) : written;
  });
}

/** The same inside `inTurn`. */
export async function journalOf(vault: Vault): Promise<Journal> {
  const lines: JournalLine[] = [];
  const lost: string[] = [];
  for (const path of pathsIn(vault, "journal")) {
    const segment = await segmentOf(vault, path);
    if (segment === undefined) lost.push(path);
    else for (const line of segment) lines.push(line);
  }
  const read = new Set(lines.map(({ counter }) => counter));
  const written = Array.from({ length: lastWritten(vault, lines.at(-1)) }, (_, i) => i + 1);
  return { lines, lost, lostLines: written.filter((counter) => !read.has(counter)) };
}

/** The highest number that a line has or had, by the line that is read last and by every segment that the log ever had. */
function lastWritten({ now }: Vault, last: JournalLine | undefined): number {
  const named = [...now.log.historyByPath.keys()].map((path) => counterOf(path));
  return named.reduce((one, other) => Math.max(one, other), last?.counter ?? 0);
}

/** The lines of one segment; undefined where it is not as it was written, or not what its name says. */
async function segmentOf(vault: Vault, path: string): Promise<readonly JournalLine[] | undefined> {
  const opened = await readSealed(vault, path);
  return opened.ok && opened.value !== undefined ? linesOfSegment(path, opened.value) : undefined;
}

/** The lines of what a segment held when it was sealed; undefined where they are not what its name says. */
export function linesOfSegment(path: string, plain: Uint8Array): readonly JournalLine[] | undefined {
  const text = bytesToText(plain);
  if (text === undefined || !text.endsWith("\n")) return undefined;
  const first = counterOf(path);
  const lines = text
    .slice(0, -1)
    .split("\n")
    .map((line, i) => ({ counter: first + i, line }));
  return lines.every(({ counter, line }) => isLine(line, counter)) ? lines : undefined;
}

/**
 * The number of the next line: behind every line that there is or was, and that may be one of hers. A number is never given twice, so that no line is
 * written over one that is lost; none is skipped for a file that does not open, or whoever plants one makes it look as if a line had been taken out.
 */
async function nextCounter(vault: Vault): Promise<Result<number, VaultFailure>> {
  const proved = await lastProved(vault);
  const apart = await numbersApart(vault);
  const isNear = ([, last]: readonly [number, number]): boolean => last <= proved + farthestAhead;
  const behind = apart.filter(isNear).reduce((one, [, last]) => Math.max(one, last), proved) + 1;
  let next = behind <= mostLines ? behind : proved + 1;
  for (const [first, last] of apart.toSorted(([a], [b]) => a - b)) if (first <= next && next <= last) next = last + 1;
  return next <= mostLines ? ok(next) : failed(vaultFailure("log-full"));
}

/** The last number that the log proves to have been given. */
async function lastProved(vault: Vault): Promise<number> {
  const last = pathsIn(vault, "journal").at(-1);
  const segment = last === undefined ? [] : await segmentOf(vault, last);
  return lastWritten(vault, segment?.at(-1));
}

/** Whether lines that stand apart can be hers: a segment has no more, and none stands so far ahead. */
export async function canLinesBeHers(vault: Vault, lines: readonly JournalLine[]): Promise<boolean> {
  return lines.length <= joinedAtOnce && (lines.at(-1)?.counter ?? 0) <= (await lastProved(vault)) + farthestAhead;
}

/** The first and the last number of each segment that opens and that the log has otherwise, by its length, or not at all. */
async function numbersApart(vault: Vault): Promise<readonly (readonly [number, number])[]> {
  const { folder } = vault.world;
  const { log } = vault.now;
  const apart: (readonly [number, number])[] = [];
  for (const { path, size } of await folder.list()) {
    if (!isSegment(path) || log.historyByPath.get(path)?.now?.size === size) continue;
    const opened = await readApart(vault, path);
    if (opened !== undefined) apart.push(numbersIn(path, opened.plain));
  }
  return apart;
}

function numbersIn(path: string, plain: Uint8Array): readonly [number, number] {
  const lines = linesOfSegment(path, plain) ?? [];
  const first = counterOf(path);
  return [first, lines.length > joinedAtOnce ? first : (lines.at(-1)?.counter ?? first)];
}

function isLine(line: string, counter: number): boolean {
  return line.startsWith(`{"counter":${counter},`) && line.endsWith("}") && !/[\n\r]/.test(line);
}

function pathOf(counter: number): string {
  return `journal/${String(counter).padStart(6, "0")}.age`;
}

/** The number of the first line of a segment; 0 for what is none. */
function counterOf(path: string | undefined): number {
  return Number(/^journal\/(\d{6})\.age(?:\.part)?$/.exec(path ?? "")?.[1] ?? 0);
}
