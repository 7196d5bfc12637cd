import { reveal } from "@unmask/core";
import { type KeyChange, type RecoveryWords, argon2id, bookOf, changeKeyFile, makeRecoveryWords, recoveryIdentity } from "@unmask/seal";
import { readLocked, replaceIdentityFile } from "@unmask/vault";
import type { Given } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { sayNotWritten } from "../say-not-written.ts";
import type { World } from "../world.ts";
import { sheetOf } from "./init.ts";
import { readNewPassphrase } from "./keys-given.ts";
import { openFolder } from "./open.ts";
import { refusalOf, refuseVault } from "./refusal.ts";

/** `keys`: another passphrase, other words, a second sheet. New words are shown once, on standard output. */
export async function keys(folder: string, given: Given, world: World): Promise<ExitCode> {
  const isPassphrase = given.isSet("passphrase") || given.text("new-passphrase-file") !== undefined;
  const [isWords, isSheet] = [given.isSet("words"), given.isSet("second-sheet")];
  if (!isPassphrase && !isWords && !isSheet)
    return refuseVault({ says: "say what to change: --passphrase, --words or --second-sheet.", isUsage: true }, world);
  const unwritten = isWords || isSheet ? world.terminal.proveOutput() : undefined;
  if (unwritten !== undefined)
    return refuseVault({ says: `the words go to standard output, and ${sayNotWritten(unwritten)}. Nothing was changed.` }, world);
  const opened = await openFolder(folder, given, world, async () =>
    isPassphrase ? readNewPassphrase(given, "new-passphrase-file", world) : undefined,
  );
  if (!opened.ok) return refuseVault(opened.error, world);
  const { vault, key, beside: passphrase } = opened.value;
  try {
    if (passphrase?.ok === false) return refuseVault(passphrase.error, world);
    const locked = await readLocked(vault.world);
    if (!locked.ok) return refuseVault(refusalOf(locked.error), world);
    const change: KeyChange = {
      ...(passphrase && { passphrase: passphrase.value }),
      ...(isWords && { words: makeRecoveryWords(world.random) }),
      ...(isSheet && { secondSheet: makeRecoveryWords(world.random) }),
    };
    const changed = await changeKeyFile(locked.value.identityFile, key, change, { argon2id, random: world.random });
    if (!changed.ok) return refuseVault(changed.error, world);
    // Shown before they hold: words that nobody saw would lock out whoever has forgotten the passphrase.
    const isShown = await world.terminal.write(shown(change, { book: bookOf(vault.recipient), isJson: given.isSet("json") }));
    if (!isShown)
      return refuseVault({ says: "the words could not be shown whole. Nothing was changed: what opened the vault still does." }, world);
    const replaced = await replaceIdentityFile(vault, changed.value);
    if (!replaced.ok) {
      if (isWords || isSheet) world.terminal.say("The words above do not open anything.");
      return refuseVault(refusalOf(replaced.error), world);
    }
    if (isWords) world.terminal.say("The new twelve words hold from now on, and the old ones open nothing but older copies.");
    if (isSheet) world.terminal.say("The second sheet opens the vault from now on.");
    if (passphrase) world.terminal.say("The passphrase was changed.");
    world.terminal.say(
      "A copy that was made before opens with the keys of then: make a new one with `unmask vault backup`, and do away with the old ones if you can.",
    );
    return exitCode.done;
  } finally {
    await opened.value.close();
  }
}

function shown({ words, secondSheet }: KeyChange, { book, isJson }: { readonly book: string; readonly isJson: boolean }): string {
  if (!isJson)
    return [words && sheetOf(words, "The new twelve words"), secondSheet && sheetOf(secondSheet, "The second sheet")]
      .filter((one) => one !== undefined)
      .join("\n");
  const form = (one: RecoveryWords): object => ({ words: reveal(one), recoveryKey: reveal(recoveryIdentity(one)) });
  return `${JSON.stringify({ book, ...(words && form(words)), ...(secondSheet && { secondSheet: form(secondSheet) }) })}\n`;
}
