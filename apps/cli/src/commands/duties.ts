import { dutiesInSentences, dutiesOfOrder, dutiesToJson, longestDutiesFile, readDutiesFile } from "@unmask/case";
import { type Instant, type Result, failed, msPerMinute, ok, parseInstant, parseIsoStamp, wallToUtcMs } from "@unmask/core";
import { registerLawOf } from "@unmask/law";
import { bytesToText } from "@unmask/seal";
import { parseArguments } from "../arguments.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { readTextBytes } from "../ports/named-file.ts";
import type { World } from "../world.ts";
import { refuseUsage } from "./refuse.ts";

/** `unmask duties FILE --at INSTANT [--json]`: what is due under an order, when and why (docs/formats/duties.md). Nothing is stored or sent. */
export async function duties(args: readonly string[], world: World): Promise<ExitCode> {
  const given = parseArguments(args, { at: "text", json: "yes" });
  if (!given.ok) return refuseUsage(world, given.error);
  const [path, ...more] = given.value.words;
  if (path === undefined || more.length > 0) return refuseUsage(world, "duties takes one FILE.");
  const at = parseAt(given.value.text("at"));
  if (!at.ok) return refuseUsage(world, at.error);
  const bytes = await readTextBytes(path, world.signal);
  if (bytes === undefined) return refuseUsage(world, "there is no file at FILE. Look at how its path is written.");
  const file = readBytes(bytes);
  if (!file.ok) return refuseUsage(world, `${file.error}. docs/formats/duties.md says what may stand there.`);
  const law = registerLawOf(file.value.jurisdiction);
  if (!law) throw new Error("a file of a jurisdiction without a register was read");
  const worked = dutiesOfOrder(file.value, law, at.value);
  await world.terminal.write(given.value.isSet("json") ? `${dutiesToJson(worked)}\n` : dutiesInSentences(worked));
  return exitCode.done;
}

/** The bytes of a file. What is refused has its line, as in text. */
function readBytes(bytes: Uint8Array): ReturnType<typeof readDutiesFile> {
  if (bytes.length > longestDutiesFile) return failed("line 1: the file is longer than 1 MiB");
  const text = bytesToText(bytes);
  return text === undefined ? failed(`line ${lineWithoutText(bytes)}: the file is no UTF-8`) : readDutiesFile(text);
}

/** The first line, from 1, that is no UTF-8: no sign of it holds the byte that ends a line. */
function lineWithoutText(bytes: Uint8Array): number {
  const newLine = 0x0a;
  let line = 1;
  for (let start = 0; ; line += 1) {
    const end = bytes.indexOf(newLine, start);
    if (end < 0 || bytesToText(bytes.subarray(start, end)) === undefined) return line;
    start = end + 1;
  }
}

/** An instant: without an offset it could be either of two where the clock goes back. */
function parseAt(text: string | undefined): Result<Instant, string> {
  if (text === undefined) return failed("give --at INSTANT, for which it is worked out, like --at 2026-11-30T09:00:00Z.");
  const stamp = parseIsoStamp(text);
  const instant =
    stamp?.offsetMinutes === undefined ? undefined : parseInstant(wallToUtcMs(stamp.wall) - stamp.offsetMinutes * msPerMinute);
  return instant === undefined
    ? failed("--at: write an instant that exists, with Z or an offset, like 2026-11-30T09:00:00Z.")
    : ok(instant);
}
