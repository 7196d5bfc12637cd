import type { Table } from "./finding.ts";

/**
 * A table as CSV (RFC 4180), for a spreadsheet that must not work anything out: a name or a message that begins like a formula would run on the
 * computer of whoever opens the file. Such a cell gets an apostrophe before it, which spreadsheets show as text. And nothing in a cell turns the letters
 * behind it round, or hides: a number would be read backwards. Its code stands in its place, as in a report (docs/formats/report.md, "Characters").
 */
export function writeCsv({ columns, rows }: Table): string {
  return [columns, ...rows].map((row) => `${row.map(writeCell).join(",")}\r\n`).join("");
}

/** What a spreadsheet takes for the beginning of a formula, in half or full width, behind blanks and signs without a width too; or what moves it to another cell. */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/** A flag, whose tags are part of it; or a control, a format mark or half of a character. Tabs, line breaks, and joiners and marks that belong to a spelling stay. */
const flagOrUnseen = /\u{1F3F4}[\u{E0020}-\u{E007F}]+|(?![\t\n\r\u200C-\u200F\u061C])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

function writeCell(cell: string | number): string {
  if (typeof cell === "number") return String(cell);
  const seen = cell.replace(flagOrUnseen, inCode);
  const text = formula.test(cell) ? `'${seen}` : seen;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function inCode(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  return code === 0x1f3f4 ? sign : `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
}
