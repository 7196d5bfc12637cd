import { type CivilDay, civilToIso, isRealDay } from "@unmask/core";

/** A day as it is typed: three fields, in the order in which it is said, so that no browser can turn day and month round. */
export interface DayDraft {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export const emptyDay: DayDraft = { day: "", month: "", year: "" };

/** Years outside this are slips of the finger. */
const firstYear = 1900;
const lastYear = 2100;

/** The day; undefined when nothing is typed or there is no such day. */
export function civilDayOf({ day, month, year }: DayDraft): CivilDay | undefined {
  const civil: CivilDay = { day: numberOf(day), month: numberOf(month), year: numberOf(year) };
  return civil.year >= firstYear && civil.year <= lastYear && isRealDay(civil) ? civil : undefined;
}

/** The day as `2026-03-02`; undefined when nothing is typed or there is no such day. */
export function dayOfDraft(draft: DayDraft): string | undefined {
  const civil = civilDayOf(draft);
  return civil && civilToIso(civil);
}

/** Whether something is typed that is no day. */
export function isWrongDay(draft: DayDraft): boolean {
  return `${draft.day}${draft.month}${draft.year}`.trim() !== "" && dayOfDraft(draft) === undefined;
}

function numberOf(text: string): number {
  return /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : NaN;
}
