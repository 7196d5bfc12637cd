import { type BodyOf, everyQuestion } from "@unmask/case";
import { type DeskCall, type DeskRoute, deskRoute } from "../../access/desk-route.ts";
import { readCommand } from "../../desk/read-command.ts";
import { runCommand } from "../../desk/run-command.ts";
import { readStreams } from "../../sql/case/case-events.ts";
import { lastBegun, takeNumber } from "../../sql/case/reports.ts";

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
    const whole = { kind: intent.kind, body: { ...intent.body, questions: everyQuestion(intent.body.questions) } };
    const before = await sentBefore(call, whole.body);
    // 200, and not 201: nothing was written now.
    if (before !== undefined) return { body: { report: before }, shown: [`${before}/reporter`], entry: { report: before } };
    const id = `R-${await takeNumber(tx, parts.force.id, "report")}`;
    await runCommand(call, { of: "report", id }, { ...body, intent: whole });
    return { status: 201, body: { report: id }, shown: [`${id}/reporter`], entry: { report: id } };
  },
});

/**
 * The report that came of this very form: a key that was pressed twice, or a form that was sent again after a lost answer. Never by the words: two
 * silent calls are alike, and the second woman would have no report. More words in the same form are a report of their own, so that none is lost.
 */
async function sentBefore({ tx, parts, officer }: DeskCall<unknown>, body: BodyOf<"report-typed">): Promise<string | undefined> {
  if (body.form === undefined) return undefined;
  const streams = await readStreams(tx, parts.force.id, { of: "report", ids: await lastBegun(tx, parts.force.id) });
  const words = JSON.stringify(body);
  return [...streams].find(
    ([, [first]]) => first?.kind === "report-typed" && first.by === officer.id && JSON.stringify(first.body) === words,
  )?.[0];
}
