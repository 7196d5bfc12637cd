import { type Result, failed, ok } from "@unmask/core";
import { type Options, parseCount, parseOptions } from "../arguments.ts";
import { type ProviderSettings, parseProviderSettings } from "../access/provider-settings.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { runCase } from "../ports/run-case.ts";
import { type Running, runIntake } from "../ports/run-intake.ts";
import { type World, consoleOriginOf, consolePortAfter } from "./world.ts";

/** Letters that may wait before each further one costs more work. */
const usualWorkFrom = 200;
/** More than these no intake has: a slip of the pen. */
const mostWorkFrom = 1_000_000_000;

const names = ["role", "data", "database", "work-from", "host", "origin", "intake", "console-origin", "sign-in"] as const;

/** What `--role` asks for. */
const rolesOf: ReadonlyMap<string, readonly ("intake" | "case")[]> = new Map([
  ["intake", ["intake"]],
  ["case", ["case"]],
  ["both", ["intake", "case"]],
]);

/** `unmask server`: runs one role or both until it is told to end. A role says where it is once its door answers. */
export async function server(args: readonly string[], world: World): Promise<ExitCode> {
  const options = parseOptions(args, names);
  if (!options.ok) return refuse(world, options.error, exitCode.usage);
  const signIn = await signInOf(options.value["sign-in"], world);
  if (!signIn.ok) return refuse(world, signIn.error, exitCode.usage);
  const plan = planOf(options.value, signIn.value, world);
  if (!plan.ok) return refuse(world, plan.error, exitCode.usage);
  // Heard from now on: whoever reads that a door answers may end it in that moment.
  const toldToEnd = world.toldToEnd();
  const running: Running[] = [];
  for (const start of plan.value) {
    const started = await start();
    if (!started.ok) {
      await endAll(running);
      return refuse(world, started.error, exitCode.failed);
    }
    running.push(started.value);
  }
  await toldToEnd;
  await endAll(running);
  return exitCode.done;
}

/** The inside first: it asks the intake, which answers until then. */
async function endAll(running: readonly Running[]): Promise<void> {
  for (const one of running.toReversed()) await one.close();
}

type Start = () => Promise<Result<Running, string>>;

function planOf(
  options: Options<(typeof names)[number]>,
  signIn: ProviderSettings | undefined,
  world: World,
): Result<readonly Start[], string> {
  const { role = "", data, database, host, intake } = options;
  const roles = rolesOf.get(role);
  if (roles === undefined || data === undefined) return failed("server needs --role intake, case or both, and --data DIR.");
  const workFrom = parseCount("work-from", options["work-from"] ?? String(usualWorkFrom), mostWorkFrom);
  if (!workFrom.ok) return workFrom;
  const publicOrigin = originOf("origin", options.origin);
  if (!publicOrigin.ok) return publicOrigin;
  const consoleOrigin = originOf("console-origin", options["console-origin"]);
  if (!consoleOrigin.ok) return consoleOrigin;
  const from = originOf("intake", intake);
  if (!from.ok) return from;
  if (role === "case" && from.value === undefined) return failed("server --role case needs --intake URL: where it takes from.");
  if (role === "intake" && signIn !== undefined) return failed("--sign-in is for the desk: --role case or both.");
  if (role !== "case" && from.value !== undefined) return failed(`--intake is for --role case: --role ${role} has its own.`);
  // The console is beside the intake that runs: of a port that the machine chose, too.
  let port = world.port;
  const common = { database, host, apps: world.apps, tell: (line: string) => world.say(line) };
  const both = world.folders(data);
  const folders = role === "both" ? { intake: both.intake.path, case: both.inside.path } : { intake: data, case: data };
  const starts: Record<"intake" | "case", Start> = {
    intake: async () => {
      const place = { port, host, tryPort: (other: number) => `PORT=${other}` };
      const publicHost = publicOrigin.value === undefined ? undefined : new URL(publicOrigin.value).host;
      const started = await runIntake({ ...common, folder: folders.intake, workFrom: workFrom.value, place, publicHost });
      if (!started.ok) return started;
      port = started.value.port;
      await world.print(`intake http://localhost:${port}`);
      return started;
    },
    case: async () => {
      const origin = consoleOrigin.value ?? consoleOriginOf(port);
      const started = await runCase({
        ...common,
        folder: folders.case,
        intake: from.value ?? `http://localhost:${port}`,
        origin,
        signIn,
        port: port + consolePortAfter,
      });
      if (started.ok) await world.print(`console ${origin}`);
      return started;
    },
  };
  return ok(roles.map((one) => starts[one]));
}

/** The force's own sign-in, as the file says that `--sign-in` names. */
async function signInOf(file: string | undefined, world: World): Promise<Result<ProviderSettings | undefined, string>> {
  if (file === undefined) return ok(undefined);
  const json = await world.readText(file);
  if (json === undefined) return failed(`--sign-in ${file}: it cannot be read.`);
  const read = parseProviderSettings(json);
  return read.ok ? read : failed(`--sign-in ${file}: ${read.error}. Nothing was started; docs/running.md says what stands there.`);
}

/** An origin that somebody named: scheme and host, no path. */
function originOf(name: string, text: string | undefined): Result<string | undefined, string> {
  if (text === undefined || /^https?:\/\/[a-z0-9.-]+(?::\d+)?$/.test(text)) return ok(text);
  return failed(`--${name} ${text}: write an address without a path, like https://report.example.org.`);
}

function refuse(world: World, says: string, code: ExitCode): ExitCode {
  world.say(`unmask: ${says}`);
  return code;
}
