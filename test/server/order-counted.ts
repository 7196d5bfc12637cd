/** What is counted of orders and reports, and published without a person in it. */
import { expect, test } from "vitest";
import { msPerDay, readStrictly } from "@unmask/core";
import { draftAnswer, learnAnswer } from "../../apps/console/src/desk/learn.ts";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { learnFactsIn } from "../../apps/server/src/learn/learn-facts-of-rows.ts";
import { seedReport } from "./case-seed.ts";
import type { OrderStage } from "./order-stage.ts";

/** The tests; each goes on where the one before ended. */
export function testCounted(at: OrderStage): void {
  test("what is counted: the interim that was sought and made here, beside reports, and nothing of the other force's order", async () => {
    const { database, force } = at.stage().parts;
    const { reports, ofOrders } = await machineTransaction(database, (tx) => learnFactsIn(tx, force.id));
    const month = expect.stringMatching(/^\d{4}-\d{2}$/);
    expect(ofOrders?.orders.map(({ order: kind, sought, made, refused }) => ({ kind, sought, made, refused }))).toEqual([
      { kind: "interim", sought: month, made: month, refused: null },
      { kind: expect.stringMatching(/^(?:full|until)-/), sought: month, made: null, refused: null },
    ]);
    expect(ofOrders?.orders[1]?.daysFromReport).toEqual(expect.any(Number));
    const his = { kind: "phone", wrote: "07700 900142", normal: "+447700900142" } as const;
    const hers = { kind: "phone", wrote: "07700 900001", normal: "+447700900001" } as const;
    const acts = [
      { at: "2026-11-13 23:31", from: his, kind: "call", channel: "phone" },
      { at: "2026-11-13 23:40", from: hers, text: "Stop this", kind: "post", channel: "x" },
    ] as const;
    await seedReport(at.stage(), { report: "R-2190", name: "Ada Moss", acts });
    expect(reports).toMatchObject([1, 2].map(() => ({ month, about: "not-known", ways: [], methods: [] })));
    const again = await machineTransaction(database, (tx) => learnFactsIn(tx, force.id));
    expect(again.reports).toContainEqual(expect.objectContaining({ month, ways: ["not-online"], methods: ["calls"] }));
    expect(JSON.stringify(reports)).not.toMatch(/Nadia|R-\d/);
  });

  test("an edition is published by a person, who read it first, once; what is handed out is written, and an analyst sees no person", async () => {
    at.stage().pass(40 * msPerDay);
    const analyst = await at.stage().enrol("Ruth Adeyemi", "analyst");
    const because = { code: "other", words: "the monthly edition" };
    const header = { headers: { "x-unmask-reason": encodeURIComponent(JSON.stringify(because)) } };
    expect((await analyst.ask("GET", "/desk/learn")).body).toMatchObject({ editions: [] });
    expect((await analyst.ask("GET", "/desk/learn/edition")).body.refused.rule).toBe("reason");
    const drafted = readStrictly(
      (await at.stage().ask("GET", "/desk/learn/edition", { cookie: analyst.cookie, ...header })).body,
      "answer",
      draftAnswer,
    );
    if (!drafted.ok || drafted.value.draft === null) expect.unreachable(JSON.stringify(drafted));
    const { month, draft } = drafted.value;
    const publish = (mark: string) => analyst.ask("POST", "/desk/learn/edition", { month, mark, reason: because });
    expect((await publish("0".repeat(64))).status).toBe(409);
    const both = await Promise.all([publish(draft.mark), publish(draft.mark)]);
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 403]);
    const after = readStrictly((await analyst.ask("GET", "/desk/learn")).body, "answer", learnAnswer);
    expect(after.ok && after.value.editions).toEqual([draft.edition]);
    const out = await analyst.ask("POST", "/desk/learn/export", { recipient: "The council", months: [month], as: "csv", reason: because });
    expect(out.body).toMatchObject({ text: expect.stringMatching(/^edition,month,measure/) });
    expect((await analyst.ask("POST", "/desk/learn/export", { recipient: " ", months: [month], as: "csv", reason: because })).status).toBe(
      400,
    );
    expect(JSON.stringify([draft, out.body])).not.toMatch(/Nadia|Gary|R-\d|SPO-/);
  });
}
