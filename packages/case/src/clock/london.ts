import {
  type Instant,
  type WallTime,
  type Zone,
  civilFromDays,
  clockShownTwice,
  dayIn,
  isoWeekday,
  parseCivilMinute,
  parseZone,
  readWallTime,
  startOfDay,
  utcMsToWall,
  wallMsAt,
} from "@unmask/core";

/** Days and times as a force in the United Kingdom says them. */

const weekdayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** The wall by which its days begin and end. */
const london: Zone = londonZone();

function londonZone(): Zone {
  const zone = parseZone("Europe/London");
  if (!zone) throw new Error("the engine knows no clock of London");
  return zone;
}

/** The civil day of an instant, counted from 1970-01-01. */
export function londonDay(instant: Instant): number {
  return dayIn(london, instant);
}

/** Minutes from midnight that the clock in London shows. */
export function londonMinute(instant: Instant): number {
  const { hour, minute } = utcMsToWall(wallMsAt(london, instant));
  return hour * 60 + minute;
}

/** The last instant at which the clock in London began to show a minute, written `2026-10-31` and `16:05`; undefined where it never did. */
export function londonInstant(day: string, time: string): Instant | undefined {
  return instantsShown(day, time).at(-1);
}

/** The first instant at which it did: where the clock shows a minute twice, the earlier one. */
export function firstLondonInstant(day: string, time: string): Instant | undefined {
  return instantsShown(day, time)[0];
}

/**
 * The last instant at which it did that was not still to come at `known`, else the first: of an hour that the clock shows twice what was written in its
 * first run was the first.
 */
export function latestLondonInstant(day: string, time: string, known: Instant): Instant | undefined {
  const shown = instantsShown(day, time);
  return shown.findLast((one) => one <= known) ?? shown[0];
}

/** The first instant at which the clock in London showed a time; undefined where it never did. */
export function instantOnWall(wall: WallTime): Instant | undefined {
  const reading = readWallTime(wall, london);
  if (reading.happened === "never") return undefined;
  return reading.happened === "once" ? reading.interval.earliest : reading.intervals[0].earliest;
}

function instantsShown(day: string, time: string): readonly Instant[] {
  const minute = parseCivilMinute(`${day}T${time}`);
  const reading = minute && readWallTime({ ...minute, second: 0 }, london);
  if (reading === undefined || reading.happened === "never") return [];
  return reading.happened === "once" ? [reading.interval.earliest] : reading.intervals.map(({ earliest }) => earliest);
}

/**
 * Days of which the end is kept, since each order asks dozens of them and all share a few hundred: a file made to hurt fills memory with no more than this.
 * The same day always has the same end, so that nobody can tell whether it was kept.
 */
const mostEnds = 10_000;
const endByDay = new Map<number, Instant>();

/** The first instant after a day: what is due by its end is overdue from here. */
export function endOfDay(day: number): Instant {
  const known = endByDay.get(day);
  if (known !== undefined) return known;
  if (endByDay.size >= mostEnds) endByDay.clear();
  const end = startOfDay(day + 1, london);
  endByDay.set(day, end);
  return end;
}

/** How often the clock in London showed a minute, written `2026-03-29` and `01:30`; undefined for what is no minute. */
export function timesShown(day: string, time: string): "once" | "twice" | "never" | undefined {
  const minute = parseCivilMinute(`${day}T${time}`);
  return minute && readWallTime({ ...minute, second: 0 }, london).happened;
}

/** "Tue 29 Dec 2026". */
export function dayInWords(day: number): string {
  return `${weekdayNames[isoWeekday(day) - 1] ?? ""} ${dateInWords(day)}`;
}

/** "29 Dec 2026". */
export function dateInWords(day: number): string {
  const { year, month, day: ofMonth } = civilFromDays(day);
  return `${ofMonth} ${monthNames[month - 1] ?? ""} ${year}`;
}

/** "01:56"; in the hour that the clock shows twice, "01:56 BST". */
export function timeInWords(instant: Instant): string {
  const { hour, minute } = utcMsToWall(wallMsAt(london, instant));
  const twice = clockShownTwice(london, instant);
  return `${two(hour)}:${two(minute)}${twice === undefined ? "" : ` ${twice}`}`;
}

/** "25 Nov 01:56": what is kept as it was worked out is read on another day too, and a time alone would be of that day. */
export function momentInRow(instant: Instant): string {
  const { month, day } = civilFromDays(londonDay(instant));
  return `${day} ${monthNames[month - 1] ?? ""} ${timeInWords(instant)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
