import { type ReadValue, type Result, failed, object, ok, orNull, readDocument, text, list } from "@unmask/core";
import { type ForcePin, type ForceSet, forcePinFromJson, pinOf } from "@unmask/submission";
import { readOwnFile, writeOwnFile } from "../ports/home.ts";

/** The signer of each force that was written to, kept in the program's own folder (docs/formats/force-set.md). */

/** What is kept of a force, and the origin that served its set; null: a file did. */
export interface KnownForce {
  readonly origin: string | null;
  readonly pin: ForcePin;
}

const pinsFile = "forces.json";
/** UTF-16 units of the file: hundreds of forces. */
const longestPins = 1024 * 1024;

const knownFromJson: ReadValue<readonly KnownForce[]> = list(
  object((fields) => ({ origin: fields.must("origin", orNull(text)), pin: fields.must("pin", forcePinFromJson) })),
);

/** All forces that were written to. */
export async function readPins(): Promise<Result<readonly KnownForce[], string>> {
  const json = await readOwnFile(pinsFile);
  if (json === undefined) return ok([]);
  const known = readDocument(json, { what: pinsFile, longest: longestPins }, knownFromJson);
  return known.ok
    ? known
    : failed(`the list of forces in your own folder cannot be read (${known.error}). Put it aside, and compare the signer anew.`);
}

/** What is known of a force: by the origin that serves its set, else by its id. */
export function pinFor(known: readonly KnownForce[], origin: string | null, force: string): ForcePin | undefined {
  const here = known.find((one) => origin !== null && one.origin === origin);
  return (here ?? known.find((one) => one.pin.force === force))?.pin;
}

/** Keeps what a verified set says, in place of what was kept for its force or its origin. Gives why it is not kept. */
export async function keepPin(known: readonly KnownForce[], origin: string | null, set: ForceSet): Promise<string | undefined> {
  const before = known.find((one) => one.pin.force === set.force);
  const others = known.filter((one) => one.pin.force !== set.force && (origin === null || one.origin !== origin));
  const kept: KnownForce = { origin: origin ?? before?.origin ?? null, pin: pinOf(set) };
  return writeOwnFile(pinsFile, `${JSON.stringify([...others, kept], undefined, 1)}\n`);
}
