import { parseOptions } from "../arguments.ts";
import { rulesOf } from "../desk/desk-rules.ts";
import { rebuildProjections } from "../desk/project.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { openCaseRows } from "../ports/case-rows.ts";
import type { World } from "./world.ts";

/** `unmask force rebuild`: makes what the queue and the list of cases are read from anew, from the events alone. The server is stopped, or runs on PostgreSQL. */
export async function rebuild(args: readonly string[], world: World): Promise<ExitCode> {
  const options = parseOptions(args, ["data", "database"]);
  if (!options.ok) return refuse(world, options.error, exitCode.usage);
  const { data, database } = options.value;
  if (data === undefined) return refuse(world, "force rebuild needs --data DIR.", exitCode.usage);
  const rows = await openCaseRows(world.folders(data).inside, database);
  if (!rows.ok) return refuse(world, rows.error, exitCode.failed);
  try {
    const { force } = rows.value;
    const made = await rebuildProjections(rows.value.database, { force: force.id, rule: rulesOf(force).queue });
    world.print(JSON.stringify(made));
    return exitCode.done;
  } finally {
    await rows.value.database.close();
  }
}

function refuse(world: World, says: string, code: ExitCode): ExitCode {
  world.say(`unmask: ${says}`);
  return code;
}
