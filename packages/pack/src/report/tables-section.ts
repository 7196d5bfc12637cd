import type { Finding, Table } from "@unmask/core";
import { sayNumber } from "@unmask/words";
import { wordsOf } from "./words.ts";

/** Rows of one table, and of all: a table costs the typesetter about 100 kB a row, and ten years have 3,650 days. */
const mostRows = 60;
const mostCells = 2_400;

/** The numbers behind the findings, one table each, numbered as the findings are. */
export function tablesSection(findings: readonly Finding[]): readonly object[] {
  let cells = mostCells;
  return findings.flatMap(({ table, says }, i) => {
    if (table.rows.length === 0) return [];
    const rows = Math.min(table.rows.length, mostRows, Math.max(1, Math.floor(cells / Math.max(1, table.columns.length))));
    cells -= rows * table.columns.length;
    return [tableForm(table, { number: i + 1, says, rows })];
  });
}

function tableForm(table: Table, { number, says, rows }: { number: number; says: string; rows: number }): object {
  return {
    number,
    says: wordsOf(says),
    columns: table.columns.map((name) => wordsOf(name)),
    numeric: table.columns.map((_, i) => table.rows.every((row) => typeof row[i] === "number")),
    rows: table.rows.slice(0, rows).map((row) => row.map((cell) => wordsOf(typeof cell === "number" ? sayNumber(cell) : cell))),
    more: table.rows.length - rows,
  };
}
