import { type System, type Unknown, keepsItsValues, leastShown, numbersOf } from "./bounds.ts";

/** Which counts of one table are shown, beside every edition of the same table that was published before. */

/** A cell as it is published. */
export type Cell = number | "<5" | "held";

/** A table of one edition: what was counted, and what was published of it. Null: it was left out. */
export interface TableEdition {
  readonly total: number;
  readonly counts: readonly number[];
  readonly cells: readonly Cell[] | null;
}

/** The same before it is published. */
type Counted = Omit<TableEdition, "cells">;

/** The least total of a table whose values do not add: a count held in it has five numbers. */
const leastOfOverlapping = 9;

/** What may be published of a table after these editions of it; null: it is left out. Deterministic. */
export function hideTable(now: Counted, before: readonly TableEdition[], adds: boolean): readonly Cell[] | null {
  if (!adds) return now.total === 0 ? now.counts : hideOverlapping(now, before);
  if (now.total === 0) return isKept([...before, { ...now, cells: now.counts }]) ? now.counts : null;
  return hideSummed(now, before);
}

/** A count of 1 to 4. */
export function isSmall(count: number): boolean {
  return count > 0 && count < leastShown;
}

function hideSummed(now: Counted, before: readonly TableEdition[]): readonly Cell[] | null {
  // With more, one count at least is no `<5` and can be held: whether the table stands depends on the total alone.
  if (now.total <= (leastShown - 1) * now.counts.length) return null;
  for (const held of choices(now.counts)) {
    const cells = now.counts.map((count, at): Cell => (isSmall(count) ? "<5" : held.has(at) ? "held" : count));
    if (isKept([...before, { ...now, cells }])) return cells;
  }
  return null;
}

function isKept(editions: readonly TableEdition[]): boolean {
  const system = systemOf(editions);
  return system !== undefined && keepsItsValues(system);
}

/** Sets of cells to hold: fewest first, of as many the least sum, then the first by place. */
function choices(counts: readonly number[]): readonly ReadonlySet<number>[] {
  const places = counts.flatMap((count, at) => (isSmall(count) ? [] : [at]));
  const sets = places.reduce<readonly (readonly number[])[]>((all, at) => [...all, ...all.map((one) => [...one, at])], [[]]);
  const sum = (set: readonly number[]): number => set.reduce((total, at) => total + (counts[at] ?? 0), 0);
  return [...sets]
    .sort((one, other) => one.length - other.length || sum(one) - sum(other) || byPlace(one, other))
    .map((set) => new Set(set));
}

function byPlace(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((place, nth) => place !== other[nth]);
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

/** The numbers that each hidden cell of the last of these editions can be by all of them, of a held one the first five; null: it is shown. */
export function numbersHidden(editions: readonly TableEdition[], adds: boolean): readonly (readonly number[] | null)[] {
  const last = editions.at(-1);
  const known = adds ? knownOf(editions) : undefined;
  return (last?.cells ?? []).map((cell, value) => {
    if (typeof cell === "number") return null;
    const at = known?.keys.indexOf(keyOf(value, last?.counts[value] ?? 0));
    if (known !== undefined && at !== undefined) return numbersOf(known.system, at);
    // Where nothing adds, each is known by its total alone.
    const total = last?.total ?? 0;
    return cell === "<5" ? [1, 2, 3, 4] : [0, 5, 6, 7, 8].filter((one) => one <= total);
  });
}

/** The same value with the same count, in whatever edition, is one unknown: who compares them may be told what a correction left. */
function keyOf(value: number, count: number): string {
  return `${value}/${count}`;
}

/** What is known of a table from all its editions; undefined where a count that is hidden in one stands in another. */
function systemOf(editions: readonly TableEdition[]): System | undefined {
  const { system, keys, shown } = knownOf(editions);
  return keys.some((key) => shown.has(key)) ? undefined : system;
}

function knownOf(editions: readonly TableEdition[]): {
  readonly system: System;
  readonly keys: readonly string[];
  readonly shown: ReadonlySet<string>;
} {
  const rests: number[] = [];
  const unknowns = new Map<string, Unknown>();
  const shown = new Set<string>();
  for (const { total, counts, cells } of editions) {
    if (cells === null) continue;
    const edition = rests.length;
    let rest = total;
    for (const [value, cell] of cells.entries()) {
      const key = keyOf(value, counts[value] ?? 0);
      if (typeof cell === "number") {
        rest -= cell;
        shown.add(key);
      } else unknowns.set(key, { cell, editions: [...(unknowns.get(key)?.editions ?? []), edition] });
    }
    rests.push(rest);
  }
  return { system: { unknowns: [...unknowns.values()], rests }, keys: [...unknowns.keys()], shown };
}

/** Values of which one report may have several: each is held by itself, where few would be left beside it. */
function hideOverlapping({ total, counts }: Counted, before: readonly TableEdition[]): readonly Cell[] | null {
  if (total < leastOfOverlapping) return null;
  const cells: Cell[] = [];
  for (const [value, count] of counts.entries()) {
    const earlier = before.flatMap((one) => (one.cells !== null && one.counts[value] === count ? [one.cells[value]] : []));
    const isBeside = isSmall(total - count);
    if (isSmall(count)) cells.push("<5");
    else if (isBeside && earlier.some((cell) => typeof cell === "number")) return null;
    else cells.push(isBeside || earlier.includes("held") ? "held" : count);
  }
  return cells;
}
