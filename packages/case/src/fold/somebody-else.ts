import type { CaseState } from "./case-state.ts";
import type { ReportState } from "./report-state.ts";
import { type Tried, isOfSame, triedFor } from "./tried.ts";

/** Somebody else answered on the way to a person: a text that is sent there afterwards goes into the same hands. */

/**
 * The newest attempt that somebody else answered, in reports that are read as one and their cases, and that stands: no officer has written since how
 * that person is reached, and by the same way nobody has reached them since. Another person who was reached says nothing of it. Undefined: none does.
 */
export function answeredByAnother(
  reports: readonly Pick<ReportState, "report" | "attempts" | "contactRead">[],
  cases: readonly Pick<CaseState, "attempts" | "reports">[],
): Tried["attempt"] | undefined {
  const all = triedFor(reports, cases);
  const isUndone = ({ attempt, whose }: Tried): boolean =>
    all.some(
      ({ attempt: { outcome, channel, happened }, whose: others }) =>
        outcome === "reached" && channel === attempt.channel && happened > attempt.happened && isOfSame(whose, others),
    );
  const isReadIn = ({ contactRead, attempts }: (typeof reports)[number], attempt: Tried["attempt"]): boolean => {
    if (contactRead === null) return false;
    return attempts.includes(attempt) ? contactRead.number > attempt.number : contactRead.happened >= attempt.happened;
  };
  const isRead = ({ attempt, whose }: Tried): boolean => {
    const own = reports.filter(({ report }) => whose.includes(report));
    return own.length === 0 ? reports.some((one) => isReadIn(one, attempt)) : own.every((one) => isReadIn(one, attempt));
  };
  return all
    .filter((one) => one.attempt.outcome === "somebody-else" && !isUndone(one) && !isRead(one))
    .map(({ attempt }) => attempt)
    .toSorted((one, other) => one.happened - other.happened)
    .at(-1);
}
