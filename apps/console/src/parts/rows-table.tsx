import type { ReactElement, ReactNode } from "react";

/** A table of rows with its head: what it holds is said to a reader for the blind, each column has its name. */
export function RowsTable({
  className,
  caption,
  columns,
  children,
}: {
  /** Beside `rows`. */
  readonly className: string;
  readonly caption: string;
  readonly columns: readonly string[];
  /** Its bodies, each a `tbody`. */
  readonly children: ReactNode;
}): ReactElement {
  return (
    <table className={`rows ${className}`}>
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
  );
}

/** The head of a group of rows: its name, and what is said of it. */
export function GroupHead({
  name,
  says,
  across,
}: {
  readonly name: string;
  readonly says: string | number;
  /** Columns of the table. */
  readonly across: number;
}): ReactElement {
  return (
    <tr className="group-head">
      <th scope="rowgroup" colSpan={across}>
        <b>{name}</b> <span className="second-words">{says}</span>
      </th>
    </tr>
  );
}
