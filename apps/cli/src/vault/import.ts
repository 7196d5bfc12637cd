import { type DateOrder, type Source, instantToIso } from "@unmask/core";
import { openFiles } from "@unmask/fittings-node";
import { type Taken, takeOriginal } from "@unmask/vault";
import { sayCount } from "@unmask/words";
import { type Given, parseDateOrderOption, parseZoneOption } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { sayPassedOver } from "../import-caveats.ts";
import { oneLine } from "../one-line.ts";
import { isWithin } from "../ports/copy-place.ts";
import type { World } from "../world.ts";
import { openFolder } from "./open.ts";
import { refusalOf, refuseVault } from "./refusal.ts";

/** `import`: takes originals in, as they are. One after the other: each that was told is kept, whatever becomes of the next. */
export async function importFiles(folder: string, given: Given, world: World): Promise<ExitCode> {
  const zone = parseZoneOption(given);
  if (!zone.ok) return refuseVault({ says: zone.error, isUsage: true }, world);
  const dateOrder = parseDateOrderOption(given);
  if (!dateOrder.ok) return refuseVault({ says: dateOrder.error, isUsage: true }, world);
  const paths = given.words.slice(1);
  if (paths.length === 0) return refuseVault({ says: "name at least one file or folder to bring in.", isUsage: true }, world);
  const own = await firstOf(paths, async (path) => (await isWithin(path, folder)) || isWithin(folder, path));
  if (own !== undefined)
    return refuseVault({ says: `${own} holds the vault itself, or is of it. Name what you want to bring in apart.`, isUsage: true }, world);
  const terms = termsOf(zone.value.stated ? zone.value.zone.name : undefined, dateOrder.value);
  const files = await openFiles(paths, world.signal, { areTakenAlone: true });
  if (!files.ok) return refuseVault({ says: files.error }, world);
  try {
    const opened = await openFolder(folder, given, world);
    if (!opened.ok) return refuseVault(opened.error, world);
    try {
      sayPassedOver(files.value, world.terminal);
      let left = 0;
      for (const [i, source] of files.value.sources.entries()) {
        world.signal.throwIfAborted();
        world.terminal.showProgress(
          `Bringing in ${source.name}: ${i + 1} of ${files.value.sources.length} (Ctrl+C stops, what is kept stays)`,
        );
        const watched = watch(source, world.signal);
        const taken = await takeOriginal(
          opened.value.vault,
          { source: watched.source, ...(terms && { terms }) },
          instantToIso(world.now()),
        ).catch((error: unknown) => {
          const code = watched.codeOfRead(error);
          if (code === undefined) throw error;
          return { code };
        });
        world.terminal.endProgress();
        if ("code" in taken) {
          world.terminal.say(`${oneLine(source.name)}: ${sayNotRead(taken.code)} It was not taken in.`);
          left += 1;
          continue;
        }
        if (taken.ok) await world.terminal.write(`${sayTaken(source.name, taken.value)}\n`);
        else if (taken.error.kind === "changed-while-read") world.terminal.say(`${source.name}: ${taken.error.says}`);
        else return refuseVault(refusalOf(taken.error), world);
        if (!taken.ok || taken.value.became === "no-room") left += 1;
      }
      if (left > 0)
        world.terminal.say(
          `unmask: ${sayCount(left, "file")} ${left === 1 ? "is" : "are"} not kept whole: bring ${left === 1 ? "it" : "them"} in again.`,
        );
      return left > 0 ? exitCode.caveats : exitCode.done;
    } finally {
      await opened.value.close();
    }
  } finally {
    await files.value.close();
  }
}

/** A file that stops with the program: what is unfinished in the vault is cleared then. It remembers which failure was one of reading it. */
function watch(source: Source, signal: AbortSignal): { readonly source: Source; codeOfRead(error: unknown): string | undefined } {
  let failure: unknown;
  return {
    source: {
      ...source,
      async read(start, end, room) {
        signal.throwIfAborted();
        try {
          return await source.read(start, end, room);
        } catch (error) {
          failure = error;
          throw error;
        }
      },
    },
    // What the disk of the vault refuses ends the command: the next file would meet the same.
    codeOfRead: (error) =>
      error === failure && error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined,
  };
}

/** Why a file could not be read to its end, by the code of the machine, and what to do. */
function sayNotRead(code: string): string {
  if (code === "EIO")
    return "the disk it is on gave an error while it was read (EIO). Copy it to another disk, as far as that goes, and try again.";
  if (code === "EACCES" || code === "EPERM") return "this machine refuses to read it. Check that you may open it.";
  return `it could not be read to its end (${code}). Check that it is still there, and try again.`;
}

function termsOf(zone: string | undefined, dateOrder: DateOrder | undefined) {
  if (zone === undefined && dateOrder === undefined) return undefined;
  return { ...(zone !== undefined && { zone }), ...(dateOrder && { dateOrder }) };
}

function sayTaken(name: string, { became, original }: Taken): string {
  const shown = oneLine(name);
  switch (became) {
    case "kept":
      return `kept: ${shown} (${sayCount(original.size, "byte")}, SHA-256 ${original.sha256})`;
    case "here-already":
      return `here already: ${shown}${original.name === name ? "" : `, as ${oneLine(original.name)}`} (SHA-256 ${original.sha256})`;
    case "no-room":
      return `no room: ${shown} (SHA-256 ${original.sha256}). Its name and hash are kept; bring it in again when there is room.`;
  }
}

async function firstOf(paths: readonly string[], holds: (path: string) => Promise<boolean>): Promise<string | undefined> {
  for (const path of paths) if (await holds(path)) return path;
  return undefined;
}
