import { civilFromDays, civilToIso, daysFromCivil, parseCivilDay } from "@unmask/core";

/** Days of events, which are kept as they were written, as numbers that can be counted with. */

/** The day, counted from 1970-01-01. Throws for what no reader of an event takes. */
export function dayNumber(written: string): number {
  const civil = parseCivilDay(written);
  if (civil === undefined) throw new Error("an event of an order holds a day that its reader does not take");
  return daysFromCivil(civil);
}

/** The day as an event has it: `2026-11-27`. */
export function dayWritten(day: number): string {
  return civilToIso(civilFromDays(day));
}
