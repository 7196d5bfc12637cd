/**
 * One desk with more and more reports, asked over HTTP by officers who signed in: `child-desk.ts KIND WHERE FOLDER SIZE…`. Writes a line of
 * JSON for each size.
 */
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { keyOf } from "@unmask/link";
import { type Transaction, sql } from "kysely";
import { openPglite } from "../apps/server/src/ports/database-pglite.ts";
import { openPostgres } from "../apps/server/src/ports/database-postgres.ts";
import type { CaseTables } from "../apps/server/src/sql/case/case-tables.ts";
import { askFor } from "../apps/server/src/sql/case/membership.ts";
import { because } from "../test/server/case-seed.ts";
import { type DeskStage, type Officer, openDesk, origin } from "../test/server/desk-stage.ts";
import { addressOfCopy, checkCopies, copyFirst, reportsOfCopy, writeFirst } from "./make-desk.ts";
import { commonNumber, largeCase, sharedNumber, writeCases, writeQueue } from "./make-queue.ts";

/** How often each thing is asked, and for how long at most, ms; the first answers are not counted. */
const asked = 200;
const askedForMs = 4_000;
const askedBefore = 10;

/** Milliseconds: the middle, the 99th of a hundred, and the middle of the statement alone that fetches the same rows. */
export interface Times {
  readonly p50: number;
  readonly p99: number;
  readonly bare: number;
  /** On a processor of this process, asking and answering together, for each: what a busy machine does not change. */
  readonly cpu: number;
}

/** What one size of desk took. */
export interface DeskFigures {
  readonly reports: number;
  readonly seedSeconds: number;
  readonly times: Readonly<Record<string, Times>>;
  readonly peakMb: number;
}

interface AskedDesk {
  readonly desk: DeskStage;
  readonly agent: Agent;
  readonly port: number;
  readonly handler: Officer;
  readonly bell: Officer;
}

const [, , kind = "", where = "", folder = "", ...sizes] = process.argv;
if (sizes.length > 0) await measureAll();

async function measureAll(): Promise<void> {
  const desk = await openDesk(stage());
  // As the server does: in a role that row-level security holds for, or the times are another desk's.
  const { rows } = await desk.parts.database.transaction((tx) =>
    sql<{ isHeld: boolean }>`select row_security_active('queue_row') as "isHeld"`.execute(tx),
  );
  if (rows[0]?.isHeld !== true) throw new Error("row-level security does not hold for this login");
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

/** As the tests open a desk, over a database that is there. */
function stage(): Parameters<typeof openDesk>[0] {
  const tryOpen: Parameters<typeof openDesk>[0]["tryOpen"] = (migrations) =>
    kind === "pglite" ? openPglite(where, migrations) : openPostgres(where, migrations);
  return {
    kind: kind === "pglite" ? "pglite" : "postgres",
    tryOpen,
    open: async <Tables>(migrations: Parameters<typeof tryOpen>[0]) => {
      const opened = await tryOpen<Tables>(migrations);
      if (!opened.ok) throw new Error(opened.error);
      return opened.value;
    },
    close: () => Promise.resolve(),
    folder: () => join(folder, "files"),
    where: () => where,
  };
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

type Bare = (tx: Transaction<CaseTables>) => Promise<unknown>;

async function times(at: AskedDesk, officer: Officer, paths: readonly string[], bare: Bare): Promise<Times> {
  const { database, now } = at.desk.parts;
  const before = process.cpuUsage();
  let many = 0;
  const all = await inMs(async () => {
    for (const path of paths) await ask(at, officer, path);
    many += 1;
  });
  const { user, system } = process.cpuUsage(before);
  const alone = await inMs(() =>
    database.transaction(async (tx) => {
      await askFor(tx, "unmask", now());
      await bare(tx);
    }),
  );
  return { p50: nth(all, 0.5), p99: nth(all, 0.99), bare: nth(alone, 0.5), cpu: (user + system) / 1000 / many };
}

async function inMs(work: () => Promise<unknown>): Promise<readonly number[]> {
  const all: number[] = [];
  const until = performance.now() + askedForMs;
  for (let i = 0; i < asked + askedBefore && (all.length < asked / 4 || performance.now() < until); i += 1) {
    const started = performance.now();
    await work();
    if (i >= askedBefore) all.push(performance.now() - started);
  }
  return all.sort((one, other) => one - other);
}

function nth(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
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

interface Said {
  readonly next?: string;
  readonly links?: readonly { readonly link: string }[];
}

/** Asks and reads the whole answer, as a browser does; throws where it is none. */
function ask({ agent, port }: AskedDesk, { cookie }: Officer, path: string): Promise<Said> {
  const headers = {
    host: new URL(origin).host,
    cookie: `unmask-desk=${cookie}`,
    "x-unmask-desk": "1",
    ...because({ code: "task", task: "T-2231" }).headers,
  };
  return new Promise((resolve, reject) => {
    const sent = request({ hostname: "127.0.0.1", port, path, agent, headers }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on("data", (piece: Buffer) => pieces.push(piece));
      answer.on("error", reject);
      answer.on("end", () => {
        const text = Buffer.concat(pieces).toString();
        if (answer.statusCode === 200) resolve(JSON.parse(text));
        else reject(new Error(`${path} was answered ${answer.statusCode}: ${text}`));
      });
    });
    sent.on("error", reject);
    sent.end();
  });
}

function peakMb(): number {
  return Math.round(Number(/VmHWM:\s*(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]) / 1024);
}
