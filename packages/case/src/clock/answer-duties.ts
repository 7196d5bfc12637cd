import { type Instant, daysFromCivil, parseCivilDay } from "@unmask/core";
import type { CaseState } from "../fold/case-state.ts";
import { answersToRead, whyOpenAfterReading } from "../fold/second-reading.ts";
import { type Duty, type DutyRules, type ForceClocks, type Since, ruleOf, stateOf, upper } from "./duty.ts";
import { dayInWords, londonDay } from "./london.ts";

/** "Waits for" is an answer until its own day, and from then on it is asked again; one with which the second reader does not agree is none. */
export function orderDuty(state: CaseState, { at, from }: Since, rules: DutyRules, now: Instant): Duty {
  const { law, force, isLawTaken = false } = rules;
  const { order } = state;
  const opened = londonDay(at);
  const common = { id: "order-considered", says: "Write whether an order was considered", since: dayInWords(opened), from };
  const again = order?.answer === "waits-for" && order.again !== undefined ? parseCivilDay(order.again) : undefined;
  if (again) {
    const due = daysFromCivil(again);
    return { ...common, ...stateOf(due, undefined, now), why: `It waits for ${order?.waitsFor ?? "something"}, until ${dayInWords(due)}` };
  }
  const there = law.order?.says.replace(/\.$/, "");
  const whichOrder = isLawTaken
    ? ". Which order there is hangs on where it happened, which was not said: ask"
    : there === undefined
      ? ""
      : `. ${there}`;
  const why = `${ruleOf(force)}: ${force.orderDays} days from opening, ${dayInWords(opened)}. No national figure${whichOrder}`;
  const reading = readingOf(state, order?.number);
  const done = reading === undefined ? order?.happened : undefined;
  const says = sayAnswering(reading, {
    first: common.says,
    waits: "A second person reads that no order is pursued",
    back: "Answer anew whether an order was considered",
  });
  return { ...common, says, ...stateOf(opened + force.orderDays, done, now), why: withReading(reading, why) };
}

/** Each record that says another thing than stalking asks why, by the force’s own figure. */
export function whyDuties(state: CaseState, force: ForceClocks, now: Instant): readonly Duty[] {
  return state.elsewhere.map(({ record, as, happened, number, answer }) => {
    const day = londonDay(happened);
    const reading = readingOf(state, answer?.number);
    const of = `${record}, ${as}`;
    return {
      id: "why-not-stalking",
      says: sayAnswering(reading, {
        first: `Answer “why not stalking”: ${of}`,
        waits: `A second person reads that it is not stalking: ${of}`,
        back: `Answer “why not stalking” anew: ${of}`,
      }),
      since: dayInWords(day),
      from: number,
      ...stateOf(day + force.whyDays, reading === undefined ? answer?.happened : undefined, now),
      why: withReading(reading, `${ruleOf(force)}: ${force.whyDays} days from ${dayInWords(day)}`),
    };
  });
}

/** Why an answer that a second person reads is not done yet: nobody read it, or that person does not agree and it is due anew. */
interface Reading {
  readonly isBack: boolean;
  readonly why: string;
}

/** Undefined: there is no such answer, it needs no second person, or one agreed. */
function readingOf(state: CaseState, number: number | undefined): Reading | undefined {
  const one = answersToRead(state).find((answer) => answer.number === number);
  const why = one === undefined ? undefined : whyOpenAfterReading(one);
  return why === undefined ? undefined : { isBack: one?.read !== undefined, why };
}

function sayAnswering(
  reading: Reading | undefined,
  says: { readonly first: string; readonly waits: string; readonly back: string },
): string {
  if (reading === undefined) return says.first;
  return reading.isBack ? says.back : says.waits;
}

function withReading(reading: Reading | undefined, why: string): string {
  return reading === undefined ? why : `${upper(reading.why)}. ${why}`;
}
