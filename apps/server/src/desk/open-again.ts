import { type CaseEvent, foldCase, opensByReport, opensCases } from "@unmask/case";
import type { Transaction } from "kysely";
import { putEvents, readStream } from "../sql/case/case-events.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { neighboursOf } from "../sql/case/projections.ts";
import { type Projecting, project } from "./project.ts";

/**
 * Opens the closed cases of reports in which something was written that opens a case: a danger, a breach, words of the person. Those that are read as
 * one with them count, since what is told there is told in the case. As the machine, in the transaction of what was written, after it is projected.
 */
export async function openAgain(tx: Transaction<CaseTables>, projecting: Projecting, written: readonly CaseEvent[]): Promise<void> {
  const { force } = projecting;
  const inReports = written.filter(({ stream, kind }) => stream.of === "report" && opensCases(kind));
  if (inReports.length === 0) return;
  for (const ref of await casesOfJoined(tx, force, [...new Set(inReports.map(({ stream }) => stream.id))])) {
    const stream = { of: "case", id: ref } as const;
    const state = foldCase(ref, await readStream(tx, force, stream));
    const [opened] = inReports.flatMap((event) => opensByReport(state, event) ?? []);
    if (opened === undefined) continue;
    await putEvents(tx, force, [opened]);
    await project(tx, projecting, stream);
  }
}

/** The cases of these reports and of all that are read as one with them. */
async function casesOfJoined(tx: Transaction<CaseTables>, force: string, of: readonly string[]): Promise<readonly string[]> {
  const reports = new Set(of);
  const cases = new Set<string>();
  for (let known = -1; known < reports.size;) {
    known = reports.size;
    for (const one of await neighboursOf(tx, force, { reports: [...reports], cases: [] })) {
      reports.add(one.report);
      if (one.joined_into !== null) reports.add(one.joined_into);
      if (one.case_ref !== null) cases.add(one.case_ref);
    }
  }
  return [...cases];
}
