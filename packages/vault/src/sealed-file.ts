import { type Result, type Source, failed, ok } from "@unmask/core";
import { openSource, openSourceInParts, openWhole, envelopeFailureOf, sealedSize } from "@unmask/seal";
import { isSameMark } from "./log.ts";
import { type Vault, type VaultFailure, type VaultKeys, vaultFailure } from "./vault.ts";
import { longestDocument } from "./layout.ts";
import { markOf } from "./mark.ts";
import { readAll } from "./folder.ts";

/** Reads what is sealed, each file only as the log has it: age does not say who sealed, the log does. */

/** A sealed file that fits into memory, opened; undefined where the vault has none. The failure is `not-whole`. */
export async function readSealed(vault: Vault, path: string): Promise<Result<Uint8Array | undefined, VaultFailure>> {
  if (vault.now.holds && vault.now.log.historyByPath.get(path)?.now === undefined) return ok(undefined);
  const source = await vault.world.folder.open(path);
  if (source === undefined) return vault.now.holds ? failed(vaultFailure("not-whole", path)) : ok(undefined);
  if (source.size > sealedSize(longestDocument)) return failed(vaultFailure("not-whole", path));
  const { bytes, held } = await hold(source);
  if ((await asLogged(vault, path, held)) === undefined) return failed(vaultFailure("not-whole", path));
  const whole = await openWhole(bytes, optionsOf(vault));
  return whole.ok ? ok(whole.value) : failed(vaultFailure("not-whole", path));
}

/**
 * A sealed file of any length, to be read by position. Its bytes are held against the log once beforehand, and each part is opened when it is asked for;
 * where the log does not hold, all of it is opened beforehand instead. The failure is `not-whole`. A file that changes after that throws when it is read.
 */
export async function openSealed(vault: Vault, path: string): Promise<Result<Source, VaultFailure>> {
  const source = await standing(vault, path);
  return source === undefined ? failed(vaultFailure("not-whole", path)) : openedAsLogged(vault, source, path);
}

function openedAsLogged(vault: Vault, source: Source, path: string): Promise<Result<Source, VaultFailure>> {
  return vault.now.holds ? opened(path, () => openSourceInParts(source, optionsOf(vault))) : openedSource(vault, source, path);
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
  try {
    await openSource(source, { identities: [keys.identity] });
    return true;
  } catch (error) {
    if (envelopeFailureOf(error) === undefined) throw error;
    return false;
  }
}

/** The paths that the vault has, by its log; by what lies there where its log does not hold. */
export async function pathsIn(vault: Vault, folder: string): Promise<readonly string[]> {
  const { log, holds } = vault.now;
  const logged = [...log.historyByPath].flatMap(([path, { now }]) => (now === undefined ? [] : [path]));
  const all = holds ? logged : (await vault.world.folder.list()).map(({ path }) => path);
  return all.filter((path) => path.startsWith(`${folder}/`) && path.endsWith(".age")).sort();
}

/** What stands at a path, where it is what the log has; where the log does not hold, whatever stands there. */
async function standing(vault: Vault, path: string): Promise<Source | undefined> {
  return asLogged(vault, path, await vault.world.folder.open(path));
}

async function asLogged(vault: Vault, path: string, source: Source | undefined): Promise<Source | undefined> {
  if (source === undefined || !vault.now.holds) return source;
  const wanted = vault.now.log.historyByPath.get(path)?.now;
  if (wanted === undefined || source.size !== wanted.size) return undefined;
  return isSameMark(await markOf(vault.world, source), wanted) ? source : undefined;
}

function optionsOf({ keys, world: { aead } }: Vault): Parameters<typeof openSource>[1] {
  return { identities: [keys.identity], ...(aead && { aead }) };
}
