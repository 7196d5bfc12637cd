/**
 * The words. Nothing comes in and nothing goes out: this room says what an act, a time, a timeline, a finding, a source and a legal fact
 * are, and holds the arithmetic they need. It imports nothing, and can never read a file, a clock or a random number.
 *
 * @module
 */
export { type Result, ok, failed } from "./result.ts";
export { type Redacted, redact, reveal } from "./redacted.ts";
export { inLatin, markedName, nameForm } from "./name-form.ts";
export { type Sha256, type Hasher, type CreateHasher, parseSha256 } from "./sha256.ts";
export type { Source } from "./source.ts";
export {
  type Instant,
  type CivilDay,
  type WallTime,
  msPerMinute,
  msPerHour,
  msPerDay,
  parseInstant,
  epoch,
  later,
  daysFromCivil,
  civilFromDays,
  isoWeekday,
  isRealDay,
  daysInMonth,
  isRealWallTime,
  wallToUtcMs,
  utcMsToWall,
  instantToIso,
  instantFromIso,
  civilToIso,
  parseCivilDay,
  parseIsoStamp,
} from "./instant.ts";
export {
  type Zone,
  type Interval,
  parseZone,
  zoneOfDevice,
  zoneOfOffset,
  offsetAt,
  wallMsAt,
  dayIn,
  startOfDay,
  clockShownTwice,
  readWallTime,
} from "./zone.ts";
export {
  type When,
  type DateOrder,
  dateOrders,
  type FlaggedWhen,
  spanOf,
  firstInstantOf,
  lastInstantOf,
  whenFromInstant,
  whenFromWall,
  whenFromDay,
} from "./when.ts";
export { normalForm } from "./normal-form.ts";
export { identityKinds, type IdentityKind, type Identity, owner, withheld, type Persona, normalName } from "./identity.ts";
export { flags, type Flag, isUndated } from "./flag.ts";
export {
  kinds,
  type Kind,
  channels,
  type Channel,
  grades,
  type Grade,
  type SourceSpan,
  type Container,
  type Attachment,
  withAttachmentTexts,
  attachmentTexts,
  type ActId,
  type Act,
  type Covers,
  type Notice,
  type Unread,
  type Kept,
  type KnownKind,
  type Reading,
} from "./act.ts";
export { lanes, type LaneId, laneOf, laneOfChannel } from "./lane.ts";
export { gravestKinds, homeChannels, inPersonKinds, isInPerson, placeOfNear } from "./near.ts";
export { type Utf8Text, utf8Text, type ActTally, createActTally, parseActId } from "./act-id.ts";
export type { TimelineAct } from "./timeline-act.ts";
export { isBreakIn } from "./break-in.ts";
export { createOrderOfTime } from "./order-of-time.ts";
export { fileSpans, gatherFileSpans } from "./file-spans.ts";
export { countWriters, createGroupsOf } from "./groups.ts";
export { type ToldGroups, findToldGroups } from "./told-groups.ts";
export { type Coverage, type Timeline, mergeActs, leadWithShown } from "./timeline.ts";
export { type OpenChats, type StatedTwins, findOpenChats, findStatedTwins, withStatedTwins } from "./stated-twins.ts";
export { markInWords, sectionWithMark } from "./law.ts";
export type {
  JurisdictionCode,
  LegalFact,
  ActExample,
  CourseOfConduct,
  EntryKindExamples,
  KindExamples,
  ToBeShown,
  Offence,
  ProtectiveOrder,
  Slot,
  LegalElement,
  Jurisdiction,
  SlotEntry,
  FilledSlot,
  ElementWithActs,
  LawWithActs,
} from "./law.ts";
export type { Role, Shape, Drawing } from "./drawing.ts";
export { textWidth, cutToWidth } from "./text-width.ts";
export { writeCsv } from "./csv-text.ts";
export { type Table, type Finding, type Standing, standings, printedOrderRule } from "./finding.ts";
export {
  stopKinds,
  type StopKind,
  type StopAt,
  type Stop,
  type AgreedContact,
  type NotThis,
  type StatedGap,
  type Anniversary,
  type StatedPerson,
  type StatementDocument,
  type Statement,
  documentOf,
} from "./statement.ts";
export {
  type EntryFile,
  type Happened,
  type HappenedAt,
  type JournalLine,
  type LeftOutLine,
  type StandingEntry,
  type Told,
  type Written,
  foldJournal,
} from "./entry.ts";
export { type BelievedTime, type WrittenHour, believedTimes, contradictsItself, hourOf, whenHappened } from "./entry-clock.ts";
export {
  createJournalReader,
  cutLine,
  journalLineToJson,
  leftOutLineToJson,
  longestEntryText,
  longestJournalLine,
  parseJournalLine,
  parseLeftOutLine,
} from "./entry-json.ts";
export {
  type AddedTo,
  type EntryKind,
  type FearOfViolence,
  type LifeArea,
  type OwnEntry,
  type Writer,
  type WrittenDown,
  entryKinds,
  entryTexts,
  lifeAreas,
  withEntryTexts,
} from "./own-entry.ts";
export { parseStatement, parseAgreed, statementToJson, contradictionIn } from "./statement-json.ts";
export {
  type Beginning,
  type PlacedStop,
  placeStops,
  beginningOf,
  isAfterStop,
  isBeforeStop,
  isNotHeld,
  isServedIn,
  isServedTooLate,
  isWhileHeld,
  isWithinStop,
} from "./stops.ts";
export { createAgreed, createHeldFromRules, withWholePersons } from "./agreed.ts";
export { canBeJest, isAccountOfViolence, tellsViolence, threatens, threatensLife } from "./violence.ts";
export { tellsComingIn, tellsIntrusion, tellsIntrusionOrFear } from "./intrusion.ts";
export {
  type LeaveOut,
  type LeftOutTime,
  type LeftOutBecause,
  type LeftOutTold,
  type ExhibitCopy,
  parseLeaveOut,
  createLeftOut,
  leftOutTimeText,
  isWrittenOver,
} from "./choice.ts";
export { type NameRedactor, type PlacedSign, createNameRedactor, isRedactable, mostRedacted } from "./redact-names.ts";
export { isWordToo, spelledNames, wholeWord } from "./spelled-names.ts";
export { strayOf } from "./stray.ts";
export { type WhyTwo, whyTwo } from "./why-two.ts";
export { wideRulesOf } from "./wide-rules.ts";
export { type TakenText, rulesToLookAt } from "./rules-to-look-at.ts";
export type { Cover, Answer, Known, Said, RoughDay, Feared, EarlierReport, StatedOrder, Helper, LostEvidence } from "./cover.ts";
export { notYetIn } from "./not-yet.ts";
export { type DateOfLoss, datesOfLoss } from "./loss.ts";
export { type Contact, type OtherPerson, type Stretch, hoursByDay } from "./contact.ts";
export { isBlank } from "./blank.ts";
export { asPlainText, isDrawnAsTyped, isOneLine, isPlainText } from "./plain-text.ts";
export {
  type CivilMinute,
  minuteToText,
  parseCivilMinute,
  parseStatedDay,
  parseStatedMinute,
  isOnTheWall,
  weekdays,
} from "./wall-clock.ts";
export {
  type AskedCover,
  parseCover,
  coverForm,
  contactForm,
  coverFrom,
  contactFromJson,
  lineFromJson,
  type ToldCover,
  toldCoverFromJson,
} from "./cover-json.ts";
export { readDocument } from "./json-document.ts";
export type { Exhibit, EarlierLog, EarlierPack, PackGoneOn, Tool, FileTerms, ReadingTerms, Report } from "./report.ts";
export { columnListNumber, isColumnList, parseExhibitNumber, inOrderOfExhibits } from "./report.ts";
export { readingsFromColumns, readingsToColumns } from "./reading-columns.ts";
export { readingToJson, timelineActToJson, coverageForm } from "./reading-json.ts";
export {
  timelineActFromJson,
  unreadFromJson,
  keptFromJson,
  coverageFromJson,
  instantFromJson,
  sha256FromJson,
  spanFromJson,
} from "./act-from-json.ts";
export {
  type ReadValue,
  type Fields,
  fault,
  readStrictly,
  object,
  list,
  record,
  seconds,
  orNull,
  text,
  flag,
  count,
  oneOf,
  parsed,
} from "./strict-json.ts";
export { type KnownFiles, tallyKnown } from "./known-files.ts";
export { type SharedName, sharedNames } from "./shared-names.ts";
export { marksAgainstFile } from "./marks-against-file.ts";
export { tellsOfNear } from "./own-row.ts";
export { createNameInWords, isNobodyTyped } from "./name-in-words.ts";
export { isDoubtedName } from "./doubted-name.ts";
export {
  type Whose,
  createWhose,
  createNamed,
  createNamedTo,
  createSaidOther,
  type ShownName,
  shownNames,
  nameToType,
  withLoneNames,
  isTheirs,
  isOf,
  type Side,
  createSide,
  type SideCounts,
  countSides,
  createSideByWhose,
  whoseSteps,
  isHerSideKnown,
  isDevice,
  isNumberWithheld,
} from "./whose.ts";
export { verdicts, type Verdict, type CheckedItem, type Overall, overallOf, exitCodeOf } from "./verdict.ts";
export {
  victimCodeEvents,
  type VictimCodeEventKind,
  type VictimRights,
  type ClockRule,
  type RecordingRule,
  type FreeDays,
  type DeskLaw,
} from "./clock-rule.ts";
export { type WaitingKind, waitingKinds } from "./waiting-kinds.ts";
export { workingDayAfter } from "./working-days.ts";
export {
  type LawRow,
  type OrderDeskLaw,
  type OrderDeskRuleId,
  type RegisterLaw,
  type RegisterRuleId,
  orderDeskRules,
  registerRules,
} from "./order-law.ts";
export { type PaperLaw, type PaperSection, paperSections } from "./paper-law.ts";
export type { SupportContact, SupportService } from "./support.ts";
export {
  type Paper,
  type PaperBlock,
  type PaperColumn,
  type PaperLook,
  type PaperRow,
  type PaperRun,
  type PaperWords,
  plainWords,
  wordsOfPaper,
} from "./paper.ts";
