import {
  type ReportState,
  answersToRead,
  callCase,
  closingChecks,
  dutiesOf,
  isSecondPerson,
  mayDo,
  reporterOf,
  stillDue,
} from "@unmask/case";
import { type DeskAnswer, type DeskCall, type DeskRoute, deskRoute, noBody } from "../../access/desk-route.ts";
import { relationOf } from "../../access/relation-of.ts";
import { rulesOf } from "../../desk/desk-rules.ts";
import { summaryOf } from "../../desk/case-page.ts";
import { type FoundCase, readCase } from "../../desk/find-case.ts";
import { findReport } from "../../desk/find-report.ts";
import { personsOfCase, personsOfReport } from "../../desk/persons-shown.ts";
import { decisionsOf } from "../../desk/report-done.ts";
import { theirLetters } from "../../desk/their-letters.ts";
import { withOpenLinks } from "../../links/open-links.ts";
import { casesToRead, decidedInQueue } from "../../sql/case/decided.ts";
import { casesOfOfficer } from "../../sql/case/membership.ts";
import { namesOfOfficers } from "../../sql/case/officers.ts";

/** Reports, and cases, looked through for one list; what is beyond comes when these are read. */
const mostReports = 500;
const mostCases = 500;
/** What the person wrote beside a closing, the newest first; the case has all of it. */
const mostLetters = 20;

/**
 * The second person's list: decisions against the force's rule, answers of a case that hold only when another agrees, and cases that somebody
 * would close, none of them read by anybody else. An officer's own stand in it, and say that another reads them. Of a case it tells only who is
 * on it. Each report and each case in it is an entry.
 */
export const secondReadings: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/second-readings",
  operation: "my-cases",
  body: noBody,
  run: async (call) => {
    const ofReports = await readingsOfReports(call);
    const ofCases = await readingsOfCases(call);
    return {
      body: { readings: ofReports.readings, ofCases: ofCases.readings },
      shown: [],
      also: [...ofReports.also, ...ofCases.also],
    };
  },
});

/** What one part of the list shows, with its entries. */
interface Part {
  readonly readings: readonly object[];
  readonly also: NonNullable<DeskAnswer["also"]>;
}

async function readingsOfReports(call: DeskCall<undefined>): Promise<Part> {
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
    const owed = decisionsOf(state, risk, nameOf, officer.id).filter(({ proposed, read }) => proposed !== undefined && read === undefined);
    if (owed.length === 0) continue;
    for (const one of owed)
      readings.push({ report: reference, name: reporterOf(state), saw: state.number, isDanger: state.danger !== null, decision: one });
    for (const person of personsOfReport(state)) also.push({ report: reference, case: ofCase, person });
  }
  return { readings, also };
}

async function readingsOfCases(call: DeskCall<undefined>): Promise<Part> {
  const { tx, parts, officer } = call;
  const force = parts.force.id;
  const nameOf = await namesOfOfficers(tx, force);
  const own = await casesOfOfficer(tx, { force, officer: officer.id, limit: mostCases });
  const readings: object[] = [];
  const also: { readonly case: string; readonly person: string }[] = [];
  for (const ref of await casesToRead(tx, force, own)) {
    const found = await readCase(call, ref);
    const waits = found === undefined ? [] : await waitingIn(found, call);
    if (found === undefined || waits.length === 0) continue;
    const { state, reports, joined } = found;
    for (const { by, ...one } of waits)
      readings.push({
        case: ref,
        name: callCase(state, reports).name,
        saw: state.number,
        isDanger: [state, ...reports, ...joined].some(({ danger }) => danger !== null),
        by: nameOf(by),
        isOwn: !isSecondPerson(officer.id, [by]).allowed,
        ...one,
      });
    for (const person of personsOfCase(state)) also.push({ case: ref, person });
  }
  return { readings, also };
}

/** What of a case waits for somebody who reads it, as far as this officer may read it or wrote it. */
async function waitingIn(found: FoundCase, call: DeskCall<undefined>) {
  const { id, role } = call.officer;
  const { state, reports } = found;
  const may = (operation: "approve-decision" | "close-case", by: string): boolean => by === id || mayDo(role, operation, "member").allowed;
  const answers = answersToRead(state).flatMap(({ number, happened, by, reason, read, ...one }) =>
    read === undefined && may("approve-decision", by)
      ? [{ number, at: happened, by, reason, ...(one.of === "order" ? { of: one.of } : { ...one, actsInAll: summaryOf(reports).acts }) }]
      : [],
  );
  const { proposal, closed } = state;
  if (proposal === null || closed !== null || !may("close-case", proposal.by)) return answers;
  const { number, happened, by, reason, choice, rests, against, despite = [], asked } = proposal;
  const grounds = { choice, rests, against, despite, ...(asked !== undefined && { asked }) };
  const letters = theirLetters(found).slice(0, mostLetters);
  return [...answers, { of: "closing" as const, number, at: happened, by, reason, ...grounds, letters, open: await openNow(found, call) }];
}

/** What stands open now beside what the proposal gives a reason for: while it does, the case does not close. */
async function openNow(found: FoundCase, call: DeskCall<undefined>): Promise<readonly string[]> {
  const { rules, joined } = found;
  const state = await withOpenLinks(call, found.state);
  const reports: ReportState[] = [];
  for (const one of found.reports) reports.push(await withOpenLinks(call, one));
  const given = new Set<string>(state.proposal?.despite?.map(({ open }) => open));
  return closingChecks(state, reports, stillDue(dutiesOf({ state, reports, joined }, rules, call.now)), joined)
    .filter(({ id, done }) => !done && !given.has(id))
    .map(({ says, open }) => `${says}: ${open.join("; ")}`);
}
