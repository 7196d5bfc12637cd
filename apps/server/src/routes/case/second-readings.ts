import { type ReportState, answersToRead, callCase, closingChecks, dutiesOf, isSecondPerson, reporterOf, stillDue } from "@unmask/case";
import { type DeskCall, type DeskRoute, deskRoute, noBody } from "../../access/desk-route.ts";
import { rulesOf } from "../../desk/desk-rules.ts";
import { summaryOf } from "../../desk/case-page.ts";
import { type FoundCase, readCase } from "../../desk/find-case.ts";
import { findReport } from "../../desk/find-report.ts";
import { decisionsOf } from "../../desk/report-done.ts";
import { theirLetters } from "../../desk/their-letters.ts";
import { withOpenLinks } from "../../links/open-links.ts";
import { whatWaits } from "../../supervision/what-waits.ts";

/** What the person wrote beside a closing, the newest first; the case has all of it. */
const mostLetters = 20;

/**
 * The second person's list: what waits, as supervision has it, and of what is read on this page what was decided and why: decisions against the
 * force's rule, answers of a case that hold only when another agrees, and cases that somebody would close. An officer's own stand in it, and say that
 * another reads them. Each report, case and order in it is an entry.
 */
export const secondReadings: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/second-readings",
  operation: "my-cases",
  body: noBody,
  run: async (call) => {
    const { rows, more, isMore, timesSet, also, nameOf } = await whatWaits(call);
    // Of what this officer may not read there is neither a name nor a word.
    const open = rows.filter(({ name, whyNot }) => name !== null && (whyNot === null || whyNot === "own"));
    const numbersIn = (of: "report" | "case"): Numbers => {
      const all = new Map<string, number[]>();
      for (const { at, number } of open) if (at.of === of && number !== null) all.set(at.id, [...(all.get(at.id) ?? []), number]);
      return all;
    };
    const readings = await readingsOfReports(call, numbersIn("report"), nameOf);
    const ofCases = await readingsOfCases(call, numbersIn("case"), nameOf);
    return { body: { rows, more, isMore, timesSet, readings, ofCases }, shown: [], also };
  },
});

/** Numbers of the events that wait, by the report or the case. */
type Numbers = ReadonlyMap<string, readonly number[]>;
type NameOf = (id: string) => string;

async function readingsOfReports(call: DeskCall<undefined>, waiting: Numbers, nameOf: NameOf): Promise<readonly object[]> {
  const { risk } = rulesOf(call.parts.force);
  const readings: object[] = [];
  for (const [reference, numbers] of waiting) {
    const found = await findReport({ ...call, params: { reference } });
    if (found === undefined) continue;
    const { state } = found;
    for (const decision of decisionsOf(state, risk, nameOf, call.officer.id))
      if (numbers.includes(decision.number))
        readings.push({ report: reference, name: reporterOf(state), saw: state.number, isDanger: state.danger !== null, decision });
  }
  return readings;
}

async function readingsOfCases(call: DeskCall<undefined>, waiting: Numbers, nameOf: NameOf): Promise<readonly object[]> {
  const readings: object[] = [];
  for (const [ref, numbers] of waiting) {
    const found = await readCase(call, ref);
    if (found === undefined) continue;
    const { state, reports, joined } = found;
    for (const { by, ...one } of await waitingIn(found, call))
      if (numbers.includes(one.number))
        readings.push({
          case: ref,
          name: callCase(state, reports).name,
          saw: state.number,
          isDanger: [state, ...reports, ...joined].some(({ danger }) => danger !== null),
          by: nameOf(by),
          isOwn: !isSecondPerson(call.officer.id, [by]).allowed,
          ...one,
        });
  }
  return readings;
}

/** What of a case waits, with what it rests on. */
async function waitingIn(found: FoundCase, call: DeskCall<undefined>) {
  const { state, reports } = found;
  const answers = answersToRead(state).flatMap(({ number, happened, by, reason, read, ...one }) =>
    read === undefined
      ? [{ number, at: happened, by, reason, ...(one.of === "order" ? { of: one.of } : { ...one, actsInAll: summaryOf(reports).acts }) }]
      : [],
  );
  const { proposal, closed } = state;
  if (proposal === null || closed !== null) return answers;
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
