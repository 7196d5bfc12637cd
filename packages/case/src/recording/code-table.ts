import { type Result, failed, isBlank, ok } from "@unmask/core";
import type { CodeRow, CodeTable } from "./recording.ts";

/** UTF-16 units of a table; longer is no table of codes, and would be read at each recording. */
const longestTable = 4_000_000;
/** Rows; the counting rules have some thousands. */
const mostRows = 50_000;
/** Columns; more is another kind of file. */
const mostColumns = 40;

/** What a column of codes is called, in any case. */
const codeHeads = ["code", "offence code", "home office code", "ho code", "cjs code"];

/**
 * Reads a force's own table of codes: CSV (RFC 4180) with a row of names at its head. The column called "code" holds the codes, where there is
 * one; the other cells are the words by which a row is found. Rows are numbered as a spreadsheet numbers them. Nothing is corrected and nothing
 * filled in. The error says what is no table about it.
 */
export function parseCodeTable(table: string, text: string): Result<CodeTable, string> {
  if (text.length > longestTable) return failed(`${table} is longer than ${longestTable} characters. Load the table of codes alone.`);
  if (text.includes("\0") || text.includes("\uFFFD")) return failed(`${table} is no text in UTF-8. Save it as CSV (UTF-8).`);
  const read = rowsOf(text.replace(/^\uFEFF/, ""));
  if (!read.ok) return failed(`${table}: ${read.error}`);
  const [head, ...rest] = read.value;
  if (head === undefined || head.length < 2 || head.length > mostColumns || head.some(isBlank))
    return failed(`${table} has no row of names at its head, or fewer than two columns: it is no table of codes.`);
  const ragged = rest.findIndex((row) => row.length !== head.length);
  if (ragged >= 0) return failed(`${table}: row ${ragged + 2} has another number of cells than the head. It was not loaded.`);
  if (rest.length === 0 || rest.length > mostRows)
    return failed(`${table} has ${rest.length} rows. A table of codes has 1 to ${mostRows}.`);
  const at = head.findIndex((name) => codeHeads.includes(name.trim().toLowerCase()));
  const rows = rest.map((row, i) => rowOf(row, { row: i + 2, at }));
  const empty = rows.find(({ says }) => says === "");
  return empty === undefined ? ok({ table, rows }) : failed(`${table}: row ${empty.row} has no words. It was not loaded.`);
}

function rowOf(cells: readonly string[], { row, at }: { readonly row: number; readonly at: number }): CodeRow {
  const code = at < 0 ? "" : (cells[at] ?? "").trim();
  const says = cells
    .filter((cell, i) => i !== at && !isBlank(cell))
    .map((cell) => cell.trim())
    .join(" · ");
  return { row, says, ...(code !== "" && { code }) };
}

/** One cell: in quotation marks, doubled within, or plain. */
const cellPattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;

function rowsOf(text: string): Result<readonly (readonly string[])[], string> {
  const rows: string[][] = [];
  let row: string[] = [];
  cellPattern.lastIndex = 0;
  for (let at = 0; at < text.length || row.length > 0;) {
    const found = cellPattern.exec(text);
    if (!found) return failed(`a quotation mark in row ${rows.length + 1} has no other. It is no CSV.`);
    const [whole, quoted, plain = "", end] = found;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (end === ",") {
      if (at === text.length) row.push("");
      else continue;
    }
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
  }
  return ok(rows);
}
