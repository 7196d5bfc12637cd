import { type Instant, instantToIso } from "@unmask/core";
import { type Insertable, type Kysely, type RawBuilder, type Transaction, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";
import { insertRows } from "./order-insert.ts";
import { isNamed, putOrderNames } from "./order-names.ts";
import type { OrderTables } from "./order-tables.ts";

/** Statements about what is worked out of orders (migrations/case/0018-orders.sql, 0037-look-ahead.sql). */

/** Rows of one statement: PostgreSQL takes 65,535 parameters. */
const rowsAtOnce = 500;

/** What is kept of one order, with its duties and its lines of the look-ahead. */
export interface OrderRows {
  readonly view: Insertable<OrderTables["order_view"]>;
  readonly duties: readonly Insertable<OrderTables["order_duty"]>[];
  /** Worked out of `view.looks` alone. */
  readonly lines: () => readonly Insertable<OrderTables["order_ahead"]>[];
}

/** The case that an order comes from, null for one that was typed in from a copy, and whether a court made one; undefined where there is no such order here. */
export async function placeOfOrder(
  db: Kysely<CaseTables>,
  force: string,
  order: string,
): Promise<{ readonly case: string | null; readonly isMade: boolean } | undefined> {
  const row = await db
    .selectFrom("order_view")
    .select(["case_ref", "made_on"])
    .where("force", "=", force)
    .where("order_id", "=", order)
    .executeTakeFirst();
  return row === undefined ? undefined : { case: row.case_ref, isMade: row.made_on !== null };
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

/** The rows of lists of the orders that come from a case, by number. */
export async function orderRowsOfCase(db: Kysely<CaseTables>, force: string, ref: string): Promise<readonly OrderViewRow[]> {
  return db
    .selectFrom("order_view")
    .select(["order_id", "case_ref", "shown"])
    .where("force", "=", force)
    .where("case_ref", "=", ref)
    .orderBy("order_id", (order) => order.collate("C").asc())
    .execute();
}

/** Orders that come from these cases, each with its case. */
export async function ordersOfCases(db: Kysely<CaseTables>, force: string, refs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (refs.length === 0) return new Map();
  const rows = await db
    .selectFrom("order_view")
    .select(["order_id", "case_ref"])
    .where("force", "=", force)
    .where("case_ref", "in", refs)
    .orderBy("order_id", (order) => order.collate("C").asc())
    .execute();
  return new Map(rows.flatMap(({ order_id, case_ref }) => (case_ref === null ? [] : [[order_id, case_ref] as const])));
}

/** Puts what is kept of some orders into the place of what was kept of them. */
export async function putOrderRows(tx: Transaction<CaseTables>, force: string, rows: readonly OrderRows[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) await putSome(tx, force, rows.slice(from, from + rowsAtOnce));
}

async function putSome(tx: Transaction<CaseTables>, force: string, rows: readonly OrderRows[]): Promise<void> {
  const idsOf = (some: readonly OrderRows[]) => some.map(({ view }) => view.order_id);
  const before = await keptOf(tx, force, idsOf(rows));
  // Time, and most of what happens to an order, changes neither a name nor a day: then lines and names stay as they are.
  const isNew = ({ view }: OrderRows, column: "looks" | "subject"): boolean => {
    const kept = before.get(view.order_id);
    return kept?.[column] !== view[column] || kept?.case_ref !== view.case_ref;
  };
  const [moved, renamed] = [rows.filter((one) => isNew(one, "looks")), rows.filter((one) => isNew(one, "subject"))];
  const clear = async (table: "order_view" | "order_duty" | "order_ahead" | "order_name", ids: readonly string[]): Promise<void> => {
    if (ids.length > 0) await tx.deleteFrom(table).where("force", "=", force).where("order_id", "in", ids).execute();
  };
  await clear("order_duty", idsOf(rows));
  await clear("order_view", idsOf(rows));
  await clear("order_ahead", idsOf(moved));
  await clear("order_name", idsOf(renamed));
  await insertRows(
    tx,
    "order_view",
    rows.map(({ view }) => view),
  );
  await insertRows(
    tx,
    "order_duty",
    rows.flatMap(({ duties }) => duties),
  );
  await insertRows(
    tx,
    "order_ahead",
    moved.flatMap(({ lines }) => lines()),
  );
  if (renamed.length > 0) await putOrderNames(tx, force, idsOf(renamed));
}

/** By what lines and names were worked out that are kept now. */
async function keptOf(tx: Transaction<CaseTables>, force: string, ids: readonly string[]) {
  const rows = await tx
    .selectFrom("order_view")
    .select(["order_id", "case_ref", "looks", "subject"])
    .where("force", "=", force)
    .where("order_id", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.order_id, row]));
}

/** Whether nothing of a force's orders is to be worked out anew: told by the ends of three indexes, since it is asked at every look. */
export async function isAllWorkedOut(
  db: Kysely<CaseTables>,
  force: string,
  { now, ruleVersion }: { readonly now: Instant; readonly ruleVersion: string },
): Promise<boolean> {
  const row = await db
    .selectNoFrom((of) => {
      const ofForce = of.selectFrom("order_view").where("force", "=", force).limit(1);
      return [
        ofForce.select("holds_until").where("holds_until", "is not", null).orderBy("holds_until").as("until"),
        ofForce.select("worked_at").orderBy("worked_at", "desc").as("worked"),
        ofForce.select("rule_version").orderBy("rule_version").as("first"),
        ofForce.select("rule_version").orderBy("rule_version", "desc").as("last"),
      ];
    })
    .executeTakeFirstOrThrow();
  const { until, worked, first, last } = row;
  // In whichever order the database puts texts: where both ends are one version, all are.
  return (
    (until === null || until > now) &&
    (worked === null || worked <= now) &&
    [first, last].every((one) => one === null || one === ruleVersion)
  );
}

/**
 * Orders, after one of them, of which time has changed something since they were worked out, or that were worked out after now, by a clock that was put right
 * since, or by other rows of law: which, stands with each.
 */
export async function ordersToWorkOut(
  db: Kysely<CaseTables>,
  force: string,
  {
    now,
    ruleVersion,
    after,
    limit,
  }: { readonly now: Instant; readonly ruleVersion: string; readonly after: string; readonly limit: number },
): Promise<readonly { readonly order: string; readonly isByOtherLaw: boolean }[]> {
  const rows = await db
    .selectFrom("order_view")
    .select(["order_id", "rule_version"])
    .where("force", "=", force)
    .where((where) =>
      where.or([
        where("holds_until", "<=", sql<Instant>`${instantToIso(now)}::timestamptz`),
        where("worked_at", ">", sql<Instant>`${instantToIso(now)}::timestamptz`),
        where("rule_version", "!=", ruleVersion),
      ]),
    )
    .where(sql<string>`order_id collate "C"`, ">", after)
    .orderBy("order_id", (order) => order.collate("C").asc())
    .limit(limit)
    .execute();
  return rows.map(({ order_id, rule_version }) => ({ order: order_id, isByOtherLaw: rule_version !== ruleVersion }));
}

/** Takes away everything that is worked out of a force's orders. */
export async function clearOrderRows(tx: Transaction<CaseTables>, force: string): Promise<void> {
  for (const table of ["order_duty", "order_ahead", "order_name", "order_proposal", "order_view"] as const)
    await tx.deleteFrom(table).where("force", "=", force).execute();
}

/** Cases in which orders stand. */
export async function casesOfOrders(db: Kysely<CaseTables>, force: string): Promise<readonly string[]> {
  const rows = await db.selectFrom("order_view").select("case_ref").distinct().where("force", "=", force).execute();
  return rows.flatMap(({ case_ref }) => case_ref ?? []).toSorted();
}

/** Every row that is worked out of a force's orders, in a fixed order, but when: two that were made in different ways can be compared. */
export async function everyOrderRow(db: Kysely<CaseTables>, force: string) {
  const inOrder = sql<string>`order_id collate "C"`;
  const orders = await db.selectFrom("order_view").selectAll().where("force", "=", force).orderBy(inOrder).execute();
  return {
    orders: orders.map(({ worked_at: _, ...one }) => one),
    duties: await db.selectFrom("order_duty").selectAll().where("force", "=", force).orderBy(inOrder).orderBy("nth").execute(),
    lines: await db.selectFrom("order_ahead").selectAll().where("force", "=", force).orderBy(inOrder).orderBy("nth").execute(),
    names: await db
      .selectFrom("order_name")
      .selectAll()
      .where("force", "=", force)
      .orderBy(inOrder)
      .orderBy("part", (part) => part.collate("C").asc())
      .execute(),
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

/**
 * What somebody types to find an order: words of the subject’s names, as names are looked for (orders/folded-name.ts), or its number, here or at another
 * force, with or without its strokes. An interim order is called by the number of its application with an I behind it.
 */
function isSought(force: string, sought = ""): RawBuilder<boolean> {
  if (sought === "") return sql<boolean>`true`;
  const number = sought.replace(/[^\p{L}\p{N}]/gu, "").replace(/(?<=\d)i$/, "");
  const named = isNamed(force, sought.split(" "));
  if (!/\d/.test(number)) return named;
  const numbered = [sql`order_id`, sql`coalesce(shown::jsonb ->> 'theirs', '')`].map(
    (one) => sql<boolean>`position(${number} in regexp_replace(lower(${one}), '[^[:alnum:]]', '', 'g')) > 0`,
  );
  return sql<boolean>`(${sql.join([named, ...numbered], sql` or `)})`;
}

/** How many orders stand under each head: all, or those that are sought. */
export async function countOrders(
  db: Kysely<CaseTables>,
  force: string,
  today: string,
  sought?: string,
): Promise<ReadonlyMap<OrderGroup, number>> {
  const rows = await db
    .selectFrom("order_view")
    .select((one) => [groupOn(today).as("head"), one.fn.countAll<number>().as("many")])
    .where("force", "=", force)
    .where(isSought(force, sought))
    .groupBy(sql`1`)
    .execute();
  return new Map(rows.map(({ head, many }) => [head, many]));
}

/** Orders under one head, the newest number first, from behind one of them. */
export async function ordersOfGroup(
  db: Kysely<CaseTables>,
  force: string,
  {
    group,
    today,
    sought,
    before,
    limit,
  }: {
    readonly group: OrderGroup;
    readonly today: string;
    readonly sought?: string;
    readonly before: string;
    readonly limit: number;
  },
): Promise<readonly OrderViewRow[]> {
  return db
    .selectFrom("order_view")
    .select(["order_id", "case_ref", "shown"])
    .where("force", "=", force)
    .where(sql<boolean>`${groupOn(today)} = ${group}`)
    .where(isSought(force, sought))
    .where(before === "" ? sql<boolean>`true` : sql<boolean>`order_id collate "C" < ${before}`)
    .orderBy("order_id", (order) => order.collate("C").desc())
    .limit(limit)
    .execute();
}

/** Orders under which a possible breach or a missed duty is opened and not decided: of a case, or of the force. */
export async function ordersWithOpened(db: Kysely<CaseTables>, force: string, ref?: string): Promise<readonly OrderViewRow[]> {
  let query = db
    .selectFrom("order_view")
    .select(["order_id", "case_ref", "shown"])
    .where("force", "=", force)
    // What somebody typed cannot hold it: their quotation marks are escaped there. In these very words an index holds them (0047-opened-breaches.sql).
    .where(sql<boolean>`position('"opened":[{' in shown) > 0`);
  if (ref !== undefined) query = query.where("case_ref", "=", ref);
  return query.orderBy("order_id", (order) => order.collate("C").asc()).execute();
}
