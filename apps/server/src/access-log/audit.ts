import { type Result, failed, ok } from "@unmask/core";
import { type Checkpoint, type SignerKey, logKeyOf, verifyCheckpoint } from "@unmask/seal";
import { type MachineRows, machineTransaction } from "../access/as-machine.ts";
import { countWaiting, keptCheckpointRows, proofsOf, readHead, rowsAfter } from "../sql/case/access-log.ts";
import type { Database } from "../ports/database.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { besideLog } from "./check-beside.ts";
import { type LogFault, type LogRow, checkLog } from "./check-log.ts";
import { readEntry } from "./entry.ts";
import { forceLogOrigin } from "./log-head.ts";
import { received } from "./sequencer.ts";

/** `unmask audit verify` and `unmask audit export`: the log checked from its rows, and handed out. */

/** Rows read at once: a log of millions is never whole in memory. */
const rowsAtOnce = 2_000;

/** Whose log is looked at. */
export interface AuditedLog {
  readonly database: Database<CaseTables>;
  readonly force: string;
  /** The force's log key: its public half says which checkpoints are the force's own. */
  readonly signer: SignerKey;
}

/** What verifying found: how many entries hold, under which checkpoint. */
export interface AuditVerdict {
  readonly entries: number;
  /** The signed checkpoint, verbatim: keep it away from here, and the log cannot be written anew unseen. */
  readonly checkpoint: string;
  /** Entries that were written and have no number yet: none of them is under the checkpoint. */
  readonly waiting: number;
}

/**
 * Verifies the log from its first row, against the checkpoint in the database and against earlier ones kept elsewhere. It may be written on
 * meanwhile: rows are read as far as the checkpoint that was read first, and what lies beyond is held to the one of its own moment.
 * The error names the first entry that does not hold; its number is 0 when a checkpoint itself does not.
 */
export async function auditVerify(log: AuditedLog, earlierTexts: readonly string[] = []): Promise<Result<AuditVerdict, LogFault>> {
  const key = logKeyOf(log.signer, forceLogOrigin(log.signer, log.force));
  const head = await readHead(log.database.db, log.force);
  if (head === undefined) return failed({ number: 0, says: await whyNoHead(log, earlierTexts) });
  const signed = verifyCheckpoint(head.checkpoint, key);
  if (!signed.ok) return failed(notSigned);
  if (head.size !== signed.value.size)
    return failed({
      number: 0,
      says: "The head of this log in the database says another length than its signed checkpoint: it was changed.",
    });
  const earlier: Checkpoint[] = [];
  for (const text of earlierTexts) {
    const read = verifyCheckpoint(noteIn(text), key);
    if (!read.ok)
      return failed({ number: 0, says: "A checkpoint that was kept in a file is not one of this force's log, or was changed." });
    earlier.push(read.value);
  }
  // After the head, so that none of an entry below it is missing; one that came meanwhile is of an entry that is not looked at.
  const kept = await keptCheckpointRows(log.database.db, log.force);
  for (const { size, note } of kept.filter((one) => one.size <= head.size)) {
    const read = verifyCheckpoint(note, key);
    if (!read.ok || read.value.size !== size)
      return failed({ number: size, says: "The checkpoint of this entry in the table access_checkpoint was changed." });
    earlier.push(read.value);
  }
  const checked = await checkLog(rowsOf(log.database, signed.value.size), {
    force: log.force,
    head: signed.value,
    earlier,
    beside: besideLog(log.force, log.signer, kept),
  });
  if (!checked.ok) return checked;
  const beyond = await neverSigned(log, key);
  if (beyond !== undefined) return failed(beyond);
  const waiting = await machineTransaction(log.database, (tx) => countWaiting(tx, log.force));
  return ok({ entries: checked.value.entries, checkpoint: head.checkpoint, waiting });
}

/** Where entries lie here, or a head was seen, the row was taken out: a log that was never begun has neither. */
async function whyNoHead({ database }: AuditedLog, kept: readonly string[]): Promise<string> {
  const [row] = await machineTransaction(database, (tx) => rowsAfter(tx, Number.MIN_SAFE_INTEGER, 1));
  return row === undefined && kept.length === 0
    ? "There is no log here yet: no case process has run in this folder."
    : "The head of this log in the database is missing, and the log was begun: its row was taken out.";
}

const notSigned: LogFault = { number: 0, says: "The signed checkpoint of this log is missing, or was changed." };

/** A row that lies beyond the checkpoint of the same moment: numbers and checkpoint are written in one transaction, and read in one here. */
async function neverSigned({ database, force }: AuditedLog, key: ReturnType<typeof logKeyOf>): Promise<LogFault | undefined> {
  return machineTransaction(database, async (tx) => {
    const signed = verifyCheckpoint((await readHead(tx, force))?.checkpoint ?? "", key);
    if (!signed.ok) return notSigned;
    const [row] = await rowsAfter(tx, signed.value.size, 1);
    return row === undefined ? undefined : { number: signed.value.size + 1, says: "This entry was never signed." };
  });
}

/** One line of JSON an entry, in order: the entry as signed, with its hash, and the words of its reason and a typed recipient where they were not erased. */
export async function* auditExport({ database }: Pick<AuditedLog, "database">): AsyncIterable<string> {
  for await (const { entry, hash, words, salt, typed, typedSalt } of rowsOf(database)) {
    const read = readEntry(entry);
    // What is no entry any more is handed out too: as it lies there.
    const fields: unknown = read.ok ? JSON.parse(entry) : { entry };
    yield JSON.stringify({ ...Object(fields), hash, reasonWords: words, salt, typedRecipient: typed, typedSalt });
  }
}

/** A checkpoint as it was printed, or the line of `audit verify` that holds it; a line feed more at its end is an editor's. */
function noteIn(file: string): string {
  const found = /"checkpoint":("(?:[^"\\]|\\.)*")/.exec(file)?.[1];
  const note: unknown = found === undefined ? file : JSON.parse(found);
  return typeof note === "string" ? `${note.trimEnd()}\n` : "";
}

async function* rowsOf(database: MachineRows, last = Number.MAX_SAFE_INTEGER): AsyncIterable<LogRow> {
  // A row numbered 0 or below was put in by somebody else and must be seen too.
  for (let after = Number.MIN_SAFE_INTEGER; ;) {
    const { page, proofs } = await machineTransaction(database, (tx) => pageAfter(tx, after));
    for (const { number, entry, hash, words, salt, typed, typed_salt: typedSalt, ...row } of page) {
      if (number > last) return;
      const { at, op, what, actor, report, case_ref, person, task, result } = row;
      const columns = { at, op, what, actor, report, case: case_ref, person, task, result };
      yield { number, entry, hash, words, salt, typed, typedSalt, proof: proofs.get(number) ?? null, columns };
    }
    const end = page.at(-1);
    if (end === undefined) return;
    after = end.number;
  }
}

/** A page with the proofs of what was taken in: an entry and its proof are written in one transaction, and read in one here. */
async function pageAfter(tx: Parameters<typeof rowsAfter>[0], after: number) {
  const page = await rowsAfter(tx, after, rowsAtOnce);
  const items = page.flatMap(({ what, entry }) => {
    const read = what === received ? readEntry(entry) : undefined;
    return read?.ok === true && read.value.item !== null ? [read.value.item] : [];
  });
  return { page, proofs: new Map((await proofsOf(tx, items)).map(({ number, proof }) => [number, proof])) };
}
