import type { BelievedTime, DateOrder, Sha256, StandingEntry, StatementDocument, Told, Writer } from "@unmask/core";
import type { ComparedWord, KeyFileFailure } from "@unmask/seal";
import type { Opening, Original, OrdinaryNote, Verdict, VaultCheck, VaultFailure } from "@unmask/vault";

/**
 * What the page and its worker say to each other about what she keeps on this device. Keys and what is kept stay in the worker; the page gets what it
 * shows. A moment is written `2026-10-04T21:14:05.123Z`, a day `2026-10-04`, both by the device's clock.
 */

/** A file that goes with an entry or a note. */
export interface EntryHandedFile {
  /** With `/` between folders. */
  readonly name: string;
  readonly file: Blob;
  /** Which device, or how she got it. */
  readonly from?: string;
  /** What was cut or edited before it came in. */
  readonly changed?: string;
}

/** The same where it was sealed as soon as she chose it; `file`: in the page that it was chosen in. */
export interface DraftedFile extends Omit<EntryHandedFile, "file"> {
  /** `originals/….age` */
  readonly sealed: string;
  /** Bytes. */
  readonly size: number;
  readonly file?: Blob;
  /** It could not be sealed before it was locked: it is to be chosen again. */
  readonly isLost?: true;
}

/** What she says beside the words of an entry; its files are handed over, or sealed already. */
export type ToldByPage = Omit<Told, "files"> & { readonly files?: readonly (EntryHandedFile | DraftedFile)[] };

/** Whose a note is that was written while it was locked: hers; not hers, and kept as it was found; thrown away. */
export type WaitingWord = "hers" | "found" | "thrown-away";

/** Which passkey is to be asked (WebAuthn, extension PRF), and with which first input of its PRF. */
export interface PasskeyToAsk {
  readonly credential: Uint8Array;
  /** 32 bytes; for a passkey that is added the page makes them, at random. */
  readonly salt: Uint8Array;
}

/** A passkey that has answered. */
export interface AnsweredPasskey extends PasskeyToAsk {
  /** The 32 bytes of the PRF's first result. */
  readonly answer: Uint8Array;
}

/** What opens a vault or a copy. `words`: the twelve words, or the key that is printed under them. */
export type VaultKey =
  | { readonly by: "passphrase"; readonly typed: string }
  | { readonly by: "words"; readonly typed: string }
  | { readonly by: "passkey"; readonly passkey: AnsweredPasskey };

/** Of which kind a private paper is. None of them is ever in a pack. */
export type PaperKind = "note" | "plan" | "self-check" | "draft";

/** What is sealed of what she has begun to write. */
export interface SealedWriting {
  /** Empty: she took back what was sealed of it. */
  readonly words: string;
  /** The private paper that it was read from, or that its files are sealed with. */
  readonly path?: string;
  readonly files?: readonly DraftedFile[];
}

/** What the page asks. */
export type VaultAsk =
  | { readonly ask: "vault" }
  /** Makes it, and leaves it open. `second`: the passphrase of the ordinary notes. */
  | { readonly ask: "begin"; readonly passphrase: string; readonly second?: string }
  /** The twelve words typed back. */
  | { readonly ask: "prove words"; readonly typed: string }
  /** Four words by chance, for a passphrase, and how long one try at a passphrase takes on this device. */
  | { readonly ask: "four words" }
  /** A passphrase may be that of the ordinary notes: the answer is then "ordinary notes". */
  | { readonly ask: "unlock"; readonly key: VaultKey }
  /** The passkeys that open it; it may be locked. */
  | { readonly ask: "passkeys" }
  /**
   * What she is writing, held in memory until it is told anew. It is sealed, each a paper of the kind "draft", where the vault locks or another window takes
   * it; with its files at once.
   */
  | { readonly ask: "hold begun"; readonly begun: readonly SealedWriting[] }
  /** `isOnlyIfSealed`: where something that she is writing cannot be sealed it stays open, and the answer says why. Otherwise it is locked all the same. */
  | { readonly ask: "lock"; readonly isOnlyIfSealed?: true }
  /** Another window has it: this one takes it, and it is locked then. Refused where the other holds something that could not be sealed. */
  | { readonly ask: "take over" }
  /** `when`: her words for another time. */
  | { readonly ask: "write while locked"; readonly words: string; readonly when?: string; readonly files?: readonly EntryHandedFile[] }
  | { readonly ask: "waiting" }
  /** `told`: what she says beside the words of a note that is hers. */
  | { readonly ask: "decide"; readonly path: string; readonly word: WaitingWord; readonly told?: ToldByPage; readonly by?: Writer }
  | { readonly ask: "add entry"; readonly words: string; readonly told?: ToldByPage; readonly by?: Writer }
  /** `to`: the number of the entry. */
  | { readonly ask: "amend entry"; readonly to: number; readonly words?: string; readonly told?: ToldByPage; readonly by?: Writer }
  | { readonly ask: "withdraw entry"; readonly to: number; readonly says?: string; readonly by?: Writer }
  /** Newest first. */
  | { readonly ask: "entries"; readonly from: number; readonly count: number }
  | { readonly ask: "papers" }
  /** Without `path` a new one. */
  | { readonly ask: "write paper"; readonly kind: Exclude<PaperKind, "draft">; readonly words: string; readonly path?: string }
  | { readonly ask: "seal writing"; readonly writing: SealedWriting }
  | { readonly ask: "destroy paper"; readonly path: string }
  /** With the second passphrase, while the vault is open. */
  | { readonly ask: "ordinary notes"; readonly second: string }
  /** In place of those before. The second passphrase may be a new one; while the vault is locked it is the one that opened them. */
  | { readonly ask: "write ordinary notes"; readonly second: string; readonly notes: readonly OrdinaryNote[] }
  | { readonly ask: "originals" }
  /** The bytes of one of them, to be looked at again. */
  | { readonly ask: "original"; readonly sha256: Sha256 }
  /** Progress in bytes. Stopped: those that are in stay in. */
  | { readonly ask: "take in"; readonly files: readonly EntryHandedFile[]; readonly zone: string; readonly dateOrder?: DateOrder }
  /** How dates are written in what was brought in and of which she did not say it yet, as she says it after it was read. */
  | { readonly ask: "state date order"; readonly dateOrder: DateOrder }
  /**
   * Reads all that is kept as "read" reads what is handed over, each original on the terms that were stated of it, and those of which nothing was by `zone`;
   * the answer is the same. Reports are then signed with the vault's signer.
   */
  | { readonly ask: "read kept"; readonly zone: string }
  | { readonly ask: "statement" }
  | { readonly ask: "put statement"; readonly statement: StatementDocument }
  | { readonly ask: "openings" }
  /** One tar: into the file that she chose, or as a blob. Progress in bytes. */
  | { readonly ask: "make copy"; readonly to?: FileSystemFileHandle }
  /** Opens a copy from where it lies and compares every byte. Progress in bytes, here and in the two below. */
  | { readonly ask: "try copy"; readonly file: Blob }
  /**
   * Looks at a copy; nothing is changed. `key`: what opens it; the open vault's own where there is none. Where it is locked too, the copy is looked at
   * from outside: whether it is one, ends where it should, and whose it is.
   */
  | { readonly ask: "examine copy"; readonly file: Blob; readonly key?: VaultKey }
  /** Brings it back, and leaves it open. `isPartTaken`: what is whole of one that is cut short or altered. */
  | { readonly ask: "restore copy"; readonly file: Blob; readonly key?: VaultKey; readonly isPartTaken?: boolean }
  /** `key`: what opens it now, asked for again. A copy that was made before keeps what opened it: so it is with each of these. */
  | { readonly ask: "change passphrase"; readonly key: VaultKey; readonly passphrase: string }
  /** In place of those on her paper; shown once, as those of a new vault. */
  | { readonly ask: "new words"; readonly key: VaultKey }
  /** Twelve words for somebody she trusts, beside her own; in place of the second sheet that there was. */
  | { readonly ask: "second sheet"; readonly key: VaultKey }
  /** Opens it beside all else from then on. It may be copied to an account that somebody else is in: she is told before. */
  | { readonly ask: "add passkey"; readonly key: VaultKey; readonly passkey: AnsweredPasskey }
  /** No passkey opens it any more. */
  | { readonly ask: "no passkeys"; readonly key: VaultKey }
  /** Every byte is read, with progress in bytes; `isQuick`: of files that she brought in the length alone, and where all was whole and nobody else wrote, once for each opening. */
  | { readonly ask: "check"; readonly isQuick?: boolean }
  /** What is apart is hers: each with the hash that it had when she was shown it. */
  | { readonly ask: "take as hers"; readonly which: readonly { readonly path: string; readonly sha256?: string }[] }
  /** All that is kept here, and nothing else of this browser. */
  | { readonly ask: "remove everything" };

/** Where it stands. */
export type VaultStatus =
  /** Nothing is kept yet, and something can be. */
  | { readonly is: "none" }
  | {
      readonly is: "locked";
      /** Absent where the file that says it does not read. */
      readonly book?: string;
      /** Wrong passphrases since it was last opened. */
      readonly wrong?: number;
      /** The next passphrase is tried from this moment on; absent: now. */
      readonly waitUntil?: string;
    }
  | {
      readonly is: "open";
      readonly book: string;
      /** Whether the browser promised not to clear it away. */
      readonly isPersisted: boolean;
      /** Whether the twelve words were typed back once since they were made. */
      readonly areWordsProved: boolean;
      /**
       * What says to whom is sealed had been changed when it was opened: what was written while it was locked since then may have been read by somebody
       * else, and cannot be opened.
       */
      readonly wasBookChanged?: true;
      /** Its list was changed or gone when it was opened: it goes on from where it is still signed, and what it does not prove is apart. */
      readonly wasListChanged?: true;
      /** Notes that wait for her word. */
      readonly waiting: number;
      /** The moment at which the newest copy was made. */
      readonly copyMade?: string;
      /** The day on which one was last tried and found the same. */
      readonly copyTried?: string;
    }
  /** Another window has it open, or is writing. */
  | { readonly is: "elsewhere" }
  /** This browser or window keeps nothing. */
  | { readonly is: "look-only" };

/** A note that waits for her word; `lost`: it is gone, or is not what was written. */
export type ShownWaiting =
  | {
      readonly path: string;
      /** What the device's clock said. */
      readonly at: string;
      /** It was not written then: before her notes were made, or after now. */
      readonly isHourWrong: boolean;
      readonly words: string;
      readonly when?: string;
      readonly files: readonly { readonly name: string; readonly size: number }[];
    }
  | { readonly path: string; readonly lost: true };

/** An entry as it stands. `doubts`: the lines of the journal whose clock is not believed, by their counters. */
export type ShownEntry = StandingEntry & { readonly doubts: ReadonlyMap<number, BelievedTime> };

/** A private paper. */
export interface Paper {
  readonly path: string;
  readonly kind: PaperKind;
  readonly at: string;
  readonly words: string;
  /** Of a draft: what it names of files and is not here. */
  readonly lost?: readonly string[];
}

/** One file of what is kept that is missing, was changed, was put there, or opens and is not proved to be hers. */
export interface ShownAmiss {
  readonly path: string;
  readonly verdict: Verdict;
  /** What it is, or was. What was read of her files and is made anew of them is none of it. */
  readonly is: "entries" | "file" | "private" | "waiting" | "list" | "keys" | "catalogue" | "statement" | "settings" | "stranger";
  /** Of a file that she brought in, as far as it is known. */
  readonly name?: string;
  /** Of what she wrote: the first and the last number in it. */
  readonly entries?: readonly [number, number];
  /** Of what is apart: what it is as it lies there, where it is small, and what it says: of entries and private papers their beginnings. */
  readonly sha256?: string;
  readonly says?: readonly { readonly at: string; readonly words: string }[];
  /** It cannot be taken as hers: a line of its number is hers already, or it is nothing that this app writes. */
  readonly cannot?: "number-taken" | "unreadable";
}

/** What became of a file that was brought in. */
export interface TakenFile {
  readonly name: string;
  /** `no-room`: its name and hash are kept, and it is to be brought again. `changed`: it changed while it was read, and was not taken. */
  readonly became: "kept" | "here-already" | "no-room" | "changed";
}

/** What a copy answers when it is looked at. */
export type ShownCopy =
  /** `rewrapped`: all that was kept is whole in it, and the file around it is not as it was written. */
  | { readonly copy: "whole" | "rewrapped" | "not-a-copy" | "newer-format" | "another-book" }
  /** From outside: it begins and ends as a copy does. Every byte is compared when it is opened. */
  | { readonly copy: "closed"; readonly book?: string }
  /** `isPartWhole`: what its log has signed can be brought back. */
  | { readonly copy: "altered"; readonly paths: readonly string[]; readonly isPartWhole?: boolean }
  | { readonly copy: "cut-short"; readonly bytes: number; readonly ofBytes: number };

/** How many files were put back as they were, and how many are still missing or changed. */
export interface Mended {
  readonly back: number;
  readonly lost: number;
}

/** What trying a copy came to. */
export type ShownDrill =
  /** All that is kept is in it as it is here. `newer`: it has more. `apart`: each has what the other has not. */
  | { readonly drill: "the-same" | "newer" | "apart" }
  /** What it does not have: lines of the journal by their numbers, files by their names, papers by their paths, how many notes that wait for her word, the statement, the newest keys. */
  | {
      readonly drill: "older";
      readonly lines: readonly number[];
      readonly originals: readonly string[];
      readonly papers: readonly string[];
      readonly waiting: number;
      readonly isStatementOlder: boolean;
      readonly areKeysOlder: boolean;
    }
  /** `isCopyWhole`: or the copy has those files as they stand here. */
  | { readonly drill: "vault-not-whole"; readonly paths: readonly string[]; readonly isCopyWhole: boolean }
  | { readonly drill: "not-whole"; readonly as: ShownCopy };

/** The last answer to such a question. */
export type VaultAnswer =
  /** `mended`: a copy was brought back into notes that have more than it. */
  | { readonly answer: "vault"; readonly status: VaultStatus; readonly mended?: Mended }
  /** Told once. */
  | {
      readonly answer: "begun";
      readonly book: string;
      /** Twelve, in order. */
      readonly words: readonly string[];
      /** `AGE-SECRET-KEY-1…`: the same as the words, for a stock tool. */
      readonly recoveryKey: string;
    }
  /** `isProved`: all twelve are those on the paper, in their order. Otherwise `says` what is amiss; `words` is empty where it is not twelve. */
  | { readonly answer: "words"; readonly isProved: boolean; readonly words: readonly ComparedWord[]; readonly says?: string }
  /** `outOf`: how many words each was drawn from. */
  | { readonly answer: "four words"; readonly words: readonly string[]; readonly outOf: number; readonly secondsATry: number }
  | { readonly answer: "passkeys"; readonly passkeys: readonly PasskeyToAsk[] }
  | { readonly answer: "ordinary notes"; readonly notes: readonly OrdinaryNote[] }
  | { readonly answer: "waiting"; readonly notes: readonly ShownWaiting[] }
  /** It is on the disk. Of a line of the journal its number, of a paper its path. */
  | { readonly answer: "kept"; readonly counter?: number; readonly path?: string }
  /** `lost`: pieces of the journal that are missing or were changed. */
  | { readonly answer: "entries"; readonly entries: readonly ShownEntry[]; readonly total: number; readonly lost: number }
  | { readonly answer: "papers"; readonly papers: readonly Paper[]; readonly lost: number }
  | { readonly answer: "originals"; readonly originals: readonly Original[] }
  /** Of a type that no browser opens. */
  | { readonly answer: "original"; readonly blob: Blob }
  | { readonly answer: "taken in"; readonly files: readonly TakenFile[]; readonly notReached: number }
  | { readonly answer: "statement"; readonly statement?: StatementDocument }
  | { readonly answer: "openings"; readonly openings: readonly Opening[] }
  /** `blob`: where no file was chosen. */
  | { readonly answer: "copy made"; readonly name: string; readonly bytes: number; readonly blob?: Blob }
  | { readonly answer: "drill"; readonly drill: ShownDrill }
  | { readonly answer: "copy"; readonly copy: ShownCopy }
  /** Nothing was replaced: here is something that the copy does not have. */
  | { readonly answer: "apart" }
  | { readonly answer: "checked"; readonly check: VaultCheck; readonly amiss: readonly ShownAmiss[] }
  | { readonly answer: "taken as hers"; readonly taken: readonly string[] }
  | ({ readonly answer: "not done" } & NotDone);

/** Why something was not done, and what to tell her. Nothing is lost by any of it. */
export interface NotDone {
  readonly kind: VaultFailure["kind"] | KeyFileFailure["kind"] | OwnFailure;
  readonly says: string;
  /** The file of the vault that it is about. */
  readonly path?: string;
  /** Of a wrong passphrase: how many there were since it was last opened. */
  readonly wrong?: number;
  /** The next passphrase is tried from this moment on. */
  readonly waitUntil?: string;
  /** Of words that do not read: which. */
  readonly words?: readonly ComparedWord[];
}

/** What this app alone refuses. */
export type OwnFailure =
  | "locked" // it has to be opened first
  | "elsewhere" // another window has it
  | "look-only" // this window keeps nothing
  | "wait" // after wrong passphrases
  | "passphrase" // blank, too long, or the same twice
  | "words" // these are no twelve words
  | "not-kept"; // what was handed in is nothing that can be kept

/** What the worker tells without being asked: another window took the vault, and it is locked here; or asked for it, and something could not be sealed. */
export type VaultTold = "taken over" | "not handed over";
