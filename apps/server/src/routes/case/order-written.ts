import type { OrderEventKind, OperationId } from "@unmask/case";
import { type DeskAnswer, type DeskCall, type DeskRoute, type WrittenBefore, deskRoute } from "../../access/desk-route.ts";
import { findOrder } from "../../orders/find-order.ts";
import { refuseUnkept } from "../../orders/kept-hash.ts";
import { readOrderCommand } from "../../orders/read-order-command.ts";
import { type WantedOfOrder, runOrderCommand } from "../../orders/run-order-command.ts";
import { takeNumber } from "../../sql/case/reports.ts";

/** How anything is written of an order: one route for each kind of event (docs/formats/order.md), with the operation of docs/access.md that it is. */

/** What a request for an order is about. */
export const ofOrder = ({ params }: { readonly params: Readonly<Record<string, string>> }) => ({ order: params["order"] ?? "" });

/** The same of an operation: at the counter (`record-attendance`) an application is nobody’s to meet, by its number no more than by a name. */
export const ofOrderAs =
  (operation: OperationId) =>
  (request: Parameters<typeof ofOrder>[0]): { readonly order: string; readonly ifMade?: boolean } =>
    operation === "record-attendance" ? { ...ofOrder(request), ifMade: true } : ofOrder(request);

/** Numbers that are given here where they are left out. */
const firstCondition = 4_294_967_295;
const unnumbered = { breach: "b-0", change: "c-0", person: "person-0" } as const;

const standIns: Readonly<Partial<Record<OrderEventKind, Readonly<Record<string, string | number>>>>> = {
  "condition-written": { condition: firstCondition },
  "breach-opened": { breach: unnumbered.breach },
  "change-asked": { change: unnumbered.change },
  "protected-named": { person: unnumbered.person },
  attended: { toWhom: "as who writes" },
};

/** One event of an order: `{saw, …}` with the keys of the event. */
function orderWritten(kind: OrderEventKind, operation: OperationId): DeskRoute {
  return deskRoute({
    method: "POST",
    path: `/desk/orders/:order/${kind}`,
    operation,
    about: ofOrderAs(operation),
    body: readOrderCommand(kind, standIns[kind]),
    run: writeOfOrder,
    again: async (_, { event, saw }) => ({ body: { saw, ...numbersOf(event) }, shown: [] }),
  });
}

/** Several kinds of one operation. */
export function ordersWritten(operation: OperationId, kinds: readonly OrderEventKind[]): readonly DeskRoute[] {
  return kinds.map((kind) => orderWritten(kind, operation));
}

async function writeOfOrder(call: DeskCall<WantedOfOrder>): Promise<DeskAnswer> {
  const order = call.params["order"] ?? "";
  const complete = async (): Promise<WantedOfOrder["intent"]> => {
    const intent = await completed(call, call.body.intent);
    await refuseUnkept(call, order, intent);
    return intent;
  };
  const written = await runOrderCommand(call, order, { ...call.body, given: givenIn(call.body.intent), complete });
  const last = written.at(-1);
  return {
    body: { saw: last?.number ?? call.body.saw, ...(last !== undefined && numbersOf(last)) },
    shown: [],
    entry: { item: `${order} ${call.body.intent.kind} ${last?.number ?? ""}`.trim() },
  };
}

/** What stands in an event that was left out of what was sent. */
function givenIn({ kind, body }: WantedOfOrder["intent"]): readonly string[] {
  if (kind === "pair-settled") return "reads" in body ? [] : ["reads"];
  const left = Object.entries(standIns[kind] ?? {});
  return left.flatMap(([key, standIn]) => (Object.entries(body).some(([name, said]) => name === key && said === standIn) ? [key] : []));
}

/** Numbers that whoever wrote it goes on with. */
function numbersOf(event: WrittenBefore["event"]): object {
  switch (event.kind) {
    case "condition-written":
      return { condition: event.body.condition };
    case "breach-opened":
      return { breach: event.body.breach };
    case "change-asked":
      return { change: event.body.change };
    case "protected-named":
      return { person: event.body.person };
    default:
      return {};
  }
}

async function completed(call: DeskCall<WantedOfOrder>, intent: WantedOfOrder["intent"]): Promise<WantedOfOrder["intent"]> {
  const { tx, parts, officer } = call;
  switch (intent.kind) {
    case "condition-written": {
      if (intent.body.condition !== firstCondition) return intent;
      const used = (await findOrder(call))?.events.flatMap((one) => (one.kind === "condition-written" ? one.body.condition : [])) ?? [];
      return { ...intent, body: { ...intent.body, condition: used.reduce((most, one) => Math.max(most, one), 0) + 1 } };
    }
    case "breach-opened": {
      if (intent.body.breach !== unnumbered.breach) return intent;
      return { ...intent, body: { ...intent.body, breach: `b-${await takeNumber(tx, parts.force.id, "breach")}` } };
    }
    case "change-asked": {
      if (intent.body.change !== unnumbered.change) return intent;
      return { ...intent, body: { ...intent.body, change: `c-${await takeNumber(tx, parts.force.id, "change")}` } };
    }
    case "protected-named": {
      if (intent.body.person !== unnumbered.person) return intent;
      const named = (await findOrder(call))?.events.flatMap((one) => (one.kind === "protected-named" ? one.body.person : [])) ?? [];
      return { ...intent, body: { ...intent.body, person: freeId(new Set(named)) } };
    }
    case "attended":
      return intent.body.toWhom === standIns.attended?.["toWhom"] ? { ...intent, body: { ...intent.body, toWhom: officer.name } } : intent;
    default:
      return intent;
  }
}

/** The first of `protected-1`, `protected-2` … that nobody of the order has, those who were taken out among them. */
function freeId(taken: ReadonlySet<string>, n = 1): string {
  const id = `protected-${n}`;
  return taken.has(id) ? freeId(taken, n + 1) : id;
}
