import type { Result } from "@unmask/core";
import { failed, ok } from "@unmask/core";
import { openFiles } from "@unmask/fittings-node";
import { type VaultCheck, type VaultKeys, type VaultWorld, checkVault, examineCopy, readLocked, takeApart } from "@unmask/vault";
import type { Given } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { oneLine } from "../one-line.ts";
import type { World } from "../world.ts";
import { sayCopyAnswer } from "./copies.ts";
import { isKeyGiven, readKey } from "./keys-given.ts";
import { openFolder, unlock, vaultWorld, withFolder } from "./open.ts";
import { type Refusal, refusalOf, refuseVault } from "./refusal.ts";

/**
 * `check`: each path that is otherwise than the log says, with its word. It changes nothing but what is taken as hers (--mine), and waits for a program
 * that does.
 */
export async function check(folder: string, given: Given, world: World): Promise<ExitCode> {
  const mine = given.texts("mine");
  const taken = mine.length === 0 ? undefined : await takeMine(folder, mine, { given, world });
  if (taken !== undefined) return taken;
  const means = vaultWorld(folder, world);
  const backup = given.text("backup");
  const locked = await readLocked(means);
  if (!locked.ok && locked.error.path === undefined) return refuseVault(refusalOf(locked.error), world);
  // A copy is read with the keys alone; without one, hashes can be looked at by anybody.
  const isKeyAsked = isKeyGiven(given) || backup !== undefined;
  const keys = locked.ok && isKeyAsked ? await keysOf(given, means, world) : ok(undefined);
  if (!keys.ok && keys.error.isUsage === true) return refuseVault(keys.error, world);
  const log = keys.ok && keys.value && backup !== undefined ? await logOf(backup, keys.value, world) : ok(undefined);
  if (!log.ok) return refuseVault(log.error, world);
  // Another program that is writing has moved some of it and not the rest.
  const looked = await withFolder(folder, world, async (close) => {
    const verdicts = await checkVault({
      ...means,
      ...(keys.ok && keys.value && { keys: keys.value }),
      ...(log.value && { logOfCopy: log.value }),
    });
    await close();
    return ok(verdicts);
  });
  if (!looked.ok) return refuseVault(looked.error, world);
  const found = looked.value;
  // A passphrase that does not open a vault which is whole was mistyped; where it is not, that is what she must hear.
  if (!keys.ok && found.isWhole) return refuseVault(keys.error, world);
  await writeFound(found, given, world);
  if (!keys.ok) world.terminal.say(`unmask: ${keys.error.says}`);
  sayWhatItMeans(found, { isAgainstCopy: log.value !== undefined }, world);
  return found.isWhole ? exitCode.done : exitCode.failed;
}

/** Takes what she says is hers, and looks over all with the key that opened it. */
async function takeMine(
  folder: string,
  mine: readonly string[],
  { given, world }: { readonly given: Given; readonly world: World },
): Promise<ExitCode> {
  if (given.text("backup") !== undefined)
    return refuseVault({ says: "--mine and --backup are two questions: ask one after the other.", isUsage: true }, world);
  const opened = await openFolder(folder, given, world);
  if (!opened.ok) return refuseVault(opened.error, world);
  const { vault, close } = opened.value;
  try {
    const taken = await takeApart(vault, mine.includes("all") ? "all" : mine.map((path) => ({ path })));
    if (!taken.ok) return refuseVault(refusalOf(taken.error), world);
    const asked = mine.includes("all") ? [] : mine.filter((path) => !taken.value.taken.includes(path));
    for (const path of taken.value.taken) world.terminal.say(`${path}: taken as yours.`);
    for (const path of new Set([...asked, ...taken.value.left])) world.terminal.say(`unmask: ${oneLine(path)}: ${cannotTake}`);
    const found = await checkVault({ ...vault.world, keys: vault.keys });
    await writeFound(found, given, world);
    sayWhatItMeans(found, { isAgainstCopy: false }, world);
    return found.isWhole ? exitCode.done : exitCode.failed;
  } finally {
    await close();
  }
}

const cannotTake =
  "it cannot be taken as yours: nothing is apart there, or another line of its number is yours, or it is nothing that a vault writes.";

async function writeFound(found: VaultCheck, given: Given, { terminal }: World): Promise<void> {
  await terminal.write(
    given.isSet("json")
      ? `${JSON.stringify(found)}\n`
      : found.verdicts.map(({ path, verdict }) => `${oneLine(path)}: ${verdict}\n`).join(""),
  );
}

function sayWhatItMeans(
  { isWhole, isSignatureChecked, verdicts }: VaultCheck,
  { isAgainstCopy }: { readonly isAgainstCopy: boolean },
  { terminal }: World,
): void {
  if (verdicts.some(({ verdict }) => verdict === "apart"))
    terminal.say(
      "What is apart opens with your key, and the log does not prove that it is yours: the log was cut, or somebody else put it here. What you know to be yours becomes yours again with --mine PATH, or all of it with --mine all.",
    );
  if (!isSignatureChecked)
    terminal.say(
      "Only hashes were looked at: whether the log is signed with the vault's key needs a key (--passphrase-file or --recovery-file).",
    );
  if (isWhole && isSignatureChecked)
    terminal.say(
      isAgainstCopy
        ? "Whole, and it has all that the copy has."
        : "Whole: every file is as the signed log says. An older state of all of it shows only against a copy (--backup).",
    );
  else if (isWhole) terminal.say("Every file is as the log says.");
  else if (verdicts.some(({ path, verdict }) => path === "log" && verdict === "older"))
    terminal.say("The copy has more than the vault: an older state of it was put back. Bring the copy back with `unmask vault restore`.");
  else
    terminal.say(
      "What is proved is shown by `unmask vault list`. A copy that you made may have what is missing or changed. Keep the folder as it is.",
    );
}

async function keysOf(given: Given, means: VaultWorld, world: World): Promise<Result<VaultKeys, Refusal>> {
  const key = await readKey(given, world);
  return key.ok ? unlock(key.value, means, world) : key;
}

/** The log of a copy; of one that is not whole the answer is told instead. */
async function logOf(path: string, keys: VaultKeys, world: World): Promise<Result<Uint8Array, Refusal>> {
  const files = await openFiles([path], world.signal);
  if (!files.ok) return failed({ says: files.error });
  try {
    const [source] = files.value.sources;
    if (source === undefined) return failed({ says: `there is no file at ${path} (--backup).` });
    const answer = await examineCopy(source, { createHasher: world.createSha256, keys });
    if (answer.answer === "whole") return ok(answer.copy.logBytes);
    if (answer.answer !== "rewrapped") return failed({ says: sayCopyAnswer(answer, "Nothing was checked against it.") });
    // Its log is signed, whatever lies around it.
    world.terminal.say(`unmask: ${sayCopyAnswer(answer, "The vault was checked against them.")}`);
    return ok(answer.copy.logBytes);
  } finally {
    await files.value.close();
  }
}
