/**
 * What a person keeps on her own device: everything that says something is sealed to one key and signed in one log. A folder and keys come in;
 * nothing goes out but what she asks for. This room knows no browser and no disk, only the folder that an app hands in (folder.ts), and it never
 * makes a key.
 *
 * - folder: what an app must promise of the place that a vault lies in
 * - log, deed: what stands where, signed; and the one way in which anything is written
 * - open-vault, check: making and opening it; what is otherwise than the log says
 * - journal, originals, acts, documents, private-notes, waiting: what is in it
 * - copy, restore: one tar of the sealed files, the drill, and the way back
 * - tries: how long a wrong passphrase waits
 *
 * docs/formats/vault.md and backup.md are the formats.
 *
 * @module
 */
export { type Folder, type FolderFile, noRoom } from "./folder.ts";
export { type Vault, type VaultFailure, type VaultKeys, type VaultWorld } from "./vault.ts";
export { bookOf } from "./book.ts";
export { type NewVault, createVault, openVault } from "./open-vault.ts";
export { type Verdict, type VaultCheck, type CheckOptions, checkVault } from "./check.ts";
export { type Journal, type JournalLine, addLine, joinSegments, readJournal } from "./journal.ts";
export type { KeptActs, Original, OriginalTerms } from "./catalogue.ts";
export { type HandedIn, type Taken, listOriginals, openOriginal, takeOriginal } from "./originals.ts";
export { type ActColumns, type ReadBy, forgetActs, fromColumns, keepActs, readActs } from "./acts.ts";
export { type DocumentName, readDocumentOf, replaceIdentityFile, replaceNotesFile, writeDocumentOf } from "./documents.ts";
export { type PrivateNote, destroyPrivateNote, readPrivateNotes, writePrivateNote } from "./private-notes.ts";
export { type WaitingNote, type WaitingWord, type WhileLocked, decideWaiting, readWaiting, writeWhileLocked } from "./waiting.ts";
export { type Tries, forgetTries, noteWrongTry, readTries, waitBeforeTry } from "./tries.ts";
export { copyName, makeCopy } from "./copy.ts";
export { type Copy, type CopyAnswer, examineCopy } from "./examine-copy.ts";
export { type Drill, tryCopy } from "./drill.ts";
export { type RestoreOptions, type Restored, restoreCopy } from "./restore.ts";
