import { type ReadValue, type Table, list, object, text } from "@unmask/core";

const cell: ReadValue<string | number> = (value, path) => (typeof value === "number" && Number.isFinite(value) ? value : text(value, path));

/** Reads a table. */
export const shownTable: ReadValue<Table> = object(({ must }) => ({
  columns: must("columns", list(text)),
  rows: must("rows", list(list(cell))),
}));
