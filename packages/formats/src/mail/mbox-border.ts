import { type MailStamp, parseMailStamp } from "./mail-date.ts";

/**
 * The line that separates two mails in an mbox: `From somebody@example.com Fri Feb 27 09:00:00 2026` (RFC 4155). Nothing forbids such a line
 * inside a mail, so what stands around it decides. The rules: docs/formats/sources/email.md
 */
export interface MboxLine {
  /** Where the line after it begins. */
  readonly after: number;
  /** Only a mail begins like this: an empty line before it, a date in it, a known header after it. */
  readonly isCertain: boolean;
  /** The program that keeps the mailbox writes this line and the header below it, and nobody else does. */
  readonly isOwn: boolean;
  /** Its date, as written and as read. */
  readonly envelope: { readonly wrote: string; readonly stamp: MailStamp } | undefined;
}

/** Longest line that can separate two mails. */
const longestLine = 512;
/** Longest header name that is looked at. */
const longestName = 78;
/** Bytes after the start of a line that must be at hand to judge it. */
export const judgedBytes: number = longestLine + longestName + 4;

/** Headers with which a mail in a mailbox begins. `X-…` are too many to list. */
const knownHeader =
  /^(?:x-[\w-]+|from|to|cc|bcc|date|subject|received|return-path|delivered-to|message-id|mime-version|content-(?:type|transfer-encoding|length)|reply-to|sender|status|envelope-to|delivery-date|dkim-signature|arc-[\w-]+|authentication-results|received-spf|in-reply-to|references|organization|user-agent|list-[\w-]+|resent-[\w-]+|domainkey-signature|importance|priority|precedence|lines)$/i;
/** Headers that a program puts below the line when it writes the mailbox: Gmail's export, Thunderbird. */
const ownHeader = /^x-(?:gm-thrid|gmail-labels|mozilla-status2?|mozilla-keys)$/i;
const month = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i;

/** Judges the line at `at`, which begins with `From `. Undefined when no mail begins here. `isFirst`: nothing stands before it. */
export function judgeMboxLine(text: string, at: number, isFirst: boolean): MboxLine | undefined {
  const end = text.slice(at, at + longestLine).indexOf("\n");
  if (end < 0) return undefined;
  const line = text.slice(at, at + end).trimEnd();
  const after = at + end + 1;
  const header = /^([!-9;-~]+)[ \t]*:/.exec(text.slice(after, after + longestName))?.[1];
  const quoted = text.startsWith(">From ", after);
  if (header === undefined && !quoted) return undefined;
  const isOwn = ownHeader.test(header ?? "");
  const isKnown = quoted || knownHeader.test(header ?? "");
  const word = /^From +(\S+) */.exec(line);
  if (!word) return undefined;
  const wrote = line.slice(word[0].length).replace(/ +remote from \S+$/, "");
  const isBlankBefore = isFirst || followsEmptyLine(text, at);
  const stamp = parseMailStamp(wrote);
  if (stamp !== undefined || (month.test(wrote) && /\d:\d\d/.test(wrote) && /\b\d{4}\b/.test(wrote))) {
    if (!isKnown && !isBlankBefore) return undefined;
    return { after, isCertain: isKnown && isBlankBefore, isOwn, envelope: stamp && { wrote, stamp } };
  }
  // Some programs write no date: `From -`, or an address alone.
  if (wrote !== "" || !isKnown || !(word[1] === "-" || word[1]?.includes("@"))) return undefined;
  return { after, isCertain: false, isOwn, envelope: undefined };
}

function followsEmptyLine(text: string, at: number): boolean {
  return text[at - 2] === "\n" || (text[at - 2] === "\r" && text[at - 3] === "\n");
}
