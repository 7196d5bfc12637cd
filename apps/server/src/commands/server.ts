import { type Result, failed, ok } from "@unmask/core";
import { parseCount, parseOptions } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { type Running, runIntake } from "../ports/run-intake.ts";
import type { World } from "./world.ts";

/** Her app and the intake; fixed, because what a browser keeps belongs to one origin, port included. */
const usualPort = 4180;
/** Letters that may wait before each further one costs more work. */
const usualWorkFrom = 200;
/** More than these no intake has: a slip of the pen. */
const mostWorkFrom = 1_000_000_000;

const names = ["role", "data", "database", "work-from", "host", "origin"] as const;

/** `unmask server`: runs a role until it is told to end. */
export async function server(args: readonly string[], world: World): Promise<ExitCode> {
  const options = parseOptions(args, names);
  if (!options.ok) return refuse(world, options.error, exitCode.usage);
  const { role, data, database, host } = options.value;
  if (role !== "intake" || data === undefined) return refuse(world, "server needs --role intake and --data DIR.", exitCode.usage);
  const workFrom = parseCount("work-from", options.value["work-from"] ?? String(usualWorkFrom), mostWorkFrom);
  if (!workFrom.ok) return refuse(world, workFrom.error, exitCode.usage);
  const publicHost = hostOf(options.value.origin);
  if (!publicHost.ok) return refuse(world, publicHost.error, exitCode.usage);
  const intake = await runIntake({
    folder: data,
    database,
    workFrom: workFrom.value,
    place: { port: Number(world.port ?? usualPort), host, tryPort: (port) => `PORT=${port}` },
    publicHost: publicHost.value,
    apps: world.apps,
    tell: (line) => world.say(line),
  });
  if (!intake.ok) return refuse(world, intake.error, exitCode.failed);
  world.print(`intake http://localhost:${intake.value.port}`);
  return untilTold(world, [intake.value]);
}

/** Runs until the process is told to end, then ends the roles one after the other. */
async function untilTold(world: World, running: readonly Running[]): Promise<ExitCode> {
  await world.toldToEnd();
  for (const one of running) await one.close();
  return exitCode.done;
}

/** The host by which a proxy lets people in; the name of this machine alone without it. */
function hostOf(origin: string | undefined): Result<string | undefined, string> {
  if (origin === undefined) return ok(undefined);
  const host = /^https?:\/\/([a-z0-9.-]+(?::\d+)?)$/.exec(origin)?.[1];
  return host === undefined ? failed(`--origin ${origin}: write an address without a path, like https://report.example.org.`) : ok(host);
}

function refuse(world: World, says: string, code: ExitCode): ExitCode {
  world.say(`unmask: ${says}`);
  return code;
}
