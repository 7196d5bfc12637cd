import { type Instant, instantToIso } from "@unmask/core";
import { type Insertable, type Kysely, type Transaction, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";
import type { OrderTables } from "./order-tables.ts";

/** Statements about what is worked out of orders (migrations/case/0018-orders.sql). */

/** Rows of one statement: PostgreSQL takes 65,535 parameters. */
const rowsAtOnce = 500;

/** What is kept of one order, with its duties. */
export interface OrderRows {
  readonly view: Insertable<OrderTables["order_view"]>;
  readonly duties: readonly Insertable<OrderTables["order_duty"]>[];
}

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

/** Puts what is kept of some orders into the place of what was kept of them. */
export async function putOrderRows(tx: Transaction<CaseTables>, force: string, rows: readonly OrderRows[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce);
    const ids = some.map(({ view }) => view.order_id);
    await tx.deleteFrom("order_duty").where("force", "=", force).where("order_id", "in", ids).execute();
    await tx.deleteFrom("order_view").where("force", "=", force).where("order_id", "in", ids).execute();
    await tx
      .insertInto("order_view")
      .values(some.map(({ view }) => view))
      .execute();
  }
  const duties = rows.flatMap((one) => one.duties);
  for (let from = 0; from < duties.length; from += rowsAtOnce) {
    await tx
      .insertInto("order_duty")
      .values(duties.slice(from, from + rowsAtOnce))
      .execute();
  }
}

/** Orders of which time has changed something since they were worked out, or that were worked out by other rows of law. */
export async function ordersToWorkOut(
  db: Kysely<CaseTables>,
  force: string,
  { now, ruleVersion, limit }: { readonly now: Instant; readonly ruleVersion: string; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("order_view")
    .select("order_id")
    .where("force", "=", force)
    .where((where) => where.or([where("holds_until", "<=", sql<Instant>`${instantToIso(now)}::timestamptz`), where("rule_version", "!=", ruleVersion)]))
    .orderBy("order_id", (order) => order.collate("C").asc())
    .limit(limit)
    .execute();
  return rows.map(({ order_id }) => order_id);
}

/** Orders of a subject who has one of these names, as names are looked for (orders/folded-name.ts). */
export async function ordersOfSubject(db: Kysely<CaseTables>, force: string, names: readonly string[]): Promise<readonly string[]> {
  if (names.length === 0) return [];
  const rows = await db
    .selectFrom("order_view")
    .select("order_id")
    .where("force", "=", force)
    .where((where) => where.or(names.map((name) => sql<boolean>`position(${`\n${name}\n`} in subject) > 0`)))
    .orderBy("order_id", (order) => order.collate("C").asc())
    .execute();
  return rows.map(({ order_id }) => order_id);
}

/** Takes away everything that is worked out of a force's orders. */
export async function clearOrderRows(tx: Transaction<CaseTables>, force: string): Promise<void> {
  await tx.deleteFrom("order_duty").where("force", "=", force).execute();
  await tx.deleteFrom("order_view").where("force", "=", force).execute();
}

/** Every row that is worked out of a force's orders, in a fixed order: two that were made in different ways can be compared. */
export async function everyOrderRow(db: Kysely<CaseTables>, force: string) {
  const inOrder = sql<string>`order_id collate "C"`;
  return {
    orders: await db.selectFrom("order_view").selectAll().where("force", "=", force).orderBy(inOrder).execute(),
    duties: await db.selectFrom("order_duty").selectAll().where("force", "=", force).orderBy(inOrder).orderBy("nth").execute(),
  };
}
