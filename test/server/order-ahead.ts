/** What ends and comes to a court, of our orders and of those of another force. */
import { expect, test } from "vitest";
import type { Officer } from "./desk-stage.ts";
import { type OrderStage, reason, westmereOrder } from "./order-stage.ts";

/** The tests; each goes on where the one before ended. */
export function testOrdersAhead(at: OrderStage): void {
  test("s2(6): an order of another force is typed in, found by the name of its subject, and told without what its case rests on", async () => {
    const { order, bell, parry, look, body } = at;
    const typed = westmereOrder({
      ...{ theirs: "WM-26-004", subject: { name: "GARY  Sladé" }, made: "2024-07-12" },
      // It ends within the time in which somebody is reminded of an order of ours.
      period: { until: "2027-03-11" },
    });
    expect((await bell.ask("POST", "/desk/orders", typed)).status).toBe(403);
    // Nothing can be kept with an order that has no number yet: its copy is kept afterwards, and the result corrected with it.
    const copy = { exhibit: "WM/1", sha256: "ab".repeat(32), certified: true };
    expect(body(await parry.ask("POST", "/desk/orders", { ...typed, copy })).refused.rule).toBe("not-kept");
    const theirs = body(await parry.ask("POST", "/desk/orders", typed)).order;
    expect((await look(parry, "/desk/register")).notOurs).toMatchObject([{ order: theirs, theirs: "WM-26-004" }]);
    const { others } = await look(bell, `/desk/orders/${order}`);
    expect(others).toMatchObject([
      { order: theirs, force: "Westmere Police", orders: [{ stage: "lives", conditions: [{ says: "Not to contact Ada Marsh." }] }] },
    ]);
    expect(JSON.stringify(others)).not.toContain("fourteen days");
    expect((await look(bell, `/desk/orders/${theirs}`)).status).toBe(403);
  });

  test("what ends and comes to a court stands in the order of its days, of the orders that an officer sees", async () => {
    const { order, bell, parry, okell, barred, look, body } = at;
    const far = await look(parry, "/desk/look-ahead?days=800");
    expect(far.rows.map((one) => [one.order === order, one.group])).toEqual([
      [true, "ahead"],
      [false, "not-ours"],
      [false, "no-order"],
    ]);
    expect((await look(bell, "/desk/look-ahead?days=800")).rows.map((one) => one.order)).toEqual([order, ""]);
    expect((await look(barred, "/desk/look-ahead?days=800")).rows.filter((one) => one.order === order)).toEqual([]);
    expect((await look(parry, "/desk/look-ahead?days=1")).rows.map(({ group: one }) => one)).toEqual(["no-order"]);
    // What ends later is not read, and counted all the same.
    expect(await look(parry, "/desk/look-ahead?days=1")).toMatchObject({ live: 1, later: 1 });
    const handOut = async (who: Officer, more: object) =>
      (await who.ask("POST", "/desk/look-ahead/export", { reason, recipient: "Court", about: [order], ...more })).status;
    expect([await handOut(parry, {}), await handOut(okell, {}), await handOut(bell, {})]).toEqual([200, 200, 403]);
    expect([await handOut(parry, { recipient: " " }), await handOut(parry, { about: [order, "SPO-26-999"] })]).toEqual([400, 403]);
    expect(await handOut(barred, {})).toBe(403);
    // More than a person reads: said with what is open instead, where somebody waits for the file.
    const about = Array.from({ length: 1_001 }, (_, i) => `SPO-26-${1_000 + i}`);
    const tooMany = await parry.ask("POST", "/desk/look-ahead/export", { reason, recipient: "Court", about });
    expect([tooMany.status, body(tooMany).refused]).toMatchObject([
      403,
      { rule: "too-many", allows: expect.stringContaining("day sheet") },
    ]);
  });
}
