import { type Kysely, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements about the lines of the look-ahead. What an officer may not see of them row-level security hides. */

/** On which day somebody looks ahead, and to which. */
export interface LookingAhead {
  readonly today: string;
  readonly to: string;
}

/** Lines that stand on a day. */
export interface LinesCounted {
  readonly many: number;
  /** Orders made for us that live and of which something is ahead. */
  readonly shown: number;
  /** Ends near of which it is not decided whether they come, and the first of their days. */
  readonly open: number;
  readonly firstOpen: string | null;
}

/** A line by its place. */
export interface LinePlace {
  readonly place: string;
  readonly shown: string;
  readonly order_id: string;
}

function standing({ today, to }: LookingAhead) {
  return sql<boolean>`stands_from collate "C" <= ${today} and stands_through collate "C" >= ${today}
    and (day is null or line_group = 'ended' or day collate "C" <= ${to})`;
}

/** How many lines there are, and what the finding says of them. `near`: the last day of what is near. */
export async function countAhead(
  db: Kysely<CaseTables>,
  force: string,
  { near, ...looking }: LookingAhead & { readonly near: string },
): Promise<LinesCounted> {
  const isOpen = sql`line_group = 'ahead' and is_open and day collate "C" <= ${near}`;
  return db
    .selectFrom("order_ahead")
    .select([
      sql<number>`count(*)`.as("many"),
      sql<number>`count(distinct order_id) filter (where line_group = 'ahead' and is_made)`.as("shown"),
      sql<number>`count(*) filter (where ${isOpen})`.as("open"),
      sql<string | null>`min(day collate "C") filter (where ${isOpen})`.as("firstOpen"),
    ])
    .where("force", "=", force)
    .where(standing(looking))
    .executeTakeFirstOrThrow();
}

/** Places of lines in their order, from behind one of them; undefined: from the first. */
export async function linesAhead(
  db: Kysely<CaseTables>,
  force: string,
  { after, limit, ...looking }: LookingAhead & { readonly after: LinePlace | undefined; readonly limit: number },
): Promise<readonly LinePlace[]> {
  return db
    .selectFrom("order_ahead")
    .select(["place", "shown", "order_id"])
    .where("force", "=", force)
    .where(standing(looking))
    .where(after === undefined ? sql<boolean>`true` : isBehind(after))
    .orderBy("place", (order) => order.collate("C").asc())
    .orderBy("shown", (order) => order.collate("C").asc())
    .orderBy("order_id", (order) => order.collate("C").asc())
    .limit(limit)
    .execute();
}

function isBehind({ place, shown, order_id }: LinePlace) {
  return sql<boolean>`(place collate "C", shown collate "C", order_id collate "C") > (${place}, ${shown}, ${order_id})`;
}

/** Orders that have a line on a day. */
export async function ordersAhead(db: Kysely<CaseTables>, force: string, looking: LookingAhead): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("order_ahead")
    .select("order_id")
    .distinct()
    .where("force", "=", force)
    .where(standing(looking))
    .execute();
  return rows.map(({ order_id }) => order_id).sort((one, other) => (one < other ? -1 : 1));
}

/** What is kept of some orders to look ahead by, as JSON. */
export async function looksOfOrders(db: Kysely<CaseTables>, force: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom("order_view")
    .select(["order_id", "case_ref", "looks"])
    .where("force", "=", force)
    .where("order_id", "in", ids)
    .execute();
}
