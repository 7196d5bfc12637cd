import type { Source } from "@unmask/core";
import { createByteWindow } from "../scan/byte-window.ts";
import { decodeRaw } from "./charset.ts";
import { boundaryOf } from "./part-boundary.ts";
import { maxMailBytes, decodeBody } from "./message.ts";
import { announcementLookback, closeOfBlock, isBlockOpen, judgeAnnouncement, mayAnnounce } from "./mbox-announcement.ts";

import { type MboxIndex, indexMbox } from "./mbox-index.ts";
import { type MboxLine, judgeMboxLine, judgedBytes } from "./mbox-border.ts";
import { readStretch } from "../scan/read-stretch.ts";

/** A stretch of a mailbox, in its order; together they tile it. `bytes` are good until the next piece is asked for. */
export type MboxPiece =
  | {
      readonly kind: "mail";
      readonly start: number;
      readonly end: number;
      /** From the first header on. */
      readonly bytes: Uint8Array;
      readonly envelope: MboxLine["envelope"];
      /** Where it begins or ends is uncertain. */
      readonly isDoubtful: boolean;
      /** It goes on as `rest`: it is longer than `maxMailBytes`. */
      readonly isCut: boolean;
    }
  | { readonly kind: "rest" | "blank" | "before"; readonly start: number; readonly end: number };

/** Bytes looked at in one go. */
const readSize = 32 * 1024;
/** Longest header block that is looked at for a boundary and a length. */
const maxHeaderBytes = 256 * 1024;

/** A mail longer than this is no longer held as text, only as bytes. */
const longText = 1024 * 1024;
/** Text that stays at hand of such a mail: what announces a border, and a delimiter cut by the window. */
const keptText = announcementLookback + judgedBytes + 1024;
/** How far below a line the end of a quoted block is looked for, how often in one mailbox, and how many mails may lie in the block. */
const longestBlock = 512 * 1024;
const mostBlocks = 256;
const mostQuoted = 16;

/** Where an encoded letter is looked for before a line: an announcement in another language may be quoted-printable. */
const quotedLine = 300;

const windows1252 = new TextDecoder("windows-1252");

/** The mail that is open. Positions are in the source. */
interface OpenMail {
  readonly start: number;
  readonly headersAt: number;
  readonly envelope: MboxLine["envelope"];
  isDoubtful: boolean;
  /** What its headers say; looked up when the first doubtful line is met. */
  headers: { readonly delimiter: string | undefined; readonly bodyAt: number; readonly length: number | undefined } | undefined;
  /** First delimiter and closing delimiter found so far. */
  opensAt: number;
  closesAt: number;
  searchedTo: number;
  /** Lines before this are inside it. */
  insideUntil: number;
  /** Whether its Content-Length ends where a mail may end; looked up once. */
  lengthLands: boolean | undefined;
  /** Its first part was handed over; the pieces of the rest begin here. */
  restFrom: number | undefined;
}

/** Splits a mailbox into its mails, in batches. */
export async function* splitMbox(source: Source): AsyncGenerator<readonly MboxPiece[], void, undefined> {
  const window = createByteWindow(source, readSize);
  let text = "";
  let base = 0;
  let pieces: MboxPiece[] = [];
  let mail: OpenMail | undefined;
  let index: MboxIndex | undefined;
  let keepFrom = 0;
  /** Where the search for the next line goes on, in the source. */
  let at = 0;
  let isFirst = true;
  /** Nothing but empty lines stands before the first mail. */
  let isBlank = false;
  /** The line that is being judged stands in parts that have not closed, and is taken for a border all the same. */
  let doubted = false;
  /** How often the end of a quoted block was looked for. */
  let blocks = 0;

  do {
    await window.advance(keepFrom);
    base = textFrom();
    text = windows1252.decode(window.bytes.subarray(base - window.base));
    pieces = [];
    await splitWindow();
    if (window.ended) end(base + text.length);
    else if (mail?.restFrom === undefined && mail && base + text.length - mail.start > maxMailBytes) handOverHead(mail);
    keepFrom = mail && mail.restFrom === undefined ? mail.start : Math.max(base, at - keptText);
    if (pieces.length > 0) yield pieces;
  } while (!window.ended);

  /** Of a long mail only the end is decoded again; what came before it has been looked at. */
  function textFrom(): number {
    if (!mail || mail.restFrom !== undefined || mail.searchedTo - mail.start < longText) return window.base;
    return Math.max(window.base, Math.min(mail.searchedTo, at) - keptText);
  }

  /** Looks at every line of the window that begins with `From `. */
  async function splitWindow(): Promise<void> {
    if (isFirst && !beginAtStart()) return;
    for (;;) {
      const found = text.indexOf("\nFrom ", Math.max(0, at - 1 - base));
      if (found < 0 || (!window.ended && found + 1 + judgedBytes > text.length)) {
        // The text of a short mail stays at hand; that of a long one and of a rest is looked at now or never.
        if (mail && (mail.restFrom !== undefined || base + text.length - mail.start > longText))
          lookForDelimiters(mail, base + text.length);
        at = found < 0 ? Math.max(at, base + text.length - 5) : base + found + 1;
        return;
      }
      const position = base + found + 1;
      at = position + 5;
      const line = judgeMboxLine(text, found + 1, false);
      if (line && (!mail || !(await isInside(mail, position, line)))) begin(position, line);
    }
  }

  /** The first line may follow a byte-order mark and empty lines. */
  function beginAtStart(): boolean {
    const first = /^(?:\u00EF\u00BB\u00BF)?[\r\n]*/.exec(text)?.[0].length ?? 0;
    if (!window.ended && first + judgedBytes > text.length) {
      // A file of nothing but empty lines: they need not be held to be counted.
      isFirst = text.length < maxMailBytes;
      return !isFirst;
    }
    isFirst = false;
    isBlank = first === text.length;
    const line = text.startsWith("From ", first) ? judgeMboxLine(text, first, true) : undefined;
    if (line) {
      isBlank = true;
      begin(first, line);
    }
    return true;
  }

  /** A mail begins: what came before it ends. */
  function begin(start: number, line: MboxLine): void {
    const isDoubtful = mail !== undefined && (doubted || !line.isCertain);
    doubted = false;
    if (mail && isDoubtful) mail.isDoubtful = true;
    close(start);
    const headersAt = base + line.after;
    mail = {
      start,
      headersAt,
      envelope: line.envelope,
      isDoubtful,
      headers: undefined,
      opensAt: Number.POSITIVE_INFINITY,
      closesAt: Number.POSITIVE_INFINITY,
      searchedTo: headersAt,
      insideUntil: 0,
      lengthLands: undefined,
      restFrom: undefined,
    };
    at = headersAt;
  }

  /** Hands over what reaches up to `until`. */
  function close(until: number): void {
    if (!mail) {
      if (until > 0) pieces.push({ kind: isBlank ? "blank" : "before", start: 0, end: until });
      return;
    }
    if (mail.restFrom !== undefined) {
      pieces.push({ kind: "rest", start: mail.restFrom, end: until });
      return;
    }
    const headEnd = Math.min(until, mail.start + maxMailBytes);
    handOver(mail, headEnd, headEnd < until);
    if (headEnd < until) pieces.push({ kind: "rest", start: headEnd, end: until });
  }

  function handOver({ start, envelope, isDoubtful, headersAt }: OpenMail, end: number, isCut: boolean): void {
    const bytes = window.bytes.subarray(headersAt - window.base, end - window.base);
    pieces.push({ kind: "mail", start, end, bytes, envelope, isDoubtful, isCut });
  }

  function end(size: number): void {
    if (size === 0) return;
    close(size);
    mail = undefined;
  }

  /** A mail longer than any provider delivers: its beginning is handed over, its rest is only measured. */
  function handOverHead(open: OpenMail): void {
    lookForDelimiters(open, base + text.length);
    open.restFrom = open.start + maxMailBytes;
    handOver(open, open.restFrom, true);
    at = Math.max(at, base + text.length - 5);
  }

  /** Whether a line that could begin a mail stands inside the open one. */
  async function isInside(open: OpenMail, position: number, line: MboxLine): Promise<boolean> {
    if (position < open.insideUntil) return true;
    lookForDelimiters(open, position);
    const { delimiter, bodyAt, length } = headersOf(open, position);
    if (length !== undefined && position < bodyAt + length && length <= maxMailBytes) {
      open.lengthLands ??= await isBorder(bodyAt + length);
      if (open.lengthLands) return inside(open, bodyAt + length, line);
    }
    if (delimiter === undefined || open.opensAt > position || open.closesAt < position) return await isQuoted(open, position, line);
    index ??= await indexMbox(source, open.start);
    const closesAt = index.closeAfter(delimiter.slice(2), position);
    if (closesAt !== undefined && closesAt - open.start <= maxMailBytes) return inside(open, closesAt, line);
    if (await isQuoted(open, position, line)) return true;
    doubted = true;
    return false;
  }

  /** Whether the sender of the open mail says that another mail stands here. */
  async function isQuoted(open: OpenMail, position: number, line: MboxLine): Promise<boolean> {
    const seen = text.slice(Math.max(open.headersAt, position - announcementLookback, base) - base, position - base);
    if (!mayAnnounce(seen, headersOf(open, position).delimiter)) return false;
    const from = Math.max(open.headersAt, position - announcementLookback, window.base);
    const bytes = window.bytes.subarray(from - window.base, position - window.base);
    const above = decodeRaw(bytes).text;
    const isEncoded = /=[0-9A-F]{2}/.test(above.slice(-quotedLine));
    const announcement = judgeAnnouncement(isEncoded ? decodeRaw(decodeBody(bytes, "quoted-printable")).text : above);
    const until = isBlockOpen(above) ? await endOfBlock(position) : undefined;
    if (announcement === undefined && until === undefined) return false;
    const { bodyAt, length } = headersOf(open, position);
    const endsHere = length !== undefined && position >= bodyAt + length && position - bodyAt - length <= 4;
    // Only words say so; the mailbox's own program, or the length of the mail, says the contrary.
    if (announcement === "perhaps" && until === undefined) doubted = true;
    else if (line.isOwn || endsHere) doubted = true;
    else {
      open.isDoubtful = true;
      return inside(open, until ?? position + 1, line);
    }
    return false;
  }

  /** Where a block of quoted mails ends that is open at a position; undefined when nothing closes it soon. */
  async function endOfBlock(position: number): Promise<number | undefined> {
    if (blocks++ >= mostBlocks) return undefined;
    const below = windows1252.decode(await readStretch(source, position, position + longestBlock));
    const close = closeOfBlock(below);
    if (close === undefined) return undefined;
    const borders = below.slice(0, close).split("\nFrom ").length - 1;
    return borders > mostQuoted ? undefined : position + close;
  }

  function inside(open: OpenMail, until: number, line: MboxLine): true {
    open.insideUntil = until;
    // Nothing but the open mail's own word says that this is no mail of its own.
    if (line.isCertain) open.isDoubtful = true;
    return true;
  }

  /** Whether a mail may end at a position in the source: a line that begins another stands there, empty lines before it or not, or nothing. */
  async function isBorder(position: number): Promise<boolean> {
    const around = windows1252.decode(await readStretch(source, position - 1, position + judgedBytes + 8));
    const from = 1 + (/^[\r\n]{0,4}/.exec(around.slice(1))?.[0].length ?? 0);
    if (around.length <= from) return around.length > 0;
    return around[from - 1] === "\n" && around.startsWith("From ", from) && judgeMboxLine(around, from, true) !== undefined;
  }

  /** Finds the first delimiter and the closing one in what the window holds of the mail, each byte once. */
  function lookForDelimiters(open: OpenMail, position: number): void {
    const { delimiter } = headersOf(open, position);
    const until = base + text.length;
    const searchedTo = open.searchedTo;
    open.searchedTo = Math.max(searchedTo, until);
    if (delimiter === undefined || searchedTo >= until) return;
    const from = Math.max(0, Math.max(open.headersAt, searchedTo - delimiter.length - 6) - base - 1);
    if (open.opensAt === Number.POSITIVE_INFINITY) open.opensAt = positionOf(text.indexOf(`\n${delimiter}`, from));
    if (open.closesAt === Number.POSITIVE_INFINITY) open.closesAt = positionOf(indexOfClosing(delimiter, from));
  }

  function indexOfClosing(delimiter: string, from: number): number {
    const closing = `\n${delimiter}--`;
    let found = text.indexOf(closing, from);
    while (found >= 0 && !/^(?:[ \t\r\n]|$)/.test(text.slice(found + closing.length, found + closing.length + 1))) {
      found = text.indexOf(closing, found + 1);
    }
    return found;
  }

  function positionOf(found: number): number {
    return found < 0 ? Number.POSITIVE_INFINITY : base + found;
  }

  /** What its headers say, which end at its first empty line or, when it has none, at the position that is looked at. */
  function headersOf(open: OpenMail, position: number): NonNullable<OpenMail["headers"]> {
    if (open.headers) return open.headers;
    const from = open.headersAt - base;
    const held = text.slice(from, Math.min(position - base, from + maxHeaderBytes));
    const empty = /\r?\n\r?\n/.exec(held);
    const block = empty ? held.slice(0, empty.index + 2) : held;
    const length = /^content-length:[ \t]*(\d{1,10})[ \t]*\r?$/im.exec(block)?.[1];
    const type = /^content-type:((?:[^\n]*\n[ \t])*[^\n]*)/im.exec(block)?.[1];
    const boundary = type === undefined ? undefined : boundaryOf(type);
    open.headers = {
      delimiter: boundary === undefined ? undefined : `--${boundary}`,
      bodyAt: open.headersAt + (empty ? empty.index + empty[0].length : held.length),
      length: length === undefined ? undefined : Number(length),
    };
    return open.headers;
  }
}
