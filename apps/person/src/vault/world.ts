import type { CreateHasher, Instant } from "@unmask/core";
import type { Argon2id } from "@unmask/seal";
import type { Folder, Vault, VaultWorld } from "@unmask/vault";
import type { VaultHold } from "../ports/vault-hold.ts";

/** What the desk of the vault may use of the world; the worker hands it in. */
export interface VaultDeskWorld {
  /** Undefined: this window keeps nothing. */
  readonly place: VaultPlace | undefined;
  readonly createHasher: CreateHasher;
  readonly argon2id: Argon2id;
  random(size: number): Uint8Array;
  now(): Instant;
  /** The zone that the device is in: its IANA name, or the offset of its clock. */
  zone(): string;
  /** Whether the browser promised not to clear away what is kept. */
  isKeepingPromised(): Promise<boolean>;
  /** Gives a stream as a file that the page can save. */
  saveAside(name: string, pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<Blob>;
}

/** Where it is kept. */
export interface VaultPlace {
  readonly folder: Folder;
  readonly hold: VaultHold;
  /** Takes the folder away with all that is in it. */
  removeAll(): Promise<void>;
}

/** What is at work: how far it is, and whether it is still wanted. */
export interface AtWork {
  readonly signal: AbortSignal;
  tell(doing: string, done: number, total: number): void;
}

/** A vault that is open at this desk. */
export interface OpenedVault {
  readonly vault: Vault;
  /** How it is known to her: `K73F`. */
  readonly book: string;
  /** What says to whom is sealed had been changed when it was opened, and was put right. */
  readonly wasBookChanged?: true;
}

/** What the room of vaults may use of it. */
export function vaultWorldOf({ createHasher, random }: VaultDeskWorld, { folder }: VaultPlace): VaultWorld {
  return { folder, createHasher, random };
}
