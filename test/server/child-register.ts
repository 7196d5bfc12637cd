/**
 * A desk that writes orders while the days pass, to be killed: `child-register.ts KIND WHERE FORCE ISO`, the instant at which its clock begins. Writes a line
 * for what is done, after it is done: `wrote ORDER NUMBER KIND`, `kept ISO`; and `begins ISO` before a round of the register, so that no clock goes back.
 */
import { writeSync } from "node:fs";
import { type Instant, instantFromIso, instantToIso, later, msPerDay } from "@unmask/core";
import { inventedOfficers } from "../../apps/server/src/invented/officers.ts";
import { inventedOrders } from "../../apps/server/src/invented/orders.ts";
import { addDaysToCivil, civilDay } from "../../apps/server/src/orders/civil-day.ts";
import { keepRegister } from "../../apps/server/src/orders/keep-register.ts";
import { orderNumber } from "../../apps/server/src/orders/order-number.ts";
import { runOrderCommand } from "../../apps/server/src/orders/run-order-command.ts";
import { openPglite } from "../../apps/server/src/ports/database-pglite.ts";
import { openPostgres } from "../../apps/server/src/ports/database-postgres.ts";
import { readMigrations } from "../../apps/server/src/ports/migrate.ts";
import type { CaseTables } from "../../apps/server/src/sql/case/case-tables.ts";
import { askFor } from "../../apps/server/src/sql/case/membership.ts";

/** Days between two rounds: past every last day of a duty. */
const jump = 9;
/** Places of the invented orders that live: an interim one, those that were served, one that another register suspends, one with a notice elsewhere. */
const living = [4, 5, 6, 7, 8];

const [kind = "", where = "", forceId = "", begins = ""] = process.argv.slice(2);
const migrations = await readMigrations("case");
const opened = await (kind === "pglite" ? openPglite<CaseTables>(where, migrations) : openPostgres<CaseTables>(where, migrations));
if (!opened.ok) throw new Error(opened.error);
const database = opened.value;
const force = { id: forceId, name: "Example Police" };
const say = (line: string): unknown => writeSync(1, `${line}\n`);
const first = instantFromIso(begins);
if (first === undefined) throw new Error("no instant");

for (let now = first, nth = 0; ; now = later(now, jump * msPerDay), nth += 1) {
  await writeOrder(now, living[nth % living.length] ?? 0);
  say(`begins ${instantToIso(now)}`);
  await keepRegister(database, { force, now });
  say(`kept ${instantToIso(now)}`);
}

/** One order up to a day, each step in a transaction of its own. */
async function writeOrder(now: Instant, place: number): Promise<void> {
  const today = civilDay(now);
  const steps = inventedOrders(force.name, (daysAgo) => addDaysToCivil(today, -daysAgo))[place] ?? [];
  let order = "";
  for (const [saw, { by, daysAgo, intent }] of steps.entries()) {
    const at = later(now, -daysAgo * msPerDay);
    await database.transaction(async (tx) => {
      await askFor(tx, "unmask", at);
      order ||= await orderNumber(tx, force.id, at);
      const call = { tx, now: at, officer: { id: `o-${by}`, ...inventedOfficers[by] }, parts: { force } };
      await runOrderCommand(call, order, { intent, saw });
    });
    say(`wrote ${order} ${saw + 1} ${intent.kind}`);
  }
}
