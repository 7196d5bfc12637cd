import {
  type CodeTable,
  type Duty,
  type KnownCourse,
  type ReportState,
  type RiskRule,
  answersFirst,
  assessmentOf,
  callCase,
  closingChecks,
  desk,
  dutiesOf,
  endedRolesOf,
  isStalkingId,
  linesLostFirst,
  opensAgain,
  peopleOf,
  personsIn,
  placesTold,
  recordingOf,
  reporterOf,
  stillDue,
  rowsFor,
  testsOfLaw,
  toldEach,
} from "@unmask/case";
import type { Instant } from "@unmask/core";
import { jurisdictionOf } from "@unmask/law";
import type { OpenedShown } from "../orders/opened-shown.ts";
import type { ToLookAt } from "../orders/proposed-shown.ts";
import type { LookBefore } from "../sql/case/link-pairs.ts";
import { type PutDown, attemptsIn, breachesIn, threadOf, unansweredShown } from "./case-contact.ts";
import { dayOnTheWall } from "./clock-words.ts";
import { toldDangers } from "./danger-told.ts";
import { sayDid } from "./event-words.ts";
import type { FoundCase } from "./find-case.ts";
import type { FoundReport } from "./find-report.ts";
import { notedOf, withdrawnIn } from "./noted.ts";
import type { Parting } from "./parted.ts";
import { promptShown } from "./prompts-shown.ts";
import { reachedPersons } from "./reached-persons.ts";
import { decisionsOf } from "./report-done.ts";
import { accountOf, joinedAccount } from "./report-words.ts";
import { labelled, lostFacts, saidFacts } from "./said-words.ts";
import { theirLetters } from "./their-letters.ts";

/** A case as its page shows it, in the order of duty: danger, overdue, due, new since this officer looked, then the story. */

/** Lines of what is new on one page; the rest is counted. */
const mostNew = 50;

/** Rows of the force's table that one search shows; of more, how many. */
const mostRows = 40;

/** What the page is made of. */
export interface CasePageParts {
  readonly found: FoundCase;
  /** What is not read as one with its reports any more. */
  readonly parted: readonly Parting[];
  readonly now: Instant;
  /** What this officer looked at before. */
  readonly look: LookBefore;
  readonly nameOf: (officer: string) => string;
  /** What was put down for the mailboxes of its reports. */
  readonly putDown: readonly PutDown[];
  /** What may be decided of a report, and which officer looks. */
  readonly risk: RiskRule;
  readonly officer: string;
  /** Acts that lie in the time of its orders. */
  readonly proposed: readonly ToLookAt[];
  /** Possible breaches and missed duties under its orders that nobody has decided. */
  readonly opened: readonly OpenedShown[];
}

/** The whole page. */
export function casePage({ found, parted, now, look, nameOf, putDown, risk, officer, proposed, opened }: CasePageParts): object {
  const { state, reports, joined, joinedTo, rules } = found;
  const duties = dutiesOf(found, rules, now);
  const all = [state, ...reports, ...joined];
  return {
    case: state.case,
    called: callCase(state, reports),
    opened: state.opened,
    closed: state.closed,
    saw: state.number,
    first: {
      ...dangersOf(found, nameOf),
      unanswered: unansweredShown(found),
      breaches: all.flatMap(({ breaches }) => breaches),
      proposed,
      opened,
      overdue: duties.filter(({ state: of }) => isLate(of)),
      due: duties.filter(({ state: of }) => of === "due" || of === "open" || of === "no-figure"),
      done: duties.filter(({ state: of }) => of === "met" || of === "met-late").length,
      new: newSince(found, { look, nameOf, parted }),
    },
    summary: summaryOf(reports),
    reports: reports.map((one) => reportLine({ state: one, events: found.eventsOf.get(one.report) ?? [] }, joinedTo.get(one.report) ?? [])),
    reached: reachedInCase([...reports, ...joined], nameOf),
    lost: lostFacts([...reports, ...joined], dayOnTheWall(now)),
    people: peopleOf(personsIn(state, [...reports, ...joined])),
    mailboxes: mailboxesOf(found),
    rolesEnded: endedRolesOf(state),
    // Three lists, so that none is read as another.
    facts: state.statements.filter(({ of }) => of === "fact"),
    accounts: state.statements.filter(({ of }) => of === "account"),
    inferences: state.statements.filter(({ of }) => of === "inference"),
    enquiries: linesLostFirst(state.enquiries, now),
    noted: {
      ...notedOf(state, nameOf),
      attempts: attemptsOf(found, nameOf),
      breaches: breachesIn(all, nameOf).map(({ of, ...one }) => ({ ...one, ...(of !== state.case && { of }) })),
      withdrawn: withdrawnIn(all, nameOf),
    },
    records: state.records,
    decisions: {
      written: state.decisions,
      order: state.order,
      ordersBefore: state.ordersBefore,
      elsewhere: state.elsewhere,
      readings: state.readings,
      ofReports: decidedOf(reports, { risk, nameOf, officer }),
    },
    recording: state.offence === null ? null : { ...recordingOf(state.offence), offence: state.offence },
    codeEvents: state.codeEvents.map((one) => {
      const { tellings: _, ...event } = one;
      const { told } = toldEach(one, found);
      return { ...event, ...(told !== undefined && { told }) };
    }),
    status: state.status,
    updates: threadOf(found, putDown),
    links: [state, ...reports].flatMap(({ links }) => links),
    handovers: state.handovers,
    risk: riskOf(found, risk),
    closing: {
      proposal: state.proposal,
      checks: closingChecks(state, reports, stillDue(duties), joined),
      opensAgain,
      letters: theirLetters(found),
    },
    officers: officersIn(found, nameOf),
  };
}

/** Each person of the case with the way of that report; and, where it was a call, what was answered on it: whoever goes there or rings acts by both. */
function reachedInCase(states: readonly ReportState[], nameOf: (officer: string) => string): readonly object[] {
  const persons = reachedPersons(states, nameOf);
  return persons.map((person) => {
    const answers = states.filter(({ report }) => report === person.report).flatMap(answersFirst);
    return { ...person, reach: [...person.reach, ...answers.map(({ short, says }) => ({ label: short, strong: says }))] };
  });
}

/** Whose each attempt of the case was is told where that can be asked: where one person is all there is, nobody else is meant. */
function attemptsOf({ state, reports, joined }: FoundCase, nameOf: (officer: string) => string): readonly object[] {
  const all = attemptsIn([state, ...reports, ...joined], nameOf);
  return reports.length + joined.length > 1 ? all : all.map(({ reports: _, ...one }) => one);
}

/**
 * To whom an update can go, each report having a mailbox of its own: whose it is, and the number that whoever writes has seen. One that is read as
 * one with a report of the case is written to in its own stream.
 */
function mailboxesOf({ state, reports, joined }: FoundCase): readonly object[] {
  const of = (one: ReportState, saw: number, isInCase: boolean) => ({
    report: one.report,
    says: `${reporterOf(one)}${one.handedOn === null ? "" : `, by way of ${one.handedOn.name}`}`,
    saw,
    isInCase,
  });
  const all = [
    ...reports.map((one) => ({ one, says: of(one, state.number, true) })),
    ...joined.map((one) => ({ one, says: of(one, one.number, false) })),
  ];
  // What was told by voice came without a mailbox: it stands only where there is no other, so that the page can say so.
  const byLetter = all.filter(({ one }) => one.door === "letter");
  return (byLetter.length === 0 ? all : byLetter).map(({ says }) => says);
}

/** The risk prompts with their newest answers, and what the case and its reports hold for each. There is no number in it. */
function riskOf({ state, reports, joined }: Pick<FoundCase, "state" | "reports" | "joined">, rule: RiskRule): object {
  const { rows, proposal, askAgain } = assessmentOf(state, rule, reports);
  const holders = [{ questions: [], packs: [], covers: [], breaches: state.breaches }, ...reports, ...joined];
  return {
    rule: proposal.rule,
    askAgain,
    prompts: rows.map((row) => ({ ...promptShown(row, holders), isOld: row.isOld })),
  };
}

/** What is late, or cannot be worked out and so may be. */
export function isLate(state: Duty["state"]): boolean {
  return state === "overdue" || state === "cannot-be-worked-out";
}

/** Every danger that stands, and every one that is over, in the case, in a report of it or in one that is read as one with it; and the places that were told. */
export function dangersOf(
  { state, reports, joined }: Pick<FoundCase, "state" | "reports" | "joined">,
  nameOf: (officer: string) => string,
) {
  const all = [...reports, ...joined];
  const { standing, over } = toldDangers([state, ...all], nameOf);
  // A danger of one is nobody else's: whose it is stands with it.
  const withName = (one: (typeof standing)[number]) => {
    const saidIn = all.find(({ report }) => report === one.of);
    return { ...one, ...(saidIn !== undefined && { name: reporterOf(saidIn) }) };
  };
  return { danger: standing.map(withName), dangerOver: over.map(withName), places: placesTold(all) };
}

/** What came since, in the case, its reports and what is read as one with them, and what left it so, the newest first; before the first look everything is new. */
function newSince(
  { state, reports, joined }: FoundCase,
  { look, nameOf, parted }: Pick<CasePageParts, "look" | "nameOf" | "parted">,
): object {
  const { since } = look;
  const all = [{ of: state.case, in: state }, ...[...reports, ...joined].map((one) => ({ of: one.report, in: one }))].flatMap(
    ({ of, in: each }) => each.log.map((event) => ({ of, says: saidIn(each, event), ...event })),
  );
  const lines = [...all, ...parted]
    .filter(({ recorded }) => since === null || recorded > since)
    .sort((one, other) => other.recorded - one.recorded || other.number - one.number)
    .map(({ of, says, by, kind, number, happened, recorded }) => ({
      of,
      number,
      kind,
      says,
      by: by === desk ? null : nameOf(by),
      happened,
      recorded,
    }));
  return { ...look, total: lines.length, lines: lines.slice(0, mostNew) };
}

/** What somebody did; of a second reading what came of it, since one that came back must be answered. */
function saidIn({ readings }: Pick<FoundCase["state"], "readings">, { kind, number }: FoundCase["state"]["log"][number]): string {
  const reading = kind === "decision-read" ? readings.find((one) => one.number === number) : undefined;
  return reading === undefined ? sayDid(kind) : `${sayDid(kind)}, and ${reading.agrees ? "agrees" : "does not agree"}`;
}

/** Counts of all reports, as their packs were counted when they were opened. */
export function summaryOf(reports: readonly ReportState[]): Readonly<Record<"acts" | "own" | "night" | "weeks" | "reports", number>> {
  const acts = reports.flatMap(({ packs }) => packs.flatMap((pack) => pack.acts ?? []));
  const weeks = acts.flatMap((one) => one.weeks);
  return {
    // What she wrote herself is in no count of what came to her: it is told beside it.
    acts: acts.reduce((all, { total, hers = 0 }) => all + total - hers, 0),
    own: acts.reduce((all, { hers = 0 }) => all + hers, 0),
    night: weeks.reduce((all, { night }) => all + night, 0),
    weeks: new Set(weeks.map(({ week }) => week)).size,
    reports: reports.length,
  };
}

/**
 * A report with what was said in it: the account whole, and what was answered for a first page; behind it what was said in those that are read as one
 * with it, under their own references.
 */
function reportLine({ state, events }: FoundReport, joined: readonly FoundReport[]): object {
  const { report, number, came, who, packs, packsAnnounced } = state;
  return {
    report,
    saw: number,
    came,
    who,
    account: [accountOf(events), ...joined.map(joinedAccount)].filter((one) => one !== "").join("\n\n"),
    said: [...saidFacts(state), ...joined.flatMap((one) => labelled(one.state.report, saidFacts(one.state)))],
    packs: packs.map(({ pack, sha256, fate, reason, overall, verdicts, acts, findings, readAgain }) => ({
      pack,
      sha256,
      fate,
      reason,
      overall,
      verdicts,
      acts,
      findings,
      readAgain,
    })),
    packsAnnounced,
  };
}

/** What was decided of each report, also before it stood in a case: it is the case's decision too. */
function decidedOf(
  reports: readonly ReportState[],
  { risk, nameOf, officer }: Pick<CasePageParts, "risk" | "nameOf" | "officer">,
): readonly object[] {
  return reports.flatMap((one) => {
    const decisions = decisionsOf(one, risk, nameOf, officer);
    return decisions.length === 0 ? [] : [{ report: one.report, decisions }];
  });
}

function officersIn({ state, reports, joined }: FoundCase, nameOf: (officer: string) => string): Readonly<Record<string, string>> {
  const ids = new Set([state, ...reports, ...joined].flatMap(({ log }) => log.map(({ by }) => by)));
  return Object.fromEntries([...ids].filter((id) => id !== "desk").map((id) => [id, nameOf(id)]));
}

/** What helps to record: the tests of law first, the rows of the force's table in which the words of a search stand, and how it stands now. */
export function recordingHelp({
  found,
  course,
  table,
  words,
}: {
  readonly found: FoundCase;
  readonly course: KnownCourse;
  readonly table: CodeTable | null;
  readonly words: string;
}): object {
  const { state, rules } = found;
  const { offence, elsewhere } = state;
  const law = jurisdictionOf(rules.law.code);
  const testsWith = (formerPartner: KnownCourse["formerPartner"]): readonly object[] =>
    testsOfLaw({ ...course, ...(formerPartner !== undefined && { formerPartner }) }, law, rules.law.recording);
  const fits = rowsFor(words, table);
  return {
    tests: testsWith(course.formerPartner ?? offence?.formerPartner),
    rules: rules.law.recording.map(({ id, says, section }) => ({ id, says, section })),
    offences: law.offences.map(({ id, name }) => ({ offence: id.toLowerCase(), says: name, isStalking: isStalkingId(id.toLowerCase()) })),
    table: table === null ? null : { name: table.table, rows: table.rows.length },
    rows: fits.slice(0, mostRows),
    rowsInAll: fits.length,
    // The tests as they were answered when it was recorded, whatever is being chosen now.
    offence: offence === null ? null : { ...recordingOf(offence), offence, tests: testsWith(offence.formerPartner) },
    elsewhere,
    saw: state.number,
  };
}
