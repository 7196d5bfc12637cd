import { type OrderEvent, orderEventToJson, parseOrderEvent } from "@unmask/case";
import { instantToIso } from "@unmask/core";
import { type Kysely, type Transaction, sql } from "kysely";
import type { CaseTables } from "./case-tables.ts";

/** Statements about the events of orders: they are added and read, never changed and never taken away. */

/** Rows of one statement: PostgreSQL takes 65,535 parameters. */
const rowsAtOnce = 500;

/** The events of some orders, those of one in order of their number. An order without events is not there. */
export async function readOrders(
  db: Kysely<CaseTables>,
  force: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly OrderEvent[]>> {
  const orders = new Map<string, OrderEvent[]>();
  for (let from = 0; from < ids.length; from += rowsAtOnce) {
    const rows = await db
      .selectFrom("order_event")
      .select(["order_id", "event"])
      .where("force", "=", force)
      .where("order_id", "in", ids.slice(from, from + rowsAtOnce))
      .orderBy("order_id", (order) => order.collate("C").asc())
      .orderBy("number")
      .execute();
    for (const { order_id, event } of rows) {
      const events = orders.get(order_id);
      if (events) events.push(eventOf(event));
      else orders.set(order_id, [eventOf(event)]);
    }
  }
  return orders;
}

/** The events of one order, in order. */
export async function readOrder(db: Kysely<CaseTables>, force: string, id: string): Promise<readonly OrderEvent[]> {
  return (await readOrders(db, force, [id])).get(id) ?? [];
}

/** Adds events. A number that is taken already is refused by the table: of two that saw the same, one comes through. */
export async function putOrderEvents(tx: Transaction<CaseTables>, force: string, events: readonly OrderEvent[]): Promise<void> {
  for (let from = 0; from < events.length; from += rowsAtOnce) {
    const rows = events.slice(from, from + rowsAtOnce).map((event) => ({
      force,
      order_id: event.stream.id,
      number: event.number,
      kind: event.kind,
      happened: instantToIso(event.happened),
      recorded: instantToIso(event.recorded),
      by_whom: event.by,
      event: orderEventToJson(event),
    }));
    await tx.insertInto("order_event").values(rows).execute();
  }
}

/** Beginnings of orders that were typed in from a copy with this number, as such numbers are compared (orders/plain-number.ts), by their own numbers. */
export async function typedUnder(db: Kysely<CaseTables>, force: string, plain: string): Promise<readonly OrderEvent[]> {
  const rows = await db
    .selectFrom("order_view")
    .innerJoin("order_event", (join) =>
      join.onRef("order_event.force", "=", "order_view.force").onRef("order_event.order_id", "=", "order_view.order_id"),
    )
    .select("order_event.event")
    .where("order_view.force", "=", force)
    .where("order_view.typed_number", "=", plain)
    .where("order_event.number", "=", 1)
    .orderBy("order_view.order_id", (order) => order.collate("C").asc())
    .execute();
  return rows.map(({ event }) => eventOf(event));
}

/** Numbers of orders after one, in order: a page. */
export async function ordersAfter(
  db: Kysely<CaseTables>,
  force: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("order_event")
    .select("order_id")
    .where("force", "=", force)
    .where("number", "=", 1)
    .where(sql<string>`order_id collate "C"`, ">", after)
    .orderBy("order_id", (order) => order.collate("C").asc())
    .limit(limit)
    .execute();
  return rows.map(({ order_id }) => order_id);
}

function eventOf(written: string): OrderEvent {
  const value: unknown = JSON.parse(written);
  const event = parseOrderEvent(value);
  if (!event.ok) throw new Error(`an event of an order in the database is damaged: ${event.error}`);
  return event.value;
}
