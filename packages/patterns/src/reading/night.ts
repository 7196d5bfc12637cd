import { msPerDay, msPerHour } from "@unmask/core";

/** First hour of the night on her wall, included. */
export const nightFrom = 0;
/** Hour at which the night ends, excluded: 05:00:00 is morning. */
export const nightUntil = 5;

/** Whether something is so under every reading of the record, under none, or under some. */
export type Answer = "yes" | "no" | "perhaps";

/** Whether a time lies between midnight and 5: wholly, not at all, or in part. First and last wall in milliseconds "as if UTC". */
export function isNight(firstWall: number, lastWall: number): Answer {
  const firstAtNight = hourOfWall(firstWall) < nightUntil;
  const lastAtNight = hourOfWall(lastWall) < nightUntil;
  if (Math.floor(firstWall / msPerDay) !== Math.floor(lastWall / msPerDay) || firstAtNight !== lastAtNight) return "perhaps";
  return firstAtNight ? "yes" : "no";
}

/** 0–23 of a wall in milliseconds "as if UTC". */
export function hourOfWall(wallMs: number): number {
  return Math.floor((wallMs - Math.floor(wallMs / msPerDay) * msPerDay) / msPerHour);
}
