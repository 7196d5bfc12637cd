import { type Result, ok } from "@unmask/core";
import { type Vault, type VaultFailure, readDocumentOf, writeDocumentOf } from "@unmask/vault";

/** What the vault notes about itself (docs/formats/vault.md, "Settings"): one object, of which each program keeps the keys that it does not know. */

/** What this app notes and reads. */
export interface Settings {
  /** `2026-10-04`: when a copy was made. */
  readonly copyMade?: string;
  /** When one was last tried and found the same. */
  readonly copyTried?: string;
  /** The twelve words were typed back once since they were made. */
  readonly wordsProved?: boolean;
}

/** Reads them; what cannot be read is not there. */
export async function readSettings(vault: Vault): Promise<Settings> {
  const all = await allOf(vault);
  const day = (key: "copyMade" | "copyTried"): Settings => {
    const value = all[key];
    return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? { [key]: value } : {};
  };
  return { ...day("copyMade"), ...day("copyTried"), wordsProved: all["wordsProved"] === true };
}

/** Notes something, and leaves the rest as it is. */
export async function noteSettings(vault: Vault, more: Settings): Promise<Result<undefined, VaultFailure>> {
  const all = await allOf(vault);
  const changed = { ...all, ...more };
  const text = JSON.stringify(changed);
  return text === JSON.stringify(all) ? ok(undefined) : writeDocumentOf(vault, "settings", text);
}

async function allOf(vault: Vault): Promise<Readonly<Record<string, unknown>>> {
  const read = await readDocumentOf(vault, "settings");
  return read.ok && read.value !== undefined ? objectIn(read.value) : {};
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
