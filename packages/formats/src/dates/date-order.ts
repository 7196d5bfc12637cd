import { type CivilDay, isRealDay, type DateOrder } from "@unmask/core";

import { buddhistToGregorianYear, solarHijriToCivil } from "./solar-hijri.ts";
import type { WrittenDate } from "./written-date.ts";

/**
 * What the numbers of a written date mean: in which order day, month and year stand, found over the whole file, and in which calendar.
 * Rules: docs/formats/act.md, section 4.3.
 */

/** The Gregorian day that a date means when its parts stand in this order. Undefined when no such day exists: never rolled. */
export function dayInOrder(date: WrittenDate, order: DateOrder): CivilDay | undefined {
  const { year, month, day } = partsInOrder(date, order);
  return civilOf(date, year, month, day);
}

function partsInOrder({ first, second, third, yearPlace }: WrittenDate, order: DateOrder): CivilDay {
  if (yearPlace === "first" || (yearPlace === "unknown" && order === "ymd")) return { year: first, month: second, day: third };
  return order === "mdy" ? { year: third, month: first, day: second } : { year: third, month: second, day: first };
}

function civilOf({ shortYear, persian }: WrittenDate, year: number, month: number, day: number): CivilDay | undefined {
  if (shortYear && persian) return solarHijriToCivil(year + (year >= 70 ? 1300 : 1400), month, day);
  if (shortYear) return realDay(year + (year >= 69 ? 1900 : 2000), month, day); // POSIX %y
  if (year >= 1300 && year < 1500) return solarHijriToCivil(year, month, day);
  if (year >= 2400 && year < 2700) return realDay(buddhistToGregorianYear(year), month, day);
  return realDay(year, month, day);
}

function realDay(year: number, month: number, day: number): CivilDay | undefined {
  const civil = { year, month, day };
  return isRealDay(civil) ? civil : undefined;
}

/** Which order the parts of the dates of a file have, and how we know. */
export interface DateOrderFinding {
  readonly order: DateOrder;
  /** "assumed": nothing in the file tells and nobody stated it. */
  readonly because: "year-first" | "impossible-otherwise" | "order-of-file" | "stated" | "assumed";
  /** In this order no date stands below a later one. */
  readonly runsForward: boolean;
}

/** Gathers what the dates of one style say about their order. */
export interface DateOrderEvidence {
  /** Takes the dates in the order of the file. */
  see(date: WrittenDate): void;
  /** `stated` is what the person said; evidence outranks it. */
  decide(stated: DateOrder | undefined): DateOrderFinding;
}

/** How many times more steps back in time one order must need than the other, when both need some. */
const clearlyMoreSteps = 4;

/**
 * Starts gathering. A part above 12 excludes an order; failing that, files run forward in time, so an order under which the days jump back is
 * wrong. A single line can be forged: where the two kinds of evidence contradict each other, neither decides.
 */
export function createDateOrderEvidence(): DateOrderEvidence {
  const dmy = createRun("dmy");
  const mdy = createRun("mdy");
  const ymd = createRun("ymd");
  let last: WrittenDate | undefined;
  let yearFirst = true;
  let yearLast = false;
  return {
    see(date) {
      if (last && isSameDate(date, last)) return;
      last = date;
      if (date.yearPlace !== "last") ymd.see(date);
      else yearLast = true;
      if (date.yearPlace === "first") return;
      yearFirst = false;
      dmy.see(date);
      mdy.see(date);
    },
    decide(stated) {
      const found = (run: Run, because: DateOrderFinding["because"]): DateOrderFinding => ({
        order: run.order,
        because,
        runsForward: run.stepsBack === 0 && run.impossible === 0,
      });
      if (yearFirst) return found(ymd, "year-first");
      const neitherFits = dmy.stepsBack > 0 && (mdy.stepsBack > 0 || mdy.impossible > 0);
      if (!yearLast && neitherFits && ymd.impossible === 0 && ymd.stepsBack === 0) return found(ymd, "order-of-file");
      if (stated === "ymd" && !yearLast) return found(ymd, "stated");
      const otherwise = stated === "mdy" ? found(mdy, "stated") : found(dmy, stated === "dmy" ? "stated" : "assumed");
      if (dmy.impossible !== mdy.impossible) {
        const [better, worse] = dmy.impossible < mdy.impossible ? [dmy, mdy] : [mdy, dmy];
        const contradicted = worse.impossible === 1 && worse.stepsBack === 0 && better.stepsBack > 1;
        return contradicted ? otherwise : found(better, "impossible-otherwise");
      }
      const [better, worse] = dmy.stepsBack <= mdy.stepsBack ? [dmy, mdy] : [mdy, dmy];
      const clear = better.stepsBack === 0 ? worse.stepsBack > 0 : worse.stepsBack >= clearlyMoreSteps * better.stepsBack;
      return clear ? found(better, "order-of-file") : otherwise;
    },
  };
}

/** Whether two dates are written with the same numbers. */
export function isSameDate(a: WrittenDate, b: WrittenDate): boolean {
  return a === b || (a.first === b.first && a.second === b.second && a.third === b.third && a.yearPlace === b.yearPlace);
}

interface Run {
  readonly order: DateOrder;
  impossible: number;
  stepsBack: number;
  see(date: WrittenDate): void;
}

function createRun(order: DateOrder): Run {
  let before = 0;
  const run: Run = {
    order,
    impossible: 0,
    stepsBack: 0,
    see(date) {
      const { year, month, day } = partsInOrder(date, order);
      // By its parts alone: 31/02 does not exist, but its 31 is no month.
      if (month > 12 || day > 31) {
        run.impossible++;
        return;
      }
      const place = (year * 12 + month) * 31 + day;
      if (place < before) run.stepsBack++;
      before = place;
    },
  };
  return run;
}

/** What a date means under a finding. */
export interface ReadDay {
  readonly day: CivilDay;
  /** The other day that it can mean, where the order is assumed. */
  readonly other?: CivilDay;
  /** The order of the file is impossible here, so another one was read. */
  readonly strayed: boolean;
}

/** Reads a date. Undefined when it exists in no order. */
export function readDay(date: WrittenDate, { order, because }: Pick<DateOrderFinding, "order" | "because">): ReadDay | undefined {
  const day = dayInOrder(date, order);
  const otherOrder = order === "mdy" ? "dmy" : "mdy";
  if (!day) {
    const stray = dayInOrder(date, otherOrder);
    return stray && { day: stray, strayed: because !== "assumed" };
  }
  if (because !== "assumed" || date.yearPlace === "first" || date.first === date.second) return { day, strayed: false };
  const other = dayInOrder(date, otherOrder);
  return other ? { day, other, strayed: false } : { day, strayed: false };
}
