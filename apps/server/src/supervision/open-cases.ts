import { type CaseEvent, type CaseState, type DutyRules, type ReportState, foldCase, foldReport } from "@unmask/case";
import type { Transaction } from "kysely";
import { dutyRulesIn } from "../desk/find-case.ts";
import { readStreams } from "../sql/case/case-events.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { readOwnFreeDays } from "../sql/case/free-days.ts";
import { membersOfCases } from "../sql/case/membership.ts";
import { joinedBeside, openCases } from "../sql/case/workload.ts";

/** Open cases that one look goes through: what is beyond is told, and comes when these are closed. */
const mostCases = 1_000;
/** Steps by which reports are joined one into the other: a chain that never ends would ask for ever. */
const mostSteps = 20;

/** An open case, with what its duties are worked out from, and who is on it. */
export interface OpenCase {
  readonly state: CaseState;
  readonly reports: readonly ReportState[];
  /** Those that are read as one with its reports and stand in no case. */
  readonly joined: readonly ReportState[];
  readonly members: readonly string[];
  readonly rules: DutyRules;
}

/**
 * Every open case of a force, or of one officer who is on it, but those that are closed to whoever looks. The transaction asks as the machine: no row tells
 * of one more than its own rule says.
 */
export async function openCasesOf(
  tx: Transaction<CaseTables>,
  force: { readonly id: string; readonly name: string },
  { closed, member }: { readonly closed: ReadonlySet<string>; readonly member?: string },
): Promise<{ readonly cases: readonly OpenCase[]; readonly isMore: boolean }> {
  const all = await openCases(tx, force.id, { limit: mostCases + 1, ...(member !== undefined && { member }) });
  const refs = all.slice(0, mostCases).filter((ref) => !closed.has(ref));
  const streams = await readStreams(tx, force.id, { of: "case", ids: refs });
  const states = [...streams].map(([ref, events]) => foldCase(ref, events));
  const ofCases = states.flatMap(({ reports }) => reports);
  const joinedTo = await joinedToAll(tx, force.id, ofCases);
  const reports = await readStreams(tx, force.id, { of: "report", ids: [...new Set([...ofCases, ...[...joinedTo.values()].flat()])] });
  const members = await membersOfCases(tx, force.id, refs);
  const freeDays = await readOwnFreeDays(tx, force.id);
  const cases = states.map((state) => {
    const own = foldAll(state.reports, reports);
    const joined = foldAll([...new Set(state.reports.flatMap((one) => joinedTo.get(one) ?? []))], reports);
    return {
      state,
      reports: own,
      joined: joined.filter((one) => one.case === null),
      members: members.flatMap(({ case_ref, officer }) => (case_ref === state.case ? [officer] : [])),
      rules: dutyRulesIn(
        state.reports.flatMap((one) => reports.get(one) ?? []),
        force.name,
        freeDays,
      ),
    };
  });
  return { cases, isMore: all.length > mostCases };
}

function foldAll(ids: readonly string[], events: ReadonlyMap<string, readonly CaseEvent[]>): readonly ReportState[] {
  return ids.flatMap((id) => {
    const found = events.get(id);
    return found === undefined ? [] : [foldReport(id, found)];
  });
}

/** What was joined into each of these reports, at once or by way of another. */
async function joinedToAll(
  tx: Transaction<CaseTables>,
  force: string,
  reports: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  /** Of each report that was met: the reports of the cases that it was joined to. */
  const roots = new Map<string, readonly string[]>(reports.map((one) => [one, [one]]));
  const joined = new Map<string, string[]>();
  let next = reports;
  for (let step = 0; next.length > 0 && step < mostSteps; step += 1) {
    const found = (await joinedBeside(tx, force, next)).filter(({ report }) => !roots.has(report));
    for (const { report, into } of found) {
      const of = roots.get(into) ?? [];
      roots.set(report, of);
      for (const root of of) joined.set(root, [...(joined.get(root) ?? []), report]);
    }
    next = found.map(({ report }) => report);
  }
  return joined;
}
