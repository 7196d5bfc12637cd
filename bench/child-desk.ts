/**
 * One desk with more and more reports, asked over HTTP by officers who signed in: `child-desk.ts KIND WHERE FOLDER SIZE…`. Writes a line of
 * JSON for each size.
 */
import { Agent } from "node:http";
import { performance } from "node:perf_hooks";
import { keyOf } from "@unmask/link";
import { type Transaction, sql } from "kysely";
import type { CaseTables } from "../apps/server/src/sql/case/case-tables.ts";
import type { Officer } from "../test/server/desk-stage.ts";
import { type Asked, type Times, ask, openBenchDesk, peakMb, times } from "./child-asking.ts";
import { addressOfCopy, checkCopies, copyFirst, reportsOfCopy, writeFirst } from "./make-desk.ts";
import { commonNumber, largeCase, sharedNumber, writeCases, writeQueue } from "./make-queue.ts";

/** What one size of desk took. */
export interface DeskFigures {
  readonly reports: number;
  readonly seedSeconds: number;
  readonly times: Readonly<Record<string, Times>>;
  readonly peakMb: number;
}

interface AskedDesk extends Asked {
  readonly handler: Officer;
  readonly bell: Officer;
}

const [, , kind = "", where = "", folder = "", ...sizes] = process.argv;
if (sizes.length > 0) await measureAll();

async function measureAll(): Promise<void> {
  const desk = await openBenchDesk({ kind, where, folder });
  const handler = await desk.enrol("PC 4471 Imran Qureshi", "contact-handler");
  const bell = await desk.enrol("DC 2093 Harriet Bell", "investigator");
  const port = Number(new URL(await desk.app.listen({ host: "127.0.0.1", port: 0 })).port);
  const at: AskedDesk = { desk, agent: new Agent({ keepAlive: true, maxSockets: 1 }), port, handler, bell };
  await writeQueue(desk, handler);
  await writeFirst(desk, bell.id);
  await writeCases(desk, bell);
  let copies = 0;
  for (const size of sizes.map(Number)) {
    const started = performance.now();
    const wanted = Math.round(size / reportsOfCopy);
    await copyFirst(desk, copies, wanted);
    await desk.parts.database.transaction(async (tx) => {
      // As the owner: the desk may not.
      await sql`set local role none`.execute(tx);
      // PostgreSQL looks at its tables by itself after a while; PGlite never does.
      if (kind === "postgres") await sql`analyze`.execute(tx);
      // What years wrote is on the disk by now: no look of today waits for it.
      await sql`checkpoint`.execute(tx);
    });
    const seedSeconds = (performance.now() - started) / 1000;
    copies = wanted;
    await checkCopies(desk, [0, Math.floor(copies / 3), copies - 1]);
    const figures: DeskFigures = { reports: size, seedSeconds, times: await measure(at, copies), peakMb: peakMb() };
    console.log(JSON.stringify(figures));
  }
  at.agent.destroy();
  await desk.app.close();
  await desk.parts.database.close();
}

async function measure(at: AskedDesk, copies: number): Promise<Readonly<Record<string, Times>>> {
  const { handler, bell } = at;
  const { next } = await ask(at, handler, "/desk/queue");
  const { links } = await ask(at, bell, `/desk/cases/${largeCase}/links`);
  const [link] = links ?? [];
  if (next === undefined || link === undefined) throw new Error("the queue has one page, or the two cases no link");
  const address = addressOfCopy(Math.floor(copies / 2), 1);
  const searched = (typed: string): string => `/desk/search?q=${encodeURIComponent(typed)}`;
  const ofCase = `/desk/cases/${largeCase}`;
  return {
    "queue, first page": await times(at, handler, ["/desk/queue"], (tx) => bareQueue(tx, at)),
    "queue, next page": await times(at, handler, [`/desk/queue?after=${encodeURIComponent(next)}`], (tx) => bareQueue(tx, at)),
    "case, first view": await times(at, bell, [ofCase, `${ofCase}/acts`], (tx) => bareCase(tx, at)),
    "case, links": await times(at, bell, [`${ofCase}/links`], (tx) => bareCase(tx, at)),
    "search, one report": await times(at, handler, [searched(address)], (tx) => bareSearch(tx, at, { kind: "email", normal: address })),
    "search, two cases": await times(at, bell, [searched(sharedNumber)], (tx) =>
      bareSearch(tx, at, { kind: "phone", normal: "+447700900388" }),
    ),
    "search, 150 reports": await times(at, bell, [searched(commonNumber)], (tx) =>
      bareSearch(tx, at, { kind: "phone", normal: "+447700900999" }),
    ),
    link: await times(at, bell, [`/desk/links/${link.link}`], (tx) => bareLink(tx, at)),
  };
}

function bareQueue(tx: Transaction<CaseTables>, { desk }: AskedDesk): Promise<unknown> {
  return sql`select * from queue_row where force = ${desk.parts.force.id} order by place, opened, since, number limit 50`.execute(tx);
}

function bareCase(tx: Transaction<CaseTables>, { desk }: AskedDesk): Promise<unknown> {
  return sql`select event from case_event where force = ${desk.parts.force.id} and stream_of = 'case' and stream = ${largeCase}`.execute(
    tx,
  );
}

function bareLink(tx: Transaction<CaseTables>, { desk }: AskedDesk): Promise<unknown> {
  return sql`select * from report_act where force = ${desk.parts.force.id} and report in ('R-2070', 'R-2088')
    and from_kind = 'phone' and from_normal = '+447700900388'`.execute(tx);
}

function bareSearch(
  tx: Transaction<CaseTables>,
  { desk }: AskedDesk,
  asked: { readonly kind: "email" | "phone"; readonly normal: string },
) {
  const { force, keyedHash } = desk.parts;
  const { bucket, key } = keyOf({ ...asked, platform: "" }, keyedHash);
  return sql`select * from ident_posting where force = ${force.id} and bucket = ${bucket} and key = ${key} limit 100`.execute(tx);
}
