import { type ReportState, foldReport, placesTold } from "@unmask/case";
import { asMachine } from "../access/as-machine.ts";
import type { DeskCall } from "../access/desk-route.ts";
import { mayDoAs, relationOf } from "../access/relation-of.ts";
import { readStream, readStreams } from "../sql/case/case-events.ts";
import { joinedInto } from "../sql/case/projections.ts";
import type { Around } from "./around-words.ts";
import type { CaseCall } from "./find-case.ts";
import { type FoundReport, findReport } from "./find-report.ts";
import { casesOfRows } from "./project.ts";

/**
 * What stands around a report that is looked at, and counts for it: in those that are read as one with it, and in their cases. Danger can have been
 * said there, somebody can have tried there to reach the person, and officers are on it there.
 */

/**
 * Reads as the machine: the row of the queue shows the same to everybody who sees it, and who looks at the report was let in before. Words of
 * somebody go to a screen only as `attemptsAround` gives them.
 */
export async function aroundReport(call: CaseCall, state: ReportState): Promise<Around> {
  const { tx, parts } = call;
  return asMachine(tx, call, async () => {
    const others = await asOneWith(call, state);
    const streams = await readStreams(tx, parts.force.id, { of: "report", ids: others });
    const reports = [state, ...[...streams].map(([report, events]) => foldReport(report, events))];
    const cases = await casesOfRows(tx, parts.force.id, reports);
    const inCases = await readStreams(tx, parts.force.id, { of: "report", ids: cases.flatMap((one) => one.state.reports) });
    const dangers = [
      ...reports,
      ...cases.map(({ state: of }) => ({
        ...of,
        places: placesTold([...inCases].flatMap(([report, events]) => (of.reports.includes(report) ? [foldReport(report, events)] : []))),
      })),
    ];
    return { reports, cases, dangers };
  });
}

/** The one in whose row it stands, and all that were joined into that. */
async function asOneWith({ tx, parts }: CaseCall, state: ReportState): Promise<readonly string[]> {
  const above = new Set([state.report]);
  let root = state.report;
  for (let into = state.joinedInto; into !== null && !above.has(into);) {
    above.add(into);
    root = into;
    into = foldReport(into, await readStream(tx, parts.force.id, { of: "report", id: into })).joinedInto;
  }
  const all = new Set([root, ...above, ...(await joinedInto(tx, parts.force.id, root))]);
  all.delete(state.report);
  return [...all];
}

/** Those that were joined into it and that this officer may open, too: one that stands in a case of others stays closed. */
export async function joinedWith(call: DeskCall<unknown>, report: string): Promise<readonly FoundReport[]> {
  const { tx, parts, officer, now } = call;
  const who = { force: parts.force.id, officer: officer.id, now };
  const all = await asMachine(tx, call, () => joinedInto(tx, parts.force.id, report));
  const joined: FoundReport[] = [];
  for (const reference of all) {
    const standing = await relationOf(tx, who, { report: reference });
    const found = mayDoAs(officer.role, "open-report", standing).allowed ? await findReport({ ...call, params: { reference } }) : undefined;
    if (found !== undefined) joined.push(found);
  }
  // What is asked next is asked of the report itself again.
  await relationOf(tx, who, { report });
  return joined;
}
