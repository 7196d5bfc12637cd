import type { BothState } from "../fold/both-state.ts";
import type { CaseState } from "../fold/case-state.ts";
import { standing } from "../fold/danger.ts";
import type { ReportState } from "../fold/report-state.ts";
import { attemptsFor } from "../fold/tried.ts";

/** A person is reached wherever the call is written: in the report, or in its case. What is ended on a call of another stream hangs on that call. */

type Attempt = BothState["attempts"][number];
type Tried = Pick<ReportState, "report" | "dangers" | "attempts">;
type InCase = Pick<CaseState, "case" | "reports" | "dangers" | "attempts">;

/** What was written elsewhere of whom a stream is about. */
export interface Elsewhere {
  /** Attempts to reach that person. */
  readonly attempts: readonly Attempt[];
  /** Dangers there that can have been ended on a call that is written here. */
  readonly dangers: readonly EndedThere[];
}

/** Dangers of another report or case, and every attempt that counts for them. */
interface EndedThere extends Pick<BothState, "dangers"> {
  /** "R-81", "case 0015". */
  readonly where: string;
  readonly attempts: readonly Attempt[];
  /** Whether a call of the stream that is asked counts there. */
  readonly counts: (call: Attempt) => boolean;
}

/** Nothing stands elsewhere. */
export const nothingElsewhere: Elsewhere = { attempts: [], dangers: [] };

/** Of a report: what its case holds. `isAlone`: it is all that the case is about, so that what is said there is said of its person. */
export function elsewhereOfReport(report: Tried, cases: readonly InCase[], isAlone: boolean): Elsewhere {
  const attempts = cases.flatMap((one) => attemptsFor(report.report, one));
  if (!isAlone) return { attempts, dangers: [] };
  const dangers = cases.map((one) => ({
    where: `case ${one.case}`,
    dangers: one.dangers,
    attempts: [...one.attempts, ...report.attempts],
    counts: () => true,
  }));
  return { attempts, dangers };
}

/** Of a case: what its reports hold, and those that are read as one with them. Of several people no report says that the case's own danger was met. */
export function elsewhereOfCase(state: InCase, reports: readonly Tried[], joined: readonly Tried[]): Elsewhere {
  const all = [...reports, ...joined];
  return {
    attempts: all.length === 1 ? all.flatMap(({ attempts }) => attempts) : [],
    dangers: all.map((one) => {
      const ofCase = attemptsFor(one.report, state);
      return {
        where: one.report,
        dangers: one.dangers,
        attempts: [...one.attempts, ...ofCase],
        counts: (call) => ofCase.includes(call),
      };
    }),
  };
}

/** Where a danger was ended on this call alone, with nobody there, and none stands now: without the call it would be over for no reason. */
export function endedOn(call: Attempt, { dangers }: Elsewhere): string | undefined {
  return dangers.find((there) => {
    if (!there.counts(call) || standing(there).length > 0) return false;
    return there.dangers.some(({ happened, met, ended }) => {
      const isWithin = (one: Attempt): boolean =>
        one.outcome === "reached" && ended !== undefined && one.happened >= happened && one.happened <= ended.happened;
      return met.length === 0 && isWithin(call) && !there.attempts.some((one) => one !== call && isWithin(one));
    });
  })?.where;
}
