import { type CaseState, type ReportState, foldReport, placesTold } from "@unmask/case";
import { asMachine } from "../access/as-machine.ts";
import type { DeskCall } from "../access/desk-route.ts";
import { readStreams } from "../sql/case/case-events.ts";
import { joinedInto } from "../sql/case/projections.ts";
import { casesOfRows } from "./project.ts";

/** What was tried to reach the person, in a report or in its case, in order: whoever is about to ring must know of each. */
export function triedIn(sources: readonly (ReportState | CaseState)[]): ReportState["attempts"] {
  return sources.flatMap(({ attempts }) => attempts).toSorted((one, other) => one.happened - other.happened);
}

/**
 * Where danger can have been said of a report that is looked at: in it, in those that are read as one with it, and in their case. It reads as the
 * machine: the row of the queue shows the same words to everybody who sees it, and who looks at the report was let in before.
 */
export async function sourcesOfDanger(
  call: Pick<DeskCall<unknown>, "tx" | "parts" | "officer" | "now">,
  state: ReportState,
): Promise<readonly (ReportState | CaseState)[]> {
  const { tx, parts } = call;
  return asMachine(tx, call, async () => {
    const joined = await joinedInto(tx, parts.force.id, state.report);
    const streams = await readStreams(tx, parts.force.id, { of: "report", ids: joined });
    const members = [state, ...[...streams].map(([report, events]) => foldReport(report, events))];
    const cases = await casesOfRows(tx, parts.force.id, members);
    const inCases = await readStreams(tx, parts.force.id, { of: "report", ids: cases.flatMap((one) => one.state.reports) });
    return [
      ...members,
      ...cases.map(({ state: of }) => ({
        ...of,
        places: placesTold([...inCases].flatMap(([report, events]) => (of.reports.includes(report) ? [foldReport(report, events)] : []))),
      })),
    ];
  });
}
