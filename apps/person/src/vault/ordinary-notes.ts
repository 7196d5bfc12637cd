import { openKeyFile, parsePassphrase } from "@unmask/seal";
import { type Vault, parseOrdinaryNotes, readLocked, replaceNotesFile } from "@unmask/vault";
import { sealOrdinaryNotes } from "./make-vault.ts";
import { notDone, refuse } from "./not-done.ts";
import type { VaultAnswer, VaultAsk } from "./protocol.ts";
import type { VaultDeskWorld } from "./world.ts";

/** The ordinary notes behind the second passphrase, while the vault is open: they are signed with the rest. */

/** Opens them with the second passphrase. */
export async function readOrdinaryNotes(world: VaultDeskWorld, vault: Vault, typed: string): Promise<VaultAnswer> {
  const second = parsePassphrase(typed);
  if (!second.ok) return refuse("passphrase", { says: second.error });
  const locked = await readLocked(vault.world.folder);
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
  const locked = await readLocked(vault.world.folder);
  if (!locked.ok) return notDone(locked.error);
  // One that opens the vault would never show the ordinary notes.
  const main = await openKeyFile(locked.value.identityFile, { by: "passphrase", passphrase: second.value }, world.argon2id);
  if (main.ok) return refuse("passphrase");
  const file = await sealOrdinaryNotes(world, second.value, notes);
  if (file === undefined) return refuse("not-kept", { says: "These notes are longer than there is room for. Shorten them." });
  const written = await replaceNotesFile(vault, file);
  return written.ok ? { answer: "ordinary notes", notes } : notDone(written.error);
}
