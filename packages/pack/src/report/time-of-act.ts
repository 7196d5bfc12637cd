import { type When, type Zone, dayIn, msPerDay } from "@unmask/core";
import { sayClock, sayExactClock, sayShortDay } from "@unmask/words";

/**
 * The time of an act for the line under its day: "21:14:05", "21:14", "00:10–01:30" for a span, "day only", or the last day of a longer
 * span ("to Mon 23 Nov 2026, day not certain").
 */
export function sayTimeOf({ earliest, latest }: Pick<When, "earliest" | "latest">, zone: Zone): string {
  const span = latest - earliest + 1;
  if (span <= 1000) return sayExactClock(earliest, zone);
  const from = sayClock(earliest, zone);
  const until = sayClock(latest, zone);
  if (span <= 60_000) return from;
  const first = dayIn(zone, earliest);
  const last = dayIn(zone, latest);
  if (first === last) return from === "00:00" && until === "23:59" ? "day only" : `${from}–${until}`;
  if (last === first + 1 && span < msPerDay) return `${from} to ${until} next day`;
  return `to ${sayShortDay(last)}, day not certain`;
}
