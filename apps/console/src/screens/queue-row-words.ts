import { daysFromCivil, isoWeekday, parseCivilDay } from "@unmask/core";
import type { QueueRow } from "@unmask/case";
import { sayShortMonth, sayShortWeekday } from "@unmask/words";

/** What is next, and the civil day at whose end it is due. */
export function sayNext({ next, dueBy }: QueueRow): string {
  const day = dueBy === undefined ? undefined : parseCivilDay(dueBy);
  if (day === undefined) return next;
  return `${next}, by ${sayShortWeekday(isoWeekday(daysFromCivil(day)))} ${day.day} ${sayShortMonth(day.month)}`;
}

/** "R-2101, case 0412". */
export function sayReference({ report, case: caseNumber }: QueueRow): string {
  return caseNumber === undefined ? report : `${report}, case ${caseNumber}`;
}
