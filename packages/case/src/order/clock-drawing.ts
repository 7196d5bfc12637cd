import { type Drawing, type Instant, type Shape, type Table, isoWeekday, textWidth } from "@unmask/core";
import { dayInWords, londonDay, londonMinute, timeInWords } from "../clock/london.ts";
import { dayNumber } from "../register/day-number.ts";
import type { RegisterDuty } from "../register/register-duty.ts";

/**
 * A period of days as boxes: the day from which it runs is day 1 whatever the hour, the weekend counts, and overdue has an hour. Of a duty that is
 * undecided it is the clock that it would have, and nothing is drawn as overdue.
 */

/** Units: a wide screen's column, a head of days, the boxes, what is written under them. */
const [wide, text, top, box, foot] = [760, 12, 22, 40, 44];
/** Units below which what stands under the boxes has a line of its own, from the edge: beside its mark it has no room. */
const narrow = 500;
/** One more line under the boxes. */
const line = 16;
/** Days after the last one that are drawn: at least, and at most. A clock that ran out long ago says how long. */
const [leastAfter, mostAfter] = [2, 6];
/** Days of the longest period that has boxes. */
const mostDays = 14;
const minutesOfDay = 1_440;
/** Units between the words over two boxes. */
const air = 8;
/** Units between two lines of the hatch. */
const hatchStep = 9;

/** What is drawn beside the duty itself. */
export interface ClockNow {
  readonly now: Instant;
  /** The hour of what it runs from, `16:40`, where it is written. It changes nothing. */
  readonly at?: string;
  /** The order under which it was missed is over: nobody can come in under it. */
  readonly isOrderOver?: boolean;
  /** Units across; a wide screen's column where it is left out. */
  readonly width?: number;
}

/** The picture and the same as a table. */
export interface ClockShown {
  readonly drawing: Drawing;
  readonly table: Table;
}

/** Draws the clock of a duty; undefined where it has none, or one too long for boxes. */
export function clockDrawing(duty: RegisterDuty, { now, at, isOrderOver = false, width = wide }: ClockNow): ClockShown | undefined {
  const [, what = "", first = ""] = /^(.*) (\d{4}-\d\d-\d\d)$/.exec(duty.trigger) ?? [];
  if (duty.due === null || duty.overdueFrom === null || first === "") return undefined;
  const clock = clockOf(
    { ...duty, due: duty.due, overdueFrom: duty.overdueFrom },
    { what, first: dayNumber(first), now, at, isOrderOver, width },
  );
  if (clock.due - clock.first >= mostDays) return undefined;
  const table = tableOf(clock);
  const shapes = [...clock.days.flatMap((day) => boxOf(day, clock)), ...overdueShapes(clock), ...startShapes(clock), ...nowShapes(clock)];
  const title = titleOf(clock);
  const note = `The day it runs from is day 1, whatever the hour.${lateInWords(clock)}`;
  const alt = `${title} ${table.rows.map(([day, is]) => `${day}: ${is}`).join(". ")}.`;
  return { drawing: { title, alt, width, height: top + box + foot + (isBelow(clock) ? line : 0), shapes, note }, table };
}

/** A clock with its days as numbers and their places. */
interface Clock {
  readonly duty: Pick<RegisterDuty, "state" | "section">;
  /** The day on which it was met; undefined: it was not, or nobody knows by what. */
  readonly met: number | undefined;
  readonly what: string;
  readonly at: string | undefined;
  readonly isOrderOver: boolean;
  readonly first: number;
  readonly due: number;
  readonly overdueFrom: Instant;
  readonly now: Instant;
  readonly today: number;
  readonly to: number;
  readonly width: number;
  readonly days: readonly number[];
  readonly each: number;
  readonly toX: (day: number, minute?: number) => number;
}

type Clocked = RegisterDuty & { readonly due: string; readonly overdueFrom: Instant };

function clockOf(
  duty: Clocked,
  { what, first, now, at, isOrderOver, width }: Pick<Clock, "what" | "first" | "now" | "at" | "isOrderOver" | "width">,
): Clock {
  const [due, today] = [dayNumber(duty.due), londonDay(now)];
  const met = duty.metOn === undefined ? undefined : dayNumber(duty.metOn);
  const isOver = met !== undefined || !unmet.has(duty.state);
  // What was met is held against its last day when it was met; the days since then say nothing of it.
  const to = Math.min(due + mostAfter, Math.max(due + leastAfter, met ?? (isOver ? due : today)));
  const days = Array.from({ length: to - first + 2 }, (_, i) => first - 1 + i);
  const each = (width - 20) / days.length;
  const toX = (day: number, minute = 0): number => round((day - first + 1 + minute / minutesOfDay) * each);
  return { duty, met, what, at, isOrderOver, first, due, overdueFrom: duty.overdueFrom, now, today, to, width, days, each, toX };
}

/** States in which a clock goes on. */
const unmet: ReadonlySet<RegisterDuty["state"]> = new Set<RegisterDuty["state"]>(["due", "overdue", "undecided"]);

/** How long after its last day: it was met, or it is now where it goes on and that day lies outside the picture. */
function lateInWords({ duty, met, due, today, to }: Clock): string {
  if (met !== undefined) return ` It was met on ${dayInWords(met)}, ${met > due ? `${sayDays(met - due)} late` : "in time"}.`;
  return unmet.has(duty.state) && today > to ? ` Now is ${dayInWords(today)}, ${sayDays(today - due)} after the last one.` : "";
}

function sayDays(days: number): string {
  return `${days} ${days === 1 ? "day" : "days"}`;
}

function boxOf(day: number, clock: Clock): readonly Shape[] {
  const { first, due, toX, each } = clock;
  const x = toX(day);
  const isIn = day >= first && day <= due;
  const name = withoutYear(dayInWords(day));
  // "Sun 22 Nov", or as much of it as its box holds with air behind it.
  const head = [name, name.replace(/ \D+$/, ""), name.replace(/\D+/g, "")]
    .filter((words) => textWidth(words, text, true) + air < each)
    .slice(0, 1)
    .map((words): Shape => ({
      ...{ shape: "text", role: isIn ? "ink" : "ink2", x: x + 4, y: top - 8, text: words, size: text, anchor: "start", bold: isIn },
    }));
  const edges: readonly Shape[] = [
    { shape: "line", role: "rule", from: [x, top], to: [x, top + box], stroke: 1 },
    { shape: "line", role: "line", from: [x, top + box], to: [round(x + each), top + box], stroke: 1.5 },
  ];
  if (!isIn) return [...head, ...edges];
  const number = textWidth(`day ${day - first + 1}`, text, true) + air < each ? `day ${day - first + 1}` : `${day - first + 1}`;
  return [
    ...head,
    { shape: "rect", role: "band", x, y: top, width: round(each), height: box },
    { shape: "outline", role: "hers", x, y: top, width: round(each), height: box, stroke: 1.5 },
    {
      shape: "text",
      role: "hers",
      x: day === first ? besideMark(x + 8, textWidth(number, text, true), clock) : x + 8,
      y: top + box / 2 + 4,
      text: number,
      size: text,
      anchor: "start",
      bold: true,
    },
  ];
}

/** Where words of a width stand in the first box: behind the mark of the hour where that would cross them and there is room. */
function besideMark(x: number, across: number, clock: Clock): number {
  const mark = startX(clock);
  const isCrossed = mark > x - 4 && mark < x + across + 4;
  return isCrossed && mark + 6 + across < clock.toX(clock.first + 1) ? mark + 6 : x;
}

/** Where what it runs from is marked. Without an hour that is where the day begins: it says none. */
function startX({ at, first, toX }: Clock): number {
  const [hour = "0", minute = "0"] = (at ?? "00:00").split(":");
  return toX(first, Number(hour) * 60 + Number(minute));
}

/** From when it is overdue; without the year where the picture is narrow: its title has it. */
function overdueWords({ duty, met, due, overdueFrom, width }: Clock): string {
  const is = duty.state === "undecided" ? "would be overdue" : met !== undefined && met <= due ? "would have been overdue" : "overdue";
  const day = dayInWords(due + 1);
  return `${is} from ${width < narrow ? withoutYear(day) : day}, ${timeInWords(overdueFrom)}`;
}

/** Where those words stand: to the left of the line where the picture ends, at the edge of a narrow one. */
function placeOverdue(clock: Clock): { readonly at: number; readonly anchor: "start" | "end"; readonly left: number } {
  const { toX, due, width } = clock;
  const [x, across] = [toX(due + 1), textWidth(overdueWords(clock), text, true)];
  if (width < narrow) return { at: 0, anchor: "start", left: 0 };
  return x + across > width ? { at: x - 4, anchor: "end", left: x - 4 - across } : { at: x + 4, anchor: "start", left: x + 4 };
}

/** Whether they have a line of their own: beside what it runs from they would cross it. */
function isBelow(clock: Clock): boolean {
  if (clock.width < narrow) return true;
  const { at, anchor, words } = placeStart(clock);
  return (anchor === "start" ? at + textWidth(words, text, true) : at) + air > placeOverdue(clock).left;
}

/** What it runs from, in words: before the mark where they fit and the picture is wide, else behind it: never cut. */
function placeStart(clock: Clock): { readonly at: number; readonly anchor: "start" | "end"; readonly words: string } {
  const { what, at: hour, width } = clock;
  const [x, words] = [startX(clock), hour === undefined ? what : `${what} ${hour}`];
  const isBefore = width >= narrow && textWidth(words, text, true) < x - 4;
  return isBefore ? { at: x - 4, anchor: "end", words } : { at: x + 4, anchor: "start", words };
}

/** The line from which it is overdue, and of a duty that is overdue the time since. */
function overdueShapes(clock: Clock): readonly Shape[] {
  const { duty, due, toX, first, to } = clock;
  const x = toX(due + 1);
  const isUndecided = duty.state === "undecided";
  const words = overdueWords(clock);
  const { at, anchor } = placeOverdue(clock);
  const y = top + box + (isBelow(clock) ? line : 0) + 16;
  const hasWeekend = Array.from({ length: due - first + 2 }, (_, i) => isoWeekday(first + i)).some((weekday) => weekday >= 6);
  const under = isUndecided
    ? "undecided: an officer decides"
    : clock.isOrderOver
      ? "the order is over"
      : hasWeekend
        ? "no relief for the weekend"
        : "met only by coming in person";
  const isRunning = duty.state !== "suspended" && duty.state !== "ended" && duty.state !== "not-required";
  return [
    ...(duty.state === "overdue" ? hatch(x, Math.min(toX(to + 1), nowX(clock)), top, top + box) : []),
    {
      shape: "line",
      role: "mind",
      from: [x, top - 4],
      to: [x, top + box + 14],
      stroke: 3,
      ...(!isRunning || isUndecided ? { dashed: true } : {}),
    },
    {
      shape: "text",
      role: "mind",
      x: at,
      y,
      text: isRunning ? words : `not running: ${duty.state.replaceAll("-", " ")}`,
      size: text,
      anchor,
      bold: true,
    },
    { shape: "text", role: "ink2", x: at, y: y + line, text: isRunning ? under : words, size: text, anchor },
  ];
}

/** What it runs from, and what met it. */
function startShapes(clock: Clock): readonly Shape[] {
  const { met, days, today, now, toX } = clock;
  const x = startX(clock);
  const { at, anchor, words } = placeStart(clock);
  const isShown = met !== undefined && days.includes(met);
  // Its hour is not known here, and what was met today lies before now.
  const minute = met === today ? Math.min(minutesOfDay, londonMinute(now)) / 2 : minutesOfDay / 2;
  const metX = toX(met ?? 0, minute);
  const isMetBefore = met === today && metX + 8 + textWidth("met", text, true) > nowX(clock);
  return [
    { shape: "line", role: "ink", from: [x, top + 4], to: [x, top + box + 14], stroke: 2 },
    {
      shape: "text",
      role: "ink",
      x: at,
      y: top + box + 16,
      text: words,
      size: text,
      anchor,
      bold: true,
    },
    ...(isShown
      ? [
          { shape: "circle", role: "hers", x: metX, y: top + box - 9, radius: 5, open: false } as const,
          {
            shape: "text",
            role: "hers",
            x: isMetBefore ? metX - 8 : metX + 8,
            y: top + box - 5,
            text: "met",
            size: text,
            anchor: isMetBefore ? "end" : "start",
            bold: true,
          } as const,
        ]
      : []),
  ];
}

function nowShapes(clock: Clock): readonly Shape[] {
  const { today, to, first, toX } = clock;
  if (today > to || today < first - 1) return [];
  const x = nowX(clock);
  // Within its own day: a line of the next would cross it.
  const isBefore = x + 4 + textWidth("now", text) > toX(today + 1);
  return [
    { shape: "line", role: "ink", from: [x, top - 2], to: [x, top + box + 6], stroke: 2, dashed: true },
    { shape: "text", role: "ink", x: isBefore ? x - 4 : x + 4, y: top + 14, text: "now", size: text, anchor: isBefore ? "end" : "start" },
  ];
}

function nowX({ now, today, to, toX }: Clock): number {
  return today > to ? toX(to + 1) : toX(today, londonMinute(now));
}

/** Slanting lines in a box, each cut where the box ends. */
function hatch(left: number, right: number, above: number, below: number): readonly Shape[] {
  const lines: Shape[] = [];
  const height = below - above;
  for (let at = left + hatchStep; at < right + height; at += hatchStep) {
    const [fromX, toX] = [Math.min(at, right), Math.max(at - height, left)];
    if (fromX <= toX) continue;
    lines.push({
      shape: "line",
      role: "mind",
      from: [round(fromX), round(above + at - fromX)],
      to: [round(toX), round(above + at - toX)],
      stroke: 1,
    });
  }
  return lines;
}

function tableOf(clock: Clock): Table {
  const { days, first, due, today, now, overdueFrom, duty, met, what, at } = clock;
  const rows = days.map((day): readonly string[] => {
    const is = [
      ...(day >= first && day <= due ? [`day ${day - first + 1}`] : []),
      ...(day === first ? [`${what}${at === undefined ? "" : ` ${at}`}; the whole of this day counts as day 1`] : []),
      ...(day === due ? ["due by the end of this day"] : []),
      ...(day === due + 1 ? [`${duty.state === "undecided" ? "would be overdue" : "overdue"} from ${timeInWords(overdueFrom)}`] : []),
      ...(day === met ? ["met"] : []),
      ...(day === today ? [`now, ${timeInWords(now)}`] : []),
    ];
    return [dayInWords(day), is.length === 0 ? "—" : is.join("; ")];
  });
  return { columns: ["Day", "What it is"], rows };
}

/** The day from which it runs, by what it runs from. */
const dayOfWhat: ReadonlyMap<string, string> = new Map([
  ["served", "the day on which it was served"],
  ["interim served", "the day on which the interim order was served"],
  ["in force", "the day on which it came into force"],
  ["final day of the other register", "the final day of the other register"],
  ["name used", "the day on which the name was used"],
  ["address changed", "the day on which the address changed"],
]);

function titleOf({ duty, due, what, first }: Clock): string {
  const until = `by the end of ${dayInWords(due)}`;
  const days = `${due - first + 1} days beginning with ${dayOfWhat.get(what) ?? `the day of “${what}”`}`;
  return duty.state === "undecided"
    ? `If it runs, it is due ${until}: ${days}, ${duty.section}. Undecided.`
    : `Due ${until}: ${days}, ${duty.section}.`;
}

function withoutYear(day: string): string {
  return day.replace(/ \d{4}$/, "");
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
