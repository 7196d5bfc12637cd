import { type ReadValue, count, fault, object, text } from "@unmask/core";
import { type Intent, assessmentOf, nameOfRiskRule, proposeFor, reporterOf } from "@unmask/case";
import { type DeskAnswer, type DeskCall, type DeskRoute, deskRoute, noBody } from "../../access/desk-route.ts";
import { rulesOf } from "../../desk/desk-rules.ts";
import { findReport } from "../../desk/find-report.ts";
import { promptShown } from "../../desk/prompts-shown.ts";
import { callPreview } from "../../desk/telephone-words.ts";
import { personsOfReport } from "../../desk/persons-shown.ts";
import { readCommand } from "../../desk/read-command.ts";
import { dangerLines } from "../../desk/danger-told.ts";
import { aroundReport } from "../../desk/around-report.ts";
import { breachFacts, triedFact, withFact } from "../../desk/around-words.ts";
import { accountOf, sayState } from "../../desk/report-words.ts";
import { firstFacts } from "../../desk/said-words.ts";
import { decisionsOf } from "../../desk/report-done.ts";
import { runCommand } from "../../desk/run-command.ts";
import { standsOut } from "../../desk/stands-out.ts";
import { namesOfOfficers } from "../../sql/case/officers.ts";
import { countActs } from "../../sql/case/report-contents.ts";

/** Assessing a report: what is asked, what the force's rule proposes, and what a person decides. No number comes out. */

const ofReport = ({ params }: { readonly params: Readonly<Record<string, string>> }) => ({ report: params["reference"] ?? "" });

/** Prompts as they were answered, and the event of them under the rule that asked. */
const readAnswers: ReadValue<{ readonly saw: number; readonly ask: (rule: string) => Intent }> = (value, path) => {
  const ruled = { ...(typeof value === "object" && value !== null ? value : {}), rule: "as asked" };
  const { saw, intent } = readCommand("risk-answered")(ruled, path);
  if (intent.kind !== "risk-answered") throw new Error("read as answers and is none");
  const { kind, body } = intent;
  return { saw, ask: (rule) => ({ kind, body: { ...body, rule } }) };
};

/** The questions with their answers, and the proposal. It shows account and cover, so it asks for its reason as the report's own page does. */
export const assess: DeskRoute = deskRoute({
  method: "GET",
  path: "/desk/reports/:reference/assess",
  operation: "open-report",
  about: ofReport,
  body: noBody,
  run: shown,
});

/** Answers prompts. Nothing of the report comes back, which is shown for a reason of its own: the number that was written and the proposal that follows. */
export const riskAnswered: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/reports/:reference/risk",
  operation: "answer-risk",
  about: ofReport,
  body: readAnswers,
  run: async (call) => {
    const { saw, ask } = call.body;
    const { risk } = rulesOf(call.parts.force);
    await runCommand(call, { of: "report", id: call.params["reference"] ?? "" }, { saw, intent: ask(nameOfRiskRule(risk)) });
    return proposed(call);
  },
  again: (call) => proposed(call),
});

async function proposed(call: DeskCall<unknown>): Promise<DeskAnswer> {
  const found = await findReport(call);
  if (found === undefined) return { status: 404, body: {}, shown: [] };
  const { choice, says } = proposeFor(found.state, rulesOf(call.parts.force).risk);
  return { body: { saw: found.state.number, proposal: { choice, says } }, shown: [] };
}

async function shown(call: DeskCall<unknown>): Promise<DeskAnswer> {
  const { tx, parts } = call;
  const found = await findReport(call);
  if (found === undefined) return { status: 404, body: {}, shown: [] };
  const { state, events } = found;
  const { risk } = rulesOf(parts.force);
  const { rows, proposal } = assessmentOf(state, risk);
  const of = { force: parts.force.id, report: state.report, inCase: state.case };
  const nameOf = await namesOfOfficers(tx, parts.force.id);
  const around = await aroundReport(call, state);
  const body = {
    report: state.report,
    name: reporterOf(state),
    state: sayState(state),
    saw: state.number,
    // Whoever decides here rings from here.
    reach: [
      ...firstFacts(state, nameOf),
      ...breachFacts(around, state.report),
      triedFact(around, state.report, nameOf),
      withFact(around, nameOf),
      ...callPreview(state),
    ],
    danger: dangerLines(around.dangers, state.report, nameOf),
    account: accountOf(events),
    rule: proposal.rule,
    proposal: { choice: proposal.choice, says: proposal.says },
    prompts: rows.map((row) => promptShown(row, [state])),
    choices: risk.choices,
    decisions: decisionsOf(state, risk, nameOf, call.officer.id),
    acts: await standsOut(tx, [of]),
    actsInAll: await countActs(tx, of),
  };
  return { body, shown: personsOfReport(state) };
}

/** UTF-16 units of a decision's words, as an event takes them. */
const longestWords = 20_000;

const wordsOfDecision: ReadValue<string> = (value, path) => {
  const words = text(value, path).trim();
  return words.length > longestWords ? fault(path, `is longer than ${longestWords} characters`) : words;
};
const readDecision = object(({ must }) => ({
  saw: must("saw", count),
  choice: must("choice", text),
  words: must("words", wordsOfDecision),
}));

/**
 * What is decided, beside what the rule proposes on what was seen, and which prompts are open. Against the rule it needs words, and a second
 * person reads it.
 */
export const decide: DeskRoute = deskRoute({
  method: "POST",
  path: "/desk/reports/:reference/decide",
  operation: "decide",
  about: ofReport,
  body: readDecision,
  run: async (call) => {
    const { parts, body } = call;
    const found = await findReport(call);
    if (found === undefined) return { status: 404, body: {}, shown: [] };
    const { state } = found;
    const { choice: proposed, rule, open } = proposeFor(state, rulesOf(parts.force).risk);
    const { words } = body;
    await runCommand(
      call,
      { of: "report", id: state.report },
      {
        saw: body.saw,
        intent: {
          kind: "triage-decided",
          body: {
            choice: body.choice,
            proposed,
            rule,
            ...(words !== "" && { reason: words }),
            ...(open.length > 0 && { openPrompts: open }),
          },
        },
      },
    );
    return { body: {}, shown: [] };
  },
});
