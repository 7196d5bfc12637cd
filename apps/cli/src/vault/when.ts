import {
  type CivilDay,
  type CivilMinute,
  type HappenedAt,
  type Instant,
  type Result,
  type Zone,
  clockShownTwice,
  failed,
  isOnTheWall,
  msPerMinute,
  offsetAt,
  ok,
  parseInstant,
  parseIsoStamp,
  parseStatedDay,
  parseStatedMinute,
  readWallTime,
  utcMsToWall,
  wallMsAt,
  wallToUtcMs,
  zoneOfOffset,
} from "@unmask/core";

/** Between the two ends of a stretch of time. */
const between = "..";

/**
 * When something happened, as she typed it after `--when`: a day, a minute, a moment with its offset, or two of a kind with `..` between them. A time
 * without an offset is that of a clock in `zone`. In the hour that this clock shows twice an offset says which one it was: then both ends are written on
 * the clock of that offset, which shows no hour twice. The error is a sentence.
 */
export function parseWhen(typed: string, zone: Zone): Result<HappenedAt, string> {
  const [first = "", last = first, ...more] = typed.split(between).map((one) => one.trim());
  const [from, until] = [parseTime(first, zone), parseTime(last, zone)];
  if (from === undefined || until === undefined || more.length > 0 || isMinute(from.time) !== isMinute(until.time))
    return failed(`--when ${typed}: write a day (2026-10-04), a minute (2026-10-04T18:40), or two of them with .. between.`);
  for (const { time } of [from, until])
    if (isMinute(time) && !isOnTheWall(time, zone))
      return failed(
        `--when ${typed}: no clock in ${zone.name} showed that minute, because it went forward over it. Write the one that it showed.`,
      );
  const said = [from, until].find(({ instant }) => instant !== undefined && clockShownTwice(zone, instant) !== undefined)?.instant;
  const [start, end] = said === undefined ? [undefined, undefined] : [instantIn(from, zone), instantIn(until, zone)];
  if (said !== undefined && (start === undefined || end === undefined))
    return failed(`--when ${typed}: a clock in ${zone.name} showed one of these minutes twice. Write both with their offset.`);
  const clock = said === undefined ? zone : zoneOfOffset(offsetAt(zone, said) / msPerMinute);
  const ends = { from: minuteOn(clock, start) ?? from.time, until: minuteOn(clock, end) ?? until.time };
  return order(ends.until) < order(ends.from)
    ? failed(`--when ${typed}: it ends before it begins.`)
    : ok({ ...ends, zone: clock.name, wrote: typed });
}

/** The last moment that it can mean, in milliseconds of the wall's clock: to be held against now. */
export function lastWallMs({ until }: HappenedAt): number {
  return order(until);
}

function isMinute(time: CivilDay | CivilMinute): time is CivilMinute {
  return "hour" in time;
}

function order(time: CivilDay | CivilMinute): number {
  return wallToUtcMs({ hour: 0, minute: 0, ...time });
}

/** A day or a minute on the clock of a zone; where its offset was typed, the instant too. */
interface TypedTime {
  readonly time: CivilDay | CivilMinute;
  readonly instant?: Instant;
}

function parseTime(text: string, zone: Zone): TypedTime | undefined {
  const stated = parseStatedMinute(text.replace(" ", "T")) ?? parseStatedDay(text);
  if (stated !== undefined) return { time: stated };
  const stamp = parseIsoStamp(text);
  if (stamp === undefined) return undefined;
  const { year, month, day, hour, minute } = stamp.wall;
  if (stamp.offsetMinutes === undefined) return { time: { year, month, day, hour, minute } };
  const instant = parseInstant(wallToUtcMs(stamp.wall) - stamp.offsetMinutes * msPerMinute);
  const time = minuteOn(zone, instant);
  return instant === undefined || time === undefined ? undefined : { time, instant };
}

/** The instant of a minute, where there is one alone that it can be. */
function instantIn({ time, instant }: TypedTime, zone: Zone): Instant | undefined {
  if (instant !== undefined || !isMinute(time)) return instant;
  const reading = readWallTime({ ...time, second: 0 }, zone);
  return reading.happened === "once" ? reading.interval.earliest : undefined;
}

function minuteOn(zone: Zone, instant: Instant | undefined): CivilMinute | undefined {
  if (instant === undefined) return undefined;
  const { year, month, day, hour, minute } = utcMsToWall(wallMsAt(zone, instant));
  return { year, month, day, hour, minute };
}
