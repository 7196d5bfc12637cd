import type { CaseState } from "./case-state.ts";
import type { ReportState } from "./report-state.ts";

/** Somebody else answered on the way to a person: a text that is sent there afterwards goes into the same hands. */

type Attempt = ReportState["attempts"][number];

/**
 * The newest attempt that somebody else answered, in reports that are read as one and their cases, and that stands: no officer has written since how
 * the person is reached, and by the same way nobody has reached them since. Undefined: none does.
 */
export function answeredByAnother(
  reports: readonly Pick<ReportState, "attempts" | "contactRead">[],
  cases: readonly Pick<CaseState, "attempts">[],
): Attempt | undefined {
  const all = [...reports, ...cases].flatMap(({ attempts }) => attempts);
  const isUndone = (one: Attempt): boolean =>
    all.some(({ outcome, channel, happened }) => outcome === "reached" && channel === one.channel && happened > one.happened);
  const inReports = reports.flatMap(({ attempts, contactRead }) => attempts.filter(({ number }) => (contactRead?.number ?? 0) < number));
  const readLast = reports.reduce((last, { contactRead }) => Math.max(last, contactRead?.happened ?? last), Number.NEGATIVE_INFINITY);
  const inCases = cases.flatMap(({ attempts }) => attempts.filter(({ happened }) => happened > readLast));
  return [...inReports, ...inCases]
    .filter((one) => one.outcome === "somebody-else" && !isUndone(one))
    .toSorted((one, other) => one.happened - other.happened)
    .at(-1);
}
