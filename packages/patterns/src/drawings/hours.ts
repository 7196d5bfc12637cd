import { type Drawing, type Shape, textWidth } from "@unmask/core";
import { sayCount, sayMonth, sayNumber, sayShortMonth, marks } from "@unmask/words";
import { nightUntil } from "../reading/night.ts";
import type { TimelineCounts } from "../reading/timeline-counts.ts";
import type { DrawingSize } from "./drawing-size.ts";
import { createLabelBook, round } from "./label-book.ts";
import { axisHeight, monthWidth } from "./time-axis.ts";

/**
 * Hours down, from noon to noon so that a night is one block; months across; a box is as wide as the root of its number asks. The two lines
 * are midnight and 5.
 */
export function drawHoursByMonth({ months, totals }: TimelineCounts, size: DrawingSize): Drawing {
  const title = nightTitle(totals);
  const left = Math.ceil(Math.max(textWidth("midnight", size.text), textWidth("18:00", size.text))) + 10;
  const row = Math.round(size.text * 0.72);
  const top = size.text * 0.8;
  const bottom = top + row * 24;
  const column = (size.width - left) / Math.max(1, months.length);
  const most = months.reduce((more, { hours }) => Math.max(more, ...hours), 1); // bounded: 24 hours.
  const book = createLabelBook({ left: 0, top: 0, right: size.width, bottom: bottom + axisHeight(size.text) });
  const y = (hour: number): number => top + ((hour + 12) % 24) * row;
  const shapes: Shape[] = [{ shape: "rect", role: "band", x: left, y: y(0), width: round(size.width - left), height: row * nightUntil }];
  for (let hour = 0; hour <= 24; hour += 6) shapes.push(rule(left, size.width, top + hour * row));
  for (const [i, { hours }] of months.entries()) {
    for (const [hour, count] of hours.entries()) {
      if (count === 0) continue;
      const width = Math.max(1.5, column * 0.88 * Math.sqrt(count / most));
      shapes.push({
        shape: "rect",
        role: hour < nightUntil ? "night" : "day",
        x: round(left + (i + 0.5) * column - width / 2),
        y: round(y(hour) + row * 0.15),
        width: round(width),
        height: round(row * 0.7),
      });
    }
  }
  for (const hour of [0, nightUntil])
    shapes.push({ shape: "line", role: "ink", from: [left, y(hour)], to: [size.width, y(hour)], stroke: 1.5 });
  const named = [
    { text: "midnight", hour: 0, bold: true },
    { text: "to 5", hour: 1.6, bold: true },
    { text: "noon", hour: 12, bold: false },
    { text: "18:00", hour: 18, bold: false },
    { text: "06:00", hour: 6, bold: false },
  ];
  for (const { text, hour, bold } of named) {
    const shape = book.write({ text, size: size.text, role: bold ? "ink" : "ink2", bold }, [
      { x: left - 8, y: y(hour) + size.text * 0.4, anchor: "end" },
    ]);
    if (shape) shapes.push(shape);
  }
  for (const shape of monthNames(months, { left, column, bottom, size, book })) shapes.push(shape);
  const height = bottom + axisHeight(size.text);
  const unknown = months.reduce((sum, { hourUnknown }) => sum + hourUnknown, 0);
  return {
    title,
    alt: alternative(months),
    width: size.width,
    height: round(height),
    shapes,
    note: `Hours down, from noon to noon, so that a night is one block; months across; a wider box is more.${unknown > 0 ? ` ${sayCount(unknown, "act")} without a certain hour ${unknown === 1 ? "is" : "are"} not drawn.` : ""}`,
  };
}

function nightTitle({ theirs, night }: TimelineCounts["totals"]): string {
  return theirs === 0
    ? `There is no act of ${marks.theirs} in these files.`
    : `${sayNumber(night)} of ${sayCount(theirs, "act")} came between midnight and 5.`;
}

function alternative(months: TimelineCounts["months"]): string {
  if (months.length === 0) return "No hour has an act.";
  return months
    .map(({ year, month, hours }) => {
      const night = hours.slice(0, nightUntil).reduce((sum, count) => sum + count, 0);
      return `${sayMonth(year, month)}: ${sayNumber(hours.reduce((sum, count) => sum + count, 0))}, between midnight and 5 ${sayNumber(night)}.`;
    })
    .join(" ");
}

function rule(left: number, right: number, y: number): Shape {
  return { shape: "line", role: "rule", from: [left, round(y)], to: [right, round(y)], stroke: 1 };
}

interface MonthNames {
  readonly left: number;
  readonly column: number;
  readonly bottom: number;
  readonly size: DrawingSize;
  readonly book: ReturnType<typeof createLabelBook>;
}

function monthNames(months: TimelineCounts["months"], { left, column, bottom, size, book }: MonthNames): readonly Shape[] {
  const room = monthWidth(size.text) + 3;
  const step = [1, 2, 3, 6, 12, 24, 60].find((every) => every * column >= room) ?? 120;
  return months.flatMap(({ year, month }, i) => {
    const x = left + (i + 0.5) * column;
    const isStep = (month - 1) % step === 0 && (step < 12 || (year * 12 + month - 1) % step === 0);
    const shapes =
      isStep && step < 12
        ? [
            book.write({ text: sayShortMonth(month), size: size.text, role: "ink2" }, [
              { x, y: bottom + size.text * 1.1, anchor: "middle" },
            ]),
          ]
        : [];
    if (i === 0 || month === 1) {
      const at = { x: Math.max(left, x - room / 2 + 2), y: bottom + size.text * (step < 12 ? 2.2 : 1.1), anchor: "start" } as const;
      shapes.push(
        book.write({ text: String(year), size: size.text, role: "ink", bold: true }, [at, { ...at, x: size.width, anchor: "end" }]),
      );
    }
    return shapes.filter((shape) => shape !== undefined);
  });
}
