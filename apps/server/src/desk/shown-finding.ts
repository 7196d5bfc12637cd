import { type ReadValue, count, list, object, readStrictly, text } from "@unmask/core";

/** A finding of a pack as a list of a case shows it. */

/** Acts that are named of one finding; of more, how many. */
const mostActs = 60;
/** Rows of a table that are shown; of more, how many. */
const mostRows = 400;

const anything: ReadValue<unknown> = (value) => value;
const cell: ReadValue<string | number> = (value, path) => (typeof value === "number" ? value : text(value, path));

const finding = object(({ must, may }) => {
  must("pattern", text);
  may("codesByAct", anything);
  may("drawing", anything);
  const acts = must("acts", list(count));
  const table = must(
    "table",
    object((one) => ({ columns: one.must("columns", list(text)), rows: one.must("rows", list(list(cell))) })),
  );
  const { rule } = may("rule", anything);
  return {
    standing: must("standing", text),
    line: must("line", text),
    says: must("says", text),
    how: must("how", text),
    couldChange: must("couldChange", list(text)),
    // A pack names an act by its leaf, the desk by its number in the pack.
    acts: acts.slice(0, mostActs).map((leaf) => leaf + 1),
    actsInAll: acts.length,
    ...may("beyond", count),
    table: { columns: table.columns, rows: table.rows.slice(0, mostRows), more: Math.max(0, table.rows.length - mostRows) },
    rule: rule ?? null,
  };
});

/** What a row of findings holds; null where that side has none. A row is what this program wrote itself. */
export function shownFinding(json: string | null): object | null {
  if (json === null) return null;
  const read = readStrictly(JSON.parse(json), "finding", finding);
  if (!read.ok) throw new Error(`a finding in the database is damaged: ${read.error}`);
  return read.value;
}
