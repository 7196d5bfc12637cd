import type { Instant } from "@unmask/core";
import { type BodyOf, type CaseEvent, desk } from "../event.ts";
import { cutWords } from "../event/shapes.ts";
import type { CaseState, Enquiry } from "../fold/case-state.ts";
import { type SaidDanger, standing } from "../fold/danger.ts";
import { type CodeTable, isFromTable, isPartnerUnexplained, isStalking, withPartnerBefore } from "../recording/recording.ts";
import { refusedByBoth, refusedByHand, refusedReading } from "./both-rules.ts";
import { type ReportBeside, closingChecks, whyNotAsked } from "./closing.ts";
import { elsewhereOfCase } from "./reached-elsewhere.ts";
import { refusedRecord } from "./record-rules.ts";
import { type BesideDisclosure, refusedDisclosure } from "./disclosure-rules.ts";
import { type BesideRights, refusedRights } from "./rights-rules.ts";
import { refusedReferral } from "./referral-rules.ts";
import { type Command, type Decided, type Refusal, changedSince, refuse } from "./command.ts";

/** What a command on a case is held against beside the case itself. */
export interface BesideCase {
  /** The codes that the force loaded; null where it loaded none. */
  readonly table: CodeTable | null;
  /** The reports that belong to the case, as they stand: danger that was said in one keeps the case open. */
  readonly reports: readonly ReportBeside[];
  /** Those that are read as one with them and stand in no case: danger and words there keep it open, too, and their people can be reached from it. */
  readonly joined?: readonly ReportBeside[];
  /** What is still owed to the person by the clocks of the law; absent where the command is no closing. */
  readonly due?: readonly string[];
  /** What is held, and how people are reached; absent where the command is none of disclosure. */
  readonly disclosure?: BesideDisclosure;
  /** The same for a person’s rights; absent where the command is none of them. */
  readonly rights?: BesideRights;
}

/** What a command makes of a case. Pure, as `decideReport`. */
export function decideCase(command: Command, state: CaseState, beside: BesideCase, now: Instant): Decided {
  const changed = changedSince(command, state, desk);
  if (changed) return { done: false, changed };
  const refused = refusedInCase(command, state, beside, now);
  if (refused) return { done: false, refused };
  const { saw: _, follows: __, ...event } = command;
  const written: CaseEvent = { ...event, number: state.number + 1, recorded: now };
  const opens = state.closed !== null && opening.has(command.kind);
  return { done: true, events: opens ? [written, openedAgain(written)] : [written], also: inReports(command, state) };
}

/** What opens a closed case by itself, and the words for it. */
const opening: ReadonlyMap<string, string> = new Map([
  ["report-added", "One more report came."],
  ["she-wrote", "The person wrote."],
  ["answer-received", "The person wrote."],
  ["danger-raised", "A danger was said or seen."],
  ["breach-found", "An act falls on an order, bail or injunction."],
  ["enquiry-answered", "An answer to an enquiry came late."],
  ["link-suggested", "A number, name or account of the case stands in another report."],
]);

function openedAgain({ stream, number, happened, recorded, kind }: CaseEvent): CaseEvent {
  const reason = opening.get(kind) ?? "Something came that opens a case by itself.";
  return { stream, number: number + 1, happened, recorded, by: desk, kind: "case-reopened", body: { reason } };
}

/** Whether an event of this kind opens a closed case. */
export function opensCases(kind: CaseEvent["kind"]): boolean {
  return opening.has(kind);
}

/**
 * What opens a closed case where it was written in one of its reports, or in one that is read as one with it: whoever wrote it there was told that a
 * closed case opens. Undefined where the case is open, or it opens none.
 */
export function opensByReport(state: CaseState, event: CaseEvent): CaseEvent | undefined {
  if (state.closed === null || !opensCases(event.kind)) return undefined;
  return openedAgain({ ...event, stream: { of: "case", id: state.case }, number: state.number });
}

/** What follows in a report; `happened`: when it took place, where that is not now. */
type InReport = Extract<Decided, { readonly done: true }>["also"][number];

/** Those where somebody is before those where nobody is: whoever is written to be there goes to each at which nobody was. */
function inTurnOfMet(dangers: readonly SaidDanger[]): readonly SaidDanger[] {
  return [...dangers.filter(({ met }) => met.length > 0), ...dangers.filter(({ met }) => met.length === 0)];
}

/** The other half in the stream of each report. */
function inReports(command: Command, state: CaseState): readonly InReport[] {
  const { id } = command.stream;
  const put = (report: string): InReport => ({
    stream: { of: "report", id: report },
    intent: { kind: "put-in-case", body: { case: id } },
  });
  switch (command.kind) {
    case "case-opened":
      return [...new Set(command.body.reports)].map(put);
    case "report-added":
      return [put(command.body.report)];
    case "report-removed": {
      const { report, reason } = command.body;
      const stream = { of: "report", id: report } as const;
      // Nobody said of which report it is: whoever is in danger must not fall back in the queue as one of whom nothing was said.
      const dangers = inTurnOfMet(standing(state)).flatMap(({ says, knowing, happened, met }): readonly InReport[] => [
        {
          ...{ stream, happened },
          intent: { kind: "danger-raised", body: { says: cutWords(`Raised in case ${id}, where this report stood: ${says}`), knowing } },
        },
        ...met.map(({ says: there, log, happened: since }): InReport => ({
          ...{ stream, happened: since },
          intent: { kind: "danger-met", body: { says: there, ...(log !== undefined && { log }) } },
        })),
      ]);
      return [{ stream, intent: { kind: "taken-out-of-case", body: { case: id, reason } } }, ...dangers];
    }
    default:
      return [];
  }
}

function refusedInCase(command: Command, state: CaseState, beside: BesideCase, now: Instant): Refusal | undefined {
  return (
    beginningRefuses(command, state) ??
    refusedByHand(command, now) ??
    closedRefuses(command, state) ??
    membersRefuse(command, state) ??
    enquiryRefuses(command, state) ??
    decisionRefuses(command, state, beside.table) ??
    refusedRecord(command, state, now) ??
    refusedReferral(command, state, [...state.reports, ...(beside.joined ?? []).map(({ report }) => report)], now) ??
    refusedDisclosure(command, state, beside.disclosure ?? { held: [], contact: [] }) ??
    refusedRights(command, state, beside.rights ?? { held: [], reports: state.reports, contactOf: new Map(), named: [], ofOrders: [] }) ??
    updateRefuses(command, state) ??
    attemptRefuses(command, state, beside) ??
    closingRefuses(command, state, beside) ??
    refusedByBoth(command, state, elsewhereOfCase(state, beside.reports, beside.joined ?? []))
  );
}

function beginningRefuses({ kind, stream }: Command, { opened, case: number }: CaseState): Refusal | undefined {
  if (stream.of !== "case" || stream.id !== number) return refuse("another-stream", "This was meant for another report or case.");
  if (kind === "case-opened")
    return opened === null ? undefined : refuse("there-already", "This case is open already. Add the report to it.", "report-added");
  return opened === null ? refuse("not-there", "There is no such case yet.", "case-opened") : undefined;
}

/** A closed case takes what comes, and what is owed to the person; work on it needs it open. */
const whileClosed: readonly string[] = [
  ...opening.keys(),
  "case-reopened",
  "update-written",
  "referral-withdrawn",
  "referral-answered",
  "referral-contacted",
  "decision-read",
  "handover-read",
  "task-done",
  "contact-attempted",
  // A trial comes after the case was closed.
  "disclosure-marked",
  "disclosure-cut",
  "disclosure-read",
  "disclosure-given",
  "disclosure-asked",
  "disclosure-refused",
  // What is held of a person is held in a closed case, too.
  "rights-asked",
  "rights-identity",
  "rights-decided",
  "rights-looks",
  "rights-read",
  "rights-given",
  "rights-ended",
];

function closedRefuses({ kind }: Command, { closed }: CaseState): Refusal | undefined {
  if (kind === "case-reopened") return closed === null ? refuse("not-closed", "The case is open.") : undefined;
  return closed === null || whileClosed.includes(kind)
    ? undefined
    : refuse("closed", "The case is closed. Open it again, with a reason.", "case-reopened");
}

function membersRefuse(command: Command, { reports, officers, persons, statements, elsewhere }: CaseState): Refusal | undefined {
  switch (command.kind) {
    case "case-taken":
      return officers.includes(command.by) ? refuse("yours", "You are on this case already.") : undefined;
    case "report-added":
      return reports.includes(command.body.report) ? refuse("report-there", "This report belongs to the case already.") : undefined;
    case "report-removed":
      if (!reports.includes(command.body.report)) return refuse("no-report", "This report does not belong to the case.", "report-added");
      return reports.length === 1
        ? refuse("last-report", "A case rests on at least one report. Close it instead.", "closing-proposed")
        : undefined;
    case "person-out-of-role": {
      const { person, role } = command.body;
      const holds = persons.some((one) => one.person === person && one.roles.some((each) => each.role === role));
      return holds ? undefined : refuse("no-role", "That person does not have this role.", "person-in-role");
    }
    case "entry-withdrawn": {
      const { entry } = command.body;
      // An answer to why it is not stalking is a decision, and a second person's to read: it does not go with the record that it is about.
      if (elsewhere.some(({ number, answer }) => number === entry && answer !== undefined))
        return refuse(
          "answered-why",
          "“Why not stalking” was answered of it, so it cannot be withdrawn. Answer it anew, or write what is right as a fact.",
          "why-not-stalking",
          "fact-recorded",
        );
      const rested = statements.some((one) => one.of === "inference" && one.rests.includes(entry));
      return rested ? refuse("rests-on-it", "A conclusion rests on it. Withdraw that first.", "entry-withdrawn") : undefined;
    }
    case "inference-recorded": {
      const known = command.body.rests.every((one) => statements.some(({ number }) => number === one));
      return known
        ? undefined
        : refuse("rests-on-something", "What is worked out rests on facts and accounts of this case.", "fact-recorded", "account-recorded");
    }
    default:
      return undefined;
  }
}

function enquiryRefuses(command: Command, { enquiries }: CaseState): Refusal | undefined {
  switch (command.kind) {
    case "enquiry-opened":
      return enquiries.some(({ enquiry }) => enquiry === command.body.enquiry)
        ? refuse("enquiry-number", "There is a line of this number already.")
        : undefined;
    case "enquiry-asked":
    case "enquiry-ended":
      return openEnquiry(command.body.enquiry, enquiries);
    case "enquiry-answered": {
      const one = enquiries.find(({ enquiry }) => enquiry === command.body.enquiry);
      if (!one) return refuse("no-enquiry", "There is no such line of enquiry.", "enquiry-opened");
      return one.answered ? refuse("answered", "It is answered. Write what is new as a fact.", "fact-recorded") : undefined;
    }
    default:
      return undefined;
  }
}

function openEnquiry(id: string, enquiries: readonly Enquiry[]): Refusal | undefined {
  const one = enquiries.find(({ enquiry }) => enquiry === id);
  if (!one) return refuse("no-enquiry", "There is no such line of enquiry.", "enquiry-opened");
  return one.answered || one.ended ? refuse("enquiry-over", "This line is answered or ended. Open another.", "enquiry-opened") : undefined;
}

function decisionRefuses(command: Command, state: CaseState, table: CodeTable | null): Refusal | undefined {
  switch (command.kind) {
    case "decision-read":
      return refusedReading(command, decidedBy(state, command.body.decision), state);
    case "decision-written": {
      const { overrules } = command.body;
      const found = overrules === undefined || state.decisions.some(({ number }) => number === overrules);
      return found ? undefined : refuse("no-decision", "There is no decision of this number.");
    }
    case "why-not-stalking": {
      const { record, answer, acts } = command.body;
      const asked = state.elsewhere.some((one) => one.record === record);
      if (!asked) return refuse("not-asked", "Nothing is recorded under this as another thing than stalking.", "recorded-elsewhere");
      return answer === "not-stalking" && acts.length === 0
        ? refuse("acts-relied-on", "Say which acts this rests on.", "why-not-stalking")
        : undefined;
    }
    case "offence-recorded": {
      const foreign = [command.body.principal, ...command.body.included].find((one) => !isFromTable(one, table));
      if (foreign)
        return refuse(
          "code-from-the-table",
          "A code comes from the table that is loaded, as it stands there. Leave it open, or load the table.",
          "offence-recorded",
        );
      const { limbs } = command.body;
      if (limbs === undefined && isStalking(command.body))
        return refuse(
          "two-limbs",
          "This offence has two limbs: say of each whether it fits, does not, or is not known.",
          "offence-recorded",
        );
      return isPartnerUnexplained(withPartnerBefore(command.body, state.offence))
        ? refuse(
            "former-partner",
            "What a former partner is said to have done is recorded as stalking. If in law it is harassment only, write why.",
            "offence-recorded",
          )
        : undefined;
    }
    default:
      return undefined;
  }
}

/** Who wrote what a second person reads: a decision, an answer that an order is not pursued, that something is not stalking, or about a link. */
function decidedBy({ decisions, order, elsewhere, links }: CaseState, number: number): string | undefined {
  const answers = elsewhere.flatMap(({ answer }) => answer ?? []);
  const onLinks = links.flatMap(({ decided }) => decided ?? []);
  return [...decisions, ...(order ? [order] : []), ...answers, ...onLinks].find((one) => one.number === number)?.by;
}

function updateRefuses(command: Command, { codeEvents, thread }: CaseState): Refusal | undefined {
  if (command.kind === "update-written") {
    const told = command.body.tells.every((one) => codeEvents.some(({ number }) => number === one));
    const answers = command.body.answers.every((one) => thread.some(({ number, from, asks }) => number === one && from === "her" && asks));
    return told && answers
      ? undefined
      : refuse("tells-of-something", "It says that it tells of, or answers, something that is not in the case.", "update-written");
  }
  if (command.kind !== "she-wrote" || command.body.answers === undefined) return undefined;
  const { answers } = command.body;
  return thread.some(({ number, from }) => number === answers && from === "force")
    ? undefined
    : refuse("answers-something", "There is no such question of ours.", "she-wrote");
}

/** Of several people each is tried by itself: what one of them said on the telephone answers no other, and ends nobody else's danger. */
function attemptRefuses(command: Command, { reports }: CaseState, { joined = [] }: BesideCase): Refusal | undefined {
  if (command.kind !== "contact-attempted") return undefined;
  const { reports: named } = command.body;
  const all = [...reports, ...joined.map(({ report }) => report)];
  const other = named?.find((one) => !all.includes(one));
  if (other !== undefined)
    return refuse("whose", `${other} is not in this case, nor read as one with a report of it. Nothing was written.`, "contact-attempted");
  return named === undefined && all.length > 1
    ? refuse("whose", "This case holds more than one report. Say of which it was the person that was tried.", "contact-attempted")
    : undefined;
}

function closingRefuses(command: Command, state: CaseState, beside: BesideCase): Refusal | undefined {
  switch (command.kind) {
    case "closing-proposed":
      if (state.proposal)
        return refuse("proposed", "Somebody asked to close it already. Another person answers.", "case-closed", "closing-returned");
      return askedRefuses(command.body.asked, beside) ?? openRefuses(state, beside, command.body.despite);
    case "closing-returned":
    case "case-closed": {
      if (state.proposal?.number !== command.body.proposal)
        return refuse("no-proposal", "Nobody asked to close it, or that was answered.", "closing-proposed");
      if (state.proposal.by === command.by)
        return refuse("own-proposal", "Nobody closes a case on their own word. A second person agrees or returns it.");
      return command.kind === "case-closed" ? openRefuses(state, beside, state.proposal.despite) : undefined;
    }
    default:
      return undefined;
  }
}

function askedRefuses(asked: BodyOf<"closing-proposed">["asked"], { reports, joined = [] }: BesideCase): Refusal | undefined {
  const why = asked && whyNotAsked(asked, [...reports, ...joined]);
  return why === undefined ? undefined : refuse("asked-by-them", why, "closing-proposed");
}

function openRefuses(
  state: CaseState,
  { reports, joined = [], due = [] }: BesideCase,
  despite: BodyOf<"closing-proposed">["despite"] = [],
): Refusal | undefined {
  const answered = new Set<string>(despite.map(({ open }) => open));
  const open = closingChecks(state, reports, due, joined).filter(
    ({ id, done, takesReason }) => !done && !(takesReason && answered.has(id)),
  );
  if (open.length === 0) return undefined;
  const says = open.map((one) => `${one.says}: ${one.open.join("; ")}.`).join(" ");
  // What they wrote since is answered by nothing but a return.
  if (open.some(({ id }) => id === "asked-still")) return refuse("closing", `Not yet. ${says}`, "closing-returned");
  return refuse(
    "closing",
    `Not yet. ${says}`,
    "danger-ended",
    "order-considered",
    "why-not-stalking",
    "enquiry-ended",
    "risk-answered",
    "link-decided",
    "update-written",
  );
}
