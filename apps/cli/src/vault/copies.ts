import { failed, ok } from "@unmask/core";
import { openFiles, openOutputFolder } from "@unmask/fittings-node";
import {
  type Copy,
  type CopyAnswer,
  type Drill,
  type Restored,
  isPartEnough,
  listOriginals,
  makeCopy,
  readJournal,
  restoreCopy,
  tryCopy,
} from "@unmask/vault";
import { sayCount } from "@unmask/words";
import type { Given } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { oneLine } from "../one-line.ts";
import { placeOfCopy } from "../ports/copy-place.ts";
import { isInWayOfFolder, leavingNoFolder } from "../ports/new-folder.ts";
import type { World } from "../world.ts";
import { sayInside, vaultAround } from "./inside.ts";
import { openFolder, tooManyFiles, unlockCopy, vaultWorld, withFolder } from "./open.ts";
import { refusalOf, refuseVault } from "./refusal.ts";

/** `backup`: one file with all that is sealed, which is then opened from where it was written and compared, byte for byte. */
export async function backup(folder: string, given: Given, world: World): Promise<ExitCode> {
  const out = given.text("out");
  if (out === undefined) return refuseVault({ says: "name the file of the copy with --out.", isUsage: true }, world);
  const at = await placeOfCopy(out, folder);
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
  if (await isInWayOfFolder(folder))
    return refuseVault({ says: `there is a file at ${folder}. ${nothingReplaced} Name a folder that is new or empty.` }, world);
  const around = await vaultAround(folder);
  if (around !== undefined)
    return refuseVault({ says: `${sayInside(folder, around)} ${nothingReplaced} Name a folder that is new or empty.` }, world);
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
              : restored.error.kind === "not-empty"
                ? { says: `in ${folder} is something else, or what is left of a vault. ${nothingReplaced} ${intoNew}` }
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
        const known = originals.ok ? originals.value : [];
        // Originals that did not come are named by what she calls them.
        if (value.became === "mended") for (const path of value.mended) world.terminal.say(`Put back as it was: ${path}`);
        const parts = value.lost.filter((path) => !path.startsWith("originals/"));
        return ok({
          lines: lines.length,
          lost: [...lost, ...parts],
          originals: known,
          planted: value.became === "restored" ? value.planted : undefined,
        });
      });
      if (!done.ok) {
        code = refuseVault(done.error, world);
        return false;
      }
      const { lines, lost, originals, planted } = done.value;
      const missing = originals.filter(({ file }) => file === undefined);
      world.terminal.say(
        `Brought back into ${folder}: ${sayCount(lines, "line")} of the journal, ${sayCount(originals.length - missing.length, "original")}.`,
      );
      for (const { name, sha256 } of missing) world.terminal.say(`To be brought in again: ${name} (SHA-256 ${sha256})`);
      for (const path of lost) world.terminal.say(`Not brought back, because it is not whole in the copy: ${path}`);
      if (planted !== undefined) world.terminal.say(`${sayRewrapped(planted)} It was not brought back.`);
      code = missing.length === 0 && lost.length === 0 ? exitCode.done : exitCode.caveats;
      return true;
    });
    return code;
  } finally {
    await files.value.close();
  }
}

const nothingReplaced = "Nothing was replaced.";
const intoNew = "Leave it as it is, and bring the copy back into a new folder.";

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
    case "too-many-files":
      return `${tooManyFiles} ${then} Look for another file.`;
    case "newer-format":
      return `this copy was made by a newer version. ${then} Use the newer version.`;
    case "another-book":
      return `this copy is of another vault. ${then}`;
    case "rewrapped":
      return `every file of this copy is whole, but the tar around them is not as it was written: ${sayRewrapped(answer.planted)} ${then} The files come back whole with \`unmask vault restore\`; make a new copy of them then.`;
    case "altered":
      return `this copy was changed after it was made: ${sayVerdicts(answer.verdicts)}. ${then} Look for another copy.${answer.copy === undefined ? "" : sayPart(answer.copy)}`;
    case "cut-short":
      return `this copy is cut short: ${sayCount(answer.bytes, "byte")} of at least ${sayCount(answer.ofBytes, "byte")} are there. ${then} Fetch the whole file again.${sayPart(answer.copy)}`;
  }
}

/** What a tar has around the files of a copy, in a sentence. */
function sayRewrapped(planted: readonly string[]): string {
  if (planted.length === 0) return "it was packed again, a header of it was damaged, or something was put between or behind its files.";
  return `there is something in it that is not of it: ${listed(planted.map(oneLine))}.`;
}

function sayVerdicts(verdicts: Extract<CopyAnswer, { answer: "altered" }>["verdicts"]): string {
  return listed(verdicts.map(({ path, verdict }) => `${oneLine(path)} ${verdict}`));
}

/** Things that are named in a sentence: a copy can have as many as there are files. */
const mostListed = 20;

function listed(all: readonly string[]): string {
  const more = all.length - mostListed;
  return `${all.slice(0, mostListed).join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
}

/** Whether something of a copy that is not whole can come back, and how. */
function sayPart(copy: Copy): string {
  return isPartEnough(copy)
    ? " What is whole of it comes back into an empty folder with --partial."
    : " The files with its keys are not whole in it, so nothing of it can be brought back.";
}

function sayDrill(drill: Drill): string {
  switch (drill.answer) {
    case "the-same":
      return "It was opened from there and compared: every byte is the same.";
    case "vault-not-whole":
      return `It was opened from there and ${drill.isCopyWhole ? "is whole, but the vault is not" : "has all that the vault has, as it stands there. The vault is not whole"}: ${listed(drill.paths)}. \`unmask vault check\` says what each is.${drill.isCopyWhole ? "" : " What is whole comes back from this copy into an empty folder with `unmask vault restore --partial`."}`;
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
