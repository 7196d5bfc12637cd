import type { Transaction } from "kysely";
import { type Result, failed, list, ok, readStrictly, object, text } from "@unmask/core";
import {
  type Frontier,
  type SignerKey,
  appendLeaf,
  bytesToHex,
  hexToBytes,
  leafHash,
  logKeyOf,
  rootOf,
  sameBytes,
  textToBytes,
  verifyCheckpoint,
} from "@unmask/seal";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { type HeadRow, rowsAfter } from "../sql/case/access-log.ts";
import { type LogHead, forceLogOrigin } from "./log-head.ts";

/**
 * How far the case process has seen its log come, kept outside the database. Whoever holds the database alone can take out the newest entries
 * and put an older signed head back beside them; what was seen since is not theirs to take back.
 */

/** Where the newest head is kept: a file of the case folder (ports/head-file.ts). */
export interface SeenHead {
  /** What was kept; empty where nothing was yet. */
  read(): Promise<string>;
  /** Keeps a newer one, soon. */
  keep(text: string): void;
  /** One line for whoever runs the force. */
  tell(line: string): void;
}

/** Whose log, under which key. */
export interface LogOwner {
  readonly force: string;
  readonly signer: SignerKey;
}

/** The text of the file, with the signed head: its `checkpoint` is what `audit verify --checkpoint` reads as well. */
export function writeSeenHead(head: LogHead, checkpoint: string): string {
  const peaks = head.frontier.peaks.map(bytesToHex);
  return `${JSON.stringify({ version: 1, last: head.last, peaks, checkpoint })}\n`;
}

const readFields = object(({ must }) => ({
  version: must("version", (value: unknown) => value),
  last: must("last", text),
  peaks: must("peaks", list(text)),
  checkpoint: must("checkpoint", text),
}));

/** Reads it; undefined where nothing was kept. Fails with a sentence where it is not one of this log. */
export function readSeenHead(kept: string, { force, signer }: LogOwner): Result<LogHead | undefined, string> {
  if (kept === "") return ok(undefined);
  const damaged = failed(
    "The newest head of the log, log-head.json in the case folder, was changed or is damaged. Put it back from a copy.",
  );
  const parsed = jsonOf(kept);
  const fields = readStrictly(parsed, "head", readFields);
  if (!fields.ok) return damaged;
  const { last, peaks, checkpoint } = fields.value;
  const signed = verifyCheckpoint(checkpoint, logKeyOf(signer, forceLogOrigin(signer, force)));
  const hashes = peaks.map(hexToBytes).filter((peak) => peak !== undefined);
  if (!signed.ok || hashes.length !== peaks.length) return damaged;
  const frontier: Frontier = { size: signed.value.size, peaks: hashes };
  return sameBytes(rootOf(frontier), signed.value.root) ? ok({ force, last, frontier }) : damaged;
}

function jsonOf(kept: string): unknown {
  try {
    return JSON.parse(kept);
  } catch {
    return undefined;
  }
}

/** Whether the log in the database goes on from what was seen: as long at least, and by the same entries. Asked as the machine. */
export async function goesOnFrom(tx: Transaction<CaseTables>, seen: LogHead, row: HeadRow | undefined): Promise<boolean> {
  if (row === undefined) return seen.frontier.size === 0;
  if (row.size < seen.frontier.size) return false;
  let { last, frontier } = seen;
  // What came since: no more than was numbered in the last moments before a crash.
  while (frontier.size < row.size) {
    const page = await rowsAfter(tx, frontier.size, Math.min(rowsAtOnce, row.size - frontier.size));
    if (page.length === 0) return false;
    for (const { number, entry, hash } of page) {
      if (number !== frontier.size + 1) return false;
      frontier = appendLeaf(frontier, leafHash(textToBytes(entry)));
      last = hash;
    }
  }
  return last === row.last && JSON.stringify(frontier.peaks.map(bytesToHex)) === JSON.stringify(row.peaks);
}

/** Rows read at once. */
const rowsAtOnce = 2_000;

/** What is told where it does not. */
const setBackSays =
  "The log in the database is behind what this force has seen of it, or is another: entries were taken out, or an older copy was put back. Nothing is numbered. Look with unmask audit verify. After a copy that you put back yourself: unmask audit accept-copy --data DIR --why WORDS";

/** The same, where the row itself contradicts what was signed with it: no entry need be gone, and no copy of the entries mends it. */
const changedHeadSays =
  "The row of the table access_head was changed: it says another length than the signed checkpoint in it. Nothing is numbered. As the database's owner put that one row back, from a copy or by what stands in log-head.json in the case folder (its last, its peaks, its checkpoint, whose second line is the size); then unmask audit verify says whether every entry is there.";

/** What is told of a log that does not go on from what was seen, by what its row says. */
export function whySetBack(row: HeadRow | undefined, { force, signer }: LogOwner): string {
  if (row === undefined) return setBackSays;
  const signed = verifyCheckpoint(row.checkpoint, logKeyOf(signer, forceLogOrigin(signer, force)));
  return signed.ok && signed.value.size === row.size ? setBackSays : changedHeadSays;
}

const setBacks = new WeakSet<Error>();

/** Ends the numbering of a log that does not go on from what was seen. */
export function refuseSetBack(says: string): never {
  const error = new Error(says);
  setBacks.add(error);
  throw error;
}

/** Whether it was ended so: its message is a sentence for whoever runs the force. */
export function isSetBack(error: unknown): error is Error {
  return error instanceof Error && setBacks.has(error);
}
