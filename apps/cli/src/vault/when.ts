import {
  type CivilDay,
  type CivilMinute,
  type HappenedAt,
  type Result,
  type Zone,
  failed,
  isOnTheWall,
  ok,
  parseInstant,
  parseIsoStamp,
  parseStatedDay,
  parseStatedMinute,
  utcMsToWall,
  wallMsAt,
  wallToUtcMs,
} from "@unmask/core";

/** Between the two ends of a stretch of time. */
const between = "..";

/**
 * When something happened, as she typed it after `--when`: a day, a minute, a moment with its offset, or two of a kind with `..` between them. A time
 * without an offset is that of a clock in `zone`. The error is a sentence.
 */
export function parseWhen(typed: string, zone: Zone): Result<HappenedAt, string> {
  const [first = "", last = first, ...more] = typed.split(between).map((one) => one.trim());
  const [from, until] = [parseTime(first, zone), parseTime(last, zone)];
  if (from === undefined || until === undefined || more.length > 0 || isMinute(from) !== isMinute(until))
    return failed(`--when ${typed}: write a day (2026-10-04), a minute (2026-10-04T18:40), or two of them with .. between.`);
  if (order(until) < order(from)) return failed(`--when ${typed}: it ends before it begins.`);
  for (const one of [from, until])
    if (isMinute(one) && !isOnTheWall(one, zone))
      return failed(
        `--when ${typed}: no clock in ${zone.name} showed that minute, because it went forward over it. Write the one that it showed.`,
      );
  return ok({ from, until, zone: zone.name, wrote: typed });
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

function parseTime(text: string, zone: Zone): CivilDay | CivilMinute | undefined {
  const stated = parseStatedMinute(text.replace(" ", "T")) ?? parseStatedDay(text);
  if (stated !== undefined) return stated;
  const stamp = parseIsoStamp(text);
  if (stamp === undefined) return undefined;
  const wall = stamp.offsetMinutes === undefined ? stamp.wall : wallIn(wallToUtcMs(stamp.wall) - stamp.offsetMinutes * 60_000, zone);
  if (wall === undefined) return undefined;
  const { year, month, day, hour, minute } = wall;
  return { year, month, day, hour, minute };
}

function wallIn(ms: number, zone: Zone): ReturnType<typeof utcMsToWall> | undefined {
  const instant = parseInstant(ms);
  return instant === undefined ? undefined : utcMsToWall(wallMsAt(zone, instant));
}
