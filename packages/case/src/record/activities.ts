import type { OperationId } from "../access/operations.ts";
import type { Activity } from "./activity.ts";
import { deskActivities } from "./desk-activities.ts";
import { forceActivities } from "./force-activities.ts";

/** What a force does with personal data here (docs/formats/processing-record.md): each activity in words, with the operations by which it is done. */

/** The closed list of activities, in the order in which they are shown. */
export const activityIds = [
  "reports",
  "cases",
  "links",
  "orders",
  "referral",
  "disclosure",
  "rights",
  "log",
  "statistics",
  "retention",
  "losses",
  "supervision",
  "officers",
  "settings",
] as const;

/** One of `activityIds`. */
export type ActivityId = (typeof activityIds)[number];

/** Every activity. */
export const activities: Readonly<Record<ActivityId, Activity>> = { ...deskActivities, ...forceActivities };

/** To whom something goes by each operation that is logged as a disclosure. */
export const recipientOf: ReadonlyMap<OperationId, string> = new Map<OperationId, string>([
  ["send-elsewhere", "another force whose keys the administrator loaded, sealed to it"],
  ["write-update", "the person who reported, sealed to their mailbox"],
  ["export", "whoever is named before the file is made: a court, a prosecutor, another system of the force"],
  ["download-exhibit", "whoever is named before the file is taken out"],
  ["share-with-service", "a service whose keys the administrator loaded, sealed to it, by the person’s consent"],
  ["decide-identity-disclosure", "a person who may be at risk, told by an officer who it is"],
  ["give-disclosure", "whoever is named before the file is made: the prosecutor, and through them the defence"],
  ["give-rights", "the person who asked about themselves, or who acts for them"],
  ["publish-edition", "the public and whoever is named: counts alone"],
  ["export-log", "whoever the auditor gives the exported log to: the Commissioner, a court"],
  ["give-record", "whoever is named before the file is made: the Commissioner"],
]);
