import { type FreeDays, ok } from "@unmask/core";
import { freeDaysInForce, readFreeDays, withFreeDays, withOneMore } from "@unmask/law";
import { parseOptions } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { openKeptRows } from "../ports/case-rows.ts";
import { readOwnFreeDays, writeOwnFreeDays } from "../sql/case/free-days.ts";
import type { World } from "./world.ts";

/**
 * `unmask force holidays`: free days of England and Wales beyond those that are shipped. `--load FILE` adds a table, whole or not at all, to those
 * that were loaded before. What the desk goes by is printed, one line of JSON: the years, the days, and of each day where it was read and when.
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
  const rows = await openKeptRows(world.folders(data).inside, database);
  if (!rows.ok) return refuse(world, rows.error, exitCode.failed);
  const { force } = rows.value;
  try {
    const own = await rows.value.database.transaction(async (tx) => {
      const before = await readOwnFreeDays(tx, force.id);
      const now = table === undefined ? ok(before) : withOneMore(before, table.value);
      if (table !== undefined && now.ok) await writeOwnFreeDays(tx, force.id, now.value);
      return now;
    });
    if (!own.ok) return refuse(world, `${own.error} What was loaded before stays.`, exitCode.failed);
    await world.print(JSON.stringify(tablesTold(own.value)));
    return exitCode.done;
  } finally {
    await rows.value.database.close();
  }
}

/** What the desk goes by: the years, the days, and under `read` each day once with where it was read and when. */
function tablesTold(own: readonly FreeDays[]): object {
  const { years, holidays } = withFreeDays(own);
  const read = freeDaysInForce(own).map(({ years: of, source, checkedOn, holidays: days }) => ({
    years: of,
    source,
    checkedOn,
    holidays: days,
  }));
  return { years, holidays, read };
}

function refuse(world: World, says: string, code: ExitCode): ExitCode {
  world.say(`unmask: ${says}`);
  return code;
}
