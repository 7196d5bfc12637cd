import type { Importer } from "./importer.ts";
import { csv } from "./sources/csv/csv.ts";
import { journal } from "./sources/journal/journal.ts";
import { smsBackupRestore } from "./sources/sms-backup-restore/sms-backup-restore.ts";
import { email } from "./sources/email/email.ts";
import { mbox } from "./sources/mbox/mbox.ts";
import { metaAccount } from "./sources/meta-account/meta-account.ts";
import { metaMessages } from "./sources/meta-messages/meta-messages.ts";
import { telegram } from "./sources/telegram/telegram.ts";
import { whatsapp } from "./sources/whatsapp/whatsapp.ts";

/**
 * Bytes in, acts out. An app hands sources in; out come readings: acts, notices, unread spans, kept files, and no byte outside them.
 * This room never opens a file, never asks a clock, and never drops a line.
 *
 * @module
 */
export type { Importer } from "./importer.ts";
export { type ReadSourcesOptions, type CopyTerms, type ImportStep, readSources } from "./read-sources.ts";
export { linesOfSteps, stepOfLine } from "./kept-steps.ts";
export { summarise } from "./summarise.ts";
export { type NotTakenIn, type OwnPaper, whyNoReport } from "./not-taken-in.ts";
export {
  type Imported,
  type NotRead,
  type Caveats,
  watchCaveats,
  assumptionsOf,
  gatherSteps,
  importAll,
  type Original,
} from "./import-all.ts";
export { membersOf, hashOf } from "./members.ts";
export { isCountry } from "./identity.ts";
export { personaOf } from "./persona.ts";
export { type FoundNames, type LeftOutNames, makeCopy, ordersToTry, placeOf, readsAsBefore, textsOf, withIdsOf } from "./make-copy.ts";
export { type Card, cardsIn, cardsOf, fileHoldsName } from "./redact-bytes.ts";

/**
 * Every importer of the shelf, in order of trust: the first that recognises a file reads it, so what proves most about itself stands first.
 * One import and one line each.
 */
export const importers: readonly Importer[] = [smsBackupRestore, telegram, metaMessages, metaAccount, journal, mbox, email, whatsapp, csv];
