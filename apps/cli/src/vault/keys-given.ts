import { type Result, failed, ok, reveal } from "@unmask/core";
import { type KeyFileKey, type Passphrase, parseIdentity, parsePassphrase, parseRecoveryWords, recoveryWordSlips } from "@unmask/seal";
import type { Given } from "../arguments.ts";
import { readTextBytes } from "../ports/named-file.ts";
import { askSecret } from "../ports/secret-prompt.ts";
import type { World } from "../world.ts";
import type { Refusal } from "./refusal.ts";
import { sayWeak } from "./weak-passphrase.ts";

/** The options by which a vault is opened without being asked: a secret is never an argument, where every program of the machine could read it. */
export const keyShape = { "passphrase-file": "text", "recovery-file": "text" } as const;

/** Whether one of them is given. */
export function isKeyGiven(given: Given): boolean {
  return given.text("passphrase-file") !== undefined || given.text("recovery-file") !== undefined;
}

/** The key that is to open a vault: out of a file that was named, else asked for on the terminal. */
export async function readKey(given: Given, { signal }: Pick<World, "signal">): Promise<Result<KeyFileKey, Refusal>> {
  const [passphraseFile, recoveryFile] = [given.text("passphrase-file"), given.text("recovery-file")];
  if (passphraseFile !== undefined && recoveryFile !== undefined)
    return failed({ says: "name --passphrase-file or --recovery-file, not both.", isUsage: true });
  if (recoveryFile !== undefined) return readRecovery(recoveryFile, signal);
  const passphrase =
    passphraseFile === undefined
      ? await askPassphrase("Passphrase: ", signal)
      : await readPassphraseFile("passphrase-file", passphraseFile, signal);
  return passphrase.ok ? ok({ by: "passphrase", passphrase: passphrase.value }) : passphrase;
}

/** A passphrase that is to be a new one: out of the file of an option, else asked for twice. Where it is soon guessed, that is said. */
export async function readNewPassphrase(
  given: Given,
  option: "passphrase-file" | "new-passphrase-file",
  { signal, terminal }: Pick<World, "signal" | "terminal">,
): Promise<Result<Passphrase, Refusal>> {
  const path = given.text(option);
  const chosen = path === undefined ? await askTwice(option, signal) : await readPassphraseFile(option, path, signal);
  const weak = chosen.ok ? sayWeak(chosen.value) : undefined;
  if (weak !== undefined) terminal.say(weak);
  return chosen;
}

async function askTwice(option: string, signal: AbortSignal): Promise<Result<Passphrase, Refusal>> {
  const first = await askPassphrase("New passphrase: ", signal, option);
  if (!first.ok) return first;
  const again = await askSecret("The same once more: ", signal);
  const second = parsePassphrase(again ?? "");
  const isSame = second.ok && reveal(second.value) === reveal(first.value);
  return isSame ? first : failed({ says: "the two are not the same. Nothing was changed. Try again." });
}

async function askPassphrase(question: string, signal: AbortSignal, option = "passphrase-file"): Promise<Result<Passphrase, Refusal>> {
  const typed = await askSecret(question, signal);
  if (typed === undefined)
    return failed({ says: `there is no terminal to ask for the passphrase. Name a file that holds it with --${option}.`, isUsage: true });
  const passphrase = parsePassphrase(typed);
  return passphrase.ok ? passphrase : failed({ says: passphrase.error });
}

async function readPassphraseFile(option: string, path: string, signal: AbortSignal): Promise<Result<Passphrase, Refusal>> {
  const read = await readSecretText(option, path, signal);
  if (!read.ok) return read;
  const text = read.value;
  if (/[\r\n]/.test(text.trim())) return failed({ says: `${path} (--${option}) has more than one line. A passphrase is one line.` });
  const passphrase = parsePassphrase(text);
  return passphrase.ok ? passphrase : failed({ says: `${path} (--${option}): ${passphrase.error}` });
}

/** The text of such a file, in UTF-8, or in UTF-16 with its mark, as Notepad writes what it calls Unicode. */
async function readSecretText(option: string, path: string, signal: AbortSignal): Promise<Result<string, Refusal>> {
  const bytes = await readTextBytes(path, signal);
  if (bytes === undefined) return failed({ says: `there is no file at ${path} (--${option}).` });
  const text = decoded(bytes);
  // Without its mark UTF-16 reads as letters with nothing between them, and a passphrase of them would be called mistyped.
  return text.includes("\0")
    ? failed({ says: `${path} (--${option}) is no text in UTF-8. Save it as UTF-8 (in Notepad: Save as, Encoding), and try again.` })
    : ok(text);
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

/** A key as `age` writes it, wherever it stands in the file. */
const keyForm = /AGE-SECRET-KEY-1[0-9A-Z]*/gi;

/** The key that follows from the twelve words, or the words: whichever stands in the file. */
async function readRecovery(path: string, signal: AbortSignal): Promise<Result<KeyFileKey, Refusal>> {
  const read = await readSecretText("recovery-file", path, signal);
  if (!read.ok) return read;
  const text = read.value;
  const keys = new Set(text.match(keyForm)?.map((key) => key.toUpperCase()));
  const [key, ...more] = keys;
  if (more.length > 0) return failed({ says: `${path} (--recovery-file) holds ${keys.size} keys. Leave one of them in it.` });
  if (key !== undefined) {
    const identity = parseIdentity(key);
    return identity
      ? ok({ by: "identity", identity })
      : failed({ says: `the key in ${path} has a slip: copy it again, letter for letter.` });
  }
  const words = parseRecoveryWords(text);
  if (words.ok) return ok({ by: "words", words: words.value });
  const slips = recoveryWordSlips(text).map(({ says }) => says);
  return failed({ says: `${path} (--recovery-file): ${slips.length > 0 ? slips.join(" ") : words.error.says} Nothing was changed.` });
}
