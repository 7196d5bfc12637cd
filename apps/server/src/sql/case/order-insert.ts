import { type Insertable, type Transaction, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";
import type { OrderTables } from "./order-tables.ts";

/** How rows that are worked out of orders are written: a column is one parameter, so that some hundred rows cost little more than one. */

/** Tables that are written so. */
type Kept = "order_view" | "order_duty" | "order_ahead";

type Columns = {
  readonly [table in Kept]: { readonly [column in keyof OrderTables[table]]: "text" | "bigint" | "boolean" | "timestamptz" };
};

const whose = { force: "text", order_id: "text", case_ref: "text" } as const;
const columns: Columns = {
  order_view: {
    ...whose,
    ...{ event: "bigint", stage: "text", is_ours: "boolean", subject: "text", which: "text", made_on: "text", over_from: "text" },
    ...{
      ahead: "text",
      typed_number: "text",
      shown: "text",
      looks: "text",
      rule_version: "text",
      holds_until: "timestamptz",
      worked_at: "timestamptz",
    },
  },
  order_duty: {
    ...whose,
    ...{ nth: "bigint", rule: "text", run_from: "text", due: "text", overdue_from: "timestamptz", state: "text" },
    ...{ row_group: "text", place: "text", shown: "text", holds_until: "timestamptz" },
  },
  order_ahead: {
    ...whose,
    ...{ nth: "bigint", line_group: "text", kind: "text", day: "text", place: "text", shown: "text" },
    ...{ stands_from: "text", stands_through: "text", is_open: "boolean", is_made: "boolean" },
  },
};

/** Adds rows to one of the tables. */
export async function insertRows<Table extends Kept>(
  tx: Transaction<CaseTables>,
  table: Table,
  rows: readonly Insertable<OrderTables[Table]>[],
): Promise<void> {
  if (rows.length === 0) return;
  const types = Object.entries<string>(columns[table]);
  const values = rows.map((row) => new Map<string, unknown>(Object.entries(row)));
  const lists = types.map(([name, type]) => sql`${values.map((row) => row.get(name))}::${sql.raw(type)}[]`);
  await sql`insert into ${sql.table(table)} (${sql.join(types.map(([name]) => sql.id(name)))})
    select * from unnest(${sql.join(lists)})`.execute(tx);
}
