/** The inside of a force at work, to be killed: `child-case.ts KIND WHERE FOLDER PORT FORCE`. Says `at work` when its loops have begun. */
import { readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { openPglite } from "../../apps/server/src/ports/database-pglite.ts";
import { openPostgres } from "../../apps/server/src/ports/database-postgres.ts";
import { readMigrations } from "../../apps/server/src/ports/migrate.ts";
import { runInside } from "../../apps/server/src/ports/run-inside.ts";
import type { CaseTables } from "../../apps/server/src/sql/case/case-tables.ts";
import { partsOf } from "./case-world.ts";

const [kind = "", where = "", folder = "", port = "", force = ""] = process.argv.slice(2);
const migrations = await readMigrations("case");
const opened = await (kind === "pglite" ? openPglite<CaseTables>(where, migrations) : openPostgres<CaseTables>(where, migrations));
if (!opened.ok) throw new Error(opened.error);
const logKey = readFileSync(join(folder, "log.key"), "utf8");
const parts = await partsOf(opened.value, { folder, port: Number(port), force, logKey, tell: (says) => writeSync(2, `${says}\n`) });
const inside = await runInside(parts);
if (!inside.ok) throw new Error(inside.error);
process.once("SIGTERM", () => void inside.value.close().then(() => opened.value.close()));
writeSync(1, "at work\n");
