import type { FreeDays } from "@unmask/core";
import { readFreeDays, writeFreeDays } from "@unmask/law";
import type { Kysely, Transaction } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements about the free days that a force loaded: its tables among its settings, one a line, the newest last. */

const name = "freeDays";

/** The tables, the newest last; none where none was loaded. */
export async function readOwnFreeDays(db: Kysely<CaseTables>, force: string): Promise<readonly FreeDays[]> {
  const row = await db.selectFrom("force_setting").select("value").where("force", "=", force).where("name", "=", name).executeTakeFirst();
  return (row?.value.split("\n") ?? []).map((line) => {
    const read = readFreeDays(line);
    if (!read.ok) throw new Error("the free days that this force loaded are damaged in the database");
    return read.value;
  });
}

/** Keeps these tables; those before them go. */
export async function writeOwnFreeDays(tx: Transaction<CaseTables>, force: string, tables: readonly FreeDays[]): Promise<void> {
  const value = tables.map(writeFreeDays).join("\n");
  await tx
    .insertInto("force_setting")
    .values({ force, name, value })
    .onConflict((conflict) => conflict.columns(["force", "name"]).doUpdateSet({ value }))
    .execute();
}
