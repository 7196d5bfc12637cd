import { type MailStamp, parseMailStamp } from "./mail-date.ts";

/**
 * The line that separates two mails in an mbox: `From somebody@example.com Fri Feb 27 09:00:00 2026` (RFC 4155). Nothing forbids such a line
 * inside a mail, so what stands around it decides. The rules: docs/formats/sources/email.md
 */
export interface MboxLine {
  /** Where the line after it begins; of a torn one, where its headers do. */
  readonly after: number;
  /** Damaged or empty lines stand between it and its headers. */
  readonly isTorn: boolean;
  /** Only a mail begins like this: an empty line before it, a date in it, a known header after it. */
  readonly isCertain: boolean;
  /** The program that keeps the mailbox writes this line and the header below it, and nobody else does. */
  readonly isOwn: boolean;
  /** It begins what stands in a copy over a mail that was left out. */
  readonly isNothing: boolean;
  /** Its date, as written and as read. */
  readonly envelope: { readonly wrote: string; readonly stamp: MailStamp } | undefined;
}

/** What a copy has where a mail was left out: a mail of no day, below a header that only the program of a mailbox writes. Blanks come after it. */
export const nothingInMbox: string = "From - Thu Jan 00 00:00:00 1970\nX-Mozilla-Status: 0008\n";

/** Longest line that can separate two mails. */
const longestLine = 512;
/** Longest header name that is looked at. */
const longestName = 78;
/** Damaged lines between the line and its headers that are borne, the header lines below them that are looked at, and the bytes of both. */
const mostTorn = 4;
const mostTelling = 6;
const longestTorn = 2 * 1024;
/** Bytes after the start of a line that must be at hand to judge it. */
export const judgedBytes: number = longestLine + longestTorn;

/** Headers with which a mail in a mailbox begins. `X-…` are too many to list. */
const knownHeader =
  /^(?:x-[\w-]+|from|to|cc|bcc|date|subject|received|return-path|delivered-to|message-id|mime-version|content-(?:type|transfer-encoding|length)|reply-to|sender|status|envelope-to|delivery-date|dkim-signature|arc-[\w-]+|authentication-results|received-spf|in-reply-to|references|organization|user-agent|list-[\w-]+|resent-[\w-]+|domainkey-signature|importance|priority|precedence|lines)$/i;
/** Headers that hardly any other text than the beginning of a mail has. */
const tellingHeader = /^(?:from|date|message-id|received|return-path|delivered-to)$/i;
/** What a program gives every mail that it sends, the number that nobody copies by hand included, and what else stands there, one of it at least. */
const sentHeaders = ["from", "date", "message-id"];
const wayHeaders = ["received", "return-path", "delivered-to", "x-original-to", "mime-version", "to"];
/** Characters below the line that are looked at for them. */
export const wholeHeaderBytes: number = 16 * 1024;
/** Headers that a program puts below the line when it writes the mailbox: Gmail's export, Thunderbird. */
const ownHeader = /^x-(?:gm-thrid|gmail-labels|mozilla-status2?|mozilla-keys)$/i;
const month = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i;

/** Judges the line at `at`, which begins with `From `. Undefined when no mail begins here. `isFirst`: nothing stands before it. */
export function judgeMboxLine(text: string, at: number, isFirst: boolean): MboxLine | undefined {
  const end = text.slice(at, at + longestLine).indexOf("\n");
  if (end < 0) return undefined;
  const line = text.slice(at, at + end).trimEnd();
  const after = at + end + 1;
  const header = fieldNameOf(text.slice(after, after + longestName));
  const quoted = text.startsWith(">From ", after);
  if (header === undefined && !quoted) return judgeTornLine(text, at, isFirst, { line, after });
  const isOwn = ownHeader.test(header ?? "");
  const isKnown = quoted || knownHeader.test(header ?? "");
  const isNothing = isOwn && text.startsWith(nothingInMbox, at);
  const word = wordOf(line);
  if (!word) return undefined;
  const wrote = stampOf(line, word[0].length);
  const isBlankBefore = isFirst || followsEmptyLine(text, at);
  const stamp = parseMailStamp(wrote);
  if (stamp !== undefined || (month.test(wrote) && /\d:\d\d/.test(wrote) && /\b\d{4}\b/.test(wrote))) {
    if (!isKnown && !isBlankBefore) return undefined;
    return { after, isTorn: false, isCertain: isKnown && isBlankBefore, isOwn, isNothing, envelope: stamp && { wrote, stamp } };
  }
  // Some programs write no date: `From -`, or an address alone.
  if (wrote !== "" || !isKnown || !(word[1] === "-" || word[1]?.includes("@"))) return undefined;
  return { after, isTorn: false, isCertain: false, isOwn, isNothing, envelope: undefined };
}

/**
 * No header stands directly below: one damaged line there must not put a whole mail into the mouth of the sender before. Its headers a few
 * lines further on, a date in the line and an empty line before it are enough.
 */
function judgeTornLine(text: string, at: number, isFirst: boolean, { line, after }: { line: string; after: number }): MboxLine | undefined {
  const word = wordOf(line);
  if (!word || !(isFirst || followsEmptyLine(text, at))) return undefined;
  const wrote = stampOf(line, word[0].length);
  const stamp = parseMailStamp(wrote);
  const headersAt = stamp === undefined ? undefined : tornHeadersAt(text.slice(after, after + longestTorn));
  if (stamp === undefined || headersAt === undefined) return undefined;
  return { after: after + headersAt, isTorn: true, isCertain: false, isOwn: false, isNothing: false, envelope: { wrote, stamp } };
}

/** Where headers begin that a few other lines stand above, a telling one among them. A damaged line directly above them is damage to them. */
function tornHeadersAt(below: string): number | undefined {
  const lines = below.split("\n", mostTorn + mostTelling);
  const isHeader = (line: string): boolean => knownHeader.test(fieldNameOf(withoutMark(line)) ?? "");
  const first = lines.findIndex(isHeader);
  if (first < 0 || first > mostTorn) return undefined;
  // They are the headers of the next mail.
  if (lines.slice(0, first).some((line, i) => line.startsWith("From ") && lines[i - 1]?.trimEnd() === "")) return undefined;
  const block = lines.slice(first);
  const empty = block.findIndex((line) => line.trimEnd() === "");
  const fields = block.slice(0, empty < 0 ? block.length : empty).filter(isHeader);
  if (fields.length < 2 || !fields.some((line) => tellingHeader.test(fieldNameOf(withoutMark(line)) ?? ""))) return undefined;
  const above = lines.slice(0, first);
  const passed = above.findLastIndex((line) => line.trimEnd() === "" || line.startsWith("From ")) + 1;
  const start = lines.slice(0, passed).reduce((sum, line) => sum + line.length + 1, 0);
  const leading = lines[passed] ?? "";
  return start + leading.length - withoutMark(leading).length;
}

/** A byte-order mark as Windows-1252 shows it, or decoded. */
function withoutMark(line: string): string {
  return line.replace(/^(?:\u00EF\u00BB\u00BF|\uFEFF)/, "");
}

function fieldNameOf(line: string): string | undefined {
  return /^([!-9;-~]+)[ \t]*:/.exec(line)?.[1];
}

function wordOf(line: string): RegExpExecArray | null {
  return /^From +(\S+) */.exec(line);
}

function stampOf(line: string, from: number): string {
  return line.slice(from).replace(/ +remote from \S+$/, "");
}

function followsEmptyLine(text: string, at: number): boolean {
  return text[at - 2] === "\n" || (text[at - 2] === "\r" && text[at - 3] === "\n");
}

/** Whether below a line that separates mails stands everything with which a real mail begins. `below` begins with that line. */
export function holdsWholeHeader(below: string): boolean {
  const keys = new Set<string>();
  for (const line of headerOf(below).split("\n")) {
    const key = fieldNameOf(line.slice(0, longestName));
    if (key !== undefined) keys.add(key.toLowerCase());
  }
  return sentHeaders.every((key) => keys.has(key)) && wayHeaders.some((key) => keys.has(key));
}

/** Which mailbox or server says in a header that it took the mail in last; undefined when none does. */
export function deliveryOf(header: string): string | undefined {
  const mailbox = /^(?:delivered-to|x-original-to):[ \t]*(\S+)/im.exec(header)?.[1];
  const way = mailbox === undefined ? /^received:((?:[^\n]*\n[ \t])*[^\n]*)/im.exec(header)?.[1] : undefined;
  return (mailbox ?? (way === undefined ? undefined : /\bby\s+(\S+)/i.exec(way)?.[1]))?.toLowerCase();
}

/** The lines below a line that separates mails, up to the first empty one. */
export function headerOf(below: string): string {
  const held = below.slice(below.indexOf("\n") + 1, wholeHeaderBytes);
  const end = held.search(/\n\r?\n/);
  return end < 0 ? held : held.slice(0, end);
}
