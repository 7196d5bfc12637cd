import type { Instant } from "@unmask/core";
import { desk } from "../event.ts";
import { contactToAskBy, isContactUnread } from "../fold/contact-state.ts";
import type { ReportState } from "../fold/report-state.ts";
import { answeredByAnother } from "../fold/somebody-else.ts";
import { proposeFor } from "../risk/risk-rule.ts";
import { everyQuestion } from "../telephone/questions.ts";
import { refusedByBoth, refusedByHand, refusedReading } from "./both-rules.ts";
import { type Elsewhere, nothingElsewhere } from "./reached-elsewhere.ts";
import { type Command, type Decided, type DeskRules, type Refusal, changedSince, refuse } from "./command.ts";

/** What a command on a report is held against beside the report itself. */
interface BesideReport extends DeskRules {
  /** What was written of its person in its case; absent where the command neither ends a danger nor withdraws a call. */
  readonly elsewhere?: Elsewhere;
}

/** What a command makes of a report. Pure: the same command, state, what it is held against and time give the same. */
export function decideReport(command: Command, state: ReportState, beside: BesideReport, now: Instant): Decided {
  const changed = changedSince(command, state, desk);
  if (changed) return { done: false, changed };
  const refused = refusedInReport(command, state, beside, now);
  if (refused) return { done: false, refused };
  const { saw: _, follows: __, ...event } = command;
  return { done: true, events: [{ ...event, number: state.number + 1, recorded: now }], also: [] };
}

function refusedInReport(command: Command, state: ReportState, beside: BesideReport, now: Instant): Refusal | undefined {
  return (
    beginningRefuses(command, state) ??
    refusedByHand(command, now) ??
    sentRefuses(command, state) ??
    referralRefuses(command, state) ??
    contactRefuses(command, state) ??
    holdingRefuses(command, state) ??
    decisionRefuses(command, state, beside) ??
    joiningRefuses(command, state) ??
    refusedByBoth(command, state, beside.elsewhere ?? nothingElsewhere)
  );
}

const minuteOnTheWall = /^([01]\d|2[0-3]):[0-5]\d$/;

function beginningRefuses(command: Command, { came, report }: ReportState): Refusal | undefined {
  const { kind, stream } = command;
  if (stream.of !== "report" || stream.id !== report) return refuse("another-stream", "This was meant for another report or case.");
  const begins = kind === "report-received" || kind === "report-typed";
  if (begins && came !== null)
    return refuse("there-already", "This report is there already. What comes later is written as an answer.", "answer-received");
  if (kind === "report-typed" && command.body.questions.length < everyQuestion([]).length)
    return refuse("not-asked-stays", "Each question is kept: answered, not known, or not asked. None is left out.", "report-typed");
  if (kind === "report-typed" && command.body.told.some(({ at }) => at !== undefined && !minuteOnTheWall.test(at)))
    return refuse(
      "minute-on-the-wall",
      "Words have the minute at which they were said, as 21:40. A day belongs into the words.",
      "report-typed",
    );
  return begins || came !== null ? undefined : refuse("not-there", "There is no such report yet.", "report-typed");
}

/** After it went to another force only what keeps somebody from harm, and what still arrives, is written here. */
const afterSent: readonly string[] = [
  "force-has-it",
  "letter-read",
  "answer-received",
  "pack-opened",
  "link-suggested",
  "link-decided",
  "report-opened",
  "contact-attempted",
  "entry-withdrawn",
  "contact-read",
  "danger-raised",
  "danger-met",
  "danger-ended",
  "decision-read",
  "report-given-back",
  "handover-given",
  "handover-read",
  "task-done",
];

function sentRefuses(command: Command, { sentTo, danger, referral }: ReportState): Refusal | undefined {
  const { kind } = command;
  if (sentTo !== null)
    return afterSent.includes(kind) || (kind === "report-taken" && danger !== null)
      ? undefined
      : refuse("sent", `It was sent to ${sentTo.name}, which decides now.`, "contact-attempted", "report-opened");
  if (kind !== "sent-to-force") return undefined;
  if (danger !== null && !danger.met)
    return refuse(
      "danger-first",
      "The person is said to be in danger, and that somebody is there was not written yet. That comes first, whichever force it is.",
      "contact-attempted",
      "danger-met",
    );
  // A letter can lie unread for hours: where danger stands a voice tells the other force as well.
  if (danger !== null && command.body.telephoned === undefined)
    return refuse(
      "telephone-first",
      "Danger stands here. Telephone the other force as well, and write down whom you spoke to.",
      "sent-to-force",
    );
  if (danger === null && referral === "no" && command.body.agreed === undefined)
    return refuse(
      "agreed-first",
      "The person asked that nobody else is told. Ask the person first, and write down how they agreed.",
      "contact-attempted",
      "sent-to-force",
    );
  return undefined;
}

/** Who said that nobody else is told is asked before anybody is. */
function referralRefuses(command: Command, { referral }: ReportState): Refusal | undefined {
  if (command.kind !== "referral-made" || command.body.outcome === "not-wanted" || referral !== "no") return undefined;
  return command.body.says === undefined
    ? refuse(
        "agreed-first",
        "The person asked that nobody else is told. Ask the person first, and write down how they agreed.",
        "contact-attempted",
        "referral-made",
      )
    : undefined;
}

/** That a way still holds can be said only of one that was said, after something newer was read, or somebody else answered there. */
function contactRefuses(command: Command, state: ReportState): Refusal | undefined {
  const { contact, contactSince, wroteSince, number } = state;
  if (command.kind === "contact-attempted" && command.body.reports !== undefined)
    return refuse("whose", "What is written in a report is of its own person: it names no other.", "contact-attempted");
  if (command.kind !== "contact-read") return undefined;
  const { through, outcome } = command.body;
  if (through > number) return refuse("not-there-yet", "That was not written yet. Look again.", "report-opened");
  if (outcome === "former-stands") {
    const isRead = contactSince !== null && contactSince.number <= through;
    return isRead && isContactUnread(state) && contactToAskBy(state) !== undefined
      ? undefined
      : refuse(
          "no-former",
          "No answer named another way that nobody has read, with one before it. Write the way that holds now.",
          "contact-read",
        );
  }
  if (outcome !== "stands") return undefined;
  if (contact === null)
    return refuse("no-contact", "No way was said that could still hold. Write the way that holds now, or that none does.", "contact-read");
  // That somebody else answered stands until it is written here that the way is theirs; an attempt of its case is not seen from the report.
  const isDoubted = state.case !== null || answeredByAnother([state], []) !== undefined;
  return isDoubted || wroteSince.some((one) => one.number <= through)
    ? undefined
    : refuse("nothing-newer", "The person wrote nothing since that nobody has read for this.", "contact-read");
}

function holdingRefuses(command: Command, { officer, opened, danger, case: inCase }: ReportState): Refusal | undefined {
  switch (command.kind) {
    case "report-taken":
      // In a case it goes by the notes of that case, and among who is on it: who took it can have handed the case over, or come off it.
      if (inCase !== null) return undefined;
      if (officer === command.by) return refuse("yours", "It is with you already.");
      return officer === null
        ? undefined
        : refuse(
            "taken",
            "It is with another officer. That officer hands it over or gives it back.",
            "handover-given",
            "report-given-back",
          );
    case "report-given-back":
      if (officer === null) return refuse("with-nobody", "It is with nobody.", "report-taken");
      return officer === command.by || inCase !== null
        ? undefined
        : refuse("not-yours", "Only the officer it is with gives it back.", "handover-given");
    case "report-opened":
      return opened === null ? undefined : refuse("read-already", "It was read since something came last; the look stands in the log.");
    case "rule-overridden":
      return danger !== null && command.body.group !== "danger"
        ? refuse("danger-stands", "While its danger stands it stays in that group.", "danger-ended")
        : undefined;
    default:
      return undefined;
  }
}

/** Who wrote what a second person reads: a decision, or an answer about a link. */
function decidedBy({ decisions, links }: ReportState, number: number): string | undefined {
  return [...decisions, ...links.flatMap(({ decided }) => decided ?? [])].find((one) => one.number === number)?.by;
}

function decisionRefuses(command: Command, state: ReportState, { risk }: DeskRules): Refusal | undefined {
  if (command.kind === "decision-read") return refusedReading(command, decidedBy(state, command.body.decision), state);
  if (command.kind !== "triage-decided") return undefined;
  const { choice, proposed, reason, openPrompts = [] } = command.body;
  const proposal = proposeFor(state, risk);
  if (state.opened === null) return refuse("read-first", "Something came that nobody has read.", "report-opened");
  if (!risk.choices.some(({ id }) => id === choice)) return refuse("unknown-choice", "The force’s rule has no such choice.");
  if (proposed !== proposal.choice) return refuse("proposal-changed", `${proposal.says} Decide on that.`, "triage-decided");
  if (choice !== proposed && reason === undefined)
    return refuse("reason", "This is against what the rule proposes: say why, in your words.", "triage-decided");
  const isSaid = proposal.open.length === openPrompts.length && proposal.open.every((one) => openPrompts.includes(one));
  return isSaid
    ? undefined
    : refuse("prompts-open", "Prompts are not answered. Answer them, or decide and say which are open.", "risk-answered", "triage-decided");
}

function joiningRefuses(command: Command, state: ReportState): Refusal | undefined {
  switch (command.kind) {
    case "report-joined":
      if (command.body.into === state.report) return refuse("itself", "A report is not joined to itself.");
      return state.joinedInto === null
        ? undefined
        : refuse("joined", `It is joined to ${state.joinedInto}. Part them first.`, "report-parted");
    case "report-parted":
      return state.joinedInto === command.body.from ? undefined : refuse("not-joined", "It is not joined to that report.", "report-joined");
    case "put-in-case":
      if (command.follows !== command.body.case) return refuse("from-the-case", "A report is added where the case is.", "report-added");
      return state.case === null
        ? undefined
        : refuse("in-a-case", `It belongs to case ${state.case}. Take it out there first.`, "report-removed");
    case "taken-out-of-case":
      if (command.follows !== command.body.case)
        return refuse("from-the-case", "A report is taken out where the case is.", "report-removed");
      return state.case === command.body.case ? undefined : refuse("not-in-case", "It does not belong to that case.");
    default:
      return undefined;
  }
}
