import type { Instant } from "@unmask/core";
import type { BothState } from "./both-state.ts";
import type { CaseState } from "./case-state.ts";
import type { ReportState } from "./report-state.ts";
import { attemptsFor } from "./tried.ts";
import type { Wrote } from "./wrote.ts";

/**
 * What the person wrote again and nobody has answered. That it was read answers nothing: until somebody wrote back or spoke to the person it stands,
 * on every screen, and goes over to the next shift.
 */

/** One that nobody has answered. */
export interface Unanswered extends Wrote {
  /** The report that it was written to. */
  readonly report: string;
  /** Somebody else has the seven words of that report's mailbox (`ContactState.notTheirs`): it can be theirs. */
  readonly isDoubted?: true;
}

type WithLetters = Pick<ReportState, "report" | "wrote" | "attempts" | "notTheirs">;

/** Of a report that stands in no case: what no message and no talk came after. */
export function unansweredIn({ report, wrote, attempts, notTheirs }: WithLetters): readonly Unanswered[] {
  const doubted = notTheirs !== null && { isDoubted: true as const };
  return wrote.filter(({ happened }) => !isReachedAfter(attempts, happened)).map((one) => ({ ...one, report, ...doubted }));
}

/**
 * Of a case, by all its reports: what an update answers by its number is answered, and what was written before the case began by any update after it
 * that went to the mailbox of that report; whoever spoke to the person of a report answered what stands in that one. What another person reads or
 * hears answers nobody. In the order in which it came. `joined` are read as one with them and stand in no case.
 */
export function unansweredOf(
  state: Pick<CaseState, "thread" | "attempts" | "reports">,
  reports: readonly WithLetters[],
  joined: readonly WithLetters[] = [],
): readonly Unanswered[] {
  const { thread } = state;
  const openIn = (one: WithLetters): readonly Unanswered[] =>
    unansweredIn({ ...one, attempts: [...one.attempts, ...attemptsFor(one.report, state)] });
  const ofCase = reports.flatMap(openIn).filter(({ report, happened }) => {
    const entry = thread.find((one) => one.from === "her" && one.happened === happened);
    return entry === undefined
      ? !thread.some((one) => one.from === "force" && !one.asks && one.happened > happened && (one.to ?? report) === report)
      : entry.answered === undefined;
  });
  return [...ofCase, ...joined.flatMap(openIn)].toSorted((one, other) => one.happened - other.happened);
}

/**
 * Whether what came last to a report of a case was words, and all of them are answered there: nobody answers what they have not read, though they read it
 * in the case and never opened the report. What came with packs is unread until the report is opened.
 */
export function isReadInCase(report: ReportState, cases: readonly CaseState[]): boolean {
  const { case: of, wrote, unreadSince, cameLast } = report;
  const inCase = cases.find((one) => one.case === of);
  const since = wrote.filter(({ happened }) => unreadSince !== null && happened >= unreadSince);
  const last = since.at(-1);
  if (inCase === undefined || last === undefined || last.happened !== cameLast || since.some(({ packs }) => packs > 0)) return false;
  return !unansweredOf(inCase, [report]).some(({ number }) => since.some((one) => one.number === number));
}

/** Words in the mailbox reach the person, and so does whoever spoke to them; that a notice was sent some other way answers nothing. */
function isReachedAfter(attempts: BothState["attempts"], after: Instant): boolean {
  return attempts.some(
    ({ channel, outcome, happened }) => happened > after && (outcome === "reached" || (outcome === "sent" && channel === "mailbox")),
  );
}
