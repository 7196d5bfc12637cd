import { useEffect, useRef } from "react";

/**
 * Where what was written took away what had the focus, the row of the chosen duty has it: whoever works with the keyboard goes on from there.
 * `seen` changes with each answer that is shown.
 */
export function useRowFocus(row: string | undefined, seen: number): void {
  const before = useRef(seen);
  useEffect(() => {
    if (before.current === seen) return;
    before.current = seen;
    const held = document.activeElement;
    if (row !== undefined && (held === document.body || held?.id === "work")) document.getElementById(`row-${row}`)?.focus();
  }, [row, seen]);
}
