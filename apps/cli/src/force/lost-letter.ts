import {
  type Instant,
  type ReadValue,
  type Result,
  type Sha256,
  count,
  failed,
  list,
  msPerDay,
  object,
  ok,
  readDocument,
  sha256FromJson,
  text,
} from "@unmask/core";
import type { NotTaken } from "@unmask/corridor";
import { pause, workOut } from "@unmask/fittings-node";
import { base64ToBytes, bytesToBase64 } from "@unmask/seal";
import type { Letter } from "@unmask/submission";
import { readOwnFile, writeOwnFile } from "../ports/home.ts";
import { handInAgain } from "./hand-in-again.ts";
import { type LetterMark, markFromJson } from "./letter-mark.ts";
import type { Sending } from "./named-packs.ts";

/**
 * Letters whose answer was lost, so that nobody here can know whether the force has them. They are kept sealed, in the program's own folder, so that
 * `--resume` sends the same one and no second; their words were shown before, and stand in no file.
 */

/** A letter as it was sealed, by what it is known again, and the packs that it announces. */
export interface LostLetter {
  readonly force: string;
  readonly letter: string;
  readonly kind: string;
  readonly mark: LetterMark;
  readonly sealed: Uint8Array;
  readonly packs: Letter["packs"];
}

/** What is kept of it, and when it was written, in milliseconds since 1970. */
interface KeptLetter extends Omit<LostLetter, "sealed"> {
  readonly sealed: string;
  readonly at: number;
}

const fileName = "lost-letters.json";
/** An intake that no longer knows a letter would take it twice; it knows each for 30 days at least. */
const keptMs = 14 * msPerDay;
/** A letter has at most 350,000 characters when it is sealed and written so. */
const mostKept = 10;
/** UTF-16 units of the file. */
const longestFile = 8 * 1024 * 1024;

const packFromJson: ReadValue<{ readonly sha256: Sha256; readonly size: number; readonly bucket: number }> = object((fields) => ({
  sha256: fields.must("sha256", sha256FromJson),
  size: fields.must("size", count),
  bucket: fields.must("bucket", count),
}));

const lettersFromJson: ReadValue<readonly KeptLetter[]> = list(
  object((fields) => ({
    force: fields.must("force", text),
    letter: fields.must("letter", text),
    kind: fields.must("kind", text),
    mark: fields.must("mark", markFromJson),
    sealed: fields.must("sealed", text),
    packs: fields.must("packs", list(packFromJson)),
    at: fields.must("at", count),
  })),
);

/** Hands a sealed letter in; gives the token of each pack. `wasLost`: an earlier run handed it in, and heard no answer. */
export function handSealedIn(
  { letter, sealed, packs }: Pick<LostLetter, "letter" | "sealed" | "packs">,
  { force, ask, world }: Pick<Sending, "force" | "ask" | "world">,
  wasLost = false,
): Promise<Result<readonly string[], NotTaken>> {
  const port = { origin: force.intake, ask, workOut: (challenge: unknown) => workOut(challenge, world.signal) };
  const again = { pause: (ms: number) => pause(ms, world.signal), say: world.terminal.say, isStopped: () => world.signal.aborted, wasLost };
  return handInAgain(port, { id: letter, sealed, buckets: packs.map(({ bucket }) => bucket) }, again);
}

/** Keeps a letter whose answer was lost, and of what it says nothing that is readable. Its seven words have been shown by now. Gives why it is not kept. */
export async function keepLost({ force, letter, kind, mark, sealed, packs }: LostLetter, now: Instant): Promise<string | undefined> {
  const known = await readKept(now);
  const others = (known.ok ? known.value : []).filter((one) => one.letter !== letter);
  return writeLost([...others, { force, letter, kind, mark, sealed: bytesToBase64(sealed), packs, at: now }]);
}

/** Forgets one that is there; where it stays, it goes once more at most, and the force has it once. */
export async function forgetLost(letter: string, now: Instant): Promise<void> {
  const known = await readKept(now);
  if (known.ok) await writeLost(known.value.filter((one) => one.letter !== letter));
}

/** Those that wait, oldest first; the error says what to do. */
export async function readLost(now: Instant): Promise<Result<readonly LostLetter[], string>> {
  const known = await readKept(now);
  if (!known.ok) return known;
  return ok(
    known.value.flatMap((one) => {
      const sealed = base64ToBytes(one.sealed);
      return sealed === undefined ? [] : [{ ...one, sealed }];
    }),
  );
}

async function readKept(now: Instant): Promise<Result<readonly KeptLetter[], string>> {
  const json = await readOwnFile(fileName);
  if (json === undefined) return ok([]);
  const read = readDocument(json, { what: fileName, longest: longestFile }, lettersFromJson);
  return read.ok
    ? ok(read.value.filter(({ at }) => now - at < keptMs))
    : failed(`the list of letters without an answer in your own folder cannot be read (${read.error}). Put it aside.`);
}

function writeLost(letters: readonly KeptLetter[]): Promise<string | undefined> {
  return writeOwnFile(fileName, `${JSON.stringify(letters.slice(-mostKept))}\n`);
}
