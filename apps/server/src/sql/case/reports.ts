import { type Insertable, type Kysely, type Selectable, type Transaction, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements about reports and their letters. */

/** The next number of a kind, counted without a gap: two at once wait for each other. */
export async function takeNumber(tx: Transaction<CaseTables>, force: string, kind: string): Promise<number> {
  const row = await tx
    .insertInto("next_number")
    .values({ force, kind, next: 2 })
    .onConflict((conflict) => conflict.columns(["force", "kind"]).doUpdateSet({ next: sql<number>`next_number.next + 1` }))
    .returning("next")
    .executeTakeFirstOrThrow();
  return row.next - 1;
}

/** Reports begun last among which one is looked for that was sent twice. */
const mostBegun = 50;

/**
 * Streams of the reports that were begun last in this force, and nobody begins another before this transaction ends: of two that send the same at
 * once the second finds what the first wrote.
 */
export async function lastBegun(tx: Transaction<CaseTables>, force: string): Promise<readonly string[]> {
  const row = await tx
    .selectFrom("next_number")
    .select("next")
    .where("force", "=", force)
    .where("kind", "=", "report")
    .forUpdate()
    .executeTakeFirst();
  const last = (row?.next ?? 1) - 1;
  return Array.from({ length: Math.min(last, mostBegun) }, (_, i) => `R-${last - i}`);
}

/** A report begins, and stands in the queue. */
export async function putReport(tx: Transaction<CaseTables>, report: Insertable<CaseTables["report"]>): Promise<void> {
  await tx.insertInto("report").values(report).execute();
  await tx.insertInto("report_place").values({ force: report.force, report: report.id, case_ref: null }).execute();
}

/** The report that a letter has begun already, whether or not it opened; undefined before. */
export async function reportOfLetter(db: Kysely<CaseTables>, force: string, letter: string): Promise<string | undefined> {
  const row = await db.selectFrom("report").select("id").where("force", "=", force).where("letter", "=", letter).executeTakeFirst();
  return row?.id;
}

/** Reports that are answered under this lookup, the newest first, each with the recipient to which its answers are sealed. */
export async function reportsOfLookup(
  tx: Kysely<CaseTables>,
  force: string,
  lookup: string,
): Promise<readonly { readonly id: string; readonly lookup: string; readonly recipient: string }[]> {
  const rows = await tx
    .selectFrom("report")
    .select(["id", "recipient"])
    .where("force", "=", force)
    .where("lookup", "=", lookup)
    .orderBy("received_at", "desc")
    .orderBy("id", (order) => order.collate("C").desc())
    .execute();
  return rows.flatMap(({ id, recipient }) => (recipient === null ? [] : [{ id, lookup, recipient }]));
}

/** Keeps a letter that was opened. False where one of this id was opened before. */
export async function putLetter(tx: Transaction<CaseTables>, letter: Insertable<CaseTables["letter"]>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("letter")
    .values(letter)
    .onConflict((conflict) => conflict.columns(["force", "id"]).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** A letter that was opened. */
export async function readLetterRow(
  db: Kysely<CaseTables>,
  force: string,
  id: string,
): Promise<Selectable<CaseTables["letter"]> | undefined> {
  return db.selectFrom("letter").selectAll().where("force", "=", force).where("id", "=", id).executeTakeFirst();
}

/** The report that a letter began which was looked at and did not open; undefined while it still waits, also where its number is kept already. */
export async function reportOfLetterItem(db: Kysely<CaseTables>, force: string, letter: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("item")
    .select("report")
    .where("force", "=", force)
    .where("letter", "=", letter)
    .where("kind", "=", "letter")
    .where("state", "!=", "waiting")
    .executeTakeFirst();
  return row?.report ?? undefined;
}

/** The mailbox to which the person is answered about this report; undefined where none came with it that is the person's own. */
export async function mailboxOfReport(
  db: Kysely<CaseTables>,
  force: string,
  report: string,
): Promise<{ readonly lookup: string; readonly recipient: string } | undefined> {
  const row = await db
    .selectFrom("report")
    .select(["lookup", "recipient"])
    .where("force", "=", force)
    .where("id", "=", report)
    .executeTakeFirst();
  const { lookup = null, recipient = null } = row ?? {};
  return lookup === null || recipient === null ? undefined : { lookup, recipient };
}
