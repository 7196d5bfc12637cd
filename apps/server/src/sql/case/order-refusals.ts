import { type Insertable, type Kysely, type Transaction } from "kysely";
import type { CaseTables } from "./case-tables.ts";
import type { OrderTables } from "./order-tables.ts";

/** Statements about what was refused on orders. */

/** Keeps that something was refused. */
export async function keepRefusal(tx: Transaction<CaseTables>, row: Insertable<OrderTables["order_refusal"]>): Promise<void> {
  await tx
    .insertInto("order_refusal")
    .values(row)
    .onConflict((conflict) => conflict.columns(["force", "order_id", "refused_at", "officer", "kind", "rule"]).doNothing())
    .execute();
}

/** What was refused on an order, the newest first. */
export async function refusalsOf(
  db: Kysely<CaseTables>,
  { force, order, limit }: { readonly force: string; readonly order: string; readonly limit: number },
) {
  return db
    .selectFrom("order_refusal")
    .select(["refused_at", "officer", "kind", "rule", "section", "says"])
    .where("force", "=", force)
    .where("order_id", "=", order)
    .orderBy("refused_at", "desc")
    .orderBy("officer", (one) => one.collate("C").asc())
    .orderBy("rule", (one) => one.collate("C").asc())
    .limit(limit)
    .execute();
}
