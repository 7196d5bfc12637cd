import type { Drawing, Shape } from "@unmask/core";
import { sayCount, sayMonth, sayNumber, sayShortMonth, sayShortWeekday, marks } from "@unmask/words";
import { nightUntil } from "../reading/night.ts";
import type { TimelineCounts } from "../reading/timeline-counts.ts";
import type { DrawingSize } from "./drawing-size.ts";
import { createLabelBook, round, textShape } from "./label-book.ts";
import { textWidth } from "./text-width.ts";
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

/** Bars for the 24 hours of the day, the night shaded, and bars for the seven days of the week under them. */
export function drawHoursAndWeek({ months, weekdays, totals }: TimelineCounts, size: DrawingSize): Drawing {
  const hours = Array.from({ length: 24 }, (_, hour) => months.reduce((sum, month) => sum + (month.hours[hour] ?? 0), 0));
  const left = Math.ceil(textWidth(sayShortWeekday(1), size.text)) + 8;
  const column = (size.width - left) / 24;
  const tall = Math.round(size.text * 5.5);
  const base = tall + size.text * 1.6;
  const most = Math.max(1, ...hours); // bounded: 24 hours.
  const fullest = hours.indexOf(most);
  const axis = base + size.text * 1.2;
  const book = createLabelBook({ left: 0, top: 0, right: size.width, bottom: 10_000 });
  const shapes: Shape[] = [{ shape: "rect", role: "band", x: left, y: 0, width: round(column * nightUntil), height: base }];
  for (const [hour, count] of hours.entries()) {
    const height = round((tall * count) / most);
    if (count === 0) continue;
    const role = hour < nightUntil ? "night" : "day";
    const x = round(left + hour * column + column * 0.08);
    shapes.push({ shape: "rect", role, x, y: round(base - Math.max(1, height)), width: round(column * 0.84), height: Math.max(1, height) });
    book.take({ left: x, top: base - height, right: x + column * 0.84, bottom: base });
  }
  shapes.push({ shape: "line", role: "line", from: [left, base], to: [size.width, base], stroke: 1 });
  if (fullest >= 0 && hours.some((count) => count > 0)) {
    const x = left + (fullest + 0.5) * column;
    const number = { text: sayNumber(most), size: size.text, role: "ink", bold: true } as const;
    const shape = book.write(number, [{ x, y: size.text * 1.3, anchor: "middle" }, { x: left + 2, y: size.text * 1.3, anchor: "start" }, { x: size.width, y: size.text * 1.3, anchor: "end" }]); // prettier-ignore
    if (shape) shapes.push(shape);
  }
  const names = [["midnight", 0], ["6 am", 6], ["noon", 12], ["6 pm", 18]] as const; // prettier-ignore
  for (const [text, hour] of names) {
    const shape = book.write({ text, size: size.text, role: "ink2" }, [{ x: left + hour * column, y: axis, anchor: "start" }]);
    if (shape) shapes.push(shape);
  }
  const week = drawWeek(weekdays, { top: axis + size.text * 0.9, left, size });
  return {
    title: nightTitle(totals),
    alt: `By hour from midnight: ${hours.map((count) => sayNumber(count)).join(", ")}. By weekday from Monday: ${weekdays.map((count) => sayNumber(count)).join(", ")}.`,
    width: size.width,
    height: round(axis + size.text * 0.9 + 7 * size.text * 1.6),
    shapes: [...shapes, ...week],
    note: "By hour above, midnight to 5 shaded; by day of the week below.",
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

/** Seven lines, each with its bar and its number. */
function drawWeek(weekdays: readonly number[], { top, left, size }: { top: number; left: number; size: DrawingSize }): readonly Shape[] {
  const most = Math.max(1, ...weekdays); // bounded: seven days.
  const room = size.width - left - textWidth(sayNumber(most), size.text) - 8;
  return weekdays.flatMap((count, i) => {
    const y = top + (i + 1) * size.text * 1.6 - size.text * 0.5;
    const width = round((room * count) / most);
    const bar: Shape[] =
      count === 0
        ? []
        : [{ shape: "rect", role: "day", x: left, y: round(y - size.text * 0.85), width: Math.max(1, width), height: round(size.text) }];
    return [
      textShape({ text: sayShortWeekday(i + 1), size: size.text, role: "ink2" }, { x: 0, y, anchor: "start" }),
      ...bar,
      textShape(
        { text: sayNumber(count), size: size.text, role: "ink", bold: count === most },
        { x: left + width + 5, y, anchor: "start" },
      ),
    ];
  });
}
