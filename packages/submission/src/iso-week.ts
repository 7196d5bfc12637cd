import { type Instant, type ReadValue, civilFromDays, daysFromCivil, isoWeekday, msPerDay, parsed } from "@unmask/core";

/** Weeks of ISO 8601, `2026-W48`: all that is kept outside of when something came. Texts of weeks are in order of time. */

/** The week of an instant, in UTC. */
export function isoWeek(instant: Instant): string {
  const day = Math.floor(instant / msPerDay);
  // The week belongs to the year of its Thursday (ISO 8601-1:2019, 3.1.1.23).
  const thursday = day - isoWeekday(day) + 4;
  const { year } = civilFromDays(thursday);
  const week = Math.floor((thursday - daysFromCivil({ year, month: 1, day: 1 })) / 7) + 1;
  return weekText(year, week);
}

/** Reads a week; one that the calendar does not have is refused. */
export const weekFromJson: ReadValue<string> = parsed(parseWeek, "week written like 2026-W48");

function parseWeek(written: string): string | undefined {
  const [, year = "", week = ""] = /^(\d{4})-W(\d\d)$/.exec(written) ?? [];
  const number = Number(week);
  return year !== "" && number >= 1 && number <= weeksIn(Number(year)) ? written : undefined;
}

/** 28 December lies in the last week of its year. */
function weeksIn(year: number): number {
  const day = daysFromCivil({ year, month: 12, day: 28 });
  const thursday = day - isoWeekday(day) + 4;
  return Math.floor((thursday - daysFromCivil({ year, month: 1, day: 1 })) / 7) + 1;
}

function weekText(year: number, week: number): string {
  return `${String(year).padStart(4, "0")}-W${String(week).padStart(2, "0")}`;
}
