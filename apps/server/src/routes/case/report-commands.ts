import type { ReadValue } from "@unmask/core";
import { type EventKind, type OperationId } from "@unmask/case";
import { asMachine } from "../../access/as-machine.ts";
import { type DeskRoute, deskRoute, noBody } from "../../access/desk-route.ts";
import { findReport } from "../../desk/find-report.ts";
import { mustReach } from "../../desk/reachable.ts";
import { readCommand } from "../../desk/read-command.ts";
import { type Wanted, runCommand } from "../../desk/run-command.ts";
import { joinedUpwards } from "../../sql/case/projections.ts";
import { takeNumber } from "../../sql/case/reports.ts";

/** What is written of a report while it waits: by whom it is read, who was reached, what stands of its danger, and with which other it is one. */

const ofReport = ({ params }: { readonly params: Readonly<Record<string, string>> }) => ({ report: params["reference"] ?? "" });

/** One event of a report: `{saw, …}` with the keys of the event. */
function written(path: string, operation: OperationId, kind: EventKind): DeskRoute {
  return deskRoute({
    method: "POST",
    path: `/desk/reports/:reference/${path}`,
    operation,
    about: ofReport,
    body: readCommand(kind),
    run: async (call) => {
      await runCommand(call, { of: "report", id: call.params["reference"] ?? "" }, call.body);
      return { body: {}, shown: [] };
    },
  });
}

/** Takes it: of two who take it at once one has it, and the other is told. */
export const take: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/reports/:reference/take",
  operation: "take-report",
  about: ofReport,
  body: noBody,
  run: async (call) => {
    const found = await findReport(call);
    if (found === undefined) return { status: 404, body: {}, shown: [] };
    const { report, number } = found.state;
    await runCommand(call, { of: "report", id: report }, { saw: number, intent: { kind: "report-taken", body: {} } });
    return { body: {}, shown: [] };
  },
});

/** Joins it into another that this officer may join, too. */
export const join: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/reports/:reference/join",
  operation: "join-reports",
  about: ofReport,
  body: readCommand("report-joined"),
  run: async (call) => {
    const { intent } = call.body;
    if (intent.kind !== "report-joined") throw new Error("read as a join and is none");
    await mustReach(call, "join-reports", { report: intent.body.into });
    await runCommand(call, { of: "report", id: call.params["reference"] ?? "" }, call.body);
    return { body: {}, shown: [], entry: { item: intent.body.into } };
  },
});

/** Parts them again. What is told in a case by the join is taken out of it by whoever may do so there: its officers would lose a person and a danger. */
export const part: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/reports/:reference/part",
  operation: "join-reports",
  about: ofReport,
  body: readCommand("report-parted"),
  run: async (call) => {
    const { tx, parts, params, body } = call;
    const report = params["reference"] ?? "";
    const above = await asMachine(tx, call, () => joinedUpwards(tx, parts.force.id, report));
    for (const one of above) if (one.case_ref !== null) await mustReach(call, "join-reports", { report: one.report });
    await runCommand(call, { of: "report", id: report }, body);
    return { body: {}, shown: [] };
  },
});
/** It is with nobody again. */
export const giveBack: DeskRoute = written("give-back", "take-report", "report-given-back");
/** Somebody tried to reach the person. */
export const contactTried: DeskRoute = written("contacts", "log-contact", "contact-attempted");
/** What the person wrote was read for how they are reached, or they told it: the way holds, another does, or none is left. */
export const contactRead: DeskRoute = written("contact-read", "log-contact", "contact-read");
/** What was written by mistake holds no more, with a reason. */
export const entryWithdrawn: DeskRoute = written("withdraw", "log-contact", "entry-withdrawn");
/** Somebody is in danger now. */
export const dangerRaised: DeskRoute = written("danger", "answer-risk", "danger-raised");
/** Somebody is there. */
export const dangerMet: DeskRoute = written("danger/met", "answer-risk", "danger-met");
/** It is over for now, with a reason. */
export const dangerEnded: DeskRoute = written("danger/ended", "answer-risk", "danger-ended");
/** The person was referred to a service that supports them, or did not want it. */
export const referralMade: DeskRoute = written("referral", "log-contact", "referral-made");
/** Where was looked, and whether something was there. */
export const searched: DeskRoute = written("searches", "answer-risk", "searched");
/** An act falls on a live order. */
export const breachFound: DeskRoute = written("breaches", "answer-risk", "breach-found");
/** A licensed instrument was used, as given. */
export const instrumentKept: DeskRoute = written("instruments", "answer-risk", "instrument-kept");
/** Put into another group of the queue by hand, with a reason. */
export const ruleOverridden: DeskRoute = written("group", "decide", "rule-overridden");
/** Reads a task; its number is given when it is kept. */
const readTask: ReadValue<Wanted> = (value, path) => {
  const numbered = { ...(typeof value === "object" && value !== null ? value : {}), task: "T-0" };
  return readCommand("task-made")(numbered, path);
};

/** Somebody must do something: it gets a number that people say. */
export const taskMade: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/reports/:reference/tasks",
  operation: "log-contact",
  about: ofReport,
  body: readTask,
  run: async (call) => {
    const { tx, parts, params, body } = call;
    const { intent } = body;
    if (intent.kind !== "task-made") throw new Error("read as a task and is none");
    let task = "";
    const complete = async (): Promise<Wanted["intent"]> => {
      task = `T-${await takeNumber(tx, parts.force.id, "task")}`;
      return { kind: intent.kind, body: { ...intent.body, task } };
    };
    await runCommand(call, { of: "report", id: params["reference"] ?? "" }, { ...body, given: ["task"], complete });
    return { body: { task }, shown: [], entry: { task } };
  },
  again: async (_, { event }) => (event.kind === "task-made" ? { body: { task: event.body.task }, shown: [] } : { body: {}, shown: [] }),
});

/** It is done, or needs not be done any more. */
export const taskDone: DeskRoute = written("tasks/done", "log-contact", "task-done");
/** A second person reads a decision: never the one who wrote it. */
export const decisionRead: DeskRoute = written("decisions/read", "approve-decision", "decision-read");
