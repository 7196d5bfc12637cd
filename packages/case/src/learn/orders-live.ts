import { type KeptEdition, cellsOf, countsBehind, totalOf } from "./edition.ts";
import { leastShown } from "./bounds.ts";
import type { Cell } from "./hide-table.ts";
import type { MonthCounts } from "./month-counts.ts";

/** What orders that live tell of orders that were made: whatever lives at the end of one month and not of an earlier one was made between the two. */

/** What was published of one month: enough of an edition to be looked at beside others. */
export type Published = Pick<KeptEdition, "month" | "rows" | "counts">;

/** Most numbers with which a cell still says "1 to 4". */
const mostSmall = leastShown - 1;

/** Whether every `<5` among the sums of orders made keeps its four numbers, and every hidden cell of them its own, beside what lives. */
export function keepsOrdersMade(published: readonly Published[]): boolean {
  const madeIn = madeByMonth(published);
  return pairs(published.filter((one) => totalOf(one, live) !== undefined)).every(([earlier, later]) => {
    const between = monthsBetween(madeIn, earlier.month, later.month);
    const ofSums = grown([totalBehind(earlier.counts)], [totalBehind(later.counts)]);
    if (
      !isKept(
        ofSums,
        between.map(({ sum }) => sum),
      )
    )
      return false;
    const [before, after] = [countsOfTable(earlier), countsOfTable(later)];
    if (before === undefined || after === undefined) return true;
    return (
      isKept(
        grown(before, after),
        between.map(({ sum }) => sum),
      ) &&
      before.every((count, value) =>
        isKept(
          Math.max(0, (after[value] ?? 0) - count),
          between.map((month) => month.cells?.[value] ?? upTo(month.sum)),
        ),
      )
    );
  });
}

/** Whether no hidden count of what lives is bounded by what lives in another month. */
export function keepsOrdersLive(published: readonly Published[]): boolean {
  const madeIn = madeByMonth(published);
  return pairs(tablesOfLive(published)).every(([earlier, later]) => {
    const [before, after] = [countsOfTable(earlier), countsOfTable(later)];
    if (before === undefined || after === undefined) return true;
    const isHidden = [cellsOf(earlier, live, order), cellsOf(later, live, order)].map((cells) =>
      cells?.map((cell) => typeof cell !== "number"),
    );
    const changed = before.some((count, value) => count !== after[value] && isHidden.some((cells) => cells?.[value] === true));
    if (!changed) return true;
    const between = monthsBetween(madeIn, earlier.month, later.month);
    const made = between.reduce((total, { sum }) => total + sum.least, 0);
    return between.every(({ cells }) => cells === undefined) && made >= totalBehind(later.counts);
  });
}

const [live, order, made] = ["orders-live", "order", "orders-made"] as const;

/** What can have been made of one thing in one month by what was published; `hidden`: how much of a lower bound it bears. */
interface Made {
  readonly least: number;
  readonly most: number;
  readonly bears?: 0 | 1;
}

/** Whether a growth that must have been made in these months bounds no hidden number of theirs: every other month may have made the most it can. */
function isKept(growth: number, months: readonly Made[]): boolean {
  const most = months.reduce((total, one) => total + one.most, 0);
  return months.every(({ most: own, bears }) => {
    if (bears === undefined) return true;
    const others = months.filter((one) => one.most === Number.POSITIVE_INFINITY).length;
    // What is held may be any number: with one other such month nothing is bounded.
    const rest = own === Number.POSITIVE_INFINITY ? (others > 1 ? own : finite(months)) : most - own;
    return growth - rest <= bears;
  });
}

function finite(months: readonly Made[]): number {
  return months.reduce((total, { most }) => (most === Number.POSITIVE_INFINITY ? total : total + most), 0);
}

/** What was made in a month, by what was published of it: in sum and by kind of order. */
interface MadeInMonth {
  readonly sum: Made;
  readonly cells: readonly Made[] | undefined;
}

function madeByMonth(published: readonly Published[]): ReadonlyMap<string, MadeInMonth> {
  const editions = new Map<string, readonly Published[]>();
  for (const one of published) editions.set(one.month, [...(editions.get(one.month) ?? []), one]);
  return new Map([...editions].map(([month, all]) => [month, madeInMonth(all)]));
}

function madeInMonth(editions: readonly Published[]): MadeInMonth {
  const tables = editions.flatMap((one) => {
    const cells = cellsOf(one, made, order);
    return cells === null ? [] : [cells.map(ofCell)];
  });
  return {
    sum: narrowest(editions.flatMap((one) => totalOf(one, made) ?? []).map(ofCell)),
    cells: tables[0]?.map((_, value) => narrowest(tables.flatMap((cells) => cells[value] ?? []))),
  };
}

/** The months after one and up to another. One of which nothing was published can have made any number. */
function monthsBetween(madeIn: ReadonlyMap<string, MadeInMonth>, after: string, last: string): readonly MadeInMonth[] {
  const months: MadeInMonth[] = [];
  for (let month = monthAfter(after); month <= last; month = monthAfter(month)) months.push(madeIn.get(month) ?? nothingPublished);
  return months;
}

const nothingPublished: MadeInMonth = { sum: { least: 0, most: Number.POSITIVE_INFINITY }, cells: undefined };

function ofCell(cell: Cell): Made {
  if (cell === "<5") return { least: 1, most: mostSmall, bears: 1 };
  return cell === "held" ? { least: 0, most: Number.POSITIVE_INFINITY, bears: 0 } : { least: cell, most: cell };
}

/** Of several editions the least that any of them allows, and the least lower bound that any of them bears. */
function narrowest(all: readonly Made[]): Made {
  const bears = all.reduce<0 | 1 | undefined>((least, one) => (one.bears === undefined || least === 0 ? least : one.bears), undefined);
  const most = all.reduce((least, one) => Math.min(least, one.most), Number.POSITIVE_INFINITY);
  const least = all.reduce((lowest, one) => Math.min(lowest, one.least), all[0]?.least ?? 0);
  return { least, most, ...(bears === undefined ? {} : { bears }) };
}

/** Of one value no more was made than of all. */
function upTo({ most }: Made): Made {
  return { least: 0, most };
}

function grown(before: readonly number[], after: readonly number[]): number {
  return after.reduce((total, count, value) => total + Math.max(0, count - (before[value] ?? 0)), 0);
}

/** Each two published months, the earlier first. */
function pairs(published: readonly Published[]): readonly (readonly [Published, Published])[] {
  return published.flatMap((earlier) => published.flatMap((later) => (earlier.month < later.month ? [[earlier, later] as const] : [])));
}

function countsOfTable(edition: Published): readonly number[] | undefined {
  return cellsOf(edition, live, order) === null ? undefined : countsBehind(edition.counts, live, order);
}

function totalBehind({ measures }: MonthCounts): number {
  return measures.find(({ measure }) => measure === live)?.total ?? 0;
}

/** "2027-01" of "2026-12". */
export function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12
    ? `${String(year + 1).padStart(4, "0")}-01`
    : `${String(year).padStart(4, "0")}-${String(number + 1).padStart(2, "0")}`;
}

/** Published tables of what lives, in the order in which they were published: editions of one table. */
export function tablesOfLive(published: readonly Published[]): readonly Published[] {
  return published.filter((one) => cellsOf(one, live, order) !== null);
}
