/** What a demonstration shows: an order in every state, a case that is closed, and an order that could not begin, on both databases. */
import { expect, test } from "vitest";
import { foldCase } from "@unmask/case";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { writeInventedOrders } from "../../apps/server/src/invented/write-orders.ts";
import { notBegunShown } from "../../apps/server/src/orders/not-begun.ts";
import { readStream } from "../../apps/server/src/sql/case/case-events.ts";
import { allRows } from "./all-rows.ts";
import { openDesk } from "./desk-stage.ts";
import { describeOnBoth } from "./stage.ts";

describeOnBoth("a demonstration", (stage) => {
  test("has a case that two people closed and one from Scotland, where no order begins and what exists there is said", async () => {
    const { parts } = await openDesk(stage);
    const { database, force, now, random } = parts;
    expect(await writeInventedOrders({ database, force }, { now: now(), random })).toBe(12);
    const streams = await allRows(database).selectFrom("case_event").select("stream").distinct().where("stream", "like", "0%").execute();
    const states = await machineTransaction(database, async (tx) =>
      Promise.all(streams.map(async ({ stream: id }) => foldCase(id, await readStream(tx, force.id, { of: "case", id })))),
    );
    const closed = states.filter((one) => one.closed !== null);
    expect([states.length, closed.length]).toEqual([10, 1]);
    expect(closed[0]?.log.findLast(({ kind }) => kind === "closing-proposed")?.by).not.toBe(closed[0]?.closed?.by);
    const shown = await machineTransaction(database, (tx) => notBegunShown(tx, force.id, now()));
    expect(shown).toMatchObject([
      { subject: "Rory Tait", jurisdiction: "Scotland", instead: [expect.stringContaining("non-harassment order")] },
    ]);
    // Nothing else of it is there: no order, and no number of one that was taken for nothing.
    const orders = await allRows(database).selectFrom("order_view").select("order_id").execute();
    expect(orders.length).toBe(12);
  });

  test("puts whoever came before it on some of its cases, the closed one among them, and on none of the others", async () => {
    const desk = await openDesk(stage);
    const visitor = await desk.enrol("Officer on this machine", "supervisor");
    const { database, force, now, random } = desk.parts;
    await writeInventedOrders({ database, force }, { now: now(), random });
    const { cases } = (await visitor.ask("GET", "/desk/cases")).body;
    // Of ten.
    expect([cases.length, cases.filter(({ closed }) => closed !== null).length]).toEqual([6, 1]);
    // Nobody left a report unread, and what was decided or closed stands in no queue: what was told again does.
    const { rows } = (await visitor.ask("GET", "/desk/queue")).body;
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatchObject({ mark: "2 reports", unread: { opened: true } });
  });
});
