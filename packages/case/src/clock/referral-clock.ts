import { type Instant, sectionWithMark, workingDayAfter } from "@unmask/core";
import type { CaseState } from "../fold/case-state.ts";
import { type Referral, answerOf, consentOf } from "../fold/referrals.ts";
import { type Duty, type DutyRules, ruleOf, stateOf } from "./duty.ts";
import { dayInWords, londonDay } from "./london.ts";

/** How long a service has to be in touch: the duty, and the working days that are counted, in words, day 1 first. */
export interface ContactClock {
  readonly duty: Duty;
  /** Empty where they cannot be worked out. */
  readonly days: readonly string[];
}

/**
 * The Code’s time within which a service is in touch, for one referral. It is counted from the day of the first consent: the Code counts from the report, and
 * what the person had not agreed to by then nobody could do. Undefined where the law has no such clock, or nobody waits any more: the consent was taken back,
 * or the service declined, before anybody reached her.
 */
export function contactClock(
  referral: Referral,
  { status }: Pick<CaseState, "status">,
  { law, force }: DutyRules,
  now: Instant,
): ContactClock | undefined {
  const rule = law.clocks.find(({ id }) => id === "refer");
  const [first] = referral.consents;
  if (rule === undefined || first === undefined) return undefined;
  const [reached] = referral.contacts.map(({ happened }) => happened).toSorted((one, other) => one - other);
  if (reached === undefined && (consentOf(referral) === undefined || answerOf(referral)?.answer === "declined")) return undefined;
  const own = force.instead[rule.id];
  const read = sectionWithMark(rule) ?? rule.section;
  const section = own === undefined ? read : `${read}, by ${ruleOf(force)}`;
  const day = londonDay(first.happened);
  const common = {
    id: "referral-contact",
    says: `See that ${referral.name} is in touch (${referral.referral})`,
    since: dayInWords(day),
    from: first.number,
    ...(referral.of !== undefined && { report: referral.of }),
  };
  const figure = (own ?? rule.workingDays)?.[status.status];
  if (figure === undefined)
    return { duty: { ...common, state: reached === undefined ? "no-figure" : "met", why: `${section}: ${rule.says}` }, days: [] };
  const why = `${section}: ${figure} working day${figure === 1 ? "" : "s"}, counted from the day of consent; the day after is day 1. ${rule.says}`;
  const days = workingDays(day, figure, { law });
  const due = days.at(-1);
  if (due === undefined) {
    const unclear: Duty["state"] = reached === undefined ? "cannot-be-worked-out" : "met";
    const beyond = `${why} The table of holidays does not reach so far: load the year, or count by hand`;
    return { duty: { ...common, state: unclear, why: beyond }, days: [] };
  }
  return { duty: { ...common, ...stateOf(due, reached, now), why }, days: days.map(dayInWords) };
}

/** Day 1 to the last; empty where one of them is not in the table. */
function workingDays(day: number, figure: number, { law: { freeDays } }: Pick<DutyRules, "law">): readonly number[] {
  if (freeDays === null) return [];
  const days = Array.from({ length: figure }, (_, i) => workingDayAfter(day, i + 1, freeDays));
  return days.includes(undefined) ? [] : days.filter((one) => one !== undefined);
}

/** What is due of every referral of a case. */
export function referralDuties(state: CaseState, rules: DutyRules, now: Instant): readonly Duty[] {
  return state.referrals.flatMap((one) => contactClock(one, state, rules, now)?.duty ?? []);
}

/** When something first went for the person of a report, by a referral of the case: that refers them. */
export function firstSentFor(report: string, { referrals, reports }: Pick<CaseState, "referrals" | "reports">): Instant | undefined {
  const theirs = referrals.filter(({ of }) => of === report || (of === undefined && reports.length === 1 && reports[0] === report));
  return theirs.flatMap(({ bags }) => bags.map(({ happened }) => happened)).toSorted((one, other) => one - other)[0];
}
