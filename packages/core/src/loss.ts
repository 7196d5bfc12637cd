import type { KeptFor, LostEvidence } from "./cover.ts";
import { type CivilDay, civilFromDays, daysFromCivil, daysInMonth } from "./instant.ts";

/** When a piece of evidence is lost, and whose word that is; or that nobody said. */
export type DateOfLoss =
  | {
      readonly evidence: LostEvidence;
      /** On this day the first of it is lost: it is asked for before. */
      readonly goes: CivilDay;
      /** On this day the last of it is lost; "daily": one more day of it each day. */
      readonly all: CivilDay | "daily";
      /** Days from the day of the report to `goes`; 0 on the day itself, negative when it is past. */
      readonly daysLeft: number;
      readonly kept: KeptFor;
    }
  | {
      readonly evidence: LostEvidence;
      readonly goes: "not known";
      /** What nobody said: how long it is kept, or from which day that is counted. */
      readonly because: "period" | "day";
    };

/**
 * The dates on which evidence is lost, nearest first, then what is not known, then what is past (docs/formats/cover.md, "Dates of loss"). Counted only from what
 * she or a force states: no period is built in.
 */
export function datesOfLoss(lost: readonly LostEvidence[], today: CivilDay): readonly DateOfLoss[] {
  const dates = lost.map((evidence) => dateOfLoss(evidence, today));
  const rank = (date: DateOfLoss): number => (date.goes === "not known" ? 1 : date.daysLeft < 0 ? 2 : 0);
  const left = (date: DateOfLoss): number => (date.goes === "not known" ? 0 : date.daysLeft);
  return dates.sort((a, b) => rank(a) - rank(b) || left(a) - left(b));
}

function dateOfLoss(evidence: LostEvidence, today: CivilDay): DateOfLoss {
  const { first, last, kept } = evidence;
  if (kept === undefined || kept === "not known") return { evidence, goes: "not known", because: "period" };
  const found = (goes: CivilDay, all: CivilDay | "daily"): DateOfLoss => ({
    evidence,
    goes,
    all,
    daysLeft: daysFromCivil(goes) - daysFromCivil(today),
    kept,
  });
  if ("until" in kept) return found(kept.until, kept.until);
  if (first === undefined || first === "not known") return { evidence, goes: "not known", because: "day" };
  return found(addPeriod(first, kept), last === "goes on" ? "daily" : addPeriod(last ?? first, kept));
}

/** Where the month is shorter, its last day: the nearer date is the one to act on. */
function addPeriod(day: CivilDay, kept: Exclude<KeptFor, { readonly until: CivilDay }>): CivilDay {
  if ("days" in kept) return civilFromDays(daysFromCivil(day) + kept.days);
  const months = day.year * 12 + day.month - 1 + kept.months;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  return { year, month, day: Math.min(day.day, daysInMonth(year, month)) };
}
