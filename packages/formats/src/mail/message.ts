import { type MailField, type Structured, readFields, readStructured } from "./fields.ts";
import { decodeBase64, hexByte } from "./encoded-words.ts";

/** Longest mail that is read whole, in bytes. Providers deliver up to 25 MB of attachments, which is 34 MB as base64. */
export const maxMailBytes: number = 48 * 1024 * 1024;

/**
 * The parts of a mail (MIME, RFC 2045 and 2046) as stretches of its bytes: nothing is decoded or copied before it is asked for.
 *
 * [Note: Our own reader of MIME] The library kept an object for each line and every part decoded, forty times the size of a mail; it read bytes
 * that are no UTF-8 as U+FFFD, UTF-7 as noise, and lost the marks of a quoted address. It stays the yardstick: `message.test.ts` reads
 * thousands of mails with both.
 */
export interface MailPart {
  readonly fields: readonly MailField[];
  readonly type: Structured;
  /** Still in its transfer encoding; of a multipart, what stands before its first part. */
  readonly body: Uint8Array;
  readonly parts: readonly MailPart[];
  /** Of a multipart: the delimiter that closes it was found. */
  readonly isClosed: boolean;
  /** A line among its headers is none. */
  readonly isDamaged: boolean;
}

/** Deepest nesting of parts, against a mail that opens another in each. */
const deepestPart = 64;
/** Most parts, against a mail of millions of empty ones. */
const mostParts = 20_000;
/** Bytes of all headers together, against a mail that is nothing but headers. */
const mostHeaderBytes = 2 * 1024 * 1024;

interface OpenPart extends MailPart {
  fields: readonly MailField[];
  type: Structured;
  body: Uint8Array;
  isClosed: boolean;
  isDamaged: boolean;
  readonly parts: OpenPart[];
  readonly depth: number;
}

interface Boundary {
  /** With the two dashes. */
  readonly delimiter: Uint8Array;
  readonly part: OpenPart;
}

const plainText: Structured = { value: "text/plain", parameters: new Map() };
const nestedMail: Structured = { value: "message/rfc822", parameters: new Map() };

/** Lines of a mail that end in CR alone, as old Macs wrote them, end in LF. Where LF stands before its end, CR is a character. */
function withLineFeeds(written: Uint8Array): Uint8Array {
  const first = written.indexOf(0x0d);
  const feed = written.indexOf(0x0a);
  if (first < 0 || (feed >= 0 && feed <= first + 1)) return written;
  let end = written.length;
  while (written[end - 1] === 0x0a) end--;
  return feed >= 0 && feed < end ? written : written.map((byte) => (byte === 0x0d ? 0x0a : byte));
}

/** Reads a mail from its first header on. Undefined when a limit is passed. A mail within a mail is a part like any file. */
export function parseMail(written: Uint8Array): MailPart | undefined {
  const bytes = withLineFeeds(written);
  const root = createPart(0);
  const boundaries: Boundary[] = [];
  let headerBytes = 0;
  let partCount = 0;

  /** Reads the headers that begin at `at`; returns where the body begins. */
  function readHeaders(part: OpenPart, at: number, fallback: Structured): number {
    let to = at;
    let next = lineAfter(bytes, to);
    while (to < bytes.length && !isEmptyLine(bytes, to, next) && delimiterAt(bytes, to, next, boundaries) === undefined) {
      to = next;
      next = lineAfter(bytes, to);
    }
    headerBytes += to - at;
    if (headerBytes > mostHeaderBytes) return to;
    const isEnded = to < bytes.length && isEmptyLine(bytes, to, next);
    const { fields, isDamaged, trailing } = readFields(bytes.subarray(at, to), isEnded);
    part.fields = fields;
    part.isDamaged = isDamaged;
    const type = readStructured(valueOf(part, "content-type") ?? "");
    part.type = type.value.includes("/") ? type : fallback;
    const boundary = part.type.parameters.get("boundary")?.trimEnd();
    if (isMultipart(part) && boundary !== undefined && boundary !== "") {
      boundaries.push({ delimiter: new TextEncoder().encode(`--${boundary}`), part });
    }
    return isEnded ? next : lineBefore(bytes, to, trailing);
  }

  let current: OpenPart | undefined = root;
  let bodyAt = readHeaders(root, 0, plainText);
  for (let at = bodyAt; headerBytes <= mostHeaderBytes;) {
    const met = nextDelimiter(bytes, at, boundaries);
    if (current) current.body = bytes.subarray(bodyAt, met?.start ?? bytes.length);
    if (met === undefined) return root;
    const { part } = met.boundary;
    boundaries.length = met.index + (met.isClosing ? 0 : 1);
    at = bodyAt = met.after;
    if (met.isClosing) {
      // What stands behind it is for programs that know no parts.
      part.isClosed = true;
      current = undefined;
      continue;
    }
    if (++partCount > mostParts || part.depth >= deepestPart) return undefined;
    current = createPart(part.depth + 1);
    part.parts.push(current);
    at = bodyAt = readHeaders(current, at, part.type.value === "multipart/digest" ? nestedMail : plainText);
  }
  return undefined;
}

function createPart(depth: number): OpenPart {
  return { fields: [], type: plainText, body: new Uint8Array(), parts: [], isClosed: false, isDamaged: false, depth };
}

/** Whether a part is made of parts. */
export function isMultipart({ type }: Pick<MailPart, "type">): boolean {
  return type.value.startsWith("multipart/");
}

/** The value of the first field of this name. */
export function valueOf(part: Pick<MailPart, "fields">, key: string): string | undefined {
  return part.fields.find((field) => field.key === key)?.value;
}

/** Where the line after that at `at` begins. */
function lineAfter(bytes: Uint8Array, at: number): number {
  let end = at;
  while (end < bytes.length && bytes[end] !== 0x0a) end++;
  return Math.min(end + 1, bytes.length);
}

/** Where the `count`th line before the one at `at` begins. */
function lineBefore(bytes: Uint8Array, at: number, count: number): number {
  let from = at;
  for (let i = 0; i < count; i++) {
    from--;
    while (from > 0 && bytes[from - 1] !== 0x0a) from--;
  }
  return from;
}

function isEmptyLine(bytes: Uint8Array, from: number, to: number): boolean {
  return contentEnd(bytes, from, to) === from;
}

/** Where the line [from, to) ends without its line break. */
function contentEnd(bytes: Uint8Array, from: number, to: number): number {
  let end = to;
  if (end > from && bytes[end - 1] === 0x0a) end--;
  while (end > from && bytes[end - 1] === 0x0d) end--;
  return end;
}

interface Met {
  readonly boundary: Boundary;
  readonly index: number;
  readonly isClosing: boolean;
  readonly start: number;
  /** Where the line after it begins. */
  readonly after: number;
}

/** The first delimiter of a line that begins at `at`, the start of a line, or later. */
function nextDelimiter(bytes: Uint8Array, at: number, boundaries: readonly Boundary[]): Met | undefined {
  if (boundaries.length === 0) return undefined;
  for (let i = at - 1; i < bytes.length; i++) {
    if (i >= at && bytes[i] !== 0x0a) continue;
    if (bytes[i + 1] !== 0x2d || bytes[i + 2] !== 0x2d) continue;
    const met = delimiterAt(bytes, i + 1, lineAfter(bytes, i + 1), boundaries);
    if (met) return met;
  }
  return undefined;
}

/** The delimiter that the line [start, after) is: of the innermost open part that knows it. Blanks may stand behind it. */
function delimiterAt(bytes: Uint8Array, start: number, after: number, boundaries: readonly Boundary[]): Met | undefined {
  if (bytes[start] !== 0x2d || bytes[start + 1] !== 0x2d) return undefined;
  let end = contentEnd(bytes, start, after);
  while (end > start && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0x09)) end--;
  for (let index = boundaries.length - 1; index >= 0; index--) {
    const boundary = boundaries[index];
    if (boundary === undefined) continue;
    const rest = end - start - boundary.delimiter.length;
    const isClosing = rest === 2 && bytes[end - 1] === 0x2d && bytes[end - 2] === 0x2d;
    if ((rest === 0 || isClosing) && boundary.delimiter.every((byte, i) => bytes[start + i] === byte)) {
      return { boundary, index, isClosing, start, after };
    }
  }
  return undefined;
}

/** The bytes of a body before its transfer encoding (RFC 2045, section 6); lines of what was sent as text end in LF. */
export function decodeBody(body: Uint8Array, transferEncoding: string | undefined): Uint8Array {
  const encoding = (transferEncoding ?? "").toLowerCase();
  if (encoding.includes("base64")) return decodeBase64(body);
  return decodeLines(body, encoding.includes("quoted-printable"));
}

function decodeLines(body: Uint8Array, isQuoted: boolean): Uint8Array {
  const out = new Uint8Array(body.length + 1);
  let size = 0;
  for (let from = 0; from < body.length;) {
    const after = lineAfter(body, from);
    let end = contentEnd(body, from, after);
    const isSoft = isQuoted && end > from && body[end - 1] === 0x3d;
    if (isSoft) end--;
    for (let i = from; i < end; i++) {
      const byte = body[i] ?? 0;
      const value = isQuoted && byte === 0x3d && i + 2 < end ? hexByte(body, i + 1) : -1;
      out[size++] = value < 0 ? byte : value;
      if (value >= 0) i += 2;
    }
    if (!isSoft) out[size++] = 0x0a;
    from = after;
  }
  return out.subarray(0, size);
}
