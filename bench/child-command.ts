import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Bytes that a program may print: a summary of a zip of 50,000 files has 5 MB. */
const longestOutput = 256 * 1024 * 1024;

/** One program from its start to its end, as a person waits for it. */
export interface CommandFigures {
  readonly seconds: number;
  /** Processor time of the whole process, start-up and clearing up included: what a busy machine leaves comparable. */
  readonly processorSeconds: number;
  readonly peakMb: number;
  /** What it printed. */
  readonly output: string;
}

/**
 * Loaded before either program: at its end it writes what it took. The peak is asked of the kernel for this program alone, because `maxRSS`
 * starts at that of the process that launched it.
 */
const meter = `
const { readFileSync, writeFileSync } = require("node:fs");
process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  let peakKb = process.resourceUsage().maxRSS;
  try {
    peakKb = Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]);
  } catch {}
  writeFileSync(process.env.METER_FILE, JSON.stringify({ processorSeconds: (user + system) / 1e6, peakMb: Math.round(peakKb / 1024) }));
});
`;

/**
 * Runs a Node program as a process of its own, in `folder` for its meter. Throws when it fails: ends with a code that is not in `mayEndWith` (0
 * when left out), or takes longer than `mostSeconds`.
 */
export function runCommand(
  folder: string,
  args: readonly string[],
  { mayEndWith = [0], mostSeconds }: { readonly mayEndWith?: readonly number[]; readonly mostSeconds?: number } = {},
): CommandFigures {
  const meterFile = join(folder, "meter.cjs");
  const figuresFile = join(folder, "meter.json");
  writeFileSync(meterFile, meter);
  const before = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--require", meterFile, ...args], {
    encoding: "utf8",
    maxBuffer: longestOutput,
    env: { ...process.env, METER_FILE: figuresFile },
    ...(mostSeconds === undefined ? {} : { timeout: mostSeconds * 1000 }),
  });
  const seconds = (performance.now() - before) / 1000;
  if (status === null || !mayEndWith.includes(status)) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return {
    ...(JSON.parse(readFileSync(figuresFile, "utf8")) as Pick<CommandFigures, "processorSeconds" | "peakMb">),
    seconds,
    output: stdout,
  };
}

/** Of several runs of each, turn about so that a busy moment meets both: the fastest by the clock, the least processor time, the highest peak. */
export function bestOf<T extends Omit<CommandFigures, "output">>(times: number, programs: readonly (() => T)[]): readonly T[] {
  const runs = Array.from({ length: times }, () => programs.map((program) => program()));
  return (runs[0] ?? []).map((first, which) => {
    const own = runs.flatMap((run) => run[which] ?? []);
    return {
      ...first,
      seconds: Math.min(...own.map(({ seconds }) => seconds)),
      processorSeconds: Math.min(...own.map(({ processorSeconds }) => processorSeconds)),
      peakMb: Math.max(...own.map(({ peakMb }) => peakMb)),
    };
  });
}

/** The launcher of our command, built first where its sources have changed. */
export async function builtCommand(): Promise<string> {
  const builder: { build(): Promise<void> } = await import(new URL("../house/build.mjs", import.meta.url).href);
  await builder.build();
  return fileURLToPath(new URL("../apps/cli/bin/unmask.js", import.meta.url));
}

/** The figures of one program in a line. */
export function row(name: string, { seconds, processorSeconds, peakMb }: CommandFigures): string {
  return `  ${name.padEnd(27)} ${seconds.toFixed(2)} s (${processorSeconds.toFixed(2)} of a processor), peak ${peakMb} MB`;
}

/** Says which bar was missed, and lets the benchmark fail. */
export function hold(what: string, holds: boolean): void {
  if (holds) return;
  console.error(`missed the bar: ${what}`);
  process.exitCode = 1;
}
