import type { Transaction } from "kysely";
import { type Instant, instantToIso, msPerDay } from "@unmask/core";
import { type SignerKey, bytesToHex, hexToBytes } from "@unmask/seal";
import { machineTransaction } from "../access/as-machine.ts";
import type { Database } from "../ports/database.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import {
  type HeadRow,
  type WaitingEntry,
  keepCheckpoint,
  keepProof,
  lastCheckpoint,
  readHead,
  readHeadAsMachine,
  takeOldestWaiting,
  writeHead,
  writeRows,
} from "../sql/case/access-log.ts";
import { columnsOf } from "./check-log.ts";
import { type LogFields, readWaiting } from "./entry.ts";
import { type LogHead, type WrittenEntry, continueLog, emptyHead, proveLastEntry, signHead } from "./log-head.ts";
import { type SeenHead, goesOnFrom, isSetBack, readSeenHead, refuseSetBack, whySetBack, writeSeenHead } from "./seen-head.ts";

/**
 * The one hand that numbers a force's log. Looks run beside each other and leave their entries waiting; here they get their numbers, many in
 * one transaction, and whoever waits is told.
 */

/** What the sequencer is made of. */
export interface SequencerParts {
  readonly database: Database<CaseTables>;
  readonly force: string;
  readonly signer: SignerKey;
  readonly now: () => Instant;
  /** Keeps how far the log has come where the database cannot reach. */
  readonly seenHead?: SeenHead;
}

/** Numbers what waits. */
export interface Sequencer {
  /** Announces an entry before its transaction, so that no number is missed; the answer comes when it has its number. */
  expect(id: string): { readonly numbered: Promise<WrittenEntry>; forget(): void };
  /** Numbers everything that waits now. */
  number(): Promise<void>;
}

/** Entries numbered in one transaction: one signature and one sync for all of them. */
export const batchSize = 200;

/** What `what` says of an item that was taken in: its entry gets a proof of its own. */
export const received = "receive";

/** Takes the log over from whoever numbered it before, numbers what a crash left waiting, and answers with the sequencer. */
export async function startSequencer(parts: SequencerParts): Promise<Sequencer> {
  const { signer, seenHead } = parts;
  const kept = readSeenHead((await seenHead?.read()) ?? "", parts);
  if (!kept.ok) return refuseSetBack(kept.error);
  const begun = await machineTransaction(parts.database, (tx) => takeOver(tx, parts, kept.value));
  const { term } = begun;
  // What this process has seen itself: whoever sets the database back while it runs is found at the next entry.
  let seen = begun.head;
  seenHead?.keep(writeSeenHead(seen, signHead(seen, signer)));
  let checkpointAt: Instant | undefined;
  const waiters = new Map<string, (entry: WrittenEntry) => void>();
  let running: Promise<void> | undefined;
  let isAsked = false;
  const run = async (): Promise<void> => {
    try {
      do {
        isAsked = false;
        const numbered = await parts.database.transaction((tx) => numberBatch(tx, parts, { term, seen, checkpointAt }));
        const { batch } = numbered;
        ({ head: seen, checkpointAt } = numbered);
        if (batch.length > 0) seenHead?.keep(writeSeenHead(seen, numbered.checkpoint));
        for (const { id, entry } of batch) {
          waiters.get(id)?.(entry);
          waiters.delete(id);
        }
        if (batch.length === batchSize) isAsked = true;
      } while (isAsked);
    } catch (error) {
      if (isSetBack(error)) seenHead?.tell(error.message);
      throw error;
    } finally {
      // In the same turn as the last look: who asks after it must begin a run of its own, or nobody would number what it wrote.
      running = undefined;
    }
  };
  const number = (): Promise<void> => {
    isAsked = true;
    running ??= run();
    return running;
  };
  await number();
  return {
    number,
    expect: (id) => {
      const numbered = new Promise<WrittenEntry>((resolve) => waiters.set(id, resolve));
      return { numbered, forget: () => void waiters.delete(id) };
    },
  };
}

async function takeOver(
  tx: Transaction<CaseTables>,
  { force, signer }: Pick<SequencerParts, "force" | "signer">,
  seen: LogHead | undefined,
): Promise<{ readonly term: number; readonly head: LogHead }> {
  const row = await readHead(tx, force);
  if (seen !== undefined && !(await goesOnFrom(tx, seen, row))) refuseSetBack(whySetBack(row, { force, signer }));
  const term = (row?.term ?? 0) + 1;
  await writeHead(tx, row === undefined ? rowOf(emptyHead(force), signer, term) : { ...row, term });
  return { term, head: row === undefined ? emptyHead(force) : headOf(row) };
}

interface Numbered {
  readonly id: string;
  readonly entry: WrittenEntry;
}

interface Batch {
  readonly batch: readonly Numbered[];
  readonly head: LogHead;
  /** The signed head. */
  readonly checkpoint: string;
  /** When the newest checkpoint that stays was kept: nobody else keeps one, so it is read once. */
  readonly checkpointAt: Instant | undefined;
}

async function numberBatch(
  tx: Transaction<CaseTables>,
  parts: SequencerParts,
  { term, seen, checkpointAt }: { readonly term: number; readonly seen: LogHead } & Pick<Batch, "checkpointAt">,
): Promise<Batch> {
  const { force, signer } = parts;
  const row = await readHeadAsMachine(tx, force);
  if (row?.term !== term) throw new Error("another process numbers this log now: this one stops. Start one case process for a database");
  if (!(await goesOnFrom(tx, seen, row))) refuseSetBack(whySetBack(row, { force, signer }));
  let head = headOf(row);
  const waiting = await takeOldestWaiting(tx, force, batchSize);
  if (waiting.length === 0) return { batch: [], head, checkpoint: row.checkpoint, checkpointAt };
  const written = [];
  for (const one of waiting) {
    const fields = fieldsOf(one);
    const next = continueLog(head, fields);
    if (fields.what === received && fields.item !== null)
      await keepProof(tx, { item: fields.item, number: next.entry.number, proof: proveLastEntry(head, next.head, signer) });
    written.push({ waiting: one, fields, entry: next.entry });
    head = next.head;
  }
  const after = rowOf(head, signer, term);
  await writeRows(
    tx,
    written.map(({ waiting: { words, salt, typed, typed_salt }, fields, entry }) => ({
      number: entry.number,
      entry: entry.text,
      hash: entry.hash,
      words,
      salt,
      typed,
      typed_salt,
      columns: { ...columnsOf({ ...fields, force, number: entry.number, before: entry.before }), atText: instantToIso(fields.at) },
    })),
    after,
  );
  const batch = written.map(({ waiting: { id }, entry }) => ({ id, entry }));
  return { batch, head, checkpoint: after.checkpoint, checkpointAt: await keepDaily(tx, parts, { after, checkpointAt }) };
}

/** One checkpoint a day stays, so that an auditor sees how the log has grown; a clock that was set back does not end that. */
async function keepDaily(
  tx: Transaction<CaseTables>,
  { force, now }: SequencerParts,
  { after, checkpointAt }: { readonly after: HeadRow } & Pick<Batch, "checkpointAt">,
): Promise<Instant> {
  const kept = checkpointAt ?? (await lastCheckpoint(tx, force))?.at;
  const at = now();
  if (kept !== undefined && Math.abs(at - kept) < msPerDay) return kept;
  await keepCheckpoint(tx, { force, size: after.size, at, note: after.checkpoint });
  return at;
}

function fieldsOf({ draft }: WaitingEntry): LogFields {
  const read = readWaiting(draft);
  if (!read.ok) throw new Error(`an entry that waits is none: ${read.error}`);
  return read.value;
}

function rowOf(head: LogHead, signer: SignerKey, term: number): HeadRow {
  const { force, last, frontier } = head;
  return { force, size: frontier.size, last, peaks: frontier.peaks.map(bytesToHex), checkpoint: signHead(head, signer), term };
}

function headOf({ force, size, last, peaks }: HeadRow): LogHead {
  const hashes = (Array.isArray(peaks) ? peaks : []).map((peak: unknown) => (typeof peak === "string" ? hexToBytes(peak) : undefined));
  const known = hashes.filter((peak) => peak !== undefined);
  if (known.length !== hashes.length) throw new Error("the end of the log is damaged: restore it from a copy, and run audit verify");
  return { force, last, frontier: { size, peaks: known } };
}
