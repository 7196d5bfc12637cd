import type { Instant } from "@unmask/core";
import type { BothState } from "./both-state.ts";
import type { CaseState } from "./case-state.ts";
import type { ReportState } from "./report-state.ts";
import type { Wrote } from "./wrote.ts";

/**
 * What the person wrote again and nobody has answered. That it was read answers nothing: until somebody wrote back or spoke to the person it stands,
 * on every screen, and goes over to the next shift.
 */

/** One that nobody has answered. */
export interface Unanswered extends Wrote {
  /** The report that it was written to. */
  readonly report: string;
}

/** Of a report that stands in no case: what no message and no talk came after. */
export function unansweredIn({ report, wrote, attempts }: Pick<ReportState, "report" | "wrote" | "attempts">): readonly Unanswered[] {
  return wrote.filter(({ happened }) => !isReachedAfter(attempts, happened)).map((one) => ({ ...one, report }));
}

/**
 * Of a case, by all its reports: what an update answers by its number is answered, and what was written before the case began by any update after it
 * that went to the mailbox of that report: what another person reads answers nobody. In
 * the order in which it came. `joined` are read as one with them and stand in no case: what was written to one is answered in it alone, as the row says.
 */
export function unansweredOf(
  { thread, attempts }: Pick<CaseState, "thread" | "attempts">,
  reports: readonly Pick<ReportState, "report" | "wrote" | "attempts">[],
  joined: readonly Pick<ReportState, "report" | "wrote" | "attempts">[] = [],
): readonly Unanswered[] {
  const ofCase = reports
    .flatMap((one) => unansweredIn({ ...one, attempts: [...one.attempts, ...attempts] }))
    .filter(({ report, happened }) => {
      const entry = thread.find((one) => one.from === "her" && one.happened === happened);
      return entry === undefined
        ? !thread.some((one) => one.from === "force" && !one.asks && one.happened > happened && (one.to ?? report) === report)
        : entry.answered === undefined;
    });
  return [...ofCase, ...joined.flatMap(unansweredIn)].toSorted((one, other) => one.happened - other.happened);
}

/** Words in the mailbox reach the person, and so does whoever spoke to them; that a notice was sent some other way answers nothing. */
function isReachedAfter(attempts: BothState["attempts"], after: Instant): boolean {
  return attempts.some(
    ({ channel, outcome, happened }) => happened > after && (outcome === "reached" || (outcome === "sent" && channel === "mailbox")),
  );
}
