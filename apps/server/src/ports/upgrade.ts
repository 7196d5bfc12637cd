import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Result, ok } from "@unmask/core";
import { openPglite } from "./database-pglite.ts";
import { openPostgres } from "./database-postgres.ts";
import { type Migrations, readMigrations } from "./migrate.ts";

/** The steps that a role's rows lack. */
export interface Upgrade {
  readonly role: "intake" | "case";
  readonly steps: readonly string[];
  /** Whether they were made now. */
  readonly made: boolean;
}

/**
 * Brings the rows of each role that lies in a data folder up to date, or, dry, says what is missing and changes nothing. `url` is a PostgreSQL,
 * with the owner's login.
 */
export async function upgrade(data: string, url: string | undefined, isDry: boolean): Promise<Result<readonly Upgrade[], string>> {
  const upgrades: Upgrade[] = [];
  for (const role of ["intake", "case"] as const) {
    if (!existsSync(join(data, role))) continue;
    const migrations = await readMigrations(role);
    const folder = join(data, role, "database");
    if (url === undefined && !existsSync(folder)) {
      // The first start makes them.
      upgrades.push({ role, steps: migrations.steps.map(({ name }) => name), made: false });
      continue;
    }
    let missing: readonly string[] = [];
    const onMissing = (names: readonly string[]): void => {
      missing = names;
    };
    // The owner makes the tables as the owner.
    const looked: Migrations = { role, steps: migrations.steps, onMissing, isDry };
    const database = await (url === undefined ? openPglite(folder, looked) : openPostgres(url, looked));
    if (!database.ok) return database;
    await database.value.close();
    upgrades.push({ role, steps: missing, made: !isDry });
  }
  return ok(upgrades);
}
