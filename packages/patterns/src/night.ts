import { type Interval, type Zone, msPerDay, msPerHour, wallMsAt } from "@unmask/core";

/** First hour of the night on her wall, included. */
export const nightFrom = 0;
/** Hour at which the night ends, excluded: 05:00:00 is morning. */
export const nightUntil = 5;

/** Whether something is so under every reading of the record, under none, or under some. */
export type Answer = "yes" | "no" | "perhaps";

/** Whether an interval lies between midnight and 5 on a wall in `zone`: wholly, not at all, or in part. */
export function isNight({ earliest, latest }: Interval, zone: Zone): Answer {
  const first = wallMsAt(zone, earliest);
  const last = wallMsAt(zone, latest);
  const firstAtNight = hourOfWall(first) < nightUntil;
  const lastAtNight = hourOfWall(last) < nightUntil;
  const sameDay = Math.floor(first / msPerDay) === Math.floor(last / msPerDay);
  if (firstAtNight && lastAtNight && sameDay) return "yes";
  return !firstAtNight && !lastAtNight && sameDay ? "no" : "perhaps";
}

/** 0–23 of a wall in milliseconds "as if UTC". */
export function hourOfWall(wallMs: number): number {
  return Math.floor((wallMs - Math.floor(wallMs / msPerDay) * msPerDay) / msPerHour);
}
