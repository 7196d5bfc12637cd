import type { Instant } from "@unmask/core";
import { type CaseState, emptyCase } from "../fold/case-state.ts";
import type { ReportState } from "../fold/report-state.ts";
import { asksSince, openSince } from "../risk/assessment.ts";
import { prompts } from "../risk/prompts.ts";
import { orderDuty, whyDuties } from "./answer-duties.ts";
import { codeDuties, reportedDuties } from "./code-duties.ts";
import type { Duty, DutyRules, Since } from "./duty.ts";
import { jurisdictionNames } from "./jurisdiction-names.ts";
import { dayInWords, londonDay } from "./london.ts";
import { referralDuties } from "./referral-clock.ts";

/** A case with its reports, and with those that are read as one with them and stand in no case. */
interface OfCase {
  readonly state: CaseState;
  readonly reports: readonly ReportState[];
  readonly joined?: readonly ReportState[];
}

/**
 * Everything that is due of a case, the overdue first, then by day. A pure function of what happened, the rules and now: nothing fires. What the
 * Code counts from a report stays due in the case that the report belongs to, or whose report it is read as one with (`joined`): who wrote that is
 * another person, and what was written to the mailbox of the case's report did not reach them.
 */
export function dutiesOf({ state, reports, joined = [] }: OfCase, rules: DutyRules, now: Instant): readonly Duty[] {
  const { opened, codeEvents } = state;
  if (opened === null) return [];
  // Where "reported" stands in the case itself, the case counts from that.
  const isCounted = codeEvents.some(({ event }) => event === "reported");
  const all = [
    ...codeEvents.flatMap((event) => codeDuties(event, { state, reports, joined }, rules, now)),
    ...(isCounted ? [] : reports.flatMap((report) => reportedDuties(report, { state, rules, now }))),
    ...joined.flatMap((report) => reportedDuties(report, { state: { ...state, thread: [] }, rules, now })),
    ...referralDuties(state, rules, now),
    ...unknownClocks(rules, { at: opened.happened, from: opened.number }),
    orderDuty(state, { at: opened.happened, from: opened.number }, rules, now),
    ...whyDuties(state, rules.force, now),
    ...riskDuty(state, reports),
  ];
  return all.sort((one, other) => places[one.state] - places[other.state] || compareDays(one.dueBy, other.dueBy) || one.from - other.from);
}

/**
 * What is due of a report that stands in no case: what the Code counts from the report itself. What the machine answered by itself is no
 * acknowledgement: it has no crime reference and names nobody. In a case the case says what is due.
 */
export function dutiesOfReport(report: ReportState, { rules, now }: { readonly rules: DutyRules; readonly now: Instant }): readonly Duty[] {
  if (report.case !== null) return [];
  const [first] = report.log;
  const unknown = first === undefined || report.came === null ? [] : unknownClocks(rules, { at: report.came, from: first.number });
  return [...reportedDuties(report, { state: emptyCase(""), rules, now }), ...unknown];
}

/** Where no clock stands in the table, that nothing is due would be read as nothing has to be told: it is said that nobody counts here. */
function unknownClocks({ law }: DutyRules, { at, from }: Since): readonly Duty[] {
  if (law.clocks.length > 0) return [];
  const place = jurisdictionNames[law.code];
  return [
    {
      id: "clocks-not-known",
      says: "Tell the person in time, by the rules that hold there",
      since: dayInWords(londonDay(at)),
      from,
      state: "no-figure",
      why: `The Victims’ Code is of England and Wales, and no clock of ${place} stands in the table here: ask, and count by hand`,
    },
  ];
}

const places: Readonly<Record<Duty["state"], number>> = {
  overdue: 0,
  "cannot-be-worked-out": 1,
  open: 2,
  due: 2,
  "no-figure": 3,
  "met-late": 4,
  met: 5,
};

function compareDays(one = "9999", other = "9999"): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Prompts are asked again at each new event, with no figure: it stands open from the first minute. */
function riskDuty(state: CaseState, reports: readonly ReportState[]): readonly Duty[] {
  const since = asksSince(state, reports);
  if (!since) return [];
  const left = openSince(state, reports);
  return [
    {
      id: "risk-prompts",
      says: "Ask the risk prompts again",
      since: dayInWords(londonDay(since.happened)),
      from: since.number,
      state: "open",
      why: `${left} of ${prompts.length} not answered since. At every new event, and at arrest, bail, court and order`,
    },
  ];
}
