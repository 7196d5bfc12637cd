import { foldOrder, lookAhead, lookAheadOrders } from "@unmask/case";
import { asMachine } from "../../access/as-machine.ts";
import { type DeskRoute, deskRoute, noBody } from "../../access/desk-route.ts";
import { addDaysToCivil, civilDay } from "../../orders/civil-day.ts";
import { bringRegisterUp } from "../../orders/keep-register.ts";
import { deskLawOfOrders, orderLawsOf } from "../../orders/order-laws.ts";
import { rowEntry } from "../../orders/order-row.ts";
import { shippedReminders } from "../../orders/project-order.ts";
import { readOrders } from "../../sql/case/order-events.ts";
import { ordersAhead } from "../../sql/case/order-views.ts";

/** What ends, and which days in court come. */

/** Days that are looked ahead where nobody says otherwise, and at most: farther ahead nothing is decided. */
const usualDays = 180;
const mostDays = 800;
/** Days for which what ended stays in sight, so that nobody serves or renews what is over. */
const endedDays = 30;

/** Ends and court days of the orders that this officer sees, in the order of their days. */
export const lookingAhead: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/look-ahead",
  operation: "see-look-ahead",
  query: ["days"],
  body: noBody,
  run: async (call) => {
    const { tx, parts, now, query } = call;
    const force = parts.force.id;
    const today = civilDay(now);
    const asked = /^\d{1,3}$/.test(query["days"] ?? "") ? Number(query["days"]) : usualDays;
    const days = Math.min(asked, mostDays);
    await asMachine(tx, call, () => bringRegisterUp(tx, { force: parts.force, now }));
    const found = await ordersAhead(tx, force, { from: addDaysToCivil(today, -endedDays), to: addDaysToCivil(today, days) });
    const states = [...(await readOrders(tx, force, found))].map(([id, events]) => foldOrder(id, events, deskLawOfOrders));
    const law = { desk: deskLawOfOrders, register: (code: "EW" | "NI") => orderLawsOf(code).register };
    const settings = { today, days, reminderDays: shippedReminders.beforeEnd, endedDays };
    const orders = states.flatMap((state) => lookAheadOrders(state, orderLawsOf(state.jurisdiction).register, today));
    return {
      body: { now, ...lookAhead(orders, [], law, settings) },
      shown: [],
      also: states.map((state) => rowEntry({ order_id: state.order, case_ref: state.case })),
    };
  },
});
