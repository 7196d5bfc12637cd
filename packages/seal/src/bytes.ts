/**
 * Bytes as text and back, strictly: each value has one spelling, and every other spelling is refused. That is what makes a flipped
 * character in a seal a refusal and never "the same bytes written differently".
 */

/** One array holding the parts in order, for parts that are written out. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  return concatAll(parts);
}

/** One array holding the parts of a list in order, however long the list is. */
export function concatAll(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Whether two byte strings are equal, in time that depends on the length alone. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (const [index, byte] of a.entries()) difference |= byte ^ (b[index] ?? 0);
  return difference === 0;
}

/** Bytes of a text in UTF-8. */
export function textToBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Text of UTF-8 bytes, a byte-order mark kept as a character; undefined when the bytes are not well-formed UTF-8. */
export function bytesToText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const hexPairs: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Lower-case hexadecimal. */
export function bytesToHex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += hexPairs[byte] ?? "";
  return text;
}

/** Reads lower-case hexadecimal, two digits a byte; undefined for anything else. */
export function hexToBytes(text: string): Uint8Array | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return undefined;
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(text.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}

const base64Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/** The letters as ASCII, and of each ASCII letter its value; a letter that is none has bits that no value has. */
const base64Letters: Uint8Array = Uint8Array.from(base64Alphabet, (letter) => letter.charCodeAt(0));
const noLetter = 0xff;
const base64Values: Uint8Array = new Uint8Array(128).fill(noLetter);
for (const [value, letter] of base64Letters.entries()) base64Values[letter] = value;

/** Base64 with padding, in one line (RFC 4648 section 4). */
export function bytesToBase64(bytes: Uint8Array): string {
  const letters = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill("=".charCodeAt(0));
  const letter = (value: number): number => base64Letters[value & 63] ?? 0;
  for (let at = 0, to = 0; at < bytes.length; at += 3, to += 4) {
    const left = bytes.length - at;
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    letters[to] = letter(word >> 18);
    letters[to + 1] = letter(word >> 12);
    if (left > 1) letters[to + 2] = letter(word >> 6);
    if (left > 2) letters[to + 3] = letter(word);
  }
  return new TextDecoder().decode(letters);
}

/**
 * Reads base64 in its canonical spelling alone: padded, one line, no blank, the unused bits of the last character zero (RFC 4648 sections
 * 3.2 to 3.5). Undefined for anything else. Four letters at a time from a table.
 */
export function base64ToBytes(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  const valueAt = (index: number): number => base64Values[text.charCodeAt(index)] ?? noLetter;
  const whole = padding === 0 ? text.length : text.length - 4;
  let to = 0;
  for (let at = 0; at < whole; at += 4) {
    const one = valueAt(at);
    const two = valueAt(at + 1);
    const three = valueAt(at + 2);
    const four = valueAt(at + 3);
    if ((one | two | three | four) > 63) return undefined;
    bytes[to++] = (one << 2) | (two >> 4);
    bytes[to++] = (two << 4) | (three >> 2);
    bytes[to++] = (three << 6) | four;
  }
  if (padding === 0) return bytes;
  const [one, two, three] = [valueAt(whole), valueAt(whole + 1), padding === 1 ? valueAt(whole + 2) : 0];
  if ((one | two | three) > 63) return undefined;
  bytes[to++] = (one << 2) | (two >> 4);
  if (padding === 1) bytes[to++] = (two << 4) | (three >> 2);
  const unused = padding === 1 ? three & 3 : two & 15;
  return unused === 0 ? bytes : undefined;
}

/** Base64 without padding, as age writes it in a header (C2SP age.md). */
export function bytesToRawBase64(bytes: Uint8Array): string {
  return bytesToBase64(bytes).replace(/=+$/, "");
}

/** Reads base64 without padding in its canonical spelling alone; undefined for anything else. */
export function rawBase64ToBytes(text: string): Uint8Array | undefined {
  return text.includes("=") ? undefined : base64ToBytes(text + "=".repeat((4 - (text.length % 4)) % 4));
}
