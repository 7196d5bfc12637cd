import { civilToIso, daysInMonth, parseCivilDay } from "@unmask/core";

/** How long a force keeps what it holds (docs/formats/retention.md): rows with the day from which each holds. None is national. */

/** What a case or a report is, when it is asked how long it is kept. */
export const retentionClasses = ["closed-no-order", "order-ended", "never-a-case"] as const;
/** One of them. */
export type RetentionClass = (typeof retentionClasses)[number];

/** One row of the schedule. */
export interface RetentionRule {
  readonly class: RetentionClass;
  /** Months from the end to the review. */
  readonly months: number;
  /** Civil day from which it holds. */
  readonly from: string;
  readonly says: string;
  /** Who set it, by name and office. */
  readonly by: string;
}

/** The longest period, months: a century; more is a mistake of typing. */
export const mostMonths = 1_200;

/** What holds until the force has set something: a placeholder, and it says so. */
const shippedMonths = 12;

/** The row that holds on a day: of those that have come the newest, the later written of two of one day. */
export function ruleOn(rows: readonly RetentionRule[], of: RetentionClass, day: string): RetentionRule {
  let found: RetentionRule = {
    class: of,
    months: shippedMonths,
    from: "0001-01-01",
    says: "A placeholder: this force has set no period yet.",
    by: "shipped",
  };
  for (const row of rows) if (row.class === of && row.from <= day && row.from >= found.from) found = row;
  return found;
}

/** The day of the review: the same day so many months later, or the last of that month. Throws on what is no day. */
export function reviewDay(end: string, months: number): string {
  const day = parseCivilDay(end);
  if (day === undefined) throw new Error("the end of a period is no day");
  const count = day.year * 12 + day.month - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  return civilToIso({ year, month, day: Math.min(day.day, daysInMonth(year, month)) });
}
