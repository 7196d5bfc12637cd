import {
  type ClockRule,
  type DeskLaw,
  type Instant,
  type VictimRights,
  civilFromDays,
  civilToIso,
  daysFromCivil,
  parseCivilDay,
  workingDayAfter,
} from "@unmask/core";
import { type CaseState, type CodeEvent, emptyCase } from "../fold/case-state.ts";
import { answersToRead, whyOpenAfterReading } from "../fold/second-reading.ts";
import { asksSince, openSince } from "../risk/assessment.ts";
import { prompts } from "../risk/prompts.ts";
import type { ReportState } from "../fold/report-state.ts";
import { acknowledgedAt, lacksToAcknowledge } from "./acknowledgement.ts";
import { dateInWords, dayInWords, endOfDay, londonDay } from "./london.ts";
import { jurisdictionNames } from "./jurisdiction-names.ts";

/** What a force sets itself, where no national figure exists: data with the day it holds from. */
export interface ForceClocks {
  /** "Northshire". */
  readonly force: string;
  /** Civil day from which it holds. */
  readonly date: string;
  /** Days from the opening of a case until "was an order considered" is answered. */
  readonly orderDays: number;
  /** Days until "why not stalking" is answered, from the day on which another record joined. */
  readonly whyDays: number;
  /** Figures of its own instead of the Code's, by id of the clock: where the copy of the Code says only "days", a force may count otherwise. */
  readonly instead: Readonly<Record<string, Readonly<Record<VictimRights, number>>>>;
}

/** What a force has until it sets its own. Our own design. */
export function shippedForceClocks(force: string): ForceClocks {
  return { force, date: "2026-11-27", orderDays: 14, whyDays: 2, instead: {} };
}

/** Something that is due, was done or is late. */
export interface Duty {
  readonly id: string;
  /** "Tell the person that somebody was arrested". */
  readonly says: string;
  /** The day of what it counts from, in words. */
  readonly since: string;
  readonly state: "met" | "met-late" | "due" | "overdue" | "no-figure" | "cannot-be-worked-out" | "open";
  /** The civil day at whose end it is due. Absent where there is no figure or it cannot be worked out. */
  readonly dueBy?: string;
  /** The first instant at which it is overdue. */
  readonly overdueFrom?: Instant;
  /** Rule, section and what counts, in words: it stands beside the day. */
  readonly why: string;
  /** Number of the event that it counts from. */
  readonly from: number;
  /** The report that it is due of, where the Code counts it from that. */
  readonly report?: string;
}

/** What a duty is worked out from. */
export interface DutyRules {
  readonly law: DeskLaw;
  readonly force: ForceClocks;
  /** Nobody said where it happened: `law` is taken, and each duty that rests on it says so. Absent: it was said. */
  readonly isLawTaken?: boolean;
}

/**
 * Everything that is due of a case, the overdue first, then by day. A pure function of what happened, the rules and now: nothing fires. What the
 * Code counts from a report stays due in the case that the report belongs to.
 */
export function dutiesOf(
  { state, reports }: { readonly state: CaseState; readonly reports: readonly ReportState[] },
  rules: DutyRules,
  now: Instant,
): readonly Duty[] {
  const { opened, codeEvents } = state;
  if (opened === null) return [];
  // Where "reported" stands in the case itself, the case counts from that.
  const isCounted = codeEvents.some(({ event }) => event === "reported");
  const all = [
    ...codeEvents.flatMap((event) => codeDuties(event, { state, reports }, rules, now)),
    ...(isCounted ? [] : reports.flatMap((report) => reportedDuties(report, { state, rules, now }))),
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

/** Who wants no referral is referred nowhere; what was handed on is another force's. */
function reportedDuties(
  report: ReportState,
  { state, rules, now }: { readonly state: CaseState; readonly rules: DutyRules; readonly now: Instant },
): readonly Duty[] {
  const { came, referral, referred, sentTo, log } = report;
  const { law } = rules;
  const first = log[0];
  if (came === null || first === undefined || sentTo !== null) return [];
  const { number, by } = first;
  return law.clocks
    .filter(({ id, from }) => from.includes("reported") && !(id === "refer" && referral === "no"))
    .map((rule) => {
      const done = rule.id === "refer" ? referred?.happened : rule.id === "acknowledge" ? acknowledgedAt(state, report) : undefined;
      const told = done !== undefined && done >= came ? { told: done } : {};
      const event: CodeEvent = { event: "reported", number, happened: came, by, ...told };
      const duty = codeDuty(inForce(rule, rules), event, { ...state.status, freeDays: law.freeDays }, now);
      return { ...withWhatDoesIt(duty, state), says: `${duty.says} (${report.report})`, report: report.report };
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

/** Telling the person of it refers them to nobody: that is done where somebody wrote of it, in a report of the case. */
function codeDuties(
  event: CodeEvent,
  { state, reports }: { readonly state: CaseState; readonly reports: readonly ReportState[] },
  rules: DutyRules,
  now: Instant,
): readonly Duty[] {
  const { law } = rules;
  const { told: _, ...untold } = event;
  const [first] = reports.flatMap(({ referred }) => referred?.happened ?? []).sort((one, other) => one - other);
  const ofReferral: CodeEvent = first === undefined ? untold : { ...untold, told: first };
  const written = event.told ?? [undefined, ...reports].flatMap((one) => acknowledgedAt(state, one) ?? [])[0];
  const ofText: CodeEvent = written === undefined ? untold : { ...untold, told: written };
  const byId = new Map([
    ["refer", ofReferral],
    ["acknowledge", ofText],
  ]);
  return law.clocks
    .filter(({ from }) => from.includes(event.event))
    .map((rule) => {
      const by = { ...state.status, freeDays: law.freeDays };
      return withWhatDoesIt(codeDuty(inForce(rule, rules), byId.get(rule.id) ?? event, by, now), state);
    });
}

/** The force's own figure where it has one, and whose it is; where nobody said of which place, that the law was taken. */
function inForce(rule: ClockRule, { law, force, isLawTaken = false }: DutyRules): ClockRule {
  const own = force.instead[rule.id];
  const taken = isLawTaken ? ` (taken for ${jurisdictionNames[law.code]}: where it happened was not said, ask)` : "";
  const section = `${rule.section}${taken}${own === undefined ? "" : `, by ${ruleOf(force)}`}`;
  return { ...rule, section, workingDays: own ?? rule.workingDays };
}

/** Which rights, whether somebody decided so, and the table of free days. */
type CountBy = CaseState["status"] & Pick<DeskLaw, "freeDays">;

function codeDuty(rule: ClockRule, event: CodeEvent, by: CountBy, now: Instant): Duty {
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

function stateOf(due: number, done: Instant | undefined, now: Instant): Pick<Duty, "state" | "dueBy" | "overdueFrom"> {
  const overdueFrom = endOfDay(due);
  const dueBy = civilToIso(civilFromDays(due));
  if (done !== undefined) return { state: done < overdueFrom ? "met" : "met-late", dueBy, overdueFrom };
  return { state: now < overdueFrom ? "due" : "overdue", dueBy, overdueFrom };
}

/** A day from which something counts, with the number of its event. */
interface Since {
  readonly at: Instant;
  readonly from: number;
}

/** "Waits for" is an answer until its own day, and from then on it is asked again; one with which the second reader does not agree is none. */
function orderDuty(state: CaseState, { at, from }: Since, rules: DutyRules, now: Instant): Duty {
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

function whyDuties(state: CaseState, force: ForceClocks, now: Instant): readonly Duty[] {
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

function ruleOf({ force, date }: ForceClocks): string {
  const day = parseCivilDay(date);
  return `${force}’s own rule of ${day === undefined ? date : dateInWords(daysFromCivil(day))}`;
}

function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
