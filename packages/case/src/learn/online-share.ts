import type { Drawing, Shape, Table } from "@unmask/core";
import { type Edition, totalOf } from "./edition.ts";
import type { EditionChart } from "./edition-chart.ts";
import type { Cell } from "./hide-table.ts";
import { type MonthAxis, latestEditions, middleOf, monthNames, textSize } from "./month-axis.ts";
import { monthInWords } from "./value-words.ts";

/** In how many reports an online act stood, month by month, before and after a month that somebody chooses: whole months alone. */

/** A month of which both numbers are shown. */
interface Known {
  readonly month: string;
  readonly reports: number;
  readonly online: number;
}

/** The chart; undefined where no month shows both numbers. `since`: the first month of "after"; `width` in units. */
export function onlineShareChart(
  editions: readonly Edition[],
  { since, width }: { readonly since: string | undefined; readonly width: number },
): EditionChart | undefined {
  const months = latestEditions(editions);
  const known = months.flatMap(knownOf);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const [before, after] = [known.filter(({ month }) => month < (since ?? "")), known.filter(({ month }) => month >= (since ?? ""))];
  const isSplit = since !== undefined && before.length > 0 && after.length > 0;
  const finding = isSplit
    ? `An online act stood in ${percent(sumOf(after))} of 100 reports since ${monthInWords(since)}, and in ${percent(sumOf(before))} of 100 before.`
    : `An online act stood in ${sumOf(known).online} of ${sumOf(known).reports} reports, ${spanOf(first.month, last.month)}.`;
  const ceiling = Math.ceil(known.reduce((most, one) => Math.max(most, chanceOf(one).most), 10) / 10) * 10;
  const floor = Math.floor(known.reduce((least, one) => Math.min(least, chanceOf(one).least), 90) / 10) * 10;
  return {
    finding,
    doubt: [
      isSplit ? doubtOfSplit(sumOf(before), sumOf(after)) : "",
      floor > 0 ? `Axis from ${floor}%.` : "",
      "Thin bar: what chance alone could give with so few reports. More online reports may also mean that reporting online became easier.",
      months.length > known.length
        ? `${months.length - known.length} of ${months.length} months are not drawn: a count of theirs is hidden.`
        : "",
    ]
      .filter((part) => part !== "")
      .join(" "),
    drawing: drawingOf(known, { floor, ceiling, width, split: isSplit ? { since, before, after } : undefined }),
    table: tableOf(months),
  };
}

function cellsOfMonth(edition: Edition): { readonly reports: Cell | undefined; readonly online: Cell | undefined } {
  const online = edition.rows.find((row) => row.measure === "reports" && row.dimension === "way" && row.value === "online")?.count;
  return { reports: totalOf(edition, "reports"), online: typeof online === "object" ? undefined : online };
}

function knownOf(edition: Edition): readonly Known[] {
  const { reports, online } = cellsOfMonth(edition);
  return typeof reports === "number" && reports > 0 && typeof online === "number" ? [{ month: edition.month, reports, online }] : [];
}

function tableOf(months: readonly Edition[]): Table {
  return {
    columns: ["Month received", "Reports", "With an online act", "Of 100"],
    rows: months.map((edition) => {
      const { reports = notThere, online = notThere } = cellsOfMonth(edition);
      const [known] = knownOf(edition);
      return [monthInWords(edition.month), reports, online, known === undefined ? "" : percent(known)];
    }),
  };
}

/** What stands where an edition has left a count out. */
const notThere = "left out";

function sumOf(months: readonly Known[]): Omit<Known, "month"> {
  return months.reduce((sum, { reports, online }) => ({ reports: sum.reports + reports, online: sum.online + online }), {
    reports: 0,
    online: 0,
  });
}

function percent({ reports, online }: Omit<Known, "month">): number {
  return Math.round((100 * online) / reports);
}

/** The simplest range of a share that holds in 95 of 100 such samples, in percent. */
function chanceOf(known: Omit<Known, "month">): { readonly least: number; readonly most: number } {
  const share = known.online / known.reports;
  const about = 196 * Math.sqrt((share * (1 - share)) / known.reports);
  return { least: Math.max(0, 100 * share - about), most: Math.min(100, 100 * share + about) };
}

function doubtOfSplit(before: Omit<Known, "month">, after: Omit<Known, "month">): string {
  const all = (before.online + after.online) / (before.reports + after.reports);
  const chance = 1.96 * Math.sqrt(all * (1 - all) * (1 / before.reports + 1 / after.reports));
  const moved = Math.abs(after.online / after.reports - before.online / before.reports);
  return moved > chance
    ? "The difference is larger than chance alone gives with so many reports."
    : "No change that numbers of this size could show.";
}

function spanOf(first: string, last: string): string {
  return first === last ? monthInWords(first) : `${monthInWords(first)} to ${monthInWords(last)}`;
}

/** How it is split, where it is. */
interface Split {
  readonly since: string;
  readonly before: readonly Known[];
  readonly after: readonly Known[];
}

const height = 300;
const top = 24;
const foot = 220;
const barsFoot = 264;

function drawingOf(
  known: readonly Known[],
  {
    floor,
    ceiling,
    width,
    split,
  }: { readonly floor: number; readonly ceiling: number; readonly width: number; readonly split: Split | undefined },
): Drawing {
  const left = 40;
  const axis: MonthAxis = { left, step: (width - left - 8) / known.length, foot: barsFoot + 16 };
  const y = (share: number): number => foot - ((share - floor) * (foot - top)) / (ceiling - floor);
  const most = known.reduce((all, { reports }) => Math.max(all, reports), 1);
  const title = "Share of reports with an online act, by month received";
  const steps = Array.from({ length: Math.floor((ceiling - floor) / 10) + 1 }, (_, at) => floor + at * 10);
  return {
    title,
    alt: `${title}: ${known.map((one) => `${monthInWords(one.month)} ${percent(one)} of 100`).join("; ")}.`,
    width,
    height,
    shapes: [
      ...steps.flatMap((share): readonly Shape[] => [
        { shape: "line", role: "rule", from: [left, y(share)], to: [width, y(share)], stroke: 1 },
        { shape: "text", role: "ink2", x: left - 6, y: y(share) + 4, text: `${share}%`, size: textSize, anchor: "end" },
      ]),
      ...(split === undefined ? [] : splitShapes(split, { axis, known, y })),
      ...known.flatMap((one, at): readonly Shape[] => {
        const [x, { least, most: upper }] = [middleOf(axis, at), chanceOf(one)];
        const next = known[at + 1];
        return [
          { shape: "line", role: "none", from: [x, y(least)], to: [x, y(upper)], stroke: 1.5 },
          ...(next === undefined
            ? []
            : [
                {
                  shape: "line",
                  role: "night",
                  from: [x, y(percent(one))],
                  to: [middleOf(axis, at + 1), y(percent(next))],
                  stroke: 1.5,
                } as const,
              ]),
          { shape: "circle", role: "night", x, y: y(percent(one)), radius: 3.5, open: false },
          { shape: "rect", role: "c3", ...barBox(x, axis.step, (one.reports / most) * 28) },
        ];
      }),
      { shape: "line", role: "line", from: [left, barsFoot], to: [width, barsFoot], stroke: 1 },
      ...monthNames(
        axis,
        known.map(({ month }) => month),
      ),
    ],
    note: `A point is the share of one month; dashed, the share of all months before or since. The bars at the foot are reports a month, the tallest ${most}.`,
  };
}

function barBox(x: number, step: number, tall: number): Readonly<Record<"x" | "y" | "width" | "height", number>> {
  const width = Math.min(16, step * 0.6);
  return { x: x - width / 2, y: barsFoot - tall, width, height: tall };
}

function splitShapes(
  { since, before, after }: Split,
  { axis, known, y }: { readonly axis: MonthAxis; readonly known: readonly Known[]; readonly y: (share: number) => number },
): readonly Shape[] {
  const at = known.findIndex(({ month }) => month >= since);
  const x = axis.left + at * axis.step;
  const [was, is] = [percent(sumOf(before)), percent(sumOf(after))];
  const right = axis.left + known.length * axis.step;
  const words = (text: string, from: number, anchor: "start" | "end"): Shape => ({
    ...{ shape: "text", role: "ink", x: from, y: 12, text, size: textSize, anchor, bold: true },
  });
  return [
    { shape: "line", role: "night", from: [x, 0], to: [x, foot], stroke: 1.5 },
    { shape: "line", role: "night", from: [axis.left, y(was)], to: [x, y(was)], stroke: 1.5, dashed: true },
    { shape: "line", role: "hers", from: [x, y(is)], to: [right, y(is)], stroke: 1.5, dashed: true },
    words(`${was}% before`, x - 6, "end"),
    words(`${is}% since`, x + 6, "start"),
  ];
}

/** The months at which it can be split: any but the first that is drawn. */
export function monthsToSplit(editions: readonly Edition[]): readonly string[] {
  return latestEditions(editions)
    .flatMap(knownOf)
    .slice(1)
    .map(({ month }) => month);
}
