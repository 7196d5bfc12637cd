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
const base64Values: ReadonlyMap<string, number> = new Map(Array.from(base64Alphabet, (letter, value) => [letter, value]));

/** Base64 with padding, in one line (RFC 4648 section 4). */
export function bytesToBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += base64Alphabet.charAt(word >> 18) + base64Alphabet.charAt((word >> 12) & 63);
    text += left > 1 ? base64Alphabet.charAt((word >> 6) & 63) : "=";
    text += left > 2 ? base64Alphabet.charAt(word & 63) : "=";
  }
  return text;
}

/**
 * Reads base64 in its canonical spelling alone: padded, one line, no blank, the unused bits of the last character zero (RFC 4648 sections
 * 3.2 to 3.5). Undefined for anything else.
 */
export function base64ToBytes(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  const letters = text.length - padding;
  let word = 0;
  let bits = 0;
  let at = 0;
  for (let index = 0; index < letters; index++) {
    const value = base64Values.get(text.charAt(index));
    if (value === undefined) return undefined;
    word = ((word << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (word >> bits) & 0xff;
    }
  }
  const unused = word & ((1 << bits) - 1);
  return unused === 0 ? bytes : undefined;
}
