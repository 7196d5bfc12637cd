import { type Instant, parseInstant } from "@unmask/core";

/** The time of this machine. The only clock of the CLI. */
export function readClock(): Instant {
  const now = parseInstant(Date.now());
  if (now === undefined) throw new Error("the clock of this machine shows no time of our calendar");
  return now;
}
