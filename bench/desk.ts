/**
 * The desk after years: 200,000 reports of which 600 wait, a case of 20,000 acts, an index of every address that a report names; then the same
 * with 10,000 and with 1,000,000 to show what grows. The routes are asked over HTTP by officers who signed in, with every look in the log, on
 * PostgreSQL and on PGlite. Beside each the statement that fetches the same rows, alone in a transaction: the rest is access, log and page.
 *
 *     npx tsx bench/desk.ts [SIZE…]
 */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startPostgres } from "../test/server/postgres-server.ts";
import type { DeskFigures } from "./child-desk.ts";

/** The aims in ms hold for this many reports, on PostgreSQL; on PGlite twice that. */
const aimedAt = 200_000;
const aims: Readonly<Record<string, number>> = {
  "queue, first page": 100,
  "queue, next page": 100,
  "case, first view": 150,
  "search, one report": 50,
  "search, two cases": 50,
};
const factor = { postgres: 1, pglite: 2 } as const;

const given = process.argv.slice(2);
const sizes = given.length > 0 ? given : ["10000", String(aimedAt), "1000000"];
let isMissed = false;
for (const kind of ["postgres", "pglite"] as const) show(kind, await run(kind));
if (isMissed) process.exitCode = 1;

async function run(kind: keyof typeof factor): Promise<readonly DeskFigures[]> {
  const folder = mkdtempSync(join(tmpdir(), "desk-bench-"));
  mkdirSync(join(folder, "files"));
  const server = kind === "postgres" ? await startPostgres() : undefined;
  try {
    const program = fileURLToPath(new URL("child-desk.ts", import.meta.url));
    const args = [...process.execArgv, program, kind, server?.url ?? join(folder, "database"), folder, ...sizes];
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 16 * 1024 ** 2 });
    return stdout
      .trim()
      .split("\n")
      .map((line): DeskFigures => JSON.parse(line));
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true });
  }
}

function show(kind: keyof typeof factor, all: readonly DeskFigures[]): void {
  const made = all.map(({ reports, seedSeconds, peakMb }) => `${reports} in ${Math.round(seedSeconds)} s, peak ${peakMb} MB`).join("; ");
  console.log(`  ${kind}, load ${loadavg()[0]?.toFixed(1)}: made ${made}`);
  for (const name of Object.keys(all[0]?.times ?? {})) {
    const told = all.map(({ reports, times }) => {
      const { p50, p99, bare, cpu } = times[name] ?? { p50: 0, p99: 0, bare: 1, cpu: 0 };
      const aim = reports === aimedAt ? aims[name] : undefined;
      const most = aim === undefined ? undefined : aim * factor[kind];
      const isLate = most !== undefined && p99 > most;
      isMissed ||= isLate;
      const beside = most === undefined ? "" : ` (aim ${most}${isLate ? ", MISSED" : ""})`;
      return `${reports}: ${p50.toFixed(1)}, p99 ${p99.toFixed(1)} ms${beside}, ${cpu.toFixed(1)} of processor, ${(p50 / bare).toFixed(1)} × the statement`;
    });
    console.log(`    ${name.padEnd(20)} ${told.join(" | ")}`);
  }
}
