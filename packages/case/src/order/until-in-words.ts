import { dayInWords } from "../clock/london.ts";
import { dayNumber } from "../register/day-number.ts";

/** Until when something of an order lasts, for who reads it once and has no list beside it: "until the end of Fri 30 Nov 2029", "until a further order". */
export function untilInWords(until: string | null): string {
  return until === null ? "until a further order" : `until the end of ${dayInWords(dayNumber(until))}`;
}
