import {
  type CaseOfRows,
  type CaseState,
  type QueueRule,
  type ReportState,
  type Stream,
  classificationsOf,
  foldCase,
  foldReport,
  standingsOf,
} from "@unmask/case";
import type { Transaction } from "kysely";
import { type MachineRows, machineTransaction } from "../access/as-machine.ts";
import { type ProjectingOrders, rebuildOrders } from "../orders/project-order.ts";
import { proposeInCases } from "../orders/propose-acts.ts";
import { readStream, readStreams, streamsAfter } from "../sql/case/case-events.ts";
import type { CaseTables } from "../sql/case/case-tables.ts";
import { putClasses } from "../sql/case/classes.ts";
import { membersOfCases, placeReports } from "../sql/case/membership.ts";
import {
  casesOfReports,
  clearProjections,
  neighboursOf,
  putCaseView,
  putReportViews,
  putStandings,
  reportViewBefore,
} from "../sql/case/projections.ts";

/**
 * What the queue and the list of cases are read from: worked out from events, in the transaction that writes them. Whoever adds an event to a
 * stream calls `project` for it before that transaction ends.
 */

/** For which force, and by which rule its queue is sorted. */
export interface Projecting {
  readonly force: string;
  readonly rule: QueueRule;
}

/** Streams that are folded at once when everything is made anew: what they hold must fit memory. */
const streamsAtOnce = 200;

/** Works out anew what hangs on this stream. */
export async function project(tx: Transaction<CaseTables>, { force, rule }: Projecting, stream: Stream): Promise<void> {
  if (stream.of === "case") {
    const ofCase = foldCase(stream.id, await readStream(tx, force, stream));
    await putCase(tx, force, ofCase);
    await projectRowsOfCase(tx, { force, rule }, ofCase.case);
    return;
  }
  const before = await reportViewBefore(tx, force, stream.id);
  const state = foldReport(stream.id, await readStream(tx, force, stream));
  await putReportViews(tx, force, [state]);
  // What it was joined to, or whose case it left, counts one fewer now.
  const seeds = [stream.id, before?.joined_into, state.joinedInto].filter((one) => typeof one === "string");
  const cases = [before?.case_ref, state.case].filter((one) => typeof one === "string");
  const family = await familyOf(tx, force, { seeds, cases });
  await projectFamily(tx, { force, rule }, family);
  const isMoved = (before?.case_ref ?? null) !== state.case || (before?.joined_into ?? null) !== state.joinedInto;
  if (isMoved) await proposeAround(tx, force, { family, cases });
}

/** Works out anew what acts propose under orders, in every case in which these reports count. */
async function proposeAround(
  tx: Transaction<CaseTables>,
  force: string,
  { family, cases }: { readonly family: readonly string[]; readonly cases: readonly string[] },
): Promise<void> {
  await proposeInCases(tx, force, [...new Set([...cases, ...(await casesOfReports(tx, force, family))])].toSorted());
}

/** The same after a pack came to a report. */
export async function proposeOfReport(tx: Transaction<CaseTables>, force: string, report: string): Promise<void> {
  await proposeAround(tx, force, { family: await familyOf(tx, force, { seeds: [report], cases: [] }), cases: [] });
}

/** Works out anew the rows in which a case counts: after something was written in it, or somebody was put on it or taken off. */
export async function projectRowsOfCase(tx: Transaction<CaseTables>, { force, rule }: Projecting, ref: string): Promise<void> {
  await projectFamily(tx, { force, rule }, await familyOf(tx, force, { seeds: [], cases: [ref] }));
}

async function putCase(tx: Transaction<CaseTables>, force: string, state: CaseState): Promise<void> {
  await putCaseView(tx, force, state);
  if (state.offence !== null) await putClasses(tx, { force, ref: state.case, words: classificationsOf(state.offence) });
}

/** All reports that are read as one with these, or count in a row of one another. */
export async function familyOf(
  tx: Transaction<CaseTables>,
  force: string,
  { seeds, cases: firstCases }: { readonly seeds: readonly string[]; readonly cases: readonly string[] },
): Promise<readonly string[]> {
  const reports = new Set(seeds);
  const cases = new Set(firstCases);
  for (let known = -1; known < reports.size + cases.size;) {
    known = reports.size + cases.size;
    for (const one of await neighboursOf(tx, force, { reports: [...reports], cases: [...cases] })) {
      reports.add(one.report);
      if (one.joined_into !== null) reports.add(one.joined_into);
      if (one.case_ref !== null) cases.add(one.case_ref);
    }
  }
  return [...reports];
}

async function projectFamily(tx: Transaction<CaseTables>, { force, rule }: Projecting, reports: readonly string[]): Promise<void> {
  const streams = await readStreams(tx, force, { of: "report", ids: reports });
  const states = [...streams].map(([report, events]) => foldReport(report, events));
  await putStandings(tx, force, { reports, standings: standingsOf(states, rule, await casesOfRows(tx, force, states)) });
}

/** The cases to which these reports belong, as rows are worked out by them. */
export async function casesOfRows(
  tx: Transaction<CaseTables>,
  force: string,
  states: readonly ReportState[],
): Promise<readonly CaseOfRows[]> {
  const refs = [...new Set(states.flatMap((one) => (one.case === null ? [] : [one.case])))];
  const streams = await readStreams(tx, force, { of: "case", ids: refs });
  const members = await membersOfCases(tx, force, refs);
  return [...streams].map(([ref, events]) => ({
    state: foldCase(ref, events),
    members: members.filter(({ case_ref }) => case_ref === ref).map(({ officer }) => officer),
  }));
}

/**
 * Makes everything anew from the events alone: queue, orders, cases and the words they are found by, taken away first, in the one transaction in which they
 * are put back; where each report stands is set right. Who is on a case and the keys of links stand in no event: they stay as they are.
 */
export async function rebuildProjections(
  database: MachineRows,
  { force: { id: force, name }, rule, now }: Omit<Projecting, "force"> & ProjectingOrders,
): Promise<{ readonly reports: number; readonly cases: number; readonly orders: number }> {
  return machineTransaction(database, async (tx) => {
    await clearProjections(tx, force);
    const families: string[] = [];
    const reports = await eachStream(tx, force, "report", async (ids) => {
      const streams = await readStreams(tx, force, { of: "report", ids });
      const states = [...streams].map(([report, events]) => foldReport(report, events));
      await putReportViews(tx, force, states);
      await placeReports(
        tx,
        states.map((one) => ({ force, report: one.report, case_ref: one.case })),
      );
      // Those that hang on no other stand alone; the others wait until all of them are known.
      const alone = states.filter((one) => one.case === null && one.joinedInto === null);
      await putStandings(tx, force, { reports: [], standings: standingsOf(alone, rule) });
      for (const one of states) if (one.case !== null || one.joinedInto !== null) families.push(one.report);
    });
    const done = new Set<string>();
    for (const report of families) {
      if (done.has(report)) continue;
      const family = await familyOf(tx, force, { seeds: [report], cases: [] });
      await projectFamily(tx, { force, rule }, family);
      for (const one of family) done.add(one);
    }
    const cases = await eachStream(tx, force, "case", async (ids) => {
      const streams = await readStreams(tx, force, { of: "case", ids });
      for (const [id, events] of streams) await putCase(tx, force, foldCase(id, events));
    });
    return { reports, cases, orders: await rebuildOrders(tx, { force: { id: force, name }, now }) };
  });
}

async function eachStream(
  tx: Transaction<CaseTables>,
  force: string,
  of: Stream["of"],
  work: (ids: readonly string[]) => Promise<void>,
): Promise<number> {
  let many = 0;
  for (let after = ""; ;) {
    const ids = await streamsAfter(tx, force, { of, after, limit: streamsAtOnce });
    await work(ids);
    many += ids.length;
    const last = ids.at(-1);
    if (last === undefined) return many;
    after = last;
  }
}
