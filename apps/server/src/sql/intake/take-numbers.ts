import { type Transaction, sql } from "kysely";
import type { IntakeTables } from "./tables.ts";

/** Reserves `many` numbers in a row and gives the first. Others wait here until this transaction ends. */
export async function takeNumbers(tx: Transaction<IntakeTables>, many: number): Promise<number> {
  const { next } = await tx
    .updateTable("intake_counter")
    .set({ next: sql<number>`next + ${many}::bigint` })
    .where("name", "=", "item")
    .returning("next")
    .executeTakeFirstOrThrow();
  return next - many;
}
