import type { Cell } from "./hide-table.ts";
import type { Measure, MonthCounts, Quantile } from "./month-counts.ts";

/** A median with the number of reports that it is of. */
export interface Median {
  readonly median: number;
  readonly n: number;
}

/** One line of an edition. `dimension` is empty for a total, whose `value` is "all". */
export interface Row {
  readonly measure: Measure | Quantile;
  readonly dimension: string;
  readonly value: string;
  readonly count: Cell | Median;
  readonly adds: "yes" | "no";
}

/** What was published of one month, once (docs/formats/statistics.md). */
export interface Edition {
  /** "2026-10/2" */
  readonly edition: string;
  /** "2026-10" */
  readonly month: string;
  /** Civil day on which it was made. */
  readonly made: string;
  readonly rows: readonly Row[];
  /** Tables that the month has and this edition has not; with an empty dimension the whole measure. */
  readonly leftOut: readonly { readonly measure: Measure; readonly dimension: string }[];
  /** How many cells it would have with everything in it, and how many of them have a number. Medians are none. */
  readonly cells: number;
  readonly shown: number;
}

/** An edition with the counts behind it, which stay in the force: the next one is looked at beside both. */
export interface KeptEdition extends Edition {
  readonly counts: MonthCounts;
}

/** What leaves the force of it: never the counts behind. */
export function publishedOf({ edition, month, made, rows, leftOut, cells, shown }: Edition): Edition {
  return { edition, month, made, rows, leftOut, cells, shown };
}

/** Every edition so far, of all months. */
export type Ledger = readonly KeptEdition[];

/** The published cells of a table, in the order of its values; null: it is not in this edition. */
export function cellsOf(edition: Pick<Edition, "rows">, measure: Measure, dimension: string): readonly Cell[] | null {
  const cells: Cell[] = [];
  for (const row of edition.rows)
    if (row.measure === measure && row.dimension === dimension && typeof row.count !== "object") cells.push(row.count);
  return cells.length === 0 ? null : cells;
}

/** The published total of a measure; undefined: it is not in this edition. */
export function totalOf(edition: Pick<Edition, "rows">, measure: Measure): Cell | undefined {
  return cellsOf(edition, measure, "")?.[0];
}

/** The counts behind a table; undefined where it is not counted. */
export function countsBehind({ measures }: MonthCounts, measure: Measure, dimension: string): readonly number[] | undefined {
  return measures.find((one) => one.measure === measure)?.tables.find((one) => one.dimension === dimension)?.counts;
}
