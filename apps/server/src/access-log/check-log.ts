import { type Result, failed, ok } from "@unmask/core";
import {
  type Checkpoint,
  type Frontier,
  appendLeaf,
  emptyFrontier,
  hexToBytes,
  leafHash,
  rootOf,
  sameBytes,
  textToBytes,
} from "@unmask/seal";
import { type LogEntry, commitToWords, hashOfEntry, nothingBefore, readEntry } from "./entry.ts";

/**
 * Whether the rows of a log are the log that was signed: nothing deleted, changed, swapped, added or cut off. Each fault names the first
 * entry that does not hold.
 */

/** A row of the table as it lies there. */
export interface LogRow {
  readonly number: number;
  readonly entry: string;
  readonly hash: string;
  /** Null when the words were erased, which an entry of its own must say. */
  readonly words: string | null;
  /** 32 bytes in hexadecimal. */
  readonly salt: string | null;
  /** The recipient that somebody typed, and its salt: null where none was typed, or when it was erased with the words. */
  readonly typed: string | null;
  readonly typedSalt: string | null;
  /** Of what was taken in: its proof, null where the table holds none for this entry. */
  readonly proof: string | null;
  readonly columns: LogColumns;
}

/** A row that holds, with its entry and the tree before and after it. */
export interface CheckedRow {
  readonly row: LogRow;
  readonly entry: LogEntry;
  readonly before: Frontier;
  readonly after: Frontier;
}

/** What stands in columns of its own, so that an auditor can search; it must say what the entry says. */
export interface LogColumns {
  readonly at: number;
  readonly op: string;
  readonly what: string;
  readonly actor: string;
  readonly report: string | null;
  readonly case: string | null;
  readonly person: string | null;
  readonly task: string | null;
  readonly result: string;
}

/** Which entry does not hold, and why, in words for an auditor. */
export interface LogFault {
  readonly number: number;
  readonly says: string;
}

/** What `what` says of an entry that tells of erased words, with the recipient that was typed; its `item` is the number of the entry that they stood beside. */
export const wordsErased = "erase-reason";

/** The columns of an entry. */
export function columnsOf(entry: LogEntry): LogColumns {
  const { at, op, what, actor, report, person, task, result } = entry;
  return { at, op, what, actor, report, case: entry.case, person, task, result };
}

/** What a log is held against. */
export interface SignedLog {
  readonly force: string;
  readonly head: Checkpoint;
  readonly earlier?: readonly Checkpoint[];
  /** What is missing beside a row, in words; told only where the entries themselves hold. */
  readonly beside: (of: CheckedRow) => string | undefined;
}

/** Checks a log from its rows in order of number. */
export async function checkLog(rows: AsyncIterable<LogRow>, signed: SignedLog): Promise<Result<{ readonly entries: number }, LogFault>> {
  let state: Walk = { force: signed.force, last: nothingBefore, frontier: emptyFrontier, unread: new Set<number>() };
  const sizes = new Set(signed.earlier?.map(({ size }) => size));
  const roots = new Map([[0, rootOf(emptyFrontier)]]);
  let beside: LogFault | undefined;
  for await (const row of rows) {
    const next = checkRow(row, state);
    if (!next.ok) return next;
    const { entry, walk: after } = next.value;
    const says = signed.beside({ row, entry, before: state.frontier, after: after.frontier });
    if (says !== undefined) beside ??= { number: entry.number, says };
    state = after;
    if (sizes.has(state.frontier.size)) roots.set(state.frontier.size, rootOf(state.frontier));
  }
  const checked = checkEnd(state, signed, roots);
  return checked.ok && beside !== undefined ? failed(beside) : checked;
}

interface Walk {
  readonly force: string;
  readonly last: string;
  readonly frontier: Frontier;
  /** Entries beside which words or a typed recipient are gone and not yet told as erased. */
  readonly unread: Set<number>;
}

interface Step {
  readonly entry: LogEntry;
  readonly walk: Walk;
}

function checkRow(row: LogRow, walk: Walk): Result<Step, LogFault> {
  const number = walk.frontier.size + 1;
  const wrong = (says: string, at = number): Result<Step, LogFault> => failed({ number: at, says });
  if (row.number !== number) return wrong("This entry is missing.");
  const read = readEntry(row.entry);
  if (!read.ok) return wrong("This entry was changed: it is not as the log writes one.");
  const entry = read.value;
  if (entry.number !== number) return wrong("Another entry stands in this place.");
  if (entry.force !== walk.force) return wrong("This entry is of another force's log.");
  const hash = hashOfEntry(row.entry);
  if (hash !== row.hash) return wrong("This entry was changed.");
  // The next entry names the one it was written after: if that is another, the one before it was changed.
  if (entry.before !== walk.last) return wrong("This entry was changed: the next one was written after another.", Math.max(1, number - 1));
  if (!sameColumns(row.columns, columnsOf(entry))) return wrong("A column of this row says something else than its entry.");
  const beside = checkTyped(row, entry);
  if (beside === "gone") walk.unread.add(number);
  else if (beside !== "fits") return wrong(beside);
  if (entry.what === wordsErased) walk.unread.delete(Number(entry.item));
  return ok({ entry, walk: { ...walk, last: hash, frontier: appendLeaf(walk.frontier, leafHash(textToBytes(row.entry))) } });
}

/** Whether what a person typed stands beside the entry as it was committed to; what is erased goes whole. */
function checkTyped({ words, salt, typed, typedSalt }: LogRow, entry: LogEntry): string {
  const isReasonGone = words === null || salt === null;
  if (!isReasonGone && !fits(words, salt, entry.words)) return "The reason beside this entry was changed.";
  if (entry.typed === null) {
    if (typed !== null || typedSalt !== null) return "A recipient was put beside this entry, and none was typed.";
    return isReasonGone ? "gone" : "fits";
  }
  const isRecipientGone = typed === null || typedSalt === null;
  if (!isRecipientGone && !fits(typed, typedSalt, entry.typed)) return "The recipient beside this entry was changed.";
  return isReasonGone || isRecipientGone ? "gone" : "fits";
}

function checkEnd(
  { frontier, unread }: Walk,
  { head, earlier = [] }: SignedLog,
  roots: ReadonlyMap<number, Uint8Array>,
): Result<{ readonly entries: number }, LogFault> {
  const { size } = frontier;
  if (size < head.size) return failed({ number: size + 1, says: "This entry is missing: the log was cut off here." });
  if (size > head.size) return failed({ number: head.size + 1, says: "This entry was never signed." });
  const [silent] = [...unread].sort((one, other) => one - other);
  if (silent !== undefined)
    return failed({ number: silent, says: "What somebody typed beside this entry is gone, and no entry says that it was erased." });
  if (!sameBytes(rootOf(frontier), head.root))
    return failed({ number: size, says: "This entry, or one before it, is not the one that was signed." });
  const broken = earlier.find((one) => !sameBytes(roots.get(one.size) ?? new Uint8Array(), one.root));
  if (broken !== undefined) {
    const says =
      size < broken.size
        ? "This entry is missing: an earlier checkpoint has seen it."
        : "The log was rewritten: this entry, or one before it, is not the one that an earlier checkpoint has seen.";
    return failed({ number: Math.min(size + 1, Math.max(1, broken.size)), says });
  }
  return ok({ entries: size });
}

function fits(words: string, salt: string, committed: string): boolean {
  const bytes = hexToBytes(salt);
  return bytes?.length === 32 && commitToWords(words, bytes) === committed;
}

function sameColumns(one: LogColumns, other: LogColumns): boolean {
  return listOf(one).every((value, at) => value === listOf(other)[at]);
}

function listOf({ at, op, what, actor, report, person, task, result, ...rest }: LogColumns): readonly unknown[] {
  return [at, op, what, actor, report, rest.case, person, task, result];
}
