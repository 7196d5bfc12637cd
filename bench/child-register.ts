/**
 * One register with more and more live orders, asked over HTTP by a coordinator who signed in: `child-register.ts KIND WHERE FOLDER SIZE…`. Writes a line
 * of JSON for each size.
 */
import { Agent } from "node:http";
import { performance } from "node:perf_hooks";
import { msPerDay } from "@unmask/core";
import { type Transaction, sql } from "kysely";
import { civilDay } from "../apps/server/src/orders/civil-day.ts";
import { rebuildOrders } from "../apps/server/src/orders/project-order.ts";
import type { CaseTables } from "../apps/server/src/sql/case/case-tables.ts";
import { askFor } from "../apps/server/src/sql/case/membership.ts";
import { type Officer, signIn } from "../test/server/desk-stage.ts";
import { type Asked, type Times, ask, openBenchDesk, peakMb, times } from "./child-asking.ts";
import { eventsOfOrder, orderOfBench, writeOrders } from "./make-register.ts";

/** What one size of register took. */
export interface RegisterFigures {
  readonly orders: number;
  readonly events: number;
  readonly seedSeconds: number;
  readonly times: Readonly<Record<string, Times>>;
  /** Seconds: all of it made anew from the events; the first look after a row of the force's law changed; the first look after a midnight. */
  readonly rebuilt: number;
  readonly afterRule: number;
  readonly afterMidnight: number;
  readonly peakMb: number;
}

const [, , kind = "", where = "", folder = "", ...sizes] = process.argv;
await measureAll();

async function measureAll(): Promise<void> {
  const desk = await openBenchDesk({ kind, where, folder });
  const parry = await desk.enrol("Dilys Parry", "spo-coordinator");
  const admin = await desk.enrol("Imran Shah", "administrator");
  const port = Number(new URL(await desk.app.listen({ host: "127.0.0.1", port: 0 })).port);
  const at: Asked = { desk, agent: new Agent({ keepAlive: true, maxSockets: 1 }), port };
  let written = 0;
  for (const size of sizes.map(Number)) {
    const started = performance.now();
    await writeOrders(desk, written, size);
    written = size;
    await desk.parts.database.transaction(async (tx) => {
      // As the owner: the desk may not.
      await sql`set local role none`.execute(tx);
      if (kind === "postgres") await sql`analyze`.execute(tx);
      await sql`checkpoint`.execute(tx);
    });
    const seedSeconds = seconds(started);
    console.log(JSON.stringify(await measure(at, { parry, admin }, { orders: size, seedSeconds })));
  }
  at.agent.destroy();
  await desk.app.close();
  await desk.parts.database.close();
}

async function measure(
  at: Asked,
  { parry, admin }: { readonly parry: Officer; readonly admin: Officer },
  { orders, seedSeconds }: Pick<RegisterFigures, "orders" | "seedSeconds">,
): Promise<RegisterFigures> {
  const { desk } = at;
  const { force, database, now } = desk.parts;
  const firstLook = async (): Promise<number> => {
    const started = performance.now();
    await ask(at, parry, "/desk/register");
    return seconds(started);
  };
  const afterRule = async (): Promise<number> => {
    const entry = {
      ...{ about: "EW/look-ahead", from: civilDay(now()), value: { kind: "look-ahead", days: [200 - (orders % 7), 60] } },
      ...{ says: "Two looks.", confirmedBy: "Supt Marian Okell", confirmedOn: civilDay(now()) },
    };
    const reply = await admin.ask("POST", "/desk/to-confirm", { entry, reason: { code: "task", task: "T-2231" } });
    if (reply.status !== 200) throw new Error(`the row was answered ${reply.status}: ${JSON.stringify(reply.body)}`);
    return firstLook();
  };
  await firstLook();
  const { groups } = await ask(at, parry, "/desk/register?group=overdue");
  const next = groups?.[0]?.next;
  const { next: ahead } = await ask(at, parry, "/desk/look-ahead");
  if (next === undefined) throw new Error("the register has one page");
  const bare = (tx: Transaction<CaseTables>): Promise<unknown> => bareRegister(tx, force.id);
  const found = {
    "register, first view": await times(at, parry, ["/desk/register"], bare),
    "register, next page": await times(at, parry, [`/desk/register?group=overdue&after=${encodeURIComponent(next)}`], bare),
    "orders, first view": await times(at, parry, ["/desk/orders"], bare),
    "look-ahead": await times(at, parry, ["/desk/look-ahead"], bare),
    ...(ahead !== undefined && {
      "look-ahead, next page": await times(at, parry, [`/desk/look-ahead?after=${encodeURIComponent(ahead)}`], bare),
    }),
    "one order": await times(at, parry, [`/desk/orders/${orderOfBench(Math.floor(orders / 2))}`], bare),
    "at the counter": await times(
      at,
      parry,
      [`/desk/attendance?name=${encodeURIComponent(`subject ${Math.floor(orders / 2)} slade`)}`],
      bare,
    ),
  };
  const rule = await afterRule();
  desk.pass(msPerDay);
  for (const one of [parry, admin]) one.cookie = (await signIn(desk, one.key)).cookie;
  const midnight = await firstLook();
  const started = performance.now();
  await database.transaction(async (tx) => {
    await askFor(tx, "unmask", now());
    await rebuildOrders(tx, { force, now: now() });
  });
  return {
    ...{ orders, events: orders * eventsOfOrder, seedSeconds, times: found },
    ...{ rebuilt: seconds(started), afterRule: rule, afterMidnight: midnight, peakMb: peakMb() },
  };
}

function bareRegister(tx: Transaction<CaseTables>, force: string): Promise<unknown> {
  return sql`select shown from order_duty where force = ${force} and row_group = 'overdue' order by place collate "C", order_id collate "C", nth limit 51`.execute(
    tx,
  );
}

function seconds(since: number): number {
  return (performance.now() - since) / 1000;
}
