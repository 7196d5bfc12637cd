/**
 * The register: 5,000 live orders with 40,000 events, before that 500 and after it 50,000, to show what grows. The lists are asked over HTTP by a coordinator
 * who signed in, with every look in the log; then a row of the force's law changes, and the first look works every order out anew; then a night passes.
 *
 *     npx tsx bench/register.ts [SIZE…]
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { startPostgres } from "../test/server/postgres-server.ts";
import type { RegisterFigures } from "./child-register.ts";

/** The aims hold for this many live orders, on PostgreSQL: ms of every list at the 99th of a hundred, seconds after a row of law changed. */
const aimedAt = 5_000;
const listAim = 150;
const ruleAim = 10;

const given = process.argv.slice(2);
const sizes = { postgres: [500, aimedAt, 50_000], pglite: [500, aimedAt] } as const;
let isMissed = false;
for (const kind of ["postgres", "pglite"] as const) await run(kind);
if (isMissed) process.exitCode = 1;

async function run(kind: keyof typeof sizes): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "register-bench-"));
  mkdirSync(join(folder, "files"));
  const server = kind === "postgres" ? await startPostgres() : undefined;
  try {
    const program = fileURLToPath(new URL("child-register.ts", import.meta.url));
    const args = [...process.execArgv, program, kind, server?.url ?? join(folder, "database"), folder];
    const child = spawn(process.execPath, [...args, ...(given.length > 0 ? given : sizes[kind].map(String))], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const isOver = new Promise<number | null>((resolve) => child.once("exit", resolve));
    const all: RegisterFigures[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      const figures: RegisterFigures = JSON.parse(line);
      show(kind, figures);
      all.push(figures);
    }
    if ((await isOver) !== 0) throw new Error(`the register on ${kind} ended before its last size`);
    showGrowth(all);
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true });
  }
}

function show(kind: keyof typeof sizes, figures: RegisterFigures): void {
  const { orders, events, seedSeconds, rebuilt, afterRule, afterMidnight, peakMb } = figures;
  const isAimed = kind === "postgres" && orders === aimedAt;
  console.log(
    `  ${kind}, load ${loadavg()[0]?.toFixed(1)}: ${orders} live orders, ${events} events, made in ${Math.round(seedSeconds)} s, peak ${peakMb} MB`,
  );
  for (const [name, { p50, p99, bare, cpu }] of Object.entries(figures.times)) {
    const beside = isAimed ? ` ${aimed(p99, listAim)}` : "";
    const shares = `${cpu.toFixed(1)} of processor, ${(p50 / bare).toFixed(1)} × a page of the register's statement`;
    console.log(`    ${name.padEnd(22)} ${p50.toFixed(1)}, p99 ${p99.toFixed(1)} ms${beside}, ${shares}`);
  }
  console.log(
    `    a row of law changed: all worked out anew in ${afterRule.toFixed(1)} s${isAimed ? ` ${aimed(afterRule, ruleAim)}` : ""}`,
  );
  console.log(`    a night passed: first look ${afterMidnight.toFixed(2)} s; all made anew from the events in ${rebuilt.toFixed(1)} s`);
}

function aimed(found: number, aim: number): string {
  const isLate = found > aim;
  isMissed ||= isLate;
  return `(aim ${aim}${isLate ? ", MISSED" : ""})`;
}

/** From each size to the next and over all of them: how many times as long the middle takes, beside how many times as many orders there are. */
function showGrowth(all: readonly RegisterFigures[]): void {
  const steps = all.slice(1).flatMap((most, i) => (all[i] === undefined ? [] : [[all[i], most] as const]));
  const [least, most] = [all[0], all.at(-1)];
  for (const [from, to] of least !== undefined && most !== undefined && steps.length > 1 ? [...steps, [least, most] as const] : steps)
    console.log(`    from ${from.orders} to ${to.orders} (× ${to.orders / from.orders}): ${growthOf(from, to)}`);
}

function growthOf(least: RegisterFigures, most: RegisterFigures): string {
  const times = (name: string, one: number, other: number): string => `${name} × ${(other / one).toFixed(1)}`;
  return [
    ...Object.entries(most.times).map(([name, { p50 }]) => times(name, least.times[name]?.p50 ?? p50, p50)),
    times("a row of law", least.afterRule, most.afterRule),
    times("a night", least.afterMidnight, most.afterMidnight),
    times("memory", least.peakMb, most.peakMb),
  ].join("; ");
}
