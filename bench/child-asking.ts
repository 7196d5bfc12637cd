/** How a bench asks a desk: over HTTP as an officer who signed in, and beside it the statement alone. */
import { readFileSync } from "node:fs";
import { type Agent, request } from "node:http";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { type Transaction, sql } from "kysely";
import { openPglite } from "../apps/server/src/ports/database-pglite.ts";
import { openPostgres } from "../apps/server/src/ports/database-postgres.ts";
import type { CaseTables } from "../apps/server/src/sql/case/case-tables.ts";
import { askFor } from "../apps/server/src/sql/case/membership.ts";
import { because } from "../test/server/case-seed.ts";
import { type DeskStage, type Officer, openDesk, origin } from "../test/server/desk-stage.ts";

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

/** A desk that listens, and how it is reached. */
export interface Asked {
  readonly desk: DeskStage;
  readonly agent: Agent;
  readonly port: number;
}

/** On which database it lies, and where. */
export interface BenchPlace {
  readonly kind: string;
  readonly where: string;
  readonly folder: string;
}

/** As the tests open a desk, over a database that is there. */
export async function openBenchDesk({ kind, where, folder }: BenchPlace): Promise<DeskStage> {
  const desk = await openDesk(stage({ kind, where, folder }));
  // As the server does: in a role that row-level security holds for, or the times are another desk's.
  const { rows } = await desk.parts.database.transaction((tx) =>
    sql<{ isHeld: boolean }>`select row_security_active('queue_row') as "isHeld"`.execute(tx),
  );
  if (rows[0]?.isHeld !== true) throw new Error("row-level security does not hold for this login");
  return desk;
}

function stage({ kind, where, folder }: BenchPlace): Parameters<typeof openDesk>[0] {
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

/** The statement alone. */
type Bare = (tx: Transaction<CaseTables>) => Promise<unknown>;

/** Times of asking for these paths, one after the other. */
export async function times(at: Asked, officer: Officer, paths: readonly string[], bare: Bare): Promise<Times> {
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

/** Does it so often; ms, the shortest first. */
export async function inMs(work: () => Promise<unknown>): Promise<readonly number[]> {
  const all: number[] = [];
  const until = performance.now() + askedForMs;
  for (let i = 0; i < asked + askedBefore && (all.length < asked / 4 || performance.now() < until); i += 1) {
    const started = performance.now();
    await work();
    if (i >= askedBefore) all.push(performance.now() - started);
  }
  return all.sort((one, other) => one - other);
}

/** The value below which this share of them lies. */
export function nth(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** What of an answer is used again. */
export interface Said {
  readonly next?: string;
  readonly links?: readonly { readonly link: string }[];
  readonly groups?: readonly { readonly next?: string }[];
}

/** Asks and reads the whole answer, as a browser does; throws where it is none. */
export function ask({ agent, port }: Asked, { cookie }: Officer, path: string): Promise<Said> {
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

/** The most memory that this process had, in MB. */
export function peakMb(): number {
  return Math.round(Number(/VmHWM:\s*(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]) / 1024);
}
