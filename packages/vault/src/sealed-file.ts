import { type Result, type Source, failed, ok } from "@unmask/core";
import { openSource, openSourceInParts, openWhole, envelopeFailureOf, sealedSize } from "@unmask/seal";
import { type FileMark, isSameMark } from "./log.ts";
import { type Vault, type VaultFailure, type VaultKeys, vaultFailure } from "./vault.ts";
import { longestDocument } from "./layout.ts";
import { markOf } from "./mark.ts";
import { readAll } from "./folder.ts";

/** Reads what is sealed, each file only as the log has it: age does not say who sealed, the log does. */

/** A sealed file that fits into memory, opened; undefined where the vault has none. The failure is `not-whole`. */
export async function readSealed(vault: Vault, path: string): Promise<Result<Uint8Array | undefined, VaultFailure>> {
  if (vault.now.log.historyByPath.get(path)?.now === undefined) return ok(undefined);
  const source = await vault.world.folder.open(path);
  if (source === undefined || source.size > sealedSize(longestDocument)) return failed(vaultFailure("not-whole", path));
  const { bytes, held } = await hold(source);
  if ((await asLogged(vault, path, held)) === undefined) return failed(vaultFailure("not-whole", path));
  const whole = await openWhole(bytes, optionsOf(vault));
  return whole.ok ? ok(whole.value) : failed(vaultFailure("not-whole", path));
}

/**
 * A sealed file of any length, to be read by position. Its bytes are held against the log once beforehand, and each part is opened when it is asked for.
 * The failure is `not-whole`. A file that changes after that throws when it is read.
 */
export async function openSealed(vault: Vault, path: string): Promise<Result<Source, VaultFailure>> {
  const source = await asLogged(vault, path, await vault.world.folder.open(path));
  return source === undefined ? failed(vaultFailure("not-whole", path)) : openedAsLogged(vault, source, path);
}

function openedAsLogged(vault: Vault, source: Source, path: string): Promise<Result<Source, VaultFailure>> {
  return opened(path, () => openSourceInParts(source, optionsOf(vault)));
}

/** Bytes of a sealed file that are held while it is read from end to end: a file of any length would fill the memory. */
const longestHeld = 16 * 1024 * 1024;

/** The same of a file that is read once from its beginning to its end. */
export async function openSealedAtOnce(vault: Vault, path: string): Promise<Result<Source, VaultFailure>> {
  const source = await vault.world.folder.open(path);
  if (source === undefined || source.size > longestHeld) return openSealed(vault, path);
  const whole = await asLogged(vault, path, (await hold(source)).held);
  return whole === undefined ? failed(vaultFailure("not-whole", path)) : openedAsLogged(vault, whole, path);
}

/** Bytes of a file as a source: to ask a browser's storage for them twice, for their hash and to open them, takes longer than to open them. */
async function hold(source: Source): Promise<{ readonly bytes: Uint8Array; readonly held: Source }> {
  const bytes = await readAll(source);
  return { bytes, held: { name: source.name, size: bytes.length, read: async (start, end) => bytes.subarray(start, end) } };
}

/** The same of a file that no log covers. */
export function openedSource(vault: Vault, source: Source, path: string): Promise<Result<Source, VaultFailure>> {
  return opened(path, () => openSource(source, optionsOf(vault)));
}

async function opened(path: string, open: () => Promise<Source>): Promise<Result<Source, VaultFailure>> {
  try {
    return ok(await open());
  } catch (error) {
    if (envelopeFailureOf(error) === undefined) throw error;
    return failed(vaultFailure("not-whole", path));
  }
}

/** Whether a sealed file opens to its end with these keys, whoever sealed it. */
export async function doesOpen(source: Source, keys: VaultKeys): Promise<boolean> {
  return opensBy(() => openSource(source, { identities: [keys.identity] }));
}

/** The same of its beginning and its end alone. */
export async function doesSeemToOpen(source: Source, keys: VaultKeys): Promise<boolean> {
  return opensBy(() => openSourceInParts(source, { identities: [keys.identity] }));
}

async function opensBy(open: () => Promise<Source>): Promise<boolean> {
  try {
    await open();
    return true;
  } catch (error) {
    if (envelopeFailureOf(error) === undefined) throw error;
    return false;
  }
}

/** What stands at a path, whatever the log says, opened, and what it is as it lies there; undefined where it does not open. */
export async function readApart(vault: Vault, path: string): Promise<{ readonly plain: Uint8Array; readonly mark: FileMark } | undefined> {
  const source = await vault.world.folder.open(path);
  if (source === undefined || source.size > sealedSize(longestDocument)) return undefined;
  const { bytes, held } = await hold(source);
  const opened = await openWhole(bytes, optionsOf(vault));
  return opened.ok ? { plain: opened.value, mark: await markOf(vault.world, held) } : undefined;
}

/** The paths that the vault has, by its log. */
export function pathsIn({ now: { log } }: Vault, folder: string): readonly string[] {
  const logged = [...log.historyByPath].flatMap(([path, { now }]) => (now === undefined ? [] : [path]));
  return logged.filter((path) => path.startsWith(`${folder}/`) && path.endsWith(".age")).sort();
}

/** What stands at a path, where it is what the log has. */
async function asLogged(vault: Vault, path: string, source: Source | undefined): Promise<Source | undefined> {
  const wanted = vault.now.log.historyByPath.get(path)?.now;
  if (source === undefined || wanted === undefined || source.size !== wanted.size) return undefined;
  return isSameMark(await markOf(vault.world, source), wanted) ? source : undefined;
}

function optionsOf({ keys, world: { aead } }: Vault): Parameters<typeof openSource>[1] {
  return { identities: [keys.identity], ...(aead && { aead }) };
}
