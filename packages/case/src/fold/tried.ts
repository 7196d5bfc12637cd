import type { CaseState } from "./case-state.ts";
import type { ReportState } from "./report-state.ts";

/** Whom somebody tried to reach: a case can hold reports of several people, and what one of them heard or said reaches no other. */

type Attempt = ReportState["attempts"][number];

/** An attempt, and the reports whose person it was; none: nobody wrote whose, in a case of several. */
export interface Tried {
  readonly attempt: Attempt;
  readonly whose: readonly string[];
}

/** The reports whose person an attempt of a case was: those it names; where it names none and the case has one report, that one. */
function whoseIn({ reports }: Pick<CaseState, "reports">, { reports: named }: Attempt): readonly string[] {
  return named ?? (reports.length === 1 ? reports : []);
}

/** Attempts of a case to reach the person of one report. */
export function attemptsFor(report: string, state: Pick<CaseState, "attempts" | "reports">): readonly Attempt[] {
  return state.attempts.filter((one) => whoseIn(state, one).includes(report));
}

/**
 * Attempts to reach a person of these reports, in them and in their cases, in no order. One of a case that names only others is not theirs; one of
 * which nobody wrote whose it is may be.
 */
export function triedFor(
  reports: readonly Pick<ReportState, "report" | "attempts">[],
  cases: readonly Pick<CaseState, "attempts" | "reports">[],
): readonly Tried[] {
  const theirs = new Set(reports.map(({ report }) => report));
  return [
    ...reports.flatMap(({ report, attempts }) => attempts.map((attempt) => ({ attempt, whose: [report] }))),
    ...cases.flatMap((state) =>
      state.attempts.flatMap((attempt): readonly Tried[] => {
        const named = whoseIn(state, attempt);
        const whose = named.filter((one) => theirs.has(one));
        return named.length > 0 && whose.length === 0 ? [] : [{ attempt, whose }];
      }),
    ),
  ];
}

/** Whether whoever the first was meant for was meant by the other, too; what is nobody's by name is meant by each. */
export function isOfSame(whose: readonly string[], other: readonly string[]): boolean {
  return whose.every((one) => other.includes(one));
}
