import { randomBytes } from "node:crypto";
import manifest from "../package.json" with { type: "json" };
import { refuse, refuseUsage } from "./commands/refuse.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { readClock, createSha256 } from "@unmask/fittings-node";

import { openTerminal } from "./ports/terminal.ts";
import { unforeseen } from "./unforeseen.ts";
import { sayNotWritten } from "./say-not-written.ts";
import type { World } from "./world.ts";

type Command = (args: readonly string[], world: World) => Promise<ExitCode>;

/** Each is loaded when it is asked for: who reads a file should not wait for the code that seals a pack. */
const commandByName: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ["read", async () => (await import("./commands/read.ts")).read],
  ["pattern", async () => (await import("./commands/pattern.ts")).pattern],
  ["report", async () => (await import("./commands/report.ts")).report],
  ["verify", async () => (await import("./commands/verify.ts")).verify],
  ["send", async () => (await import("./commands/send.ts")).send],
  ["mailbox", async () => (await import("./commands/mailbox.ts")).mailbox],
  ["duties", async () => (await import("./commands/duties.ts")).duties],
  ["vault", async () => (await import("./commands/vault.ts")).vault],
  ["help", loadHelp],
  ["--help", loadHelp],
  ["-h", loadHelp],
  ["version", async () => version],
  ["--version", async () => version],
]);

async function loadHelp(): Promise<Command> {
  return (await import("./commands/help.ts")).help;
}

/** Signals that end a run tidily, with the exit code that each gives. */
const codeBySignal = { SIGHUP: exitCode.hungUp, SIGINT: exitCode.interrupted, SIGTERM: exitCode.terminated } as const;

/** A command that has not ended so long after a signal, in milliseconds, is ended: it may wait for a disk or for standard input. */
const maxStopMs = 3_000;

/** Runs one command and gives the exit code. Puts the real world into it: terminal, clock, chance, signals. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  const stop = new AbortController();
  let stopped: ExitCode | undefined;
  for (const [signal, code] of Object.entries(codeBySignal)) {
    process.on(signal, () => {
      if (stopped !== undefined) process.exit(stopped);
      stopped = code;
      stop.abort();
      setTimeout(() => process.exit(code), maxStopMs).unref();
    });
  }
  const world: World = {
    terminal: openTerminal(readClock),
    createSha256,
    now: readClock,
    random: (length) => new Uint8Array(randomBytes(length)),
    engine: { name: `Node ${process.versions.node}`, zones: process.versions["tz"] ?? "not named by the engine" },
    signal: stop.signal,
  };
  const [name, ...rest] = args;
  // "unmask read --help" asks for the same page: somebody who is lost should not be told that she asked wrongly.
  const load = rest.includes("--help") ? loadHelp : commandByName.get(name ?? "help");
  if (!load) return refuseUsage(world, `there is no command "${name ?? ""}".`);
  try {
    const command = await load();
    const code = await command(rest, world);
    return stopped ?? codeOfOutput(code, world);
  } catch (error) {
    if (stopped === undefined) return refuse(world, unforeseen(error));
    world.terminal.say("unmask: stopped. Nothing was left half made, and your files are unchanged.");
    return stopped;
  }
}

/** What was not written is told, and nothing of it counts as done; a reader that went away by itself is no fault. */
function codeOfOutput(code: ExitCode, world: World): ExitCode {
  const unwritten = world.terminal.unwritten();
  if (unwritten === undefined || unwritten === "EPIPE") return code;
  const failed = refuse(world, `standard output could not be written whole: ${sayNotWritten(unwritten)}.`);
  return code === exitCode.done ? failed : code;
}

async function version(_args: readonly string[], world: World): Promise<ExitCode> {
  await world.terminal.write(`unmask ${manifest.version}\n`);
  return exitCode.done;
}
