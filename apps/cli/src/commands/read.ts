import { readingToJson } from "@unmask/core";
import { watchCaveats, readSources, summarise } from "@unmask/importers";
import { readingOptions } from "@unmask/corridor";
import { parseArguments } from "../arguments.ts";
import type { ExitCode } from "../exit-code.ts";
import { exitCodeOfImport, sayCaveats, sayNotThere, sayPassedOver } from "../import-caveats.ts";
import { openFiles } from "@unmask/fittings-node";
import { parseReadingTerms, readingShape, readingWorld } from "../reading-options.ts";
import type { World } from "../world.ts";
import { refuse, refuseUsage } from "./refuse.ts";

/** Lines are gathered to about this many characters before they are written: one write for each line would cost more than the line. */
const pieceSize = 1 << 16;

/** `unmask read`: every reading as one line of JSON on standard output, or a summary; nothing is stored. */
export async function read(args: readonly string[], world: World): Promise<ExitCode> {
  const given = parseArguments(args, { ...readingShape, summary: "yes" });
  if (!given.ok) return refuseUsage(world, given.error);
  const terms = parseReadingTerms(given.value, world);
  if (!terms.ok) return refuseUsage(world, terms.error);
  const files = await openFiles(given.value.words, world.signal);
  if (!files.ok) return refuse(world, files.error);

  const { terminal } = world;
  const watch = watchCaveats();
  const takesIn = given.value.texts("take-in");
  const summing = given.value.isSet("summary") ? summarise() : undefined;
  let piece = "";
  try {
    for await (const step of readSources(files.value.sources, readingOptions(terms.value, { ...readingWorld(world), takesIn }))) {
      watch.add(step);
      if (summing) {
        summing.add(step);
        continue;
      }
      if (!("readings" in step)) continue;
      for (const reading of step.readings) piece += `${readingToJson(reading)}\n`;
      if (piece.length < pieceSize) continue;
      const isWritten = await terminal.write(piece);
      piece = "";
      if (!isWritten) break;
    }
  } finally {
    await files.value.close();
  }
  // A sum of what was read so far would read as the sum of all.
  if (summing) world.signal.throwIfAborted();
  await terminal.write(summing ? `${JSON.stringify(summing.summary())}\n` : piece);
  terminal.endProgress();
  sayPassedOver(files.value, terminal);
  sayCaveats(watch.caveats(), terminal);
  sayNotThere(takesIn, watch.caveats(), terminal);
  return exitCodeOfImport(watch.caveats());
}
