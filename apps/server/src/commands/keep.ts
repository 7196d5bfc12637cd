import { parseOptions } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { type Copied, backUp, restore } from "../ports/backup.ts";
import { joinErasedList, readErasedList } from "../ports/erased-files.ts";
import { offerAllAgain } from "../ports/offer-again.ts";
import { upgrade } from "../ports/upgrade.ts";
import { rebuildRows } from "./tables.ts";
import type { World } from "./world.ts";

/** `unmask force backup`: a copy of everything but the keys, which go to a folder of their own. */
export async function forceBackup(args: readonly string[], world: World): Promise<ExitCode> {
  const options = parseOptions(args, ["data", "out", "keys"]);
  if (!options.ok) return refuse(world, options.error, exitCode.usage);
  const { data, out, keys } = options.value;
  if (data === undefined || out === undefined)
    return refuse(world, "force backup needs --data DIR and --out FOLDER, and --keys FOLDER to copy the keys too.", exitCode.usage);
  const copied = await backUp(data, out, keys);
  if (!copied.ok) return refuse(world, copied.error, exitCode.failed);
  world.say(
    keys === undefined
      ? "The keys were not copied: without them nothing of this can be opened. Keep them apart: --keys FOLDER."
      : `The keys lie in ${keys}: keep them under lock, and never beside the copy.`,
  );
  return await told(world, copied.value);
}

/** `unmask force restore`: a copy and its keys, into a folder where there is no force; `--erased FILE`: the newest list of what was erased, which the copy does not know. */
export async function forceRestore(args: readonly string[], world: World): Promise<ExitCode> {
  const options = parseOptions(args, ["from", "keys", "data", "erased"]);
  if (!options.ok) return refuse(world, options.error, exitCode.usage);
  const { from, keys, data, erased } = options.value;
  if (from === undefined || keys === undefined || data === undefined)
    return refuse(world, "force restore needs --from FOLDER, --keys FOLDER and --data DIR.", exitCode.usage);
  const newer = erased === undefined ? "" : await world.readText(erased);
  if (newer === undefined) return refuse(world, `${erased ?? ""} cannot be read. Nothing was changed.`, exitCode.usage);
  const isRead = readErasedList(newer);
  if (!isRead.ok) return refuse(world, `${isRead.error} Nothing was changed.`, exitCode.failed);
  const restored = await restore(from, keys, data);
  if (!restored.ok) return refuse(world, restored.error, exitCode.failed);
  await joinErasedList(world.folders(data).inside.path, newer);
  if (erased === undefined)
    world.say(
      "What was erased since this copy stands in it again. Before anybody is let in, join the newest list of it: put its erased.jsonl into DIR/case, or restore with --erased FILE.",
    );
  world.say("What the inside took since this copy lies at the intake for 30 days at least: unmask force offer-again --data DIR");
  return await told(world, restored.value);
}

/** `unmask force offer-again`: after the inside was restored from an older copy, it takes what it no longer has; what it has it takes once. */
export async function forceOfferAgain(args: readonly string[], world: World): Promise<ExitCode> {
  const options = parseOptions(args, ["data", "database"]);
  if (!options.ok) return refuse(world, options.error, exitCode.usage);
  const { data, database } = options.value;
  if (data === undefined) return refuse(world, "force offer-again needs --data DIR.", exitCode.usage);
  const offered = await offerAllAgain(data, database);
  if (!offered.ok) return refuse(world, offered.error, exitCode.failed);
  await world.print(JSON.stringify({ offered: offered.value }));
  return exitCode.done;
}

/**
 * `unmask force upgrade`: the steps that the rows lack, made or, with `--dry-run`, only told; one line of JSON a role. Then queue and cases are worked
 * out anew, with how many in a line of its own. The server is stopped.
 */
export async function forceUpgrade(args: readonly string[], world: World): Promise<ExitCode> {
  const isDry = args.includes("--dry-run");
  const options = parseOptions(
    args.filter((word) => word !== "--dry-run"),
    ["data", "database"],
  );
  if (!options.ok) return refuse(world, options.error, exitCode.usage);
  const { data, database } = options.value;
  if (data === undefined) return refuse(world, "force upgrade needs --data DIR.", exitCode.usage);
  const upgrades = await upgrade(data, database, isDry);
  if (!upgrades.ok) return refuse(world, upgrades.error, exitCode.failed);
  if (upgrades.value.length === 0) return refuse(world, `there is no force in ${data}.`, exitCode.failed);
  for (const one of upgrades.value) await world.print(JSON.stringify(one));
  // Queue and cases are worked out as things are written: what an earlier edition worked out, a danger among it, would stand as that edition told it.
  if (!upgrades.value.some(({ role, made }) => role === "case" && made)) return exitCode.done;
  const rebuilt = await rebuildRows(world, { data, database });
  if (!rebuilt.ok)
    return refuse(
      world,
      `${rebuilt.error} The tables are of this edition now, queue and cases are not worked out anew yet: unmask force rebuild`,
      exitCode.failed,
    );
  await world.print(JSON.stringify(rebuilt.value));
  return exitCode.done;
}

async function told(world: World, { files, rowsElsewhere }: Copied): Promise<ExitCode> {
  for (const role of rowsElsewhere) world.say(`The rows of ${role} are not in the folder: PostgreSQL's own dump holds them.`);
  await world.print(JSON.stringify({ files }));
  return exitCode.done;
}

function refuse(world: World, says: string, code: ExitCode): ExitCode {
  world.say(`unmask: ${says}`);
  return code;
}
