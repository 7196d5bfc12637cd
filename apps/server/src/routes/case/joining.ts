import { type ReportState, reporterOf } from "@unmask/case";
import { type DeskRoute, deskRoute, noBody } from "../../access/desk-route.ts";
import { type FoundReport, findReport } from "../../desk/find-report.ts";
import { personsOfReport } from "../../desk/persons-shown.ts";
import { mustReach } from "../../desk/reachable.ts";
import { sayState } from "../../desk/report-words.ts";
import { countActs } from "../../sql/case/report-contents.ts";

/** What a join would do, told before it is done: two reports beside each other, and what moves where. Parting them undoes the whole. */
export const joinPreview: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/reports/:reference/join",
  operation: "join-reports",
  about: ({ params }) => ({ report: params["reference"] ?? "" }),
  query: ["into"],
  body: noBody,
  run: async (call) => {
    const { tx, parts, query, params } = call;
    const into = query["into"] ?? "";
    const found = await findReport(call);
    if (found === undefined || into === params["reference"]) return { status: 404, body: {}, shown: [] };
    await mustReach(call, "join-reports", { report: into });
    const other = await findReport({ ...call, params: { reference: into } });
    if (other === undefined) return { status: 404, body: {}, shown: [] };
    const sideOf = async ({ state }: FoundReport) => ({
      report: state.report,
      saw: state.number,
      name: reporterOf(state),
      state: sayState(state),
      acts: await countActs(tx, { force: parts.force.id, report: state.report }),
      packs: state.packs.length,
      tasks: state.tasks.filter(({ done }) => !done).length,
      isDanger: state.danger !== null,
      ...(state.account !== null && { account: state.account }),
    });
    const body = { from: await sideOf(found), into: await sideOf(other), moves: movesOf(found.state, other.state) };
    const also = personsOfReport(other.state).map((person) => ({ person, report: into }));
    return { body, shown: personsOfReport(found.state), entry: { item: into }, also };
  },
});

/** What becomes of the one that is joined, a sentence each. */
function movesOf(from: ReportState, into: ReportState): readonly string[] {
  const one = (isSo: boolean, says: string): readonly string[] => (isSo ? [says] : []);
  return [
    `${from.report} has no row of its own any more: it is read with ${into.report}, in that row, which counts both.`,
    `Its words, acts and packs stay under ${from.report} and are shown behind those of ${into.report}.`,
    ...one(from.danger !== null, `Its danger stands in the row of ${into.report} until somebody ends it.`),
    ...one(from.officer !== null && into.officer === null, `The row is with the officer who has ${from.report}.`),
    ...one(
      from.officer !== null && into.officer !== null && from.officer !== into.officer,
      "Two officers have one each: both keep theirs.",
    ),
    ...one(from.case !== into.case, "They do not stand in the same case: joining puts neither into another."),
    ...one(from.contact !== null, "How it is safe to reach the person is not merged: each keeps its own, and both are shown."),
    `Answers to the person go to the mailbox of each report: nothing is sent by joining.`,
  ];
}
