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

/** Number of the last event of an order; null where there is none here. */
export async function lastEventOfOrder(db: Kysely<CaseTables>, force: string, order: string): Promise<number | null> {
  const row = await db.selectFrom("order_view").select("event").where("force", "=", force).where("order_id", "=", order).executeTakeFirst();
  return row?.event ?? null;
}

/** Orders that come from a case, by number. */
export async function ordersOfCase(db: Kysely<CaseTables>, force: string, ref: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("order_view")
    .select("order_id")
    .where("force", "=", force)
    .where("case_ref", "=", ref)
    .orderBy("order_id", (order) => order.collate("C").asc())
    .execute();
  return rows.map(({ order_id }) => order_id);
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

/** Orders, after one of them, of which time has changed something since they were worked out, or that were worked out by other rows of law. */
export async function ordersToWorkOut(
  db: Kysely<CaseTables>,
  force: string,
  {
    now,
    ruleVersion,
    after,
    limit,
  }: { readonly now: Instant; readonly ruleVersion: string; readonly after: string; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("order_view")
    .select("order_id")
    .where("force", "=", force)
    .where((where) =>
      where.or([where("holds_until", "<=", sql<Instant>`${instantToIso(now)}::timestamptz`), where("rule_version", "!=", ruleVersion)]),
    )
    .where(sql<string>`order_id collate "C"`, ">", after)
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
  await tx.deleteFrom("order_proposal").where("force", "=", force).execute();
  await tx.deleteFrom("order_view").where("force", "=", force).execute();
}

/** Cases in which orders stand. */
export async function casesOfOrders(db: Kysely<CaseTables>, force: string): Promise<readonly string[]> {
  const rows = await db.selectFrom("order_view").select("case_ref").distinct().where("force", "=", force).execute();
  return rows.flatMap(({ case_ref }) => case_ref ?? []).toSorted();
}

/** Every row that is worked out of a force's orders, in a fixed order: two that were made in different ways can be compared. */
export async function everyOrderRow(db: Kysely<CaseTables>, force: string) {
  const inOrder = sql<string>`order_id collate "C"`;
  return {
    orders: await db.selectFrom("order_view").selectAll().where("force", "=", force).orderBy(inOrder).execute(),
    duties: await db.selectFrom("order_duty").selectAll().where("force", "=", force).orderBy(inOrder).orderBy("nth").execute(),
    proposed: await db
      .selectFrom("order_proposal")
      .selectAll()
      .where("force", "=", force)
      .orderBy(inOrder)
      .orderBy("which", (order) => order.collate("C").asc())
      .orderBy("day", (order) => order.collate("C").asc())
      .execute(),
  };
}

/** A row of a list of orders. */
export interface OrderViewRow {
  readonly order_id: string;
  readonly case_ref: string | null;
  readonly shown: string;
}

/** The heads of the list of orders. */
export const orderGroups = ["prepared", "lodged", "live", "over", "not-pursued", "not-ours"] as const;
/** One of them. */
export type OrderGroup = (typeof orderGroups)[number];

/** Under which head an order stands on a civil day: where a court made one, by whether it is over; else by how far its application is. */
function groupOn(today: string) {
  return sql<OrderGroup>`case
    when not is_ours then 'not-ours'
    when which is not null and (over_from is null or over_from > ${today}) then 'live'
    when stage = 'lodged' then 'lodged'
    when stage = 'not-pursued' then 'not-pursued'
    when which is not null or stage in ('withdrawn', 'granted', 'refused') then 'over'
    else 'prepared' end`;
}

/** How many orders stand under each head. */
export async function countOrders(db: Kysely<CaseTables>, force: string, today: string): Promise<ReadonlyMap<OrderGroup, number>> {
  const rows = await db
    .selectFrom("order_view")
    .select((one) => [groupOn(today).as("head"), one.fn.countAll<number>().as("many")])
    .where("force", "=", force)
    .groupBy(sql`1`)
    .execute();
  return new Map(rows.map(({ head, many }) => [head, many]));
}

/** Orders under one head, the newest number first, from behind one of them. */
export async function ordersOfGroup(
  db: Kysely<CaseTables>,
  force: string,
  { group, today, before, limit }: { readonly group: OrderGroup; readonly today: string; readonly before: string; readonly limit: number },
): Promise<readonly OrderViewRow[]> {
  return db
    .selectFrom("order_view")
    .select(["order_id", "case_ref", "shown"])
    .where("force", "=", force)
    .where(sql<boolean>`${groupOn(today)} = ${group}`)
    .where(before === "" ? sql<boolean>`true` : sql<boolean>`order_id collate "C" < ${before}`)
    .orderBy("order_id", (order) => order.collate("C").desc())
    .limit(limit)
    .execute();
}

/** Orders of which something ends or comes to a court between two civil days, both among them. */
export async function ordersAhead(
  db: Kysely<CaseTables>,
  force: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("order_view")
    .select("order_id")
    .where("force", "=", force)
    .where(sql<boolean>`exists (select 1 from unnest(string_to_array(ahead, ' ')) as one where one collate "C" between ${from} and ${to})`)
    .orderBy("order_id", (order) => order.collate("C").asc())
    .execute();
  return rows.map(({ order_id }) => order_id);
}

/** Orders of somebody in whose names all of these words stand, as names are looked for; how many more there are than are given. */
export async function ordersNamed(
  db: Kysely<CaseTables>,
  force: string,
  { words, limit }: { readonly words: readonly string[]; readonly limit: number },
): Promise<readonly { readonly order_id: string; readonly case_ref: string | null }[]> {
  let query = db.selectFrom("order_view").select(["order_id", "case_ref"]).where("force", "=", force);
  for (const word of words) query = query.where(sql<boolean>`position(${word} in subject) > 0`);
  return query
    .orderBy("order_id", (order) => order.collate("C").asc())
    .limit(limit)
    .execute();
}
