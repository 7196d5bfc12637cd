import {
  type CivilDay,
  type Instant,
  type When,
  type Zone,
  civilFromDays,
  isoWeekday,
  msPerDay,
  utcMsToWall,
  wallMsAt,
} from "@unmask/core";

/** How the report writes days and times: in her zone, day first, months in letters, the clock to the second where the source has it. */

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** Days from 1970-01-01 to the day of an instant in a zone. */
export function dayIn(zone: Zone, instant: Instant): number {
  return Math.floor(wallMsAt(zone, instant) / msPerDay);
}

/** "3 November 2026". */
export function dayWords({ year, month, day }: CivilDay): string {
  return `${day} ${months[month - 1] ?? ""} ${year}`;
}

/** "Tuesday 3 November 2026", of a day counted from 1970-01-01. */
export function weekdayWords(days: number): string {
  return `${weekdays[isoWeekday(days) - 1] ?? ""} ${dayWords(civilFromDays(days))}`;
}

/** "Tue 3 Nov 2026". */
export function shortDayWords(days: number): string {
  const { year, month, day } = civilFromDays(days);
  return `${(weekdays[isoWeekday(days) - 1] ?? "").slice(0, 3)} ${day} ${(months[month - 1] ?? "").slice(0, 3)} ${year}`;
}

/** "25 November 2026, 02:41". */
export function momentWords(instant: Instant, zone: Zone): string {
  return `${weekdayWords(dayIn(zone, instant))}, ${clockWords(instant, zone, false)}`;
}

/**
 * The time of an act for the line under its day: "21:14:05", "21:14", "00:10–01:30" for a span, "day only", or the last day of a longer
 * span ("to Mon 23 Nov 2026, day not certain").
 */
export function timeWords({ earliest, latest }: Pick<When, "earliest" | "latest">, zone: Zone): string {
  const span = latest - earliest + 1;
  if (span <= 1000) return clockWords(earliest, zone, true);
  if (span <= 60_000) return clockWords(earliest, zone, false);
  const first = dayIn(zone, earliest);
  const last = dayIn(zone, latest);
  if (first === last) {
    const isWholeDay = clockWords(earliest, zone, false) === "00:00" && clockWords(latest, zone, false) === "23:59";
    return isWholeDay ? "day only" : `${clockWords(earliest, zone, false)}–${clockWords(latest, zone, false)}`;
  }
  if (last === first + 1 && span < msPerDay) return `${clockWords(earliest, zone, false)} to ${clockWords(latest, zone, false)} next day`;
  return `to ${shortDayWords(last)}, day not certain`;
}

/** "21:14:05" or "21:14". */
function clockWords(instant: Instant, zone: Zone, withSeconds: boolean): string {
  const { hour, minute, second } = utcMsToWall(wallMsAt(zone, instant));
  return [hour, minute, ...(withSeconds ? [second] : [])].map((part) => String(part).padStart(2, "0")).join(":");
}

/** The parts of an instant in UTC, as a document's date. */
export function utcPartsOf(instant: Instant): Readonly<Record<"year" | "month" | "day" | "hour" | "minute" | "second", number>> {
  const { year, month, day, hour, minute, second } = utcMsToWall(instant);
  return { year, month, day, hour, minute, second };
}
