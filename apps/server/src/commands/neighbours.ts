import { parsePublicKey, publicKeyText } from "@unmask/seal";
import { parseOptions } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { Neighbour } from "../force/neighbour.ts";
import { openNeighbours } from "../ports/neighbour-folder.ts";
import type { World } from "./world.ts";

/**
 * `unmask force neighbours`: the forces to which a report can be handed on. `--load FILE` keeps the set of one, with `FILE.minisig` beside it; the
 * first time `--signer` says who must have signed it. `--remove ID` takes one away; without either they are listed, one line of JSON each.
 */
export async function forceNeighbours(args: readonly string[], world: World): Promise<ExitCode> {
  const options = parseOptions(
    args.filter((word) => word !== "--list"),
    ["data", "load", "signer", "intake", "remove"],
  );
  if (!options.ok) return refuse(world, options.error, exitCode.usage);
  const { data, load, signer, intake, remove } = options.value;
  if (data === undefined)
    return refuse(world, "force neighbours needs --data DIR, and --list, --load FILE or --remove ID.", exitCode.usage);
  const { inside } = world.folders(data);
  if (!inside.exists("set")) return refuse(world, `there is no force in ${data}. Make one: unmask force init.`, exitCode.failed);
  const neighbours = openNeighbours(inside.path, async () => undefined);
  if (remove !== undefined) {
    if (await neighbours.remove(remove)) return exitCode.done;
    return refuse(world, "no force of this id is loaded: unmask force neighbours --list names them.", exitCode.failed);
  }
  if (load === undefined) {
    for (const one of await neighbours.list()) await world.print(lineOf(one));
    return exitCode.done;
  }
  const key = signer === undefined ? undefined : parsePublicKey(signer);
  if (key?.ok === false) return refuse(world, `--signer: ${key.error}`, exitCode.usage);
  const [set, signature] = await Promise.all([world.readText(load), world.readText(`${load}.minisig`)]);
  if (set === undefined || signature === undefined) return refuse(world, `${load} or ${load}.minisig cannot be read.`, exitCode.usage);
  const bytes = new TextEncoder();
  const files = { set: bytes.encode(set), signature: bytes.encode(signature) };
  const told = { signer: key === undefined ? undefined : publicKeyText(key.value), intake };
  const kept = await neighbours.keep(files, told);
  if (!kept.ok) return refuse(world, kept.error, exitCode.failed);
  await world.print(lineOf(kept.value));
  return exitCode.done;
}

function lineOf({ set, intake }: Neighbour): string {
  return JSON.stringify({ force: set.force, name: set.name, number: set.number, signer: set.signer, intake });
}

function refuse(world: World, says: string, code: ExitCode): ExitCode {
  world.say(`unmask: ${says}`);
  return code;
}
