import {
  type Drawing,
  type Role,
  type Shape,
  type StopKind,
  civilFromDays,
  daysFromCivil,
  isoWeekday,
  later,
  msPerHour,
  startOfDay,
  textWidth,
} from "@unmask/core";
import { sayCount, sayDay, sayDayOfYear, sayList, sayNumber, sayRange, sayShortMonth, sayShortWeekday, marks } from "@unmask/words";
import type { DayCount, DayRange, TimelineCounts } from "../reading/timeline-counts.ts";
import type { DrawingSize } from "./drawing-size.ts";
import { type Label, type LabelBook, type Place, createLabelBook, round, textShape } from "./label-book.ts";

/**
 * One square a day, a column a week, a row of blocks for each six months (a year, where there are more than three). An outlined square: no
 * act on that day. No square: no file covers it. The steps are the same for everybody, so that pictures can be laid beside each other.
 */
export function drawDays(counts: TimelineCounts, size: DrawingSize): Drawing {
  const { range } = counts;
  const title = titleOf(counts);
  if (!range) return { title, alt: "No day has an act.", width: size.width, height: size.text, shapes: [], note: "" };
  const shown = { firstDay: Math.max(range.firstDay, firstDayShown(range)), lastDay: range.lastDay };
  const layout = layBlocks(shown, size);
  const height = layout.bottom + size.text * 2;
  const book = createLabelBook({ left: 0, top: 0, right: size.width, bottom: height });
  for (const { top } of layout.blocks) book.take({ left: layout.left, top, right: size.width, bottom: top + layout.pitch * 7 - 1 });
  const byDay = new Map(counts.days.map((day) => [day.day, day]));
  const unrecorded = daysWithoutRecord(counts, shown);
  const squares = drawSquares(layout, byDay, unrecorded);
  const names = drawNames(layout, book);
  for (const shape of unrecordedLines(layout, unrecorded)) takeLine(shape, book);
  const notes = drawNotes(counts, { layout, book, unrecorded });
  return {
    title,
    alt: altOf(counts),
    width: size.width,
    height,
    shapes: [...squares, ...names, ...notes.shapes, ...drawKey(layout, height)],
    note: noteOf(counts, { shown, range, unrecorded, unnamed: notes.unnamed }),
  };
}

/** From how many acts each of five steps begins. */
const steps = [1, 3, 6, 13, 31] as const;
const stepRoles: readonly Role[] = ["c1", "c2", "c3", "c4", "c5"];
const stepWords = ["1–2", "3–5", "6–12", "13–30", "31+"] as const;
/** Six-month rows up to this many; a longer time is drawn by years. */
const mostHalfYears = 6;
/** Years drawn: more would not fit a page. The newest are. */
const mostYears = 12;
const largestPitch = 20;

/** The step a number of acts is in, 0 to 4; undefined for none. */
function stepOf(count: number): number | undefined {
  const step = steps.findLastIndex((from) => count >= from);
  return step < 0 ? undefined : step;
}

interface Block {
  readonly firstDay: number;
  readonly lastDay: number;
  /** Monday of its first column. */
  readonly monday: number;
  readonly top: number;
}

interface Layout {
  readonly blocks: readonly Block[];
  readonly size: DrawingSize;
  /** A row is a calendar year, not six months. */
  readonly isByYear: boolean;
  readonly left: number;
  readonly pitch: number;
  readonly bottom: number;
}

function titleOf({ days, range, totals }: TimelineCounts): string {
  if (!range || totals.theirs === 0) return `There is no act of ${marks.theirs} with a day in these files.`;
  const first = days[0]?.day ?? range.firstDay;
  const last = days.at(-1)?.day ?? range.lastDay;
  const all = last - first + 1;
  if (all === 1) return `Everything happened on one day, ${sayDay(first)}.`;
  return `Something happened on ${sayNumber(days.length)} of ${sayCount(all, "day")}, ${sayRange(first, last)}.`;
}

function altOf({ days, totals }: TimelineCounts): string {
  const top = busiest(days);
  return top
    ? `The most in one day are ${sayNumber(top.count)}, ${sayDay(top.day)}. ${sayCount(totals.theirs, "act")} in all.`
    : "No day has an act.";
}

interface Noted {
  readonly shown: DayRange;
  readonly range: DayRange;
  readonly unrecorded: ReadonlySet<number>;
  /** Framed days whose name had no room in the picture. */
  readonly unnamed: readonly Note[];
}

/** Framed days that are named under the picture; of more, the number. */
const mostUnnamed = 4;

function noteOf({ lanes }: TimelineCounts, { shown, range, unrecorded, unnamed }: Noted): string {
  const cut = shown.firstDay > range.firstDay ? ` Days before ${sayDay(shown.firstDay)} are not drawn; the table has those.` : "";
  const missing = sayList(recordedLanes(lanes).map(({ label }) => label));
  const gap =
    unrecorded.size > 0 ? ` No square, and a line below: no record of ${missing} on that day (${sayCount(unrecorded.size, "day")}).` : "";
  const named = unnamed.slice(0, mostUnnamed).map(({ day, says }) => `${sayDay(day)} (${says})`);
  const more = unnamed.length - named.length;
  const framed = named.length > 0 ? ` Framed too: ${sayList([...named, ...(more > 0 ? [`${sayNumber(more)} more`] : [])])}.` : "";
  return `One square is one day, Monday above; the stronger its colour, the more; an outline is a day without an act.${framed}${gap}${cut}`;
}

function firstDayShown({ lastDay }: DayRange): number {
  const { year } = civilFromDays(lastDay);
  return daysFromCivil({ year: year - mostYears + 1, month: 1, day: 1 });
}

function layBlocks(shown: DayRange, size: DrawingSize): Layout {
  const first = civilFromDays(shown.firstDay);
  const firstIndex = first.year * 12 + first.month - 1;
  const last = civilFromDays(shown.lastDay);
  const months = last.year * 12 + last.month - firstIndex;
  const perBlock = months > mostHalfYears * 6 ? 12 : size.monthsARow;
  const begin = perBlock === 12 ? first.year * 12 : firstIndex;
  const left = Math.ceil(textWidth("2000", size.text, true)) + 8;
  const pitch = Math.min(largestPitch, Math.floor(((size.width - left) / (perBlock === 12 ? 54 : 28)) * 10) / 10);
  const isByYear = perBlock === 12;
  // Below a row there is room for what she stated, unless there are too many rows; above it for months, where each row has its own.
  const isTall = months > mostHalfYears * 6;
  const firstTop = isByYear ? size.text * 1.5 : 0;
  const head = isByYear ? 0 : size.text * 1.5;
  const blockHeight = head + pitch * 7 + size.text * (isTall ? 0.5 : 1.7);
  const blocks: Block[] = [];
  for (let index = begin; index < firstIndex + months; index += perBlock) {
    const firstDay = Math.max(shown.firstDay, monthStart(index));
    const lastDay = Math.min(shown.lastDay, monthStart(index + perBlock) - 1);
    const from = perBlock === 12 ? monthStart(index) : firstDay;
    const monday = from - isoWeekday(from) + 1;
    blocks.push({ firstDay, lastDay, monday, top: round(firstTop + blocks.length * blockHeight + head) });
  }
  return { blocks, size, isByYear, left, pitch, bottom: round(firstTop + blocks.length * blockHeight) };
}

function monthStart(index: number): number {
  return daysFromCivil({ year: Math.floor(index / 12), month: (index % 12) + 1, day: 1 });
}

function cornerOf(day: number, { monday, top }: Block, { left, pitch }: Layout): { x: number; y: number } {
  return { x: round(left + Math.floor((day - monday) / 7) * pitch), y: round(top + (isoWeekday(day) - 1) * pitch) };
}

function drawSquares(layout: Layout, byDay: ReadonlyMap<number, DayCount>, unrecorded: ReadonlySet<number>): readonly Shape[] {
  const side = sideOf(layout);
  // Thinner on small squares, or empty days would look darker than full ones.
  const stroke = round(Math.min(1, layout.pitch * 0.07));
  const shapes: Shape[] = [];
  for (const block of layout.blocks) {
    for (let day = block.firstDay; day <= block.lastDay; day++) {
      const { x, y } = cornerOf(day, block, layout);
      const step = stepOf(byDay.get(day)?.count ?? 0);
      if (step !== undefined) shapes.push({ shape: "rect", role: stepRoles[step] ?? "c5", x, y, width: side, height: side });
      else if (!unrecorded.has(day)) {
        shapes.push({
          shape: "outline",
          role: "none",
          x: round(x + 0.5),
          y: round(y + 0.5),
          width: round(side - 1),
          height: round(side - 1),
          stroke,
        });
      }
    }
  }
  return shapes;
}

/** Weekdays at the left and months above each row; where rows are years, the year at the left and months once. */
function drawNames(layout: Layout, book: LabelBook): readonly Shape[] {
  return layout.isByYear ? drawYearNames(layout, book) : layout.blocks.flatMap((block, i) => drawHalfYearNames(block, i, { layout, book }));
}

function drawHalfYearNames(block: Block, i: number, { layout, book }: Pick<Pen, "layout" | "book">): readonly Shape[] {
  const { size, left, pitch } = layout;
  const months = monthsIn(block).flatMap(({ day, year, month }, m) => {
    const isYear = month === 1 || (m === 0 && i === 0);
    const x = left + Math.ceil((day - block.monday) / 7) * pitch;
    const label = {
      text: isYear ? String(year) : sayShortMonth(month),
      size: size.text,
      role: isYear ? "ink" : "ink2",
      bold: isYear,
    } as const;
    return book.write(label, [{ x, y: block.top - size.text * 0.4, anchor: "start" }]) ?? [];
  });
  const weekday = (text: string, row: number): readonly Shape[] => {
    const shape = book.write({ text, size: size.text, role: "ink2" }, [
      { x: 0, y: block.top + row * pitch + size.text * 0.8, anchor: "start" },
    ]);
    return shape ? [shape] : [];
  };
  return [...months, ...weekday(sayShortWeekday(1), 0), ...weekday(sayShortWeekday(7), 6)];
}

function drawYearNames({ blocks, size, left, pitch }: Layout, book: LabelBook): readonly Shape[] {
  const first = blocks[0];
  if (!first) return [];
  const { year } = civilFromDays(first.firstDay);
  const months = Array.from({ length: 12 }, (_, month) => {
    const x = left + Math.ceil((monthStart(year * 12 + month) - first.monday) / 7) * pitch;
    return book.write({ text: sayShortMonth(month + 1), size: size.text, role: "ink2" }, [
      { x, y: first.top - size.text * 0.4, anchor: "start" },
    ]);
  });
  const years = blocks.map(({ firstDay, top }) => {
    const label = { text: String(civilFromDays(firstDay).year), size: size.text, role: "ink", bold: true } as const;
    return book.write(label, [{ x: 0, y: top + pitch * 3.5 + size.text * 0.35, anchor: "start" }]);
  });
  return [...months, ...years].filter((shape) => shape !== undefined);
}

function monthsIn({ firstDay, lastDay }: Block): readonly { day: number; year: number; month: number }[] {
  const months: { day: number; year: number; month: number }[] = [];
  const { year, month } = civilFromDays(firstDay);
  for (let index = year * 12 + month - 1; monthStart(index) <= lastDay; index++) {
    months.push({ day: Math.max(firstDay, monthStart(index)), year: Math.floor(index / 12), month: (index % 12) + 1 });
  }
  return months;
}

interface Pen {
  readonly layout: Layout;
  readonly book: LabelBook;
  readonly unrecorded: ReadonlySet<number>;
}

const noteByStop: Readonly<Record<StopKind, string>> = {
  "told to stop": "told to stop",
  blocked: "blocked",
  "order in force": "order in force",
  "order served": "order served",
  "bail condition": "bail condition",
};

/** A framed day and its name. */
interface Note {
  readonly day: number;
  readonly says: string;
}

/** What she stated on its day, the fullest day, and a line under the days without a record; and the frames that have no name in the picture. */
function drawNotes(counts: TimelineCounts, pen: Pen): { readonly shapes: readonly Shape[]; readonly unnamed: readonly Note[] } {
  const top = busiest(counts.days);
  const notes = [
    ...(top && top.count > 1
      ? [{ day: top.day, says: `${sayNumber(top.count)} on ${sayDayOfYear(civilFromDays(top.day))}`, role: "ink" } as const]
      : []),
    ...counts.stops.map(({ kind, day }) => ({ day, says: noteByStop[kind], role: "hers" }) as const),
  ];
  const drawn = notes.flatMap((note) => {
    const block = pen.layout.blocks.find(({ firstDay, lastDay }) => note.day >= firstDay && note.day <= lastDay);
    return block ? [{ note, frame: frameOf(note, block, pen), name: nameOf(note, block, pen) }] : [];
  });
  return {
    shapes: [...drawn.flatMap(({ frame, name }) => (name ? [frame, name] : [frame])), ...drawUnrecorded(pen)],
    unnamed: drawn.flatMap(({ note, name }) => (name ? [] : [note])),
  };
}

type RoleOfNote = Note & { readonly role: "ink" | "hers" };

function frameOf({ day, role }: RoleOfNote, block: Block, { layout }: Pen): Shape {
  const { x, y } = cornerOf(day, block, layout);
  const side = round(sideOf(layout) + 1);
  return { shape: "outline", role, x: round(x - 0.5), y: round(y - 0.5), width: side, height: side, stroke: 2 };
}

/** Under its day; where that is taken, with its date further along the same line. */
function nameOf({ day, says, role }: RoleOfNote, block: Block, { layout, book }: Pen): Shape | undefined {
  const { pitch, size } = layout;
  const { x } = cornerOf(day, block, layout);
  const side = sideOf(layout);
  const y = block.top + pitch * 7 + size.text * 0.95;
  const label = (text: string): Label => ({ text, size: size.text, role, bold: role === "ink" });
  const { day: dayOfMonth, month } = civilFromDays(day);
  const dated = role === "ink" ? says : `${dayOfMonth} ${sayShortMonth(month)}: ${says}`;
  const under: readonly Place[] = [
    { x, y, anchor: "start" },
    { x: x + side, y, anchor: "end" },
    { x: x + side / 2, y, anchor: "middle" },
  ];
  const along = Array.from({ length: 2 * farthestName }, (_, i): Place => {
    const away = pitch * (1 + Math.floor(i / 2));
    return i % 2 === 0 ? { x: x + away, y, anchor: "start" } : { x: x + side - away, y, anchor: "end" };
  });
  return book.write(label(dated), under) ?? book.write(label(says), under) ?? book.write(label(dated), along);
}

/** Columns that a name with its date may stand from its day. */
const farthestName = 12;

function sideOf({ pitch }: Layout): number {
  return round(pitch - Math.max(1, pitch * 0.14));
}

function drawUnrecorded({ layout, book, unrecorded }: Pen): readonly Shape[] {
  const names = layout.blocks.flatMap((block) => {
    const days = daysIn(block, unrecorded);
    const first = days[0];
    const last = days.at(-1);
    if (first === undefined || last === undefined) return [];
    const y = lineUnder(block, layout) + layout.size.text * 0.95;
    const from = cornerOf(first, block, layout).x;
    const to = cornerOf(last, block, layout).x + layout.pitch;
    const name = book.write({ text: "no record", size: layout.size.text, role: "mind" }, [
      { x: from, y, anchor: "start" },
      { x: to, y, anchor: "end" },
    ]);
    return name ? [name] : [];
  });
  return [...unrecordedLines(layout, unrecorded), ...names];
}

type Line = Extract<Shape, { shape: "line" }>;

/** A line under the columns of the days without a record. */
function unrecordedLines(layout: Layout, unrecorded: ReadonlySet<number>): readonly Line[] {
  return layout.blocks.flatMap((block) =>
    runsOf(daysIn(block, unrecorded)).map(([first, last]): Line => {
      const y = lineUnder(block, layout);
      const from = cornerOf(first, block, layout).x;
      const to = round(cornerOf(last, block, layout).x + layout.pitch - 1);
      return { shape: "line", role: "mind", from: [from, y], to: [to, y], stroke: 2 };
    }),
  );
}

function takeLine({ from: [left, y], to: [right], stroke }: Line, book: LabelBook): void {
  book.take({ left, top: y - stroke / 2, right, bottom: y + stroke / 2 });
}

function lineUnder({ top }: Block, { pitch }: Layout): number {
  return round(top + pitch * 7 + 1);
}

function daysIn({ firstDay, lastDay }: Block, days: ReadonlySet<number>): readonly number[] {
  return [...days].filter((day) => day >= firstDay && day <= lastDay);
}

function runsOf(days: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && day === run[1] + 1) run[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}

/** The lanes that some file covers. One of her own account alone has no record to miss. */
function recordedLanes(lanes: TimelineCounts["lanes"]): TimelineCounts["lanes"] {
  return lanes.filter(({ covered }) => covered.length > 0);
}

/** Days without an act that the files of no recorded lane cover, to within an hour at either end. */
function daysWithoutRecord({ lanes, days: counted, zone }: TimelineCounts, { firstDay, lastDay }: DayRange): ReadonlySet<number> {
  const recorded = recordedLanes(lanes);
  const days = new Set<number>();
  if (recorded.length === 0) return days;
  const withAct = new Set(counted.map(({ day }) => day));
  for (let day = firstDay; day <= lastDay; day++) {
    if (withAct.has(day)) continue;
    const begins = later(startOfDay(day, zone), msPerHour);
    const ends = later(startOfDay(day + 1, zone), -msPerHour);
    if (recorded.every(({ gaps }) => gaps.some(({ from, until }) => from <= begins && until >= ends))) days.add(day);
  }
  return days;
}

/** The steps in squares with their numbers, in one line at the bottom. */
function drawKey({ size, pitch }: Layout, height: number): readonly Shape[] {
  const side = Math.min(round(pitch * 0.86), size.text - 2);
  const y = height - size.text * 0.5;
  let x = 0;
  return ["none", ...stepWords].flatMap((text, i) => {
    const at = { x: round(x), y: round(y - side) };
    const square: Shape =
      i === 0
        ? { shape: "outline", role: "none", x: round(at.x + 0.5), y: round(at.y + 0.5), width: side - 1, height: side - 1, stroke: 1 }
        : { shape: "rect", role: stepRoles[i - 1] ?? "c5", ...at, width: side, height: side };
    const label = textShape({ text, size: size.text, role: "ink2" }, { x: x + side + 4, y, anchor: "start" });
    x += side + 4 + textWidth(text, size.text) + 6;
    return [square, label];
  });
}

function busiest(days: readonly DayCount[]): DayCount | undefined {
  return days.reduce<DayCount | undefined>((most, one) => (most && most.count >= one.count ? most : one), undefined);
}
