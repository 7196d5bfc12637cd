import type { FreeDays } from "@unmask/core";
import { readFreeDays } from "@unmask/law";
import type { Kysely, Transaction } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements about the free days that a force loaded: its table as it came, among its settings. */

const name = "freeDays";

/** The table; null where none was loaded. */
export async function readOwnFreeDays(db: Kysely<CaseTables>, force: string): Promise<FreeDays | null> {
  const row = await db.selectFrom("force_setting").select("value").where("force", "=", force).where("name", "=", name).executeTakeFirst();
  if (row === undefined) return null;
  const read = readFreeDays(row.value);
  // A shipped table of a later edition may begin later than the loaded one ends: then the loaded one says nothing any more.
  return read.ok ? read.value : null;
}

/** Keeps a table that was read; the one before it goes. */
export async function writeOwnFreeDays(tx: Transaction<CaseTables>, force: string, json: string): Promise<void> {
  await tx
    .insertInto("force_setting")
    .values({ force, name, value: json })
    .onConflict((conflict) => conflict.columns(["force", "name"]).doUpdateSet({ value: json }))
    .execute();
}
