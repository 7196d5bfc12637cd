/**
 * What a person keeps on her own device: everything that says something is sealed to one key and signed in one log. A folder and keys come in;
 * nothing goes out but what she asks for. This room knows no browser and no disk, only the folder that an app hands in (folder.ts), and it never
 * makes a key.
 *
 * - folder: what an app must promise of the place that a vault lies in
 * - log, deed: what stands where, signed; and the one way in which anything is written
 * - locked, open-vault, check: what it shows before it is opened, making and opening it; what is otherwise than the log says
 * - apart: what opens with her key and is not as the log has it, until she says whose it is
 * - journal, originals, acts (what was read of them), documents, private-notes, waiting: what is in it
 * - copy, restore: one tar of the sealed files, the drill, and the way back
 * - ordinary-notes: what the second passphrase opens
 * - tries: how long a wrong passphrase waits
 *
 * docs/formats/vault.md and backup.md are the formats.
 *
 * @module
 */
export { layout, layoutFolders } from "./layout.ts";
export { type Folder, type FolderFile, isNoRoom, noRoom } from "./folder.ts";
export type { Vault, VaultFailure, VaultKeys, VaultWorld } from "./vault.ts";
export { isIdentityAsLogged, readLocked, readLockedCopy } from "./locked.ts";
export { createVault, isRoomForVault, isVaultHere, openVault } from "./open-vault.ts";
export { type Verdict, type VaultCheck, checkVault, isLogAsLeft, lookOver } from "./check.ts";
export { type Apart, listApart, takeApart } from "./apart.ts";
export { type Journal, addLine, joinSegments, readJournal } from "./journal.ts";
export { type OrdinaryNote, parseOrdinaryNotes, writeOrdinaryNotes } from "./ordinary-notes.ts";
export type { Original } from "./catalogue.ts";
export { type Taken, isOriginalHere, listOriginals, openOriginal, stateDateOrder, takeOriginal, takeSealed } from "./originals.ts";
export { keepReadings, linesOfReading, listReadings } from "./acts.ts";
export {
  putBookBack,
  readDocumentOf,
  replaceIdentityFile,
  replaceNotesFile,
  replaceNotesFileLocked,
  signNotesFile,
  writeDocumentOf,
} from "./documents.ts";
export { destroyPrivateNote, readPrivateNotes, writeDraft, writePrivateNote } from "./private-notes.ts";
export { type WaitingNote, countWaiting, decideWaiting, readWaiting, writeWhileLocked } from "./waiting.ts";
export { type Opening, noteOpening, readOpenings } from "./openings.ts";
export { type Tries, forgetTries, noteOrdinaryOpening, noteWrongTry, readTries, waitBeforeTry } from "./tries.ts";
export { copyName, makeCopy } from "./copy.ts";
export { mostFilesOfCopy } from "./copy-files.ts";
export { type Copy, type CopyAnswer, cutOfCopy, examineCopy, isPartEnough } from "./examine-copy.ts";
export { type Drill, tryCopy } from "./drill.ts";
export { type Restored, restoreCopy } from "./restore.ts";
