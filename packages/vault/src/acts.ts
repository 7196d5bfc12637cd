import { type ReadValue, type Result, type Sha256, list, object, ok, parseSha256, parsed, readStrictly } from "@unmask/core";
import { gunzipFailureOf, gunzipSource, gzip } from "@unmask/formats";
import { bytesToText, textToBytes } from "@unmask/seal";
import { parseJson } from "./book.ts";
import { type Put, inTurn, sealedBytes, sealedPut, write } from "./deed.ts";
import { isCovered, layout, longestActs, longestReading } from "./layout.ts";
import { randomName } from "./originals.ts";
import { openSealedAtOnce, readSealed } from "./sealed-file.ts";
import { type Vault, type VaultFailure } from "./vault.ts";

/**
 * What was read of originals, so that opening does not read them again. It is derived: whoever reads says by a hash of what, and on which terms, and by
 * which readers it was read; where no reading of that hash is here, or its file is lost or altered, the originals are read anew and nothing is lost.
 * This room keeps lines of text and knows nothing of what they say.
 */

/** What was read of some originals together. */
export interface Reading {
  /** SHA-256 of all that it hangs on. */
  readonly of: Sha256;
  readonly lines: Iterable<string>;
}

interface KeptReading {
  readonly of: Sha256;
  /** `acts/….age` */
  readonly file: string;
}

/** The hashes of the readings that are here. A list that is lost or altered has none. */
export function listReadings(vault: Vault): Promise<readonly Sha256[]> {
  return inTurn(vault, async () => (await listOf(vault)).map(({ of }) => of));
}

/** The lines of a reading, one after the other. Ends early, and answers false, where its file is lost or altered; else answers true. */
export async function* linesOfReading(vault: Vault, of: Sha256): AsyncGenerator<string, boolean, undefined> {
  const source = await inTurn(vault, async () => {
    const kept = (await listOf(vault)).find((one) => one.of === of);
    const opened = kept && (await openSealedAtOnce(vault, kept.file));
    return opened?.ok === true ? opened.value : undefined;
  });
  if (source === undefined) return false;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let pieces: string[] = [];
  let length = 0;
  try {
    for await (const bytes of gunzipSource(source, longestReading)) {
      const cut = decoder.decode(bytes, { stream: true }).split("\n");
      for (const [i, part] of cut.entries()) {
        pieces.push(part);
        length += part.length;
        if (length > longestActs) return false;
        if (i === cut.length - 1) continue;
        yield pieces.join("");
        pieces = [];
        length = 0;
      }
    }
  } catch (error) {
    if (gunzipFailureOf(error) === undefined && !(error instanceof TypeError)) throw error;
    return false;
  }
  return length === 0;
}

/**
 * Keeps readings beside those of `wanted`, and lets go of all others: one write. What is packed is held in memory until it is sealed, so that nothing else
 * of hers waits while it is packed.
 */
export async function keepReadings(
  vault: Vault,
  readings: readonly Reading[],
  wanted: ReadonlySet<Sha256>,
): Promise<Result<undefined, VaultFailure>> {
  const packed = readings.map(({ of, lines }) => ({
    of,
    file: `acts/${randomName(vault)}.age`,
    pieces: [...gzip(bytesOf(lines), "fast")],
  }));
  return inTurn(vault, async () => {
    const before = await listOf(vault);
    const isNew = (of: Sha256): boolean => packed.some((one) => one.of === of);
    const stays = before.filter(({ of }) => wanted.has(of) && !isNew(of));
    if (packed.length === 0 && stays.length === before.length) return ok(undefined);
    const all = [...stays, ...packed.map(({ of, file }) => ({ of, file }))];
    const puts: Put[] = packed.map(({ file, pieces }) => sealedPut(vault, file, given(pieces)));
    const files = new Set(stays.map(({ file }) => file));
    const gone = loggedIn(vault).filter((path) => path !== layout.acts && !files.has(path));
    const listed = await clearedList(vault);
    if (!listed.ok) return listed;
    return write(vault, { puts: [...puts, sealedBytes(vault, layout.acts, textToBytes(`${JSON.stringify({ readings: all })}\n`))], gone });
  });
}

/** A list that something else has changed is taken away first: nothing is ever written over what the log does not know. */
async function clearedList(vault: Vault): Promise<Result<undefined, VaultFailure>> {
  const before = await readSealed(vault, layout.acts);
  return before.ok ? ok(undefined) : write(vault, { puts: [], gone: [layout.acts] });
}

async function listOf(vault: Vault): Promise<readonly KeptReading[]> {
  const opened = await readSealed(vault, layout.acts);
  const value = opened.ok && opened.value !== undefined ? parseJson(bytesToText(opened.value) ?? "") : undefined;
  const read = readStrictly(value, "acts", listFromJson);
  return read.ok ? read.value : [];
}

const fileFromJson: ReadValue<string> = parsed((path) => (path.startsWith("acts/") && isCovered(path) ? path : undefined), "file of acts");
const listFromJson: ReadValue<readonly KeptReading[]> = object(({ must }) =>
  must("readings", list(object((one) => ({ of: one.must("of", parsed(parseSha256, "SHA-256")), file: one.must("file", fileFromJson) })))),
);

function loggedIn(vault: Vault): readonly string[] {
  return [...vault.now.log.historyByPath].flatMap(([path, { now }]) => (now !== undefined && path.startsWith("acts/") ? [path] : []));
}

function* bytesOf(lines: Iterable<string>): Generator<Uint8Array, void, undefined> {
  for (const line of lines) yield textToBytes(`${line}\n`);
}

async function* given(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void, undefined> {
  yield* pieces;
}
