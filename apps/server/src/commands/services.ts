import { parseOptions } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { ForceService } from "../force/force-service.ts";
import { openServices } from "../ports/service-folder.ts";
import type { World } from "./world.ts";

/**
 * `unmask force services`: the services to which something can be sealed by a person’s consent. `--load FILE` keeps one, `--remove ID` takes one away; without
 * either they are listed, one line of JSON each.
 */
export async function forceServices(args: readonly string[], world: World): Promise<ExitCode> {
  const options = parseOptions(
    args.filter((word) => word !== "--list"),
    ["data", "load", "remove"],
  );
  if (!options.ok) return refuse(world, options.error, exitCode.usage);
  const { data, load, remove } = options.value;
  if (data === undefined) return refuse(world, "force services needs --data DIR, and --list, --load FILE or --remove ID.", exitCode.usage);
  const { inside } = world.folders(data);
  if (!inside.exists("set")) return refuse(world, `there is no force in ${data}. Make one: unmask force init.`, exitCode.failed);
  const services = openServices(inside.path);
  if (remove !== undefined) {
    if (await services.remove(remove)) return exitCode.done;
    return refuse(world, "no service of this id is loaded: unmask force services --list names them.", exitCode.failed);
  }
  if (load === undefined) {
    for (const one of await services.list()) await world.print(lineOf(one));
    return exitCode.done;
  }
  const file = await world.readText(load);
  if (file === undefined) return refuse(world, `${load} cannot be read.`, exitCode.usage);
  const kept = await services.keep(file);
  if (!kept.ok) return refuse(world, `${load} names no service: ${kept.error}.`, exitCode.failed);
  await world.print(lineOf(kept.value));
  return exitCode.done;
}

function lineOf({ id, name, recipient, checkedOn, source }: ForceService): string {
  return JSON.stringify({ id, name, recipient, checkedOn, checkedHow: source });
}

function refuse(world: World, says: string, code: ExitCode): ExitCode {
  world.say(`unmask: ${says}`);
  return code;
}
