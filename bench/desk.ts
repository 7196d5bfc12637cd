/**
 * The desk after years: 200,000 reports of which 600 wait, a case of 20,000 acts, an index of every address that a report names; before that
 * the same with 10,000, and on PostgreSQL after it with 1,000,000, to show what grows. The routes are asked over HTTP by officers who signed in,
 * with every look in the log. Beside each the statement that fetches the same rows, alone in a transaction: the rest is access, log and page.
 * Figures of a size come as soon as it is measured.
 *
 *     npx tsx bench/desk.ts [SIZE…]
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
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

/** A laptop's database holds no million reports; given sizes are made on both. */
const given = process.argv.slice(2);
const sizes = { postgres: [10_000, aimedAt, 1_000_000], pglite: [10_000, aimedAt] } as const;
let isMissed = false;
for (const kind of ["postgres", "pglite"] as const) await run(kind);
if (isMissed) process.exitCode = 1;

async function run(kind: keyof typeof factor): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "desk-bench-"));
  mkdirSync(join(folder, "files"));
  const server = kind === "postgres" ? await startPostgres() : undefined;
  try {
    const program = fileURLToPath(new URL("child-desk.ts", import.meta.url));
    const args = [...process.execArgv, program, kind, server?.url ?? join(folder, "database"), folder];
    const child = spawn(process.execPath, [...args, ...(given.length > 0 ? given : sizes[kind].map(String))], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const isOver = new Promise<number | null>((resolve) => child.once("exit", resolve));
    const all: DeskFigures[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      const figures: DeskFigures = JSON.parse(line);
      show(kind, figures);
      all.push(figures);
    }
    if ((await isOver) !== 0) throw new Error(`the desk on ${kind} ended before its last size`);
    showGrowth(all);
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true });
  }
}

function show(kind: keyof typeof factor, { reports, seedSeconds, peakMb, times }: DeskFigures): void {
  const made = `${reports} reports, made in ${Math.round(seedSeconds)} s, peak ${peakMb} MB`;
  console.log(`  ${kind}, load ${loadavg()[0]?.toFixed(1)}: ${made}`);
  for (const [name, { p50, p99, bare, cpu }] of Object.entries(times)) {
    const aim = reports === aimedAt ? aims[name] : undefined;
    const most = aim === undefined ? undefined : aim * factor[kind];
    const isLate = most !== undefined && p99 > most;
    isMissed ||= isLate;
    const beside = most === undefined ? "" : ` (aim ${most}${isLate ? ", MISSED" : ""})`;
    const shares = `${cpu.toFixed(1)} of processor, ${(p50 / bare).toFixed(1)} × the statement`;
    console.log(`    ${name.padEnd(20)} ${p50.toFixed(1)}, p99 ${p99.toFixed(1)} ms${beside}, ${shares}`);
  }
}

/** How many times as long the middle of the largest desk takes as that of the smallest. */
function showGrowth(all: readonly DeskFigures[]): void {
  const [least, most] = [all[0], all.at(-1)];
  if (least === undefined || most === undefined || least === most) return;
  const grown = Object.entries(most.times).map(([name, { p50 }]) => `${name} × ${(p50 / (least.times[name]?.p50 ?? p50)).toFixed(1)}`);
  console.log(`    from ${least.reports} to ${most.reports}: ${grown.join("; ")}`);
}
