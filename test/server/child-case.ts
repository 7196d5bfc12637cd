/** The inside of a force at work, to be killed: `child-case.ts KIND WHERE FOLDER PORT FORCE`. Says `at work` when its loops have begun. */
import { readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { runOpening } from "../../apps/server/src/opening/run-opening.ts";
import { openPglite } from "../../apps/server/src/ports/database-pglite.ts";
import { openPostgres } from "../../apps/server/src/ports/database-postgres.ts";
import { readMigrations } from "../../apps/server/src/ports/migrate.ts";
import { type CaseTables, insideOf } from "./case-world.ts";

const [kind = "", where = "", folder = "", port = "", force = ""] = process.argv.slice(2);
const migrations = await readMigrations("case");
const opened = await (kind === "pglite" ? openPglite<CaseTables>(where, migrations) : openPostgres<CaseTables>(where, migrations));
if (!opened.ok) throw new Error(opened.error);
const world = await insideOf(opened.value, {
  folder,
  port: Number(port),
  force,
  logKey: readFileSync(join(folder, "log.key"), "utf8"),
  tell: (says) => writeSync(2, `${says}\n`),
});
writeSync(1, "at work\n");
const never = new AbortController();
await runOpening(world, { signal: never.signal, pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) });
