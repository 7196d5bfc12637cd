import { type Result, failed, ok } from "@unmask/core";
import { bytesToText, textToBytes } from "@unmask/seal";

/**
 * JSON in one of a few sizes: the document, then blanks (docs/formats/submission.md, "Padding"). Each document has one size, the smallest that
 * holds it, so that the size of what is sealed says as little as can be.
 */

const blank = 0x20;

/** A document in the smallest of the sizes that holds it; undefined when none does. Sizes in bytes, rising. */
export function padJson(json: string, sizes: readonly number[]): Uint8Array | undefined {
  const bytes = textToBytes(json);
  const size = sizes.find((each) => each >= bytes.length);
  if (size === undefined) return undefined;
  const padded = new Uint8Array(size).fill(blank);
  padded.set(bytes);
  return padded;
}

/** The document in padded bytes. Refused: another size than the smallest that holds it, anything but blanks behind it, and what is no UTF-8. */
export function unpadJson(bytes: Uint8Array, sizes: readonly number[]): Result<string, string> {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === blank) end -= 1;
  if (bytes.length !== sizes.find((each) => each >= end)) return failed("has a size that none of its kind has");
  const json = bytesToText(bytes.subarray(0, end));
  if (json === undefined) return failed("is no UTF-8");
  return json.startsWith("{") && json.endsWith("}") ? ok(json) : failed("does not begin and end as an object does");
}
