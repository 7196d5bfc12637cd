import { parseOptions } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { forceHealth } from "../opening/force-health.ts";
import { openKeptRows } from "../ports/case-rows.ts";
import type { World } from "./world.ts";

/** `unmask force health`: one line of JSON for each item that was ever taken in, and nothing that stands in one. The server is stopped, or runs on PostgreSQL. */
export async function health(args: readonly string[], world: World): Promise<ExitCode> {
  const options = parseOptions(args, ["data", "database"]);
  if (!options.ok) return refuse(world, options.error, exitCode.usage);
  const { data, database } = options.value;
  if (data === undefined) return refuse(world, "force health needs --data DIR.", exitCode.usage);
  const rows = await openKeptRows(world.folders(data).inside, database);
  if (!rows.ok) return refuse(world, rows.error, exitCode.failed);
  try {
    for await (const line of forceHealth(rows.value.database, rows.value.force.id)) if (!(await world.print(line))) break;
    return exitCode.done;
  } finally {
    await rows.value.database.close();
  }
}

function refuse(world: World, says: string, code: ExitCode): ExitCode {
  world.say(`unmask: ${says}`);
  return code;
}
