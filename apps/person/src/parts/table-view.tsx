import { type ReactElement, useState } from "react";
import type { Table } from "@unmask/core";
import { sayNumber } from "./say.ts";

/** Rows shown at first; a table of years is asked for whole. */
const firstRows = 60;

/** The numbers behind a picture. */
export function TableView({ table, caption }: { readonly table: Table; readonly caption: string }): ReactElement {
  const [isWhole, setWhole] = useState(false);
  const { columns, rows } = table;
  if (rows.length === 0) return <p className="second">There is nothing to count.</p>;
  const shown = isWhole ? rows : rows.slice(0, firstRows);
  return (
    <>
      {/* Wider than the page at some sizes: it scrolls by itself, and by keyboard. */}
      <div className="sideways" role="region" aria-label={caption} tabIndex={0}>
        <table>
          <caption className="unseen">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column, i) => (
                <th key={column} scope="col" className={isNumeric(rows, i) ? "number" : ""}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, i) => (
              <tr key={i}>
                {row.map((cell, j) =>
                  j === 0 ? (
                    <th key={j} scope="row">
                      {sayCell(cell)}
                    </th>
                  ) : (
                    <td key={j} className={isNumeric(rows, j) ? "number" : ""}>
                      {sayCell(cell)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < rows.length && (
        <button type="button" className="bare underlined" onClick={() => setWhole(true)}>
          Show all {sayNumber(rows.length)} rows
        </button>
      )}
    </>
  );
}

function isNumeric(rows: Table["rows"], column: number): boolean {
  return column > 0 && rows.every((row) => typeof row[column] === "number");
}

function sayCell(cell: string | number): string {
  return typeof cell === "number" ? sayNumber(cell) : cell;
}
