/**
 * What happens to a report and to a case at the desk of a force: events in, state out. A command that the state forbids comes back with the
 * rule and with what would allow it. Time, rules and chance are arguments; nothing here reads or keeps anything.
 *
 * - event: what can happen (docs/formats/case-event.md); decide, fold: what is written, and what comes of it
 * - triage: the queue; risk: prompts and what they propose; telephone: what is asked of who rings
 * - clock: what is due (docs/formats/clock.md); enquiry, person, recording, update, handover: parts of a case as they are shown
 * - disclosure: what is held and not relied on, copies with spans taken out, and how somebody is reached inside other words (docs/formats/disclosure.md)
 * - rights: what a person is told of what is held about them, and who looked (docs/formats/subject-access.md)
 * - record: what a force does with personal data, worked out (docs/formats/processing-record.md)
 * - export: a case as another system takes it over (docs/formats/case-export.md)
 * - learn: what is counted of a force, and how it is published (docs/formats/statistics.md)
 * - access: roles, operations and who may do what (docs/access.md)
 *
 * @module
 */
export {
  type BodyOf,
  type CaseEvent,
  type EventKind,
  type Intent,
  type Stream,
  desk,
  eventToJson,
  intentFromJson,
  parseEvent,
} from "./event.ts";
export {
  type OrderEvent,
  type OrderEventKind,
  type OrderIntent,
  orderEventKinds,
  orderEventToJson,
  orderIntentFromJson,
  parseOrderEvent,
} from "./order-event.ts";
export { type ComparedPair, comparedInWords, compareConditions, conditionsOfLive } from "./order/compatibility.ts";
export { type OtherSide, otherSideOf } from "./order/another-side.ts";
export { type NamesakeOrder, anotherBirthday, namesakesLive, partedByBirthday } from "./order/namesakes.ts";
export { type ConditionTemplate, conditionTemplates, missingInCondition } from "./order/catalogue.ts";
export { earliestLawfulLastDay, mindsOfPeriods } from "./order/period.ts";
export { placesDrawing } from "./order/places-drawing.ts";
export { draftLacks, isOpenPair, settlementOf } from "./decide/order/draft-lacks.ts";
export { type DecidedOrder } from "./decide/order-command.ts";
export { decideOrder } from "./decide/decide-order.ts";
export { type Changed, changedByEach, whatChanged } from "./order/what-changed.ts";
export { type OrderState, applyToOrder, foldOrder } from "./fold/order-state.ts";
export { type ApplicationStage, type SubjectSince, subjectSinceCourt, subjectsOf } from "./fold/order/application.ts";
export { type LiveOrder, type OrderEnd, endInWords, endOfOrder, orderEnds, stageOfOrder } from "./fold/order/live-order.ts";
export { waitsForReading } from "./fold/order/court.ts";
export { didInWords } from "./order/court-did.ts";
export { sayDidToOrder, sayOpenOfOrder, sayTriedOnOrder } from "./order/order-words.ts";
export { ordersNotWritten } from "./fold/order/lives.ts";
export { evidenceOfAttempt, waitsForConfirmation } from "./fold/order/service-attempts.ts";
export { type Queue, type QueueActs, type QueueRow, parseQueue, queueToJson } from "./triage/queue-row.ts";
export {
  type QueueCounts,
  type QueueStanding,
  headOf,
  longSince,
  queueOf,
  rowsOf,
  standingsOf,
  matterOf,
  placesBeforeGroups,
  placesOfDanger,
} from "./triage/queue-of.ts";
export { wordsOfAnother } from "./triage/reach-of-row.ts";
export { type CaseOfRows, holderOf, withCase } from "./triage/row-facts.ts";
export { parseStanding, standingToText } from "./triage/standing-json.ts";
export { nameByPack, reporterOf } from "./triage/reporter-of-row.ts";
export {
  type QueueRule,
  type QueueRuleSet,
  afterDangerFromJson,
  longHoursFromJson,
  parseQueueRuleSet,
  queueRuleSetToText,
  ruleInWords,
  shippedQueueRule,
} from "./triage/queue-rule.ts";
export type { SaidDanger } from "./fold/danger.ts";
export {
  type ReportState,
  applyToReport,
  foldReport,
  isDangerUnsaid,
  isUnreadable,
  noDangerInWords,
  noDangerOf,
} from "./fold/report-state.ts";
export { type PlaceTold, placeInWords, placesTold } from "./fold/place-told.ts";
export { type CaseState, applyToCase, emptyCase, foldCase } from "./fold/case-state.ts";
export { type Referral, answerOf, consentOf, thingsOf } from "./fold/referrals.ts";
export { whyBagStays, whyNothingGoes } from "./decide/referral-rules.ts";
export { type CutCopy, type DisclosureItem, isAgreed, isScheduleAgreed, markOf } from "./fold/disclosures.ts";
export { type BesideDisclosure, copyRefuses } from "./decide/disclosure-rules.ts";
export { type WithheldOfContacts, withheldOfContacts } from "./withheld/of-contacts.ts";
export { type ContactFinder, contactDetails, coverLines, createContactFinder } from "./disclosure/contact-inside.ts";
export {
  type CaseExport,
  type ExportedAct,
  type ExportedExhibit,
  type ExportedPaper,
  type ExportedStream,
  toldActs,
} from "./export/case-export.ts";
export { caseExportCsv } from "./export/export-csv.ts";
export { caseExportJson } from "./export/export-json.ts";
export { type RightsRequest, decidedOf, isAnswerAgreed } from "./fold/rights.ts";
export { type BesideRights, heldPersons, undecidedOf, whyNotGiven } from "./decide/rights-rules.ts";
export { rightsDecisions, rightsForms } from "./event/of-rights.ts";
export { type AnswerPart, type RightsAnswer, answerJson, rightsAnswer } from "./rights/answer.ts";
export { answerPaper } from "./rights/answer-paper.ts";
export { namedPeople } from "./rights/named-people.ts";
export { nameKey } from "./person/name-key.ts";
export { foldText } from "./withheld/folded-text.ts";
export { type LoggedLook, type ToldLook, toldLooks } from "./rights/looks.ts";
export { cutLines } from "./disclosure/cut-copy.ts";
export { type HeldThing, heldEntries, notListed } from "./disclosure/held-things.ts";
export { heldOfOrder, heldPaper, peopleOfOrder } from "./disclosure/held-of-order.ts";
export { type BundledDraft, bundledStates, reliedOn } from "./disclosure/relied-on.ts";
export { disclosedTo, disclosureMarks } from "./event/of-disclosure.ts";
export { contactClock } from "./clock/referral-clock.ts";
export { type BagPart, bagText } from "./referral/bag-text.ts";
export { answeredByAnother } from "./fold/somebody-else.ts";
export { contactToAskBy, hoursInWords, isContactUnread, ofAnotherWay, unreadAnswer, withoutCodeWord } from "./fold/contact-state.ts";
export { type Unanswered, isReadInCase, unansweredOf } from "./fold/unanswered.ts";
export { isHandedOver, linesOfCase, linesOfReport } from "./fold/handover-lines.ts";
export { cutWords, instantOfMinute, longestName, longestWords, mostEntries } from "./event/shapes.ts";
export { answerInWords, ownWords } from "./fold/answer-words.ts";
export { answersToRead } from "./fold/second-reading.ts";
export { type Command, type Decided, type DeskRules, whenUnsaid } from "./decide/command.ts";
export { writtenBefore, writtenBeforeOfOrder } from "./decide/written-before.ts";
export { isSameForce } from "./fold/order/same-force.ts";
export { decideReport } from "./decide/decide-report.ts";
export { londonDay, timesShown } from "./clock/london.ts";
export { decideCase, opensByReport, opensCases } from "./decide/decide-case.ts";
export { jurisdictionNames } from "./clock/jurisdiction-names.ts";
export { acknowledgedAt } from "./clock/acknowledgement.ts";
export { dutiesOf, dutiesOfReport } from "./clock/duties.ts";
export { toldEach } from "./clock/told-each.ts";
export { type Duty, type DutyRules, shippedForceClocks } from "./clock/duty.ts";
export { closingChecks, opensAgain, stillDue } from "./decide/closing.ts";
export { type Elsewhere, elsewhereOfReport } from "./decide/reached-elsewhere.ts";
export { type RiskRule, nameOfRiskRule, proposeFor, shippedRiskRule } from "./risk/risk-rule.ts";
export { assessmentOf } from "./risk/assessment.ts";
export { coverDangers, coverLabels, heldFor } from "./risk/held-by-report.ts";
export { type KnownCourse, recordingOf, testsOfLaw } from "./recording/tests-of-law.ts";
export { linesLostFirst } from "./enquiry/lost-first.ts";
export { isForAnother } from "./person/for-whom.ts";
export { type CaseCalled, callCase, endedRolesOf, peopleOf, personsIn, sameNamed } from "./person/people.ts";
export { askedBefore } from "./update/asked-before.ts";
export { mayBeOfOne, noticeFor } from "./update/notice.ts";
export { isFarDay, isPastDay, longestUpdate, readThrough } from "./update/read-through.ts";
export { placesSaid } from "./update/places-said.ts";
export { answersFirst, calledInWords } from "./telephone/answers-first.ts";
export { type TelephoneQuestion, everyQuestion, notAskedInWords, telephoneQuestions } from "./telephone/questions.ts";
export { handoverGroupInWords, shiftNote } from "./handover/shift-note.ts";
export { type HandoverGroup, handoverGroups } from "./event/of-both.ts";
export { type CodeTable, classificationsOf, isStalkingId, rowsFor } from "./recording/recording.ts";
export { parseCodeTable } from "./recording/code-table.ts";
export { prompts } from "./risk/prompts.ts";
export { type Contact, type CoverTold, type QueueGroup, type SaidLine, queueGroups } from "./event/shapes.ts";
export { type Role, roles, roleInWords, sayRole, parseRole } from "./access/roles.ts";
export { type Relation } from "./access/relation.ts";
export { type OperationId, type Processing, loggedAs, operationIds, operations, processings } from "./access/operations.ts";
export { type AccessRefusal, mayDo, isSecondPerson } from "./access/may-do.ts";
export { type Reason, type ReasonCode, reasonCodes, parseReason, reasonFor } from "./access/reason.ts";
export { type DutiesFile, type RegisterEvent, type RegisterEventKind, registerEventKinds } from "./register/duties-file.ts";
export { longestDutiesFile, readDutiesFile } from "./register/read-duties-file.ts";
export { type DutiesOfOrder, dutiesOfOrder } from "./register/duties-of-order.ts";
export { dutiesInSentences, dutiesToJson } from "./register/say-duties.ts";
export { namesLeftOut } from "./register/told-alike.ts";
export { triggerInWords } from "./register/trigger-words.ts";
export type { LearnFacts } from "./learn/learn-facts.ts";
export { civilDayOf, monthOf, outcomeFact, reportFact } from "./learn/facts-of-states.ts";
export { orderFacts } from "./learn/order-facts.ts";
export { countsOf, measures } from "./learn/month-counts.ts";
export { type Edition, type KeptEdition, publishedOf, totalOf } from "./learn/edition.ts";
export { monthAfter } from "./learn/orders-live.ts";
export { type HiddenCell, hiddenCells } from "./learn/looked-at.ts";
export { isAsPublished, makeEdition } from "./learn/make-edition.ts";
export { editionFromJson, keptEditionToJson, parseKeptEdition } from "./learn/kept-edition.ts";
export { editionsToCsv, editionsToJson } from "./learn/statistics-file.ts";
export { type EditionChart, chartOfEdition } from "./learn/edition-chart.ts";
export { monthsToSplit, onlineShareChart } from "./learn/online-share.ts";
export { medianChart } from "./learn/median-chart.ts";
export { latestEditions } from "./learn/month-axis.ts";
export { ordersOfMonth, sumsOfMonths } from "./learn/order-tables.ts";
export { measureInWords, monthInWords, valueInWords } from "./learn/value-words.ts";
export { inventedEditions } from "./learn/invented-year.ts";
export { orderHeldUntil } from "./register/held-until.ts";
export { type StandingDuty, dutiesOfState } from "./register/duties-of-state.ts";
export { owedUnder } from "./register/owed-under.ts";
export { mindsOfChange } from "./order/change-minds.ts";
export { type ReminderSettings, remindersDue } from "./register/reminders.ts";
export { breachLabel, decisionOf, hourOf, keptOpenUntil, undecidedBreaches } from "./fold/order/breach.ts";
export { heldAsked, hourAsked } from "./order/breach-hour.ts";
export { consentOn, stageOfChange, writersOfChange } from "./fold/order/change.ts";
export { bundleOf } from "./bundle/draft-bundle.ts";
export { actsLeftOut, bundleSourceOf, exhibitsOfFacts } from "./bundle/bundle-of-order.ts";
export { acknowledgementSourceOf } from "./bundle/acknowledgement-of-attendance.ts";
export type { DatedFact, UnnumberedLine } from "./order/chronology.ts";
export { messagesSent } from "./decide/order/messages-sent.ts";
export { isOwnAttempt } from "./decide/order/service-steps.ts";
export { daySheetRows, dutySheetRows } from "./order/day-sheet-rows.ts";
export type { BundleExhibit, BundleLine, BundleSource, Sureness } from "./bundle/bundle-source.ts";
export { type PaperTemplate, readPaperTemplate, templateOn } from "./bundle/paper-template.ts";
export { type AcknowledgementDocument, type AcknowledgementSource, acknowledgementOf } from "./bundle/acknowledgement-sheet.ts";
export { copyBeginnings, mostCopyBytes } from "./bundle/copy-limits.ts";
export { type DaySheetSource, daySheetOf } from "./bundle/day-sheet.ts";
export { cutBefore, lineBelow, placeName } from "./order/beside-mark.ts";
export { type LookAhead, type LookAheadLaw, lookAhead, nearDay, placeOfRow, sayLookAhead } from "./order/look-ahead.ts";
export { asksInTheWay, promptInWords } from "./order/in-the-way.ts";
export { saidAtLodging } from "./order/said-at-lodging.ts";
export { type ProtectedPerson, type Untold, protectedPeople, resultAtHand, sayUntold, untold, untoldUnder } from "./order/untold.ts";
export { untilInWords } from "./order/until-in-words.ts";
export {
  type LookAheadGroup,
  type LookAheadRow,
  type LookAheadSettings,
  type RefusedDraft,
  lookAheadGroups,
} from "./order/look-ahead-row.ts";
export { lookAheadDrawing } from "./order/look-ahead-drawing.ts";
export { consentUntil } from "./fold/order/against-rule.ts";
export { lookAheadFactsFromJson } from "./order/look-ahead-facts.ts";
export { lookAheadLines } from "./order/look-ahead-lines.ts";
export { lookAheadFacts, lookAheadOn, lookAheadOrders } from "./order/look-ahead-orders.ts";
export { ruleVersions } from "./order/act-in-condition.ts";
export { clockDrawing } from "./order/clock-drawing.ts";
export { type RetentionClass, type RetentionRule, mostMonths, retentionClasses, ruleOn } from "./retention/schedule.ts";
export {
  type RetentionEvent,
  type RetentionQuestion,
  type RetentionSubject,
  parseRetentionEvent,
  retentionEventToJson,
  retentionIntentFromJson,
  retentionQuestions,
} from "./retention/retention-event.ts";
export { type RetentionState, foldRetention } from "./retention/retention-state.ts";
export { type RetentionFacts, type RetentionReview, questionInWords, reviewOf, whyItStays } from "./retention/review.ts";
export { type TellsOf, createTellsOf } from "./retention/tells-of.ts";
export { whyNotDecided } from "./retention/decide-retention.ts";
export { type ErasedLine, erasedLineToJson, parseErasedLine } from "./retention/erased-line.ts";
export {
  type LossEvent,
  type LossParty,
  type LossWords,
  lossEventToJson,
  lossIntentFromJson,
  lossParties,
  parseLossEvent,
} from "./loss/loss-event.ts";
export { type LossState, foldLoss, isLossOpen, lossClock, lossMomentInWords } from "./loss/loss-state.ts";
export { whyNotLoss } from "./loss/decide-loss.ts";
export { type ActivityId, activityIds } from "./record/activities.ts";
export {
  type ProcessingRecord,
  type RecordedActivity,
  type RecordedAnswer,
  type RecordedRule,
  processingRecord,
} from "./record/processing-record.ts";
export { recordToCsv, recordToJson } from "./record/record-file.ts";
export { type BreachRests, decisionClosedBy, decisionsOpen, excuseQuestions, groundlessOf } from "./fold/order/breach.ts";
export { restsOf } from "./register/breach-rests.ts";
export { saidSince } from "./register/said-since.ts";
export type { ArrivedAct } from "./order/arrived-act.ts";
export { type HeldAct, createArrivedUnder, namesOfSubject } from "./order/arrived-under.ts";
export { openedBy } from "./order/opened-by.ts";
export { comingOf, endsOf, standsOn, stoodOf, toObeyFrom } from "./order/stood-on.ts";
export {
  type ListedAct,
  type ManyUnder,
  type ProposedDay,
  type ReadingOfActs,
  changesProposals,
  proposalsFrom,
  proposalsOf,
} from "./order/proposals.ts";
export { protectedIds } from "./fold/order/protected-ids.ts";
export { type DipFinding, dipFindingInWords, dipFindings, longestDipWords, whyNotChecked } from "./supervision/dip-check.ts";
export { dipRule, drawDips } from "./supervision/dip-draw.ts";
export { type ReadingTime, hoursToRead, inOrderOfDanger, readBy, waitingRules } from "./supervision/waits-for-second.ts";
export { handedOverAlready, handoverThatWaits } from "./decide/both-rules.ts";
export { giverOf } from "./fold/both-state.ts";
export { type WaitsInStream, waitsInCase, waitsInReport } from "./supervision/waits-in-stream.ts";
