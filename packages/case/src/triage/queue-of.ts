import { type Instant, later, msPerHour } from "@unmask/core";
import type { QueueGroup } from "../event/shapes.ts";
import type { CaseState } from "../fold/case-state.ts";
import type { ReportState } from "../fold/report-state.ts";
import { isBreachUnweighed } from "../risk/assessment.ts";
import { actsOfRow } from "./acts-of-row.ts";
import { isLetterOpen, unansweredWords } from "./ahead-of-row.ts";
import { doneInWords } from "./done-of-row.ts";
import type { Queue, QueueHead, QueueRow, Unread } from "./queue-row.ts";
import { type QueueRule, aheadOrder, ruleInWords } from "./queue-rule.ts";
import { type CaseOfRows, type RowFacts, cameOf, factsOf, isWithNobody, reportsByCase } from "./row-facts.ts";
import { byNumber, readTogether } from "./together.ts";
import { reporterOf, whoseReport } from "./reporter-of-row.ts";
import { headInWords, isDecisionContested, markOf, nextOf, whyOf } from "./why.ts";

/** Whom an id stands for: "PC Lunt". */
export type NameOfOfficer = (id: string) => string;

/**
 * What is kept of a row while it waits, so that nobody waits for the whole queue to be worked out: everything but its rank, the officer's name
 * and whether it waits long. Nothing in it depends on the time at which it is read.
 */
export interface QueueStanding {
  /** By this and then `opened`, `since` and the number of the report rows stand in order: smallest first. */
  readonly place: number;
  /** The reports that are read as one, the row's own among them. */
  readonly members: readonly string[];
  /** Danger that nobody is with, and nobody meets. */
  readonly isAlone: boolean;
  /** When something of it came last; what waits unread does not wait anew by it. */
  readonly came: Instant;
  /** Whom it is with. */
  readonly officer?: string;
  /** Who is on its case; absent where nobody is, or it stands in none. */
  readonly onCase?: readonly string[];
  readonly row: Omit<QueueRow, "rank" | "with" | "unread"> & { readonly unread: Pick<Unread, "since" | "opened"> };
}

/** How many rows there are; and of those in danger how many matters, a case of several rows being one, and of them with nobody. */
export type QueueCounts = QueueHead["counts"] & { readonly matters: number; readonly alone: number };

/** What is one matter for the sentence over the queue: the case, or the report that stands in none. */
export function matterOf({ case: caseNumber, report }: Pick<QueueRow, "case" | "report">): string {
  return caseNumber ?? report;
}

/**
 * The queue: danger without an officer, danger with one, danger that is being met, then the groups of the force's rule; in each the longest
 * unread first, then what was read, oldest first. The order in which reports are given, or came in, changes nothing. A report leaves it when
 * it was read and decided, or was sent to another force, which has it; while its danger stands, a link waits or a second reader is owed, it stays. A danger that
 * was said after it was sent brings it back until somebody met it or it is over: the other force may not have it yet. A danger that
 * was said in a case stands in every row of that case that waits; where none waits, in that of its newest report. So does an act that falls on an
 * order, until the risk prompts were answered after it.
 */
export function queueOf(
  reports: readonly ReportState[],
  { rule, now, nameOf, cases = [] }: Pick<RowsRead, "rule" | "now" | "nameOf"> & { readonly cases?: readonly CaseOfRows[] },
): Queue {
  const standings = standingsOf(reports, rule, cases);
  const rows = rowsOf(standings, { rule, now, nameOf, before: 0 });
  return { head: headOf(countsOf(standings, rows), rule), rows };
}

/**
 * What stands in the queue of these reports, in its order. Given all that are joined with one another or belong to one case, what comes of them
 * is the same whatever other reports there are. `cases` are those that they belong to.
 */
export function standingsOf(reports: readonly ReportState[], rule: QueueRule, cases: readonly CaseOfRows[] = []): readonly QueueStanding[] {
  const together = readTogether(reports.filter(({ came }) => came !== null));
  const byCase = reportsByCase(together);
  const known = new Map(cases.map((one) => [one.state.case, one]));
  const all = together.map((one) => factsOf(one, byCase, known));
  const waiting = all.filter(waits);
  return [...waiting, ...forWhatCasesSay(all, waiting)]
    .sort((one, other) => compare(one, other, rule))
    .map((facts) => standingOf(facts, rule));
}

/** No danger and no breach is without a row: of a case that says one and none of whose reports waits, the newest report that is here stands again. */
function forWhatCasesSay(all: readonly RowFacts[], waiting: readonly RowFacts[]): readonly RowFacts[] {
  const has = new Set(waiting.flatMap(({ cases }) => cases));
  const chosen = new Map<CaseState, RowFacts>();
  for (const facts of all) {
    for (const one of facts.cases) {
      const before = chosen.get(one);
      if ((one.danger !== null || isBreachUnweighed(one)) && !has.has(one) && (before === undefined || isNewer(facts, before)))
        chosen.set(one, facts);
    }
  }
  return [...new Set(chosen.values())];
}

function isNewer({ root }: RowFacts, { root: other }: RowFacts): boolean {
  const sent = Number(root.sentTo !== null) - Number(other.sentTo !== null);
  return sent < 0 || (sent === 0 && byNumber(root, other) > 0);
}

/** How rows are read: by which rule, when, with the names of officers, and how many rows stand above the first of them. */
interface RowsRead {
  readonly rule: QueueRule;
  readonly now: Instant;
  readonly nameOf: NameOfOfficer;
  readonly before: number;
}

/** Rows as they are read at a time. */
export function rowsOf(standings: readonly QueueStanding[], { rule, now, nameOf, before }: RowsRead): readonly QueueRow[] {
  return standings.map(({ row, officer, onCase = [] }, i) => {
    const { since, opened } = row.unread;
    return {
      ...row,
      rank: before + i + 1,
      unread: { since, opened, isLong: !opened && since < longSince(rule, now) },
      with: {
        ...(officer !== undefined && { officer: { id: officer, says: nameOf(officer) } }),
        ...(onCase.length > 0 && { onCase: onCase.map(nameOf) }),
      },
    };
  });
}

/** What is unread since before this waits long. */
export function longSince({ longHours }: QueueRule, now: Instant): Instant {
  return later(now, -longHours * msPerHour);
}

/** What stands over the rows. */
export function headOf(counts: QueueCounts, rule: QueueRule): QueueHead {
  const { alone: _, matters: __, ...shown } = counts;
  return {
    says: headInWords(counts, rule),
    counts: shown,
    rule: { says: ruleInWords(rule), date: rule.date },
    groups: rule.groups,
    ahead: rule.ahead,
  };
}

function countsOf(standings: readonly QueueStanding[], rows: readonly QueueRow[]): QueueCounts {
  const count = (group: QueueGroup): number => rows.filter((one) => one.group === group && one.ahead !== true).length;
  const matters = (of: (one: QueueStanding) => boolean): number => new Set(standings.filter(of).map(({ row }) => matterOf(row))).size;
  return {
    all: rows.length,
    danger: count("danger"),
    breach: count("breach"),
    repeat: count("repeat"),
    first: count("first"),
    ahead: rows.filter(({ ahead }) => ahead === true).length,
    broken: rows.filter(({ broken }) => broken === true).length,
    long: rows.filter(({ unread }) => unread.isLong).length,
    matters: matters(({ row }) => row.group === "danger"),
    alone: matters(({ isAlone }) => isAlone),
  };
}

function waits({ root, members, cases, opened, link, isBreachOpen }: RowFacts): boolean {
  // It is sent with no danger that nobody meets: one that stands so was said since, and nobody knows that the other force has it.
  // Nor while it is on its way: until the other force has it, whoever wrote it waits for nobody but us.
  if (root.sentTo !== null) return !root.sentTo.isThere || members.some(isDangerUnmet);
  // What the person wrote and nobody has answered is owed an answer, also when it was read; a letter that could not be read, that somebody decides.
  const isOwed =
    members.some(({ danger }) => danger !== null) || unansweredWords(members, cases).length > 0 || isLetterOpen(members, cases);
  // What a case was closed on was decided there.
  const isElsewhere = members.every(({ readIn }) => readIn !== null);
  const decided = isElsewhere || members.some(({ decisions }) => decisions.length > 0) || cases.some(({ closed }) => closed !== null);
  const owesReading = members.some(isReadingOwed);
  const isContested = members.some(isDecisionContested);
  const isBroken = cases.length === 0 && isBreachOpen;
  return isOwed || isBroken || !opened || !decided || owesReading || isContested || (link !== undefined && link.decided === undefined);
}

function isDangerUnmet({ danger }: ReportState): boolean {
  return danger !== null && danger.met === undefined;
}

/** Whoever decided against the rule is read by a second person. */
function isReadingOwed({ decisions, readings }: ReportState): boolean {
  return decisions.some(({ choice, proposed, number }) => choice !== proposed && !readings.some(({ decision }) => decision === number));
}

function compare(one: RowFacts, other: RowFacts, rule: QueueRule): number {
  return (
    placeOf(one, rule) - placeOf(other, rule) ||
    Number(one.opened) - Number(other.opened) ||
    one.since - other.since ||
    byNumber(one.root, other.root)
  );
}

/** From where on stands what goes before the groups of the force's rule and is no danger that was said: three places of danger are before it. */
export const placesOfDanger = 3;

/** How many places there are before the groups of the force's rule. */
export const placesBeforeGroups: number = placesOfDanger + aheadOrder.length;

/** Danger that nobody is with stands before danger that somebody is with, and that before danger where somebody is there. */
function placeOf(facts: RowFacts, { afterDanger }: QueueRule): number {
  const { group, danger, ahead, root } = facts;
  if (group === "danger") return danger?.met ? 2 : isWithNobody(facts) ? 0 : 1;
  // An act that breaks the order tells more than that there is one.
  const isOfOrder = group === "breach" && ahead?.kind === "order";
  // Unless somebody's hand put it elsewhere.
  if (ahead !== undefined && !isOfOrder && root.override === null)
    return placesOfDanger + aheadOrder.findIndex(({ kind }) => kind === ahead.kind);
  return placesBeforeGroups + afterDanger.indexOf(group);
}

function standingOf(facts: RowFacts, rule: QueueRule): QueueStanding {
  const { root, members, earlier, group, breach, since, opened, officer, onCase } = facts;
  const due = members.flatMap(({ tasks }) => tasks.flatMap((one) => (one.done || one.due === undefined ? [] : [one.due]))).sort(byText)[0];
  const place = placeOf(facts, rule);
  const { danger } = facts;
  const done = doneInWords(facts, whoseReport).join(" ");
  return {
    place,
    members: members.map(({ report }) => report),
    isAlone: place === 0,
    came: members.reduce((last, { cameLast }) => (cameLast !== null && cameLast > last ? cameLast : last), cameOf(root)),
    ...(officer !== undefined && { officer }),
    ...(onCase.length > 0 && { onCase }),
    row: {
      group,
      why: whyOf(facts),
      mark: markOf(facts),
      report: root.report,
      ...(root.case !== null && { case: root.case }),
      reporter: { says: reporterOf(root) },
      acts: actsOfRow(members, earlier),
      unread: { since, opened },
      ...(danger && { danger: { since: danger.since, ...(danger.met && { met: danger.met.happened }) } }),
      ...(place >= placesOfDanger && place < placesBeforeGroups && { ahead: true }),
      ...((breach !== undefined || group === "breach") && { broken: true }),
      ...(done !== "" && { done }),
      next: nextOf(facts),
      ...(due !== undefined && { dueBy: due }),
    },
  };
}

function byText(one: string, other: string): number {
  return one < other ? -1 : 1;
}
