import type { Kysely } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements about what is worked out of orders (migrations/case/0018-orders.sql). */

/** The case that an order comes from, null for one that was typed in from a copy; undefined where there is no such order here. */
export async function caseOfOrder(db: Kysely<CaseTables>, force: string, order: string): Promise<string | null | undefined> {
  const row = await db
    .selectFrom("order_view")
    .select("case_ref")
    .where("force", "=", force)
    .where("order_id", "=", order)
    .executeTakeFirst();
  return row === undefined ? undefined : row.case_ref;
}
