import type { Source } from "@unmask/core";
import { type ByteWindow, createByteWindow } from "../scan/byte-window.ts";
import { decodeRaw } from "./charset.ts";
import { boundaryOf } from "./part-boundary.ts";
import { maxMailBytes, decodeBody } from "./message.ts";
import { announcementLookback, closeOfBlock, isBlockOpen, judgeAnnouncement, mayAnnounce, tornFrame } from "./mbox-announcement.ts";

import { type MboxIndex, indexMbox } from "./mbox-index.ts";
import { type MboxLine, deliveryOf, headerOf, holdsWholeHeader, judgeMboxLine, judgedBytes, wholeHeaderBytes } from "./mbox-border.ts";
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
/** How often in one mailbox the header below an announced line is read; what is announced after that is a border. */
const mostWholeHeaders = 4096;
/** Mails in a row that the program of the mailbox marked with headers of its own, after which one without them is doubtful. */
const fewestOwn = 2;

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
  headers: MailHeaders | undefined;
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

/** What the headers of the open mail say of its borders. */
interface MailHeaders {
  readonly delimiter: string | undefined;
  readonly bodyAt: number;
  /** An empty line stands above the body; else they end where they were looked at. */
  readonly areClosed: boolean;
  readonly length: number | undefined;
}

/** Where the splitting of one mailbox stands. */
interface Split {
  readonly source: Source;
  readonly window: ByteWindow;
  /** The text at hand, one letter a byte, and where in the source it begins. */
  text: string;
  base: number;
  pieces: MboxPiece[];
  mail: OpenMail | undefined;
  /** Every delimiter of the source; made when a part that has not closed is met. */
  index: MboxIndex | undefined;
  /** Where the search for the next line goes on, in the source. */
  at: number;
  isFirst: boolean;
  /** Nothing but empty lines stands before the first mail. */
  isBlank: boolean;
  /** The line that is being judged stands in parts that have not closed, and is taken for a border all the same. */
  doubted: boolean;
  /** Borders before this stand in a quoted block of more mails than one is believed to hold. */
  doubtedUntil: number;
  /** A mail handed over holds the begin of such a block, and none yet its end. */
  isFrameOpen: boolean;
  /** How often the end of a quoted block, and the header below an announced line, was looked for. */
  blocks: number;
  wholeHeaders: number;
  /** How many mails in a row, the open one the last, have headers of the program that keeps the mailbox. */
  ownInRow: number;
}

/** Splits a mailbox into its mails, in batches. */
export async function* splitMbox(source: Source): AsyncGenerator<readonly MboxPiece[], void, undefined> {
  const window = createByteWindow(source, readSize);
  const split = startSplit(source, window);
  let keepFrom = 0;
  do {
    await window.advance(keepFrom);
    split.base = textFrom(split);
    split.text = windows1252.decode(window.bytes.subarray(split.base - window.base));
    split.pieces = [];
    await splitWindow(split);
    const until = split.base + split.text.length;
    if (window.ended) end(split, until);
    else if (split.mail && split.mail.restFrom === undefined && until - split.mail.start > maxMailBytes) handOverHead(split, split.mail);
    keepFrom = split.mail && split.mail.restFrom === undefined ? split.mail.start : Math.max(split.base, split.at - keptText);
    if (split.pieces.length > 0) yield split.pieces;
  } while (!window.ended);
}

function startSplit(source: Source, window: ByteWindow): Split {
  return {
    source,
    window,
    text: "",
    base: 0,
    pieces: [],
    mail: undefined,
    index: undefined,
    at: 0,
    isFirst: true,
    isBlank: false,
    doubted: false,
    doubtedUntil: 0,
    isFrameOpen: false,
    blocks: 0,
    wholeHeaders: 0,
    ownInRow: 0,
  };
}

/** Of a long mail only the end is decoded again; what came before it has been looked at. */
function textFrom(split: Split): number {
  if (!split.mail || split.mail.restFrom !== undefined || split.mail.searchedTo - split.mail.start < longText) return split.window.base;
  return Math.max(split.window.base, Math.min(split.mail.searchedTo, split.at) - keptText);
}

/** Looks at every line of the window that begins with `From `. */
async function splitWindow(split: Split): Promise<void> {
  if (split.isFirst && !beginAtStart(split)) return;
  for (;;) {
    const found = split.text.indexOf("\nFrom ", Math.max(0, split.at - 1 - split.base));
    if (found < 0 || (!split.window.ended && found + 1 + judgedBytes > split.text.length)) {
      // The text of a short mail stays at hand; that of a long one and of a rest is looked at now or never.
      if (split.mail && (split.mail.restFrom !== undefined || split.base + split.text.length - split.mail.start > longText))
        lookForDelimiters(split, split.mail, split.base + split.text.length);
      split.at = found < 0 ? Math.max(split.at, split.base + split.text.length - 5) : split.base + found + 1;
      return;
    }
    const position = split.base + found + 1;
    split.at = position + 5;
    const line = judgeMboxLine(split.text, found + 1, false);
    if (!line) continue;
    if (!split.mail || isPlainBorder(split, split.mail, position) || !(await isInside(split, split.mail, position, line)))
      begin(split, position, line);
  }
}

/** The first line may follow a byte-order mark and empty lines. */
function beginAtStart(split: Split): boolean {
  const first = /^(?:\u00EF\u00BB\u00BF)?[\r\n]*/.exec(split.text)?.[0].length ?? 0;
  if (!split.window.ended && first + judgedBytes > split.text.length) {
    // A file of nothing but empty lines: they need not be held to be counted.
    split.isFirst = split.text.length < maxMailBytes;
    return !split.isFirst;
  }
  split.isFirst = false;
  split.isBlank = first === split.text.length;
  const line = split.text.startsWith("From ", first) ? judgeMboxLine(split.text, first, true) : undefined;
  if (line) {
    split.isBlank = true;
    begin(split, first, line);
  }
  return true;
}

/** A mail begins: what came before it ends. */
function begin(split: Split, start: number, line: MboxLine): void {
  const isUnlike = !line.isOwn && split.ownInRow >= fewestOwn;
  const isDoubtful =
    line.isTorn || (split.mail !== undefined && (split.doubted || isUnlike || !line.isCertain || start < split.doubtedUntil));
  // What stands over a mail that was left out says nothing of the mails around it.
  if (!line.isNothing) split.ownInRow = line.isOwn ? split.ownInRow + 1 : 0;
  split.doubted = false;
  if (split.mail && isDoubtful) split.mail.isDoubtful = true;
  close(split, start);
  const headersAt = split.base + line.after;
  split.mail = {
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
  split.at = headersAt;
}

/** Hands over what reaches up to `until`. */
function close(split: Split, until: number): void {
  if (!split.mail) {
    if (until > 0) split.pieces.push({ kind: split.isBlank ? "blank" : "before", start: 0, end: until });
    return;
  }
  if (split.mail.restFrom !== undefined) {
    split.pieces.push({ kind: "rest", start: split.mail.restFrom, end: until });
    return;
  }
  const headEnd = Math.min(until, split.mail.start + maxMailBytes);
  handOver(split, split.mail, headEnd, headEnd < until);
  if (headEnd < until) split.pieces.push({ kind: "rest", start: headEnd, end: until });
}

function handOver(split: Split, { start, envelope, isDoubtful, headersAt, headers }: OpenMail, end: number, isCut: boolean): void {
  const bytes = split.window.bytes.subarray(headersAt - split.window.base, end - split.window.base);
  // No frame stands in headers that an empty line closes.
  const framesFrom = headers?.areClosed === true ? headers.bodyAt : headersAt;
  const torn = tornFrame(split.text.slice(Math.max(0, framesFrom - split.base), end - split.base));
  const isTorn = torn === "opens" || (torn === "closes" && split.isFrameOpen);
  if (torn !== undefined) split.isFrameOpen = torn === "opens";
  split.pieces.push({ kind: "mail", start, end, bytes, envelope, isDoubtful: isDoubtful || isTorn, isCut });
}

function end(split: Split, size: number): void {
  if (size === 0) return;
  close(split, size);
  split.mail = undefined;
}

/** A mail longer than any provider delivers: its beginning is handed over, its rest is only measured. */
function handOverHead(split: Split, open: OpenMail): void {
  lookForDelimiters(split, open, split.base + split.text.length);
  open.restFrom = open.start + maxMailBytes;
  handOver(split, open, open.restFrom, true);
  split.at = Math.max(split.at, split.base + split.text.length - 5);
}

/** Whether nothing in the open mail speaks against a border: so it is with nearly every mail, and told without waiting. */
function isPlainBorder(split: Split, open: OpenMail, position: number): boolean {
  if (position < open.insideUntil) return false;
  lookForDelimiters(split, open, position);
  const { delimiter, bodyAt, length } = headersOf(split, open, position);
  if (length !== undefined && position < bodyAt + length) return false;
  if (delimiter !== undefined && open.opensAt <= position && open.closesAt >= position) return false;
  return !mayAnnounce(textAbove(split, open, position), delimiter);
}

/** Whether a line that could begin a mail stands inside the open one. */
async function isInside(split: Split, open: OpenMail, position: number, line: MboxLine): Promise<boolean> {
  if (position < open.insideUntil) return true;
  lookForDelimiters(split, open, position);
  const { delimiter, bodyAt, length } = headersOf(split, open, position);
  if (length !== undefined && position < bodyAt + length && length <= maxMailBytes) {
    open.lengthLands ??= await isBorder(split.source, bodyAt + length);
    if (open.lengthLands) return inside(open, bodyAt + length, line);
  }
  if (delimiter === undefined || open.opensAt > position || open.closesAt < position) return await isQuoted(split, open, position, line);
  split.index ??= await indexMbox(split.source, open.start);
  const closesAt = split.index.closeAfter(delimiter.slice(2), position);
  if (closesAt !== undefined && closesAt - open.start <= maxMailBytes) return inside(open, closesAt, line);
  if (await isQuoted(split, open, position, line)) return true;
  split.doubted = true;
  return false;
}

/** Whether the sender of the open mail says that another mail stands here. */
async function isQuoted(split: Split, open: OpenMail, position: number, line: MboxLine): Promise<boolean> {
  if (!mayAnnounce(textAbove(split, open, position), headersOf(split, open, position).delimiter)) return false;
  const from = Math.max(open.headersAt, position - announcementLookback, split.window.base);
  const bytes = split.window.bytes.subarray(from - split.window.base, position - split.window.base);
  const above = decodeRaw(bytes).text;
  const isEncoded = /=[0-9A-F]{2}/.test(above.slice(-quotedLine));
  const announcement = judgeAnnouncement(isEncoded ? decodeRaw(decodeBody(bytes, "quoted-printable")).text : above);
  const block = isBlockOpen(above) ? await blockAround(split, position) : undefined;
  if (announcement === undefined && block === undefined) return false;
  const { bodyAt, length } = headersOf(split, open, position);
  const endsHere = length !== undefined && position >= bodyAt + length && position - bodyAt - length <= 4;
  // Only words say so; the mailbox's own program, the length of the mail, or a whole header says the contrary.
  if ((announcement === "perhaps" && block === undefined) || line.isOwn || endsHere) split.doubted = true;
  else if (await isOfMailbox(split, open, { position, line, frame: announcement === "quoted" ? block : undefined })) {
    split.doubted = true;
    split.doubtedUntil = Math.max(split.doubtedUntil, block?.end ?? 0);
  } else {
    open.isDoubtful = true;
    if (block?.mailAt !== undefined) split.doubtedUntil = Math.max(split.doubtedUntil, block.end);
    return inside(open, block === undefined ? position + 1 : (block.mailAt ?? block.end), line);
  }
  return false;
}

/** The end of the open mail, as text of one letter a byte. */
function textAbove(split: Split, open: OpenMail, position: number): string {
  return split.text.slice(Math.max(open.headersAt, position - announcementLookback, split.base) - split.base, position - split.base);
}

/** A block of quoted mails, below the first line in it. */
interface QuotedBlock {
  /** Where the line begins that closes it. */
  readonly end: number;
  /** Another line in it could begin a mail. */
  readonly holdsMore: boolean;
  /** The first line in it below which stands everything with which a real mail begins. */
  readonly mailAt: number | undefined;
}

/** The block of quoted mails that is open at a position; undefined when nothing closes it soon. */
async function blockAround(split: Split, position: number): Promise<QuotedBlock | undefined> {
  if (split.blocks++ >= mostBlocks) return undefined;
  const below = windows1252.decode(await readStretch(split.source, position, position + longestBlock));
  const close = closeOfBlock(below);
  if (close === undefined) return undefined;
  let lines = 0;
  let holdsMore = false;
  let mailAt: number | undefined;
  for (let i = below.indexOf("\nFrom "); i >= 0 && i < close; i = below.indexOf("\nFrom ", i + 1)) {
    if (++lines > mostQuoted) {
      split.doubtedUntil = position + close;
      return undefined;
    }
    const line = judgeMboxLine(below, i + 1, false);
    holdsMore ||= line !== undefined;
    if (mailAt === undefined && line?.isCertain === true && holdsWholeHeader(below.slice(i + 1, i + 1 + wholeHeaderBytes)))
      mailAt = position + i + 1;
  }
  return { end: position + close, holdsMore, mailAt };
}

/**
 * Whether an announced line begins a mail of the mailbox all the same: everything stands below it with which a real mail begins, so that nobody's
 * words are given to whoever typed "Begin" and no end. In a `frame` of one mail, begun directly above and closed below, it must also have been
 * taken in where the open mail was: mails that somebody quotes came to the person who quotes them.
 */
async function isOfMailbox(
  split: Split,
  open: OpenMail,
  { position, line, frame }: { position: number; line: MboxLine; frame: QuotedBlock | undefined },
): Promise<boolean> {
  if (!line.isCertain || line.envelope === undefined) return false;
  if (split.wholeHeaders++ >= mostWholeHeaders) return true;
  const below = windows1252.decode(await readStretch(split.source, position, position + wholeHeaderBytes));
  if (!holdsWholeHeader(below)) return false;
  if (frame === undefined || frame.holdsMore) return true;
  const { bodyAt } = headersOf(split, open, position);
  const { base, bytes } = split.window;
  const delivered =
    open.headersAt < base ? undefined : deliveryOf(windows1252.decode(bytes.subarray(open.headersAt - base, bodyAt - base)));
  return delivered !== undefined && delivered === deliveryOf(headerOf(below));
}

function inside(open: OpenMail, until: number, line: MboxLine): true {
  open.insideUntil = until;
  // Nothing but the open mail's own word says that this is no mail of its own.
  if (line.isCertain) open.isDoubtful = true;
  return true;
}

/** Whether a mail may end at a position in the source: a line that begins another stands there, empty lines before it or not, or nothing. */
async function isBorder(source: Source, position: number): Promise<boolean> {
  const around = windows1252.decode(await readStretch(source, position - 1, position + judgedBytes + 8));
  const from = 1 + (/^[\r\n]{0,4}/.exec(around.slice(1))?.[0].length ?? 0);
  if (around.length <= from) return around.length > 0;
  return around[from - 1] === "\n" && around.startsWith("From ", from) && judgeMboxLine(around, from, true) !== undefined;
}

/** Finds the first delimiter and the closing one in what the window holds of the mail, each byte once. */
function lookForDelimiters(split: Split, open: OpenMail, position: number): void {
  const { delimiter } = headersOf(split, open, position);
  const until = split.base + split.text.length;
  const searchedTo = open.searchedTo;
  open.searchedTo = Math.max(searchedTo, until);
  if (delimiter === undefined || searchedTo >= until) return;
  const from = Math.max(0, Math.max(open.headersAt, searchedTo - delimiter.length - 6) - split.base - 1);
  if (open.opensAt === Number.POSITIVE_INFINITY) open.opensAt = positionOf(split, split.text.indexOf(`\n${delimiter}`, from));
  // The closing delimiter begins like the first one, so it stands there or below.
  if (open.closesAt === Number.POSITIVE_INFINITY && open.opensAt !== Number.POSITIVE_INFINITY)
    open.closesAt = positionOf(split, indexOfClosing(split.text, delimiter, Math.max(from, open.opensAt - split.base)));
}

function indexOfClosing(text: string, delimiter: string, from: number): number {
  const closing = `\n${delimiter}--`;
  let found = text.indexOf(closing, from);
  while (found >= 0 && /[^ \t\r\n]/.test(text.charAt(found + closing.length))) found = text.indexOf(closing, found + 1);
  return found;
}

function positionOf(split: Split, found: number): number {
  return found < 0 ? Number.POSITIVE_INFINITY : split.base + found;
}

/** What its headers say, which end at its first empty line or, when it has none, at the position that is looked at. */
function headersOf(split: Split, open: OpenMail, position: number): MailHeaders {
  if (open.headers) return open.headers;
  const from = open.headersAt - split.base;
  const held = split.text.slice(from, Math.min(position - split.base, from + maxHeaderBytes));
  const empty = /\r?\n\r?\n/.exec(held);
  const block = empty ? held.slice(0, empty.index + 2) : held;
  const length = /^content-length:[ \t]*(\d{1,10})[ \t]*\r?$/im.exec(block)?.[1];
  const type = /^content-type:((?:[^\n]*\n[ \t])*[^\n]*)/im.exec(block)?.[1];
  const boundary = type === undefined ? undefined : boundaryOf(type);
  open.headers = {
    delimiter: boundary === undefined ? undefined : `--${boundary}`,
    bodyAt: open.headersAt + (empty ? empty.index + empty[0].length : held.length),
    areClosed: empty !== null,
    length: length === undefined ? undefined : Number(length),
  };
  return open.headers;
}
