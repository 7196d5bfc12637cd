/**
 * A letter in, a sealed letter out, and the way back to her: what leaves her device for a force, and what a force answers. This room can never
 * send anything: it makes and reads bytes, and chance, clock and the dear hash are handed in.
 *
 * - receipt: seven words, and the mailbox that they open (docs/formats/submission.md)
 * - letter, read-letter: what she tells a force, sealed alone (docs/formats/submission.md)
 * - mailbox-message: what a force answers (docs/formats/mailbox.md)
 * - force-set, verify-force-set: to whom, where, and by whose word (docs/formats/force-set.md); iso-week: weeks, all that is kept of when
 * - size-bucket: how large a pack looks from outside (docs/formats/submission.md)
 *
 * @module
 */
export { type ReceiptWords, type Mailbox, makeReceipt, parseReceiptWords, wordSlips, deriveMailbox, lookupHash } from "./receipt.ts";
export { type PackPlan, largestPack, padmeSize, bucketOfPack, planPack } from "./size-bucket.ts";
export { type LetterFields, type LetterPack, type Letter, isSameMailbox, sealedLetterSizes, writeLetter } from "./letter.ts";
export { readLetter, parseLetterFile } from "./read-letter.ts";
export { isoWeek } from "./iso-week.ts";
export {
  type MailboxMessage,
  envelopeSize,
  envelopesInPage,
  longestSays,
  unopenedReasons,
  writeMailboxMessage,
  sealMailboxMessage,
  openEnvelopes,
  mailboxLine,
} from "./mailbox-message.ts";
export { type ForceSet, writeForceSet, parseForceSet, recipientNow } from "./force-set.ts";
export { type ForcePin, verifyForceSet, pinOf, forcePinFromJson } from "./verify-force-set.ts";
