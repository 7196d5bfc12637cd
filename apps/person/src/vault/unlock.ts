import { type Instant, type Result, failed, instantToIso, ok, parseInstant, redact } from "@unmask/core";
import {
  type KeyFileFailure,
  type KeyFileKey,
  bookOf,
  openKeyFile,
  parseIdentity,
  parsePassphrase,
  parseRecoveryWords,
  parseVaultKeys,
  recoveryWordSlips,
} from "@unmask/seal";
import {
  type Folder,
  type Opening,
  type OrdinaryNote,
  type Tries,
  type VaultKeys,
  forgetTries,
  isIdentityAsLogged,
  isNoRoom,
  noteOpening,
  noteOrdinaryOpening,
  noteWrongTry,
  openVault,
  parseOrdinaryNotes,
  putBookBack,
  readLocked,
  readTries,
  signNotesFile,
  waitBeforeTry,
} from "@unmask/vault";
import { notDone, refuse } from "./not-done.ts";
import type { VaultAnswer, VaultKey } from "./protocol.ts";
import { type OpenedVault, type VaultDeskWorld, type VaultPlace, vaultWorldOf } from "./world.ts";

/** What a key opened. */
export type Unlocked = { readonly opened: OpenedVault } | { readonly notes: readonly OrdinaryNote[] };

/** Opens the vault of this place. A wrong passphrase is noted on the disk before it is told. */
export async function unlock(world: VaultDeskWorld, place: VaultPlace, key: VaultKey): Promise<Result<Unlocked, VaultAnswer>> {
  const { folder } = place;
  const waitUntil = key.by === "passphrase" ? await waitOf(folder, world.now()) : undefined;
  if (waitUntil !== undefined) return failed(refuse("wait", { waitUntil }));
  const typed = readKey(key);
  if (!typed.ok) return typed;
  const locked = await readLocked({ folder, createHasher: world.createHasher });
  if (!locked.ok) return failed(notDone(locked.error));
  const { identityFile, notesFile } = locked.value;
  const opened = await openKeyFile(identityFile, typed.value, world.argon2id);
  // The same work whatever came out: how long it takes tells nobody which of the two a passphrase is of.
  const ordinary =
    typed.value.by === "passphrase" && notesFile !== undefined ? await openKeyFile(notesFile, typed.value, world.argon2id) : undefined;
  if (opened.ok) return openWith(world, place, { bytes: opened.value, by: key.by });
  if (ordinary?.ok === true) {
    await unlessFull(noteOrdinaryOpening(folder, world.now()));
    return ok({ notes: parseOrdinaryNotes(ordinary.value) ?? [] });
  }
  return failed(await whyNot(world, folder, { failure: opened.error, by: key.by }));
}

/** Reads what opens it; the error says what was mistyped. */
export function readKey(key: VaultKey): Result<KeyFileKey, VaultAnswer> {
  if (key.by === "passkey") {
    const { credential, salt, answer } = key.passkey;
    return ok({ by: "passkey", passkey: { credential, salt, answer: redact(answer) } });
  }
  if (key.by === "passphrase") {
    const passphrase = parsePassphrase(key.typed);
    return passphrase.ok
      ? ok({ by: "passphrase", passphrase: passphrase.value })
      : failed(refuse("passphrase", { says: passphrase.error }));
  }
  const identity = parseIdentity(key.typed.trim());
  if (identity !== undefined) return ok({ by: "identity", identity });
  const words = parseRecoveryWords(key.typed);
  if (words.ok) return ok({ by: "words", words: words.value });
  const slips = recoveryWordSlips(key.typed).map(({ place, likely }) => ({ place, is: "unknown" as const, likely }));
  return failed(refuse("words", { says: words.error.says, words: slips }));
}

/** The keys in what a key file held; the error is what to tell. */
export async function readKeys(bytes: Uint8Array): Promise<Result<VaultKeys, VaultAnswer>> {
  const keys = await parseVaultKeys(bytes);
  return keys.ok ? keys : failed(notDone({ kind: "altered", says: keys.error }));
}

/** From when on the next passphrase is tried; undefined: now. */
export async function waitOf(folder: Folder, now: Instant): Promise<string | undefined> {
  return waitAfter(await readTries(folder), now);
}

/** The same, of tries that were read. */
export function waitAfter(tries: Tries | "altered" | undefined, now: Instant): string | undefined {
  const wait = waitBeforeTry(tries, now);
  const until = wait === 0 ? undefined : parseInstant(now + wait);
  return until && instantToIso(until);
}

/** Opens it with what its key file held, and writes the opening down. */
async function openWith(
  world: VaultDeskWorld,
  place: VaultPlace,
  { bytes, by }: { readonly bytes: Uint8Array; readonly by: Opening["by"] },
): Promise<Result<Unlocked, VaultAnswer>> {
  const keys = await readKeys(bytes);
  if (!keys.ok) return keys;
  const vault = await openVault(vaultWorldOf(world, place), keys.value, { areOfHere: true });
  if (!vault.ok) return failed(notDone(vault.error));
  // Where they cannot be signed, the check says so.
  await signNotesFile(vault.value);
  const wasBookChanged = (await putBookBack(vault.value)) === "changed";
  // On a full phone they stay where they are: taken away, they would stand in no list.
  const isNoted = await noteOpening(vault.value, { at: instantToIso(world.now()), by }, await readTries(place.folder));
  if (isNoted) await forgetTries(place.folder);
  return ok({ opened: { vault: vault.value, book: bookOf(vault.value.recipient), ...(wasBookChanged && { wasBookChanged }) } });
}

/** A key file that was changed answers as if she had mistyped: it is held against the log before she is told so. */
async function whyNot(
  world: VaultDeskWorld,
  folder: Folder,
  { failure, by }: { readonly failure: KeyFileFailure; readonly by: VaultKey["by"] },
): Promise<VaultAnswer> {
  if (failure.kind !== "no-key-fits") return notDone(failure);
  if (!(await isIdentityAsLogged({ folder, createHasher: world.createHasher }))) return notDone(keysChanged);
  if (by !== "passphrase") return notDone(failure);
  const noted = await unlessFull(noteWrongTry(folder, world.now()));
  const waitUntil = await waitOf(folder, world.now());
  return { answer: "not done", ...failure, ...(noted && { wrong: noted.wrong }), ...(waitUntil !== undefined && { waitUntil }) };
}

/** What cannot be noted on a phone that is full keeps her from nothing. */
async function unlessFull<T>(note: Promise<T>): Promise<T | undefined> {
  try {
    return await note;
  } catch (error) {
    if (!isNoRoom(error)) throw error;
    return undefined;
  }
}

const keysChanged: KeyFileFailure = {
  kind: "altered",
  says: "The file with the keys of your notes was changed by something other than this app, so nothing opens it. Keep it as it is, and bring your notes back from a copy that you made.",
};
