import { type EventKind, type OperationId, nameOfRiskRule, personsIn, sameNamed } from "@unmask/case";
import { type ReadValue } from "@unmask/core";
import { type DeskAnswer, type DeskCall, type DeskRoute, type WrittenBefore, deskRoute, refuseByState } from "../../access/desk-route.ts";
import { rulesOf } from "../../desk/desk-rules.ts";
import { findCase } from "../../desk/find-case.ts";
import { firstNotInCase } from "../../desk/named-acts.ts";
import { putHoldersOn } from "../../desk/put-holders-on.ts";
import { readCommand } from "../../desk/read-command.ts";
import { type Wanted, runCommand } from "../../desk/run-command.ts";
import { highestOrdinal } from "../../sql/case/case-acts.ts";
import { countCourse } from "../../sql/case/course-acts.ts";
import { lastLook } from "../../sql/case/link-pairs.ts";
import { takeNumber } from "../../sql/case/reports.ts";
import { mustWait } from "./cases.ts";

/**
 * What is written in a case: one route for each kind of event that an officer writes (docs/formats/case-event.md), with the operation of
 * docs/access.md that it is. The body is `{saw, happened?, words?, …}` with the keys of the event; a number of ours that is left out is given here.
 */

/** By kind: the path below `/desk/cases/:case/`, and what it is. */
const commands: readonly (readonly [EventKind, string, OperationId])[] = [
  ["case-taken", "take", "change-case"],
  ["report-added", "reports/add", "join-reports"],
  ["report-removed", "reports/remove", "join-reports"],
  ["person-in-role", "people/add", "change-case"],
  ["person-out-of-role", "people/remove", "change-case"],
  ["fact-recorded", "facts", "change-case"],
  ["account-recorded", "accounts", "change-case"],
  ["inference-recorded", "inferences", "change-case"],
  ["enquiry-opened", "enquiries/open", "change-case"],
  ["enquiry-asked", "enquiries/ask", "change-case"],
  ["enquiry-answered", "enquiries/answer", "change-case"],
  ["enquiry-ended", "enquiries/end", "change-case"],
  ["task-made", "tasks/make", "change-case"],
  ["task-done", "tasks/done", "change-case"],
  ["searched", "searches", "change-case"],
  ["breach-found", "breaches", "change-case"],
  ["contact-attempted", "contacts", "log-contact"],
  ["entry-withdrawn", "withdraw", "change-case"],
  ["danger-raised", "danger/raise", "answer-risk"],
  ["danger-met", "danger/met", "answer-risk"],
  ["danger-ended", "danger/end", "answer-risk"],
  ["risk-answered", "risk", "answer-risk"],
  ["instrument-kept", "instruments", "answer-risk"],
  ["decision-written", "decisions/write", "decide"],
  ["order-considered", "decisions/order", "decide"],
  ["recorded-elsewhere", "decisions/recorded-elsewhere", "decide"],
  ["record-typed", "records", "change-case"],
  ["why-not-stalking", "decisions/why-not-stalking", "decide"],
  ["decision-read", "decisions/read", "approve-decision"],
  ["offence-recorded", "recording", "record-crime"],
  ["victim-code-event", "code-events", "change-case"],
  ["victim-status", "status", "change-case"],
  ["referral-consent", "referrals/consent", "change-case"],
  ["referral-answered", "referrals/answer", "change-case"],
  ["referral-contacted", "referrals/contact", "change-case"],
  ["referral-withdrawn", "referrals/withdraw", "change-case"],
  ["closing-proposed", "closing/propose", "close-case"],
  ["closing-returned", "closing/return", "close-case"],
  ["case-closed", "closing/close", "close-case"],
  ["case-reopened", "closing/reopen", "close-case"],
];

/** Stand for the next number of the force, or of the case, where a task, a line of enquiry or a person has none yet. */
const unnumbered = "T-0";
const firstEnquiry = "E-0";
const firstPerson = "person-0";
const firstReferral = "RF-0";
/** Stands for the force’s own rule, which is said here and not by whoever answers. */
const ruleOfForce = "as asked";

/** Every one of them. */
export const caseCommands: readonly DeskRoute[] = commands.map(([kind, path, operation]) =>
  deskRoute({
    method: "POST",
    path: `/desk/cases/:case/${path}`,
    operation,
    about: ({ params }) => ({ case: params["case"] ?? "" }),
    body: readWanted(kind),
    run: writeInCase,
    again: async (_, { event, saw }) => ({ body: { saw, ...numbersOf(event) }, shown: [] }),
  }),
);

function readWanted(kind: EventKind): ReadValue<Wanted> {
  const read = readCommand(kind);
  if (kind === "task-made") return withStandIn(read, "task", unnumbered);
  if (kind === "person-in-role") return withStandIn(read, "person", firstPerson);
  if (kind === "referral-consent") return withStandIn(read, "referral", firstReferral);
  if (kind === "risk-answered") return withStandIn(read, "rule", ruleOfForce);
  return kind === "enquiry-opened" ? withStandIn(read, "enquiry", firstEnquiry) : read;
}

/** Reads a command that leaves out what the desk itself says; `completed` says it. */
function withStandIn(read: ReadValue<Wanted>, key: string, standIn: string): ReadValue<Wanted> {
  return (value, path) => read(typeof value === "object" && value !== null && !(key in value) ? { ...value, [key]: standIn } : value, path);
}

async function writeInCase(call: DeskCall<Wanted>): Promise<DeskAnswer> {
  const { parts, params, body } = call;
  const ref = params["case"] ?? "";
  const codes = body.intent.kind === "offence-recorded" ? await parts.codeTable() : null;
  const complete = async (): Promise<Wanted["intent"]> => {
    const { intent } = body;
    if (intent.kind === "report-added") await mustWait(call, intent.body.report, ref);
    if (intent.kind === "decision-read") await mustHaveRead(call, ref, intent.body.decision);
    if (intent.kind === "why-not-stalking") await mustBeActs(call, intent.body.acts);
    if (intent.kind === "case-closed") await mustHaveRead(call, ref, intent.body.proposal);
    const whole = await completed(call, intent);
    if (whole.kind === "report-added") await putHoldersOn(call, { ref, reports: [whole.body.report] });
    return whole;
  };
  const written = await runCommand(call, { of: "case", id: ref }, { ...body, codes, given: givenIn(body.intent), complete });
  const [first] = written;
  const last = written.filter(({ stream }) => stream.of === "case").at(-1);
  return {
    body: { saw: last?.number ?? body.saw, ...(first !== undefined && numbersOf(first)) },
    shown: [],
    entry: { item: `${body.intent.kind} ${last?.number ?? ""}`.trim() },
  };
}

/** What stands in an event that was left out of what was sent. */
function givenIn(intent: Wanted["intent"]): readonly string[] {
  switch (intent.kind) {
    case "task-made":
      return intent.body.task === unnumbered ? ["task"] : [];
    case "person-in-role":
      return intent.body.person === firstPerson ? ["person"] : [];
    case "referral-consent":
      return intent.body.referral === firstReferral ? ["referral"] : [];
    case "enquiry-opened":
      return intent.body.enquiry === firstEnquiry ? ["enquiry"] : [];
    case "contact-attempted":
      return intent.body.reports === undefined ? ["reports"] : [];
    case "risk-answered":
      return ["rule"];
    default:
      return [];
  }
}

/** Numbers that whoever wrote it goes on with. */
function numbersOf(event: WrittenBefore["event"]): object {
  if (event.kind === "task-made") return { task: event.body.task };
  if (event.kind === "enquiry-opened") return { enquiry: event.body.enquiry };
  return event.kind === "referral-consent" ? { referral: event.body.referral } : {};
}

/** Nobody is the second person from a list alone: refuses who has not looked at the case since the answer or the proposal was written. */
async function mustHaveRead(call: DeskCall<Wanted>, ref: string, number: number): Promise<void> {
  const { tx, parts, officer } = call;
  const written = (await findCase(call))?.state.log.find((one) => one.number === number);
  // That there is no such answer, or that it is this officer's own, the command itself says.
  if (written === undefined || written.by === officer.id) return;
  const last = await lastLook(tx, { force: parts.force.id, ref, officer: officer.id });
  if (last !== undefined && last >= written.recorded) return;
  refuseByState({
    rule: "read-first",
    says: `You have not opened case ${ref} since this was written, and your name would stand for having read it. Nothing was written.`,
    allows: `open case ${ref}, then say it`,
  });
}

/** Refuses acts that are none of the case: whoever reads the decision as the second person would read that it rests on something. */
async function mustBeActs(call: DeskCall<Wanted>, named: readonly string[]): Promise<void> {
  const { tx, parts } = call;
  const found = await findCase(call);
  if (found === undefined || named.length === 0) return;
  const { reports, records, elsewhere } = found.state;
  const days = (await countCourse(tx, parts.force.id, reports)).map(({ day }) => day);
  const none = firstNotInCase(named, {
    days: new Set([...days, ...records.map(({ day }) => day)]),
    mostActs: await highestOrdinal(tx, { force: parts.force.id, reports }),
    records: [...records, ...elsewhere].map(({ record }) => record),
  });
  if (none === undefined) return;
  refuseByState({
    rule: "no-such-act",
    says: `“${none}” is no act of this case, and no day on which one lies. Nothing was written.`,
    allows: "name acts by their number as the findings have it (act 12), by their day (14 September 2026), or a record by its number",
  });
}

async function completed(call: DeskCall<Wanted>, intent: Wanted["intent"]): Promise<Wanted["intent"]> {
  if (intent.kind === "task-made" && intent.body.task === unnumbered)
    return { ...intent, body: { ...intent.body, task: `T-${await takeNumber(call.tx, call.parts.force.id, "task")}` } };
  if (intent.kind === "person-in-role" && intent.body.person === firstPerson) {
    const found = await findCase(call);
    const persons = found?.state.persons ?? [];
    const told = personsIn({ persons: [] }, found?.reports ?? []);
    if (sameNamed(intent.body, [...persons, ...told]) !== undefined)
      refuseByState({
        rule: "same-name",
        says: "Somebody of this case has this name, or one that looks the same, and would be taken for the one who is written down. Nothing was written.",
        allows: "look whom you mean; of two people, write with the name what tells them apart, as the year of birth",
      });
    return { ...intent, body: { ...intent.body, person: freeId(persons.map(({ person }) => person)) } };
  }
  if (intent.kind === "contact-attempted" && intent.body.reports === undefined) {
    // Where there is one person only, nobody else can be meant, also when others come to the case later.
    const found = await findCase(call);
    const [one, ...others] = [...(found?.reports ?? []), ...(found?.joined ?? [])];
    return one === undefined || others.length > 0 ? intent : { ...intent, body: { ...intent.body, reports: [one.report] } };
  }
  if (intent.kind === "referral-consent" && intent.body.referral === firstReferral) {
    const found = await findCase(call);
    return { ...intent, body: { ...intent.body, referral: `RF-${(found?.state.referrals.length ?? 0) + 1}` } };
  }
  if (intent.kind === "risk-answered") return { ...intent, body: { ...intent.body, rule: nameOfRiskRule(rulesOf(call.parts.force).risk) } };
  if (intent.kind !== "enquiry-opened" || intent.body.enquiry !== firstEnquiry) return intent;
  const found = await findCase(call);
  return { ...intent, body: { ...intent.body, enquiry: `E-${(found?.state.enquiries.length ?? 0) + 1}` } };
}

/** The first of `person-1`, `person-2` … that nobody in the case has, those without a role any more among them. */
function freeId(taken: readonly string[], n = 1): string {
  const id = `person-${n}`;
  return taken.includes(id) ? freeId(taken, n + 1) : id;
}
