import { type Intent, everyQuestion } from "@unmask/case";
import { sayClock } from "../desk/clock-words.ts";
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

/** A report that was told at an instant, and the case that was made of it, with these officers on it. */
export async function writeInventedCase(call: CommandCall, { name, says }: ToldCase, members: readonly string[]): Promise<WrittenCase> {
  const { tx, now, officer, parts } = call;
  const force = parts.force.id;
  const report = await tell(call, name, says);
  const ref = String(await takeNumber(tx, force, "case")).padStart(caseDigits, "0");
  await askFor(tx, "unmask", now);
  for (const id of members) await addMember(tx, { force, case_ref: ref, officer: id, added_at: now, added_by: officer.id });
  await runCommand(call, { of: "case", id: ref }, { saw: 0, intent: { kind: "case-opened", body: { reports: [report] } } });
  return { ref, report };
}

/** The same person rings again: a report of its own, which is added to the case. */
export async function writeToldAgain(call: CommandCall, { name }: ToldCase, { ref }: WrittenCase, says: string): Promise<void> {
  const report = await tell(call, name, says);
  await writeStep(call, ref, { kind: "report-added", body: { report } });
}

/** One more step in a case, on what stands there. */
export async function writeStep(call: CommandCall, ref: string, intent: Intent): Promise<void> {
  const { tx, parts, now } = call;
  await askFor(tx, "unmask", now);
  const saw = (await lastEventOf(tx, parts.force.id, { of: "case", id: ref })) ?? 0;
  await runCommand(call, { of: "case", id: ref }, { saw, intent });
}

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
  await runCommand(call, { of: "report", id: report }, { saw: 0, intent: { kind: "report-typed", body } });
  return report;
}
