/** A desk that is killed by the system while orders are written, days pass and reminders are given. */
import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { expect, test } from "vitest";
import { type OrderEvent, foldOrder, remindersDue } from "@unmask/case";
import { type Instant, instantFromIso, later, msPerDay } from "@unmask/core";
import { machineTransaction } from "../../apps/server/src/access/as-machine.ts";
import { keepRegister } from "../../apps/server/src/orders/keep-register.ts";
import { deskLawOfOrders, orderLawsOf } from "../../apps/server/src/orders/order-laws.ts";
import { orderSettings } from "../../apps/server/src/orders/order-settings.ts";
import { rebuildOrders } from "../../apps/server/src/orders/project-order.ts";
import { readMigrations } from "../../apps/server/src/ports/migrate.ts";
import type { CaseTables } from "../../apps/server/src/sql/case/case-tables.ts";
import { ordersAfter, readOrders } from "../../apps/server/src/sql/case/order-events.ts";
import { everyOrderRow } from "../../apps/server/src/sql/case/order-views.ts";
import { allRows } from "./all-rows.ts";
import { childProgram } from "./child-program.ts";
import { describeOnBoth } from "./stage.ts";

/** How often the process is killed; a start of PGlite takes seconds. */
const kills = { pglite: 2, postgres: 4 } as const;
/** Lines that are said before a kill: between one order with its round of the register and three. */
const [fewest, most] = [20, 60];
/** Longest wait after the last of them, ms: into the middle of the next step. */
const longest = 40;
const firstDay = "2026-11-02T09:00:00.000Z";
const force = { id: "f0".repeat(16), name: "Example Police" };
const program = childProgram("child-register.ts");

/** Lets one work from an instant on and kills it; the whole lines that it said. */
async function killedAtWork(kind: string, where: string, from: string): Promise<readonly string[]> {
  const child = spawn(process.execPath, [program(), kind, where, force.id, from], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [enough, pause] = [randomInt(fewest, most), randomInt(longest)];
  let said = "";
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (more: Buffer) => {
      said += more.toString();
      if (said.split("\n").length > enough) setTimeout(() => child.kill("SIGKILL"), pause);
    });
    child.once("close", (_, signal) => (signal === "SIGKILL" ? resolve() : reject(new Error("it ended by itself"))));
  });
  return said.split("\n").slice(0, -1);
}

describeOnBoth("a register whose desk is killed while days pass", (stage) => {
  test("has every step that was answered, every order as its events make it, and each reminder once, none lost and none too early", async () => {
    const migrations = await readMigrations("case");
    await stage.open<CaseTables>(migrations);
    await stage.close();
    let said: readonly string[] = [];
    const clock = () => said.findLast((line) => line.startsWith("begins "))?.slice(7) ?? firstDay;
    for (let kill = 0; kill < kills[stage.kind]; kill += 1) said = [...said, ...(await killedAtWork(stage.kind, stage.where(), clock()))];

    const database = await stage.open<CaseTables>(migrations);
    const inSight = instantFromIso(clock()) ?? expect.fail(clock());
    // The machine stands still over more than one deadline, and begins again: twice, as after a further kill.
    const now = later(inSight, 100 * msPerDay);
    await keepRegister(database, { force, now });
    await keepRegister(database, { force, now });

    const { orders, reminders } = await machineTransaction(database, async (tx) => ({
      orders: await readOrders(tx, force.id, await ordersAfter(tx, force.id, { after: "", limit: 10_000 })),
      reminders: (await orderSettings(tx, force.id, now)).reminders,
    }));
    const wrote = said.filter((line) => line.startsWith("wrote "));
    const there = new Set([...orders].flatMap(([id, events]) => events.map(({ number, kind }) => `wrote ${id} ${number} ${kind}`)));
    expect(wrote.filter((line) => !there.has(line))).toEqual([]);

    const dueAt = (id: string, events: readonly OrderEvent[], at: Instant): readonly string[] => {
      const state = foldOrder(id, events, deskLawOfOrders);
      return remindersDue(state, orderLawsOf(state.jurisdiction).register, reminders, at).map(({ about, due, setting }) =>
        JSON.stringify({ about, due, setting }),
      );
    };
    let many = 0;
    for (const [id, events] of orders) {
      expect(events.map(({ number }) => number)).toEqual(events.map((_, at) => at + 1));
      const given = events.flatMap((event) => (event.kind === "reminder-given" ? [JSON.stringify(event.body)] : []));
      expect([id, given.length]).toEqual([id, new Set(given).size]);
      for (const event of events)
        if (event.kind === "reminder-given")
          expect(dueAt(id, events.slice(0, event.number - 1), event.recorded)).toContain(
            JSON.stringify({ about: event.body.about, due: event.body.due, setting: event.body.setting }),
          );
      expect([id, dueAt(id, events, now)]).toEqual([id, []]);
      many += given.length;
    }
    // What is read of an order is what its events make of it anew.
    // When a row was worked out is no part of what it says.
    const shown = () => everyOrderRow(allRows(database), force.id);
    const before = await shown();
    await machineTransaction(database, (tx) => rebuildOrders(tx, { force, now }));
    expect(await shown()).toEqual(before);
    console.log(`${stage.kind}: ${kills[stage.kind]} kills, ${orders.size} orders, ${wrote.length} steps answered, ${many} reminders`);
    expect(many).toBeGreaterThan(orders.size / 2);
  }, 120_000);
});
