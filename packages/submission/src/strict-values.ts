import { type ReadValue, type Sha256, fault, isBlank, isPlainText, parseSha256, parsed, text } from "@unmask/core";
import { isRecipient } from "@unmask/seal";

/** Values that stand in several documents of this room. */

/** A text that can be seen, at most so many UTF-16 units; the limit keeps one text from filling what others need. */
export function textUpTo(longest: number): ReadValue<string> {
  return (value, path) => {
    const written = text(value, path);
    if (isBlank(written)) return fault(path, "is blank: leave it out, and it is unsaid");
    if (!isPlainText(written)) return fault(path, "has characters that are no text");
    return written.length > longest ? fault(path, `is longer than ${longest} characters: shorten it`) : written;
  };
}

/** One of a few words; the error names all of them, for whoever writes the file by hand. */
export function oneOfNamed<T extends string>(values: readonly T[]): ReadValue<T> {
  return (value, path) => values.find((one) => one === value) ?? fault(path, `is none of: ${values.join(", ")}`);
}

/** 32 lower-case hexadecimal digits: the id of a letter, a force or a message. */
export const idFromJson: ReadValue<string> = parsed((written) => (/^[0-9a-f]{32}$/.test(written) ? written : undefined), "id of 32 digits");

/** A SHA-256 in its one spelling, lower-case. */
export const hashFromJson: ReadValue<Sha256> = parsed((written) => {
  const hash = parseSha256(written);
  return hash === written ? hash : undefined;
}, "SHA-256 in 64 lower-case digits");

/** An X25519 recipient of age. */
export const recipientFromJson: ReadValue<string> = parsed((written) => (isRecipient(written) ? written : undefined), "recipient age1…");
