import {
  type Edition,
  type KeptEdition,
  civilDayOf,
  countsOf,
  editionsToCsv,
  editionsToJson,
  inventedEditions,
  isAsPublished,
  makeEdition,
  monthOf,
} from "@unmask/case";
import { type Result, failed, ok } from "@unmask/core";
import { parseOptions } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { machineTransaction } from "../access/as-machine.ts";
import { learnFactsIn } from "../learn/learn-facts-of-rows.ts";
import { openLockedRows, whyNoRows } from "../ports/case-rows.ts";
import { keepEdition, readEditions, readyFolder, writeStatistics } from "../ports/learn-files.ts";
import type { World } from "./world.ts";

/** Months of one export: more than a working life of a force. */
const mostMonths = 600;

/** What was asked for. */
interface Asked {
  /** In order, each once. */
  readonly months: readonly string[];
  readonly correct: boolean;
  readonly out: string;
  readonly from: { readonly data: string; readonly database: string | undefined } | { readonly seed: number };
}

/**
 * `unmask learn export`: what is published of closed months, as CSV and JSON (docs/formats/statistics.md), with the share of cells that are shown as one line
 * of JSON. An edition is made once and kept; `--correct` makes another where counts have changed. The server is stopped, or runs on PostgreSQL.
 */
export async function learnExport(args: readonly string[], world: World): Promise<ExitCode> {
  const asked = readAsked(args);
  if (!asked.ok) return refuse(world, asked.error, exitCode.usage);
  const { months, out, from } = asked.value;
  const running = monthOf(world.now());
  const open = months.find((month) => month >= running);
  if (open !== undefined)
    return refuse(
      world,
      `${open} is not over: two looks at a month that runs can single out one report. Nothing was written.`,
      exitCode.failed,
    );
  const editions = "seed" in from ? await inventedOf(from.seed, asked.value) : await publishedOf(world, asked.value, from);
  if (!editions.ok) return refuse(world, editions.error, exitCode.failed);
  await writeStatistics(out, { csv: editionsToCsv(editions.value), json: editionsToJson(editions.value) });
  await world.print(JSON.stringify(told(editions.value)));
  return exitCode.done;
}

function told(editions: readonly Edition[]): object {
  const [cells, shown] = [editions.reduce((sum, one) => sum + one.cells, 0), editions.reduce((sum, one) => sum + one.shown, 0)];
  return { editions: editions.length, cells, shown, share: cells === 0 ? 0 : Math.round((100 * shown) / cells) / 100 };
}

async function inventedOf(seed: number, { months, out }: Asked): Promise<Result<readonly Edition[], string>> {
  const place = await readyFolder(out);
  if (!place.ok) return place;
  const years = [...new Set(months.map((month) => Number(month.slice(0, 4))))];
  return ok(years.flatMap((year) => inventedEditions(seed, year)).filter(({ month }) => months.includes(month)));
}

async function publishedOf(
  world: World,
  { months, correct, out }: Asked,
  { data, database }: { readonly data: string; readonly database: string | undefined },
): Promise<Result<readonly Edition[], string>> {
  const { inside } = world.folders(data);
  const missing = inside.exists("log") ? whyNoRows(inside.path, database) : undefined;
  if (missing !== undefined) return failed(missing);
  // The lock of the folder: of two that publish at once, neither would have been looked at beside the other.
  const opened = await openLockedRows(inside, database);
  if (!opened.ok) return opened;
  try {
    const kept = await readEditions(inside.path);
    if (!kept.ok) return kept;
    // An edition is made once: none for files that then cannot be written.
    const place = await readyFolder(out);
    if (!place.ok) return place;
    const ledger: KeptEdition[] = [...kept.value];
    const { database: rows, force } = opened.value.rows;
    const facts = await machineTransaction(rows, (tx) => learnFactsIn(tx, force.id));
    for (const month of months) {
      const counts = countsOf(facts, month);
      const isFirst = !ledger.some((one) => one.month === month);
      if (!isFirst && (!correct || isAsPublished(counts, ledger))) continue;
      const edition = makeEdition(counts, ledger, civilDayOf(world.now()));
      await keepEdition(inside.path, edition);
      ledger.push(edition);
    }
    return ok(ledger.filter(({ month }) => months.includes(month)));
  } finally {
    await opened.value.close();
  }
}

function readAsked(args: readonly string[]): Result<Asked, string> {
  const { months: written, rest } = withoutMonths(args);
  const options = parseOptions(
    rest.filter((word) => word !== "--correct"),
    ["data", "database", "invented", "out"],
  );
  if (!options.ok) return options;
  const { data, database, invented, out } = options.value;
  const months = [...new Set(written)].sort();
  const wrong = months.find((month) => !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month));
  if (wrong !== undefined) return failed(`--month ${wrong}: write a month, as 2026-10.`);
  const correct = rest.includes("--correct");
  if (months.length === 0 || months.length > mostMonths || out === undefined || (data === undefined) === (invented === undefined))
    return failed("learn export needs --data DIR or --invented SEED, --month 2026-10 (one or more) and --out DIR.");
  if (data !== undefined) return ok({ months, correct, out, from: { data, database } });
  if (invented === undefined || !/^\d{1,9}$/.test(invented) || correct || database !== undefined)
    return failed("--invented takes a seed, a whole number, and neither --correct nor --database: nothing of it is kept.");
  return ok({ months, correct, out, from: { seed: Number(invented) } });
}

/** Months stand behind `--month`, one or more, as often as one likes. */
function withoutMonths(args: readonly string[]): { readonly months: readonly string[]; readonly rest: readonly string[] } {
  const [months, rest]: [string[], string[]] = [[], []];
  let isMonth = false;
  for (const word of args) {
    if (word.startsWith("-")) isMonth = word === "--month" || word.startsWith("--month=");
    if (word === "--month") continue;
    if (isMonth) months.push(word.replace(/^--month=/, ""));
    else rest.push(word);
  }
  return { months, rest };
}

function refuse(world: World, says: string, code: ExitCode): ExitCode {
  world.say(`unmask: ${says}`);
  return code;
}
