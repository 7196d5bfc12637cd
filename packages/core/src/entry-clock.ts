import type { HappenedAt, JournalLine } from "./entry.ts";
import { type Instant, daysFromCivil, epoch, later, msPerDay } from "./instant.ts";
import { type FlaggedWhen, whenFromDay, whenFromWall } from "./when.ts";
import { parseZone } from "./zone.ts";

/**
 * Which hours of a journal are believed (docs/formats/entry.md, "Two times"). A clock is set by whoever holds the device: where two hours contradict
 * each other neither is known, and no number of lines decides it.
 */

/** No line was written before it, because this format began then. Stops a clock that lost its power and begins in 1970 or 2015. */
const journalsBegan: Instant = later(epoch, daysFromCivil({ year: 2026, month: 1, day: 1 }) * msPerDay);

/** How far behind the reading an hour can lie and still be one by a clock that is a little off. Stops one line years ahead from putting a doubt on all behind it. */
const mostAhead = 366 * msPerDay;

/** What a line says of its own time. */
export interface WrittenHour {
  /** What the clock of the device said. */
  readonly at: Instant;
  /** The first instant at which what it tells can have happened: it was not written before that. */
  readonly notBefore?: Instant;
}

/**
 * When a line was written, as far as the device's clock is believed. Where it is: `at` alone. Where it is not: after `from` and before `until`, as far
 * as anything is known of that side.
 */
export interface BelievedTime {
  readonly isBelieved: boolean;
  readonly from?: Instant;
  readonly until?: Instant;
}

/** What a line says of its own time, by its hour and by its own `happened`. */
export function hourOf(line: JournalLine): WrittenHour {
  const { at } = line.written;
  const happened = line.line === "entry" || line.line === "added" ? line.happened : undefined;
  return happened === undefined || "notKnown" in happened ? { at } : { at, notBefore: whenHappened(happened.from, happened).when.earliest };
}

/** What the beginning or the end of what she said can mean in its zone. */
export function whenHappened(time: HappenedAt["from"], { zone: name, wrote }: Pick<HappenedAt, "zone" | "wrote">): FlaggedWhen {
  const zone = parseZone(name);
  const read = zone && ("hour" in time ? whenFromWall(wrote, time, zone) : whenFromDay(wrote, time, zone));
  if (!read) throw new Error("a time that the line was read with does not exist");
  return read;
}

/** Whether a line was written before what it tells happened: its hour is wrong, whatever the others say. */
export function contradictsItself({ at, notBefore }: WrittenHour): boolean {
  return notBefore !== undefined && at < notBefore;
}

/** Which hours of a journal are believed, line for line, in the order of the counters. `read`: the hour at which it is read. */
export function believedTimes(hours: readonly WrittenHour[], read: Instant): readonly BelievedTime[] {
  const believed = believedHours(hours, read);
  const untils = nextBelieved(believed);
  let from: Instant | undefined;
  return hours.map(({ notBefore }, i) => {
    const at = believed[i];
    if (at !== undefined) {
      from = at;
      return { isBelieved: true };
    }
    const until = untils[i];
    const begins = laterOf(from, notBefore, { until, read });
    return { isBelieved: false, ...(begins !== undefined && { from: begins }), ...(until !== undefined && { until }) };
  });
}

/** The hours that are believed, each in the place of its line. Bounded: three walks over the lines. */
function believedHours(hours: readonly WrittenHour[], read: Instant): readonly (Instant | undefined)[] {
  const isReadWrong = read < journalsBegan;
  const isWrong = (hour: WrittenHour): boolean =>
    contradictsItself(hour) || hour.at < journalsBegan || (!isReadWrong && hour.at - read > mostAhead);
  const doubting = hours.map((hour) => (isWrong(hour) ? undefined : hour.at));
  const believed = [...doubting];
  let earliestBehind = isReadWrong ? undefined : read;
  for (let i = hours.length - 1; i >= 0; i--) {
    const at = doubting[i];
    if (at === undefined) continue;
    if (earliestBehind !== undefined && at > earliestBehind) believed[i] = undefined;
    else earliestBehind = at;
  }
  let latestBefore: Instant | undefined;
  for (const [i, at] of doubting.entries()) {
    if (at === undefined) continue;
    if (latestBefore !== undefined && at < latestBefore) believed[i] = undefined;
    else latestBefore = at;
  }
  return believed;
}

/** For each line the hour of the next one that is believed. */
function nextBelieved(believed: readonly (Instant | undefined)[]): readonly (Instant | undefined)[] {
  const untils = new Array<Instant | undefined>(believed.length);
  let until: Instant | undefined;
  for (let i = believed.length - 1; i >= 0; i--) {
    untils[i] = until;
    until = believed[i] ?? until;
  }
  return untils;
}

/** After which hour a line was written. A day that was mistyped is none, so one that does not fit to what is known of the other side is passed over. */
function laterOf(
  from: Instant | undefined,
  notBefore: Instant | undefined,
  { until, read }: { readonly until: Instant | undefined; readonly read: Instant },
): Instant | undefined {
  if (notBefore === undefined || (from !== undefined && notBefore <= from)) return from;
  return (until === undefined ? notBefore <= read : notBefore < until) ? notBefore : from;
}
