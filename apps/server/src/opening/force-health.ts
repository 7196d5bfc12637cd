import type { Transaction } from "kysely";
import { type MachineRows, machineTransaction } from "../access/as-machine.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { type ItemRow, itemsAfter } from "../sql/case/items.ts";
import { placesOf } from "../sql/case/membership.ts";

/** Items of one page. */
const pageSize = 500;

/**
 * One line of JSON for each item that was ever taken in, in order, without a line break and without anything that stands in it: `unmask force
 * health`. `queue` is whether its report stands in the queue; `verdict` is of a pack alone.
 */
export async function* forceHealth(database: MachineRows, force: string): AsyncGenerator<string, void> {
  let after = -1;
  for (;;) {
    const { rows, places } = await machineTransaction(database, (tx) => pageOf(tx, force, after));
    for (const row of rows) yield JSON.stringify(lineOf(row, places));
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return;
    after = last.number;
  }
}

async function pageOf(tx: Transaction<CaseTables>, force: string, after: number) {
  const rows = await itemsAfter(tx, force, after, pageSize);
  const reports = [...new Set(rows.flatMap(({ report }) => (report === null ? [] : [report])))];
  return { rows, places: await placesOf(tx, force, reports) };
}

function lineOf(row: ItemRow, places: ReadonlyMap<string, string | null>): object {
  const { id, kind, letter, state, reason, overall, made_sha256: made, sha256 } = row;
  const isSettled = state !== "waiting";
  const reference = isSettled ? row.report : null;
  const queue = reference !== null && places.get(reference) === null;
  return { item: id, kind, letter, reference, state, reason, verdict: overall, queue, sha256: made ?? sha256 };
}
