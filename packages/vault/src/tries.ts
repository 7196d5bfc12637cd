import { type Instant, count, instantFromIso, instantToIso, object, parsed, readStrictly } from "@unmask/core";
import { bytesToText, textToBytes } from "@unmask/seal";
import { type Folder, piece, readSmall } from "./folder.ts";
import { layout, longestPlain, partOf } from "./layout.ts";
import { parseJson } from "./book.ts";

/** Wrong passphrases since the last opening. They slow down who guesses on the device; whoever copied the folder they do not. Nothing is erased. */
export interface Tries {
  readonly wrong: number;
  /** When the last one was, by the device's clock. */
  readonly last: Instant;
}

/** The longest wait between two tries, in milliseconds. */
const longestWait = 300_000;
/** The wait after the first wrong one. */
const firstWait = 1_000;
/** Doubled so often it is longer than the longest. */
const mostDoublings = 9;

/** Reads `tries.json`; undefined where there were none. */
export async function readTries(folder: Folder): Promise<Tries | "altered" | undefined> {
  const source = await folder.open(layout.tries);
  if (source === undefined) return undefined;
  if (source.size > longestPlain) return "altered";
  const written = bytesToText((await readSmall(folder, layout.tries, longestPlain)) ?? new Uint8Array());
  const read = readStrictly(
    parseJson(written ?? ""),
    "tries",
    object(({ must }) => ({ wrong: must("wrong", count), last: must("last", parsed(instantFromIso, "moment")) })),
  );
  return read.ok && written === writeTries(read.value) ? read.value : "altered";
}

/**
 * How long the next try waits, in milliseconds: 1 s after the first wrong one, then twice as long each time. A clock that was set back waits no longer
 * than the longest wait. A file that does not read holds nobody up: whoever could change it could have taken it away.
 */
export function waitBeforeTry(tries: Tries | "altered" | undefined, now: Instant): number {
  if (tries === undefined || tries === "altered" || tries.wrong === 0) return 0;
  const wait = Math.min(longestWait, firstWait * 2 ** Math.min(tries.wrong - 1, mostDoublings));
  return Math.max(0, Math.min(wait, tries.last + wait - now));
}

/** Notes one more wrong passphrase, on the disk, before it is told so. */
export async function noteWrongTry(folder: Folder, now: Instant): Promise<Tries> {
  const before = await readTries(folder);
  const tries = { wrong: (before === undefined || before === "altered" ? 0 : before.wrong) + 1, last: now };
  await folder.write(partOf(layout.tries), piece(textToBytes(writeTries(tries))));
  await folder.move(partOf(layout.tries), layout.tries);
  return tries;
}

/** Forgets them: the vault was opened. */
export function forgetTries(folder: Folder): Promise<void> {
  return folder.remove(layout.tries);
}

function writeTries({ wrong, last }: Tries): string {
  return `${JSON.stringify({ wrong, last: instantToIso(last) })}\n`;
}
