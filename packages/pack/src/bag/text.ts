import { type Result, failed, ok } from "@unmask/core";

/** The text of a tag file in the encoding that `bagit.txt` declares (RFC 8493 §2.1.1). The error says what is wrong with it. */
export function decodeTagFile(bytes: Uint8Array, encoding: string): Result<string, string> {
  switch (encoding.toUpperCase()) {
    case "UTF-8":
      return decodeStrictly(bytes, "utf-8");
    case "UTF-16":
      // Without a mark UTF-16 is big-endian (RFC 2781 §4.3).
      return decodeStrictly(bytes, bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-16be");
    case "UTF-16BE":
      return decodeStrictly(bytes, "utf-16be");
    case "UTF-16LE":
      return decodeStrictly(bytes, "utf-16le");
    case "US-ASCII":
    case "ASCII":
      return bytes.some((byte) => byte > 0x7f) ? failed("is not ASCII") : ok(latin1(bytes));
    case "ISO-8859-1":
    case "LATIN1":
      return ok(latin1(bytes));
    default:
      return failed("is written in an encoding that this program does not read");
  }
}

/** Whether a tag file starts with a byte-order mark of UTF-8. */
export function hasUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function decodeStrictly(bytes: Uint8Array, label: string): Result<string, string> {
  try {
    return ok(new TextDecoder(label, { fatal: true }).decode(bytes));
  } catch {
    return failed(`is not valid ${label.toUpperCase()}`);
  }
}

/** Each byte is its code point. `TextDecoder("iso-8859-1")` would read windows-1252 (WHATWG Encoding §4.2). */
function latin1(bytes: Uint8Array): string {
  let text = "";
  // bounded: 8192 bytes at a time.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** The lines of a tag file, ended by LF, CR or CRLF (RFC 8493 §2.1.1); the last may lack its end. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
