import { type Intent, type Stream, everyQuestion, nameOfRiskRule, prompts, proposeFor } from "@unmask/case";
import { sayClock } from "../desk/clock-words.ts";
import { rulesOf } from "../desk/desk-rules.ts";
import { type CommandCall, runCommand } from "../desk/run-command.ts";
import { addMember, askFor } from "../sql/case/membership.ts";
import { lastEventOf } from "../sql/case/projections.ts";
import { takeNumber } from "../sql/case/reports.ts";
import type { ToldCase } from "./cases.ts";

/** The invented cases of a demonstration: told on the telephone, by the desk's own commands. */

/** Digits of a case's number. */
const caseDigits = 4;

/** What the steps of its order name. */
export interface WrittenCase {
  readonly ref: string;
  /** The report of whoever is protected. */
  readonly report: string;
}

/** A report that was told at an instant, read and decided on as it was told, and the case that was made of it, with these officers on it. */
export async function writeInventedCase(
  call: CommandCall,
  { name, says, support }: ToldCase,
  members: readonly string[],
): Promise<WrittenCase> {
  const { tx, now, officer, parts } = call;
  const force = parts.force.id;
  const report = await tell(call, name, says);
  await decideByRule(call, report);
  await writeSupport(call, report, support);
  const ref = String(await takeNumber(tx, force, "case")).padStart(caseDigits, "0");
  await askFor(tx, "unmask", now);
  for (const id of members) await addMember(tx, { force, case_ref: ref, officer: id, added_at: now, added_by: officer.id });
  await writeStep(call, { of: "case", id: ref }, { kind: "case-opened", body: { reports: [report] } });
  return { ref, report };
}

/** The same person rings again: a report of its own, which is added to the case and waits to be decided. */
export async function writeToldAgain(
  call: CommandCall,
  { name, says, support }: Pick<ToldCase, "name" | "says" | "support">,
  { ref }: WrittenCase,
): Promise<void> {
  const report = await tell(call, name, says);
  await writeSupport(call, report, support);
  await writeStep(call, { of: "case", id: ref }, { kind: "report-added", body: { report } });
}

/** One more step in a report or a case, on what stands there. */
export async function writeStep(call: CommandCall, stream: Stream, intent: Intent): Promise<void> {
  const { tx, parts, now } = call;
  await askFor(tx, "unmask", now);
  const saw = (await lastEventOf(tx, parts.force.id, stream)) ?? 0;
  await runCommand(call, stream, { saw, intent });
}

async function writeSupport(call: CommandCall, report: string, support: ToldCase["support"]): Promise<void> {
  if (support !== undefined) await writeStep(call, { of: "report", id: report }, { kind: "referral-made", body: support });
}

/** Whoever typed it in has read it. */
async function tell(call: CommandCall, name: string, says: string): Promise<string> {
  const { tx, parts, now } = call;
  await askFor(tx, "unmask", now);
  const report = `R-${await takeNumber(tx, parts.force.id, "report")}`;
  const body = {
    door: "101" as const,
    who: { reporter: "self" as const, about: "adult" as const, name },
    danger: "no" as const,
    questions: everyQuestion([]),
    told: [{ says, at: sayClock(now).slice(0, 5) }],
    jurisdiction: "EW" as const,
  };
  const stream = { of: "report", id: report } as const;
  await writeStep(call, stream, { kind: "report-typed", body });
  await writeStep(call, stream, { kind: "report-opened", body: {} });
  return report;
}

/** The prompts are asked, nothing is known of them yet, and the force's rule is followed. */
async function decideByRule(call: CommandCall, report: string): Promise<void> {
  const { risk } = rulesOf(call.parts.force);
  const rule = nameOfRiskRule(risk);
  const stream = { of: "report", id: report } as const;
  const answers = prompts.map(({ id }) => ({ prompt: id, answer: "not-known" as const }));
  await writeStep(call, stream, { kind: "risk-answered", body: { rule, prompts: answers } });
  const { choice } = proposeFor({ prompts: {}, danger: null }, risk);
  await writeStep(call, stream, { kind: "triage-decided", body: { choice, proposed: choice, rule } });
}
