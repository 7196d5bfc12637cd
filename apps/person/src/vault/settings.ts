import { type Result, instantFromIso, ok } from "@unmask/core";
import { type Vault, type VaultFailure, readDocumentOf, writeDocumentOf } from "@unmask/vault";

/** What the vault notes about itself (docs/formats/vault.md, "Settings"): one object, of which each program keeps the keys that it does not know. */

/** What this app notes and reads. */
export interface Settings {
  /** `2026-10-04T21:14:05.123Z`: when the newest copy was made. What was written before is in it. */
  readonly copyMade?: string;
  /** `2026-10-04`: when one was last tried and found the same. */
  readonly copyTried?: string;
  /** The twelve words were typed back once since they were made. */
  readonly wordsProved?: boolean;
}

/** Reads them; what cannot be read is not there. */
export async function readSettings(vault: Vault): Promise<Settings> {
  const text = await readDocumentOf(vault, "settings");
  const all = (text.ok ? objectIn(text.value) : undefined) ?? {};
  const { copyMade, copyTried } = all;
  return {
    ...(typeof copyMade === "string" && instantFromIso(copyMade) !== undefined && { copyMade }),
    ...(typeof copyTried === "string" && /^\d{4}-\d\d-\d\d$/.test(copyTried) && { copyTried }),
    wordsProved: all["wordsProved"] === true,
  };
}

/** Notes something, and leaves the rest as it is. Settings that do not read are not written over: they may hold what nobody can make again. */
export function noteSettings(vault: Vault, more: Settings): Promise<Result<undefined, VaultFailure>> {
  return changeSettings(vault, (text) => {
    const all = objectIn(text);
    const changed = JSON.stringify({ ...all, ...more });
    return all === undefined || changed === JSON.stringify(all) ? undefined : changed;
  });
}

const turnByVault = new WeakMap<Vault, Promise<unknown>>();

/** Changes them after whoever began to change them before; `change` gives nothing where there is nothing to write. */
export function changeSettings(
  vault: Vault,
  change: (text: string | undefined) => string | undefined,
): Promise<Result<undefined, VaultFailure>> {
  const work = async (): Promise<Result<undefined, VaultFailure>> => {
    const text = await readDocumentOf(vault, "settings");
    if (!text.ok) return text;
    const changed = change(text.value);
    return changed === undefined ? ok(undefined) : writeDocumentOf(vault, "settings", changed);
  };
  const mine = (turnByVault.get(vault) ?? Promise.resolve()).then(work, work);
  turnByVault.set(vault, mine);
  return mine;
}

function objectIn(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
