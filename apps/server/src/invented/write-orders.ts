import { type OrderIntent, nameOfRiskRule } from "@unmask/case";
import type { Transaction } from "kysely";
import { type Instant, later, msPerDay, msPerHour } from "@unmask/core";
import { keptOf } from "../access/desk-route.ts";
import { uuidV7 } from "../access-log/uuid-v7.ts";
import { addDaysToCivil, civilDay } from "../orders/civil-day.ts";
import { orderNumber } from "../orders/order-number.ts";
import { runOrderCommand } from "../orders/run-order-command.ts";
import { rulesOf } from "../desk/desk-rules.ts";
import type { CommandCall } from "../desk/run-command.ts";
import type { CaseRows } from "../ports/case-rows.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { askFor } from "../sql/case/membership.ts";
import { addOfficer, listOfficers } from "../sql/case/officers.ts";
import { type InventedOfficer, inventedOfficers } from "./officers.ts";
import { inventedCases, inventedOrders } from "./orders.ts";
import { type ToldCase, closedCase, notBegunCase, stepsToClosing } from "./cases.ts";
import { type WrittenCase, writeInventedCase, writeStep, writeToldAgain } from "./write-case.ts";

/**
 * Writes the invented orders and the cases that they come from into the rows of a demonstration: every step is the desk's own command, decided by the rule, at an instant of its own in the past.
 */

/** Between two steps of one day. */
const msPerStep = 1_000;

/** A step as it is taken in a case: the order begins there, and whom it protects is who told it. */
function inCase(intent: OrderIntent, { ref, report }: WrittenCase): OrderIntent {
  if (intent.kind === "application-begun") return { kind: intent.kind, body: { ...intent.body, case: ref } };
  return intent.kind === "protected-named" ? { kind: intent.kind, body: { ...intent.body, report } } : intent;
}

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
  // Those who were enrolled before: they look.
  const visitors = await database.transaction(async (tx) => {
    await askFor(tx, "unmask", now);
    const here = await listOfficers(tx, force.id);
    for (const who of ["writer", "keeper", "second"] as const) {
      const { name, role } = inventedOfficers[who];
      await addOfficer(tx, { id: ids[who], force: force.id, name, role, made_at: now, made_by: "unmask", sign_in_name: null });
    }
    return here.map(({ id }) => id);
  });
  const on = ({ isOpenToVisitor }: ToldCase): readonly string[] => [...Object.values(ids), ...(isOpenToVisitor === true ? visitors : [])];
  const callsIn =
    (tx: Transaction<CaseTables>) =>
    (by: InventedOfficer, at: Instant): CommandCall => ({
      tx,
      now: at,
      officer: { id: ids[by], ...inventedOfficers[by] },
      parts: { force },
    });
  const daysBefore = (daysAgo: number): Instant => later(now, -daysAgo * msPerDay);
  await database.transaction(async (tx) => {
    const callOf = callsIn(tx);
    await askFor(tx, "unmask", now);
    const closed = await writeInventedCase(callOf("writer", daysBefore(closedCase.daysAgo)), closedCase, on(closedCase));
    for (const [nth, { by, daysAgo, intent }] of stepsToClosing(nameOfRiskRule(rulesOf(force).risk)).entries())
      await writeStep(callOf(by, later(daysBefore(daysAgo), nth * msPerStep)), { of: "case", id: closed.ref }, intent);
  });
  for (const [place, steps] of orders.entries())
    await database.transaction(async (tx) => {
      const [first] = steps;
      if (first === undefined) return;
      const callOf = callsIn(tx);
      await askFor(tx, "unmask", now);
      const told = inventedCases.find(({ order }) => order === place);
      const ofCase = told && (await writeInventedCase(callOf("writer", daysBefore(told.daysAgo)), told, on(told)));
      await askFor(tx, "unmask", now);
      const order = await orderNumber(tx, force.id, daysBefore(first.daysAgo));
      for (const [nth, { by, daysAgo, intent }] of steps.entries()) {
        const at = later(daysBefore(daysAgo), nth * msPerStep);
        await runOrderCommand(callOf(by, at), order, { intent: ofCase ? inCase(intent, ofCase) : intent, saw: nth });
      }
      if (told?.again && ofCase)
        await writeToldAgain(
          callOf("writer", later(daysBefore(told.again.daysAgo), -msPerHour)),
          { name: told.name, ...told.again },
          ofCase,
        );
    });
  await writeNotBegun(database, callsIn, {
    ids: on(notBegunCase),
    told: daysBefore(notBegunCase.daysAgo),
    asked: daysBefore(notBegunCase.asked),
  });
  return orders.length;
}

/** What somebody would have begun in Scotland: the rule refuses it, and that it was refused is kept beside its case, as at the desk. */
async function writeNotBegun(
  database: CaseRows["database"],
  callsIn: (tx: Transaction<CaseTables>) => (by: InventedOfficer, at: Instant) => CommandCall,
  { ids, told, asked }: { readonly ids: readonly string[]; readonly told: Instant; readonly asked: Instant },
): Promise<void> {
  const { subject, says } = notBegunCase;
  const { ref } = await database.transaction(async (tx) => {
    await askFor(tx, "unmask", told);
    return writeInventedCase(callsIn(tx)("writer", told), notBegunCase, ids);
  });
  const refused = await database
    .transaction(async (tx) => {
      const call = callsIn(tx)("writer", asked);
      await askFor(tx, "unmask", asked);
      const order = await orderNumber(tx, call.parts.force.id, asked);
      const body = {
        jurisdiction: "SCO",
        case: ref,
        subject: { name: subject },
        route: "s1-application",
        force: call.parts.force.name,
        says,
      } as const;
      await runOrderCommand(call, order, { intent: { kind: "application-begun", body }, saw: 0 });
    })
    .then(() => undefined, keptOf);
  if (refused === undefined) throw new Error("an order began where the law has none, or was refused for another reason");
  await database.transaction(async (tx) => {
    await askFor(tx, "unmask", asked);
    await refused(tx);
  });
}
