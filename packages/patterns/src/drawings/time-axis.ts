import { type Shape, civilFromDays, daysFromCivil, textWidth } from "@unmask/core";
import { sayShortMonth } from "@unmask/words";
import type { DayRange } from "../reading/timeline-counts.ts";
import { type Label, type LabelBook, type Place, round } from "./label-book.ts";

/** A line of days laid from left to right. */
export interface TimeAxis {
  readonly left: number;
  readonly right: number;
  /** The days at the two ends; wider than the acts where they span less than `leastDays`. */
  readonly range: DayRange;
  readonly perDay: number;
  /** Where the start of a day stands; days may have fractions. */
  x(day: number): number;
}

/** A shorter time is drawn as a part of this many days, or one day's mark would fill the picture. */
const leastDays = 56;

/** Lays a range of days between two edges. */
export function layTimeAxis({ firstDay, lastDay }: DayRange, left: number, right: number): TimeAxis {
  const missing = Math.max(0, leastDays - (lastDay - firstDay + 1));
  const range = { firstDay: firstDay - Math.floor(missing / 2), lastDay: lastDay + Math.ceil(missing / 2) };
  const perDay = (right - left) / (range.lastDay - range.firstDay + 1);
  return { left, right, range, perDay, x: (day) => left + (day - range.firstDay) * perDay };
}

/** Height that the names of months and years take. */
export function axisHeight(text: number): number {
  return Math.round(text * 2.5);
}

/** Names of months, years in bold beneath or above them, and a hairline at each; as many as have room. `top` and `bottom` bound the hairlines. */
export function drawMonths(
  axis: TimeAxis,
  { top, bottom, text, below, book }: { top: number; bottom: number; text: number; below: boolean; book: LabelBook },
): readonly Shape[] {
  const monthLine = below ? bottom + text * 1.1 : top - text * 1.55;
  const yearLine = below ? bottom + text * 2.2 : top - text * 0.4;
  const shapes: Shape[] = [];
  const step = stepOf(axis, text);
  for (const [i, { day, year, month }] of monthStarts(axis, step, text).entries()) {
    const x = Math.max(axis.left, axis.x(day));
    const isYear = month === 1 || i === 0 || step >= 12;
    if (day >= axis.range.firstDay) {
      shapes.push({
        shape: "line",
        role: month === 1 ? "line" : "rule",
        from: [round(x), round(top)],
        to: [round(x), round(bottom)],
        stroke: 1,
      });
    }
    const place = (y: number): Place => ({ x: x + 2, y, anchor: "start" });
    const nearLine = below ? monthLine : yearLine;
    const farLine = below ? yearLine : monthLine;
    if (step < 12) push(shapes, book.write({ text: sayShortMonth(month), size: text, role: "ink2" }, [place(nearLine)]));
    if (isYear) push(shapes, book.write(yearLabel(year, text), [place(step < 12 ? farLine : nearLine)]));
  }
  return shapes;
}

/** Width of the widest short name of a month. */
export function monthWidth(text: number): number {
  return Array.from({ length: 12 }, (_, i) => textWidth(sayShortMonth(i + 1), text)).reduce((most, width) => Math.max(most, width));
}

function yearLabel(year: number, size: number): Label {
  return { text: String(year), size, role: "ink", bold: true };
}

/** Every first, second, third, sixth month, or every so many years, so that names do not touch. */
function stepOf({ perDay }: TimeAxis, text: number): number {
  const room = monthWidth(text) + 2;
  return [1, 2, 3, 6, 12, 24, 60, 120].find((step) => step * 30 * perDay >= room) ?? 240;
}

/** The months that begin a step, counted from January, and the one at the left edge where its name has room before the next. */
function monthStarts(axis: TimeAxis, step: number, text: number): readonly { day: number; year: number; month: number }[] {
  const { firstDay, lastDay } = axis.range;
  const first = civilFromDays(firstDay);
  const firstIndex = first.year * 12 + first.month - 1;
  const starts: { day: number; year: number; month: number }[] = [];
  for (let index = Math.ceil(firstIndex / step) * step; ; index += step) {
    const start = startOf(index);
    if (start.day > lastDay) break;
    if (start.day >= firstDay) starts.push(start);
  }
  const next = starts[0];
  const room = (step < 12 ? monthWidth(text) : textWidth("2000", text)) + 4;
  if (next?.day !== firstDay && (!next || axis.x(next.day) - axis.left >= room)) starts.unshift(startOf(firstIndex));
  return starts;
}

/** The first day of a month; months counted from the year 0. */
function startOf(index: number): { day: number; year: number; month: number } {
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return { day: daysFromCivil({ year, month, day: 1 }), year, month };
}

function push(shapes: Shape[], shape: Shape | undefined): void {
  if (shape) shapes.push(shape);
}
