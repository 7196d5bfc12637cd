import type { Drawing, Shape, Table } from "@unmask/core";
import { type Edition, type Row, totalOf } from "./edition.ts";
import type { Cell } from "./hide-table.ts";
import type { Measure } from "./month-counts.ts";
import { measureInWords, monthInWords, valueInWords } from "./value-words.ts";

/**
 * One table of an edition as a finding, its doubt, a drawing and the same as a table. A number under five is a hatched bar from 1 to 4, one that is held has
 * no bar at all, since its length would tell.
 */

/** One table as it is shown. */
export interface EditionChart {
  /** A sentence with its numbers. */
  readonly finding: string;
  /** What could make it mean less. */
  readonly doubt: string;
  readonly drawing: Drawing;
  readonly table: Table;
}

const sizes = { width: 640, labels: 200, row: 30, bar: 18, text: 13, top: 8 } as const;
/** Narrower than this a hidden number is said in its note alone. */
const roomy = 500;
/** Space behind the longest bar, for its number. */
const behind = 60;

/** The chart of one table; undefined: this edition has none. `width` in units. */
export function chartOfEdition(
  edition: Edition,
  measure: Measure,
  dimension: string,
  width: number = sizes.width,
): EditionChart | undefined {
  const rows = edition.rows.filter((row) => row.measure === measure && row.dimension === dimension && dimension !== "");
  const total = totalOf(edition, measure);
  if (rows.length === 0 || total === undefined) return undefined;
  const cells = rows.flatMap(cellOf);
  return {
    finding: findingOf(edition, { measure, total, cells }),
    doubt: doubtOf(rows),
    drawing: drawingOf(edition, { measure, dimension, cells, width }),
    table: {
      columns: ["Counted under", monthInWords(edition.month)],
      rows: [...cells.map(({ label, cell }) => [label, cell]), ["All", total]],
    },
  };
}

/** One value with its cell. */
interface Named {
  readonly label: string;
  readonly cell: Cell;
}

function cellOf({ value, count }: Row): readonly Named[] {
  return typeof count === "object" ? [] : [{ label: valueInWords(value), cell: count }];
}

function findingOf({ month }: Edition, { measure, total, cells }: { measure: Measure; total: Cell; cells: readonly Named[] }): string {
  const most = cells.reduce<{ readonly label: string; readonly count: number } | undefined>(
    (top, { label, cell }) => (typeof cell === "number" && cell > (top?.count ?? 0) ? { label, count: cell } : top),
    undefined,
  );
  if (total === 0) return `No ${measureInWords[measure]} in ${monthInWords(month)}.`;
  const ofAll = `${total} ${measureInWords[measure]}, ${monthInWords(month)}`;
  if (most !== undefined) return `“${most.label}” stood in ${most.count} of ${ofAll}.`;
  return cells.some(({ cell }) => cell !== 0) ? `${ofAll}: no part above 0 can be shown.` : `${ofAll}: none is counted under any of these.`;
}

function doubtOf(rows: readonly Row[]): string {
  const several = rows.some(({ adds }) => adds === "no")
    ? "One may count under several values, or under none: of a report without a pack no act is known here, so that 0 is no finding that it did not happen. "
    : "";
  return `${several}What is reported is counted, not what happens: more reports may also mean that reporting became easier.`;
}

function drawingOf(
  { month }: Edition,
  {
    measure,
    dimension,
    cells,
    width,
  }: { readonly measure: Measure; readonly dimension: string; readonly cells: readonly Named[]; readonly width: number },
): Drawing {
  const longest = cells.reduce((most, { cell }) => (typeof cell === "number" ? Math.max(most, cell) : most), 5);
  const unit = (width - sizes.labels - behind) / longest;
  // Two pictures of one month are told apart by what they count under.
  const title = `${measureInWords[measure]}, ${monthInWords(month)}, by ${dimension === "about" ? "whom it is about" : dimension.replaceAll("-", " ")}`;
  return {
    title,
    alt: `${title}: ${cells.map(({ label, cell }) => `${label} ${cellInWords(cell)}`).join("; ")}.`,
    width,
    height: 2 * sizes.top + cells.length * sizes.row,
    shapes: [
      ...cells.flatMap((one, at) => barOf(one, { y: sizes.top + at * sizes.row, unit, isRoomy: width > roomy })),
      { shape: "line", role: "line", from: [sizes.labels, 0], to: [sizes.labels, 2 * sizes.top + cells.length * sizes.row], stroke: 1 },
    ],
    note: "A bar is as long as its number, from 0. <5, hatched: somewhere from 1 to 4. held: no bar, since its length would tell.",
  };
}

function cellInWords(cell: Cell): string {
  return cell === "<5" ? "fewer than 5" : String(cell);
}

function barOf(
  { label, cell }: Named,
  { y, unit, isRoomy }: { readonly y: number; readonly unit: number; readonly isRoomy: boolean },
): readonly Shape[] {
  const middle = y + sizes.row / 2;
  const text = (x: number, words: string, anchor: "start" | "end", bold: boolean): Shape => ({
    ...{ shape: "text", role: bold ? "ink" : "ink2", x, y: middle + sizes.text / 3, text: words, size: sizes.text, anchor },
    ...(bold ? { bold } : {}),
  });
  const bar = { x: sizes.labels, y: middle - sizes.bar / 2, height: sizes.bar };
  const shapes: readonly Shape[] =
    cell === "<5"
      ? hatched({ ...bar, x: sizes.labels + unit, width: 3 * unit })
      : cell === "held"
        ? [{ shape: "line", role: "ink2", from: [sizes.labels, middle], to: [sizes.labels + 24, middle], stroke: 1, dashed: true }]
        : cell === 0
          ? []
          : [{ shape: "rect", role: "c3", ...bar, width: cell * unit }];
  const end = cell === "<5" ? 4 * unit : cell === "held" ? 24 : cell * unit;
  const says = cell === "<5" && isRoomy ? "<5 from 1 to 4" : String(cell);
  return [text(sizes.labels - 12, label, "end", false), ...shapes, text(sizes.labels + end + 8, says, "start", true)];
}

/** An outline with slanting lines in it: somewhere in here. */
function hatched({ x, y, width, height }: Readonly<Record<"x" | "y" | "width" | "height", number>>): readonly Shape[] {
  const lines = Array.from({ length: Math.max(1, Math.floor(width / 6)) }, (_, at): Shape => {
    const from = x + at * 6;
    const run = Math.min(height, x + width - from);
    return { shape: "line", role: "c3", from: [from, y + height], to: [from + run, y + height - run], stroke: 1 };
  });
  return [{ shape: "outline", role: "c3", x, y, width, height, stroke: 1 }, ...lines];
}
