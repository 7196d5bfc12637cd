import { mendWindows1252 } from "../scan/windows-1252.ts";

/** Text made from bytes. `isDoubtful`: some of it is a guess, or stands as U+FFFD. */
export interface DecodedText {
  readonly text: string;
  readonly isDoubtful: boolean;
}

/** Longest name of an encoding that is looked up, against a header of megabytes. */
const longestLabel = 64;

/** Names that mail programs write and browsers do not know. UTF-7 (RFC 2152) is no encoding of theirs at all. */
const aliases: ReadonlyMap<string, string> = new Map([
  ["utf7", "utf-7"],
  ["unicode11utf7", "utf-7"],
  ["unicode20utf7", "utf-7"],
  ["iso88598i", "iso-8859-8-i"],
  ["iso88598e", "iso-8859-8"],
  ["iso2022jp1", "iso-2022-jp"],
  ["iso2022jp2", "iso-2022-jp"],
  ["iso2022jp", "iso-2022-jp"],
  ["shiftjis", "shift_jis"],
  ["cp932", "shift_jis"],
  ["mskanji", "shift_jis"],
  ["cp936", "gbk"],
  ["eucjp", "euc-jp"],
  ["euckr", "euc-kr"],
  ["cp949", "euc-kr"],
  ["uhc", "euc-kr"],
  ["cp950", "big5"],
  ["cp874", "windows-874"],
  ["tis620", "windows-874"],
]);
/** Encodings that promise ASCII and nothing else. */
const asciiLabels: ReadonlySet<string> = new Set(["", "us-ascii", "ascii", "ansi_x3.4-1968", "7bit", "8bit", "unknown-8bit", "default"]);

const utf8 = new TextDecoder("utf-8");
const strictUtf8 = new TextDecoder("utf-8", { fatal: true });
const windows1252 = new TextDecoder("windows-1252");
const decoderByLabel = new Map<string, TextDecoder>();

/**
 * Decodes bytes of a mail in the encoding that it names. Where it names none, or ASCII, bytes beyond ASCII are UTF-8 if they can be, else
 * Windows-1252, which is then doubtful; so is everything in an encoding that nobody knows.
 */
export function decodeCharset(bytes: Uint8Array, label: string | undefined): DecodedText {
  const name = (label ?? "").trim().toLowerCase();
  if (asciiLabels.has(name)) return decodeRaw(bytes);
  const decoder = decoderOf(name);
  if (decoder === "utf-7") return decodeUtf7(utf8.decode(bytes));
  if (decoder === undefined) return { text: mendWindows1252(windows1252.decode(bytes)), isDoubtful: true };
  const text = mendWindows1252(decoder.decode(bytes));
  return { text, isDoubtful: text.includes("\uFFFD") };
}

/** Bytes whose encoding nobody named: in a header they are against the older standard, and UTF-8 by the newer (RFC 6532). */
export function decodeRaw(bytes: Uint8Array): DecodedText {
  const text = utf8.decode(bytes);
  if (!text.includes("\uFFFD") || isUtf8(bytes)) return { text: mendWindows1252(text), isDoubtful: false };
  return { text: mendWindows1252(windows1252.decode(bytes)), isDoubtful: true };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strictUtf8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function decoderOf(name: string): TextDecoder | "utf-7" | undefined {
  if (name.length > longestLabel) return undefined;
  const known = decoderByLabel.get(name);
  if (known !== undefined) return known;
  const bare = name.replace(/^(?:x-ms-|x-|cs)/, "").replace(/[\s._-]+/g, "");
  const alias = aliases.get(bare.replace(/^(?:windows|ms|ibm)(?=\d)/, "cp"));
  if (alias === "utf-7") return alias;
  const decoder = createDecoder(name) ?? createDecoder(alias ?? bare);
  if (decoder !== undefined) decoderByLabel.set(name, decoder);
  return decoder;
}

function createDecoder(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}

const base64Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** UTF-7 (RFC 2152): ASCII, with stretches of UTF-16 as base64 between `+` and the first character that is none of it; a `-` there is eaten. */
export function decodeUtf7(written: string): DecodedText {
  let isDoubtful = /[^\0-\x7F]/.test(written);
  const text = written.replace(/\+([A-Za-z0-9+/]*)(-?)/g, (whole, base64: string, end: string) => {
    if (base64 === "") {
      if (end === "") isDoubtful = true;
      return end === "" ? whole : "+";
    }
    const units = utf16Of(base64);
    if (units === undefined) isDoubtful = true;
    return units ?? whole;
  });
  return { text, isDoubtful: isDoubtful || /\p{Surrogate}/u.test(text) };
}

/** Undefined when the stretch does not end with whole units and zero bits. */
function utf16Of(base64: string): string | undefined {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const character of base64) {
    held = ((held << 6) | base64Alphabet.indexOf(character)) & 0x3f_ffff;
    bits += 6;
    if (bits < 16) continue;
    bits -= 16;
    text += String.fromCharCode((held >> bits) & 0xffff);
  }
  const rest = held & ((1 << bits) - 1);
  return text === "" || bits >= 6 || rest !== 0 ? undefined : text;
}
