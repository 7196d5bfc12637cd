import { type OrderDeskLaw, daysFromCivil, isRealDay, parseCivilDay } from "@unmask/core";
import type { Condition, Period } from "../event/order-shapes.ts";
import { dateInWords } from "../clock/london.ts";
import { dayNumber, dayWritten } from "../register/day-number.ts";

/**
 * How long an order lasts: the earliest last day that a fixed period can have, and what to mind that no rule forbids. The number of years comes from
 * the room of law.
 */

/** What the law says of a period. */
export type PeriodLaw = Pick<OrderDeskLaw, "leastYears" | "leastBindsEach" | "section">;

/**
 * The earliest lawful last day of a fixed period, the day on which the order is made being its first: the same date years later less one day. Where
 * that year has no such date (29 February), the day before 1 March. Days as `2026-12-01`; undefined for what is no day.
 */
export function earliestLawfulLastDay(made: string, { leastYears }: Pick<OrderDeskLaw, "leastYears">): string | undefined {
  const after = yearsLater(made, leastYears);
  return after === undefined ? undefined : dayWritten(after - 1);
}

/**
 * The same date so many years later, counted from 1970-01-01; 1 March where that year has no 29 February; undefined for what is no day. The last day of
 * so many years that begin with a day is the one before it.
 */
export function yearsLater(written: string, years: number): number | undefined {
  const first = parseCivilDay(written);
  if (first === undefined) return undefined;
  const there = { ...first, year: first.year + years };
  return daysFromCivil(isRealDay(there) ? there : { year: there.year, month: first.month + 1, day: 1 });
}

/** Something to mind: it stops nothing. */
export interface Mind {
  /** The condition that it is about; absent: the order itself. */
  readonly condition?: number;
  /** "s3(2), s3(3)"; "" where no section that was read says it. */
  readonly section: string;
  readonly says: string;
}

/** A period as it is drafted. */
export interface DraftedPeriod {
  /** The day on which it is hoped to be made. */
  readonly made: string;
  readonly period: Period;
  /** Last day of the interim that is wanted; absent: none is. */
  readonly interimUntil?: string;
  readonly conditions: readonly Pick<Condition, "condition" | "own">[];
}

/**
 * What is to be minded of the periods of a draft. A fixed period of the order itself that is too short is no mind: it is refused elsewhere, and so is one
 * of a condition where the least period binds each by itself.
 */
export function mindsOfPeriods({ made, period, interimUntil, conditions }: DraftedPeriod, law: PeriodLaw): readonly Mind[] {
  const earliest = earliestLawfulLastDay(made, law);
  if (earliest === undefined) return [];
  const section = ["least-period", "own-period"] as const;
  const both = [...new Set(section.flatMap((rule) => law.section(rule)?.section ?? []))].join(", ");
  const ofConditions = conditions.flatMap(({ condition, own }): readonly Mind[] => {
    if (own === undefined) return [];
    if (own.until === null) {
      return period.until === null
        ? []
        : [
            {
              condition,
              section: both,
              says: `Condition ${condition} is to run until further order, but the order ends on ${inWords(period.until)}.`,
            },
          ];
    }
    if (own.until < made)
      return [{ condition, section: both, says: `The period of condition ${condition} ends before the order is made.` }];
    const minds: Mind[] = [];
    if (own.until < earliest && !law.leastBindsEach) {
      const says = `Its own period is shorter than ${law.leastYears} years. The Act does not say in terms whether it may be. You can go on; the court decides.`;
      minds.push({ condition, section: both, says: `Condition ${condition}: ${says}` });
    }
    if (period.until !== null && own.until > period.until) {
      minds.push({
        condition,
        section: both,
        says: `Condition ${condition} is to last longer than the order, which ends on ${inWords(period.until)}.`,
      });
    }
    return minds;
  });
  const ends = law.section("interim-ends")?.section;
  const ofInterim: readonly Mind[] =
    interimUntil === undefined
      ? []
      : [
          {
            section: ends ?? "",
            says:
              ends === undefined
                ? `The interim, if made, is to end on ${inWords(interimUntil)}. What ends it before that is not known here: ask your solicitor.`
                : `The interim, if made, ends on the day the main application is determined, or on ${inWords(interimUntil)} if that comes first.`,
          },
        ];
  return [...ofConditions, ...ofInterim];
}

function inWords(day: string): string {
  return dateInWords(dayNumber(day));
}
