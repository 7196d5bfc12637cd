import { type Shape, civilFromDays, daysFromCivil } from "@unmask/core";
import type { DayRange } from "../timeline-counts.ts";
import { type Label, type LabelBook, type Place, round } from "./label-book.ts";
import { textWidth } from "./text-width.ts";

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
  for (const { day, year, month } of monthsOf(axis.range, step)) {
    const x = Math.max(axis.left, axis.x(day));
    const isNewYear = month === 1 || day <= axis.range.firstDay || step >= 12;
    if (day >= axis.range.firstDay) {
      shapes.push({
        shape: "line",
        role: isNewYear && month === 1 ? "line" : "rule",
        from: [round(x), round(top)],
        to: [round(x), round(bottom)],
        stroke: 1,
      });
    }
    const place = (y: number): Place => ({ x: x + 2, y, anchor: "start" });
    if (step < 12) push(shapes, book.write({ text: shortMonth(month), size: text, role: "ink2" }, [place(below ? monthLine : yearLine)]));
    if (isNewYear) push(shapes, book.write(yearLabel(year, text), [place(step < 12 === below ? yearLine : monthLine)]));
  }
  return shapes;
}

/** "Jun". */
export function shortMonth(month: number): string {
  return ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month - 1] ?? "";
}

function yearLabel(year: number, size: number): Label {
  return { text: String(year), size, role: "ink", bold: true };
}

/** Every first, second, third, sixth month, or every so many years, so that names do not touch. */
function stepOf({ perDay }: TimeAxis, text: number): number {
  const room = textWidth("MMM", text) + 2;
  return [1, 2, 3, 6, 12, 24, 60, 120].find((step) => step * 28 * perDay >= room) ?? 240;
}

/** Months that begin a step, counted from January; the month at the left edge too. */
function* monthsOf({ firstDay, lastDay }: DayRange, step: number): Generator<{ day: number; year: number; month: number }> {
  const first = civilFromDays(firstDay);
  const firstIndex = first.year * 12 + first.month - 1;
  for (let index = Math.floor(firstIndex / step) * step; ; index += step) {
    const shown = Math.max(index, firstIndex);
    const year = Math.floor(shown / 12);
    const month = (shown % 12) + 1;
    const day = daysFromCivil({ year, month, day: 1 });
    if (day > lastDay) return;
    yield { day: Math.max(day, index <= firstIndex ? Math.min(day, firstDay) : day), year, month };
  }
}

function push(shapes: Shape[], shape: Shape | undefined): void {
  if (shape) shapes.push(shape);
}
