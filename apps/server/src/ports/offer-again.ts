import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Result, failed, ok } from "@unmask/core";
import { offerAgain } from "../sql/intake/offer-again.ts";
import type { IntakeTables } from "../sql/intake/tables.ts";
import { whyNoRows } from "./case-rows.ts";
import { openPglite } from "./database-pglite.ts";
import { openPostgres } from "./database-postgres.ts";
import { readMigrations } from "./migrate.ts";

/** Offers the inside everything again that still lies at the intake of a data folder; how much that is. */
export async function offerAllAgain(data: string, url: string | undefined): Promise<Result<number, string>> {
  const folder = join(data, "intake");
  if (!existsSync(folder)) return failed(`there is no intake in ${data}.`);
  const missing = whyNoRows(folder, url);
  if (missing !== undefined) return failed(missing);
  const migrations = await readMigrations("intake");
  const database = await (url === undefined
    ? openPglite<IntakeTables>(join(folder, "database"), migrations)
    : openPostgres<IntakeTables>(url, migrations));
  if (!database.ok) return database;
  try {
    return ok(await database.value.transaction(offerAgain));
  } finally {
    await database.value.close();
  }
}
