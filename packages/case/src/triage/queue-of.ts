import { type Instant, later, msPerHour } from "@unmask/core";
import type { QueueGroup } from "../event/shapes.ts";
import type { ReportState } from "../fold/report-state.ts";
import { openPrompts } from "../risk/prompts.ts";
import { actsOfRow } from "./acts-of-row.ts";
import { doneInWords } from "./done-of-row.ts";
import type { Queue, QueueHead, QueueRow, Unread } from "./queue-row.ts";
import { type QueueRule, ruleInWords } from "./queue-rule.ts";
import { type Together, byNumber, readTogether } from "./together.ts";
import { type RowFacts, headInWords, isDecisionContested, markOf, nextOf, reporterOf, whyOf } from "./why.ts";

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
  readonly row: Omit<QueueRow, "rank" | "with" | "unread"> & { readonly unread: Pick<Unread, "since" | "opened"> };
}

/** How many rows, in all, in each group, of them waiting long, and in danger with nobody. */
export type QueueCounts = QueueHead["counts"] & { readonly alone: number };

/**
 * The queue: danger without an officer, danger with one, danger that is being met, then the groups of the force's rule; in each the longest
 * unread first, then what was read, oldest first. The order in which reports are given, or came in, changes nothing. A report leaves it when
 * it was read and decided, or was sent to another force; while its danger stands, a link waits or a second reader is owed, it stays.
 */
export function queueOf(reports: readonly ReportState[], rule: QueueRule, now: Instant, nameOf: NameOfOfficer): Queue {
  const standings = standingsOf(reports, rule);
  const rows = rowsOf(standings, { rule, now, nameOf, before: 0 });
  return { head: headOf(countsOf(standings, rows), rule), rows };
}

/**
 * What stands in the queue of these reports, in its order. Given all that are joined with one another or belong to one case, what comes of them
 * is the same whatever other reports there are.
 */
export function standingsOf(reports: readonly ReportState[], rule: QueueRule): readonly QueueStanding[] {
  const together = readTogether(reports.filter(({ came }) => came !== null));
  const byCase = reportsByCase(together);
  const waiting = together.map((one) => factsOf(one, byCase)).filter(waits);
  return waiting.sort((one, other) => compare(one, other, rule)).map((facts) => standingOf(facts, rule));
}

/** Rows as they are read at a time; `before` rows stand above the first of them. */
export function rowsOf(
  standings: readonly QueueStanding[],
  {
    rule,
    now,
    nameOf,
    before,
  }: { readonly rule: QueueRule; readonly now: Instant; readonly nameOf: NameOfOfficer; readonly before: number },
): readonly QueueRow[] {
  return standings.map(({ row, officer }, i) => {
    const { since, opened } = row.unread;
    return {
      ...row,
      rank: before + i + 1,
      unread: { since, opened, isLong: !opened && since < longSince(rule, now) },
      with: officer === undefined ? {} : { officer: { id: officer, says: nameOf(officer) } },
    };
  });
}

/** What is unread since before this waits long. */
export function longSince({ longHours }: QueueRule, now: Instant): Instant {
  return later(now, -longHours * msPerHour);
}

/** What stands over the rows. */
export function headOf(counts: QueueCounts, rule: QueueRule): QueueHead {
  const { alone: _, ...shown } = counts;
  return { says: headInWords(counts, rule), counts: shown, rule: { says: ruleInWords(rule), date: rule.date }, groups: rule.groups };
}

function countsOf(standings: readonly QueueStanding[], rows: readonly QueueRow[]): QueueCounts {
  const count = (group: QueueGroup): number => rows.filter((one) => one.group === group).length;
  return {
    all: rows.length,
    danger: count("danger"),
    breach: count("breach"),
    repeat: count("repeat"),
    first: count("first"),
    long: rows.filter(({ unread }) => unread.isLong).length,
    alone: standings.filter(({ isAlone }) => isAlone).length,
  };
}

function factsOf(together: Together, byCase: ReportsByCase): RowFacts {
  const { root, all: members } = together;
  const earlier = earlierOf(together, byCase);
  const dangers = members.filter(({ danger }) => danger !== null);
  const saidIn = dangers.find(({ danger }) => danger?.met === undefined) ?? dangers[0] ?? root;
  const { danger } = saidIn;
  const own = new Set(members.map(({ report }) => report));
  const waitsSince = oldest(members.flatMap(({ opened, unreadSince }) => (opened === null && unreadSince !== null ? [unreadSince] : [])));
  const readAt = oldest(members.flatMap(({ opened }) => (opened === null ? [] : [opened.happened])));
  const officer = members.map((one) => one.officer).find((one) => one !== null);
  const facts = {
    root,
    members,
    saidIn,
    earlier,
    reports: members.length + earlier.length,
    breach: members.flatMap(({ breaches }) => breaches).at(-1),
    // Whether two that are read as one belong together is no question any more.
    link: members.flatMap(({ links }) => links).find(({ to, decided }) => decided?.answer !== "refuted" && !own.has(to)),
    openPrompts: openPrompts(root.prompts).length,
    since: waitsSince ?? readAt ?? cameOf(root),
    opened: waitsSince === undefined,
    ...(danger && { danger }),
    ...(officer !== undefined && { officer }),
  };
  return { ...facts, group: groupOf(facts) };
}

/** All reports of each case, in order of their number. */
type ReportsByCase = ReadonlyMap<string, readonly ReportState[]>;

function reportsByCase(together: readonly Together[]): ReportsByCase {
  const byCase = new Map<string, ReportState[]>();
  for (const one of together.flatMap(({ all }) => all).sort(byNumber)) {
    if (one.case === null) continue;
    const reports = byCase.get(one.case);
    if (reports) reports.push(one);
    else byCase.set(one.case, [one]);
  }
  return byCase;
}

function cameOf({ came }: ReportState): Instant {
  if (came === null) throw new Error("a report that never came stands in no queue");
  return came;
}

/** Other reports of the same case that came before, whether they wait or not. */
function earlierOf({ root, all }: Together, byCase: ReportsByCase): readonly ReportState[] {
  const own = new Set(all.map(({ report }) => report));
  const ofCase = root.case === null ? [] : (byCase.get(root.case) ?? []);
  return ofCase.filter((one) => !own.has(one.report) && byNumber(one, root) < 0);
}

function groupOf({ root, danger, breach, link, reports }: Omit<RowFacts, "group">): QueueGroup {
  if (danger) return "danger";
  if (root.override) return root.override.group;
  if (breach) return "breach";
  return reports > 1 || link ? "repeat" : "first";
}

function waits({ root, members, danger, opened, link }: RowFacts): boolean {
  if (root.sentTo !== null) return false;
  const decided = members.some(({ decisions }) => decisions.length > 0);
  const owesReading = members.some(isReadingOwed);
  const isContested = members.some(isDecisionContested);
  return danger !== undefined || !opened || !decided || owesReading || isContested || (link !== undefined && link.decided === undefined);
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

/** How many places danger has, before all others. */
export const placesOfDanger = 3;

/** Danger that nobody is with stands before danger that somebody is with, and that before danger where somebody is there. */
function placeOf({ group, danger, officer }: RowFacts, { afterDanger }: QueueRule): number {
  if (group !== "danger") return placesOfDanger + afterDanger.indexOf(group);
  if (danger?.met) return 2;
  return officer === undefined ? 0 : 1;
}

function standingOf(facts: RowFacts, rule: QueueRule): QueueStanding {
  const { root, members, earlier, group, since, opened, officer } = facts;
  const due = members.flatMap(({ tasks }) => tasks.flatMap((one) => (one.done || one.due === undefined ? [] : [one.due]))).sort(byText)[0];
  const place = placeOf(facts, rule);
  const { danger } = facts;
  const done = doneInWords(members).join(" ");
  return {
    place,
    members: members.map(({ report }) => report),
    isAlone: place === 0,
    came: members.reduce((last, { cameLast }) => (cameLast !== null && cameLast > last ? cameLast : last), cameOf(root)),
    ...(officer !== undefined && { officer }),
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
      ...(done !== "" && { done }),
      next: nextOf(facts),
      ...(due !== undefined && { dueBy: due }),
    },
  };
}

function oldest(instants: readonly Instant[]): Instant | undefined {
  return instants.reduce<Instant | undefined>((first, one) => (first === undefined || one < first ? one : first), undefined);
}

function byText(one: string, other: string): number {
  return one < other ? -1 : 1;
}
