import { type Drawing, type Shape, cutToWidth } from "@unmask/core";
import { sayCount, sayFewOf, sayNumber, sayRange, marks } from "@unmask/words";
import { type Bin, type Strip, type TimelineCounts, binDays } from "../reading/timeline-counts.ts";
import type { DrawingSize } from "./drawing-size.ts";
import { type LabelBook, createLabelBook, round, textShape } from "./label-book.ts";
import { type TimeAxis, axisHeight, drawMonths, layTimeAxis } from "./time-axis.ts";

/** One strip for each number or account of theirs, busiest first: when one fell silent and when the next began. */
export function drawWhoWhen({ strips, range, stops }: TimelineCounts, size: DrawingSize): Drawing {
  const title = titleOf(strips);
  if (!range || strips.length === 0) return { title, alt: "No strip.", width: size.width, height: size.text, shapes: [], note: "" };
  const names = Math.round(size.names * 1.35);
  const axis = layTimeAxis(range, names, size.width - 4);
  const width = binWidth(axis);
  const shown = shownStrips(strips, size.strips).map((strip) => ({ ...strip, bins: mergeBins(strip.bins, range.firstDay, width) }));
  const most = shown.flatMap(({ bins }) => bins).reduce((more, { count }) => Math.max(more, count), 1);
  const row = Math.max(size.text * 2, size.lane * 0.72);
  const top = (size.monthsBelow ? 0 : axisHeight(size.text)) + size.text * 1.4;
  const bottom = round(top + shown.length * row);
  const height = bottom + (size.monthsBelow ? axisHeight(size.text) : 4);
  const book = createLabelBook({ left: 0, top: 0, right: size.width, bottom: height });
  const tallest = row - 6;
  const shapes = shown.flatMap((strip, i) => {
    const base = top + (i + 1) * row - 2;
    const label = textShape(
      { text: cutToWidth(strip.label, size.text, names - 8), size: size.text, role: "ink" },
      { x: 0, y: base - 2, anchor: "start" },
    );
    const line: Shape = { shape: "line", role: "rule", from: [axis.left, round(base)], to: [axis.right, round(base)], stroke: 1 };
    return [label, line, ...strip.bins.flatMap((bin) => drawBin(bin, { axis, width, base, tallest, most }))];
  });
  const months = drawMonths(axis, { top, bottom, text: size.text, below: size.monthsBelow, book });
  const blocked = drawBlocked(stops, { axis, size, top, bottom, book });
  const dashed = blocked.length === 0 ? "" : ` Dashed: a day on which ${marks.you} blocked a number or an account.`;
  return {
    title,
    alt: shown.map((strip) => `${strip.label}: ${sayCount(strip.acts, "act")}, ${sayRange(strip.firstDay, strip.lastDay)}.`).join(" "),
    width: size.width,
    height: round(height),
    shapes: [...months, ...shapes, ...blocked],
    note: `Height is the number of acts in ${width} days, by the square root, one scale; the stronger foot is the part between midnight and 5.${dashed}`,
  };
}

/** Thinnest bar; narrower ones are drawn together. */
const leastWidth = 2;

function titleOf(strips: readonly Strip[]): string {
  if (strips.length === 0) return `There is no act of ${marks.theirs} in these files.`;
  const one = strips[0];
  return strips.length === 1 && one
    ? `${one.acts === 1 ? "" : "All "}${sayCount(one.acts, "act")} came from one number or account.`
    : `${sayCount(
        strips.reduce((sum, { acts }) => sum + acts, 0),
        "act",
      )} came from ${sayFewOf(strips.length, "number or account", "numbers and accounts")}.`;
}

function binWidth({ perDay }: TimeAxis): number {
  return binDays * Math.max(1, Math.ceil(leastWidth / (perDay * binDays)));
}

/** The busiest, and all others as one strip. */
function shownStrips(strips: readonly Strip[], most: number): readonly Strip[] {
  if (strips.length <= most) return strips;
  const rest = strips.slice(most - 1);
  const byDay = new Map<number, Bin>();
  for (const { bins } of rest) for (const bin of bins) byDay.set(bin.day, addBins(byDay.get(bin.day), bin));
  const acts = rest.reduce((sum, strip) => sum + strip.acts, 0);
  return [
    ...strips.slice(0, most - 1),
    {
      normal: "",
      label: `${sayNumber(rest.length)} others`,
      acts,
      firstDay: rest.reduce((day, { firstDay }) => Math.min(day, firstDay), Number.POSITIVE_INFINITY),
      lastDay: rest.reduce((day, { lastDay }) => Math.max(day, lastDay), Number.NEGATIVE_INFINITY),
      bins: [...byDay.values()].sort((a, b) => a.day - b.day),
    },
  ];
}

function mergeBins(bins: readonly Bin[], firstDay: number, width: number): readonly Bin[] {
  if (width === binDays) return bins;
  const byDay = new Map<number, Bin>();
  for (const bin of bins) {
    const day = firstDay + Math.floor((bin.day - firstDay) / width) * width;
    byDay.set(day, { ...addBins(byDay.get(day), bin), day });
  }
  return [...byDay.values()];
}

function addBins(known: Bin | undefined, { day, count, night }: Bin): Bin {
  return { day, count: (known?.count ?? 0) + count, night: (known?.night ?? 0) + night };
}

interface BinPlace {
  readonly axis: TimeAxis;
  readonly width: number;
  readonly base: number;
  readonly tallest: number;
  readonly most: number;
}

function drawBin({ day, count, night }: Bin, { axis, width, base, tallest, most }: BinPlace): readonly Shape[] {
  const x = round(axis.x(day));
  const wide = round(Math.max(1, Math.min(axis.right - x, axis.perDay * width * 0.85)));
  const height = Math.max(2, tallest * Math.sqrt(count / most));
  const foot = (height * night) / count;
  const part = (role: "day" | "night", from: number, to: number): Shape[] =>
    to - from < 0.05 ? [] : [{ shape: "rect", role, x, y: round(base - to), width: wide, height: round(to - from) }];
  return [...part("day", foot, height), ...part("night", 0, foot)];
}

interface BlockedPlace {
  readonly axis: TimeAxis;
  readonly size: DrawingSize;
  readonly top: number;
  readonly bottom: number;
  readonly book: LabelBook;
}

function drawBlocked(stops: TimelineCounts["stops"], { axis, size, top, bottom, book }: BlockedPlace): readonly Shape[] {
  const days = stops
    .filter(({ kind, day }) => kind === "blocked" && day >= axis.range.firstDay && day <= axis.range.lastDay)
    .map(({ day }) => day);
  return days.flatMap((day) => {
    const x = axis.x(day + 0.5);
    const y = top - size.text * 0.35;
    const name = book.write({ text: "blocked", size: size.text, role: "hers" }, [
      { x: x + 4, y, anchor: "start" },
      { x: x - 4, y, anchor: "end" },
    ]);
    const from = round(name ? y - size.text * 0.8 : top);
    const line: Shape = { shape: "line", role: "hers", from: [round(x), from], to: [round(x), bottom], stroke: 1.5, dashed: true };
    book.take({ left: x - 1, top: from, right: x + 1, bottom: top });
    return name ? [line, name] : [line];
  });
}
