/**
 * The force's door at its store: durable letters of 64 KiB and packs of 1 MiB, 16 senders at once, on PostgreSQL and on PGlite; beside them the
 * same bodies as files alone, each synced, which is what the disk could do at that moment. Aims: letters 500/s on PostgreSQL and 150/s on
 * PGlite, packs 10/s. Each store runs in a process of its own; its peak includes PGlite, not the server of PostgreSQL.
 *
 *     npx tsx bench/intake.ts
 */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { openBlobs } from "../apps/server/src/ports/blobs-folder.ts";
import { openPglite } from "../apps/server/src/ports/database-pglite.ts";
import { openPostgres } from "../apps/server/src/ports/database-postgres.ts";
import { readMigrations } from "../apps/server/src/ports/migrate.ts";
import type { IntakeTables } from "../apps/server/src/sql/intake/tables.ts";
import { intakeStoreOn, letterOf, sent } from "../test/server/intake-world.ts";
import { startPostgres } from "../test/server/postgres-server.ts";

const senders = 16;
const letterSize = 65_536;
const packSize = 1_048_576;
const letters = 2_000;
const packs = 200;

/** Durable answers a second, and memory. */
interface Figures {
  readonly files: number;
  readonly letters: number;
  readonly packs: number;
  readonly peakMb: number;
}

const aims = { postgres: { letters: 500, packs: 10 }, pglite: { letters: 150, packs: 10 } } as const;

const [, , kind, where] = process.argv;
if (kind !== undefined && where !== undefined) console.log(JSON.stringify(await measure(kind, where)));
else await compare();

async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "intake-bench-"));
  const server = await startPostgres();
  let isMissed = false;
  try {
    for (const name of ["postgres", "pglite"] as const) {
      const figures = await run(name, name === "postgres" ? server.url : join(folder, "database"));
      isMissed ||= figures.letters < aims[name].letters || figures.packs < aims[name].packs;
      console.log(row(name, figures));
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
  if (isMissed) process.exitCode = 1;
}

async function run(name: string, at: string): Promise<Figures> {
  const program = [...process.execArgv, fileURLToPath(import.meta.url), name, at];
  const figures: Figures = JSON.parse((await promisify(execFile)(process.execPath, program)).stdout);
  return figures;
}

function row(name: keyof typeof aims, { files, letters: many, packs: large, peakMb }: Figures): string {
  const against = (ours: number, aim: number): string => `${Math.round(ours)}/s (aim ${aim}${ours < aim ? ", MISSED" : ""})`;
  const ratio = `${(many / files).toFixed(2)} of files alone at ${Math.round(files)}/s`;
  return `  ${name.padEnd(9)} letters ${against(many, aims[name].letters)}, ${ratio}; packs ${against(large, aims[name].packs)}; peak ${peakMb} MB`;
}

async function measure(name: string, at: string): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), "intake-bench-files-"));
  const migrations = await readMigrations("intake");
  const opened = await (name === "pglite" ? openPglite<IntakeTables>(at, migrations) : openPostgres<IntakeTables>(at, migrations));
  if (!opened.ok) throw new Error(opened.error);
  try {
    const alone = await openBlobs(join(folder, "alone"));
    const store = await intakeStoreOn(opened.value, join(folder, "items"));
    const body = randomBytes(letterSize);
    const files = await rate(letters, async () => {
      await alone.put(randomBytes(32).toString("hex"), [body]);
    });
    const perSecond = await rate(letters, async () => {
      const outcome = await store.putLetter(letterOf(body));
      if (outcome !== "kept") throw new Error(outcome);
    });
    const announced = letterOf(
      body,
      Array.from({ length: packs }, () => packSize),
    );
    await store.putLetter(announced);
    const pack = randomBytes(packSize);
    const tokens = announced.packs.map(({ tokenHash }) => tokenHash);
    const large = await rate(packs, async () => {
      const created = await store.createUpload(tokens.pop() ?? "", randomBytes(16).toString("hex"));
      const answer = await store.appendUpload(created?.id ?? "", 0, sent(pack, { piece: letterSize }));
      if (typeof answer === "string" || answer.offset !== packSize) throw new Error("the pack is not whole");
    });
    const peakKb = Number(/VmHWM:\s*(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]);
    return { files, letters: perSecond, packs: large, peakMb: Math.round(peakKb / 1024) };
  } finally {
    await opened.value.close();
    rmSync(folder, { recursive: true });
  }
}

/** How many a second, `senders` at once. */
async function rate(many: number, work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  let left = many;
  const send = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await work();
    }
  };
  await Promise.all(Array.from({ length: senders }, send));
  return (many * 1000) / (performance.now() - started);
}
