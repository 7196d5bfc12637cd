import { type LawRow, type Result, ok } from "@unmask/core";
import { type ForceLaw, lawInForce, lawRowsOf, openQuestions } from "@unmask/law";
import { parseOptions } from "../arguments.ts";
import { dayOnTheWall } from "../desk/clock-words.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { openKeptRows } from "../ports/case-rows.ts";
import { readForceLaw } from "../sql/case/force-law.ts";
import type { World } from "./world.ts";

/** Mark of each row: the text was seen; seen in a source that is named; our own decision. Nothing rests on memory. */
const markOf: Readonly<Record<Exclude<LawRow["verification"], "memory">, "V" | "V2" | "D">> = {
  "text-seen": "V",
  "secondary-source": "V2",
  design: "D",
};

/**
 * `unmask force law`: every fact of law and practice that this program goes by, as shipped, one line of JSON each; `--to-confirm`: what no source says, for
 * a solicitor of the force to confirm. Needs no data folder; with one, `--to-confirm` says as well what this force confirmed, by whom and when.
 */
export async function forceLaw(args: readonly string[], world: World): Promise<ExitCode> {
  const flag = "--to-confirm";
  const at = args.indexOf(flag);
  const toConfirm = at !== -1;
  const options = parseOptions(toConfirm ? args.toSpliced(at, 1) : args, toConfirm ? ["data", "database"] : []);
  const problem = !options.ok
    ? options.error
    : options.value.database !== undefined && options.value.data === undefined
      ? "--database needs --data DIR."
      : undefined;
  if (!options.ok || problem !== undefined) {
    world.say(`unmask: ${problem} force law takes ${flag} or nothing, and ${flag} takes --data DIR.`);
    return exitCode.usage;
  }
  const { data, database } = options.value;
  const law = data === undefined ? ok(undefined) : await lawOfForce(world, data, database);
  if (!law.ok) {
    world.say(`unmask: ${law.error}`);
    return exitCode.failed;
  }
  for (const line of toConfirm ? questionsTold(law.value) : lawRowsOf().map(rowTold)) {
    // A reader that is gone reads no more of it.
    if (!(await world.print(JSON.stringify(line)))) break;
  }
  return exitCode.done;
}

/** A row as other programs read it. Its id is of one jurisdiction, so that stands before it. */
function rowTold({ id, jurisdiction, says, act, section, source, inForceFrom, checkedOn, verification, ruleVersion }: LawRow): object {
  if (verification === "memory") throw new Error(`The row ${id} rests on memory, which nothing that is shipped may.`);
  return {
    id: `${jurisdiction}/${id}`,
    jurisdiction,
    says,
    section: act === undefined ? section : `${act}, ${section}`,
    source,
    inForceFrom: inForceFrom ?? null,
    checkedOn,
    mark: markOf[verification],
    ruleVersion,
  };
}

/** What the force in a folder goes by today. */
async function lawOfForce(world: World, data: string, database: string | undefined): Promise<Result<ForceLaw, string>> {
  const rows = await openKeptRows(world.folders(data).inside, database);
  if (!rows.ok) return rows;
  try {
    const kept = await rows.value.database.transaction((tx) => readForceLaw(tx, rows.value.force.id));
    return ok(lawInForce(kept, dayOnTheWall(world.now())));
  } finally {
    await rows.value.database.close();
  }
}

/** Each question; where a force was named, with its answer and since when it holds. */
function questionsTold(law: ForceLaw | undefined): readonly object[] {
  return openQuestions().map(({ id, jurisdiction, question, default: careful }) => {
    const answer = law?.answers.get(`${jurisdiction}/${id}`);
    const said = law && { from: answer?.from ?? null, value: answer?.value ?? null, says: answer?.says ?? null };
    return {
      id: `${jurisdiction}/${id}`,
      jurisdiction,
      question: `${question} Until then: ${careful}.`,
      confirmedBy: answer?.confirmedBy ?? null,
      confirmedOn: answer?.confirmedOn ?? null,
      ...said,
    };
  });
}
