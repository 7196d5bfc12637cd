import type { Table } from "./finding.ts";

/**
 * A table as CSV (RFC 4180), for a spreadsheet that must not work anything out: a name or a message that begins like a formula would run on the
 * computer of whoever opens the file. Such a cell gets an apostrophe before it, which spreadsheets show as text.
 */
export function writeCsv({ columns, rows }: Table): string {
  return [columns, ...rows].map((row) => `${row.map(writeCell).join(",")}\r\n`).join("");
}

/** What a spreadsheet takes for the beginning of a formula, in half or full width, behind blanks and signs without a width too; or what moves it to another cell. */
const formula = /^[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

function writeCell(cell: string | number): string {
  if (typeof cell === "number") return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
