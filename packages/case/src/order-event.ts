import { type Instant, type ReadValue, type Result, fault, instantToIso, object, oneOf, readStrictly } from "@unmask/core";
import * as application from "./event/of-application.ts";
import * as both from "./event/of-both.ts";
import * as breach from "./event/of-breach.ts";
import * as change from "./event/of-change.ts";
import * as court from "./event/of-court.ts";
import * as register from "./event/of-register.ts";
import * as service from "./event/of-service.ts";
import { type IntentReaders, instant, intent, keysOf, numberFromOne } from "./event/event-json.ts";
import { orderId } from "./event/order-shapes.ts";
import { name } from "./event/shapes.ts";

/**
 * What happened to an application and to the orders that came of it, as it was written down (docs/formats/order.md). The list of kinds is closed, an
 * event is never changed, and a later one overrules. Stages, duties and marks are worked out from the events.
 */

/** The one version there is. */
const version = 1;

/** Kinds of the application, with their bodies. */
interface ApplicationBodies {
  readonly "application-begun": application.ApplicationBegun;
  readonly "order-typed": application.OrderTyped;
  readonly "subject-changed": application.SubjectChanged;
  readonly "subject-read": application.SubjectRead;
  readonly "not-pursued": application.ReasonGiven;
  readonly "criterion-written": application.CriterionWritten;
  readonly "link-written": application.LinkWritten;
  readonly "protected-named": application.ProtectedNamed;
  readonly "protected-removed": application.ProtectedRemoved;
  readonly "condition-written": application.ConditionWritten;
  readonly "condition-removed": application.ConditionRemoved;
  readonly "prompt-answered": application.PromptAnswered;
  readonly "period-proposed": application.PeriodProposed;
  readonly "interim-wanted": application.InterimWanted;
  readonly "pair-settled": application.PairSettled;
  readonly "bundle-made": application.BundleMade;
  readonly "sent-to-second": application.SentToSecond;
  readonly "taken-back": application.SentToSecond;
  readonly "criterion-read": application.CriterionRead;
  readonly "draft-returned": application.ReasonGiven;
  readonly authorised: application.Authorised;
  readonly lodged: application.Lodged;
  readonly withdrawn: application.Withdrawn;
  readonly "court-day": application.CourtDay;
}

const ofApplication: IntentReaders<ApplicationBodies> = {
  "application-begun": intent("application-begun", application.applicationBegun),
  "order-typed": intent("order-typed", application.orderTyped),
  "subject-changed": intent("subject-changed", application.subjectChanged),
  "subject-read": intent("subject-read", application.subjectRead),
  "not-pursued": intent("not-pursued", application.reasonGiven),
  "criterion-written": intent("criterion-written", application.criterionWritten),
  "link-written": intent("link-written", application.linkWritten),
  "protected-named": intent("protected-named", application.protectedNamed),
  "protected-removed": intent("protected-removed", application.protectedRemoved),
  "condition-written": intent("condition-written", application.conditionWritten),
  "condition-removed": intent("condition-removed", application.conditionRemoved),
  "prompt-answered": intent("prompt-answered", application.promptAnswered),
  "period-proposed": intent("period-proposed", application.periodProposed),
  "interim-wanted": intent("interim-wanted", application.interimWanted),
  "pair-settled": intent("pair-settled", application.pairSettled),
  "bundle-made": intent("bundle-made", application.bundleMade),
  "sent-to-second": intent("sent-to-second", application.sentToSecond),
  "taken-back": intent("taken-back", application.sentToSecond),
  "criterion-read": intent("criterion-read", application.criterionRead),
  "draft-returned": intent("draft-returned", application.reasonGiven),
  authorised: intent("authorised", application.authorised),
  lodged: intent("lodged", application.lodged),
  withdrawn: intent("withdrawn", application.withdrawn),
  "court-day": intent("court-day", application.courtDay),
};

/** Kinds of court and service, with their bodies. */
interface FactBodies {
  readonly "court-result": court.CourtResult;
  readonly "result-confirmed": court.ResultConfirmed;
  readonly "result-sent-back": court.ResultSentBack;
  readonly "result-corrected": court.ResultCorrected;
  readonly "service-attempted": service.ServiceAttempted;
  readonly "service-evidence": service.ServiceEvidenceAdded;
  readonly "service-confirmed": service.ServiceConfirmed;
  readonly "service-sent-back": service.AttemptReason;
  readonly "service-withdrawn": service.AttemptReason;
  readonly "service-disputed": service.ServiceDisputed;
  readonly "knew-without-service": service.KnewWithoutService;
}

const ofFacts: IntentReaders<FactBodies> = {
  "court-result": intent("court-result", court.courtResult),
  "result-confirmed": intent("result-confirmed", court.resultConfirmed),
  "result-sent-back": intent("result-sent-back", court.resultSentBack),
  "result-corrected": intent("result-corrected", court.resultCorrected),
  "service-attempted": intent("service-attempted", service.serviceAttempted),
  "service-evidence": intent("service-evidence", service.serviceEvidenceAdded),
  "service-confirmed": intent("service-confirmed", service.serviceConfirmed),
  "service-sent-back": intent("service-sent-back", service.attemptReason),
  "service-withdrawn": intent("service-withdrawn", service.attemptReason),
  "service-disputed": intent("service-disputed", service.serviceDisputed),
  "knew-without-service": intent("knew-without-service", service.knewWithoutService),
};

/** Kinds of the register and of what breaks an order, with their bodies. */
interface RegisterBodies {
  readonly attended: register.Attended;
  readonly acknowledged: register.Acknowledged;
  readonly "name-used": register.NameUsed;
  readonly "address-changed": register.AddressChanged;
  readonly "other-register": register.OtherRegister;
  readonly transferred: register.Transferred;
  readonly "duty-settled": register.DutySettled;
  readonly "duty-settling-read": register.DutySettlingRead;
  readonly "reminder-given": register.ReminderGiven;
  readonly "breach-opened": breach.BreachOpened;
  readonly "acts-set-aside": breach.ActsSetAside;
  readonly "breach-evidence": breach.BreachEvidence;
  readonly "breach-knew": breach.BreachKnew;
  readonly "excuse-asked": breach.ExcuseAsked;
  readonly "excuse-assessed": breach.ExcuseAssessed;
  readonly "breach-kept-open": breach.BreachKeptOpen;
  readonly "breach-decided": breach.BreachDecided;
  readonly "breach-decision-read": breach.BreachDecisionRead;
  readonly "protected-told": breach.ProtectedTold;
}

const ofRegister: IntentReaders<RegisterBodies> = {
  attended: intent("attended", register.attended),
  acknowledged: intent("acknowledged", register.acknowledged),
  "name-used": intent("name-used", register.nameUsed),
  "address-changed": intent("address-changed", register.addressChanged),
  "other-register": intent("other-register", register.otherRegister),
  transferred: intent("transferred", register.transferred),
  "duty-settled": intent("duty-settled", register.dutySettled),
  "duty-settling-read": intent("duty-settling-read", register.dutySettlingRead),
  "reminder-given": intent("reminder-given", register.reminderGiven),
  "breach-opened": intent("breach-opened", breach.breachOpened),
  "acts-set-aside": intent("acts-set-aside", breach.actsSetAside),
  "breach-evidence": intent("breach-evidence", breach.breachEvidence),
  "breach-knew": intent("breach-knew", breach.breachKnew),
  "excuse-asked": intent("excuse-asked", breach.excuseAsked),
  "excuse-assessed": intent("excuse-assessed", breach.excuseAssessed),
  "breach-kept-open": intent("breach-kept-open", breach.breachKeptOpen),
  "breach-decided": intent("breach-decided", breach.breachDecided),
  "breach-decision-read": intent("breach-decision-read", breach.breachDecisionRead),
  "protected-told": intent("protected-told", breach.protectedTold),
};

/** Kinds of a change, an appeal and what was wrong, with their bodies. */
interface ChangeBodies {
  readonly "change-asked": change.ChangeAsked;
  readonly "necessity-read-again": change.NecessityReadAgain;
  readonly "consent-given": change.ConsentGiven;
  readonly "change-sent": change.ChangeStep;
  readonly "change-authorised": change.ChangeStep;
  readonly "change-returned": change.ChangeStep;
  readonly "change-lodged": change.ChangeStep;
  readonly "change-dropped": change.ChangeStep;
  readonly "appeal-noted": change.AppealNoted;
  readonly "identity-disclosure-decided": change.IdentityDisclosureDecided;
  readonly "entry-withdrawn": both.EntryWithdrawn;
}

const ofChange: IntentReaders<ChangeBodies> = {
  "change-asked": intent("change-asked", change.changeAsked),
  "necessity-read-again": intent("necessity-read-again", change.necessityReadAgain),
  "consent-given": intent("consent-given", change.consentGiven),
  "change-sent": intent("change-sent", change.changeStep),
  "change-authorised": intent("change-authorised", change.changeStep),
  "change-returned": intent("change-returned", change.changeStep),
  "change-lodged": intent("change-lodged", change.changeStep),
  "change-dropped": intent("change-dropped", change.changeStep),
  "appeal-noted": intent("appeal-noted", change.appealNoted),
  "identity-disclosure-decided": intent("identity-disclosure-decided", change.identityDisclosureDecided),
  "entry-withdrawn": intent("entry-withdrawn", both.entryWithdrawn),
};

/** Each kind with its body. */
type OrderBodies = ApplicationBodies & FactBodies & RegisterBodies & ChangeBodies;

/** The closed list of kinds. */
export type OrderEventKind = keyof OrderBodies;

/** The body of one kind. */
export type OrderBodyOf<K extends OrderEventKind> = OrderBodies[K];

/** What an event says: its kind, and the body that belongs to that kind. */
export type OrderIntent = { readonly [K in OrderEventKind]: { readonly kind: K; readonly body: OrderBodies[K] } }[OrderEventKind];

const intents: IntentReaders<OrderBodies> = { ...ofApplication, ...ofFacts, ...ofRegister, ...ofChange };

/** Every kind, in the order of the document. */
export const orderEventKinds: readonly OrderEventKind[] = keysOf(intents);

const eventKind = oneOf<OrderEventKind>(orderEventKinds);

/** The application with its orders that an event belongs to. */
export interface OrderStream {
  readonly of: "order";
  /** "SPO-26-025". */
  readonly id: string;
}

/** One event. */
export type OrderEvent = OrderIntent & {
  readonly stream: OrderStream;
  /** From 1, without gaps, in its stream. */
  readonly number: number;
  /** When it took place. */
  readonly happened: Instant;
  /** When it was written down. */
  readonly recorded: Instant;
  /** Id of the officer, or `desk`. */
  readonly by: string;
};

const orderStream: ReadValue<OrderStream> = object((fields) => ({
  of: fields.must("of", oneOf<"order">(["order"])),
  id: fields.must("id", orderId),
}));

/** Reads the kind and the body that belongs to it, as a command carries them. Any other key is a fault. */
export const orderIntentFromJson: ReadValue<OrderIntent> = object((fields) => {
  const read = intents[fields.must("kind", eventKind)];
  return fields.must<OrderIntent>("body", read);
});

const orderEventFromJson: ReadValue<OrderEvent> = object((fields) => {
  fields.must("version", (value, path) => (value === version ? version : fault(path, "is no version that is known")));
  const head = {
    stream: fields.must("stream", orderStream),
    number: fields.must("number", numberFromOne),
    happened: fields.must("happened", instant),
    recorded: fields.must("recorded", instant),
    by: fields.must("by", name),
  };
  const read = intents[fields.must("kind", eventKind)];
  return { ...head, ...fields.must<OrderIntent>("body", read) };
});

/** Reads one event from parsed JSON. The error says where it is none, never what stands there. */
export function parseOrderEvent(value: unknown): Result<OrderEvent, string> {
  return readStrictly(value, "event", orderEventFromJson);
}

/** The event as JSON: keys in the order of the document, so that two writers write the same bytes. No line break. */
export function orderEventToJson({ stream, number, happened, recorded, by, kind, body }: OrderEvent): string {
  const ordered = readStrictly<OrderIntent>(body, "event.body", intents[kind]);
  if (!ordered.ok) throw new Error(`an event of an order was made that the document does not allow: ${ordered.error}`);
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
