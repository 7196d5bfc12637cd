import { type Result, failed, instantToIso, ok, reveal } from "@unmask/core";
import {
  type Passphrase,
  type RecoveryWords,
  bookOf,
  makeNewKeys,
  parsePassphrase,
  passphraseCost,
  pickWords,
  recoveryIdentity,
  sealKeyFile,
  wordsToPickFrom,
} from "@unmask/seal";
import { type OrdinaryNote, createVault, noteOpening, writeOrdinaryNotes } from "@unmask/vault";
import { notDone, refuse } from "./not-done.ts";
import type { VaultAnswer } from "./protocol.ts";
import { type OpenedVault, type VaultDeskWorld, type VaultPlace, vaultWorldOf } from "./world.ts";

/** A vault that was just made. */
export interface MadeVault {
  readonly opened: OpenedVault;
  readonly words: RecoveryWords;
}

/** Makes a vault with new keys: a passphrase, twelve words, and ordinary notes behind a second passphrase or behind one that nobody has. */
export async function makeVault(
  world: VaultDeskWorld,
  place: VaultPlace,
  typed: { readonly passphrase: string; readonly second?: string },
): Promise<Result<MadeVault, VaultAnswer>> {
  const passphrase = parsePassphrase(typed.passphrase);
  if (!passphrase.ok) return failed(refuse("passphrase", { says: passphrase.error }));
  const second = typed.second === undefined ? undefined : parsePassphrase(typed.second);
  if (second?.ok === false) return failed(refuse("passphrase", { says: second.error }));
  if (second !== undefined && reveal(second.value) === reveal(passphrase.value)) return failed(refuse("passphrase"));
  const { keys, words, ...files } = await makeNewKeys(
    { passphrase: passphrase.value, ...(second && { notesPassphrase: second.value }) },
    world,
  );
  const made = await createVault(vaultWorldOf(world, place), keys, files);
  if (!made.ok) return failed(notDone(made.error));
  await noteOpening(made.value, { at: instantToIso(world.now()), by: "made" });
  return ok({ opened: { vault: made.value, book: bookOf(made.value.recipient) }, words });
}

/** Four words that nobody made up, and what one try at a passphrase costs here. */
export async function fourWords({ random, now, argon2id }: VaultDeskWorld): Promise<VaultAnswer> {
  const words = reveal(pickWords(4, random)).split(" ");
  const began = now();
  await argon2id(random(16), random(16), { ...passphraseCost, size: 32 });
  return { answer: "four words", words, outOf: wordsToPickFrom, secondsATry: Math.max(1, now() - began) / 1000 };
}

/** What is shown of new words, once. */
export function showWords(book: string, words: RecoveryWords): VaultAnswer {
  return { answer: "begun", book, words: reveal(words).split(" "), recoveryKey: reveal(recoveryIdentity(words)) };
}

/** `notes.age` with these notes in it; undefined where they do not fit. */
export async function sealOrdinaryNotes(
  world: VaultDeskWorld,
  second: Passphrase,
  notes: readonly OrdinaryNote[],
): Promise<Uint8Array | undefined> {
  const plain = writeOrdinaryNotes(notes);
  return plain && sealKeyFile(plain, [{ by: "passphrase", passphrase: second }], world);
}
