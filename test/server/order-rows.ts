/** What is kept of orders beside their events: the same after an end in the middle, and when it is made anew. */
import { expect, test } from "vitest";
import { sayUntold } from "@unmask/case";
import { later, msPerDay } from "@unmask/core";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { rulesOf } from "../../apps/server/src/desk/desk-rules.ts";
import { rebuildProjections } from "../../apps/server/src/desk/project.ts";
import { bringRegisterUp, keepRegister } from "../../apps/server/src/orders/keep-register.ts";
import { runOrderCommand } from "../../apps/server/src/orders/run-order-command.ts";
import { everyOrderRow } from "../../apps/server/src/sql/case/order-views.ts";
import { allRows } from "./all-rows.ts";
import type { OrderStage } from "./order-stage.ts";

/** The tests; each goes on where the one before ended. */
export function testOrderRows(at: OrderStage): void {
  test("a command whose process ends before its last word leaves every row as it was, and is written once when it is sent again", async () => {
    const { order, parry, look, must, today } = at;
    const { database, force, now } = at.stage().parts;
    const rows = async () => ({
      ...(await everyOrderRow(allRows(database), force.id)),
      events: await allRows(database)
        .selectFrom("order_event")
        .select(["order_id", "number"])
        .orderBy("order_id")
        .orderBy("number")
        .execute(),
      cases: await allRows(database).selectFrom("case_event").select("number").where("stream", "=", "0418").orderBy("number").execute(),
    });
    await look(parry, "/desk/register");
    at.saw = (await look(parry, `/desk/orders/${order}`)).saw;
    const before = await rows();
    const ground = { says: "A neighbour’s call", knowing: "record" } as const;
    const intent = { kind: "address-changed", body: { day: today(), address: "9 Mill Lane", ground } } as const;
    const officer = { id: parry.id, name: parry.name, role: "spo-coordinator" } as const;
    await expect(
      database.transaction(async (tx) => {
        await runOrderCommand({ tx, now: now(), officer, parts: { force } }, order, { intent, saw: at.saw });
        throw new Error("the process ended here");
      }),
    ).rejects.toThrow("ended here");
    expect(await rows()).toEqual(before);
    await must(parry, "address-changed", { day: today(), address: "9 Mill Lane", ground });
    const after = await rows();
    expect(after.events.length).toBe(before.events.length + 1);
    expect(after.duties.length).toBe(before.duties.length + 1);
  });

  test("what is kept of orders is the same when it is made anew, row for row", async () => {
    const { order } = at;
    const { database, force, now } = at.stage().parts;
    await keepRegister(database, { force, now: now() });
    const live = await everyOrderRow(allRows(database), force.id);
    expect([live.orders.length, live.duties.length > 0]).toEqual([2, true]);
    await machineTransaction(database, (tx) => tx.deleteFrom("order_view").where("order_id", "=", order).execute());
    expect(await rebuildProjections(database, { force, rule: rulesOf(force).queue, now: now() })).toMatchObject({ orders: 2 });
    expect(await everyOrderRow(allRows(database), force.id)).toEqual(live);
  });

  test("a clock that ran ahead and was put right leaves no state behind: what it made is worked out anew by who looks next", async () => {
    const { database, force, now } = at.stage().parts;
    await keepRegister(database, { force, now: now() });
    const live = await everyOrderRow(allRows(database), force.id);
    await expect(
      machineTransaction(database, async (tx) => {
        const standing = async () =>
          (
            await tx.selectFrom("order_duty").select(["order_id", "nth", "state", "row_group"]).orderBy("order_id").orderBy("nth").execute()
          ).map((one) => Object.values(one).join(" "));
        const before = await standing();
        // What it left: a state of its own day, and that day.
        await tx.updateTable("order_duty").set({ state: "due", row_group: "due" }).execute();
        expect(await bringRegisterUp(tx, { force, now: now() })).toBe(0);
        expect(await standing()).not.toEqual(before);
        const ahead = new Date(later(now(), 4 * msPerDay)).toISOString();
        await tx.updateTable("order_view").set({ worked_at: ahead }).execute();
        expect(await bringRegisterUp(tx, { force, now: now() })).toBe(2);
        expect(await standing()).toEqual(before);
        expect(await bringRegisterUp(tx, { force, now: now() })).toBe(0);
        throw new Error("tried and taken back");
      }),
    ).rejects.toThrow("tried and taken back");
    expect(await everyOrderRow(allRows(database), force.id)).toEqual(live);
  });

  test("whoever is on the case finds its orders on its page, and in a handover what whom they protect were not told", async () => {
    const { order, bell, look } = at;
    const { orders } = JSON.parse(JSON.stringify(await look(bell, "/desk/cases/0418"))) as {
      readonly orders: readonly { readonly order: string; readonly untold: readonly Parameters<typeof sayUntold>[0][] }[];
    };
    const shown = orders.find((one) => one.order === order) ?? expect.unreachable("the case does not name its order");
    expect(shown.untold.length).toBeGreaterThan(0);
    const handover = JSON.stringify(await look(bell, "/desk/handover"));
    for (const one of shown.untold) expect(handover).toContain(`${order}: ${sayUntold(one)}`);
  });
}
