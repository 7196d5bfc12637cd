import type { LawRow } from "@unmask/core";
import { lawRowsOf, openQuestions } from "@unmask/law";
import { parseOptions } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { World } from "./world.ts";

/** Mark of each row: the text was seen; seen in a source that is named; our own decision. Nothing rests on memory. */
const markOf: Readonly<Record<Exclude<LawRow["verification"], "memory">, "V" | "V2" | "D">> = {
  "text-seen": "V",
  "secondary-source": "V2",
  design: "D",
};

/**
 * `unmask force law`: every fact of law and practice that this program goes by, as shipped, one line of JSON each; `--to-confirm`: what no source says, for
 * a solicitor of the force to confirm. Needs no data folder.
 */
export async function forceLaw(args: readonly string[], world: World): Promise<ExitCode> {
  const flag = "--to-confirm";
  const toConfirm = args[0] === flag;
  const options = parseOptions(toConfirm ? args.slice(1) : args, []);
  if (!options.ok) {
    world.say(`unmask: ${options.error} force law takes ${flag} or nothing.`);
    return exitCode.usage;
  }
  for (const line of toConfirm ? questionsTold() : lawRowsOf().map(rowTold)) {
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

function questionsTold(): readonly object[] {
  return openQuestions().map(({ id, jurisdiction, question, default: careful }) => ({
    id: `${jurisdiction}/${id}`,
    jurisdiction,
    question: `${question} Until then: ${careful}.`,
    confirmedBy: null,
    confirmedOn: null,
  }));
}
