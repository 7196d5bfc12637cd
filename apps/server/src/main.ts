import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openStandardOutput, readClock } from "@unmask/fittings-node";
import type { World } from "./commands/world.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { readChance } from "./ports/chance.ts";
import { openForceFolder } from "./ports/force-folder.ts";
import { isOfDisk } from "./ports/shared-sync.ts";

type Command = (args: readonly string[], world: World) => Promise<ExitCode>;

/** Each is loaded when it is asked for. */
const commandByWords: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ["server", async () => (await import("./commands/server.ts")).server],
  ["force init", async () => (await import("./commands/force.ts")).forceInit],
  ["force set", async () => (await import("./commands/force.ts")).forceSet],
  ["force health", async () => (await import("./commands/health.ts")).health],
  ["force rotate", async () => (await import("./commands/force.ts")).forceRotate],
  ["force enrol", async () => (await import("./commands/enrol.ts")).enrol],
  ["force backup", async () => (await import("./commands/keep.ts")).forceBackup],
  ["force restore", async () => (await import("./commands/keep.ts")).forceRestore],
  ["force offer-again", async () => (await import("./commands/keep.ts")).forceOfferAgain],
  ["force rebuild", async () => (await import("./commands/tables.ts")).forceRebuild],
  ["force codes", async () => (await import("./commands/tables.ts")).forceCodes],
  ["force template", async () => (await import("./commands/tables.ts")).forceTemplate],
  ["force holidays", async () => (await import("./commands/holidays.ts")).forceHolidays],
  ["force invented-orders", async () => (await import("./commands/invented.ts")).forceInventedOrders],
  ["force law", async () => (await import("./commands/law.ts")).forceLaw],
  ["force neighbours", async () => (await import("./commands/neighbours.ts")).forceNeighbours],
  ["force services", async () => (await import("./commands/services.ts")).forceServices],
  ["force retention", async () => (await import("./commands/retention.ts")).forceRetention],
  ["force upgrade", async () => (await import("./commands/keep.ts")).forceUpgrade],
  ["learn export", async () => (await import("./commands/learn.ts")).learnExport],
  ["audit verify", async () => (await import("./commands/audit.ts")).verifyLog],
  ["audit accept-copy", async () => (await import("./commands/audit.ts")).acceptCopy],
  ["audit export", async () => (await import("./commands/audit.ts")).exportLog],
]);

/** Runs one command of the force's side and gives the exit code. Puts the real world into it. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  // Some packages write what passes to standard error when this is set: ids and lengths are nobody's business.
  delete process.env["DEBUG"];
  const output = openStandardOutput();
  // A terminal that was closed: there is nobody left to tell.
  process.stderr.on("error", () => undefined);
  const world: World = {
    print: (line) => output.write(`${line}\n`),
    say: (line) => void process.stderr.write(`${line}\n`),
    now: readClock,
    random: readChance,
    port: portOf(process.env["PORT"]),
    readText: readTextOrNothing,
    // Built or from its sources, the program lies one folder below its app.
    apps: new URL("../../", import.meta.url),
    toldToEnd,
    folders: (data) => ({ intake: openForceFolder(join(data, "intake")), inside: openForceFolder(join(data, "case")) }),
  };
  const words = args.slice(0, args[0] === "server" ? 1 : 2).join(" ");
  const load = commandByWords.get(words);
  if (load === undefined) {
    world.say(`unmask: there is no command "${words}". The force's side has: ${[...commandByWords.keys()].join(", ")}.`);
    return exitCode.usage;
  }
  try {
    const command = await load();
    return codeOfOutput(await command(args.slice(words.split(" ").length), world), output.fault(), world);
  } catch (error) {
    // Where, never what: the words of an error could quote what passed.
    const code: unknown = error instanceof Error ? Reflect.get(error, "code") : undefined;
    const next =
      code === "40001" || code === "40P01"
        ? "Others wrote into the database all the while; nothing of this was kept. Stop the case role, and try again."
        : "Look at the disk and the rights of the folder, and try again.";
    world.say(`unmask: ${words} ended with ${typeof code === "string" ? code : "a fault of ours"}. ${next}`);
    return isOfDisk(code) ? exitCode.disk : exitCode.failed;
  }
}

/** What was not written is told, and nothing of it counts as done; a reader that went away by itself (`| head`) is no fault. */
function codeOfOutput(code: ExitCode, unwritten: string | undefined, world: World): ExitCode {
  if (unwritten === undefined || unwritten === "EPIPE") return code;
  world.say(`unmask: standard output could not be written whole (${unwritten}). Look at the disk that it goes to.`);
  return code === exitCode.done ? exitCode.failed : code;
}

/** Her app and the intake; fixed, because what a browser keeps belongs to one origin, port included. The console is two further on. */
const usualPort = 4180;

/** NaN for what is no port: who listens says so. */
function portOf(text: string | undefined): number {
  return text === undefined || text === "" ? usualPort : Number(/^\d{1,5}$/.test(text) ? text : Number.NaN);
}

async function readTextOrNothing(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    // A missing file, a folder, no right to read: whoever asked says which file it is.
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}

/** The first word to end is heard; a second one ends the process at once, as it would any other. */
function toldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
}
