import { type Unanswered, unansweredOf } from "@unmask/case";
import type { FoundCase } from "./find-case.ts";
import { notedOf } from "./noted.ts";

/** What went between the person and the force, over a case and all its reports: what stands in a report is the case's, whoever wrote it and when. */

type Found = Pick<FoundCase, "state" | "reports">;

/** What the person wrote and nobody has answered, in order. */
export function unansweredShown({ state, reports }: Found) {
  return unansweredOf(state, reports).map(shownOf);
}

function shownOf({ report, happened, says }: Unanswered) {
  return { report, happened, ...(says !== undefined && { says }) };
}

/** Every attempt to reach the person, in the case or in a report of it, the newest first; `of`: in which. */
export function attemptsIn({ state, reports }: Found, nameOf: (officer: string) => string) {
  const all = [{ of: state.case, in: state }, ...reports.map((one) => ({ of: one.report, in: one }))];
  return all
    .flatMap(({ of, in: each }) => notedOf(each, nameOf).attempts.map((one) => ({ of, ...one })))
    .sort((one, other) => other.at - one.at);
}
