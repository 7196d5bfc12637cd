import { type Insertable, type Transaction, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements about what was found in a pack. */

/** Rows of one statement: PostgreSQL takes 65,535 parameters. */
const rowsAtOnce = 500;

/** Takes away what an opening that did not end has left. */
export async function clearPack(tx: Transaction<CaseTables>, force: string, item: string): Promise<void> {
  for (const table of ["report_act", "item_verdict", "item_exhibit", "item_finding"] as const)
    await tx.deleteFrom(table).where("force", "=", force).where("item", "=", item).execute();
}

/** Which of these acts another pack of the same report holds already, by their ids: the same chat exported twice is one chat. */
export async function actsHeldBefore(
  tx: Transaction<CaseTables>,
  rows: readonly Pick<Insertable<CaseTables["report_act"]>, "force" | "report" | "item" | "act_id" | "earliest">[],
): Promise<ReadonlySet<string>> {
  const [first] = rows;
  if (first === undefined) return new Set();
  const { force, report, item } = first;
  // By their times first: an index stands on those.
  const times = [...new Set(rows.map(({ earliest }) => earliest))].map((time) => sql`${time}::timestamptz`);
  const held = await tx
    .selectFrom("report_act")
    .select("act_id")
    .where("force", "=", force)
    .where("report", "=", report)
    .where(sql<boolean>`earliest in (${sql.join(times)})`)
    .where("item", "<>", item)
    .where(
      "act_id",
      "in",
      rows.map(({ act_id: id }) => id),
    )
    .execute();
  return new Set(held.map(({ act_id: id }) => id));
}

/** Acts of a pack. */
export async function putActs(tx: Transaction<CaseTables>, rows: readonly Insertable<CaseTables["report_act"]>[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insertInto("report_act")
      .values([...rows])
      .execute();
}

/** The verdicts, exhibits and findings of a pack. */
export async function putFound(
  tx: Transaction<CaseTables>,
  found: {
    readonly verdicts: readonly Insertable<CaseTables["item_verdict"]>[];
    readonly exhibits: readonly Insertable<CaseTables["item_exhibit"]>[];
    readonly findings: readonly Insertable<CaseTables["item_finding"]>[];
  },
): Promise<void> {
  for (const rows of inParts(found.verdicts)) await tx.insertInto("item_verdict").values(rows).execute();
  for (const rows of inParts(found.exhibits)) await tx.insertInto("item_exhibit").values(rows).execute();
  for (const rows of inParts(found.findings)) await tx.insertInto("item_finding").values(rows).execute();
}

/** Puts the postings of a report: one that is there gets the wider span. */
export async function putPostings(tx: Transaction<CaseTables>, rows: readonly Insertable<CaseTables["ident_posting"]>[]): Promise<void> {
  for (const part of inParts(rows))
    await tx
      .insertInto("ident_posting")
      .values(part)
      .onConflict((conflict) =>
        conflict.columns(["force", "bucket", "key", "report"]).doUpdateSet(({ fn, ref }) => ({
          known: fn<string>("greatest", [ref("ident_posting.known"), ref("excluded.known")]),
          first_use: fn<string>("least", [ref("ident_posting.first_use"), ref("excluded.first_use")]),
          last_use: fn<string>("greatest", [ref("ident_posting.last_use"), ref("excluded.last_use")]),
        })),
      )
      .execute();
}

function* inParts<T>(rows: readonly T[]): Generator<T[], void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) yield rows.slice(from, from + rowsAtOnce);
}
