import { type Drawing, type Shape, type Table, civilFromDays, daysFromCivil, textWidth } from "@unmask/core";
import { dayInWords } from "../clock/london.ts";
import { dayNumber } from "../register/day-number.ts";
import { type InWay, type NamePlace, cutBefore, lineBelow, placeName } from "./beside-mark.ts";
import type { LookAhead } from "./look-ahead.ts";
import type { LookAheadRow } from "./look-ahead-row.ts";

/**
 * Ends and court days on one line of time, each named above it: names take lanes so that none stands on another and no line runs through one, and the
 * picture grows with its lanes. The table beside it has every line, also those for which there was no room.
 */

/** Units: text, a lane, the mark, room at the left and right. */
const [text, lane, mark, side] = [12, 17, 11, 6];
/** Lanes at most: more would be a page of names and no picture. */
const mostLanes = 24;
/** Units of a name with its day at most: the rest of the name stands in the table, and its day is never cut. */
const widestLabel = 290;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A picture and the same as a table. */
export interface LookAheadShown {
  readonly drawing: Drawing;
  readonly table: Table;
}

/** Draws what lies ahead, `width` units wide. `reminderDays` stand as dashed lines. */
export function lookAheadDrawing(
  { rows, to, says }: LookAhead,
  today: string,
  { width, reminderDays }: { readonly width: number; readonly reminderDays: readonly number[] },
): LookAheadShown {
  const first = dayNumber(today);
  const length = Math.max(1, dayNumber(to) - first);
  const toX = (day: number): number => round(side + mark + ((day - first) / length) * (width - 2 * (side + mark)));
  const ahead = rows.filter(
    (row): row is Ahead => (row.group === "ahead" || row.group === "not-ours") && row.day !== null && row.day >= today,
  );
  const placed = inLanes(
    ahead.toSorted((one, other) => (one.day < other.day ? -1 : 1)),
    { toX, width },
  );
  const lanes = placed.reduce((most, one) => Math.max(most, (one.lane ?? 0) + 1), 1);
  const line = lanes * lane + 14;
  const shapes: readonly Shape[] = [
    { shape: "line", role: "line", from: [side, line], to: [width - side, line], stroke: 1.5 },
    ...monthsOf({ first, length, toX, line }),
    ...dashedDays(
      reminderDays.filter((days) => days <= length),
      { first, toX, line },
    ),
    { shape: "line", role: "ink", from: [toX(first), line - 24], to: [toX(first), line + 20], stroke: 2, dashed: true },
    { shape: "text", role: "ink", x: side, y: line + 38, text: "now", size: text, anchor: "start", bold: true },
    ...placed.flatMap((one) => shapesOf(one, { line, placed })),
  ];
  const unnamed = placed.filter(({ lane: own }) => own === undefined).length;
  const note = `Filled: an order ends. Open: a court day or another clock. Grey-blue: of another force or of Northern Ireland.${unnamed > 0 ? ` ${unnamed} have no room for a name; the table has them.` : ""}`;
  const alt = `${says} ${ahead.length} marks up to ${dayInWords(dayNumber(to))}: ${ahead
    .slice(0, 5)
    .map(({ label, day }) => `${dayInWords(dayNumber(day))}, ${label}`)
    .join("; ")}${ahead.length > 5 ? "; the table has all" : ""}.`;
  return { drawing: { title: says, alt, width, height: line + 48, shapes, note }, table: lookAheadTable(rows) };
}

/** Every line as it is read. */
function lookAheadTable(rows: readonly LookAheadRow[]): Table {
  return {
    columns: ["Subject", "Order", "Last day", "What ends, and why then", "Next for us"],
    rows: rows.map(({ subject, shown, when, ends, next }) => [subject, shown, joined(when), joined(ends), joined(next)]),
  };
}

type Ahead = LookAheadRow & { readonly day: string };

/** A mark with its name in a lane; undefined where there was no room. */
interface Placed extends NamePlace {
  readonly row: Ahead;
  readonly x: number;
  readonly lane: number | undefined;
  readonly label: string;
}

/** The lowest lane in which a name meets no other. */
function inLanes(
  rows: readonly Ahead[],
  { toX, width }: { readonly toX: (day: number) => number; readonly width: number },
): readonly Placed[] {
  const taken: { readonly lane: number; readonly left: number; readonly right: number }[] = [];
  return rows.map((row): Placed => {
    const x = toX(dayNumber(row.day));
    const label = nameOf(row, Math.min(widestLabel, width - 2 * side));
    const name = placeName(x, textWidth(label, text, true), { width, side });
    const [left, right] = [Math.min(name.left, x - mark / 2), Math.max(name.right, x + mark / 2)];
    for (let own = 0; own < mostLanes; own += 1) {
      const isFree = taken.every((one) => one.lane !== own || right < one.left || left > one.right);
      if (!isFree) continue;
      taken.push({ lane: own, left, right });
      return { row, x, lane: own, label, ...name };
    }
    return { row, x, lane: undefined, label, ...name };
  });
}

/** What ends or is heard on a day that matters is named with it. */
function nameOf({ kind, group, label, day }: Ahead, room: number): string {
  const isDated = kind === "court-day" || (kind === "order-ends" && group === "ahead");
  return cutBefore(label, isDated ? `, ${dayInWords(dayNumber(day))}` : "", { size: text, room });
}

interface AmongOthers {
  readonly line: number;
  readonly placed: readonly Placed[];
}

function shapesOf({ row, x, lane: own, label, at, anchor }: Placed, { line, placed }: AmongOthers): readonly Shape[] {
  const role = row.isMind ? "mind" : row.mark === "grey" ? "day" : "night";
  const box = { x: round(x - mark / 2), y: line - mark / 2, width: mark, height: mark };
  const square: Shape = row.mark === "open" ? { shape: "outline", role, ...box, stroke: 2 } : { shape: "rect", role, ...box };
  if (own === undefined) return [square];
  const y = baseOf(own, line);
  return [
    ...lineBelow(x, { base: y, to: line - mark / 2 }, namesOf(placed, line), { role: "rule", stroke: 1, size: text }),
    square,
    { shape: "text", role: row.isMind ? "mind" : "ink2", x: at, y, text: label, size: text, anchor, bold: row.isMind },
  ];
}

function namesOf(placed: readonly Placed[], line: number): readonly InWay[] {
  return placed.flatMap(({ lane: own, left, right }) => (own === undefined ? [] : [{ base: baseOf(own, line), left, right }]));
}

/** On which height a lane's names stand. */
function baseOf(own: number, line: number): number {
  return line - 14 - own * lane;
}

interface Axis {
  readonly first: number;
  readonly toX: (day: number) => number;
  readonly line: number;
}

/** The first of each month, named where the name before leaves room. */
function monthsOf({ first, length, toX, line }: Axis & { readonly length: number }): readonly Shape[] {
  const shapes: Shape[] = [];
  const start = civilFromDays(first);
  let free = toX(first) + textWidth("now", text, true) + 8;
  for (let index = start.year * 12 + start.month; ; index += 1) {
    const day = daysFromCivil({ year: Math.floor(index / 12), month: (index % 12) + 1, day: 1 });
    if (day > first + length) return shapes;
    const x = toX(day);
    shapes.push({ shape: "line", role: "rule", from: [x, line - 6], to: [x, line + 20], stroke: 1 });
    const name =
      index % 12 === 0 || shapes.length === 1 ? `${months[index % 12] ?? ""} ${Math.floor(index / 12)}` : (months[index % 12] ?? "");
    if (x < free || x + textWidth(name, text) > toX(first + length)) continue;
    shapes.push({ shape: "text", role: "ink2", x, y: line + 38, text: name, size: text, anchor: "start" });
    free = x + textWidth(name, text) + 8;
  }
}

/** Days from now at which somebody is reminded of an end that lies there. */
function dashedDays(days: readonly number[], { first, toX, line }: Axis): readonly Shape[] {
  return days.flatMap((one): readonly Shape[] => {
    const x = toX(first + one);
    return [
      { shape: "line", role: "hers", from: [x, line - 4], to: [x, line + 20], stroke: 1.5, dashed: true },
      { shape: "text", role: "hers", x: x - 3, y: line + 19, text: `${one} days`, size: text, anchor: "end" },
    ];
  });
}

function joined([first, second]: readonly [string, string]): string {
  return second === "" ? first : `${first} (${second})`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
