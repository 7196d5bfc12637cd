import { type HappenedAt, type Zone, instantToIso, journalLineToJson, parseJournalLine, parseZone, wallMsAt } from "@unmask/core";
import { addLine, joinSegments } from "@unmask/vault";
import type { Given } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { deviceZone } from "../ports/device-zone.ts";
import { aloud } from "../ports/secret-prompt.ts";
import { isTypedIn, readStandardInput } from "../ports/standard-input.ts";
import type { World } from "../world.ts";
import { openFolder } from "./open.ts";
import { refusalOf, refuseVault } from "./refusal.ts";
import { lastWallMs, parseWhen } from "./when.ts";

/** `add`: her words, from standard input, as an entry of the journal. When it happened and when it was written are two times. */
export async function add(folder: string, given: Given, world: World): Promise<ExitCode> {
  const [stated, typed] = [given.text("zone"), given.text("when")];
  const device = deviceZone(world.now());
  const zone = stated === undefined ? device.zone : parseZone(stated);
  if (zone === undefined)
    return refuseVault(
      { says: `--zone ${stated ?? ""}: no such time zone. Write it like Europe/London, UTC or +01:00.`, isUsage: true },
      world,
    );
  if (stated === undefined && typed !== undefined && !device.isNamed)
    return refuseVault(
      {
        says: "this machine does not say in which time zone it is. Name that of --when with --zone, like --zone Europe/London.",
        isUsage: true,
      },
      world,
    );
  const happened = typed === undefined ? undefined : parseWhen(typed, zone);
  if (happened?.ok === false) return refuseVault({ says: happened.error, isUsage: true }, world);
  const opened = await openFolder(folder, given, world, () => readWords(world));
  if (!opened.ok) return refuseVault(opened.error, world);
  const { vault, beside: words } = opened.value;
  try {
    const line = lineWith(words, { zone: device.zone, world, ...(happened && { happened: happened.value }) });
    const wrong = whyNotTaken(line(1));
    if (wrong !== undefined) return refuseVault({ says: wrong }, world);
    const clock = parseZone(happened?.value.zone ?? zone.name) ?? zone;
    if (happened && lastWallMs(happened.value) > wallMsAt(clock, world.now()))
      world.terminal.say("The time after --when is ahead of the clock of this machine. It is kept as you wrote it.");
    const added = await addLine(vault, line);
    if (!added.ok) return refuseVault(refusalOf(added.error), world);
    await world.terminal.write(given.isSet("json") ? `${JSON.stringify({ counter: added.value })}\n` : `${added.value}\n`);
    if (!device.isNamed)
      world.terminal.say(
        `This machine does not say in which time zone it is. That you wrote it at ${instantToIso(world.now())} is kept, in ${device.zone.name}.`,
      );
    await joinSegments(vault);
    return exitCode.done;
  } finally {
    await opened.value.close();
  }
}

async function readWords(world: World): Promise<string> {
  // Her words are hers to see while she types them.
  const typed = await (isTypedIn() ? aloud(() => askForWords(world)) : readStandardInput(world.signal));
  return typed.replaceAll("\r\n", "\n").trim();
}

function askForWords({ terminal, signal }: World): Promise<string> {
  terminal.say("Write what happened, in your own words. End with Ctrl+D on a line of its own.");
  return readStandardInput(signal);
}

/** The line for each number, without its line feed. */
function lineWith(
  words: string,
  { zone, world, happened }: { readonly zone: Zone; readonly world: World; readonly happened?: HappenedAt },
): (counter: number) => string {
  const written = { at: world.now(), zone: zone.name, by: "self" } as const;
  return (counter) => journalLineToJson({ counter, line: "entry", written, words, ...(happened && { happened }) }).trimEnd();
}

/** Why a line is none that a journal takes, in a sentence; undefined where it is one. */
function whyNotTaken(line: string): string | undefined {
  const read = parseJournalLine(line);
  const error = read.ok ? "" : read.error;
  if (error.includes("words is blank")) return "there were no words on standard input. Nothing was written.";
  if (error.includes("words is longer"))
    return "this is longer than one entry can be (20,000 letters). Nothing was written. Write it in two, or bring it in as a file.";
  // What stands for bytes that are no letters: what she wrote would be kept otherwise than she wrote it.
  if (line.includes("\uFFFD")) return "this is no text in UTF-8. Nothing was written. Save it as UTF-8, or bring it in as a file.";
  if (error.includes("words holds a control"))
    return "this is no plain text: there are control characters in it. Nothing was written. Bring it in as a file instead.";
  return read.ok ? undefined : `this is not taken as an entry: ${error}. Nothing was written.`;
}
