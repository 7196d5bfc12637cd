import { parseCodeTable, readPaperTemplate } from "@unmask/case";
import { type Result, failed, ok } from "@unmask/core";
import { parseOptions } from "../arguments.ts";
import { queueRuleOf } from "../desk/desk-rules.ts";
import { rebuildProjections } from "../desk/project.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { keepCodeTable } from "../ports/case-files.ts";
import { openLockedRows, whyNoRows } from "../ports/case-rows.ts";
import { keepTemplate } from "../ports/template-folder.ts";
import type { World } from "./world.ts";

/** `unmask force rebuild`: works out queue, cases and orders anew from what was written down; how many. The server is stopped. */
export async function forceRebuild(args: readonly string[], world: World): Promise<ExitCode> {
  const options = parseOptions(args, ["data", "database"]);
  if (!options.ok) return refuse(world, options.error, exitCode.usage);
  const { data, database } = options.value;
  if (data === undefined) return refuse(world, "force rebuild needs --data DIR.", exitCode.usage);
  const made = await rebuildRows(world, { data, database });
  if (!made.ok) return refuse(world, made.error, exitCode.failed);
  await world.print(JSON.stringify(made.value));
  return exitCode.done;
}

/** Works out queue, cases and orders anew in the rows of a data folder, or of the PostgreSQL at `database`; how many. The failure says what to do. */
export async function rebuildRows(
  world: Pick<World, "folders" | "now">,
  { data, database }: { readonly data: string; readonly database: string | undefined },
): Promise<Result<{ readonly reports: number; readonly cases: number; readonly orders: number }, string>> {
  const { inside } = world.folders(data);
  const missing = inside.exists("log") ? whyNoRows(inside.path, database) : undefined;
  if (missing !== undefined) return failed(missing);
  // The lock of the folder, beside PostgreSQL too: what a running case role writes meanwhile would end this half way.
  const opened = await openLockedRows(inside, database);
  if (!opened.ok) return opened;
  const { database: kept, force } = opened.value.rows;
  try {
    return ok(await rebuildProjections(kept, { force, rule: await queueRuleOf(kept.db, force), now: world.now() }));
  } finally {
    await opened.value.close();
  }
}

/** `unmask force codes`: the force's own table of offence codes, as CSV; the desk uses it from the next recording on. */
export async function forceCodes(args: readonly string[], world: World): Promise<ExitCode> {
  const file = args.at(-1);
  const options = parseOptions(args.slice(0, -1), ["data"]);
  if (!options.ok) return refuse(world, options.error, exitCode.usage);
  const { data } = options.value;
  if (data === undefined || file === undefined) return refuse(world, "force codes needs --data DIR and a file: CSV.", exitCode.usage);
  const { inside } = world.folders(data);
  if (!inside.exists("set")) return refuse(world, `there is no force in ${data}. Make one: unmask force init.`, exitCode.failed);
  const text = await world.readText(file);
  if (text === undefined) return refuse(world, `${file} cannot be read.`, exitCode.usage);
  const table = parseCodeTable(file, text);
  if (!table.ok) return refuse(world, `${table.error} The table before it stays.`, exitCode.failed);
  await keepCodeTable(inside.path, file, text);
  await world.print(JSON.stringify({ rows: table.value.rows.length }));
  return exitCode.done;
}

/** `unmask force template`: the force's own words for the papers of orders (docs/formats/bundle.md); papers are made by it from its day on. */
export async function forceTemplate(args: readonly string[], world: World): Promise<ExitCode> {
  const file = args.at(-1);
  const options = parseOptions(args.slice(0, -1), ["data"]);
  if (!options.ok) return refuse(world, options.error, exitCode.usage);
  const { data } = options.value;
  if (data === undefined || file === undefined) return refuse(world, "force template needs --data DIR and a file: JSON.", exitCode.usage);
  const { inside } = world.folders(data);
  if (!inside.exists("set")) return refuse(world, `there is no force in ${data}. Make one: unmask force init.`, exitCode.failed);
  const text = await world.readText(file);
  if (text === undefined) return refuse(world, `${file} cannot be read.`, exitCode.usage);
  const template = readPaperTemplate(text);
  if (!template.ok) return refuse(world, `${file}: ${template.error} Nothing was changed.`, exitCode.failed);
  const kept = await keepTemplate(inside.path, template.value, text);
  if (!kept.ok) return refuse(world, kept.error, exitCode.failed);
  const { name, from, confirmed, words } = template.value;
  await world.print(JSON.stringify({ name, from, isConfirmed: confirmed !== null, words: Object.keys(words).length }));
  return exitCode.done;
}

function refuse(world: World, says: string, code: ExitCode): ExitCode {
  world.say(`unmask: ${says}`);
  return code;
}
