/** Of a sealed file (docs/formats/envelope.md). Whatever else is sent would never open, and she would think that it was read. */
const begins = "age-encryption.org/v1\n";

/** Bytes that are looked at. */
export const packBegins: number = begins.length;

/** Whether a file begins as a sealed pack does, whatever its name is. */
export function beginsAsPack(bytes: Uint8Array): boolean {
  return Array.from(begins).every((sign, at) => bytes[at] === sign.charCodeAt(0));
}

/** Told where a chosen file is none: by its content, as its name may well end in .age. */
export const noPack = "This file is no sealed pack. Choose another, or send your words alone.";
