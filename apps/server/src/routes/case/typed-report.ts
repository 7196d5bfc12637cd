import { everyQuestion } from "@unmask/case";
import { type DeskRoute, deskRoute } from "../../access/desk-route.ts";
import { readCommand } from "../../desk/read-command.ts";
import { runCommand } from "../../desk/run-command.ts";
import { takeNumber } from "../../sql/case/reports.ts";

/** A report that somebody tells: the words as they are typed in while it is told. */

/** Keeps it under a number of its own. What nobody asked stands as not asked. A line that went dead is kept as far as it came. */
export const typedReport: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/reports",
  operation: "type-report",
  // Nothing was seen of a report that is not there yet.
  body: (value, path) => readCommand("report-typed")({ ...(typeof value === "object" ? value : {}), saw: 0 }, path),
  run: async (call) => {
    const { tx, parts, body } = call;
    const { intent } = body;
    if (intent.kind !== "report-typed") throw new Error("read as a report and is none");
    const id = `R-${await takeNumber(tx, parts.force.id, "report")}`;
    const whole = { kind: intent.kind, body: { ...intent.body, questions: everyQuestion(intent.body.questions) } };
    await runCommand(call, { of: "report", id }, { ...body, intent: whole });
    return { status: 201, body: { report: id }, shown: [`${id}/reporter`], entry: { report: id } };
  },
});
