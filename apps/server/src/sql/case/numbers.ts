import { type Transaction, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** The next number of a kind (`case`, `link`), from 1 and without a gap: two at once wait for each other. */
export async function takeNumber(tx: Transaction<CaseTables>, force: string, kind: string): Promise<number> {
  const row = await tx
    .insertInto("next_number")
    .values({ force, kind, next: 2 })
    .onConflict((conflict) => conflict.columns(["force", "kind"]).doUpdateSet({ next: sql<number>`next_number.next + 1` }))
    .returning("next")
    .executeTakeFirstOrThrow();
  return row.next - 1;
}
