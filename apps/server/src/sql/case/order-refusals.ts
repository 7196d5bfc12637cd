import { type Insertable, type Kysely, type Transaction, sql } from "kysely";
import type { Instant } from "@unmask/core";
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

/** Keeps that an order was to be begun where the law has none. */
export async function keepNotBegun(tx: Transaction<CaseTables>, row: Insertable<OrderTables["order_not_begun"]>): Promise<void> {
  await tx
    .insertInto("order_not_begun")
    .values(row)
    .onConflict((conflict) => conflict.columns(["force", "case_ref", "refused_at", "officer"]).doNothing())
    .execute();
}

/** What was to be begun since a day and has no such order, the newest first; `limit` rows at most. */
export async function notBegunSince(
  db: Kysely<CaseTables>,
  force: string,
  { since, limit }: { readonly since: string; readonly limit: number },
) {
  return db
    .selectFrom("order_not_begun")
    .select(["case_ref", "refused_at", "officer", "jurisdiction", "subject"])
    .where("force", "=", force)
    .where("refused_at", ">=", sql<Instant>`${since}::timestamptz`)
    .orderBy("refused_at", "desc")
    .orderBy("case_ref", (one) => one.collate("C").asc())
    .limit(limit)
    .execute();
}
