import { type ReadValue, count, object, parsed, readStrictly, text } from "@unmask/core";
import { bookOf, bytesToText, isRecipient, textToBytes } from "@unmask/seal";

/** What `book.json` says: that this is a vault, and to whom everything in it is sealed. */
export interface Book {
  /** Four letters that tie paper and copy to it, and open nothing. */
  readonly book: string;
  /** `age1…` */
  readonly recipient: string;
}

/** Why a `book.json` is not taken. */
export type BookFault = "newer-format" | "altered";

const version = 1;

/** Writes `book.json`. */
export function writeBook(recipient: string): Uint8Array {
  return textToBytes(`${JSON.stringify({ kind: "notes", version, book: bookOf(recipient), recipient })}\n`);
}

/** Reads `book.json` in its one spelling; of a later version that it is one, and nothing else. */
export function readBook(bytes: Uint8Array): Book | BookFault {
  const written = bytesToText(bytes);
  const value = written === undefined ? undefined : parseJson(written);
  if (isLater(value)) return "newer-format";
  const read = readStrictly(value, "book", bookFields);
  return read.ok && written === bytesToText(writeBook(read.value.recipient)) ? read.value : "altered";
}

const bookFields: ReadValue<Book> = object(({ must }) => {
  must("kind", text);
  must("version", count);
  return {
    book: must("book", text),
    recipient: must(
      "recipient",
      parsed((one) => (isRecipient(one) ? one : undefined), "recipient"),
    ),
  };
});

/** Whether a value is a book of a version that is not known here. */
function isLater(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("kind" in value && "version" in value)) return false;
  return value.kind === "notes" && typeof value.version === "number" && value.version > version;
}

/** The value of a JSON text; undefined where it is none. */
export function parseJson(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}
