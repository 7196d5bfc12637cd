import type { EventKind } from "../event.ts";
import type { CaseState } from "../fold/case-state.ts";
import type { ReportState } from "../fold/report-state.ts";
import { isSameAddress } from "../fold/same-address.ts";
import { answeredByAnother } from "../fold/somebody-else.ts";
import { triedFor } from "../fold/tried.ts";
import type { DangerOfRow } from "./danger-of-row.ts";
import { type Whose, reachNext } from "./reach-of-row.ts";
import type { RowFacts } from "./row-facts.ts";

/** What is to be done first of all dangers of one row that nobody meets: each has a person of its own, and whoever spoke to one spoke to no other. */

type Facts = Pick<RowFacts, "root" | "members" | "cases" | "dangers" | "ahead">;

/** How far it is with one danger: nobody has reached its person since it was said; somebody else answered there; it was decided who goes; reached. */
type Step = "reach" | "answered-by-another" | "decided-after-another" | "decided" | "reached";

/** Where something is to be done still, before where whoever goes is waited for, and that before where the person was reached. */
const inTurn: Readonly<Record<Step, number>> = { reach: 0, "answered-by-another": 0, "decided-after-another": 1, decided: 1, reached: 2 };

/** What was reached or decided before one of these says nothing of it. */
const saysDanger: ReadonlySet<EventKind> = new Set<EventKind>(["report-received", "report-typed", "answer-received", "danger-raised"]);

/** What is next while a danger stands that nobody meets; `isReach`: to reach its person. Of several that are read as one it says whom. */
export function nextInDanger(facts: Facts, whose: Whose): { readonly says: string; readonly isReach: boolean } {
  const { root, members, dangers } = facts;
  const all = dangers.filter(({ danger }) => danger.met.length === 0).map((one) => ({ one, step: stepOf(one, facts) }));
  const first = all.toSorted((one, other) => inTurn[one.step] - inTurn[other.step])[0];
  const said = first && memberOf(first.one, members);
  const who = members.length > 1 && said !== undefined ? ` ${whose(said)}` : "";
  switch (first?.step) {
    case "answered-by-another":
      return { says: `Do not ring${who}: somebody else answered. Decide who goes`, isReach: false };
    case "decided-after-another":
      return { says: `Do not ring${who}: somebody else answered. Say who is there`, isReach: false };
    case "decided":
      return { says: `Say who is there${who && `:${who}`}`, isReach: false };
    case "reached":
      // Whatever they said on the telephone, what was written since is read before it is over.
      if (facts.ahead?.isUnanswered === true) return { says: answerFirst(members, "Answer, or end the danger"), isReach: false };
      return { says: `End the danger, or say why it stands${who && `:${who}`}`, isReach: false };
    default:
      return {
        says: reachNext(said ?? root, said === undefined ? members : [said], members.length > 1 ? whose : undefined),
        isReach: true,
      };
  }
}

/** What is done about words that nobody answered: `usual`, but where an answer was not theirs, whoever wrote it reads the mailbox. */
export function answerFirst(members: readonly ReportState[], usual: string): string {
  return members.some(({ notTheirs }) => notTheirs !== null) ? "Ask who wrote, by another way than the mailbox" : usual;
}

function memberOf({ saidIn }: DangerOfRow, members: readonly ReportState[]): ReportState | undefined {
  return members.find((one) => one === saidIn);
}

function stepOf(one: DangerOfRow, facts: Facts): Step {
  const { members, cases } = facts;
  const own = memberOf(one, members);
  const isDecided = isDecidedSince(one, own, facts);
  if (isAnotherThere(own, facts)) return isDecided ? "decided-after-another" : "answered-by-another";
  if (isDecided) return "decided";
  // What is said in a case is said of nobody by name.
  return isReachedSince(one, own === undefined ? members : [own], cases) ? "reached" : "reach";
}

/** Whether one of these people was reached after it was said, and after they wrote or said anything since. */
function isReachedSince({ saidIn, danger }: DangerOfRow, people: readonly ReportState[], cases: readonly CaseState[]): boolean {
  const since = Math.max(danger.happened, lastSaid([...people, ...("report" in saidIn ? [] : cases)]));
  return triedFor(people, cases).some(
    ({ attempt, whose }) =>
      attempt.outcome === "reached" && attempt.happened >= since && whose.some((name) => people.some(({ report }) => report === name)),
  );
}

function lastSaid(sources: readonly (ReportState | CaseState)[]): number {
  return newest(sources.flatMap(({ log }) => log.filter(({ kind }) => saysDanger.has(kind)).map(({ happened }) => happened)));
}

/** Of none: before all. */
function newest(instants: readonly number[]): number {
  return instants.reduce((last, one) => Math.max(last, one), 0);
}

/** A decision on the report itself after all that was said there; or on one with which it was read as one by then, after all that was said in any. */
function isDecidedSince({ danger }: DangerOfRow, own: ReportState | undefined, { members, cases }: Facts): boolean {
  const joined = newest(members.flatMap(({ log }) => log.filter(({ kind }) => kind === "report-joined").map(({ happened }) => happened)));
  const sinceAll = Math.max(danger.happened, lastSaid([...members, ...cases]), joined);
  const isSince = (one: ReportState, since: number): boolean => one.decisions.some(({ happened }) => happened >= since);
  return members.some((one) => isSince(one, sinceAll)) || (own !== undefined && isSince(own, Math.max(danger.happened, lastSaid([own]))));
}

/** Whether somebody else answered where this person is rung: for them, or for another who has the same way or none that is known. */
function isAnotherThere(own: ReportState | undefined, { members, cases }: Facts): boolean {
  if (own === undefined) return answeredByAnother(members, cases) !== undefined;
  return members.some((one) => (one === own || isSameWay(one, own)) && answeredByAnother([one], cases) !== undefined);
}

function isSameWay({ contact: one }: ReportState, { contact: other }: ReportState): boolean {
  if (one?.address === undefined || other?.address === undefined) return true;
  return isSameAddress(one.address, other.address);
}
