import { type Result, type Source, failed, instantToIso, ok } from "@unmask/core";
import { holdVault, isUnwritable, nativeAead, pause, vaultFolder } from "@unmask/fittings-node";
import { type KeyFileKey, type VaultKeys, argon2id, openKeyFile, parseVaultKeys } from "@unmask/seal";
import {
  type Vault,
  type VaultWorld,
  cutOfCopy,
  forgetTries,
  isIdentityAsLogged,
  mostFilesOfCopy,
  noteOpening,
  noteWrongTry,
  openVault,
  putBookBack,
  readLocked,
  readLockedCopy,
  readTries,
  waitBeforeTry,
} from "@unmask/vault";
import { sayCount } from "@unmask/words";
import type { Given } from "../arguments.ts";
import type { World } from "../world.ts";
import { readKey } from "./keys-given.ts";
import { type Refusal, refusalOf } from "./refusal.ts";

/** A vault that is open, and belongs to this program until it is closed. */
export interface OpenVault<T = undefined> {
  readonly vault: Vault;
  /** What opened it. */
  readonly key: KeyFileKey;
  /** What was asked for beside the key. */
  readonly beside: T;
  close(): Promise<void>;
}

/** What a vault uses of this machine. */
export function vaultWorld(folder: string, { createSha256, random }: World): VaultWorld {
  return { folder: vaultFolder(folder), createHasher: createSha256, random, aead: nativeAead };
}

/** Opens a vault for one verb: asks for its key, and for what is needed `beside` it, before it takes the folder: nobody waits for who types. */
export async function openFolder(folder: string, given: Given, world: World): Promise<Result<OpenVault, Refusal>>;
export async function openFolder<T>(
  folder: string,
  given: Given,
  world: World,
  beside: () => Promise<T>,
): Promise<Result<OpenVault<T>, Refusal>>;
export async function openFolder<T>(
  folder: string,
  given: Given,
  world: World,
  beside?: () => Promise<T>,
): Promise<Result<OpenVault<T | undefined>, Refusal>> {
  const means = vaultWorld(folder, world);
  const locked = await readLocked(means);
  if (!locked.ok) return failed(refusalOf(locked.error));
  const key = await readKey(given, world);
  if (!key.ok) return key;
  const asked = await beside?.();
  await waitForTry(key.value, means, world);
  return withFolder(folder, world, async (close) => {
    const keys = await unlock(key.value, means, world);
    if (!keys.ok) return keys;
    const vault = await openVault(means, keys.value, { areOfHere: true });
    if (!vault.ok) return failed(refusalOf(vault.error));
    if (!vault.value.now.holds) world.terminal.say(logWasChanged);
    if ((await putBookBack(vault.value)) === "changed") world.terminal.say(bookWasChanged);
    await noteTries(vault.value, key.value, world);
    return ok({ vault: vault.value, key: key.value, beside: asked, close });
  });
}

/** Takes the folder for this program; `open` gives it back by `close`, and whatever it refuses does so at once. */
export async function withFolder<T>(
  folder: string,
  world: World,
  open: (close: () => Promise<void>) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  const held = await holdVault(folder, world.signal);
  if (!held.ok) return failed({ says: `another program has this vault at the moment. Nothing was changed. Try again when it has ended.` });
  let isOpen = false;
  try {
    const opened = await open(held.value);
    isOpen = opened.ok;
    return opened;
  } finally {
    if (!isOpen) await held.value();
  }
}

/** The keys of a locked vault, by one key that opens them. */
export async function unlock(key: KeyFileKey, means: VaultWorld, world: World): Promise<Result<VaultKeys, Refusal>> {
  const locked = await readLocked(means);
  if (!locked.ok) return failed(refusalOf(locked.error));
  const opened = await openKeyFile(locked.value.identityFile, key, argon2id);
  if (opened.ok) {
    const keys = await parseVaultKeys(opened.value);
    return keys.ok ? keys : failed({ says: keys.error });
  }
  if (opened.error.kind !== "no-key-fits") return failed(opened.error);
  if (!(await isIdentityAsLogged(means))) return failed({ says: keysWereChanged });
  if (key.by === "passphrase") await noteWrong(means, world);
  return failed(opened.error);
}

/** Notes a wrong passphrase; where nothing can be written, that it was wrong is said all the same. */
async function noteWrong({ folder }: VaultWorld, { now }: World): Promise<void> {
  try {
    await noteWrongTry(folder, now());
  } catch (error) {
    if (!isUnwritable(error)) throw error;
  }
}

/** Writes down what was tried since the last opening, with this one; where nothing was, or nothing can be written, nothing is. */
async function noteTries(vault: Vault, { by }: KeyFileKey, { now }: World): Promise<void> {
  const { folder } = vault.world;
  const tries = await readTries(folder);
  if (tries === undefined) return;
  try {
    if (await noteOpening(vault, { at: instantToIso(now()), by: by === "identity" ? "words" : by }, tries)) await forgetTries(folder);
  } catch (error) {
    if (!isUnwritable(error)) throw error;
  }
}

/** The keys in a copy, by one key that opens them. */
export async function unlockCopy(source: Source, given: Given, world: World): Promise<Result<VaultKeys, Refusal>> {
  const locked = await readLockedCopy(source, world.createSha256);
  if (typeof locked === "string") return failed({ says: locked === "altered" ? await sayNoKeysIn(source) : noCopy[locked] });
  const key = await readKey(given, world);
  if (!key.ok) return key;
  const opened = await openKeyFile(locked.identityFile, key.value, argon2id);
  if (!opened.ok) return failed(locked.isIdentityAsLogged ? opened.error : { says: keysInCopyWereChanged });
  const keys = await parseVaultKeys(opened.value);
  return keys.ok ? keys : failed({ says: keys.error });
}

/** What a file is that is there to keep the machine at work. */
export const tooManyFiles = `this file holds more than ${sayCount(mostFilesOfCopy, "file")}: no copy has as many.`;

/** Why a file that was named as a copy is not even looked into. */
const noCopy = {
  "newer-format": "this copy was made by a newer version. Nothing was changed. Use the newer version.",
  "too-many-files": `${tooManyFiles} Nothing was changed. Look for another file.`,
  "not-a-copy": "this file is no copy that `unmask vault backup` or the app has made. Nothing was changed. Look for another file.",
} as const;

/** Why nothing can open a copy: the file with its keys is not in it. */
async function sayNoKeysIn(source: Source): Promise<string> {
  const cut = await cutOfCopy(source);
  return cut === undefined
    ? "this copy was changed after it was made: the file with its keys (identity.age) is not in it, so nothing of it opens. Nothing was changed. Look for another copy."
    : `this copy is cut short: ${sayCount(cut.bytes, "byte")} of at least ${sayCount(cut.ofBytes, "byte")} are there, and the file with its keys is not among them, so nothing of it opens. Nothing was changed. Fetch the whole file again.`;
}

/** What was written while it was locked went to whoever the book named. */
const bookWasChanged =
  "unmask: book.json was changed by something other than this vault, or was gone. The vault's own is put in its place. What was written while the vault was locked since then may have been sealed to somebody else: they can read it, and it cannot be opened here.";

const logWasChanged =
  "unmask: log, the list of what is kept here, was changed by something other than this vault, or is missing. It goes on from where it is still signed; what stood there is laid beside. What it does not prove any more is not shown as yours: `unmask vault check` names it, and --mine takes it as yours.";

const keysWereChanged =
  "identity.age, the file with the keys, is not as this vault left it: it was changed, or an older one was put back. So your passphrase or your words may be right. Keep the folder as it is, and bring the vault back from a copy into another folder.";

const keysInCopyWereChanged =
  "identity.age, the file with the keys, is in this copy not as its log has it: the copy was changed after it was made. So your passphrase or your words may be right. Nothing was changed. Look for another copy.";

/** Waits where wrong passphrases were tried before, and says so; the words and the key are not slowed. */
async function waitForTry(key: KeyFileKey, { folder }: VaultWorld, { terminal, now, signal }: World): Promise<void> {
  if (key.by !== "passphrase") return;
  const wait = waitBeforeTry(await readTries(folder), now());
  if (wait === 0) return;
  terminal.say(`A wrong passphrase was tried before: the next is tried in ${Math.ceil(wait / 1000)} s. The twelve words need not wait.`);
  await pause(wait, signal);
}
