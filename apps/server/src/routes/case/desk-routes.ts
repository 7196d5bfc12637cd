import type { DeskRoute } from "../../access/desk-route.ts";
import { assess, decide, riskAnswered } from "./assess.ts";
import { breakGlass, breakGlassOfOrder, closeGlass, review, reviewWritten } from "./break-glass.ts";
import { caseRoutes } from "./case-routes.ts";
import { changes } from "./changes.ts";
import { type DoorRoute, enrolBegin, enrolFinish, signInBegin, signInFinish } from "./door.ts";
import { barLifted, barred, officerBarred } from "./barred.ts";
import { handOnPreview, handedOn } from "./hand-on.ts";
import { handover, handoverGiven, handoverRead } from "./handovers.ts";
import { logByOfficer, logEntries } from "./log.ts";
import { editionDrafted, editionPublished, editionsHandedOut, learned } from "./learn.ts";
import { joinPreview } from "./joining.ts";
import { confirmed, toConfirm } from "./force-law.ts";
import { lock, me } from "./me.ts";
import { memberAdded, memberRemoved, members } from "./members.ts";
import {
  officerLeaves,
  officerLink,
  officerNew,
  officerRole,
  officerSignInName,
  officerTeam,
  officers,
  settings,
  settingsChanged,
} from "./officers.ts";
import { orderRoutes } from "./order-routes.ts";
import { passkeyBegin, passkeyFinish } from "./passkeys.ts";
import { questionAnswered, questionAsked, questionClosed, questions, questionsToMe } from "./questions.ts";
import { providerBegin, providerFinish, signInWays } from "./provider-door.ts";
import { queue, queueExport } from "./queue.ts";
import {
  breachFound,
  contactRead,
  contactTried,
  dangerEnded,
  dangerMet,
  dangerRaised,
  decisionRead,
  entryWithdrawn,
  giveBack,
  instrumentKept,
  join,
  part,
  referralMade,
  ruleOverridden,
  searched,
  take,
  taskDone,
  taskMade,
} from "./report-commands.ts";
import { lossRecorded, lossWritten, losses } from "./losses.ts";
import { recordHandedOut, recordShown } from "./processing-record.ts";
import { caseRetained, reportRetained, retention, retentionOfCase, retentionOfReport } from "./retention.ts";
import { heldBy, reassigned } from "./reassign.ts";
import { secondReadings } from "./second-readings.ts";
import { caseChecked, dipDrawn, reportChecked, supervision } from "./supervision.ts";
import { typedReport } from "./typed-report.ts";
import { updatePreview, updateSent } from "./updates.ts";
import { openReport, preview, reportActs, reportContents } from "./reports.ts";

/** Every route of the desk with a session, one line each. A test drives each with each role against docs/access.md. */
export const deskRoutes: readonly DeskRoute[] = [
  ...caseRoutes,
  ...orderRoutes,
  me,
  lock,
  passkeyBegin,
  passkeyFinish,
  breakGlass,
  breakGlassOfOrder,
  closeGlass,
  queue,
  queueExport,
  changes,
  preview,
  openReport,
  reportContents,
  reportActs,
  take,
  giveBack,
  contactRead,
  contactTried,
  dangerRaised,
  dangerMet,
  dangerEnded,
  referralMade,
  searched,
  breachFound,
  instrumentKept,
  ruleOverridden,
  taskDone,
  taskMade,
  joinPreview,
  join,
  part,
  assess,
  riskAnswered,
  decide,
  decisionRead,
  entryWithdrawn,
  secondReadings,
  supervision,
  dipDrawn,
  caseChecked,
  reportChecked,
  heldBy,
  reassigned,
  typedReport,
  updatePreview,
  updateSent,
  handOnPreview,
  handedOn,
  handover,
  handoverGiven,
  handoverRead,
  review,
  reviewWritten,
  members,
  memberAdded,
  memberRemoved,
  barred,
  officerBarred,
  barLifted,
  officers,
  officerNew,
  officerLink,
  officerRole,
  officerSignInName,
  officerTeam,
  officerLeaves,
  settings,
  settingsChanged,
  toConfirm,
  confirmed,
  learned,
  editionDrafted,
  editionPublished,
  editionsHandedOut,
  logByOfficer,
  logEntries,
  retention,
  retentionOfCase,
  retentionOfReport,
  caseRetained,
  reportRetained,
  losses,
  lossRecorded,
  lossWritten,
  recordShown,
  recordHandedOut,
  questions,
  questionAsked,
  questionClosed,
  questionsToMe,
  questionAnswered,
];

/** The routes of the door: nobody need be signed in. */
export const doorRoutes: readonly DoorRoute[] = [
  enrolBegin,
  enrolFinish,
  signInWays,
  signInBegin,
  signInFinish,
  providerBegin,
  providerFinish,
];
