import type { Instant } from "@unmask/core";
import type { BodyOf } from "../event.ts";
import type { QueueGroup } from "../event/shapes.ts";
import { type Link, giverOf } from "../fold/both-state.ts";
import type { CaseState } from "../fold/case-state.ts";
import { type Danger, whatStands } from "../fold/danger.ts";
import { isHandedOver } from "../fold/handover-lines.ts";
import { type PlaceTold, placesTold } from "../fold/place-told.ts";
import type { ReportState } from "../fold/report-state.ts";
import { isReadInCase } from "../fold/unanswered.ts";
import { isBreachUnweighed } from "../risk/assessment.ts";
import { openPrompts } from "../risk/prompts.ts";
import { type Ahead, aheadOf } from "./ahead-of-row.ts";
import { type DangerOfRow, dangersOfRow } from "./danger-of-row.ts";
import { type Together, byNumber } from "./together.ts";

/** What a row is made of, before it is words. */
export interface RowFacts {
  readonly root: ReportState;
  /** The reports that are read as one. */
  readonly members: readonly ReportState[];
  /** The cases that they belong to. */
  readonly cases: readonly CaseState[];
  /** Other reports of the case that came before. */
  readonly earlier: readonly ReportState[];
  /** How many other reports of the case came after. */
  readonly later: number;
  /** How many reports in all. */
  readonly reports: number;
  readonly group: QueueGroup;
  /** What stands of danger, in the reports and in their cases. */
  readonly danger?: Danger;
  /** Each danger that stands: those to which nobody has gone first. */
  readonly dangers: readonly DangerOfRow[];
  /** Places that were told with its reports and the others of its case. */
  readonly places: readonly PlaceTold[];
  /** Why it stands right after danger; undefined: it does not. */
  readonly ahead: Ahead | undefined;
  /** The newest act that falls on an order, in the reports and in their cases. */
  readonly breach: BreachOfRow | undefined;
  /** After one of them the risk prompts were not answered. */
  readonly isBreachOpen: boolean;
  /** The first that was not refuted. */
  readonly link: Link | undefined;
  readonly openPrompts: number;
  readonly since: Instant;
  readonly opened: boolean;
  /** With whom it is that was taken (`holderOf`). */
  readonly officer?: string;
  /** Who is on its case and has not handed it over. */
  readonly onCase: readonly string[];
}

/** An act that falls on an order, and in which report or case it was written. */
interface BreachOfRow extends BodyOf<"breach-found"> {
  readonly writtenIn: ReportState | CaseState;
}

/** A case to which some of the reports belong, and who is on it. */
export interface CaseOfRows {
  readonly state: CaseState;
  readonly members: readonly string[];
}

/** No officer has it, and nobody is on its case. */
export function isWithNobody({ officer, onCase }: Pick<RowFacts, "officer" | "onCase">): boolean {
  return officer === undefined && onCase.length === 0;
}

/**
 * With whom a report is that somebody took; null: with nobody. In a case it is handed over with that case, so that it is with whoever read the last
 * note; and a case is closed to whoever is not on it, so that they can do nothing there.
 */
export function holderOf({ officer, case: of, log }: ReportState, cases: readonly CaseOfRows[]): string | null {
  const one = cases.find(({ state }) => state.case === of);
  if (officer === null || one === undefined) return officer;
  const since = log.findLast(({ kind }) => kind === "report-taken" || kind === "handover-read")?.happened;
  const holder = one.state.handovers.reduce((at, one) => {
    const { to, read } = one;
    return giverOf(one) === at && read !== undefined && (since === undefined || read.happened >= since) ? to : at;
  }, officer);
  return one.members.includes(holder) ? holder : null;
}

/** With whom a case is: who is on it, but for those whose note of it another has read; they may read it and do not have it (docs/access.md). */
export function withCase({ state, members }: CaseOfRows): readonly string[] {
  return members.filter((id) => !isHandedOver(state, id));
}

/** What is known of reports that are read as one, with their cases and the other reports of those. */
export function factsOf(together: Together, byCase: ReportsByCase, known: ReadonlyMap<string, CaseOfRows>): RowFacts {
  const { root, all: members } = together;
  const earlier = earlierOf(together, byCase);
  const ofCases = [...new Set(members.flatMap((one) => (one.case === null ? [] : [one.case])))].flatMap((one) => known.get(one) ?? []);
  const cases = ofCases.map(({ state }) => state);
  const dangers = dangersOfRow([...members, ...cases]);
  const danger = whatStands(dangers.map((one) => one.danger).toSorted((one, other) => one.happened - other.happened));
  const own = new Set(members.map(({ report }) => report));
  const isUnread = (one: ReportState): boolean => one.opened === null && !isReadInCase(one, cases);
  const waitsSince = oldest(members.flatMap((one) => (isUnread(one) ? (one.unreadSince ?? []) : [])));
  const readAt = oldest(members.flatMap(({ opened, cameLast }) => opened?.happened ?? cameLast ?? []));
  const officer = members.map((one) => holderOf(one, ofCases)).find((one) => one !== null);
  const facts = {
    root,
    members,
    cases,
    onCase: [...new Set(ofCases.flatMap(withCase))],
    dangers,
    places: placesTold([...members, ...ofCase(root, byCase)]),
    ahead: aheadOf(members, cases),
    earlier,
    later: ofCase(root, byCase).filter((one) => !own.has(one.report)).length - earlier.length,
    reports: members.length + earlier.length,
    breach: newestBreach([...members, ...cases]),
    // In a case the prompts are asked there.
    isBreachOpen: [...members.filter((one) => one.case === null), ...cases].some(isBreachUnweighed),
    // Whether two that are read as one belong together is no question any more.
    link: members.flatMap(({ links }) => links).find(({ to, decided }) => decided?.answer !== "refuted" && !own.has(to)),
    // What was answered once for a case is asked of none of its reports again.
    openPrompts: openInAll([...members, ...cases, ...ofCase(root, byCase)]),
    since: waitsSince ?? readAt ?? cameOf(root),
    opened: waitsSince === undefined,
    ...(danger && { danger }),
    ...(officer !== undefined && { officer }),
  };
  return { ...facts, group: groupOf(facts) };
}

/** All reports of each case, in order of their number. */
export type ReportsByCase = ReadonlyMap<string, readonly ReportState[]>;

/** Sorts all reports by their case. */
export function reportsByCase(together: readonly Together[]): ReportsByCase {
  const byCase = new Map<string, ReportState[]>();
  for (const one of together.flatMap(({ all }) => all).sort(byNumber)) {
    if (one.case === null) continue;
    const reports = byCase.get(one.case);
    if (reports) reports.push(one);
    else byCase.set(one.case, [one]);
  }
  return byCase;
}

/** When a report came first. Throws for one that never came. */
export function cameOf({ came }: ReportState): Instant {
  if (came === null) throw new Error("a report that never came stands in no queue");
  return came;
}

/** Other reports of the same case that came before, whether they wait or not. */
function earlierOf({ root, all }: Together, byCase: ReportsByCase): readonly ReportState[] {
  const own = new Set(all.map(({ report }) => report));
  return ofCase(root, byCase).filter((one) => !own.has(one.report) && byNumber(one, root) < 0);
}

function ofCase(root: ReportState, byCase: ReportsByCase): readonly ReportState[] {
  return root.case === null ? [] : (byCase.get(root.case) ?? []);
}

/** How many prompts were answered in none of these. */
function openInAll(all: readonly Pick<ReportState, "prompts">[]): number {
  return all.reduce<readonly string[]>((open, { prompts }) => open.filter((id) => !Object.hasOwn(prompts, id)), openPrompts({})).length;
}

function newestBreach(sources: readonly (ReportState | CaseState)[]): BreachOfRow | undefined {
  return sources
    .flatMap((writtenIn) => writtenIn.breaches.map((one) => ({ ...one, writtenIn })))
    .toSorted((one, other) => one.happened - other.happened)
    .at(-1);
}

function groupOf({ root, danger, breach, link, reports }: Omit<RowFacts, "group">): QueueGroup {
  if (danger) return "danger";
  if (root.override) return root.override.group;
  if (breach) return "breach";
  return reports > 1 || link ? "repeat" : "first";
}

function oldest(instants: readonly Instant[]): Instant | undefined {
  return instants.reduce<Instant | undefined>((first, one) => (first === undefined || one < first ? one : first), undefined);
}
