import type { Database } from "../ports/database.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { type ItemRow, itemsAfter } from "../sql/case/items.ts";
import { placesOf } from "../sql/case/reports.ts";

/** Items of one page. */
const pageSize = 500;

/**
 * One line of JSON for each item that was ever taken in, in order, without a line break and without anything that stands in it: `unmask force
 * health`. `queue` is whether its report stands in the queue; `verdict` is of a pack alone.
 */
export async function* forceHealth(database: Database<CaseTables>, force: string): AsyncGenerator<string, void> {
  let after = -1;
  for (;;) {
    const rows = await itemsAfter(database.db, force, after, pageSize);
    const reports = [...new Set(rows.flatMap(({ report }) => (report === null ? [] : [report])))];
    const places = await database.transaction((tx) => placesOf(tx, force, reports));
    for (const row of rows) yield JSON.stringify(lineOf(row, places));
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return;
    after = last.number;
  }
}

function lineOf(row: ItemRow, places: ReadonlyMap<string, string | null>): object {
  const { id, kind, letter, state, reason, overall, made_sha256: made, sha256 } = row;
  const isSettled = state !== "waiting";
  const reference = isSettled ? row.report : null;
  const queue = reference !== null && places.get(reference) === null;
  return { item: id, kind, letter, reference, state, reason, verdict: overall, queue, sha256: made ?? sha256 };
}
