import { type Act, type Instant, type When, type Zone, clockShownTwice, dayIn, isUndated, msPerDay, wallMsAt } from "@unmask/core";
import { sayClock, sayDay, sayExactClock, sayShortDay } from "./days.ts";

/** What stands for the day of an act of which it is not known when it happened. */
export const timeNotKnown = "time not known";

/** The first day that the time of an act can mean, or that it is not known: "23 November 2026". */
export function sayDayOfAct(act: Pick<Act, "when" | "flags">, zone: Zone): string {
  return isUndated(act) ? timeNotKnown : sayDay(dayIn(zone, act.when.earliest));
}

/** The same in short: "Mon 23 Nov 2026". */
export function sayShortDayOfAct(act: Pick<Act, "when" | "flags">, zone: Zone): string {
  return isUndated(act) ? timeNotKnown : sayShortDay(dayIn(zone, act.when.earliest));
}

/** The time of an act for the line under its day, as `sayTimeOf`; nothing where it has no day. */
export function sayTimeOfAct(act: Pick<Act, "when" | "flags">, zone: Zone): string {
  return isUndated(act) ? "" : sayTimeOf(act.when, zone);
}

/**
 * The time of an act for the line under its day: "21:14:05", "21:14", "00:10–01:30" for a span, "day only", or the last day of a longer
 * span ("to Mon 23 Nov 2026, day not certain"). In the hour that comes twice in autumn it says which of the two, or that nobody knows:
 * "01:30 BST", "01:30, first or second time".
 */
export function sayTimeOf({ earliest, latest }: Pick<When, "earliest" | "latest">, zone: Zone): string {
  const span = latest - earliest + 1;
  if (span <= 1000) return withName(sayExactClock(earliest, zone), earliest, zone);
  const [first, last] = [dayIn(zone, earliest), dayIn(zone, latest)];
  const [begins, ends] = [sayClock(earliest, zone), sayClock(latest, zone)];
  const from = withName(begins, earliest, zone);
  if (span <= 60_000) return from;
  const onTheWall = wallMsAt(zone, latest) - wallMsAt(zone, earliest) + 1;
  if (onTheWall > 0 && onTheWall <= 60_000) return `${onTheWall <= 1000 ? sayExactClock(earliest, zone) : begins}, first or second time`;
  if (first === last && begins === "00:00" && ends === "23:59") return "day only";
  const until = withName(ends, latest, zone);
  if (first === last) return `${from}–${until}`;
  if (last === first + 1 && span < msPerDay) return `${from} to ${until} next day`;
  return `to ${sayShortDay(last)}, day not certain`;
}

function withName(clock: string, instant: Instant, zone: Zone): string {
  const name = clockShownTwice(zone, instant);
  return name === undefined ? clock : `${clock} ${name}`;
}
