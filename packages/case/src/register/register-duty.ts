import { type Instant, type RegisterLaw, type RegisterRuleId, civilFromDays, civilToIso } from "@unmask/core";
import { dayInWords, endOfDay } from "../clock/london.ts";
import type { Outcome } from "./outcome.ts";

/** Something that somebody subject to an order must tell the police. */
export interface RegisterDuty {
  readonly rule: RegisterRuleId;
  /** "s9(1)" */
  readonly section: string;
  /** What it runs from, with its day: "served 2026-11-27". */
  readonly trigger: string;
  /** Civil day of London at whose end it is due; null where there is no clock. An undecided duty has the clock it would have. */
  readonly due: string | null;
  /** First instant after that day. */
  readonly overdueFrom: Instant | null;
  readonly state: "not-served" | "due" | "met" | "met-late" | "overdue" | "suspended" | "not-required" | "ended" | "undecided";
  /** Civil day of London of the notice that met it. */
  readonly metOn?: string;
  /** Of what is overdue, a notice after the period of which only an officer can say whether it counts: its civil day of London, and why. */
  readonly late?: { readonly on: string; readonly why: string };
  /** The notices on which an officer decides, with the civil day of London of each: what is settled is settled of these. */
  readonly doubted?: readonly { readonly line: string; readonly on: string }[];
  /** What counts, with its section, in words. */
  readonly why: string;
}

/** What a duty is about before it is known how it stands. */
export interface About {
  readonly law: RegisterLaw;
  readonly rule: RegisterRuleId;
  /** "served", "interim served", "in force" */
  readonly from: string;
  /** Day of it; undefined: it has not come. */
  readonly start: number | undefined;
}

/** Last day of a period, its first being day 1. Nothing is added for a weekend or a holiday. */
export function lastDayOf(start: number, { days }: RegisterLaw): number {
  return start + days - 1;
}

/** A duty of which the clock is known. */
export function clockedDuty(
  about: About & { readonly start: number },
  { state, metOn, late, doubted = [], why = "" }: Outcome,
): RegisterDuty {
  const { law, start, from } = about;
  const last = lastDayOf(start, law);
  const counts = `${law.days} days beginning with ${dayInWords(start)} (${from}), whatever the hour`;
  // What was cut by another register is said by whoever knows that register.
  const label = state === "overdue" ? failingInWords(law) : "";
  const whys = [counts, why, label].filter((one) => one !== "");
  return {
    ...baseOf(about),
    due: civilToIso(civilFromDays(last)),
    overdueFrom: endOfDay(last),
    state: state === "cut" ? "suspended" : state,
    ...(metOn === undefined ? {} : { metOn: civilToIso(civilFromDays(metOn)) }),
    ...(late !== undefined && state === "overdue" && { late: { on: civilToIso(civilFromDays(late.day)), why: late.why } }),
    ...(doubted.length > 0 &&
      (state === "undecided" || state === "overdue") && {
        doubted: doubted.map(({ line, day }) => ({ line, on: civilToIso(civilFromDays(day)) })),
      }),
    why: whys.join("; "),
  };
}

/** A duty that has no clock. */
export function dutyWithoutClock(about: About, state: RegisterDuty["state"], why: string): RegisterDuty {
  return { ...baseOf(about), due: null, overdueFrom: null, state, why };
}

function baseOf({ law, rule, from, start }: About): Pick<RegisterDuty, "rule" | "section" | "trigger"> {
  const trigger = start === undefined ? `not ${from}` : `${from} ${civilToIso(civilFromDays(start))}`;
  return { rule, section: law.rules[rule]?.section ?? "not known", trigger };
}

/** Why it stands as it does, once somebody assessed the excuse: without that nobody did. */
export function whyAssessed({ why }: Pick<RegisterDuty, "why">, law: RegisterLaw): string {
  return why.replace(`; ${failingInWords(law)}`, "");
}

function failingInWords({ rules }: RegisterLaw): string {
  const { failing } = rules;
  return failing
    ? `possible ${failing.section} offence, reasonable excuse not assessed`
    : "what follows is not known here: ask your solicitor";
}
