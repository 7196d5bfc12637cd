import { failed, ok } from "@unmask/core";
import { openFiles, openOutputFolder } from "@unmask/fittings-node";
import { type CopyAnswer, type Drill, type Restored, listOriginals, makeCopy, readJournal, restoreCopy, tryCopy } from "@unmask/vault";
import { sayCount } from "@unmask/words";
import type { Given } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { placeOfCopy } from "../ports/copy-place.ts";
import { leavingNoFolder } from "../ports/new-folder.ts";
import type { World } from "../world.ts";
import { openFolder, unlockCopy, vaultWorld, withFolder } from "./open.ts";
import { refusalOf, refuseVault } from "./refusal.ts";

/** `backup`: one file with all that is sealed, which is then opened from where it was written and compared, byte for byte. */
export async function backup(folder: string, given: Given, world: World): Promise<ExitCode> {
  const out = given.text("out");
  if (out === undefined) return refuseVault({ says: "name the file of the copy with --out.", isUsage: true }, world);
  const at = placeOfCopy(out, folder);
  if (at === undefined)
    return refuseVault(
      { says: "a copy in the folder of the vault is lost with it. Name a file elsewhere with --out.", isUsage: true },
      world,
    );
  const opened = await openFolder(folder, given, world);
  if (!opened.ok) return refuseVault(opened.error, world);
  try {
    const { vault } = opened.value;
    const place = await openOutputFolder(at.folder);
    if (!place.ok) return refuseVault({ says: place.error }, world);
    try {
      await makeCopy(vault, async (pieces) => void (await place.value.writeFile(at.name, stoppable(pieces, world.signal))));
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      return refuseVault({ says: `there is a file at ${out} already. Nothing was written over. Name another with --out.` }, world);
    }
    const files = await openFiles([out], world.signal);
    if (!files.ok) return refuseVault({ says: files.error }, world);
    try {
      const [source] = files.value.sources;
      if (source === undefined) throw new Error("a copy that was written is there");
      const drill = await tryCopy(vault, source);
      world.terminal.say(`The copy: ${out}. ${sayDrill(drill)}`);
      return drill.answer === "the-same" ? exitCode.done : drill.answer === "vault-not-whole" ? exitCode.caveats : exitCode.failed;
    } finally {
      await files.value.close();
    }
  } finally {
    await opened.value.close();
  }
}

/** `restore`: brings a copy back, into an empty folder or into the vault that it goes on from. */
export async function restore(folder: string, given: Given, world: World): Promise<ExitCode> {
  const from = given.text("from");
  if (from === undefined) return refuseVault({ says: "name the file of the copy with --from.", isUsage: true }, world);
  const files = await openFiles([from], world.signal);
  if (!files.ok) return refuseVault({ says: files.error }, world);
  try {
    const [source] = files.value.sources;
    if (source === undefined) return refuseVault({ says: `there is no file at ${from}.` }, world);
    const keys = await unlockCopy(source, given, world);
    if (!keys.ok) return refuseVault(keys.error, world);
    let code: ExitCode = exitCode.failed;
    await leavingNoFolder(folder, async () => {
      const done = await withFolder(folder, world, async (close) => {
        const restored = await restoreCopy(vaultWorld(folder, world), source, { keys: keys.value, isPartTaken: given.isSet("partial") });
        if (!restored.ok)
          return failed(
            restored.error.kind === "another-key"
              ? { says: `the copy is of another vault than the one in ${folder}. ${nothingReplaced}` }
              : refusalOf(restored.error),
          );
        const { value } = restored;
        if (value.became === "refused") return failed({ says: sayCopyAnswer(value.answer, nothingReplaced) });
        if (value.became === "apart")
          return failed({
            says: `${sayApart(value, folder)}. ${nothingReplaced} To have the copy as well, bring it back into an empty folder.`,
          });
        const { lines, lost } = await readJournal(value.vault);
        const originals = await listOriginals(value.vault);
        await close();
        return ok({ lines: lines.length, lost: lost.length, originals: originals.ok ? originals.value : [] });
      });
      if (!done.ok) {
        code = refuseVault(done.error, world);
        return false;
      }
      const { lines, lost, originals } = done.value;
      const missing = originals.filter(({ file }) => file === undefined);
      world.terminal.say(
        `Brought back into ${folder}: ${sayCount(lines, "line")} of the journal, ${sayCount(originals.length - missing.length, "original")}.`,
      );
      for (const { name, sha256 } of missing) world.terminal.say(`To be brought in again: ${name} (SHA-256 ${sha256})`);
      code = missing.length === 0 && lost === 0 ? exitCode.done : exitCode.caveats;
      return true;
    });
    return code;
  } finally {
    await files.value.close();
  }
}

const nothingReplaced = "Nothing was replaced.";

const partBack = " What is whole of it comes back into an empty folder with --partial.";

function sayApart({ inCopy, unlogged }: Extract<Restored, { became: "apart" }>, folder: string): string {
  if (unlogged.length > 0)
    return `the vault in ${folder} has files that open with your key and that no log has (${unlogged.join(", ")}): they may be the last of what you kept`;
  if (inCopy === 0) return `the vault in ${folder} has all that the copy has, and more`;
  return `the vault in ${folder} and the copy each have what the other has not`;
}

/** What a copy answers that is not whole, in a sentence; `then`: what follows from it. */
export function sayCopyAnswer(answer: CopyAnswer, then: string): string {
  switch (answer.answer) {
    case "whole":
      return "the copy is whole.";
    case "not-a-copy":
      return `this file is no copy of a vault. ${then} Look for another file.`;
    case "newer-format":
      return `this copy was made by a newer version. ${then} Use the newer version.`;
    case "another-book":
      return `this copy is of another vault. ${then}`;
    case "altered":
      return `this copy was changed after it was made${answer.verdicts.length === 0 ? "" : `: ${answer.verdicts.map(({ path, verdict }) => `${path} ${verdict}`).join(", ")}`}. ${then} Look for another copy.${answer.copy === undefined ? "" : partBack}`;
    case "cut-short":
      return `this copy is cut short: ${sayCount(answer.bytes, "byte")} of at least ${sayCount(answer.ofBytes, "byte")} are there. ${then} Fetch the whole file again.${partBack}`;
  }
}

function sayDrill(drill: Drill): string {
  switch (drill.answer) {
    case "the-same":
      return "It was opened from there and compared: every byte is the same.";
    case "vault-not-whole":
      return `It was opened from there and ${drill.isCopyWhole ? "is whole, but the vault is not" : "has all that the vault has, as it stands there. The vault is not whole"}: ${drill.paths.join(", ")}. \`unmask vault check\` says what each is.${drill.isCopyWhole ? "" : " What is whole comes back from this copy into an empty folder with `unmask vault restore --partial`."}`;
    case "not-whole":
      return `It was opened from there, and ${sayCopyAnswer(drill.copy, "Do not rely on it.")}`;
    case "older":
    case "newer":
    case "apart":
      return "It was opened from there, and the vault was changed in the meantime. Make another.";
  }
}

async function* stoppable(pieces: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    signal.throwIfAborted();
    yield piece;
  }
}
