import type { PaperWords } from "@unmask/core";
import { sayCount, sayDay, sayList, sayNumber } from "@unmask/words";
import { yearsLater } from "../order/period.ts";
import type { BundleCondition } from "./bundle-source.ts";
import { together } from "./say-words.ts";
import { type Writing, dayOf, sayCivil, sayCivilWeekday } from "./writing.ts";

/** Most years that a length is told in. */
const mostYears = 99;

/** "3 years", or "1,190 days": how long from the first to the last day, both counted. */
export function sayLength(first: string, last: string): string {
  const [from = 0, until = 0] = [dayOf(first), dayOf(last)];
  for (let years = 1; years <= mostYears; years++) if (lastDayOfYears(first, years) === until) return sayCount(years, "year");
  return until < from ? "no day" : `${sayNumber(until - from + 1)} ${until === from ? "day" : "days"}`;
}

function lastDayOfYears(first: string, years: number): number | undefined {
  const after = yearsLater(first, years);
  return after === undefined ? undefined : after - 1;
}

/** "for 3 years", "until a further order". */
export function sayPeriodBriefly({ say, source }: Writing): PaperWords {
  if (source.period === undefined) return say("asked-no-period");
  const { made, until } = source.period;
  return until === null ? say("asked-open") : say("asked-fixed", { length: sayLength(made, until) });
}

/** The period, with the least that the law allows worked out in the sentence; then the periods of single conditions. */
export function sayPeriod(writing: Writing): PaperWords {
  const { say, source } = writing;
  if (source.period === undefined) return together([say("period-none"), ownPeriods(writing)]);
  const { made, until } = source.period;
  const { leastYears } = source.law;
  const least = lastDayOfYears(made, leastYears);
  const worked = {
    made: sayCivilWeekday(made, writing),
    least: sayCount(leastYears, "year"),
    "least-last": least === undefined ? "?" : sayDay(least),
  };
  if (until === null) return together([say("period-open", worked), ownPeriods(writing)]);
  const last = dayOf(until);
  const isShort = last !== undefined && least !== undefined && last < least;
  return together([
    say("period-fixed", { ...worked, length: sayLength(made, until), last: sayCivil(until, writing) }),
    isShort ? say("period-short") : "",
    ownPeriods(writing),
  ]);
}

/** "order", "until 30 November 2027", "until further order". */
export function sayLasts({ own }: BundleCondition, writing: Writing): string {
  if (own === undefined) return writing.plain("lasts-order");
  return own.until === null ? writing.plain("lasts-open") : writing.plain("lasts-until", { day: sayCivil(own.until, writing) });
}

function ownPeriods(writing: Writing): PaperWords {
  const { say, source } = writing;
  const own = source.conditions.filter((one) => one.own !== undefined);
  if (own.length === 0) return say("period-own-none");
  const made = source.period?.made;
  const least = made === undefined ? undefined : lastDayOfYears(made, source.law.leastYears);
  const short = own.filter((one) => {
    const last = one.own === undefined || one.own.until === null ? undefined : dayOf(one.own.until);
    return last !== undefined && least !== undefined && last < least;
  });
  return together([
    say("period-own", { conditions: sayOwn(own, writing) }),
    short.length === 0 ? "" : say("period-own-short", { conditions: sayOwn(short, writing) }),
  ]);
}

/** "condition 6, until 30 November 2027". */
export function sayOwn(conditions: readonly BundleCondition[], writing: Writing): string {
  return sayList(conditions.map((one) => writing.plain("period-own-one", { number: one.condition, period: sayLasts(one, writing) })));
}
