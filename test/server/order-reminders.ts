/** Reminders of an order: each is given once, whoever comes first, and by what the force wrote. */
import { expect, test } from "vitest";
import { msPerDay } from "@unmask/core";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { bringRegisterUp, keepRegister } from "../../apps/server/src/orders/keep-register.ts";
import { allRows } from "./all-rows.ts";
import { type OrderStage, reason } from "./order-stage.ts";

/** The tests; each goes on where the one before ended. */
export function testReminders(at: OrderStage): void {
  const given = async () =>
    (await allRows(at.stage().parts.database).selectFrom("order_event").select("event").where("kind", "=", "reminder-given").execute()).map(
      ({ event }) => JSON.stringify(JSON.parse(event).body),
    );

  test("a reminder is given once: by whoever comes first, after an end in the middle, and after yesterday's folder was put back", async () => {
    const { order, parry, look, passDays, group } = at;
    const { database, force } = at.stage().parts;
    const before = await given();
    expect(before.length).toBe(new Set(before).size);
    expect(before.join()).toContain('"setting":"last day"');
    const rightNow = () => ({ force, now: at.stage().parts.now() });
    // Last night's copy of what is kept, and what it misses.
    const rows = allRows(database);
    const copy = {
      views: await rows.selectFrom("order_view").selectAll().execute(),
      duties: await rows.selectFrom("order_duty").selectAll().execute(),
    };
    at.stage().pass(35 * msPerDay);
    await expect(
      machineTransaction(database, async (tx) => {
        expect(await bringRegisterUp(tx, rightNow())).toBeGreaterThan(0);
        throw new Error("the process ended here");
      }),
    ).rejects.toThrow("ended here");
    expect(await given()).toEqual(before);
    await Promise.all([keepRegister(database, rightNow()), keepRegister(database, rightNow())].map((one) => one.catch(() => 0)));
    await keepRegister(database, rightNow());
    const after = await given();
    expect(after.length).toBeGreaterThan(before.length);
    expect(after.length).toBe(new Set(after).size);
    expect(after.join()).toContain('"setting":"30 days before"');
    await machineTransaction(database, async (tx) => {
      await tx.deleteFrom("order_duty").execute();
      await tx.deleteFrom("order_view").execute();
      const iso = (one: number | null) => (one === null ? null : new Date(one).toISOString());
      for (const { holds_until, worked_at, ...one } of copy.views)
        await tx
          .insertInto("order_view")
          .values({ ...one, holds_until: iso(holds_until), worked_at: new Date(worked_at).toISOString() })
          .execute();
      for (const { holds_until, overdue_from, ...one } of copy.duties)
        await tx
          .insertInto("order_duty")
          .values({ ...one, holds_until: iso(holds_until), overdue_from: iso(overdue_from) })
          .execute();
    });
    await passDays(0);
    at.saw = (await look(parry, `/desk/orders/${order}`)).saw;
    expect((await group(parry, "overdue")).map((one) => one.order)).toEqual([order]);
    expect(await given()).toEqual(after);
    expect(await keepRegister(database, rightNow())).toBe(0);
  });

  test("a row that the force writes about its own reminders works every order out anew, and gives what it asks for once", async () => {
    const { order, parry, okell, look, write, must, today } = at;
    const { database, force, now } = at.stage().parts;
    const before = await given();
    const shown = async () => [
      (await look(parry, `/desk/orders/${order}`)).reminders.beforeEnd,
      (await look(parry, "/desk/look-ahead")).reminderDays,
    ];
    const admin = await at.stage().enrol("Imran Shah", "administrator");
    const entry = {
      ...{ about: "EW/look-ahead", from: today(), value: { kind: "look-ahead", days: [180, 90, 45, 30] } },
      ...{ says: "Earlier by two weeks.", confirmedBy: "Supt Marian Okell", confirmedOn: today() },
    };
    expect(await shown()).toEqual([
      [180, 90, 30],
      [180, 90, 30],
    ]);
    const seen = (await look(parry, `/desk/orders/${order}`)).saw;
    expect((await admin.ask("POST", "/desk/to-confirm", { entry, reason })).status).toBe(200);
    // The screens have what the force wrote from its own day, and nothing of what holds later.
    const later = { ...entry, from: "2039-01-01", value: { kind: "look-ahead", days: [7] } };
    expect((await admin.ask("POST", "/desk/to-confirm", { entry: later, reason })).status).toBe(200);
    expect(await shown()).toEqual([
      [180, 90, 45, 30],
      [180, 90, 45, 30],
    ]);
    await look(parry, "/desk/register");
    // Who looked before the reminder saves on top of it; who looked before a person wrote is told of that.
    at.saw = seen;
    const used = { name: "Gaz Slade", day: today(), ground: { says: "On a parcel.", knowing: "record" } };
    await must(parry, "name-used", used);
    const written = at.saw;
    expect(written).toBeGreaterThan(seen + 1);
    at.saw = seen;
    expect(await write(okell, "name-used", { ...used, name: "G. Slade" })).toMatchObject({ status: 409 });
    at.saw = written;
    await must(parry, "entry-withdrawn", { entry: written, words: "It was another parcel." });
    expect((await given()).filter((one) => !before.includes(one))).toEqual([expect.stringContaining('"setting":"45 days before"')]);
    expect(await keepRegister(database, { force, now: now() })).toBe(0);
    at.saw = (await look(parry, `/desk/orders/${order}`)).saw;
  });
}
