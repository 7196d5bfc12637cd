import { type Drawing, type Shape, type Stretch, weekdays } from "@unmask/core";
import { sayFirst, sayList } from "@unmask/words";

/**
 * The hours of the contact sheet as a drawing: a bar for each day of the week, black where it is safe, hatched where never, white where
 * nobody asked. "Not after six" is misread at three in the morning; a bar is not.
 */

/** Units of the picture. */
const width = 586;
const names = 92;
/** Room for half of the last hour's name. */
const bars = width - names - 14;
const top = 18;
const step = 20;
const thick = 16;
const textSize = 11;
const minutesADay = 1_440;
/** Hours nearer to one another than this cannot both be written above the bars. */
const nearest = 85;
const hatching = 9;

/** The hours as a picture, and whether each hour at which something begins or ends is written above it. */
export interface PrintedHours {
  readonly drawing: Drawing;
  readonly isReadable: boolean;
}

/** Draws the hours, day by day from Monday. */
export function drawHours(byDay: readonly (readonly Stretch[])[]): PrintedHours {
  const borders = [...new Set(byDay.flat().flatMap(({ from, until }) => [from, until]))].sort((a, b) => a - b);
  const written = borders.filter((at, i) => i === 0 || at - (borders[i - 1] ?? 0) >= nearest);
  const ticks = [0, 180, 360, 540, 720, 900, 1_080, 1_260, minutesADay].filter((at) =>
    written.every((border) => at === border || Math.abs(at - border) >= nearest),
  );
  const height = top + weekdays.length * step + textSize + 6;
  return {
    isReadable: written.length === borders.length,
    drawing: {
      title: "Hours at which it is safe, or never",
      alt: sayHours(byDay),
      width,
      height,
      shapes: [
        ...[...new Set([...ticks, ...written])].map((at): Shape => label(sayClockOf(at), xOf(at), textSize)),
        ...weekdays.flatMap((day, i) => dayShapes(sayFirst(day), byDay[i] ?? [], top + i * step)),
        ...keyShapes(byDay, height - 3),
      ],
      note: "",
    },
  };
}

/** Which hours are safe and which never, in words; what was not asked is said last. */
export function sayHours(byDay: readonly (readonly Stretch[])[]): string {
  const said = (is: Stretch["is"]): string => {
    const groups = groupsOf(byDay, is);
    return groups.length === 0 ? "" : `${sayFirst(is)}: ${sayGroups(groups)}. `;
  };
  const rest = byDay.some((day) => unasked(day).length > 0) ? "Every other hour was not asked about, so do not." : "";
  return `${said("safe")}${said("never")}${rest}`.trim();
}

/** Days of the week in a row that have the same hours of one kind. */
export interface HourGroup {
  readonly first: number;
  readonly last: number;
  readonly stretches: readonly Stretch[];
}

/** The days that have hours of a kind, in groups. */
export function groupsOf(byDay: readonly (readonly Stretch[])[], is: Stretch["is"]): readonly HourGroup[] {
  const groups: HourGroup[] = [];
  for (const [day, all] of byDay.entries()) {
    const stretches = all.filter((one) => one.is === is);
    if (stretches.length === 0) continue;
    const before = groups.at(-1);
    if (before?.last === day - 1 && isSame(before.stretches, stretches)) groups[groups.length - 1] = { ...before, last: day };
    else groups.push({ first: day, last: day, stretches });
  }
  return groups;
}

/** "Monday to Friday between 09:00 and 16:00, Sunday between 10:00 and 12:00". */
export function sayGroups(groups: readonly HourGroup[]): string {
  return groups.map((group) => `${sayDays(group)} ${sayStretches(group.stretches)}`).join(", ");
}

function sayDays({ first, last }: HourGroup): string {
  const day = (at: number): string => sayFirst(weekdays[at] ?? "");
  if (last - first === weekdays.length - 1) return "every day";
  if (last === first) return day(first);
  return `${day(first)} ${last === first + 1 ? "and" : "to"} ${day(last)}`;
}

function sayStretches(stretches: readonly Stretch[]): string {
  return sayList(
    stretches.map(({ from, until }) =>
      from === 0 && until === minutesADay ? "at any hour" : `between ${sayClockOf(from)} and ${sayClockOf(until)}`,
    ),
  );
}

function isSame(some: readonly Stretch[], others: readonly Stretch[]): boolean {
  return some.length === others.length && some.every(({ from, until }, i) => from === others[i]?.from && until === others[i]?.until);
}

/** "09:00"; the end of a day is "24:00". */
function sayClockOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

function xOf(minutes: number): number {
  return names + (minutes / minutesADay) * bars;
}

function label(text: string, x: number, y: number, bold = false): Shape {
  return { shape: "text", role: "ink", x, y, text, size: textSize, anchor: "middle", bold };
}

function dayShapes(name: string, stretches: readonly Stretch[], y: number): readonly Shape[] {
  return [
    { shape: "text", role: "ink", x: 0, y: y + 12.5, text: name, size: textSize, anchor: "start" },
    { shape: "outline", role: "line", x: names, y, width: bars, height: thick, stroke: 0.8 },
    ...stretches.flatMap(({ is, from, until }) => sample(is, { x: xOf(from), y, width: xOf(until) - xOf(from), height: thick })),
  ];
}

/** A frame with slanting lines, each cut where it leaves the frame: on one line, x and y add up to the same. */
function hatched(box: Box): readonly Shape[] {
  const shapes: Shape[] = [{ shape: "outline", role: "ink2", ...box, stroke: 0.9 }];
  for (let sum = hatching; sum < box.width + box.height; sum += hatching) {
    const left = Math.max(0, sum - box.height);
    const right = Math.min(box.width, sum);
    const at = (x: number): readonly [number, number] => [box.x + x, box.y + sum - x];
    shapes.push({ shape: "line", role: "ink2", from: at(left), to: at(right), stroke: 0.9 });
  }
  return shapes;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What white, black and hatched are: each word under a stretch of its own, or, where they would touch, behind a small box of its own. */
function keyShapes(byDay: readonly (readonly Stretch[])[], y: number): readonly Shape[] {
  const safe: Key = { text: "safe", half: 13, of: byDay.flat().filter(({ is }) => is === "safe") };
  const never: Key = { text: "never", half: 17, of: byDay.flat().filter(({ is }) => is === "never") };
  const white: Key = { text: "white: not asked, so do not", half: 74, of: byDay.flatMap(unasked) };
  const placed: { readonly key: Key; readonly x: number }[] = [];
  const keys = [safe, never, white].filter(({ of }) => of.length > 0);
  for (const key of keys) {
    const x = middlesOf(key).find((middle) => placed.every((one) => Math.abs(one.x - middle) >= one.key.half + key.half + textSize));
    if (x !== undefined) placed.push({ key, x });
  }
  if (placed.length === keys.length) return placed.map(({ key, x }) => label(key.text, x, y, key !== white));
  let x = names;
  return keys.flatMap((key): readonly Shape[] => {
    const box = { x, y: y - 8.5, width: 20, height: 10 };
    const middle = x + box.width + 6 + key.half;
    x = middle + key.half + 18;
    return [...sample(key === safe ? "safe" : key === never ? "never" : undefined, box), label(key.text, middle, y, key !== white)];
  });
}

interface Key {
  readonly text: string;
  /** Half of the word's width. */
  readonly half: number;
  readonly of: readonly Pick<Stretch, "from" | "until">[];
}

function sample(is: Stretch["is"] | undefined, box: Box): readonly Shape[] {
  if (is === "never") return hatched(box);
  return [is === "safe" ? { shape: "rect", role: "night", ...box } : { shape: "outline", role: "line", ...box, stroke: 0.8 }];
}

/** Where a word can stand: under the middle of each stretch, the widest first, never outside the picture. */
function middlesOf({ of, half }: Key): readonly number[] {
  return [...of]
    .sort((a, b) => b.until - b.from - (a.until - a.from))
    .map(({ from, until }) => Math.min(width - half, Math.max(half, xOf((from + until) / 2))));
}

/** What is left of a day. */
function unasked(day: readonly Stretch[]): readonly Pick<Stretch, "from" | "until">[] {
  const edges = [0, ...day.flatMap(({ from, until }) => [from, until]), minutesADay];
  return edges.flatMap((from, i) => {
    const until = edges[i + 1];
    return i % 2 === 0 && until !== undefined && until > from ? [{ from, until }] : [];
  });
}
