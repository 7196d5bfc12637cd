import { weekdays } from "@unmask/core";
import type { WeekTime } from "../event/order-shapes.ts";

/**
 * Times of the week in which a condition holds, as minutes on the wall from Monday 00:00. A time whose end is not after its beginning goes on to the
 * next day, and that of Sunday to Monday. No times at all: at every minute.
 */

/** Minutes of a day and of a week. */
const minutesOfDay = 1_440;
const minutesOfWeek = 7 * minutesOfDay;

/** A stretch of the week, `from` included, `to` excluded; none runs over the end of the week. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where windows in which something must be done lie to times in which something holds. */
export type HowTimesLie =
  /** Each window lies wholly in them. */
  | "all"
  /** At least one does, and another does not. */
  | "some"
  /** None does, but one reaches into them. */
  | "part"
  | "none"
  /** A time that is none was written. */
  | "not-known";

/** Where the windows lie to the times. Both may be empty: at every minute, which is one window a week long. */
export function howTimesLie(windows: readonly WeekTime[], times: readonly WeekTime[]): HowTimesLie {
  const held = stretchesOf(times);
  const each = windowsOf(windows);
  if (held === undefined || each === undefined) return "not-known";
  const merged = mergedOf(held);
  const inside = each.map((window) => window.every((part) => merged.some(({ from, to }) => from <= part.from && part.to <= to)));
  if (inside.every((is) => is)) return "all";
  if (inside.some((is) => is)) return "some";
  const reaches = each.some((window) => window.some((part) => merged.some(({ from, to }) => from < part.to && part.from < to)));
  return reaches ? "part" : "none";
}

/**
 * Makes a question: does a minute of a day (1 Monday to 7, minutes from midnight) lie in the times? Undefined where a time that is none was
 * written.
 */
export function createAmong(times: readonly WeekTime[]): ((weekday: number, minute: number) => boolean) | undefined {
  const stretches = stretchesOf(times);
  return (
    stretches &&
    ((weekday, minute) => {
      const at = (weekday - 1) * minutesOfDay + minute;
      return stretches.some(({ from, to }) => from <= at && at < to);
    })
  );
}

/** "Mon, Wed, Fri, 17:00 to 19:00"; "at all times". */
export function timesInWords(times: readonly WeekTime[]): string {
  if (times.length === 0) return "at all times";
  return times
    .map(({ days, from, to }) => `${daysInWords(days)}, ${from} to ${to}${isNextDay(from, to) ? " of the next day" : ""}`)
    .join("; ");
}

function daysInWords(days: readonly number[]): string {
  const names = weekdays.filter((_, i) => days.includes(i + 1)).map((one) => `${one.slice(0, 1).toUpperCase()}${one.slice(1, 3)}`);
  return names.length === 0 || names.length === weekdays.length ? "every day" : names.join(", ");
}

function isNextDay(from: string, to: string): boolean {
  const [begin = 0, end = 0] = [minuteOf(from), minuteOf(to)];
  return end <= begin && end !== 0;
}

/** All stretches of the times. */
function stretchesOf(times: readonly WeekTime[]): readonly Stretch[] | undefined {
  return windowsOf(times)?.flat();
}

/** One window for each day of each time; a window over the end of the week in two stretches. */
function windowsOf(times: readonly WeekTime[]): readonly (readonly Stretch[])[] | undefined {
  if (times.length === 0) return [[{ from: 0, to: minutesOfWeek }]];
  const windows: (readonly Stretch[])[] = [];
  for (const { days, from, to } of times) {
    const [begin, end] = [minuteOf(from), minuteOf(to)];
    if (begin === undefined || end === undefined) return undefined;
    for (const weekday of days.length === 0 ? everyDay : days) {
      if (!everyDay.includes(weekday)) return undefined;
      windows.push(stretchesFrom((weekday - 1) * minutesOfDay + begin, end > begin ? end - begin : end + minutesOfDay - begin));
    }
  }
  return windows;
}

const everyDay = [1, 2, 3, 4, 5, 6, 7];

function stretchesFrom(from: number, length: number): readonly Stretch[] {
  const to = from + length;
  if (to <= minutesOfWeek) return [{ from, to }];
  return [
    { from, to: minutesOfWeek },
    { from: 0, to: to - minutesOfWeek },
  ];
}

/** Stretches that meet or overlap as one, in order. */
function mergedOf(stretches: readonly Stretch[]): readonly Stretch[] {
  const merged: Stretch[] = [];
  for (const { from, to } of stretches.toSorted((one, other) => one.from - other.from)) {
    const last = merged.at(-1);
    if (last && from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else merged.push({ from, to });
  }
  return merged;
}

function minuteOf(written: string): number | undefined {
  const [, hour = "", minute = ""] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(written) ?? [];
  return hour === "" ? undefined : Number(hour) * 60 + Number(minute);
}
