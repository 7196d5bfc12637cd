import { openKeyFile, parsePassphrase } from "@unmask/seal";
import { type Vault, noteWrongTry, parseOrdinaryNotes, readLocked, replaceNotesFile, replaceNotesFileLocked } from "@unmask/vault";
import { sealOrdinaryNotes } from "./make-vault.ts";
import { notDone, refuse } from "./not-done.ts";
import type { VaultAnswer, VaultAsk } from "./protocol.ts";
import { waitOf } from "./unlock.ts";
import type { VaultDeskWorld, VaultPlace } from "./world.ts";

/** The ordinary notes behind the second passphrase. While the vault is open they are signed with the rest; written while it is locked, at the next opening. */

/** Opens them with the second passphrase. */
export async function readOrdinaryNotes(world: VaultDeskWorld, vault: Vault, typed: string): Promise<VaultAnswer> {
  const second = parsePassphrase(typed);
  if (!second.ok) return refuse("passphrase", { says: second.error });
  const locked = await readLocked(vault.world);
  if (!locked.ok) return notDone(locked.error);
  const { notesFile } = locked.value;
  if (notesFile === undefined) return refuse("not-kept", { says: "The file of the ordinary notes is missing. Write them anew." });
  const opened = await openKeyFile(notesFile, { by: "passphrase", passphrase: second.value }, world.argon2id);
  return opened.ok ? { answer: "ordinary notes", notes: parseOrdinaryNotes(opened.value) ?? [] } : notDone(opened.error);
}

/** Writes others in their place. */
export async function replaceOrdinaryNotes(
  world: VaultDeskWorld,
  vault: Vault,
  { second: typed, notes }: Extract<VaultAsk, { ask: "write ordinary notes" }>,
): Promise<VaultAnswer> {
  const second = parsePassphrase(typed);
  if (!second.ok) return refuse("passphrase", { says: second.error });
  const locked = await readLocked(vault.world);
  if (!locked.ok) return notDone(locked.error);
  // One that opens the vault would never show the ordinary notes.
  const main = await openKeyFile(locked.value.identityFile, { by: "passphrase", passphrase: second.value }, world.argon2id);
  if (main.ok) return refuse("passphrase");
  const file = await sealOrdinaryNotes(world, second.value, notes);
  if (file === undefined) return tooLong();
  const written = await replaceNotesFile(vault, file);
  return written.ok ? { answer: "ordinary notes", notes } : notDone(written.error);
}

/** Writes others in their place while the vault is locked, with the passphrase that opened them. Another one is a wrong try like any other. */
export async function replaceOrdinaryNotesLocked(
  world: VaultDeskWorld,
  { folder }: VaultPlace,
  { second: typed, notes }: Extract<VaultAsk, { ask: "write ordinary notes" }>,
): Promise<VaultAnswer> {
  const waitUntil = await waitOf(folder, world.now());
  if (waitUntil !== undefined) return refuse("wait", { waitUntil });
  const second = parsePassphrase(typed);
  if (!second.ok) return refuse("passphrase", { says: second.error });
  const locked = await readLocked({ folder, createHasher: world.createHasher });
  if (!locked.ok) return notDone(locked.error);
  const { notesFile } = locked.value;
  const opened = notesFile && (await openKeyFile(notesFile, { by: "passphrase", passphrase: second.value }, world.argon2id));
  if (opened?.ok !== true) {
    await noteWrongTry(folder, world.now());
    return refuse("locked");
  }
  const file = await sealOrdinaryNotes(world, second.value, notes);
  if (file === undefined) return tooLong();
  const written = await replaceNotesFileLocked(folder, file);
  return written.ok ? { answer: "ordinary notes", notes } : notDone(written.error);
}

function tooLong(): VaultAnswer {
  return refuse("not-kept", { says: "These notes are longer than there is room for. Shorten them." });
}
