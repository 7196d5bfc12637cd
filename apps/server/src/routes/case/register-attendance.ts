import { foldOrder } from "@unmask/case";
import { asMachine } from "../../access/as-machine.ts";
import { type DeskRoute, deskRoute, noBody } from "../../access/desk-route.ts";
import { counterShown } from "../../orders/counter-shown.ts";
import { findOrder } from "../../orders/find-order.ts";
import { foldedName } from "../../orders/folded-name.ts";
import { bringRegisterUp } from "../../orders/keep-register.ts";
import { deskLawOfOrders } from "../../orders/order-laws.ts";
import { subjectOf } from "../../orders/order-persons.ts";
import { rowEntry } from "../../orders/order-row.ts";
import { plainNumber } from "../../orders/plain-number.ts";
import { casesBarredTo } from "../../sql/case/barred.ts";
import { readOrders, typedUnder } from "../../sql/case/order-events.ts";
import { ordersNamed, ordersNumbered } from "../../sql/case/order-names.ts";
import { papersOf } from "../../sql/case/order-papers.ts";
import { ofOrderAs, ordersWritten } from "./order-written.ts";

/** At the counter of a station: somebody came to tell what an order asks of them. */

/** Letters of a name by which somebody is looked for: fewer would list the register. */
const fewestLetters = 3;
/** Orders of one answer; whoever is looked for by half a name is looked for again. */
const mostFound = 10;

/** Who can be meant by a name, or by the number of an order. Asked as the machine: the counter belongs to no case, and sees nothing of one. */
export const counter: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/attendance",
  operation: "record-attendance",
  query: ["name"],
  body: noBody,
  run: async (call) => {
    const { tx, parts, officer, now, query } = call;
    const force = parts.force.id;
    const asked = query["name"] ?? "";
    const name = foldedName(asked);
    const number = asked
      .toLowerCase()
      .replace(/\s/g, "")
      .replace(/\p{Pd}/gu, "-");
    if (name.length < fewestLetters) return { body: { now, found: [], more: 0 }, shown: [] };
    const { rows, orders } = await asMachine(tx, call, async () => {
      // Names may be kept as a version before this one folded them.
      await bringRegisterUp(tx, { force: parts.force, now });
      const closed = new Set(await casesBarredTo(tx, { force, officer: officer.id }));
      const typed = (await typedUnder(tx, force, plainNumber(asked))).map(({ stream }) => stream.id);
      const numbered = await ordersNumbered(tx, force, { number, typed });
      const named = await ordersNamed(tx, force, { words: name.split(" "), limit: mostFound + closed.size + 1 });
      const isNumbered = (order: string): boolean => numbered.some(({ order_id }) => order_id === order);
      const open = [...numbered, ...named.filter(({ order_id }) => !isNumbered(order_id))].filter(
        ({ case_ref }) => case_ref === null || !closed.has(case_ref),
      );
      return {
        rows: open,
        orders: await readOrders(
          tx,
          force,
          open.slice(0, mostFound).map(({ order_id }) => order_id),
        ),
      };
    });
    return {
      body: {
        now,
        found: [...orders].map(([id, events]) => counterShown(foldOrder(id, events, deskLawOfOrders), { now, force: parts.force.name })),
        more: rows.length - orders.size,
      },
      shown: [],
      also: rows.slice(0, mostFound).map(rowEntry),
    };
  },
});

/** One of them, to write down what is told. */
export const counterOfOrder: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/orders/:order/attendance",
  operation: "record-attendance",
  about: ofOrderAs("record-attendance"),
  body: noBody,
  run: async (call) => {
    const { tx, params, parts } = call;
    const { found, papers } = await asMachine(tx, call, async () => ({
      found: await findOrder(call),
      papers: await papersOf(tx, parts.force.id, params["order"] ?? ""),
    }));
    if (found === undefined) return { status: 404, body: { says: "Nothing was ever written of this order." }, shown: [] };
    return {
      body: { ...counterShown(found.state, { now: call.now, force: parts.force.name, papers }), saw: found.state.number, now: call.now },
      shown: [subjectOf(found.state.order)],
    };
  },
});

/** What was told, and the paper that was given of it. */
export const attendanceWritten: readonly DeskRoute[] = ordersWritten("record-attendance", ["attended", "acknowledged"]);
