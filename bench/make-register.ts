/**
 * The register of a force after years: live orders with eight events each, from the application to a notice, put down and worked out by the server's own
 * writers. Their days are of the last two months, so that some duties are met, some run and some are over.
 */
import { type OrderEvent, type OrderIntent, foldOrder, orderIntentFromJson } from "@unmask/case";
import { later, msPerDay, readStrictly } from "@unmask/core";
import { addDaysToCivil, civilDay } from "../apps/server/src/orders/civil-day.ts";
import { deskLawOfOrders } from "../apps/server/src/orders/order-laws.ts";
import { projectOrders } from "../apps/server/src/orders/project-order.ts";
import { askFor } from "../apps/server/src/sql/case/membership.ts";
import { putOrderEvents } from "../apps/server/src/sql/case/order-events.ts";
import type { DeskStage } from "../test/server/desk-stage.ts";

/** Events of one order. */
export const eventsOfOrder = 8;
/** Orders of one transaction. */
const ordersAtOnce = 500;
/** Days over which the orders were served. */
const servedWithin = 60;

const court = "Northshire Magistrates’ Court";
const condition = {
  condition: 1,
  type: "prohibition",
  kind: "prohibition/contact",
  says: "Not to contact the protected person by any means.",
  persons: ["protected-1"],
  channels: ["any"],
  necessity: "Messages on each of fourteen days.",
  evidence: ["LA/7"],
  interimToo: false,
};

/** The number of an order of the bench. */
export function orderOfBench(nth: number): string {
  return `SPO-26-${String(100_000 + nth)}`;
}

/** Writes the orders `from` to before `until`. */
export async function writeOrders({ parts }: DeskStage, from: number, until: number): Promise<void> {
  const { database, force, now } = parts;
  for (let start = from; start < until; start += ordersAtOnce) {
    const many = Math.min(ordersAtOnce, until - start);
    const all = Array.from({ length: many }, (_, i) => eventsOf(start + i, now()));
    await database.transaction(async (tx) => {
      await askFor(tx, "unmask", now());
      await putOrderEvents(tx, force.id, all.flat());
      const states = all.map((events, i) => foldOrder(orderOfBench(start + i), events, deskLawOfOrders));
      await projectOrders(tx, { force, now: now() }, states);
    });
  }
}

/** Its events: every third met its first notice, every third told a new name that is waited for, the others told nothing. */
function eventsOf(nth: number, now: OrderEvent["happened"]): readonly OrderEvent[] {
  const id = orderOfBench(nth);
  const served = addDaysToCivil(civilDay(now), -(nth % servedWithin));
  const made = addDaysToCivil(served, -3);
  const copy = { exhibit: "DP/3", sha256: "3d".repeat(32), certified: true };
  const subject = { name: `Subject ${nth} Slade` };
  const last = [
    {
      kind: "attended",
      body: {
        ...{ day: served, at: "09:00", station: "Tarn Road", area: "local", inPerson: true, toWhom: "PC 3310 Jo Marsh" },
        ...{ names: [subject.name], allNames: "yes", address: "41 Tanyard Close", identity: "not-asked" },
      },
    },
    { kind: "name-used", body: { name: `Gaz ${nth}`, day: served, ground: { says: "A profile", knowing: "record" } } },
    { kind: "court-day", body: { day: addDaysToCivil(served, 90), court, about: "Costs" } },
  ][nth % 3];
  const written: readonly unknown[] = [
    { kind: "application-begun", body: { jurisdiction: "EW", subject, route: "s1-application", force: "Northshire Police" } },
    { kind: "protected-named", body: { person: "protected-1", name: `Protected ${nth}`, victim: true } },
    { kind: "condition-written", body: condition },
    {
      kind: "court-result",
      body: {
        result: "made",
        day: made,
        court,
        period: { until: addDaysToCivil(made, 1_000 + (nth % 400)) },
        conditions: [condition],
        copy,
      },
    },
    { kind: "result-confirmed", body: { result: 4, copyOfThisOrder: "yes", asTyped: "yes" } },
    {
      kind: "service-attempted",
      body: {
        ...{
          order: "full",
          day: served,
          at: "08:00",
          made: "PC 2781 Adeline Frost",
          place: "Tarn Road",
          outcome: "served",
          says: "By hand.",
        },
        ...{ evidence: [{ exhibit: "AF/3", says: "video" }], knowing: "record" },
      },
    },
    {
      kind: "service-confirmed",
      body: { attempt: 6, rightPerson: "yes", rightOrder: "yes", given: "yes", understood: "yes", says: "Watched." },
    },
    last,
  ];
  return written.map((one, i): OrderEvent => {
    const at = later(now, -(70 * msPerDay) + i * 60_000);
    return { stream: { of: "order", id }, number: i + 1, happened: at, recorded: at, by: "bench", ...intentOf(one) };
  });
}

function intentOf(written: unknown): OrderIntent {
  const read = readStrictly(written, "event", orderIntentFromJson);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}
