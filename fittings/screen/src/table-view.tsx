import { type ReactElement, useState } from "react";
import type { Table } from "@unmask/core";
import { sayNumber } from "@unmask/words";
import { Sideways } from "./sideways.tsx";

/** Rows shown at first, so that what follows stays near; a table of years is asked for whole. */
const firstRows = 20;

/** The numbers behind a picture. */
export function TableView({ table, caption }: { readonly table: Table; readonly caption: string }): ReactElement {
  const [isWhole, setWhole] = useState(false);
  const { columns, rows } = table;
  if (rows.length === 0) return <p className="second">There is nothing to count.</p>;
  const shown = isWhole ? rows : rows.slice(0, firstRows);
  // Asked once: of each cell it would be asked through all rows again.
  const areNumbers = columns.map((_, i) => i > 0 && rows.every((row) => typeof row[i] === "number"));
  const classOf = (column: number, cell: string | number): string => {
    if (areNumbers[column] === true) return "number";
    return typeof cell === "string" && prose.test(cell) ? "prose" : "";
  };
  return (
    <>
      <Sideways label={caption}>
        <table>
          <caption className="unseen">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column, i) => (
                <th key={column} scope="col" className={areNumbers[i] === true ? "number" : ""}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, i) => (
              <tr key={i}>
                {row.map((cell, j) =>
                  // A row that goes on the one above has no head of its own.
                  j === 0 && cell !== "" ? (
                    <th key={j} scope="row" className={classOf(j, cell)}>
                      {sayCell(cell)}
                    </th>
                  ) : (
                    <td key={j} className={classOf(j, cell)}>
                      {sayCell(cell)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      {shown.length < rows.length && (
        <button type="button" className="bare underlined" onClick={() => setWhole(true)}>
          Show all {sayNumber(rows.length)} rows
        </button>
      )}
    </>
  );
}

/** A text longer than this, or a word longer than that, is broken into lines of a width of its own. */
const prose = /.{20}|\S{16}/;

/** The day of a date stays with its month. */
const dayBeforeMonth = /\b(\d{1,2}) (?=[A-Z])/g;

function sayCell(cell: string | number): string {
  return typeof cell === "number" ? sayNumber(cell) : cell.replace(dayBeforeMonth, "$1\u00A0");
}
