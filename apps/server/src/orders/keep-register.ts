import type { Instant } from "@unmask/core";
import { type OrderEvent, type OrderState, type ReminderSettings, applyToOrder, desk, foldOrder, remindersDue } from "@unmask/case";
import type { Transaction } from "kysely";
import { type MachineRows, machineTransaction } from "../access/as-machine.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { putOrderEvents, readOrders } from "../sql/case/order-events.ts";
import { isAllWorkedOut, ordersToWorkOut } from "../sql/case/order-views.ts";
import { deskLawOfOrders, orderLawsOf } from "./order-laws.ts";
import { orderSettings } from "./order-settings.ts";
import { isOurs } from "./order-shown.ts";
import { type ProjectingOrders, projectOrders } from "./project-order.ts";
import { proposeInCases } from "./propose-acts.ts";

/**
 * Brings the register up to an instant: what time or another row of law has changed since is worked out anew, with the acts that such a row proposes, and a
 * reminder that is due is given, as an event, once. Whoever looks does it before anything is shown, and a round of the machine does it when nobody looks; of
 * two at once one comes through, and the other finds it done.
 */

/** Orders of one round: they are read, written and put back in one transaction. */
const ordersAtOnce = 200;

/** Does it, each order once; how many were worked out anew. The transaction asks as the machine. */
export async function bringRegisterUp(tx: Transaction<CaseTables>, at: ProjectingOrders): Promise<number> {
  const { reminders, version } = await orderSettings(tx, at.force.id, at.now);
  if (await isAllWorkedOut(tx, at.force.id, { now: at.now, ruleVersion: version })) return 0;
  let many = 0;
  for (let after = ""; ;) {
    const due = await ordersToWorkOut(tx, at.force.id, { now: at.now, ruleVersion: version, after, limit: ordersAtOnce });
    const last = due.at(-1);
    if (last === undefined) return many;
    const orders = await readOrders(
      tx,
      at.force.id,
      due.map(({ order }) => order),
    );
    const worked = [...orders].map(([id, events]) => withReminders(foldOrder(id, events, deskLawOfOrders), at, reminders));
    await putOrderEvents(
      tx,
      at.force.id,
      worked.flatMap(({ given }) => given),
    );
    await projectOrders(
      tx,
      at,
      worked.map(({ state }) => state),
    );
    // Time alone proposes nothing new; other rows of law can.
    const byOtherLaw = new Set(due.flatMap(({ order, isByOtherLaw }) => (isByOtherLaw ? [order] : [])));
    const cases = worked.flatMap(({ state }) => (state.case !== null && byOtherLaw.has(state.order) ? [state.case] : []));
    await proposeInCases(tx, at.force.id, [...new Set(cases)]);
    many += due.length;
    after = last.order;
  }
}

/** A round of the machine, when nobody looks. */
export function keepRegister(database: MachineRows, at: ProjectingOrders): Promise<number> {
  return machineTransaction(database, (tx) => bringRegisterUp(tx, at));
}

interface Worked {
  readonly state: OrderState;
  readonly given: readonly OrderEvent[];
}

/** The reminders that are due, as events of the machine. Of an order that another force runs there are none: its clocks are not ours. */
function withReminders(state: OrderState, { force, now }: ProjectingOrders, reminders: ReminderSettings): Worked {
  if (!isOurs(state, force.name)) return { state, given: [] };
  const due = remindersDue(state, orderLawsOf(state.jurisdiction).register, reminders, now);
  return due.reduce<Worked>(
    (worked, { about, due: day, setting }) => {
      const event = reminderEvent(worked.state, { about, due: day, setting }, now);
      return { state: applyToOrder(worked.state, event, deskLawOfOrders), given: [...worked.given, event] };
    },
    { state, given: [] },
  );
}

function reminderEvent(
  { order, number }: OrderState,
  body: Extract<OrderEvent, { readonly kind: "reminder-given" }>["body"],
  now: Instant,
): OrderEvent {
  return { stream: { of: "order", id: order }, number: number + 1, happened: now, recorded: now, by: desk, kind: "reminder-given", body };
}
