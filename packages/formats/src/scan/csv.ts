import type { Source } from "@unmask/core";
import { createByteWindow } from "./byte-window.ts";
import { mendWindows1252 } from "./windows-1252.ts";

/**
 * Rows of a table of text (RFC 4180) with the place of each in bytes: fields in quotes may hold delimiters, line breaks and doubled quotes.
 *
 * [Note: A quote that never closes] One stray quotation mark turns the rest of a file into one field. So a quoted field may be `longestRow`
 * bytes long; where that is not enough, or the file ends inside it, the stretch is read again line by line with quotes that close in their
 * line only, and its rows are marked `doubtful`. Nothing is lost, and each byte is looked at twice at most.
 */

/** Bytes of a row. Stops a file of one line, or of one quoted field, from filling the memory. */
export const longestRow: number = 1024 * 1024;
/** Fields of a row: a row of a million commas makes no million empty texts. */
const mostFields = 1000;
/** Bytes read at a time. */
const readSize = 256 * 1024;

/** How the bytes of a table are text. */
export type CsvEncoding = "utf-8" | "windows-1252" | "utf-16le" | "utf-16be";

/** A row: its place in bytes, line break included, and its fields; undefined where the line is longer than `longestRow`. */
export interface CsvRow {
  readonly start: number;
  readonly end: number;
  readonly fields: readonly string[] | undefined;
  /** Its borders follow from a quotation mark that does not close. */
  readonly doubtful: boolean;
  /** It holds bytes that are no text in this encoding; they are shown as U+FFFD. */
  readonly broken: boolean;
}

/** How a table is written. */
export interface CsvForm {
  readonly encoding: CsvEncoding;
  readonly delimiter: string;
}

/** Scans a table from `start` (behind a byte-order mark) to its end, in batches. Memory: a few rows of the longest kind. */
export async function* scanCsv(source: Source, form: CsvForm, start = 0): AsyncGenerator<readonly CsvRow[], void, undefined> {
  const window = createByteWindow(source, readSize, start);
  const units = unitsOf(form.encoding);
  const decode = decoderOf(form.encoding);
  const delimiter = form.delimiter.charCodeAt(0);
  await window.advance(start);
  let at = start;
  /** Up to here quotes do not join lines. */
  let plainTo = 0;
  /** Inside a line that is longer than a row may be. */
  let overlong = false;
  for (;;) {
    const rows: CsvRow[] = [];
    for (;;) {
      const plain = overlong || at < plainTo;
      const found = endOfRow(window.bytes, { from: at - window.base, units, delimiter, ended: window.ended, plain });
      if (found.kind === "more") break;
      if (found.kind === "unclosed") {
        plainTo = window.base + found.end;
        continue;
      }
      const bytes = window.bytes.subarray(at - window.base, found.end);
      const text = found.kind === "row" && !overlong ? decode(bytes) : undefined;
      const split = text === undefined ? undefined : splitRow(text, form.delimiter);
      if (split?.malformed && !plain && split.lines > 1) {
        plainTo = window.base + found.end;
        continue;
      }
      overlong = found.kind === "too-long";
      rows.push({
        start: at,
        end: window.base + found.end,
        fields: split?.fields,
        doubtful: plain || split?.malformed === true,
        broken: text?.includes("\uFFFD") === true,
      });
      at = window.base + found.end;
      if (at - window.base >= window.bytes.length) break;
    }
    if (rows.length > 0) yield rows;
    if (window.ended && at >= window.base + window.bytes.length) return;
    await window.advance(at);
  }
}

/** Decodes whole rows. */
export function decoderOf(encoding: CsvEncoding): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  if (encoding !== "windows-1252") return (bytes) => decoder.decode(bytes);
  return (bytes) => mendWindows1252(decoder.decode(bytes));
}

/** One row, split. `malformed`: a quoted field is not closed where a field can end. `lines`: how many lines of text the row holds. */
export interface SplitRow {
  readonly fields: readonly string[];
  readonly malformed: boolean;
  readonly lines: number;
}

/** The fields of one row. A quote that opens a field and does not close in the row is an ordinary character. */
export function splitRow(row: string, delimiter: string): SplitRow {
  const text = row.replace(/\r?\n$|\r$/, "");
  const fields: string[] = [];
  let malformed = false;
  let at = 0;
  while (fields.length < mostFields) {
    const quoted = text.charAt(at) === '"' ? quotedField(text, at, delimiter) : undefined;
    malformed ||= quoted ? quoted.trailing : text.charAt(at) === '"';
    const end = quoted?.end ?? indexOrEnd(text, delimiter, at);
    fields.push(quoted?.value ?? text.slice(at, end));
    if (end >= text.length) break;
    at = end + 1;
  }
  return { fields, malformed, lines: text.split("\n").length };
}

/** The field whose opening quote stands at `at`; text between its closing quote and the next delimiter is kept. Undefined when it does not close. */
function quotedField(text: string, at: number, delimiter: string): { value: string; end: number; trailing: boolean } | undefined {
  let value = "";
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return undefined;
    value += text.slice(from, quote);
    if (text.charAt(quote + 1) !== '"') {
      const end = indexOrEnd(text, delimiter, quote + 1);
      return { value: value + text.slice(quote + 1, end), end, trailing: end > quote + 1 };
    }
    value += '"';
    from = quote + 2;
  }
}

function indexOrEnd(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at;
}

interface Units {
  readonly width: 1 | 2;
  /** Which byte of a unit of two is the low one. */
  readonly low: 0 | 1;
}

function unitsOf(encoding: CsvEncoding): Units {
  return { width: encoding.startsWith("utf-16") ? 2 : 1, low: encoding === "utf-16be" ? 1 : 0 };
}

interface RowSearch {
  readonly from: number;
  readonly units: Units;
  readonly delimiter: number;
  readonly ended: boolean;
  readonly plain: boolean;
}

type RowEnd =
  /** The row ends before `end`. */
  | { readonly kind: "row"; readonly end: number }
  /** A line longer than a row may be; `end` is the end of it or of the piece at hand. */
  | { readonly kind: "too-long"; readonly end: number }
  /** A quote opened and did not close before `end`. */
  | { readonly kind: "unclosed"; readonly end: number }
  /** The window must hold more to tell. */
  | { readonly kind: "more" };

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const quotationMark = 0x22;

/** Finds the end of the row that starts at `from`. */
function endOfRow(bytes: Uint8Array, search: RowSearch): RowEnd {
  const { from, units, delimiter, plain } = search;
  const { width } = units;
  const most = Math.min(bytes.length, from + longestRow);
  if (plain && width === 1) return endOfPlainRow(bytes, most, search);
  let quoted = false;
  let opening = true;
  let at = from;
  for (; at + width <= most; at += width) {
    const unit = unitAt(bytes, at, units);
    if (unit === quotationMark) {
      // A doubled quote closes and opens again, which comes to the same; a quote inside an unquoted field is an ordinary character.
      if (quoted) quoted = false;
      else if (opening && !plain) quoted = true;
      opening = !quoted;
      continue;
    }
    if (quoted) {
      // Natively to the next quote: a giant quoted field is looked through at the speed of memory.
      if (width === 1) at = nextOf(bytes, quotationMark, at, most) - 1;
      continue;
    }
    opening = unit === delimiter;
    if (unit === lineFeed) return { kind: "row", end: at + width };
    if (unit === carriageReturn) return afterCarriageReturn(bytes, at, search);
  }
  return endWithoutBreak(bytes, { ...search, at: Math.min(at, most), most, quoted });
}

/** Where quotes do not count: natively to the first line break. */
function endOfPlainRow(bytes: Uint8Array, most: number, search: RowSearch): RowEnd {
  const lineEnd = nextOf(bytes, lineFeed, search.from, most);
  const carriage = nextOf(bytes, carriageReturn, search.from, lineEnd);
  if (carriage < lineEnd) return afterCarriageReturn(bytes, carriage, search);
  return lineEnd < most ? { kind: "row", end: lineEnd + 1 } : endWithoutBreak(bytes, { ...search, at: most, most, quoted: false });
}

function afterCarriageReturn(bytes: Uint8Array, at: number, { units, ended }: RowSearch): RowEnd {
  const { width } = units;
  if (at + 2 * width > bytes.length && !ended) return { kind: "more" };
  const next = unitAt(bytes, at + width, units);
  return { kind: "row", end: Math.min(bytes.length, at + (next === lineFeed ? 2 : 1) * width) };
}

function endWithoutBreak(
  bytes: Uint8Array,
  { from, ended, at, most, quoted }: RowSearch & { readonly at: number; readonly most: number; readonly quoted: boolean },
): RowEnd {
  if (most === bytes.length && !ended && most - from < longestRow) return { kind: "more" };
  if (quoted) return { kind: "unclosed", end: most };
  if (most < bytes.length || !ended) return { kind: "too-long", end: at };
  return from < bytes.length ? { kind: "row", end: bytes.length } : { kind: "more" };
}

function unitAt(bytes: Uint8Array, at: number, { width, low }: Units): number {
  return width === 1 ? (bytes[at] ?? 0) : (bytes[at + low] ?? 0) + 256 * (bytes[at + 1 - low] ?? 0);
}

/** Place of the next such byte before `most`, else `most`. */
function nextOf(bytes: Uint8Array, byte: number, from: number, most: number): number {
  const found = bytes.subarray(from, most).indexOf(byte);
  return found === -1 ? most : from + found;
}
