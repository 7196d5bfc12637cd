import { type DecodedText, decodeCharset } from "./charset.ts";

/** Encoded words (RFC 2047): `=?UTF-8?Q?caf=C3=A9?=` in a subject, a name or the name of a file. */

interface EncodedWord {
  readonly charset: string;
  readonly encoding: string;
  readonly encoded: string;
}

/** Decodes the encoded words of a header and leaves the rest as it stands. Blanks between two encoded words are no part of the text. */
export function decodeWords(text: string): DecodedText {
  if (!text.includes("=?")) return { text, isDoubtful: false };
  const parts = partsOf(text);
  // A character may be cut in two by the border of two words, so they are joined; where that spoils one, each stands for itself.
  const joined = rendered(parts, true);
  return joined.isDoubtful ? better(joined, rendered(parts, false)) : joined;
}

function better(joined: DecodedText, apart: DecodedText): DecodedText {
  return apart.isDoubtful ? joined : apart;
}

function partsOf(text: string): readonly (string | EncodedWord)[] {
  const parts: (string | EncodedWord)[] = [];
  let at = 0;
  for (const match of text.matchAll(/=\?([^?\s]+)\?([QqBb])\?([^?]*)\?=/g)) {
    const between = text.slice(at, match.index);
    const isSeparator = parts.length > 0 && typeof parts.at(-1) !== "string" && /^[ \t\r\n]*$/.test(between);
    if (between !== "" && !isSeparator) parts.push(between);
    // RFC 2231, section 5: a language may follow the encoding.
    parts.push({ charset: match[1]?.split("*")[0] ?? "", encoding: (match[2] ?? "").toUpperCase(), encoded: match[3] ?? "" });
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}

function rendered(parts: readonly (string | EncodedWord)[], joins: boolean): DecodedText {
  let text = "";
  let isDoubtful = false;
  let open: EncodedWord | undefined;
  const flush = (): void => {
    if (open === undefined) return;
    const decoded = decodeCharset(bytesOf(open), open.charset);
    text += decoded.text;
    isDoubtful ||= decoded.isDoubtful;
    open = undefined;
  };
  for (const part of parts) {
    if (typeof part === "string") {
      flush();
      text += part;
    } else if (joins && open !== undefined && canJoin(open, part)) open = { ...open, encoded: open.encoded + part.encoded };
    else {
      flush();
      open = part;
    }
  }
  flush();
  return { text, isDoubtful };
}

function canJoin(left: EncodedWord, right: EncodedWord): boolean {
  if (left.charset !== right.charset || left.encoding !== right.encoding) return false;
  return left.encoding === "Q" || (left.encoded.length % 4 === 0 && !left.encoded.endsWith("="));
}

function bytesOf({ encoding, encoded }: EncodedWord): Uint8Array {
  const bytes = new TextEncoder().encode(encoding === "Q" ? encoded.replaceAll("_", " ").replace(/=\s+(?=[0-9A-Fa-f])/g, "=") : encoded);
  return encoding === "Q" ? decodeQuoted(bytes) : decodeBase64(bytes);
}

/** `=C3` is a byte (RFC 2045, section 6.7); what looks otherwise stands for itself. */
function decodeQuoted(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let size = 0;
  for (let i = 0; i < bytes.length; i++) {
    const value = bytes[i] === 0x3d ? hexByte(bytes, i + 1) : -1;
    out[size++] = value < 0 ? (bytes[i] ?? 0) : value;
    if (value >= 0) i += 2;
  }
  return out.subarray(0, size);
}

/** The byte that two hexadecimal digits write; negative when they are none. */
export function hexByte(bytes: Uint8Array, at: number): number {
  const high = hexValues[bytes[at] ?? 0] ?? 0xff;
  const low = hexValues[bytes[at + 1] ?? 0] ?? 0xff;
  return high > 15 || low > 15 ? -1 : (high << 4) | low;
}

/** Base64 (RFC 2045, section 6.8): other characters are passed over, a `=` ends a stretch, and another may follow. */
export function decodeBase64(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.ceil((bytes.length * 3) / 4) + 3);
  let size = 0;
  let held = 0;
  let count = 0;
  const flush = (): void => {
    if (count >= 2) out[size++] = (held << (6 * (4 - count))) >> 16;
    if (count === 3) out[size++] = ((held << 6) >> 8) & 0xff;
    held = 0;
    count = 0;
  };
  for (let i = 0; i < bytes.length; i++) {
    const value = base64Values[bytes[i] ?? 0] ?? 0xff;
    if (value === padding) flush();
    else if (value < 64) {
      held = (held << 6) | value;
      if (++count < 4) continue;
      out[size++] = held >> 16;
      out[size++] = held >> 8;
      out[size++] = held;
      held = 0;
      count = 0;
    }
  }
  flush();
  return out.subarray(0, size);
}

const padding = 64;
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";
const base64Values = new Uint8Array(256).fill(0xff);
for (let i = 0; i < alphabet.length; i++) base64Values[alphabet.charCodeAt(i)] = i;
const hexValues = new Uint8Array(256).fill(0xff);
for (let i = 0; i < 16; i++) {
  hexValues[i.toString(16).charCodeAt(0)] = i;
  hexValues[i.toString(16).toUpperCase().charCodeAt(0)] = i;
}
