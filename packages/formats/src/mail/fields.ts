import { decodeCharset, decodeRaw } from "./charset.ts";
import { hexByte } from "./encoded-words.ts";

/** One header field (RFC 5322, section 2.2), unfolded. */
export interface MailField {
  /** Lower case. */
  readonly key: string;
  readonly value: string;
  /** Its bytes are no UTF-8: read as Windows-1252. */
  readonly isDoubtful: boolean;
}

/** What a block of headers says. */
export interface MailFields {
  readonly fields: readonly MailField[];
  /** Some line is neither a field nor the folded rest of one: what it says is added to no field but the subject. */
  readonly isDamaged: boolean;
  /** Of a block that no empty line ends: how many such lines stand at its end. They are the beginning of the text. */
  readonly trailing: number;
}

/** Longest value whose parameters are looked at. */
const longestStructured = 64 * 1024;

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** Reads a block of headers. `isEnded`: an empty line follows it. */
export function readFields(block: Uint8Array, isEnded: boolean): MailFields {
  const text = utf8.decode(block);
  const lines = text.includes("\uFFFD") ? linesOfRaw(block) : text.split("\n").map((line) => ({ text: line, isDoubtful: false }));
  if (lines.at(-1)?.text === "") lines.pop();
  const fields: { key: string; value: string; isDoubtful: boolean }[] = [];
  let stray: string[] = [];
  let isDamaged = false;
  const join = (): void => {
    const last = fields.at(-1);
    // A fold that lost its blank. Words go on in a subject; in any other field a stray line could put another name in its place.
    if (last?.key === "subject") for (const one of stray) last.value += ` ${one}`;
    stray = [];
  };
  for (const { text: line, isDoubtful } of lines) {
    const written = line.replace(/(?<!\r)\r+$/, "");
    const last = fields.at(-1);
    const first = written.charCodeAt(0);
    if ((first === 0x20 || first === 0x09) && last !== undefined && stray.length === 0) {
      last.value += written;
      last.isDoubtful ||= isDoubtful;
      continue;
    }
    const colon = written.indexOf(":");
    const key = colon < 0 ? "" : trimBlanks(written.slice(0, colon));
    if (/^[!-9;-~]+$/.test(key) && first !== 0x20 && first !== 0x09) {
      join();
      fields.push({ key: key.toLowerCase(), value: written.slice(colon + 1), isDoubtful });
    } else if (fields.length > 0 || !/^>?From /.test(written)) {
      isDamaged = true;
      stray.push(written);
    }
  }
  const trailing = isEnded ? 0 : stray.length;
  if (isEnded) join();
  return { fields: fields.map((field) => ({ ...field, value: trimBlanks(field.value.replaceAll("\r", " ")) })), isDamaged, trailing };
}

/** Some program wrote bytes that are no UTF-8: each line is decoded for itself. */
function linesOfRaw(block: Uint8Array): { text: string; isDoubtful: boolean }[] {
  const lines: { text: string; isDoubtful: boolean }[] = [];
  for (let from = 0; from < block.length;) {
    const found = block.indexOf(0x0a, from);
    const to = found < 0 ? block.length : found;
    lines.push(decodeRaw(block.subarray(from, to)));
    from = to + 1;
  }
  return lines;
}

/** RFC 5322 knows blank and tab; other blanks are characters, so that no line with one in front becomes a field. */
function trimBlanks(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return text.slice(from, to);
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09;
}

/** A value with parameters: `text/plain; charset=utf-8` (RFC 2045, section 5.1). */
export interface Structured {
  /** Lower case. */
  readonly value: string;
  /** By key in lower case, pieces and encodings joined (RFC 2231). */
  readonly parameters: ReadonlyMap<string, string>;
}

/** Reads a value with parameters. The first of two equal parameters counts. */
export function readStructured(text: string): Structured {
  const parameters = new Map<string, string>();
  let value: string | undefined;
  for (const segment of segmentsOf(text.slice(0, longestStructured))) {
    if (value === undefined) value = `${segment.key === "" ? "" : `${segment.key}=`}${segment.value}`.toLowerCase();
    else if (segment.key !== "" && !parameters.has(segment.key)) parameters.set(segment.key, segment.value);
  }
  return {
    value: value ?? "",
    parameters: [...parameters.keys()].some((key) => key.includes("*")) ? joinedParameters(parameters) : parameters,
  };
}

/**
 * A quoted text, a comment, a border, other words, or a bracket that nothing closes. Behind a backslash a comment is short: of brackets that are all
 * escaped each would be followed to the end.
 */
const structuredToken = /"(?:[^"\\]|\\.)*"?|(?<!\\)\((?:[^()\\]|\\.)*\)|(?<=\\)\((?:[^()\\]|\\.){0,64}\)|;|[^";(]+|\(/gs;

function segmentsOf(text: string): readonly { key: string; value: string }[] {
  const segments: { key: string; value: string }[] = [];
  let key: string | undefined;
  let plain = "";
  let quoted: string | undefined;
  const end = (): void => {
    segments.push({ key: (key ?? "").trim().toLowerCase(), value: quoted ?? plain.trim() });
    key = undefined;
    plain = "";
    quoted = undefined;
  };
  for (const [token] of text.matchAll(structuredToken)) {
    if (token === ";") end();
    else if (token.startsWith('"')) quoted = `${quoted ?? plain.trimStart()}${token.replace(/^"|(?<!\\)"$/g, "").replace(/\\(.)/gs, "$1")}`;
    // A parenthesis inside a value is a part of it: filename=Invoice(1).pdf
    else if (token.length > 1 && token.startsWith("(") && (key === undefined || plain === "" || /[ \t]$/.test(plain))) continue;
    else if (quoted === undefined) {
      const equals = key === undefined ? token.indexOf("=") : -1;
      if (equals >= 0) key = plain + token.slice(0, equals);
      plain = equals >= 0 ? token.slice(equals + 1) : plain + token;
    }
  }
  end();
  return segments;
}

/** `filename*0*=UTF-8''a%20; filename*1=b`: pieces in order of their numbers, those with a second star percent-encoded. */
function joinedParameters(written: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const joined = new Map<string, string>();
  const piecesByKey = new Map<string, { number: number; isEncoded: boolean; value: string }[]>();
  for (const [key, value] of written) {
    const match = /^([^*]+)\*(?:(\d{1,4})(\*?))?$/.exec(key);
    if (!match) {
      joined.set(key, value);
      continue;
    }
    const [, name = "", number, star] = match;
    const pieces = piecesByKey.get(name) ?? [];
    piecesByKey.set(name, pieces);
    pieces.push({ number: Number(number ?? 0), isEncoded: number === undefined || star === "*", value });
  }
  for (const [key, pieces] of piecesByKey) {
    pieces.sort((a, b) => a.number - b.number);
    const charset = pieces[0]?.isEncoded === true ? /^([^']*)'[^']*'/.exec(pieces[0].value) : null;
    let result = "";
    let encoded = "";
    const flush = (): void => {
      if (encoded !== "") result += decodeCharset(percentDecoded(encoded), charset?.[1] ?? "utf-8").text;
      encoded = "";
    };
    for (const [i, piece] of pieces.entries()) {
      if (piece.isEncoded) encoded += i === 0 && charset ? piece.value.slice(charset[0].length) : piece.value;
      else {
        flush();
        result += piece.value;
      }
    }
    flush();
    joined.set(key, result);
  }
  return joined;
}

function percentDecoded(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  let size = 0;
  for (let i = 0; i < bytes.length; i++) {
    const value = bytes[i] === 0x25 ? hexByte(bytes, i + 1) : -1;
    bytes[size++] = value < 0 ? (bytes[i] ?? 0) : value;
    if (value >= 0) i += 2;
  }
  return bytes.subarray(0, size);
}
