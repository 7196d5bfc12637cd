import { type KeptEdition, type Ledger, type Median, type Row, cellsOf, countsBehind } from "./edition.ts";
import { type Cell, type TableEdition, hideTable, isSmall } from "./hide-table.ts";
import type { CountedMeasure, CountedTable, CountedValues, Measure, MonthCounts } from "./month-counts.ts";
import { keepsOrdersLive, keepsOrdersMade, tablesOfLive } from "./orders-live.ts";

/** Reports of which there is a median, at least. */
const leastOfMedian = 20;

/** Makes the next edition of a month beside every edition of every month so far (docs/formats/statistics.md). Deterministic. `made` is a civil day. */
export function makeEdition(counts: MonthCounts, ledger: Ledger, made: string): KeptEdition {
  const before = ledger.filter(({ month }) => month === counts.month);
  const draft: Draft = { month: counts.month, counts, rows: [], leftOut: [] };
  for (const measure of counts.measures) publish(draft, measure, { ledger, before });
  const rows = draft.rows.map((row) => row.count).filter((count) => typeof count === "number");
  for (const values of counts.quantiles) {
    const median = medianOf(values, before);
    if (median !== undefined) draft.rows.push({ measure: values.measure, ...ofAll, count: median, adds: "yes" });
  }
  return {
    edition: `${counts.month}/${before.length + 1}`,
    made,
    ...draft,
    cells: counts.measures.reduce((sum, { tables }) => tables.reduce((all, { values }) => all + values.length, sum + 1), 0),
    shown: rows.length,
  };
}

/** Whether these counts are those of the last edition of their month: then there is nothing to correct. */
export function isAsPublished(counts: MonthCounts, ledger: Ledger): boolean {
  const last = ledger.filter(({ month }) => month === counts.month).at(-1);
  return last !== undefined && JSON.stringify(last.counts) === JSON.stringify(counts);
}

const ofAll = { dimension: "", value: "all" } as const;

/** An edition while it is made. */
interface Draft {
  readonly month: string;
  readonly counts: MonthCounts;
  readonly rows: Row[];
  readonly leftOut: { readonly measure: Measure; readonly dimension: string }[];
}

/** Every edition so far, and those of this month. */
interface Beside {
  readonly ledger: Ledger;
  readonly before: Ledger;
}

function publish(draft: Draft, { measure, total, tables }: CountedMeasure, { ledger, before }: Beside): void {
  const isLive = measure === "orders-live";
  const rows: readonly Row[] = [{ measure, ...ofAll, count: isSmall(total) ? "<5" : total, adds: "yes" }];
  const stands = !(isLive && isSmall(total)) && (!isOfStock(measure) || isKeptWith(ledger, draft, rows));
  if (!stands) {
    draft.leftOut.push({ measure, dimension: "" });
    return;
  }
  for (const row of rows) draft.rows.push(row);
  for (const table of tables) {
    const cells = hideTable({ total, counts: table.counts }, earlier(isLive ? tablesOfLive(ledger) : before, measure, table), table.adds);
    const added = cells === null ? [] : rowsOf(measure, table, cells);
    if (added.length > 0 && (!isOfStock(measure) || isKeptWith(ledger, draft, added))) for (const row of added) draft.rows.push(row);
    else draft.leftOut.push({ measure, dimension: table.dimension });
  }
}

/** What lives and what was made tell of each other. */
function isOfStock(measure: Measure): boolean {
  return measure === "orders-live" || measure === "orders-made";
}

function isKeptWith(ledger: Ledger, draft: Draft, rows: readonly Row[]): boolean {
  const published = [...ledger, { ...draft, rows: [...draft.rows, ...rows] }];
  return keepsOrdersMade(published) && keepsOrdersLive(published);
}

/** Editions of one table with what was counted. */
export function earlier(
  editions: readonly Pick<KeptEdition, "rows" | "counts">[],
  measure: Measure,
  { dimension }: CountedTable,
): readonly TableEdition[] {
  return editions.map((one) => ({
    total: one.counts.measures.find((counted) => counted.measure === measure)?.total ?? 0,
    counts: countsBehind(one.counts, measure, dimension) ?? [],
    cells: cellsOf(one, measure, dimension),
  }));
}

function rowsOf(measure: Measure, { dimension, adds, values }: CountedTable, cells: readonly Cell[]): readonly Row[] {
  return cells.map((count, at) => ({ measure, dimension, value: values[at] ?? "", count, adds: adds ? "yes" : "no" }));
}

/** The median as it is published; undefined: not in this edition. */
export function medianOf({ measure, values, without }: CountedValues, before: readonly Pick<KeptEdition, "rows">[]): Median | undefined {
  const n = values.length;
  if (n < leastOfMedian || isSmall(without)) return undefined;
  const sorted = [...values].sort((one, other) => one - other);
  const [low = 0, high = 0] = [sorted[Math.ceil(n / 2) - 1], sorted[Math.floor(n / 2)]];
  const median = rounded(measure, (low + high) / 2);
  const earlierOnes = before.flatMap(({ rows }) =>
    rows.flatMap((row) => (row.measure === measure && typeof row.count === "object" ? [row.count] : [])),
  );
  // The same number of reports has the same median, or more than a few of them came or went: else two medians tell of those few.
  const isTold = earlierOnes.some((one) => (one.n === n ? one.median !== median : isSmall(Math.abs(one.n - n))));
  return isTold ? undefined : { median, n };
}

/** Coarse enough that it is no report's own time. */
function rounded(measure: CountedValues["measure"], value: number): number {
  const [hour, day] = [60, 1440];
  const step = measure === "days-to-application" ? (value < 30 ? 1 : 7) : value < 12 * hour ? 10 : value < 3 * day ? hour : day;
  return Math.round(value / step) * step;
}
