import type { FreeDays } from "@unmask/core";
import { readFreeDays, withFreeDays } from "@unmask/law";
import { parseOptions } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { openCaseRows } from "../ports/case-rows.ts";
import { readOwnFreeDays, writeOwnFreeDays } from "../sql/case/free-days.ts";
import type { World } from "./world.ts";

/**
 * `unmask force holidays`: free days of England and Wales beyond those that are shipped. `--load FILE` keeps a table, whole or not at all; without
 * it what the desk goes by is printed, one line of JSON: the years, the days, where they were read and when.
 */
export async function forceHolidays(args: readonly string[], world: World): Promise<ExitCode> {
  const options = parseOptions(
    args.filter((word) => word !== "--list"),
    ["data", "database", "load"],
  );
  if (!options.ok) return refuse(world, options.error, exitCode.usage);
  const { data, database, load } = options.value;
  if (data === undefined) return refuse(world, "force holidays needs --data DIR, and --load FILE or --list.", exitCode.usage);
  const json = load === undefined ? undefined : await world.readText(load);
  if (load !== undefined && json === undefined) return refuse(world, `${load} cannot be read.`, exitCode.usage);
  const table = json === undefined ? undefined : readFreeDays(json);
  if (table?.ok === false) return refuse(world, `${table.error} What was loaded before stays.`, exitCode.failed);
  const rows = await openCaseRows(world.folders(data).inside, database);
  if (!rows.ok) return refuse(world, rows.error, exitCode.failed);
  const { force } = rows.value;
  try {
    if (json !== undefined) await rows.value.database.transaction((tx) => writeOwnFreeDays(tx, force.id, json));
    world.print(JSON.stringify(tablesTold(await readOwnFreeDays(rows.value.database.db, force.id))));
    return exitCode.done;
  } finally {
    await rows.value.database.close();
  }
}

/** What the desk goes by, and of each table by itself for which years, where and when it was read: a year that was loaded is the force's. */
function tablesTold(own: FreeDays | null): object {
  const { years, holidays } = withFreeDays(own);
  const readAs = ({ years: of, source, checkedOn }: FreeDays): object => ({ years: of, source, checkedOn });
  return { years, holidays, read: [readAs(withFreeDays(null)), ...(own === null ? [] : [readAs(own)])] };
}

function refuse(world: World, says: string, code: ExitCode): ExitCode {
  world.say(`unmask: ${says}`);
  return code;
}
