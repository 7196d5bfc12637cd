import { type Kysely, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements about the rows of the register. What an officer may not see of them row-level security hides. */

/** A row of the register, as it is kept. */
export interface DutyRow {
  readonly order_id: string;
  readonly nth: number;
  readonly case_ref: string | null;
  readonly row_group: string;
  readonly place: string;
  readonly shown: string;
}

/** The place of a row, from behind which a list goes on. */
export function cursorOfDuty({ place, order_id, nth }: DutyRow): string {
  return `${place} ${order_id} ${nth}`;
}

/** Rows behind a place; behind what is no place there are none. */
function isBehind(after: string) {
  const [, place, order, nth] = /^(\S+) (\S+) (\d{1,4})$/.exec(after) ?? [];
  return nth === undefined
    ? sql<boolean>`false`
    : sql<boolean>`(place collate "C", order_id collate "C", nth) > (${place}, ${order}, ${Number(nth)}::bigint)`;
}

/** How many rows stand in each group. */
export async function countDuties(db: Kysely<CaseTables>, force: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom("order_duty")
    .select((one) => ["row_group", one.fn.countAll<number>().as("many")])
    .where("force", "=", force)
    .groupBy("row_group")
    .execute();
  return new Map(rows.map(({ row_group, many }) => [row_group, many]));
}

/** Rows of one group, in their order, from behind one of them. */
export async function dutiesOfGroup(
  db: Kysely<CaseTables>,
  force: string,
  { group, after, limit }: { readonly group: string; readonly after: string; readonly limit: number },
): Promise<readonly DutyRow[]> {
  return db
    .selectFrom("order_duty")
    .select(["order_id", "nth", "case_ref", "row_group", "place", "shown"])
    .where("force", "=", force)
    .where("row_group", "=", group)
    .where(after === "" ? sql<boolean>`true` : isBehind(after))
    .orderBy("place", (order) => order.collate("C").asc())
    .orderBy("order_id", (order) => order.collate("C").asc())
    .orderBy("nth")
    .limit(limit)
    .execute();
}

/** Orders under which something is to be notified that is open and has its day by then, or had it. */
export async function ordersWithOpenDuties(db: Kysely<CaseTables>, force: string, to: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("order_duty")
    .select("order_id")
    .distinct()
    .where("force", "=", force)
    .where("row_group", "in", ["overdue", "undecided", "due"])
    .where("due", "<=", to)
    .execute();
  return rows.map(({ order_id }) => order_id);
}
