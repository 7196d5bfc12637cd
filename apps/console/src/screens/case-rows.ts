import type { CaseRow } from "../desk/cases.ts";

/** Danger first, then the most that is late, then the number; what is closed stands last. */
export function inOrderOfDuty(rows: readonly CaseRow[]): readonly CaseRow[] {
  const isClosed = ({ closed }: CaseRow): number => (closed === undefined ? 0 : 1);
  return rows.toSorted(
    (one, other) =>
      isClosed(one) - isClosed(other) ||
      Number(other.isDanger) - Number(one.isDanger) ||
      other.overdue - one.overdue ||
      (one.case < other.case ? -1 : 1),
  );
}
