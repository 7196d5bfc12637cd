import { type RetentionRule, mostMonths, retentionClasses } from "@unmask/case";
import { type Result, failed, ok, parseCivilDay } from "@unmask/core";
import { machineTransaction } from "../access/as-machine.ts";
import { parseCount, parseOptions } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { type CaseRows, openLockedRows, whyNoRows } from "../ports/case-rows.ts";
import { openErasedFiles } from "../ports/erased-files.ts";
import { openHeadFile } from "../ports/head-file.ts";
import { eraseAgain, openEraser } from "../ports/open-eraser.ts";
import { type PlannedErasure, eraseDecided, planErasures } from "../retention/erase.ts";
import { addRetentionRule } from "../sql/case/retention.ts";
import type { World } from "./world.ts";

/**
 * `unmask force retention`: erases what two people decided, one line of JSON each; with `--dry-run` it says what would go, how many of it, what stays and
 * why, and changes nothing. With `--rule CLASS` it adds a row to the force's schedule instead. The server is stopped.
 */
export async function forceRetention(args: readonly string[], world: World): Promise<ExitCode> {
  const isDry = args.includes("--dry-run");
  const options = parseOptions(
    args.filter((word) => word !== "--dry-run"),
    ["data", "database", "rule", "months", "from", "says", "by"],
  );
  if (!options.ok) return refuse(world, options.error, exitCode.usage);
  const { data, database } = options.value;
  if (data === undefined) return refuse(world, "force retention needs --data DIR.", exitCode.usage);
  const rule = ruleIn(options.value);
  if (!rule.ok) return refuse(world, rule.error, exitCode.usage);
  const { inside } = world.folders(data);
  const missing = inside.exists("log") ? whyNoRows(inside.path, database) : undefined;
  if (missing !== undefined) return refuse(world, missing, exitCode.failed);
  const opened = await openLockedRows(inside, database);
  if (!opened.ok) return refuse(world, opened.error, exitCode.failed);
  const { rows, close } = opened.value;
  try {
    if (rule.value !== undefined) return await addRule(world, rows, rule.value);
    const plans = isDry ? await dryRun(world, inside.path, rows) : await erase(world, inside.path, rows);
    if (!plans.ok) return refuse(world, plans.error, exitCode.failed);
    for (const plan of plans.value) await world.print(JSON.stringify(told(plan)));
    return exitCode.done;
  } finally {
    await close();
  }
}

async function dryRun(world: World, folder: string, { database, force }: CaseRows): Promise<Result<readonly PlannedErasure[], string>> {
  return ok(await planErasures({ database, force: force.id, files: await openErasedFiles(folder), now: world.now() }));
}

async function erase(world: World, folder: string, rows: CaseRows): Promise<Result<readonly PlannedErasure[], string>> {
  const seenHead = openHeadFile(folder, (line) => world.say(`unmask: ${line}`));
  const parts = { seenHead, now: world.now, random: world.random };
  try {
    const again = await eraseAgain(folder, rows, parts);
    if (!again.ok) return again;
    const eraser = await openEraser(folder, rows, parts);
    return eraser.ok ? ok(await eraseDecided(eraser.value)) : eraser;
  } finally {
    await seenHead.settle();
  }
}

/** A line for other programs. */
function told({ subject, stays, line, rows, files, reasons, unclear }: PlannedErasure): object {
  if (line === undefined) return { subject, goes: false, why: stays };
  const many = Object.values(rows).reduce((sum, one) => sum + one, 0);
  return {
    subject,
    goes: true,
    rule: line.rule,
    first: line.first,
    second: line.second,
    rows: many,
    tables: rows,
    files,
    reasons,
    unclear,
    stays: [
      { what: "access log", why: "numbers and commitments, no names; its chain must still verify" },
      { what: "editions", why: "published counts; nobody can be worked out" },
      { what: "erased", why: "that it was done, by whom, by which rule; no content" },
    ],
  };
}

async function addRule(world: World, { database, force }: CaseRows, rule: RetentionRule): Promise<ExitCode> {
  await machineTransaction(database, (tx) => addRetentionRule(tx, force.id, rule, world.now()));
  await world.print(JSON.stringify(rule));
  return exitCode.done;
}

/** The row that is asked for; undefined where none is. */
function ruleIn({
  rule,
  months,
  from,
  says,
  by,
}: Readonly<Partial<Record<"rule" | "months" | "from" | "says" | "by", string>>>): Result<RetentionRule | undefined, string> {
  if ([rule, months, from, says, by].every((one) => one === undefined)) return ok(undefined);
  const of = retentionClasses.find((one) => one === rule);
  if (of === undefined) return failed(`--rule names one of ${retentionClasses.join(", ")}.`);
  if (months === undefined || from === undefined || says === undefined || by === undefined)
    return failed("--rule needs --months N, --from 2027-01-01, --says TEXT and --by NAME: whose period it is stands beside it.");
  const many = parseCount("months", months, mostMonths);
  if (!many.ok) return many;
  if (parseCivilDay(from) === undefined) return failed(`--from ${from}: write a day, as 2027-01-01.`);
  return ok({ class: of, months: many.value, from, says, by });
}

function refuse(world: World, says: string, code: ExitCode): ExitCode {
  world.say(`unmask: ${says}`);
  return code;
}
