import { list, object, readStrictly, text } from "@unmask/core";
import { bytesToText, textToBytes } from "@unmask/seal";
import { parseJson } from "./book.ts";

/**
 * The ordinary notes that the second passphrase opens (docs/formats/vault.md, "Keys"): the plaintext of `notes.age`. It is always as long, so that
 * nobody sees whether there is one.
 */

/** One of them. */
export interface OrdinaryNote {
  /** The device's clock: `2026-10-04T21:14:05.123Z`. */
  readonly at: string;
  readonly words: string;
}

/** Bytes of the plaintext, whatever is in it. */
const size = 65_536;

/** Writes the plaintext, filled up with blanks; undefined where the notes do not fit. */
export function writeOrdinaryNotes(notes: readonly OrdinaryNote[]): Uint8Array | undefined {
  const written = textToBytes(JSON.stringify({ notes: notes.map(({ at, words }) => ({ at, words })) }));
  if (written.length > size) return undefined;
  const whole = new Uint8Array(size).fill(0x20);
  whole.set(written);
  return whole;
}

/** Reads the plaintext; undefined where it is none. */
export function parseOrdinaryNotes(bytes: Uint8Array): readonly OrdinaryNote[] | undefined {
  if (bytes.length !== size) return undefined;
  const read = readStrictly(
    parseJson(bytesToText(bytes) ?? ""),
    "notes",
    object((whole) => whole.must("notes", list(object((note) => ({ at: note.must("at", text), words: note.must("words", text) }))))),
  );
  return read.ok ? read.value : undefined;
}
