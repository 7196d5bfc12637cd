import { redact, reveal } from "@unmask/core";
import { type Argon2id } from "./argon2id.ts";
import { bytesToHex, textToBytes } from "./bytes.ts";
import { identityFromBytes } from "./envelope.ts";
import { sealKeyFile } from "./key-file.ts";
import { type Passphrase, type PassphraseCost } from "./passphrase.ts";
import { type RecoveryWords, makeRecoveryWords } from "./recovery-words.ts";
import { createSignerKey } from "./signer.ts";
import { type VaultKeys, formatVaultKeys } from "./vault-keys.ts";

/** What a new vault begins with (docs/formats/vault.md, "Keys"). */
export interface NewKeys {
  readonly keys: VaultKeys;
  /** To be shown once. */
  readonly words: RecoveryWords;
  /** `identity.age`. */
  readonly identityFile: Uint8Array;
  /** `notes.age`, which is always there: ordinary notes, none of them written yet. */
  readonly notesFile: Uint8Array;
}

/** Bytes of the plaintext of `notes.age`, whatever stands in it. */
const notesSize = 65_536;

/**
 * Makes the keys of a new vault. Without a second passphrase the ordinary notes are sealed with one that nobody keeps, so that nobody can see whether
 * there is one.
 */
export async function makeNewKeys(
  {
    passphrase,
    notesPassphrase,
    cost,
  }: { readonly passphrase: Passphrase; readonly notesPassphrase?: Passphrase; readonly cost?: PassphraseCost },
  world: { readonly argon2id: Argon2id; readonly random: (size: number) => Uint8Array },
): Promise<NewKeys> {
  const { random } = world;
  const keys: VaultKeys = { identity: identityFromBytes(random(32)), signer: createSignerKey(random) };
  const words = makeRecoveryWords(random);
  const byPassphrase = (one: Passphrase) => ({ by: "passphrase" as const, passphrase: one, ...(cost && { cost }) });
  const text = textToBytes(reveal(await formatVaultKeys(keys)));
  const identityFile = await sealKeyFile(text, [byPassphrase(passphrase), { by: "words", words }], world);
  const notes = textToBytes('{"notes":[]}'.padEnd(notesSize, " "));
  const notesFile = await sealKeyFile(notes, [byPassphrase(notesPassphrase ?? redact(bytesToHex(random(32))))], world);
  return { keys, words, identityFile, notesFile };
}
