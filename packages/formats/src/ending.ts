import type { Source } from "@unmask/core";
import { splitRow } from "./scan/csv.ts";
import { readStretch } from "./scan/read-stretch.ts";

/**
 * The ending that an original gets, by its bytes and never by its name, so that a double click opens it and runs nothing: the rules, and why each
 * is so, stand in docs/formats/pack.md, "Originals".
 *
 * [Note: Quiet files] A browser runs what an XML file brings in a namespace, a spreadsheet reckons what a cell begins with. So both are looked
 * through to their end before they get an ending of their own, and every doubt is decided for `.txt`.
 */

/** Every ending that an original may have. */
export const endings = ["txt", "json", "xml", "csv", "eml", "mbox", "zip", "jpg", "png", "mp4", "opus", "pdf", "bin"] as const;

/** One of them. */
export type Ending = (typeof endings)[number];

/** Bytes by which a file is judged. Stops a large file from being read twice. */
const headSize = 64 * 1024;
/** Bytes at the end that may be blank behind a list of JSON or an XML file. */
const tailSize = 1024;
/** Bytes of a table or an XML file that is looked through to its end. Stops an import from waiting for a second reading of a giant one. */
const mostLookedThrough = 16 * 1024 * 1024;
/** Bytes read at a time. */
const stepSize = 1024 * 1024;

/** The ending for a file with these bytes. Reads at most 17 MiB. Throws only what `Source.read` throws. */
export async function endingOf(source: Source): Promise<Ending> {
  const head = await readStretch(source, 0, Math.min(source.size, headSize));
  if (head.length === 0) return "bin";
  const marked = endingByMark(head);
  if (marked !== undefined) return marked;
  if (!isText(head)) return isUtf16(head) ? "txt" : "bin";
  const whole = source.size <= headSize;
  const text = textOf(head).replace(/^\u00ef\u00bb\u00bf/, "");
  const mail = endingOfMail(text, whole);
  if (mail !== undefined) return mail;
  const tail = whole ? text : textOf(await readStretch(source, source.size - tailSize, source.size));
  if (isJson(text, tail)) return "json";
  if (source.size > mostLookedThrough) return "txt";
  const declared = xmlDeclaration.exec(textOf(head.subarray(0, tailSize)))?.[0].length;
  if (declared !== undefined) return tail.trimEnd().endsWith(">") && (await isQuietXml(source, declared)) ? "xml" : "txt";
  return beginsLikeTable(text, whole) && !(await hasFormula(source)) ? "csv" : "txt";
}

/** Bytes as characters of the same number, so that a rule for bytes can be written as an expression. */
function textOf(bytes: Uint8Array): string {
  let text = "";
  // bounded: 4096 bytes at a time
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
}

const marks: readonly (readonly [Ending, RegExp])[] = [
  ["png", /^\u0089PNG\r\n\u001a\n/],
  ["jpg", /^\u00ff\u00d8\u00ff[\u00c0-\u00fe]/],
  ["pdf", /^%PDF-\d/],
  ["zip", /^PK(?:\u0003\u0004|\u0005\u0006)/],
  ["mp4", /^[^]{4}ftyp(?:iso[m2-6]|mp4[12]|avc1|dash|mmp4|MSNV|3gp[456]|3gs7|M4[VA] |qt {2})/],
  ["opus", /^OggS\0[\u0002\u0003\u0006\u0007][^]{22}OpusHead/],
];

function endingByMark(head: Uint8Array): Ending | undefined {
  const text = textOf(head.subarray(0, 64));
  return marks.find(([, mark]) => mark.test(text))?.[0];
}

function isText(head: Uint8Array): boolean {
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return false;
    if ((byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) || byte === 0x7f) controls++;
  }
  return controls * 1000 <= head.length;
}

function isUtf16(head: Uint8Array): boolean {
  const mark = textOf(head.subarray(0, 2));
  if ((mark !== "\u00ff\u00fe" && mark !== "\u00fe\u00ff") || head.length < 4) return false;
  try {
    const text = new TextDecoder(mark === "\u00ff\u00fe" ? "utf-16le" : "utf-16be", { fatal: true }).decode(head, {
      stream: head.length === headSize,
    });
    return !text.includes("\0");
  } catch {
    return false;
  }
}

const fieldLine = /^([!-9;-~]+):/;

/** A mail or a mailbox. */
function endingOfMail(text: string, whole: boolean): "eml" | "mbox" | undefined {
  const lines = text.split(/\r?\n/);
  if (!whole) lines.pop();
  const isMailbox = lines[0]?.startsWith("From ") === true;
  if (isMailbox && !/\b\d{4}\b/.test(lines[0] ?? "")) return undefined;
  const names = headOfMail(isMailbox ? lines.slice(1) : lines);
  if (names === undefined) return undefined;
  if (isMailbox) return ["from", "date", "message-id", "received", "subject"].some((name) => names.has(name)) ? "mbox" : undefined;
  return names.has("from") && ["date", "message-id", "received"].some((name) => names.has(name)) ? "eml" : undefined;
}

/** Names of the fields above the first empty line; undefined where a line there is none. */
function headOfMail(lines: readonly string[]): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const line of lines) {
    if (line === "") break;
    const name = fieldLine.exec(line)?.[1];
    if (name === undefined && (names.size === 0 || !/^[ \t]/.test(line))) return undefined;
    if (name !== undefined) names.add(name.toLowerCase());
  }
  return names;
}

function isJson(text: string, tail: string): boolean {
  const end = tail.trimEnd().at(-1);
  if (/^\s*\{\s*(?:\}|"(?:[^"\\]|\\.)*"\s*:)/.test(text)) return end === "}";
  return end === "]" && /^\s*\[\s*["[\]{0-9tfn-]/.test(text);
}

const xmlDeclaration =
  /^(?:\u00ef\u00bb\u00bf)?<\?xml\s+version=(?:"1\.0"|'1\.0')(?:\s+encoding=(?:"utf-8"|'utf-8'))?(?:\s+standalone=(?:"yes"|"no"|'yes'|'no'))?\s*\?>/i;

/** What could load or run something, wherever it stands behind the declaration. */
const loudXml = /<\?|<!doctype|<!entity|xmlns/i;
const longestLoud = 9;

/** Whether all of it is UTF-8 with nothing loud in it. */
async function isQuietXml(source: Source, from: number): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let before = "";
  try {
    for await (const piece of piecesOf(source, from)) {
      const text = before + decoder.decode(piece, { stream: true });
      if (loudXml.test(text)) return false;
      before = text.slice(-longestLoud);
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Whole rows in the head of as many cells, under a row of names. */
function beginsLikeTable(text: string, whole: boolean): boolean {
  return [",", ";", "\t"].some((delimiter) => {
    const rows = rowsOf(text, whole).map((row) => splitRow(row, delimiter).fields);
    const [names = []] = rows;
    return (
      rows.length > 1 &&
      names.length > 1 &&
      names.every((name) => /^[A-Za-z\u00c0-\u00ff]/.test(name)) &&
      rows.every(({ length }) => length === names.length)
    );
  });
}

/** Rows that are not empty; a line break inside quotes ends none. */
function rowsOf(text: string, whole: boolean): readonly string[] {
  const rows = text.match(/(?:[^\r\n"]|"[^"]*(?:"|$))+/g) ?? [];
  return whole ? rows : rows.slice(0, -1);
}

/** Where in a cell the look through a table is. */
type InCell = "start" | "sign" | "wide" | "wider" | "mark" | "inside";

/** Whether a cell somewhere begins what a spreadsheet would reckon, whichever delimiter it takes. */
async function hasFormula(source: Source): Promise<boolean> {
  let at: InCell = "start";
  for await (const piece of piecesOf(source, 0)) {
    for (const byte of piece) {
      const next = afterByte(at, byte);
      if (next === "formula") return true;
      at = next;
    }
  }
  return false;
}

const startsCell = codesOf("\n\r,;\t|");
const opensCell = codesOf(" \"'");
const reckons = codesOf("=@\u0081");
const signs = codesOf("+-");
const staysNumber = codesOf("0123456789 .:/()%-\"'");
/** The last bytes of the full-width signs, behind `ef bc`. */
const reckonsWide = codesOf("\u008b\u008d\u009d\u00a0");

function codesOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (one) => one.charCodeAt(0)));
}

function afterByte(at: InCell, byte: number): InCell | "formula" {
  if (startsCell.has(byte)) return "start";
  switch (at) {
    case "inside":
      return "inside";
    case "sign":
      return staysNumber.has(byte) ? "sign" : "formula";
    case "wide":
      // Behind `ef`: `bc` of a full-width sign, `bb bf` of a byte-order mark.
      return byte === 0xbc ? "wider" : byte === 0xbb ? "mark" : "inside";
    case "wider":
      return reckonsWide.has(byte) ? "formula" : "inside";
    case "mark":
      return byte === 0xbf ? "start" : "inside";
    case "start":
      if (opensCell.has(byte)) return "start";
      if (reckons.has(byte)) return "formula";
      return signs.has(byte) ? "sign" : byte === 0xef ? "wide" : "inside";
  }
}

async function* piecesOf(source: Source, from: number): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = from; at < source.size;) {
    const piece = await source.read(at, Math.min(source.size, at + stepSize));
    if (piece.length === 0) return;
    yield piece;
    at += piece.length;
  }
}
