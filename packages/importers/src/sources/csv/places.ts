import { normalName } from "@unmask/core";
import type { PlaceByRole } from "../../tables.ts";
import { type CsvColumns, columnRoles } from "./columns.ts";

/** The places of the columns in a header, from 0; the error names the key whose column is missing or stands twice. */
export function placesIn(columns: CsvColumns, header: readonly string[] | undefined): PlaceByRole | string {
  const names = header?.map(normalName) ?? [];
  const placeByRole = new Map<string, number>();
  for (const role of columnRoles) {
    const place = columns.columns[role];
    if (place === undefined) continue;
    const wanted = typeof place === "number" ? undefined : normalName(place);
    const at = typeof place === "number" ? place - 1 : names.indexOf(normalName(place));
    if (at === -1 || (header !== undefined && at >= header.length))
      return `names a column in the key "columns.${role}" that the table does not have`;
    if (wanted !== undefined && names.lastIndexOf(wanted) !== at)
      return `names a column in the key "columns.${role}" that the table has twice: give its number`;
    placeByRole.set(role, at);
  }
  return placeByRole;
}
