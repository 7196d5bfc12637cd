import { type Instant, type ReadValue, type Result, fault, instantToIso, object, oneOf, readStrictly } from "@unmask/core";
import { type IntentReaders, instant, intent, keysOf, numberFromOne } from "./event/event-json.ts";
import * as both from "./event/of-both.ts";
import * as ofCase from "./event/of-case.ts";
import * as decisions from "./event/of-decisions.ts";
import * as disclosure from "./event/of-disclosure.ts";
import * as referrals from "./event/of-referrals.ts";
import * as rights from "./event/of-rights.ts";
import * as ofReport from "./event/of-report.ts";
import { caseNumber, name, report } from "./event/shapes.ts";

/**
 * What happened to a report or a case, as it was written down (docs/formats/case-event.md). The list of kinds is closed, an event is never
 * changed, and a later one overrules. Everything else about a report or a case is worked out from its events.
 */

/** The one version there is. */
const version = 1;

/** Who wrote an event where no officer did: the machine that takes in, opens and looks again. */
export const desk = "desk";

/** Kinds of a report alone, with their bodies. */
interface ReportBodies {
  readonly "report-received": ofReport.ReportReceived;
  readonly "answer-received": ofReport.AnswerReceived;
  readonly "letter-read": ofReport.LetterRead;
  readonly "pack-opened": ofReport.PackOpened;
  readonly "report-typed": ofReport.ReportTyped;
  readonly "report-opened": ofReport.ReportOpened;
  readonly "report-taken": ofReport.ReportTaken;
  readonly "report-given-back": ofReport.ReportGivenBack;
  readonly "triage-decided": ofReport.TriageDecided;
  readonly "rule-overridden": ofReport.RuleOverridden;
  readonly "report-joined": ofReport.ReportJoined;
  readonly "report-parted": ofReport.ReportParted;
  readonly "sent-to-force": ofReport.SentToForce;
  readonly "force-has-it": ofReport.ForceHasIt;
  readonly "referral-made": ofReport.ReferralMade;
  readonly "contact-read": ofReport.ContactRead;
  readonly "put-in-case": ofReport.PutInCase;
  readonly "taken-out-of-case": ofReport.TakenOutOfCase;
}

const inReport: IntentReaders<ReportBodies> = {
  "report-received": intent("report-received", ofReport.reportReceived),
  "answer-received": intent("answer-received", ofReport.answerReceived),
  "letter-read": intent("letter-read", ofReport.letterRead),
  "pack-opened": intent("pack-opened", ofReport.packOpened),
  "report-typed": intent("report-typed", ofReport.reportTyped),
  "report-opened": intent("report-opened", ofReport.reportOpened),
  "report-taken": intent("report-taken", ofReport.reportTaken),
  "report-given-back": intent("report-given-back", ofReport.reportGivenBack),
  "triage-decided": intent("triage-decided", ofReport.triageDecided),
  "rule-overridden": intent("rule-overridden", ofReport.ruleOverridden),
  "report-joined": intent("report-joined", ofReport.reportJoined),
  "report-parted": intent("report-parted", ofReport.reportParted),
  "sent-to-force": intent("sent-to-force", ofReport.sentToForce),
  "force-has-it": intent("force-has-it", ofReport.forceHasIt),
  "referral-made": intent("referral-made", ofReport.referralMade),
  "contact-read": intent("contact-read", ofReport.contactRead),
  "put-in-case": intent("put-in-case", ofReport.putInCase),
  "taken-out-of-case": intent("taken-out-of-case", ofReport.takenOutOfCase),
};

/** Kinds of both, with their bodies. */
interface BothBodies {
  readonly "contact-attempted": both.ContactAttempted;
  readonly "entry-withdrawn": both.EntryWithdrawn;
  readonly "decision-read": both.DecisionRead;
  readonly "danger-raised": both.DangerRaised;
  readonly "danger-met": both.DangerMet;
  readonly "danger-ended": both.DangerEnded;
  readonly "breach-found": both.BreachFound;
  readonly searched: both.Searched;
  readonly "risk-answered": both.RiskAnswered;
  readonly "instrument-kept": both.InstrumentKept;
  readonly "task-made": both.TaskMade;
  readonly "task-done": both.TaskDone;
  readonly "link-suggested": both.LinkSuggested;
  readonly "link-decided": both.LinkDecided;
  readonly "handover-given": both.HandoverGiven;
  readonly "handover-read": both.HandoverRead;
}

const inBoth: IntentReaders<BothBodies> = {
  "contact-attempted": intent("contact-attempted", both.contactAttempted),
  "entry-withdrawn": intent("entry-withdrawn", both.entryWithdrawn),
  "decision-read": intent("decision-read", both.decisionRead),
  "danger-raised": intent("danger-raised", both.dangerRaised),
  "danger-met": intent("danger-met", both.dangerMet),
  "danger-ended": intent("danger-ended", both.dangerEnded),
  "breach-found": intent("breach-found", both.breachFound),
  searched: intent("searched", both.searched),
  "risk-answered": intent("risk-answered", both.riskAnswered),
  "instrument-kept": intent("instrument-kept", both.instrumentKept),
  "task-made": intent("task-made", both.taskMade),
  "task-done": intent("task-done", both.taskDone),
  "link-suggested": intent("link-suggested", both.linkSuggested),
  "link-decided": intent("link-decided", both.linkDecided),
  "handover-given": intent("handover-given", both.handoverGiven),
  "handover-read": intent("handover-read", both.handoverRead),
};

/** Kinds of a case alone, with their bodies. */
interface CaseBodies {
  readonly "case-opened": ofCase.CaseOpened;
  readonly "case-taken": ofCase.CaseTaken;
  readonly "report-added": ofCase.ReportAdded;
  readonly "report-removed": ofCase.ReportRemoved;
  readonly "person-in-role": ofCase.PersonInRole;
  readonly "person-out-of-role": ofCase.PersonOutOfRole;
  readonly "fact-recorded": ofCase.FactRecorded;
  readonly "account-recorded": ofCase.AccountRecorded;
  readonly "inference-recorded": ofCase.InferenceRecorded;
  readonly "enquiry-opened": ofCase.EnquiryOpened;
  readonly "enquiry-asked": ofCase.EnquiryAsked;
  readonly "enquiry-answered": ofCase.EnquiryAnswered;
  readonly "enquiry-ended": ofCase.EnquiryEnded;
  readonly "decision-written": decisions.DecisionWritten;
  readonly "order-considered": decisions.OrderConsidered;
  readonly "recorded-elsewhere": decisions.RecordedElsewhere;
  readonly "record-typed": decisions.RecordTyped;
  readonly "why-not-stalking": decisions.WhyNotStalking;
  readonly "offence-recorded": decisions.OffenceRecorded;
  readonly "referral-consent": referrals.ReferralConsent;
  readonly "referral-sent": referrals.ReferralSent;
  readonly "referral-answered": referrals.ReferralAnswered;
  readonly "referral-contacted": referrals.ReferralContacted;
  readonly "referral-withdrawn": referrals.ReferralWithdrawn;
  readonly "disclosure-marked": disclosure.DisclosureMarked;
  readonly "disclosure-cut": disclosure.DisclosureCut;
  readonly "disclosure-read": disclosure.DisclosureRead;
  readonly "disclosure-given": disclosure.DisclosureGiven;
  readonly "disclosure-asked": disclosure.DisclosureAsked;
  readonly "disclosure-refused": disclosure.DisclosureRefused;
  readonly "rights-asked": rights.RightsAsked;
  readonly "rights-identity": rights.RightsIdentity;
  readonly "rights-decided": rights.RightsDecided;
  readonly "rights-looks": rights.RightsLooks;
  readonly "rights-read": rights.RightsRead;
  readonly "rights-given": rights.RightsGiven;
  readonly "rights-ended": rights.RightsEnded;
  readonly "victim-code-event": decisions.VictimCodeEvent;
  readonly "victim-status": decisions.VictimStatus;
  readonly "update-written": decisions.UpdateWritten;
  readonly "asked-her": decisions.AskedHer;
  readonly "she-wrote": decisions.SheWrote;
  readonly "closing-proposed": decisions.ClosingProposed;
  readonly "closing-returned": decisions.ClosingReturned;
  readonly "case-closed": decisions.CaseClosed;
  readonly "case-reopened": decisions.CaseReopened;
}

const inCase: IntentReaders<CaseBodies> = {
  "case-opened": intent("case-opened", ofCase.caseOpened),
  "case-taken": intent("case-taken", ofCase.caseTaken),
  "report-added": intent("report-added", ofCase.reportAdded),
  "report-removed": intent("report-removed", ofCase.reportRemoved),
  "person-in-role": intent("person-in-role", ofCase.personInRole),
  "person-out-of-role": intent("person-out-of-role", ofCase.personOutOfRole),
  "fact-recorded": intent("fact-recorded", ofCase.factRecorded),
  "account-recorded": intent("account-recorded", ofCase.accountRecorded),
  "inference-recorded": intent("inference-recorded", ofCase.inferenceRecorded),
  "enquiry-opened": intent("enquiry-opened", ofCase.enquiryOpened),
  "enquiry-asked": intent("enquiry-asked", ofCase.enquiryAsked),
  "enquiry-answered": intent("enquiry-answered", ofCase.enquiryAnswered),
  "enquiry-ended": intent("enquiry-ended", ofCase.enquiryEnded),
  "decision-written": intent("decision-written", decisions.decisionWritten),
  "order-considered": intent("order-considered", decisions.orderConsidered),
  "recorded-elsewhere": intent("recorded-elsewhere", decisions.recordedElsewhere),
  "record-typed": intent("record-typed", decisions.recordTyped),
  "why-not-stalking": intent("why-not-stalking", decisions.whyNotStalking),
  "offence-recorded": intent("offence-recorded", decisions.offenceRecorded),
  "referral-consent": intent("referral-consent", referrals.referralConsent),
  "referral-sent": intent("referral-sent", referrals.referralSent),
  "referral-answered": intent("referral-answered", referrals.referralAnswered),
  "referral-contacted": intent("referral-contacted", referrals.referralContacted),
  "referral-withdrawn": intent("referral-withdrawn", referrals.referralWithdrawn),
  "disclosure-marked": intent("disclosure-marked", disclosure.disclosureMarked),
  "disclosure-cut": intent("disclosure-cut", disclosure.disclosureCut),
  "disclosure-read": intent("disclosure-read", disclosure.disclosureRead),
  "disclosure-given": intent("disclosure-given", disclosure.disclosureGiven),
  "disclosure-asked": intent("disclosure-asked", disclosure.disclosureAsked),
  "disclosure-refused": intent("disclosure-refused", disclosure.disclosureRefused),
  "rights-asked": intent("rights-asked", rights.rightsAsked),
  "rights-identity": intent("rights-identity", rights.rightsIdentity),
  "rights-decided": intent("rights-decided", rights.rightsDecided),
  "rights-looks": intent("rights-looks", rights.rightsLooks),
  "rights-read": intent("rights-read", rights.rightsRead),
  "rights-given": intent("rights-given", rights.rightsGiven),
  "rights-ended": intent("rights-ended", rights.rightsEnded),
  "victim-code-event": intent("victim-code-event", decisions.victimCodeEvent),
  "victim-status": intent("victim-status", decisions.victimStatus),
  "update-written": intent("update-written", decisions.updateWritten),
  "asked-her": intent("asked-her", decisions.askedHer),
  "she-wrote": intent("she-wrote", decisions.sheWrote),
  "closing-proposed": intent("closing-proposed", decisions.closingProposed),
  "closing-returned": intent("closing-returned", decisions.closingReturned),
  "case-closed": intent("case-closed", decisions.caseClosed),
  "case-reopened": intent("case-reopened", decisions.caseReopened),
};

/** Each kind with its body. */
type Bodies = ReportBodies & BothBodies & CaseBodies;

/** The closed list of kinds. */
export type EventKind = keyof Bodies;

/** The body of one kind. */
export type BodyOf<K extends EventKind> = Bodies[K];

/** What an event says: its kind, and the body that belongs to that kind. */
export type Intent = { readonly [K in EventKind]: { readonly kind: K; readonly body: Bodies[K] } }[EventKind];

const intents: IntentReaders<Bodies> = { ...inReport, ...inBoth, ...inCase };

/** The one report or case that an event belongs to. */
export interface Stream {
  readonly of: "report" | "case";
  /** "R-2100", "0412". */
  readonly id: string;
}

/** What every event has besides what it says. */
interface EventHead {
  readonly stream: Stream;
  /** From 1, without gaps, in its stream. */
  readonly number: number;
  /** When it took place. */
  readonly happened: Instant;
  /** When it was written down. Never before `happened` for what an officer writes. */
  readonly recorded: Instant;
  /** Id of the officer, or `desk`. */
  readonly by: string;
}

/** One event. */
export type CaseEvent = EventHead & Intent;

/** Every kind that a stream can hold, in the order of the document. */
export function kindsOf(of: Stream["of"]): readonly EventKind[] {
  const kinds = Object.keys({ ...(of === "report" ? inReport : inCase), ...inBoth });
  return allKinds.filter((kind) => kinds.includes(kind));
}

const eventKind = oneOf<EventKind>(keysOf(intents));
const allKinds: readonly EventKind[] = keysOf(intents);

/** Reads a stream as it stands in JSON. */
const streamFromJson: ReadValue<Stream> = object((fields) => {
  const of = fields.must("of", oneOf<Stream["of"]>(["report", "case"]));
  return { of, id: fields.must("id", of === "report" ? report : caseNumber) };
});

/** Reads the kind and the body that belongs to it, as a command carries them. Any other key is a fault. */
export const intentFromJson: ReadValue<Intent> = object((fields) => {
  const read = intents[fields.must("kind", eventKind)];
  return fields.must<Intent>("body", read);
});

const eventFromJson: ReadValue<CaseEvent> = object((fields) => {
  fields.must("version", (value, path) => (value === version ? version : fault(path, "is no version that is known")));
  const stream = fields.must("stream", streamFromJson);
  const head = {
    stream,
    number: fields.must("number", numberFromOne),
    happened: fields.must("happened", instant),
    recorded: fields.must("recorded", instant),
    by: fields.must("by", name),
  };
  const kind = fields.must("kind", (value, path) => {
    const known = eventKind(value, path);
    return kindsOf(stream.of).includes(known) ? known : fault(path, "belongs to no stream of this kind");
  });
  return { ...head, ...fields.must<Intent>("body", intents[kind]) };
});

/** Reads one event from parsed JSON. The error says where it is none, never what stands there. */
export function parseEvent(value: unknown): Result<CaseEvent, string> {
  return readStrictly(value, "event", eventFromJson);
}

/** The event as JSON: keys in the order of the document, so that two writers write the same bytes. No line break. */
export function eventToJson({ stream, number, happened, recorded, by, kind, body }: CaseEvent): string {
  const ordered = readStrictly<Intent>(body, "event.body", intents[kind]);
  if (!ordered.ok) throw new Error(`an event was made that the document does not allow: ${ordered.error}`);
  const form = {
    version,
    stream: { of: stream.of, id: stream.id },
    number,
    happened: instantToIso(happened),
    recorded: instantToIso(recorded),
    by,
    kind,
    body: ordered.value.body,
  };
  return JSON.stringify(form);
}
