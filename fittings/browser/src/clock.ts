import { type Instant, parseInstant } from "@unmask/core";

/** The time of this device. */
export function readClock(): Instant {
  const now = parseInstant(Date.now());
  if (now === undefined) throw new Error("the clock of this device shows no time of our calendar");
  return now;
}
