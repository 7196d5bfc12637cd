import { type Instant, later, msPerDay } from "@unmask/core";
import { uuidV7 } from "../access-log/uuid-v7.ts";
import { addDaysToCivil, civilDay } from "../orders/civil-day.ts";
import { orderNumber } from "../orders/order-number.ts";
import { runOrderCommand } from "../orders/run-order-command.ts";
import type { CaseRows } from "../ports/case-rows.ts";
import { askFor } from "../sql/case/membership.ts";
import { addOfficer } from "../sql/case/officers.ts";
import { type InventedOfficer, inventedOfficers, inventedOrders } from "./orders.ts";

/**
 * Writes the invented orders into the rows of a demonstration: every step is the desk's own command, decided by the rule, at an instant of its own in the past.
 */

/** Between two steps of one day. */
const msPerStep = 1_000;

/** Writes them; how many. A step that the rule refuses throws: then the orders are wrong, not the rule. */
export async function writeInventedOrders(
  { database, force }: Pick<CaseRows, "database" | "force">,
  { now, random }: { readonly now: Instant; readonly random: (size: number) => Uint8Array },
): Promise<number> {
  const today = civilDay(now);
  const orders = inventedOrders(force.name, (daysAgo) => addDaysToCivil(today, -daysAgo));
  const ids: Readonly<Record<InventedOfficer, string>> = {
    writer: uuidV7(now, random),
    keeper: uuidV7(now, random),
    second: uuidV7(now, random),
  };
  await database.transaction(async (tx) => {
    await askFor(tx, "unmask", now);
    for (const who of ["writer", "keeper", "second"] as const) {
      const { name, role } = inventedOfficers[who];
      await addOfficer(tx, { id: ids[who], force: force.id, name, role, made_at: now, made_by: "unmask", sign_in_name: null });
    }
  });
  for (const steps of orders)
    await database.transaction(async (tx) => {
      const [first] = steps;
      if (first === undefined) return;
      await askFor(tx, "unmask", now);
      const order = await orderNumber(tx, force.id, later(now, -first.daysAgo * msPerDay));
      for (const [nth, { by, daysAgo, intent }] of steps.entries()) {
        const at = later(now, -daysAgo * msPerDay + nth * msPerStep);
        const officer = { id: ids[by], ...inventedOfficers[by] };
        await runOrderCommand({ tx, now: at, officer, parts: { force } }, order, { intent, saw: nth });
      }
    });
  return orders.length;
}
