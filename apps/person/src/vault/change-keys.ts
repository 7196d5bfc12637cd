import { type Result, failed, ok, redact } from "@unmask/core";
import { type KeyChange, type RecoveryWords, changeKeyFile, makeRecoveryWords, openKeyFile, parsePassphrase } from "@unmask/seal";
import { readLocked, replaceIdentityFile } from "@unmask/vault";
import { notDone, refuse } from "./not-done.ts";
import type { VaultAnswer, VaultAsk } from "./protocol.ts";
import { readKey } from "./unlock.ts";
import type { OpenedVault, VaultDeskWorld } from "./world.ts";

/** What changes who can open it. */
export type KeysAsk = Extract<VaultAsk, { ask: "change passphrase" | "new words" | "second sheet" | "add passkey" | "no passkeys" }>;

/** What a change came to. */
export interface ChangedKeys {
  /** Words that were made, to be shown once. */
  readonly words?: RecoveryWords;
  /** Of new words in place of hers: the file with the keys as it is to be once she has typed them back. Until then the old ones open it. */
  readonly whenProved?: Uint8Array;
}

/**
 * Changes what opens the vault, and leaves all else that opens it. New words in place of hers hold only once they were typed back: a tab that dies
 * before she has written them down would lock out whoever has forgotten the passphrase.
 */
export async function changeKeys(
  world: VaultDeskWorld,
  { vault }: OpenedVault,
  question: KeysAsk,
): Promise<Result<ChangedKeys, VaultAnswer>> {
  const typed = readKey(question.key);
  if (!typed.ok) return typed;
  const passphrase = question.ask === "change passphrase" ? parsePassphrase(question.passphrase) : undefined;
  if (passphrase?.ok === false) return failed(refuse("passphrase", { says: passphrase.error }));
  const locked = await readLocked(vault.world);
  if (!locked.ok) return failed(notDone(locked.error));
  const { identityFile, notesFile } = locked.value;
  if (passphrase !== undefined && notesFile !== undefined) {
    // One passphrase for both would never show the ordinary notes again.
    const ordinary = await openKeyFile(notesFile, { by: "passphrase", passphrase: passphrase.value }, world.argon2id);
    if (ordinary.ok) return failed(refuse("passphrase"));
  }
  const words = question.ask === "new words" || question.ask === "second sheet" ? makeRecoveryWords(world.random) : undefined;
  const change: KeyChange = {
    ...(passphrase && { passphrase: passphrase.value }),
    ...(words && { [question.ask === "new words" ? "words" : "secondSheet"]: words }),
    ...(question.ask === "add passkey" && { passkey: { ...question.passkey, answer: redact(question.passkey.answer) } }),
    ...(question.ask === "no passkeys" && { passkey: "none" }),
  };
  const changed = await changeKeyFile(identityFile, typed.value, change, world);
  if (!changed.ok) return failed(notDone(changed.error));
  if (question.ask === "new words" && words !== undefined) return ok({ words, whenProved: changed.value });
  const written = await replaceIdentityFile(vault, changed.value);
  if (!written.ok) return failed(notDone(written.error));
  return ok(words === undefined ? {} : { words });
}
