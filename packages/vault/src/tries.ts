import { type Instant, count, instantFromIso, instantToIso, list, object, parsed, readStrictly } from "@unmask/core";
import { bytesToText, textToBytes } from "@unmask/seal";
import { type Folder, piece, readSmall } from "./folder.ts";
import { layout, longestPlain, partOf } from "./layout.ts";
import { parseJson } from "./book.ts";

/**
 * What was tried since the last opening. Wrong passphrases slow down who guesses on the device; whoever copied the folder they do not. Nothing is erased.
 * All moments are by the device's clock.
 */
export interface Tries {
  /** Wrong passphrases. */
  readonly wrong: number;
  /** When the last wrong one was. */
  readonly last?: Instant;
  /** When the second passphrase opened the ordinary notes, the newest last. */
  readonly opened?: readonly Instant[];
}

/** The longest wait between two tries, in milliseconds. */
const longestWait = 300_000;
/** The wait after the first wrong one. */
const firstWait = 1_000;
/** Doubled so often it is longer than the longest. */
const mostDoublings = 9;
/** So many openings of the ordinary notes are kept, the newest: somebody who opens them for hours fills nothing. */
const mostOpened = 50;

/** Reads `tries.json`; undefined where there were none. */
export async function readTries(folder: Folder): Promise<Tries | "altered" | undefined> {
  if ((await folder.kindAt(layout.tries)) === "other") return "altered";
  const source = await folder.open(layout.tries);
  if (source === undefined) return undefined;
  if (source.size > longestPlain) return "altered";
  const written = bytesToText((await readSmall(folder, layout.tries, longestPlain)) ?? new Uint8Array());
  const read = readStrictly(
    parseJson(written ?? ""),
    "tries",
    object(({ must, may }) => ({
      wrong: must("wrong", count),
      ...may("last", parsed(instantFromIso, "moment")),
      ...may("opened", list(parsed(instantFromIso, "moment"))),
    })),
  );
  return read.ok && written === writeTries(read.value) ? read.value : "altered";
}

/**
 * How long the next try waits, in milliseconds: 1 s after the first wrong one, then twice as long each time. A clock that was set back waits no longer
 * than the longest wait. A file that does not read holds nobody up: whoever could change it could have taken it away.
 */
export function waitBeforeTry(tries: Tries | "altered" | undefined, now: Instant): number {
  if (tries === undefined || tries === "altered" || tries.last === undefined) return 0;
  const wait = Math.min(longestWait, firstWait * 2 ** Math.min(tries.wrong - 1, mostDoublings));
  return Math.max(0, Math.min(wait, tries.last + wait - now));
}

/** Notes one more wrong passphrase, on the disk, before it is told so. */
export async function noteWrongTry(folder: Folder, now: Instant): Promise<Tries> {
  const before = await triesBefore(folder);
  return keepTries(folder, { ...before, wrong: before.wrong + 1, last: now });
}

/** Notes that the second passphrase opened the ordinary notes: wrong tries stay as they were. */
export async function noteOrdinaryOpening(folder: Folder, now: Instant): Promise<Tries> {
  const before = await triesBefore(folder);
  return keepTries(folder, { ...before, opened: [...(before.opened ?? []), now].slice(-mostOpened) });
}

/** Forgets them: the vault was opened. */
export async function forgetTries(folder: Folder): Promise<void> {
  if ((await folder.kindAt(layout.tries)) === "file") await folder.remove(layout.tries);
}

async function triesBefore(folder: Folder): Promise<Tries> {
  const before = await readTries(folder);
  return before === undefined || before === "altered" ? { wrong: 0 } : before;
}

async function keepTries(folder: Folder, tries: Tries): Promise<Tries> {
  // Something in their place that is no file holds nobody up, and is told of by the check.
  if ((await folder.kindAt(layout.tries)) === "other") return tries;
  await folder.write(partOf(layout.tries), piece(textToBytes(writeTries(tries))));
  await folder.move(partOf(layout.tries), layout.tries);
  return tries;
}

function writeTries({ wrong, last, opened }: Tries): string {
  const kept = {
    wrong,
    ...(last !== undefined && { last: instantToIso(last) }),
    ...(opened && { opened: opened.map((one) => instantToIso(one)) }),
  };
  return `${JSON.stringify(kept)}\n`;
}
