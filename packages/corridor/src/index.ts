/**
 * From sources to timeline, findings, report and sealed pack, and back: a pack opened, verified and its originals read again. The composition
 * stands here once, with the world as arguments; apps call it and put the real parts in. This room never opens a file, asks a clock or draws
 * a random number.
 *
 * - import-exports: sources → timeline; state-case, settle-statement: her words → statement → the same for these files; blocks-in-files,
 *   chats-without-her: what she may want to state besides
 * - read-vault: the same of what a vault holds, out of what was read of it before
 * - choose: what goes of them; in order what-stays-behind, read-each-file, choose-files (with lists-of-tables), read-what-goes, statement-that-goes;
 *   names-left-over: the search for names that must not go; stops-left-out: what she is told of her own words that go or stay with it
 * - make-report, make-pack (with set-papers, fetched apart): timeline and findings → report → printed report, bag, tar, age; make-contact-sheet: beside it, sealed alone; earlier-pack:
 *   what both go on with; given-numbers: exhibit numbers that a vault keeps for good
 * - examine-pack: all of what follows, for one pack that came to a force
 * - draw-course: the acts of several packs as one course, with its pictures
 * - open-pack, tell-pack, read-again (with compare-acts, compare-findings): a pack → its files → what it tells → its originals read again and compared; continuation: beside the pack before it
 * - force/: what goes to a force and what comes back. fetch-set; make-letter, work, hand-in, upload: letter, then packs; look-into, check-proof: its
 *   answers; ask: the network that an app hands in
 *
 * @module
 */
export { country, type ReadingWorld, readingOptions, importExports } from "./import-exports.ts";
export { readVault } from "./read-vault.ts";
export { type PackWorld, type PackOnItsWay, type MadeReport, makePack } from "./make-pack.ts";
export { makingFailed } from "./making-failed.ts";
export { type MadeContactSheet, makeContactSheet } from "./make-contact-sheet.ts";
export { type BlockInFiles, blocksInFiles } from "./blocks-in-files.ts";
export { type ChatWithoutHer, chatsWithoutHer } from "./chats-without-her.ts";
export { type NameWithoutAct, namesWithoutAct } from "./names-without-act.ts";
export { type Mailbox, mailboxesIn, mailboxesNotNamed } from "./mailboxes-not-named.ts";
export { layLaw } from "./lay-law.ts";
export { type Chosen, type NamedAct, chooseWhatGoes } from "./choose.ts";
export { type StopLeftOut, fearedDaysLeftOut, stopsLeftOut } from "./stops-left-out.ts";
export { type Continuation, checkContinuation } from "./continuation.ts";
export { readEarlierPack } from "./earlier-pack.ts";
export { readGivenNumbers, withGivenNumbers } from "./given-numbers.ts";
export { makeReport } from "./make-report.ts";
export { identitiesIn } from "./identities-in.ts";
export { type PackOfCourse, drawCourse } from "./draw-course.ts";
export { type Examination, type ExaminedAct, examinePack } from "./examine-pack.ts";
export { type OpenedPack, type PackInput, type Unopened, openPack } from "./open-pack.ts";
export { type Comparison } from "./comparison.ts";
export { type ReadAgain, readAgain } from "./read-again.ts";
export { stateCase } from "./state-case.ts";
export { sayOpenChats, saySameGroups, sayStatedTwins } from "./say-open-chats.ts";
export { settleStatement } from "./settle-statement.ts";
export { type CheckedExhibit, type ListedAndFound, type ToldAct, type ToldPack, listedAndFound, tellPack, toldActs } from "./tell-pack.ts";
export { timeStampFrom } from "./time-stamp-from.ts";
export { type Ask, maxAnswer, maxWaitMs } from "./force/ask.ts";
export { type SetFiles, fetchForceSet } from "./force/fetch-set.ts";
export { type HashedPack, type NoLetter, type SealedLetter, sealAnswer, sealLetter } from "./force/make-letter.ts";
export { isWork, maxWorkMs } from "./force/work.ts";
export { type Intake, type LookToken, type NotTaken, handIn, lookAt, takeLooks } from "./force/hand-in.ts";
export { type Uploading, continueUpload, makeUpload } from "./force/upload.ts";
export { lookIntoAll } from "./force/look-into.ts";
export { isProvedReceipt } from "./force/check-proof.ts";
