import { instantToIso } from "@unmask/core";
import { type Kysely, type Transaction, sql } from "kysely";
import type { LogColumns } from "../../access-log/check-log.ts";
import type { CaseTables } from "./case-tables.ts";

/** Statements of the log: the entries that wait, the rows, how far it has come. */

/** An entry that waits for its number. */
export interface WaitingEntry {
  readonly id: string;
  readonly force: string;
  /** The entry as `writeEntry` writes it, with number 0. */
  readonly draft: string;
  readonly words: string;
  /** 32 bytes in hexadecimal. */
  readonly salt: string;
  /** The recipient that somebody typed, with a salt of its own; null where none was typed. */
  readonly typed: string | null;
  readonly typed_salt: string | null;
}

/** How far a log has come, as its row says it. */
export interface HeadRow {
  readonly force: string;
  readonly size: number;
  readonly last: string;
  /** Hashes in hexadecimal. */
  readonly peaks: unknown;
  readonly checkpoint: string;
  readonly term: number;
}

/**
 * Puts entries where they wait; one that waits already stays as it is. A column is one parameter, however many people a look shows. The log is
 * nobody's: from the first row of this statement on the transaction asks as the machine. Were the row checked before, it would be refused.
 */
export async function putWaiting(tx: Transaction<CaseTables>, entries: readonly WaitingEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const texts = (of: (one: WaitingEntry) => string | null) => sql`${entries.map(of)}::text[]`;
  const columns = (["id", "force", "draft", "words", "salt", "typed", "typed_salt"] as const).map((name) => texts((one) => one[name]));
  await sql`with asked as materialized (select set_config('unmask.officer', 'unmask', true))
    insert into access_waiting (id, force, draft, words, salt, typed, typed_salt)
    select entry.* from asked cross join unnest(${sql.join(columns)}) as entry
    on conflict (id) do nothing`.execute(tx);
}

/** How many entries of a force wait for their number. */
export async function countWaiting(db: Kysely<CaseTables>, force: string): Promise<number> {
  const { many } = await db
    .selectFrom("access_waiting")
    .select((of) => of.fn.countAll<number>().as("many"))
    .where("force", "=", force)
    .executeTakeFirstOrThrow();
  return many;
}

/** Takes away the entries of a force that have waited longest, in their order: they get their numbers in this transaction. */
export async function takeOldestWaiting(tx: Transaction<CaseTables>, force: string, limit: number): Promise<readonly WaitingEntry[]> {
  const oldest = tx.selectFrom("access_waiting").select("id").where("force", "=", force);
  const taken = await tx
    .deleteFrom("access_waiting")
    .where("id", "in", oldest.orderBy("id", (order) => order.collate("C").asc()).limit(limit))
    .returningAll()
    .execute();
  return taken.sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** A numbered row to be written. */
export interface NumberedRow extends Pick<WaitingEntry, "words" | "salt" | "typed" | "typed_salt"> {
  readonly number: number;
  readonly entry: string;
  readonly hash: string;
  readonly columns: LogColumns & { readonly atText: string };
}

/** Writes rows of the log, a parameter for each column, and how far it has come with them. */
export async function writeRows(tx: Transaction<CaseTables>, rows: readonly NumberedRow[], head: HeadRow): Promise<void> {
  const numbers = sql`${rows.map(({ number }) => number)}::bigint[]`;
  const times = sql`${rows.map(({ columns }) => columns.atText)}::timestamptz[]`;
  const texts = (of: (row: NumberedRow) => string | null) => sql`${rows.map(of)}::text[]`;
  const ofEntry = (["entry", "hash", "words", "salt", "typed", "typed_salt"] as const).map((name) => texts((row) => row[name]));
  const columns = (["op", "what", "actor", "report", "case", "person", "task", "result"] as const).map((name) =>
    texts((row) => row.columns[name]),
  );
  const { force, size, last, peaks, checkpoint, term } = head;
  await sql`with written as (
      insert into access_log (number, entry, hash, words, salt, typed, typed_salt, at, op, what, actor, report, case_ref, person, task, result)
      select * from unnest(${sql.join([numbers, ...ofEntry, times, ...columns])})
    )
    update access_head set size = ${size}::bigint, last = ${last}, peaks = ${JSON.stringify(peaks)}::jsonb, checkpoint = ${checkpoint},
      term = ${term}::bigint where force = ${force}`.execute(tx);
}

/** How far the log has come; undefined before its first entry. */
export async function readHead(db: Kysely<CaseTables>, force: string): Promise<HeadRow | undefined> {
  return db.selectFrom("access_head").selectAll().where("force", "=", force).executeTakeFirst();
}

/** The same, and from here on the transaction asks as the machine: the first statement of whoever numbers. */
export async function readHeadAsMachine(tx: Transaction<CaseTables>, force: string): Promise<HeadRow | undefined> {
  const row = await tx
    .selectFrom("access_head")
    .selectAll()
    .select(sql`set_config('unmask.officer', 'unmask', true)`.as("asked"))
    .where("force", "=", force)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { asked: _machine, ...head } = row;
  return head;
}

/** Writes how far the log has come. */
export async function writeHead(tx: Transaction<CaseTables>, head: HeadRow): Promise<void> {
  const { force, ...rest } = head;
  const values = { ...rest, peaks: JSON.stringify(head.peaks) };
  await tx
    .insertInto("access_head")
    .values({ force, ...values })
    .onConflict((conflict) => conflict.column("force").doUpdateSet(values))
    .execute();
}

/** The newest checkpoint kept. */
export async function lastCheckpoint(db: Kysely<CaseTables>, force: string) {
  return db
    .selectFrom("access_checkpoint")
    .select(["size", "at", "note"])
    .where("force", "=", force)
    .orderBy("size", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Keeps a checkpoint. */
export async function keepCheckpoint(
  tx: Transaction<CaseTables>,
  {
    at,
    ...row
  }: { readonly force: string; readonly size: number; readonly at: number & { readonly brand: "Instant" }; readonly note: string },
): Promise<void> {
  await tx
    .insertInto("access_checkpoint")
    .values({ ...row, at: instantToIso(at) })
    .execute();
}

/** Keeps the proof of what was taken in. */
export async function keepProof(tx: Transaction<CaseTables>, row: { item: string; number: number; proof: string }): Promise<void> {
  await tx.insertInto("access_proof").values(row).execute();
}

/** The proof of an item with its entry; undefined when it was not taken in or waits. */
export async function proofOf(db: Kysely<CaseTables>, item: string) {
  return db
    .selectFrom("access_proof")
    .innerJoin("access_log", "access_log.number", "access_proof.number")
    .select(["access_proof.number", "access_proof.proof", "access_log.entry"])
    .where("access_proof.item", "=", item)
    .executeTakeFirst();
}

/** The proofs of items, as they lie there. */
export async function proofsOf(db: Kysely<CaseTables>, items: readonly string[]) {
  if (items.length === 0) return [];
  return db.selectFrom("access_proof").select(["item", "number", "proof"]).where("item", "in", items).execute();
}

/** Every checkpoint kept, the shortest first: one a day. */
export async function keptCheckpointRows(db: Kysely<CaseTables>, force: string) {
  return db.selectFrom("access_checkpoint").select(["size", "at", "note"]).where("force", "=", force).orderBy("size").execute();
}

/** Rows after a number, in order: a page. */
export async function rowsAfter(db: Kysely<CaseTables>, after: number, limit: number) {
  return db.selectFrom("access_log").selectAll().where("number", ">", after).orderBy("number").limit(limit).execute();
}

/** Takes away the words of a reason and a typed recipient; the entry that says so is written by who calls. */
export async function eraseWords(tx: Transaction<CaseTables>, number: number): Promise<boolean> {
  const done = await tx
    .updateTable("access_log")
    .set({ words: null, salt: null, typed: null, typed_salt: null })
    .where("number", "=", number)
    .where("words", "is not", null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
