import { mayDo, reporterOf } from "@unmask/case";
import { type DeskRoute, deskRoute, noBody } from "../../access/desk-route.ts";
import { relationOf } from "../../access/relation-of.ts";
import { rulesOf } from "../../desk/desk-rules.ts";
import { findReport } from "../../desk/find-report.ts";
import { personsOfReport } from "../../desk/persons-shown.ts";
import { decisionsOf } from "../../desk/report-done.ts";
import { decidedInQueue } from "../../sql/case/decided.ts";
import { namesOfOfficers } from "../../sql/case/officers.ts";

/** Reports looked through for one list; what is beyond comes when these are read. */
const mostReports = 500;

/**
 * The second person's list: decisions against the force's rule that nobody else has read. An officer's own stand in it, and say that another
 * reads them. Each report in it is an entry.
 */
export const secondReadings: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/second-readings",
  operation: "see-queue",
  body: noBody,
  run: async (call) => {
    const { tx, parts, officer, now } = call;
    const force = parts.force.id;
    const nameOf = await namesOfOfficers(tx, force);
    const { risk } = rulesOf(parts.force);
    const readings: object[] = [];
    const also: { readonly report: string; readonly case: string | null; readonly person: string }[] = [];
    for (const reference of await decidedInQueue(tx, { force, officer: officer.id }, mostReports)) {
      const { relation, case: ofCase } = await relationOf(tx, { force, officer: officer.id, now }, { report: reference });
      if (!mayDo(officer.role, "approve-decision", relation).allowed) continue;
      const found = await findReport({ ...call, params: { reference } });
      if (found === undefined) continue;
      const { state } = found;
      const owed = decisionsOf(state, risk, nameOf, officer.id).filter(
        ({ proposed, read }) => proposed !== undefined && read === undefined,
      );
      if (owed.length === 0) continue;
      for (const one of owed)
        readings.push({ report: reference, name: reporterOf(state), saw: state.number, isDanger: state.danger !== null, decision: one });
      for (const person of personsOfReport(state)) also.push({ report: reference, case: ofCase, person });
    }
    return { body: { readings }, shown: [], also };
  },
});
