import { failed, ok, reveal } from "@unmask/core";
import { type RecoveryWords, argon2id, bookOf, bookOnPaper, makeNewKeys, recipientOf, recoveryIdentity } from "@unmask/seal";
import { createVault, isRoomForVault } from "@unmask/vault";
import type { Given } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { isInWayOfFolder, leavingNoFolder } from "../ports/new-folder.ts";
import { sayNotWritten } from "../say-not-written.ts";
import type { World } from "../world.ts";
import { sayInside, vaultAround } from "./inside.ts";
import { readNewPassphrase } from "./keys-given.ts";
import { vaultWorld, withFolder } from "./open.ts";
import { refusalOf, refuseVault } from "./refusal.ts";

/** `init`: makes a vault, and shows its words and its key once, on standard output. */
export async function init(folder: string, given: Given, world: World): Promise<ExitCode> {
  const means = vaultWorld(folder, world);
  // Words that nobody could read are made for nobody.
  const unwritten = world.terminal.proveOutput();
  if (unwritten !== undefined)
    return refuseVault({ says: `the words go to standard output, and ${sayNotWritten(unwritten)}. Nothing was made.` }, world);
  if (await isInWayOfFolder(folder)) return refuseVault({ says: `there is a file at ${folder}. ${emptyOnly}` }, world);
  const around = await vaultAround(folder);
  if (around !== undefined) return refuseVault({ says: `${sayInside(folder, around)} ${emptyOnly}` }, world);
  if (!(await isRoomForVault(means.folder))) return refuseVault({ says: `there is something in ${folder} already. ${emptyOnly}` }, world);
  const passphrase = await readNewPassphrase(given, "passphrase-file", world);
  if (!passphrase.ok) return refuseVault(passphrase.error, world);
  let code: ExitCode = exitCode.failed;
  await leavingNoFolder(folder, async () => {
    const made = await withFolder(folder, world, async (close) => {
      const { keys, words, identityFile, notesFile } = await makeNewKeys(
        { passphrase: passphrase.value },
        { argon2id, random: world.random },
      );
      const vault = await createVault(means, keys, { identityFile, notesFile });
      if (!vault.ok) return failed(refusalOf(vault.error));
      await close();
      return ok({ words, recipient: await recipientOf(keys.identity) });
    });
    if (!made.ok) {
      code = refuseVault(made.error, world);
      return false;
    }
    const { words, recipient } = made.value;
    const book = bookOf(recipient);
    const shown = given.isSet("json")
      ? `${JSON.stringify({ book, words: reveal(words), recoveryKey: reveal(recoveryIdentity(words)), recipient })}\n`
      : `The vault ${bookOnPaper(book)} was made in ${folder}.\n\n${sheetOf(words, "The twelve words")}`;
    const isShown = await world.terminal.write(shown);
    if (!isShown)
      world.terminal.say(
        "The words could not be shown whole. Make new ones with `unmask vault keys --words`: your passphrase opens the vault.",
      );
    code = isShown ? exitCode.done : exitCode.caveats;
    return true;
  });
  return code;
}

const emptyOnly = "Nothing was changed. Name an empty folder, or one that is not there yet.";

/** Words and key as they go on paper. */
export function sheetOf(words: RecoveryWords, title: string): string {
  const all = reveal(words).split(" ");
  const row = (at: number): string =>
    `${String(at + 1).padStart(4)}  ${(all[at] ?? "").padEnd(16)}${String(at + 7).padStart(4)}  ${all[at + 6] ?? ""}`;
  return `${title}: write them down on paper now, in the order of their numbers. They are shown once. Whoever has them can
open all of it, without the passphrase.

${[0, 1, 2, 3, 4, 5].map(row).join("\n")}

The same as a key, which stock \`age\` takes too:

${reveal(recoveryIdentity(words))}
`;
}
