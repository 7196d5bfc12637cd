import type { SourceSpan } from "@unmask/core";
import { type Original, placeOf } from "@unmask/importers";
import type { Gathered } from "./read-each-file.ts";
import type { Decision } from "./what-stays-behind.ts";

/** What the name of a column list has behind the name of its table. */
const columnsEnding = ".columns.json";

/** Whether a file is a column list, by its name. */
export function isColumnList(name: string): boolean {
  return name.endsWith(columnsEnding);
}

/** A column list stays behind with its table: it has the name of it, and can say whom it is of. */
export function isListOf(tables: ReadonlySet<string>, list: Pick<SourceSpan, "name" | "within">): boolean {
  return isColumnList(list.name) && tables.has(placeOfFile({ ...list, name: list.name.slice(0, -columnsEnding.length) }));
}

/** Where the tables lay of which nothing goes. */
export function placesOfTablesLeftOut(
  originals: readonly Original[],
  { files }: Gathered,
  { heldBack, places }: Decision,
): ReadonlySet<string> {
  const withoutActs = [...files.values()].filter(({ readings }) => {
    const acts = readings.flatMap((one) => ("act" in one ? [one.act] : []));
    return acts.length > 0 && acts.every(({ source }) => places.has(placeOf(source)));
  });
  return new Set([
    ...originals.flatMap(({ source: { name }, sha256 }) => (heldBack.has(sha256) ? [placeOfFile({ name })] : [])),
    ...withoutActs.map(({ whole }) => placeOfFile(whole)),
  ]);
}

function placeOfFile({ name, within = [] }: Pick<SourceSpan, "name" | "within">): string {
  return [name, ...within.map(({ sha256 }) => sha256)].join("\u0000");
}
