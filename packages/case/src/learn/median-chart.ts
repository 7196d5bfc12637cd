import type { Drawing, Shape } from "@unmask/core";
import type { Edition, Median } from "./edition.ts";
import type { EditionChart } from "./edition-chart.ts";
import { type MonthAxis, latestEditions, middleOf, monthNames, textSize } from "./month-axis.ts";
import type { Quantile } from "./month-counts.ts";
import { monthInWords } from "./value-words.ts";

/** How long something took, by month: the median of each, which is never summed up over months. */

interface Known extends Median {
  readonly month: string;
}

/** The chart; undefined where no month has a median. `width` in units. */
export function medianChart(editions: readonly Edition[], measure: Quantile, width: number): EditionChart | undefined {
  const months = latestEditions(editions);
  const known = months.flatMap(({ month, rows }) =>
    rows.flatMap((row): readonly Known[] => (row.measure === measure && typeof row.count === "object" ? [{ month, ...row.count }] : [])),
  );
  const [last, before] = [known.at(-1), known.at(-2)];
  if (last === undefined) return undefined;
  const earlier = before === undefined ? "" : `; in ${monthInWords(before.month)} it was ${sayLength(measure, before.median)}`;
  return {
    finding: `Half of the ${things[measure]} of ${monthInWords(last.month)} ${did[measure]} within ${sayLength(measure, last.median)}${earlier}.`,
    doubt: `${from[measure]} A median of one month, rounded, from 20 on; months with fewer have none. One that waits still is not among them.`,
    drawing: drawingOf(
      known,
      months.map(({ month }) => month),
      { measure, width },
    ),
    table: {
      columns: ["Month", "Half within", "Of how many"],
      rows: known.map(({ month, median, n }) => [monthInWords(month), sayLength(measure, median), n]),
    },
  };
}

const things: Readonly<Record<Quantile, string>> = {
  "minutes-to-first-action": "reports",
  "days-to-application": "full orders sought in the month",
};
const did: Readonly<Record<Quantile, string>> = {
  "minutes-to-first-action": "had a first action",
  "days-to-application": "were applied for",
};
const from: Readonly<Record<Quantile, string>> = {
  "minutes-to-first-action": "From received to the first act of an officer beyond reading it.",
  "days-to-application": "From the first report to lodging.",
};

/** "3 h 40 min", "2 days 4 h", "34 days". */
function sayLength(measure: Quantile, length: number): string {
  const days = measure === "days-to-application" ? length : Math.floor(length / 1440);
  const daysSaid = days === 1 ? "1 day" : `${days} days`;
  if (measure === "days-to-application") return daysSaid;
  const [hours, minutes] = [Math.floor((length % 1440) / 60), length % 60];
  const parts = [days > 0 ? daysSaid : "", hours > 0 ? `${hours} h` : "", minutes > 0 || length === 0 ? `${minutes} min` : ""];
  return parts.filter((part) => part !== "").join(" ");
}

const height = 190;
const foot = 150;
const tallest = 120;

function drawingOf(
  known: readonly Known[],
  months: readonly string[],
  { measure, width }: { readonly measure: Quantile; readonly width: number },
): Drawing {
  const most = known.reduce((all, { median }) => Math.max(all, median), 1);
  const axis: MonthAxis = { left: 4, step: (width - 8) / months.length, foot: foot + 16 };
  const title = `Half of the ${things[measure]} ${did[measure]} within`;
  const [last, top] = [known.at(-1)?.month, known.find(({ median }) => median === most)?.month];
  return {
    title,
    alt: `${title}: ${known.map(({ month, median }) => `${monthInWords(month)} ${sayLength(measure, median)}`).join("; ")}.`,
    width,
    height,
    shapes: [
      ...known.flatMap(({ month, median }): readonly Shape[] => {
        const at = months.indexOf(month);
        const [x, tall] = [middleOf(axis, at), (median / most) * tallest];
        const bar = Math.min(24, axis.step * 0.6);
        const anchor = x < width / 4 ? "start" : x > (3 * width) / 4 ? "end" : "middle";
        const edge = anchor === "end" ? x + bar / 2 : anchor === "start" ? x - bar / 2 : x;
        const isSaid = month === last || (month === top && Math.abs(months.indexOf(last ?? "") - at) > 3);
        const says: Shape = {
          ...{
            shape: "text",
            role: "ink",
            x: edge,
            y: foot - tall - 5,
            text: sayLength(measure, median),
            size: textSize,
            anchor,
            bold: true,
          },
        };
        return [{ shape: "rect", role: "c3", x: x - bar / 2, y: foot - tall, width: bar, height: tall }, ...(isSaid ? [says] : [])];
      }),
      { shape: "line", role: "line", from: [0, foot], to: [width, foot], stroke: 1 },
      ...monthNames(axis, months),
    ],
    note: "A bar is as tall as the median of its month, from 0. The last carries its number. A month without a bar has no median.",
  };
}
