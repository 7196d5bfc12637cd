import type { DeskRoute } from "../../access/desk-route.ts";
import { breakGlass, closeGlass, review, reviewWritten, reviews } from "./break-glass.ts";
import { type DoorRoute, enrolBegin, enrolFinish, signInBegin, signInFinish } from "./door.ts";
import { logByOfficer, logEntries } from "./log.ts";
import { lock, me } from "./me.ts";
import { memberAdded, memberRemoved, members } from "./members.ts";
import { officerLeaves, officerLink, officerNew, officerRole, officers, settings, settingsChanged } from "./officers.ts";
import { passkeyBegin, passkeyFinish } from "./passkeys.ts";
import { queue, queueExport } from "./queue.ts";

/** Every route of the desk with a session, one line each. A test drives each with each role against docs/access.md. */
export const deskRoutes: readonly DeskRoute[] = [
  me,
  lock,
  passkeyBegin,
  passkeyFinish,
  breakGlass,
  closeGlass,
  queue,
  queueExport,
  reviews,
  review,
  reviewWritten,
  members,
  memberAdded,
  memberRemoved,
  officers,
  officerNew,
  officerLink,
  officerRole,
  officerLeaves,
  settings,
  settingsChanged,
  logByOfficer,
  logEntries,
];

/** The routes of the door: nobody need be signed in. */
export const doorRoutes: readonly DoorRoute[] = [enrolBegin, enrolFinish, signInBegin, signInFinish];
