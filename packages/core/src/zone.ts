import {
  type Instant,
  type WallTime,
  civilFromDays,
  msPerDay,
  msPerHour,
  msPerMinute,
  precisionMs,
  utcMsToWall,
  wallToUtcMs,
} from "./instant.ts";

/**
 * What a clock on a wall in some zone can mean.
 *
 * [Note: Zones from Intl] The transitions of a zone are probed once from `Intl.DateTimeFormat` and kept as a sorted table, because a lookup
 * in a table is two orders of magnitude faster than a library call and the answer for a fold or a gap is exact. `temporal-polyfill` is the
 * referee in the tests. The version of the data is the engine's; the app records it in the pack.
 */

/** An IANA zone ("Europe/London"), "UTC", or a fixed offset ("+01:00"), with its table. */
export interface Zone {
  readonly name: string;
  /** Sorted. `offsets[i]` holds from `starts[i]` to `starts[i + 1]`; milliseconds to add to UTC to get the wall. */
  readonly starts: readonly number[];
  readonly offsets: readonly number[];
}

/** The interval of instants that one reading of a wall time allows: `earliest` and `latest` are both possible (inclusive). */
export interface Interval {
  readonly earliest: Instant;
  readonly latest: Instant;
}

/** What a wall time means in a zone. `once` is the rule, `twice` the autumn hour, `never` the spring hour. */
export type WallReading =
  | { readonly happened: "once"; readonly interval: Interval }
  /** Two intervals, in order of time. */
  | { readonly happened: "twice"; readonly intervals: readonly [Interval, Interval] }
  /** The wall was skipped; `interval` runs from the reading by the offset after the jump to the reading by the offset before it. */
  | { readonly happened: "never"; readonly interval: Interval };

/** First and last year whose transitions are probed. Outside, the nearest known offset holds; such dates are flagged `far-date` anyway. */
const firstYear = 1969;
const lastYear = 2101;
/** No zone has two transitions within this time (the closest known, Morocco's Ramadan pauses, are four weeks apart). */
const probeStep = 14 * msPerDay;

const zoneByName = new Map<string, Zone>();

/** Second names of a zone that people type here, so that one clock is written in one way; of no other link is the name changed. */
const oldNames: ReadonlyMap<string, string> = new Map([
  ["gb", "Europe/London"],
  ["eire", "Europe/Dublin"],
]);

/** Finds a zone by its IANA name, "UTC" or "±HH:MM", however its letters are written; undefined when there is no such zone. */
export function parseZone(written: string): Zone | undefined {
  const name = oldNames.get(written.toLowerCase()) ?? written;
  const known = zoneByName.get(name);
  if (known) return known;
  const zone = fixedZone(name) ?? probedZone(name);
  if (zone) zoneByName.set(name, zone);
  return zone;
}

/** The zone of an offset written in a source, e.g. 60 → "+01:00". */
export function zoneOfOffset(minutes: number): Zone {
  const size = Math.abs(minutes);
  const name = minutes === 0 ? "UTC" : `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return { name, starts: [Number.NEGATIVE_INFINITY], offsets: [minutes * msPerMinute] };
}

/** What the engine of a device says of its zone. */
export interface DeviceZoneSays {
  /** What it calls it; undefined where it has no name for how the device is set. */
  readonly name: string | undefined;
  /** Minutes that its clock adds to UTC now. */
  readonly offsetMinutes: number;
}

/**
 * The zone of a device: the one that its engine names, where that has the time which the clock of the device shows now; else the clock as it stands, as an
 * offset. `isNamed`: it is known what this clock shows at other times of the year.
 */
export function zoneOfDevice({ name, offsetMinutes }: DeviceZoneSays, now: Instant): { readonly zone: Zone; readonly isNamed: boolean } {
  const named = name === undefined ? undefined : parseZone(name);
  const isTrue = named !== undefined && Math.trunc(offsetAt(named, now) / msPerMinute) === Math.trunc(offsetMinutes);
  return isTrue ? { zone: named, isNamed: true } : { zone: fixedZone(zoneOfOffset(offsetMinutes).name) ?? zoneOfOffset(0), isNamed: false };
}

/** Milliseconds to add to an instant to get the wall in this zone. */
export function offsetAt(zone: Zone, utcMs: number): number {
  let low = 0;
  let high = zone.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((zone.starts[middle] ?? 0) <= utcMs) low = middle;
    else high = middle - 1;
  }
  return zone.offsets[low] ?? 0;
}

/** Reads a wall time, which must be real (`isRealWallTime`), in a zone. */
export function readWallTime(wall: WallTime, zone: Zone): WallReading {
  const local = wallToUtcMs(wall);
  const width = precisionMs(wall) - 1;
  // A wall time is at most a day away from the instant it means, so the two offsets around it are the only candidates.
  const before = offsetAt(zone, local - msPerDay);
  const after = offsetAt(zone, local + msPerDay);
  const ifBefore = offsetAt(zone, local - before);
  const ifAfter = offsetAt(zone, local - after);
  // Whichever of the two is meant, one offset holds there.
  if (ifBefore === ifAfter && (ifBefore === before || ifBefore === after)) {
    return { happened: "once", interval: intervalFrom(local - ifBefore, width) };
  }
  const candidates = [...new Set([before, after, ifBefore, ifAfter])]
    .map((offset) => ({ offset, at: local - offset }))
    .filter(({ offset, at }) => offsetAt(zone, at) === offset)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  const [first, second] = candidates;
  if (first === undefined) {
    const ends = [local - before, local - after].sort((a, b) => a - b);
    return {
      happened: "never",
      interval: { earliest: (ends[0] ?? local) as Instant, latest: ((ends[1] ?? local) + width) as Instant },
    };
  }
  if (second === undefined) return { happened: "once", interval: intervalFrom(first, width) };
  return { happened: "twice", intervals: [intervalFrom(first, width), intervalFrom(second, width)] };
}

/** The wall in a zone at an instant, as milliseconds "as if UTC": feed it to `utcMsToWall`. */
export function wallMsAt(zone: Zone, instant: Instant): number {
  return instant + offsetAt(zone, instant);
}

/** The day of an instant in a zone, counted from 1970-01-01. */
export function dayIn(zone: Zone, instant: Instant): number {
  return Math.floor(wallMsAt(zone, instant) / msPerDay);
}

/** The first instant of a day, counted from 1970-01-01. Where the clock skips midnight, that is the jump; where it shows midnight twice, the first. */
export function startOfDay(day: number, zone: Zone): Instant {
  const reading = readWallTime({ ...civilFromDays(day), hour: 0, minute: 0, second: 0, millisecond: 0 }, zone);
  switch (reading.happened) {
    case "once":
      return reading.interval.earliest;
    case "twice":
      return reading.intervals[0].earliest;
    case "never":
      return reading.interval.latest;
  }
}

/**
 * What the clock of an instant is called where the wall of its zone shows that time twice, "BST" and an hour later "GMT"; undefined where it shows
 * it once. The names are a table and not the engine's, so that a pack has the same bytes on every machine.
 */
export function clockShownTwice(zone: Zone, instant: Instant): string | undefined {
  const { happened } = readWallTime(utcMsToWall(wallMsAt(zone, instant)), zone);
  if (happened !== "twice") return undefined;
  const offset = offsetAt(zone, instant);
  const summer = summerNames.get(zone.name);
  if (summer !== undefined && (offset === 0 || offset === msPerHour)) return offset === 0 ? "GMT" : summer;
  const minutes = Math.abs(offset) / msPerMinute;
  return `UTC${offset < 0 ? "−" : "+"}${Math.floor(minutes / 60)}${minutes % 60 === 0 ? "" : `:${two(minutes % 60)}`}`;
}

/** What an hour ahead of GMT is called in the zones whose winter is GMT and whose people say so. */
const summerNames: ReadonlyMap<string, string> = new Map([
  ["Europe/London", "BST"],
  ["Europe/Belfast", "BST"],
  ["Europe/Guernsey", "BST"],
  ["Europe/Isle_of_Man", "BST"],
  ["Europe/Jersey", "BST"],
  ["Europe/Dublin", "IST"],
]);

function intervalFrom(start: number, width: number): Interval {
  return { earliest: start as Instant, latest: (start + width) as Instant };
}

/** Minutes by which no clock on earth is further behind, or ahead. */
const [mostBehind, mostAhead] = [-12 * 60, 14 * 60];

function fixedZone(name: string): Zone | undefined {
  if (/^(?:utc|z)$/i.test(name)) return zoneOfOffset(0);
  const match = /^([+-])(\d{2}):([0-5]\d)$/.exec(name);
  if (!match) return undefined;
  const minutes = (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
  return minutes < mostBehind || minutes > mostAhead ? undefined : zoneOfOffset(minutes);
}

function probedZone(written: string): Zone | undefined {
  const probe = createOffsetProbe(written);
  if (!probe) return undefined;
  const { offsetOf, name } = probe;
  const from = (firstYear - 1970) * 365.25 * msPerDay;
  const until = (lastYear - 1970) * 365.25 * msPerDay;
  const starts = [Number.NEGATIVE_INFINITY];
  const offsets = [offsetOf(from)];
  let left = from;
  let offset = offsets[0] ?? 0;
  for (let right = from + probeStep; right <= until; right += probeStep) {
    const next = offsetOf(right);
    if (next !== offset) {
      const guesses = yearAfter(starts.at(-2));
      starts.push(firstMsWithOffsetOtherThan(offset, { left, right, guesses }, offsetOf));
      offsets.push(next);
      offset = next;
    }
    left = right;
  }
  return { name, starts, offsets };
}

/**
 * The second between `left` and `right` at which the zone leaves `offset`. Most changes of a clock come a year after another to the minute, in
 * weeks: those places are tried before the stretch is halved, which takes ten times as many questions. Changes happen on whole seconds.
 */
function firstMsWithOffsetOtherThan(offset: number, { left, right, guesses }: Stretch, offsetOf: (ms: number) => number): number {
  for (const guess of guesses) {
    if (guess > left && guess < right && offsetOf(guess) !== offset && offsetOf(guess - 1000) === offset) return guess;
  }
  let low = Math.floor(left / 1000);
  let high = Math.floor(right / 1000);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetOf(middle * 1000) === offset) low = middle;
    else high = middle;
  }
  return high * 1000;
}

/** Where a change of the clock is looked for. */
interface Stretch {
  readonly left: number;
  readonly right: number;
  readonly guesses: readonly number[];
}

/** Weeks after which the same rule ("the last Sunday of March") changes the clock again, the commonest first. */
const weeksOfYear = [52, 53];

function yearAfter(start: number | undefined): readonly number[] {
  return start === undefined ? [] : weeksOfYear.map((weeks) => start + weeks * 7 * msPerDay);
}

function createOffsetProbe(written: string): { readonly name: string; readonly offsetOf: (ms: number) => number } | undefined {
  // "BST" is Bangladesh to an engine, and "IST" India: letters that a clock in Britain or Ireland shows would move every act by hours.
  if (!/^(?:[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)+|GMT)$/.test(written)) return undefined;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone: written,
      timeZoneName: "longOffset",
      weekday: "narrow", // Something must stand beside the offset; this is the quickest.
    });
  } catch {
    return undefined; // RangeError: the engine knows no such zone.
  }
  const offsetOf = (ms: number): number => {
    // "T, GMT+01:00": taken from the whole, because asking for the parts costs three times as much, two thousand times a zone.
    const match = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(format.format(ms));
    if (!match?.[1]) return 0;
    const size = Number(match[2]) * msPerHour + Number(match[3]) * msPerMinute + Number(match[4] ?? 0) * 1000;
    return match[1] === "-" ? -size : size;
  };
  // Its letters as the engine has them, and never another name: which links it follows differs from engine to engine.
  const { timeZone } = format.resolvedOptions();
  return { name: timeZone.toLowerCase() === written.toLowerCase() ? timeZone : written, offsetOf };
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
