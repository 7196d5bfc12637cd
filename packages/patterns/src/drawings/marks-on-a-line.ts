import { type Drawing, type Shape, type StopKind, civilFromDays, cutToWidth, dayIn, msPerDay, textWidth } from "@unmask/core";
import { sayCount, sayDay, sayLane, sayNotKnown, sayNumber, sayRange, sayShortMonth, marks, pageVoice } from "@unmask/words";
import type { DayRange, LaneCounts, TimelineCounts, WeekCount } from "../reading/timeline-counts.ts";
import type { DrawingSize } from "./drawing-size.ts";
import { type LabelBook, createLabelBook, round, textShape } from "./label-book.ts";
import { type MarkForm, drawMark, drawOpenMark, formOf } from "./mark.ts";
import { toldDrawing } from "./told-drawing.ts";
import { type TimeAxis, axisHeight, drawMonths, layTimeAxis } from "./time-axis.ts";

/**
 * One line of time for each way of reaching her, marks on it for what came in a week, hers first. Where nothing was recorded there is no
 * line. See pictures of the design, "Marks stand on a line"; `mark.ts` for the alphabet.
 */
export function drawMarksOnALine(counts: TimelineCounts, size: DrawingSize): Drawing {
  return toldDrawing(marksOnALine(counts, size), pageVoice);
}

/** The same with marks where the two people stand, to be told in a voice. */
export function marksOnALine(counts: TimelineCounts, size: DrawingSize): Drawing {
  const title = titleOf(counts);
  if (!counts.range) return emptyDrawing(title, size);
  const axis = layTimeAxis(widenToStated(counts.range, counts), size.names, size.width - 6);
  const bin = binOf(axis);
  const rows = [counts.hers.isKnown ? binRow(counts.hers.weeks, bin) : [], ...counts.lanes.map(({ weeks }) => binRow(weeks, bin))];
  const most = rows.flat().reduce((more, { count }) => Math.max(more, count), 1);
  const heights = heightsOf(counts, size);
  const layout: Layout = {
    axis,
    bin,
    size,
    ...heights,
    perRoot: size.tallest / Math.sqrt(most),
    bottom: heights.top + (counts.lanes.length + 1) * size.lane,
  };
  const height = layout.bottom + (size.monthsBelow ? axisHeight(size.text) : 6);
  const book = createLabelBook({ left: 0, top: 0, right: size.width, bottom: height });
  const drawn = drawRows(rows, counts, { layout, book });
  return {
    title,
    alt: altOf(counts),
    width: size.width,
    height,
    shapes: [
      ...drawMonths(axis, { top: layout.top - layout.stated, bottom: layout.bottom, text: size.text, below: size.monthsBelow, book }),
      ...drawLines(counts, rows, { layout, book }),
      ...drawStated(counts, rows, { layout, book }),
      ...drawn,
      ...drawTallest(rows, layout, book),
      ...drawGapNames(counts, rows, { layout, book }),
    ],
    note: noteOf(counts, bin, rows),
  };
}

/** Weeks drawn as one mark, so that a mark is never thinner than this. */
const leastPitch = 3.2;
const widestMark = 9;
/** Stated days so far outside the acts are left out of the picture, or they would squeeze the acts together. */
const mostDaysOutside = 62;
/** Height of a mark for one act: it must be seen. */
const leastHeight = 4;

interface Bin {
  readonly weeks: number;
  readonly firstMonday: number;
  readonly markWidth: number;
}

interface BinCount {
  readonly monday: number;
  readonly count: number;
  readonly night: number;
  readonly form: MarkForm;
}

interface Layout {
  readonly axis: TimeAxis;
  readonly bin: Bin;
  readonly size: DrawingSize;
  /** Where the rows begin, and the height of what is said above hers. */
  readonly top: number;
  readonly stated: number;
  readonly bottom: number;
  /** Height of a mark for one act; it grows with the root of the number. */
  readonly perRoot: number;
}

function titleOf({ totals, lanes, range, ...counts }: TimelineCounts): string {
  if (!range) return "There is no act with a day in these files.";
  const { firstDay, lastDay } = theirRange(lanes, counts) ?? range;
  const busiest = [...lanes].sort((a, b) => b.acts - a.acts)[0];
  const ways =
    lanes.length > 1 && busiest
      ? `, ${sayNumber(lanes.length)} ways, most ${busiest.id === "in-person" ? "in person" : `by ${sayLane(busiest.id)}`}`
      : "";
  return `${sayCount(totals.theirs, "act")} of ${marks.theirs}, ${sayRange(firstDay, lastDay)}${ways}.`;
}

/** From their first day to their last: the picture can begin with hers. */
function theirRange(lanes: readonly LaneCounts[], { days, zone }: Pick<TimelineCounts, "days" | "zone">): DayRange | undefined {
  const soft = lanes.flatMap((lane) => lane.soft.flatMap(({ earliest, latest }) => [dayIn(zone, earliest), dayIn(zone, latest)]));
  const all = [...days.map(({ day }) => day), ...soft];
  const [first] = all;
  if (first === undefined) return undefined;
  return all.reduce(({ firstDay, lastDay }, day) => ({ firstDay: Math.min(firstDay, day), lastDay: Math.max(lastDay, day) }), {
    firstDay: first,
    lastDay: first,
  });
}

const altByStop: Readonly<Record<StopKind, string>> = {
  "told to stop": `${marks.You} told ${marks.them} to stop`,
  blocked: `${marks.You} blocked a number or an account`,
  "order in force": "An order came into force",
  "order served": "An order was served",
  "bail condition": "A bail condition was set",
};

function altOf({ lanes, hers, stops }: TimelineCounts): string {
  const parts = [hers.isKnown ? `What ${marks.you} did: ${sayCount(hers.acts, "act")}.` : `What ${marks.you} did is not known.`];
  for (const { label, acts, weeks, gaps } of lanes) {
    const top = tallestOf(weeks);
    const most = top ? `, most in one week ${sayNumber(top.count)}, week of ${sayDay(top.monday)}` : "";
    parts.push(`${label}: ${sayNumber(acts)}${most}${gaps.length > 0 ? `, ${sayCount(gaps.length, "gap")} without a record` : ""}.`);
  }
  for (const { kind, day } of stops) parts.push(`${altByStop[kind]} on ${sayDay(day)}.`);
  return parts.join(" ");
}

function noteOf({ totals, hers, lanes }: TimelineCounts, { weeks }: Bin, rows: readonly (readonly BinCount[])[]): string {
  const parts = [
    `One mark is ${weeks === 1 ? "one week" : `${weeks} weeks`}; taller is more, by the square root, one scale for all lines; the stronger foot is the part between midnight and 5.`,
    "A line without marks: nothing came. No line: no record.",
    hers.isKnown
      ? `Open marks are ${marks.yours}.`
      : `What ${marks.you} did is not drawn, because ${marks.you} did not say which names and numbers are ${marks.yours}.`,
  ];
  if (rows.flat().some(({ form }) => form === "parcel")) parts.push("A parcel is drawn open.");
  if (lanes.some(({ soft }) => soft.length > 0)) parts.push(`Soft bars: ${sayCount(totals.soft, "act")} on some day in that time.`);
  return parts.join(" ");
}

/** A picture of nothing: a line, and the words for it. */
function emptyDrawing(title: string, { width, text }: DrawingSize): Drawing {
  const height = text * 4;
  return {
    title,
    alt: "An empty line.",
    width,
    height,
    shapes: [
      { shape: "line", role: "line", from: [0, height / 2], to: [width, height / 2], stroke: 1 },
      textShape({ text: "nothing to draw", size: text, role: "ink2" }, { x: 0, y: height / 2 - text / 2, anchor: "start" }),
    ],
    note: "",
  };
}

function widenToStated({ firstDay, lastDay }: DayRange, counts: TimelineCounts): DayRange {
  const days = statedDays(counts).map(({ day }) => day);
  const near = days.filter((day) => day >= firstDay - mostDaysOutside && day <= lastDay + mostDaysOutside);
  return {
    firstDay: near.reduce((first, day) => Math.min(first, day), firstDay),
    lastDay: near.reduce((last, day) => Math.max(last, day), lastDay),
  };
}

function binOf({ perDay, range }: TimeAxis): Bin {
  const weeks = Math.max(1, Math.ceil(leastPitch / (perDay * 7)));
  const firstMonday = range.firstDay - ((((range.firstDay + 3) % 7) + 7) % 7);
  return { weeks, firstMonday, markWidth: Math.min(widestMark, round(perDay * 7 * weeks * 0.74)) };
}

function binRow(weeks: readonly WeekCount[], { weeks: width, firstMonday }: Bin): readonly BinCount[] {
  const bins = new Map<number, { count: number; night: number; kinds: Map<MarkForm, number> }>();
  for (const { monday, count, night, kinds } of weeks) {
    const start = firstMonday + Math.floor((monday - firstMonday) / (7 * width)) * 7 * width;
    const bin = bins.get(start) ?? { count: 0, night: 0, kinds: new Map<MarkForm, number>() };
    bin.count += count;
    bin.night += night;
    for (const [kind, n] of kinds) bin.kinds.set(formOf(kind), (bin.kinds.get(formOf(kind)) ?? 0) + n);
    bins.set(start, bin);
  }
  return [...bins].map(([monday, { count, night, kinds }]) => {
    const [form] = [...kinds].sort(([, a], [, b]) => b - a)[0] ?? ["message" as const];
    return { monday, count, night, form };
  });
}

/** Height above the rows: months where they stand above, then room for what she stated. */
function heightsOf(counts: TimelineCounts, size: DrawingSize): { top: number; stated: number } {
  const lines = Math.min(statedDays(counts).length, 3);
  const stated = lines * Math.round(size.text * 1.25);
  return { top: (size.monthsBelow ? 4 : axisHeight(size.text)) + stated, stated };
}

function baseOf(row: number, { top, size }: Layout): number {
  return top + (row + 1) * size.lane - 8;
}

/** Half of the widest mark: a triangle is wider than the others. */
function halfOf({ markWidth }: Bin): number {
  return markWidth * 0.6;
}

/** Middle of a bin, kept inside the picture where the first or last week sticks out. */
function middleOf({ monday }: BinCount, { axis, bin }: Layout): number {
  const half = halfOf(bin);
  return Math.min(axis.right - half, Math.max(axis.left + half, axis.x(monday + (7 * bin.weeks) / 2)));
}

function heightOf(count: number, { perRoot, size }: Layout): number {
  return Math.min(size.tallest, Math.max(leastHeight, perRoot * Math.sqrt(count)));
}

interface Pen {
  readonly layout: Layout;
  readonly book: LabelBook;
}

function drawRows(rows: readonly (readonly BinCount[])[], { lanes }: TimelineCounts, { layout, book }: Pen): readonly Shape[] {
  return rows.flatMap((row, i) => {
    const base = baseOf(i, layout);
    const soft = i === 0 ? [] : drawSoft(lanes[i - 1], base, layout);
    for (const shape of soft)
      if (shape.shape === "soft") book.take({ left: shape.x, top: shape.y, right: shape.x + shape.width, bottom: base });
    const marks = row.flatMap((one) => {
      const mark = { x: middleOf(one, layout), base, width: layout.bin.markWidth, height: heightOf(one.count, layout) };
      book.take({ left: mark.x - mark.width / 2, top: base - mark.height, right: mark.x + mark.width / 2, bottom: base });
      return i === 0 ? [drawOpenMark(mark)] : drawMark({ ...mark, form: one.form, nightShare: one.night / one.count });
    });
    return [...soft, ...marks];
  });
}

function drawSoft(lane: LaneCounts | undefined, base: number, { axis, size }: Layout): readonly Shape[] {
  const zoneless = (instant: number): number => instant / msPerDay;
  return (lane?.soft ?? []).flatMap(({ earliest, latest }) => {
    const left = Math.max(axis.left, axis.x(zoneless(earliest)));
    const right = Math.min(axis.right, axis.x(zoneless(latest)));
    if (right <= axis.left || left >= axis.right) return [];
    const height = Math.round(size.tallest / 3);
    return [
      { shape: "soft", role: "day", x: round(left), y: round(base - height), width: round(Math.max(3, right - left)), height } as const,
    ];
  });
}

/** Names of the rows and the lines the marks stand on, broken where there is no record. */
function drawLines(
  { lanes, hers, range }: TimelineCounts,
  rows: readonly (readonly BinCount[])[],
  { layout, book }: Pen,
): readonly Shape[] {
  const { axis, size } = layout;
  const names = [{ label: marks.Me, acts: hers.acts, gaps: [] }, ...lanes];
  return names.flatMap(({ label, acts, gaps }, i) => {
    const base = baseOf(i, layout);
    const isHers = i === 0;
    const name = {
      text: cutToWidth(label, size.text, size.names - 6),
      size: size.text,
      role: isHers ? "hers" : "ink",
      bold: isHers || size.monthsBelow,
    } as const;
    const count = { text: sayNumber(acts), size: size.text, role: "ink2" } as const;
    const shapes: Shape[] = [textShape(name, { x: 0, y: base - (size.counts ? size.text * 0.55 : 0), anchor: "start" })];
    if (isHers && !hers.isKnown) return [...shapes, ...drawNotKnown(base, layout, book)];
    if (size.counts) shapes.push(textShape(count, { x: 0, y: base + size.text * 0.55, anchor: "start" }));
    let from = axis.left;
    for (const gap of gaps) {
      const { start, end, beginsBefore, goesOn } = gapBetweenMarks(gap, rows[i] ?? [], { layout, range });
      if (end <= start) continue;
      if (start > from) draw(from, start);
      if (!beginsBefore) shapes.push(tick(start, base, size));
      if (!goesOn) shapes.push(tick(end, base, size));
      from = Math.max(from, end);
    }
    if (from < axis.right) draw(from, axis.right);
    book.take({ left: 0, top: base - size.text * 1.4, right: size.names - 4, bottom: base + size.text * 0.8 });
    return shapes;

    function draw(left: number, right: number): void {
      shapes.push(line(isHers, left, right, base));
      book.take({ left, top: base - 0.5, right, bottom: base + 0.5 });
    }
  });
}

/** Words in place of a line: neither "nothing" nor "no record". */
function drawNotKnown(base: number, { axis, size }: Layout, book: LabelBook): readonly Shape[] {
  book.take({ left: 0, top: base - size.text * 1.4, right: size.names - 4, bottom: base + size.text * 0.8 });
  const shape = book.write({ text: sayNotKnown(), size: size.text, role: "mind" }, [{ x: axis.left + 2, y: base, anchor: "start" }]);
  return shape ? [shape] : [];
}

function line(isHers: boolean, from: number, to: number, base: number): Shape {
  return {
    shape: "line",
    role: isHers ? "hers" : "line",
    from: [round(from), round(base)],
    to: [round(to), round(base)],
    stroke: isHers ? 1.5 : 1,
  };
}

function tick(x: number, base: number, { lane }: DrawingSize): Shape {
  const half = Math.min(6, lane / 6);
  return { shape: "line", role: "mind", from: [round(x), round(base - half)], to: [round(x), round(base + half)], stroke: 2 };
}

function gapEdges({ from, until }: LaneCounts["gaps"][number], { axis }: Layout): readonly [number, number] {
  const clamp = (x: number): number => Math.min(axis.right, Math.max(axis.left, x));
  return [clamp(axis.x(from / msPerDay)), clamp(axis.x(until / msPerDay))];
}

/**
 * A gap without the marks at its two ends: a mark stands for whole weeks, and the record that holds its acts reaches under all of it. A gap
 * within the weeks of one mark stays as it is, unless the record begins or ends there.
 */
function gapBetweenMarks(gap: LaneCounts["gaps"][number], row: readonly BinCount[], { layout, range }: Gapped): GapEdges {
  const { axis, bin } = layout;
  const [start, end] = gapEdges(gap, layout);
  // A gap that reaches the first or the last day has no end there: the record begins late, or ends early.
  const beginsBefore = range !== undefined && gap.from / msPerDay <= range.firstDay + 1;
  const goesOn = range !== undefined && gap.until / msPerDay >= range.lastDay;
  let from = beginsBefore ? axis.left : start;
  let until = goesOn ? axis.right : end;
  for (const one of row) {
    const left = axis.x(one.monday);
    const right = axis.x(one.monday + 7 * bin.weeks);
    const middle = middleOf(one, layout);
    const half = halfOf(bin);
    if (!beginsBefore && left < start && right > start && (goesOn || right < end)) from = Math.max(from, middle + half);
    if (!goesOn && left < end && right > end && (beginsBefore || left > start)) until = Math.min(until, middle - half);
  }
  if (from > until && !beginsBefore && !goesOn) return { start, end, beginsBefore, goesOn };
  return { start: Math.min(from, axis.right), end: Math.max(until, axis.left), beginsBefore, goesOn };
}

interface Gapped {
  readonly layout: Layout;
  readonly range: DayRange | undefined;
}

interface GapEdges {
  readonly start: number;
  readonly end: number;
  readonly beginsBefore: boolean;
  readonly goesOn: boolean;
}

/**
 * "no record: phone in repair", once for all lanes that break at the same time, where it fits into the gap. Beside the gap it would stand over a
 * line, where silence is covered; the note says what no line means.
 */
function drawGapNames({ lanes, range }: TimelineCounts, rows: readonly (readonly BinCount[])[], { layout, book }: Pen): readonly Shape[] {
  const said = new Set<string>();
  return lanes.flatMap(({ gaps }, i) =>
    gaps.flatMap((gap) => {
      const key = `${gap.from} ${gap.until}`;
      if (said.has(key)) return [];
      const base = baseOf(i + 1, layout);
      const { start, end } = gapBetweenMarks(gap, rows[i + 1] ?? [], { layout, range });
      const words = gap.says === undefined ? ["no record"] : [`no record: ${gap.says}`, "no record"];
      for (const text of words) {
        if (textWidth(text, layout.size.text) > end - start - 6) continue;
        const place = { x: (start + end) / 2, y: base + layout.size.text * 0.35, anchor: "middle" } as const;
        const shape = book.write({ text, size: layout.size.text, role: "mind" }, [place]);
        if (!shape) continue;
        said.add(key);
        return [shape];
      }
      return [];
    }),
  );
}

interface Stated {
  readonly day: number;
  readonly says: string;
}

const labelByStop: Readonly<Record<StopKind, readonly [first: string, again: string]>> = {
  "told to stop": ["told to stop", "told again to stop"],
  blocked: ["blocked", "blocked again"],
  "order in force": ["order in force", "order in force"],
  "order served": ["order served", "order served"],
  "bail condition": ["bail condition", "bail condition"],
};

function statedDays({ stops }: Pick<TimelineCounts, "stops">): readonly Stated[] {
  const said = new Set<StopKind>();
  return stops
    .map(({ kind, day }): Stated => {
      const [first, again] = labelByStop[kind];
      const says = said.has(kind) ? again : first;
      said.add(kind);
      return { day, says };
    })
    .sort((a, b) => a.day - b.day);
}

/** Dashed, through all rows: what she did about it, and what came after. The lines always stand; a name stands where it has room. */
function drawStated(
  counts: TimelineCounts,
  bins: readonly (readonly BinCount[])[],
  { layout, book }: { readonly layout: Layout; readonly book: LabelBook },
): readonly Shape[] {
  const { axis, size, top, stated, bottom } = layout;
  const shown = statedDays(counts).filter(({ day }) => day >= axis.range.firstDay && day <= axis.range.lastDay);
  return shown.flatMap(({ day, says }) => {
    // Through the mark of its week where there is one: beside it, what came after on the same day would be drawn before.
    const ofWeek = bins.flatMap((row) => row.filter(({ monday }) => monday <= day && day < monday + 7 * layout.bin.weeks))[0];
    const x = ofWeek === undefined ? axis.x(day + 0.5) : middleOf(ofWeek, layout);
    const { day: dayOfMonth, month } = civilFromDays(day);
    const texts = [`${dayOfMonth} ${sayShortMonth(month)}: ${says}`, says, `${dayOfMonth} ${sayShortMonth(month)}`];
    const rows = Math.max(1, Math.round(stated / (size.text * 1.25)));
    const lines = Array.from({ length: rows }, (_, i) => top - stated + (i + 0.85) * size.text * 1.25);
    let name: ReturnType<LabelBook["write"]>;
    for (const text of texts) {
      name ??= book.write(
        { text, size: size.text, role: "hers" },
        lines.flatMap((y) => [{ x: x + 4, y, anchor: "start" } as const, { x: x - 4, y, anchor: "end" } as const]),
      );
    }
    const from = name ? name.y - size.text * 0.8 : top;
    book.take({ left: x - 1, top: from, right: x + 1, bottom: top });
    const dashes: Shape = {
      shape: "line",
      role: "hers",
      from: [round(x), round(from)],
      to: [round(x), round(bottom)],
      stroke: 1.5,
      dashed: true,
    };
    return name ? [dashes, name] : [dashes];
  });
}

/** The number on the tallest mark of each lane. */
function drawTallest(rows: readonly (readonly BinCount[])[], layout: Layout, book: LabelBook): readonly Shape[] {
  return rows.flatMap((row, i) => {
    const top = tallestOf(row);
    if (i === 0 || !top || top.count < 2) return [];
    const y = baseOf(i, layout) - heightOf(top.count, layout) - layout.size.text * 0.25 - 1;
    const x = middleOf(top, layout);
    const beside = layout.bin.markWidth / 2 + 3;
    const label = { text: sayNumber(top.count), size: layout.size.text, role: "ink", bold: true } as const;
    const shape = book.write(label, [
      { x, y, anchor: "middle" },
      { x: x + beside, y: y + layout.size.text * 0.8, anchor: "start" },
      { x: x - beside, y: y + layout.size.text * 0.8, anchor: "end" },
    ]);
    return shape ? [shape] : [];
  });
}

function tallestOf<T extends { readonly count: number }>(list: readonly T[]): T | undefined {
  return list.reduce<T | undefined>((most, one) => (most && most.count >= one.count ? most : one), undefined);
}
