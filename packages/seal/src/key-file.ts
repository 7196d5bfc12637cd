import { type Redacted, type Result, failed, ok, redact } from "@unmask/core";
import type { Argon2id } from "./argon2id.ts";
import {
  type EnvelopeFailure,
  type Identity,
  type KeyStanza,
  type MakeStanza,
  openWhole,
  recipientOf,
  rewriteHeader,
  sealWhole,
  stanzasOf,
} from "./envelope.ts";
import { type PasskeyAnswer, type PasskeyQuestion, openByPasskey, passkeyStanza, passkeysAmong } from "./passkey.ts";
import {
  type Passphrase,
  type PassphraseCost,
  type StanzaFault,
  openByPassphrase,
  passphraseCost,
  passphraseStanza,
} from "./passphrase.ts";
import { type RecoveryWords, recoveryIdentity } from "./recovery-words.ts";
import { x25519Stanza } from "./x25519-stanza.ts";

/**
 * A small age file that opens in several ways (docs/formats/vault.md, "Keys"): with a passphrase, the twelve words, a passkey or a key. It holds the keys
 * of everything else. Stock `age` opens it with the key that follows from the words, and skips our stanzas.
 */

/** One way to open a file, as it is sealed. Each becomes one stanza, in the order of the list. */
export type KeyLock =
  | { readonly by: "passphrase"; readonly passphrase: Passphrase; readonly cost?: PassphraseCost }
  | { readonly by: "words"; readonly words: RecoveryWords }
  | { readonly by: "passkey"; readonly passkey: PasskeyAnswer }
  | { readonly by: "recipient"; readonly recipient: string };

/** One key, as a file is opened. */
export type KeyFileKey =
  | { readonly by: "passphrase"; readonly passphrase: Passphrase }
  | { readonly by: "words"; readonly words: RecoveryWords }
  | { readonly by: "passkey"; readonly passkey: PasskeyAnswer }
  | { readonly by: "identity"; readonly identity: Identity };

/** Why a key file did not open, in a closed list, with what to tell the person. */
export interface KeyFileFailure {
  readonly kind:
    | EnvelopeFailure["kind"]
    // the stanza of the passphrase asks for work outside of our bounds, or stands there twice: nothing was tried
    | "absurd-cost";
  /** What happened and what to do next. */
  readonly says: string;
}

/** What opens a key file from now on in place of what did: what is not named stays as it is. */
export interface KeyChange {
  readonly passphrase?: Passphrase;
  readonly cost?: PassphraseCost;
  readonly words?: RecoveryWords;
  /** The sheet for somebody she trusts; added where there was none. */
  readonly secondSheet?: RecoveryWords;
  /** One more passkey, in place of the one of the same id; or none from now on. */
  readonly passkey?: PasskeyAnswer | "none";
}

/** What making a lock uses of the world. */
export interface LockWorld {
  readonly argon2id: Argon2id;
  readonly random: (size: number) => Uint8Array;
}

/** Seals bytes that fit into memory to every lock. Throws at a lock that no reader would take, at two passphrases, and without any lock. */
export async function sealKeyFile(plaintext: Uint8Array, locks: readonly KeyLock[], world: LockWorld): Promise<Uint8Array> {
  if (locks.filter(({ by }) => by === "passphrase").length > 1) throw new Error("a file opens with one passphrase");
  return sealWhole(plaintext, { recipients: await Promise.all(locks.map((lock) => recipientFor(lock, world))) });
}

/** Opens a key file with one key: all of it or nothing. A passphrase takes its work (some 0.3 s), whether or not it is the right one. */
export async function openKeyFile(sealed: Uint8Array, key: KeyFileKey, argon2id: Argon2id): Promise<Result<Uint8Array, KeyFileFailure>> {
  const options = await optionsBy(sealed, key, argon2id);
  if (!options.ok) return options;
  const opened = await openWhole(sealed, options.value);
  return opened.ok ? opened : failed(failureOf(opened.error.kind, key.by));
}

/**
 * Changes what opens a key file, with any key that opens it now. Of the two sheets the words come first, the second sheet after them (vault.md): each
 * takes the place of the one before it, and every other stanza stays, so that nobody types anything twice. What is inside stays sealed as it was; a
 * copy of the file that was made before opens as before.
 */
export async function changeKeyFile(
  sealed: Uint8Array,
  key: KeyFileKey,
  change: KeyChange,
  world: LockWorld,
): Promise<Result<Uint8Array, KeyFileFailure>> {
  const options = await optionsBy(sealed, key, world.argon2id);
  if (!options.ok) return options;
  const changed = await rewriteHeader(sealed, options.value, (stanzas, fileKey) => changeStanzas(stanzas, fileKey, { change, world }));
  return changed.ok ? changed : failed(failureOf(changed.error.kind, key.by));
}

async function changeStanzas(
  stanzas: readonly KeyStanza[],
  fileKey: Uint8Array,
  { change, world }: { readonly change: KeyChange; readonly world: LockWorld },
): Promise<readonly KeyStanza[]> {
  const { passphrase, cost = passphraseCost, words, secondSheet, passkey } = change;
  const { argon2id, random } = world;
  const isOf = (kind: string) => (stanza: KeyStanza) => stanza.args[0] === kind;
  const sheet = async (one: RecoveryWords): Promise<KeyStanza> =>
    x25519Stanza(await recipientOf(recoveryIdentity(one)), random(32))(fileKey);
  const own =
    passphrase === undefined
      ? stanzas.filter(isOf("argon2id"))
      : [await passphraseStanza(passphrase, { salt: random(16), cost, argon2id })(fileKey)];
  const [first, second, ...more] = stanzas.filter(isOf("X25519"));
  const sheets = [words ? await sheet(words) : first, secondSheet ? await sheet(secondSheet) : second, ...more];
  const added = passkey === undefined || passkey === "none" ? undefined : await passkeyStanza(passkey)(fileKey);
  const isReplaced = (one: KeyStanza): boolean => isOf("prf")(one) && (passkey === "none" || one.args[1] === added?.args[1]);
  const others = stanzas.filter((one) => !isOf("argon2id")(one) && !isOf("X25519")(one) && !isReplaced(one));
  return [...own, ...sheets.flatMap((one) => one ?? []), ...others, ...(added ? [added] : [])];
}

/** What opens the envelope, by one key. */
async function optionsBy(
  sealed: Uint8Array,
  key: KeyFileKey,
  argon2id: Argon2id,
): Promise<Result<{ readonly identities: readonly Identity[]; readonly fileKey?: Redacted<Uint8Array> }, KeyFileFailure>> {
  const fileKey = await fileKeyBy(sealed, key, argon2id);
  if (!fileKey.ok) return failed(failureOf(fileKey.error, key.by));
  const identity = key.by === "identity" ? key.identity : key.by === "words" ? recoveryIdentity(key.words) : undefined;
  return ok({
    identities: identity === undefined ? [] : [identity],
    ...(fileKey.value === undefined ? {} : { fileKey: redact(fileKey.value) }),
  });
}

/** The passkeys that open a key file: whoever asks one of them gets the bytes that open it. None where it opens with none. */
export async function passkeysOf(sealed: Uint8Array): Promise<Result<readonly PasskeyQuestion[], KeyFileFailure>> {
  const stanzas = await stanzasOf(sealed);
  const passkeys = stanzas.ok ? passkeysAmong(stanzas.value) : failed(stanzas.error.kind);
  return passkeys.ok ? passkeys : failed(failureOf(passkeys.error, "passkey"));
}

async function recipientFor(lock: KeyLock, { argon2id, random }: LockWorld): Promise<string | MakeStanza> {
  switch (lock.by) {
    case "passphrase":
      return passphraseStanza(lock.passphrase, { salt: random(16), cost: lock.cost ?? passphraseCost, argon2id });
    case "words":
      return recipientOf(recoveryIdentity(lock.words));
    case "passkey":
      return passkeyStanza(lock.passkey);
    case "recipient":
      return lock.recipient;
  }
}

/** The file key where one of our own stanzas holds it; undefined where it is the library's to find, or where no stanza opens. */
async function fileKeyBy(
  sealed: Uint8Array,
  key: KeyFileKey,
  argon2id: Argon2id,
): Promise<Result<Uint8Array | undefined, EnvelopeFailure["kind"] | StanzaFault>> {
  if (key.by === "identity" || key.by === "words") return ok(undefined);
  const stanzas = await stanzasOf(sealed);
  if (!stanzas.ok) return failed(stanzas.error.kind);
  return key.by === "passphrase" ? openByPassphrase(stanzas.value, key.passphrase, argon2id) : openByPasskey(stanzas.value, key.passkey);
}

function failureOf(kind: KeyFileFailure["kind"], by: KeyFileKey["by"]): KeyFileFailure {
  return { kind, says: kind === "no-key-fits" ? saysNoFit[by] : says[kind] };
}

const saysNoFit: Readonly<Record<KeyFileKey["by"], string>> = {
  passphrase:
    "This passphrase does not open it. Look at small and capital letters, and try again. The twelve words on your paper open it too.",
  words:
    "These twelve words fit together, but they are of other notes, or of a time before the words were changed. Look for another paper.",
  passkey: "This passkey does not open it. Use your passphrase, or the twelve words on your paper.",
  identity: "This key does not open it. Use another key, your passphrase, or the twelve words on your paper.",
};

const fromCopy = "Keep this file as it is, and bring your notes back from a copy that you made.";

const says: Readonly<Record<Exclude<KeyFileFailure["kind"], "no-key-fits">, string>> = {
  "not-an-envelope": `This file does not hold the keys of your notes. ${fromCopy}`,
  "header-damaged": `The file with the keys of your notes is damaged. ${fromCopy}`,
  "header-altered": `The file with the keys of your notes was changed after it was made. ${fromCopy}`,
  "absurd-cost":
    "The file with the keys of your notes asks for work that none of ours asks for, so your passphrase was not tried. Keep this file as it is. Use the twelve words on your paper, or bring your notes back from a copy that you made.",
  altered: `The file with the keys of your notes was changed or damaged after it was made. ${fromCopy}`,
  "cut-short": `The end of the file with the keys of your notes is missing. ${fromCopy}`,
};
