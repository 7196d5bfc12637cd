import type { CreateHasher } from "@unmask/core";
import type { Aead, Identity, SignerKey } from "@unmask/seal";
import type { Folder } from "./folder.ts";
import type { LogState } from "./log.ts";

/** What a vault may use of the world. */
export interface VaultWorld {
  readonly folder: Folder;
  readonly createHasher: CreateHasher;
  /** So many random bytes, of the platform's best. */
  random(size: number): Uint8Array;
  /** The platform's cipher; plain JavaScript without it. */
  readonly aead?: Aead;
}

/** What `identity.age` gives to whoever can open it: everything is sealed to the one and signed by the other. */
export interface VaultKeys {
  readonly identity: Identity;
  readonly signer: SignerKey;
}

/** A vault that is open. It holds where its log has come to; whatever changes that goes through `deed.ts`, one write after the other. */
export interface Vault {
  readonly world: VaultWorld;
  readonly keys: VaultKeys;
  /** `age1…`: what follows from the identity, whatever `book.json` says. */
  readonly recipient: string;
  /** Changed by deeds alone. */
  readonly now: VaultState;
}

/** Where an open vault has come to. */
export interface VaultState {
  log: LogState;
  /** Whether its log was signed to its end when it was opened. One that was not goes on from its last good signature, or is begun anew. */
  readonly holds: boolean;
  /** A write broke off, or what one has left could not be cleared: that is done before the next. */
  isUnfinished: boolean;
  /** What stands behind the log is not of a write that broke off, and is to be laid beside before the next. */
  isTailForeign: boolean;
  /** The last of the writes that were asked for, each of which waits for the one before. */
  turn: Promise<unknown>;
}

/** Why something was not done, in a closed list, with what to tell the person. Nothing is lost by any of them. */
export interface VaultFailure {
  readonly kind:
    | "no-vault" // there is none here
    | "not-empty" // a vault was to be made where something is
    | "newer-format" // made by a later version
    | "book-altered" // what says to whom is sealed was changed, and only an opening puts it right
    | "another-key" // these keys open another one
    | "overtaken" // another window or program wrote in the meantime
    | "log-full"
    | "too-long"
    | "blank" // nothing of it can be seen
    | "not-whole" // the file that this rests on is not as it was written
    | "changed-while-read" // a file that was handed over changed
    | "no-room";
  /** What happened and what to do next, in one or two sentences. */
  readonly says: string;
  /** The file of the vault that it is about, where there is one. */
  readonly path?: string;
}

const says: Readonly<Record<VaultFailure["kind"], string>> = {
  "no-vault": "Nothing has been kept in this place yet.",
  "not-empty": "There is something in this place already. Nothing was changed. Choose an empty folder.",
  "newer-format": "This was made by a newer version of the app. Nothing was changed. Open it with the newer version.",
  "book-altered":
    "A file of these notes was changed by something other than this app, so nothing can be sealed here while they are locked. Open them: that puts it right.",
  "another-key": "This key opens something else, not what is kept here. Nothing was changed.",
  overtaken: "Another window has written here in the meantime. Nothing was changed here. Open it again to go on.",
  "log-full": "The list of what is kept here is full. You can read what is here. To go on, start a new one.",
  "too-long": "This is too long to be kept as one piece. Shorten it, or keep it as a file.",
  blank: "There is nothing in this that can be seen. Nothing was saved. Write what you want to keep.",
  "not-whole": "A file that this needs is missing or was changed. Nothing was written. A copy that you made may still have it.",
  "changed-while-read": "This file changed while it was read. It was not taken in. Try again when nothing else uses it.",
  "no-room": "There is not enough room left on this device. What you kept before is still here.",
};

/** A failure of the list. */
export function vaultFailure(kind: VaultFailure["kind"], path?: string): VaultFailure {
  return { kind, says: says[kind], ...(path !== undefined && { path }) };
}
