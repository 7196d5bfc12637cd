import { existsSync } from "node:fs";
import { join } from "node:path";
import { takeLock } from "@unmask/fittings-node";
import { type Result, failed, ok } from "@unmask/core";
import { type SignerKey, bytesToText, parseSignerKey } from "@unmask/seal";
import { parseForceSet } from "@unmask/submission";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { openPglite } from "./database-pglite.ts";
import { openPostgres } from "./database-postgres.ts";
import type { Database } from "./database.ts";
import type { ForceFolder } from "./force-folder.ts";
import { readMigrations } from "./migrate.ts";

/** What lies in a case folder: whose it is, the key of its log, its rows. */
export interface CaseRows {
  readonly database: Database<CaseTables>;
  readonly logSigner: SignerKey;
  readonly force: { readonly id: string; readonly name: string };
}

/** Opens the rows of a case folder: PostgreSQL at `url`, else PGlite in the folder. Fails with a sentence that says what to do. */
export async function openCaseRows(inside: ForceFolder, url?: string): Promise<Result<CaseRows, string>> {
  if (!inside.exists("log") || !inside.exists("set"))
    return failed(`There is no force in ${inside.path}. Make one: unmask force init --data DIR --name NAME`);
  const set = parseForceSet(await inside.read("set"));
  if (!set.ok) return failed(`The force set in ${inside.path} is damaged: put it back from a copy.`);
  const logSigner = parseSignerKey(bytesToText(await inside.read("log")) ?? "");
  if (!logSigner.ok) return failed(`${inside.path}: ${logSigner.error}`);
  const migrations = await readMigrations("case");
  const database = await (url === undefined
    ? openPglite<CaseTables>(join(inside.path, "database"), migrations)
    : openPostgres<CaseTables>(url, migrations));
  if (!database.ok) return database;
  return ok({ database: database.value, logSigner: logSigner.value, force: { id: set.value.force, name: set.value.name } });
}

/** The same for a command that looks at rows that are there: where they lie in PostgreSQL and nobody said so, no empty database is made and looked at. */
export async function openKeptRows(inside: ForceFolder, url?: string): Promise<Result<CaseRows, string>> {
  const missing = whyNoRows(inside.path, url);
  return missing === undefined || !inside.exists("log") ? openCaseRows(inside, url) : failed(missing);
}

/** Why there are no rows in a role's folder; undefined where there are, or where they lie elsewhere. */
export function whyNoRows(folder: string, url: string | undefined): string | undefined {
  if (url !== undefined || existsSync(join(folder, "database"))) return undefined;
  return `There is no database in ${folder}. Where PostgreSQL holds its rows, say which: --database URL.`;
}

/** The rows, and the folder's lock: PGlite takes it itself; beside PostgreSQL the files of one folder belong to one process all the same. */
export async function openLockedRows(
  inside: ForceFolder,
  url?: string,
): Promise<Result<{ readonly rows: CaseRows; close(): Promise<void> }, string>> {
  // Before the lock: where there is no force, nothing is made.
  const lock = url === undefined || !inside.exists("log") ? ok(() => Promise.resolve()) : await takeLock(join(inside.path, "lock"));
  if (!lock.ok) return lock;
  const rows = await openCaseRows(inside, url);
  if (!rows.ok) {
    await lock.value();
    return rows;
  }
  return ok({
    rows: rows.value,
    async close() {
      await rows.value.database.close();
      await lock.value();
    },
  });
}
