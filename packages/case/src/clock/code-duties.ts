import { type ClockRule, type DeskLaw, type Instant, markInWords, sectionWithMark, workingDayAfter } from "@unmask/core";
import type { CaseState, CodeEvent } from "../fold/case-state.ts";
import type { ReportState } from "../fold/report-state.ts";
import { acknowledgedAt, lacksToAcknowledge } from "./acknowledgement.ts";
import { type Duty, type DutyRules, ruleOf, stateOf, upper } from "./duty.ts";
import { jurisdictionNames } from "./jurisdiction-names.ts";
import { dayInWords, londonDay } from "./london.ts";
import { firstSentFor } from "./referral-clock.ts";
import { type ToldPeople, toldEach } from "./told-each.ts";

/** What a clock counts from, and when it was done. */
type Counted = Omit<CodeEvent, "tellings"> & { readonly told?: Instant };

/** What the Code counts from a report that came. Who wants no referral is referred nowhere; what was handed on is another force's. */
export function reportedDuties(
  report: ReportState,
  { state, rules, now }: { readonly state: CaseState; readonly rules: DutyRules; readonly now: Instant },
): readonly Duty[] {
  const { came, referral, referred, sentTo, log } = report;
  const { law } = rules;
  const first = log[0];
  if (came === null || first === undefined || sentTo !== null) return [];
  const { number, by } = first;
  return law.clocks
    .filter((rule) => isOf("reported", rule) && !(rule.id === "refer" && referral === "no"))
    .map((rule) => {
      const done =
        rule.id === "refer"
          ? (referred?.happened ?? firstSentFor(report.report, state))
          : rule.id === "acknowledge"
            ? acknowledgedAt(state, report)
            : undefined;
      const told = done !== undefined && done >= came ? { told: done } : {};
      const event: Counted = { event: "reported", number, happened: came, by, ...told };
      const duty = codeDuty(inForce(rule, rules), event, { ...state.status, freeDays: law.freeDays }, now);
      return { ...withWhatDoesIt(duty, state), says: `${duty.says} (${report.report})`, report: report.report };
    });
}

/**
 * What the Code counts from something that took place, as an arrest. Telling the person of it refers them to nobody: that is done where somebody wrote of it, in a report of the case.
 */
export function codeDuties(
  event: CodeEvent,
  of: ToldPeople & { readonly state: CaseState },
  rules: DutyRules,
  now: Instant,
): readonly Duty[] {
  const { law } = rules;
  const { state, reports } = of;
  const { tellings: _, ...untold } = event;
  const { told, untold: people } = toldEach(event, of);
  const ofTelling: Counted = told === undefined ? untold : { ...untold, told };
  const [first] = reports
    .flatMap(({ referred, report }) => referred?.happened ?? firstSentFor(report, state) ?? [])
    .sort((one, other) => one - other);
  const ofReferral: Counted = first === undefined ? untold : { ...untold, told: first };
  const written = told ?? [undefined, ...reports].flatMap((one) => acknowledgedAt(state, one) ?? [])[0];
  const ofText: Counted = written === undefined ? untold : { ...untold, told: written };
  const byId = new Map([
    ["refer", ofReferral],
    ["acknowledge", ofText],
  ]);
  return law.clocks
    .filter((rule) => isOf(event.event, rule))
    .map((rule) => {
      const by = { ...state.status, freeDays: law.freeDays };
      const other = byId.get(rule.id);
      const duty = codeDuty(inForce(rule, rules), other ?? ofTelling, by, now);
      const left = other === undefined && people.length > 0 ? `; not told yet: the person of ${people.join(", ")}` : "";
      return withWhatDoesIt({ ...duty, why: `${duty.why}${left}` }, state);
    });
}

/** Which text does it stands beside an acknowledgement that is due. */
function withWhatDoesIt(duty: Duty, state: CaseState): Duty {
  if (duty.id !== "acknowledge" || duty.state === "met" || duty.state === "met-late") return duty;
  const newest = state.thread.findLast(({ from, asks }) => from === "force" && !asks);
  const names = lacksToAcknowledge("", state).join("; ");
  const left = newest === undefined ? [] : lacksToAcknowledge(newest.says, state);
  const lacks = left.length === 0 ? "" : `. What was written last lacks ${left.join("; ")}`;
  return { ...duty, why: `${duty.why} A text to the person does it that names ${names}${lacks}` };
}

/** Whether a clock that may be told runs from an event. */
function isOf(event: CodeEvent["event"], rule: ClockRule): boolean {
  return rule.from.includes(event) && markInWords(rule) !== undefined;
}

/** The force's own figure where it has one, and whose it is; where nobody said of which place, that the law was taken. */
function inForce(rule: ClockRule, { law, force, isLawTaken = false }: DutyRules): ClockRule {
  const own = force.instead[rule.id];
  const taken = isLawTaken ? ` (taken for ${jurisdictionNames[law.code]}: where it happened was not said, ask)` : "";
  const section = `${sectionWithMark(rule) ?? rule.section}${taken}${own === undefined ? "" : `, by ${ruleOf(force)}`}`;
  return { ...rule, section, workingDays: own ?? rule.workingDays };
}

/** Which rights, whether somebody decided so, and the table of free days. */
type CountBy = CaseState["status"] & Pick<DeskLaw, "freeDays">;

function codeDuty(rule: ClockRule, event: Counted, by: CountBy, now: Instant): Duty {
  const { status, reason, freeDays } = by;
  const day = londonDay(event.happened);
  const common = { id: rule.id, says: upper(rule.duty), since: dayInWords(day), from: event.number };
  if (rule.workingDays === null) {
    return { ...common, state: event.told === undefined ? "no-figure" : "met", why: `${rule.section}: ${rule.says}` };
  }
  const count = rule.workingDays[status];
  const due = freeDays === null ? undefined : workingDayAfter(day, count, freeDays);
  const chosen = reason === null ? "enhanced by default" : `${status}, decided`;
  const days = `${count} working day${count === 1 ? "" : "s"}`;
  const why = `${rule.section}: ${days}, ${chosen}; the day after is day 1`;
  if (due === undefined) {
    const unclear: Duty["state"] = event.told === undefined ? "cannot-be-worked-out" : "met";
    return { ...common, state: unclear, why: `${why}; the table of holidays does not reach so far: load the year, or count by hand` };
  }
  return { ...common, ...stateOf(due, event.told, now), why: `${why}${otherRights(rule, day, by)}` };
}

/** "standard would be Tue 29 Dec 2026": what the other rights would give stands beside it. */
function otherRights({ workingDays }: ClockRule, day: number, { status, freeDays }: CountBy): string {
  const other = status === "enhanced" ? "standard" : "enhanced";
  if (workingDays === null || freeDays === null || workingDays[other] === workingDays[status]) return "";
  const due = workingDayAfter(day, workingDays[other], freeDays);
  return due === undefined ? "" : `; ${other} would be ${dayInWords(due)}`;
}
