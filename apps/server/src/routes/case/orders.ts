import { type ReadValue, fault } from "@unmask/core";
import type { OrderEventKind } from "@unmask/case";
import { asMachine } from "../../access/as-machine.ts";
import { type DeskAnswer, type DeskCall, type DeskRoute, deskRoute, noBody } from "../../access/desk-route.ts";
import { refuseBegunBefore } from "../../orders/begun-before.ts";
import { civilDay } from "../../orders/civil-day.ts";
import { findOrder } from "../../orders/find-order.ts";
import { foldedName } from "../../orders/folded-name.ts";
import { bringRegisterUp } from "../../orders/keep-register.ts";
import { refuseUnkept } from "../../orders/kept-hash.ts";
import { orderNumber } from "../../orders/order-number.ts";
import { orderPage } from "../../orders/order-page.ts";
import { personsOfOrder, subjectOf } from "../../orders/order-persons.ts";
import { orderRow, rowEntry } from "../../orders/order-row.ts";
import { readOrderCommand } from "../../orders/read-order-command.ts";
import { type WantedOfOrder, runOrderCommand } from "../../orders/run-order-command.ts";
import { namesOfOfficers } from "../../sql/case/officers.ts";
import { type OrderGroup, type OrderViewRow, countOrders, orderGroups, ordersOfGroup } from "../../sql/case/order-views.ts";
import { ofOrder } from "./order-written.ts";

/** Orders: the list, one with its page, and an application that begins or an order that is typed in from a copy. */

/** Rows of one head at once. */
const rowsAtOnce = 50;

/** Orders as far as this officer sees them: what is prepared, what lies at a court, what lives, what is over; with words, those that are sought by them. */
export const orders: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/orders",
  operation: "see-orders",
  query: ["group", "after", "words"],
  body: noBody,
  run: async (call) => {
    const { tx, parts, now, query } = call;
    const force = parts.force.id;
    const today = civilDay(now);
    await asMachine(tx, call, () => bringRegisterUp(tx, { force: parts.force, now }));
    const sought = foldedName(query["words"] ?? "");
    const many = await countOrders(tx, force, today, sought);
    const nameOf = await namesOfOfficers(tx, force);
    const asked = orderGroups.find((one) => one === query["group"]);
    const heads: { readonly group: OrderGroup; readonly rows: readonly OrderViewRow[]; readonly isMore: boolean }[] = [];
    for (const group of asked === undefined ? orderGroups : [asked]) {
      const before = asked === undefined ? "" : (query["after"] ?? "");
      const found = many.has(group) ? await ordersOfGroup(tx, force, { group, today, sought, before, limit: rowsAtOnce + 1 }) : [];
      heads.push({ group, rows: found.slice(0, rowsAtOnce), isMore: found.length > rowsAtOnce });
    }
    return {
      body: {
        now,
        groups: heads.map(({ group, rows, isMore }) => ({
          group,
          many: many.get(group) ?? 0,
          rows: rows.map((row) => orderRow(row, { officer: call.officer, nameOf })),
          ...(isMore && { next: rows.at(-1)?.order_id }),
        })),
      },
      shown: [],
      also: heads.flatMap(({ rows }) => rows.map(rowEntry)),
    };
  },
});

/** One order, with everything that happened to it. */
export const orderShown: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/orders/:order",
  operation: "read-order",
  about: ofOrder,
  body: noBody,
  run: async (call) => {
    const found = await findOrder(call);
    if (found === undefined) return { status: 404, body: { says: "Nothing was ever written of this order." }, shown: [] };
    return { body: await orderPage(call, found), shown: personsOfOrder(found.state) };
  },
});

/** An application begins, in a case whose subject it is against. */
export const orderBegun: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/cases/:case/orders",
  operation: "begin-order",
  about: ({ params }) => ({ case: params["case"] ?? "" }),
  body: readBeginning("application-begun", { force: "as here" }),
  run: (call) => begin(call),
  again: async (_, { event }) => answerBegun(event.stream.id),
});

/** An order of another force or court is typed in from its copy; it belongs to no case here. */
export const orderTyped: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/orders",
  operation: "begin-order",
  body: readBeginning("order-typed"),
  run: (call) => begin(call),
  again: async (_, { event }) => answerBegun(event.stream.id),
});

/** The same, in the case for which it matters. */
export const orderTypedInCase: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/cases/:case/orders/typed",
  operation: "begin-order",
  about: ({ params }) => ({ case: params["case"] ?? "" }),
  body: readBeginning("order-typed"),
  run: (call) => begin(call),
  again: async (_, { event }) => answerBegun(event.stream.id),
});

/** Reads what begins an order: nothing of it was seen before, and its case is that of the address. */
function readBeginning(kind: OrderEventKind, standIns: Readonly<Record<string, string>> = {}): ReadValue<WantedOfOrder> {
  const read = readOrderCommand(kind, standIns);
  return (value, path) => {
    if (typeof value !== "object" || value === null) return fault(path, "is no object");
    if ("case" in value) return fault(`${path}.case`, "belongs into the address");
    return read({ ...value, saw: 0 }, path);
  };
}

async function begin(call: DeskCall<WantedOfOrder>): Promise<DeskAnswer> {
  const { tx, parts, params, now, body } = call;
  const { intent } = body;
  if (intent.kind !== "application-begun" && intent.kind !== "order-typed") throw new Error("read as a beginning and is none");
  const ofCase = params["case"] === undefined ? {} : { case: params["case"] };
  const begun =
    intent.kind === "application-begun"
      ? { kind: intent.kind, body: { ...intent.body, ...ofCase, force: parts.force.name } }
      : { kind: intent.kind, body: { ...intent.body, ...ofCase } };
  await refuseBegunBefore(call, begun);
  const order = await orderNumber(tx, parts.force.id, now);
  await refuseUnkept(call, order, begun);
  await runOrderCommand(call, order, { ...body, intent: begun });
  return answerBegun(order);
}

function answerBegun(order: string): DeskAnswer {
  return { body: { order }, shown: [subjectOf(order)], entry: { item: order } };
}
