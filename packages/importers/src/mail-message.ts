import {
  type Act,
  type Attachment,
  type Flag,
  type FlaggedWhen,
  type Identity,
  type SourceSpan,
  type When,
  msPerDay,
  msPerMinute,
  whenFromWall,
  withheld,
  zoneOfOffset,
} from "@unmask/core";
import PostalMime, { type Address, type Attachment as MimePart, type Email } from "postal-mime";
import { htmlToText } from "./html-text.ts";
import { parseIdentity } from "./identity.ts";
import type { ReadContext } from "./importer.ts";
import { closesItself } from "./mail-message-boundary.ts";
import { type MailStamp, parseMailStamp } from "./mail-message-date.ts";
import { mendWindows1252 } from "./windows-1252.ts";

/**
 * One mail (RFC 5322, MIME) as an act. Which headers count, and the fields of the id: docs/formats/sources/email.md
 */
export interface Mail {
  /** From the first header to the last byte that is handed over. */
  readonly bytes: Uint8Array;
  readonly span: SourceSpan;
  /** The stamp of the line that separates it from the mail before (mbox), used when the mail has no date of its own. */
  readonly envelope?: { readonly wrote: string; readonly stamp: MailStamp };
  /** The mail was longer than `maxMailBytes`: its last attachment is not whole. */
  readonly isCut: boolean;
  /** Flags that the container raises. */
  readonly flags: readonly Flag[];
}

/** Longest mail that is read whole, in bytes. Providers deliver up to 25 MB of attachments, which is 34 MB as base64. */
export const maxMailBytes: number = 48 * 1024 * 1024;
/** Deepest nesting of parts, against a mail that spawns a parser for each. */
const maxNestingDepth = 64;
/** Bytes of all headers together, against a mail that is nothing but headers. */
const maxHeadersSize = 2 * 1024 * 1024;
/** Most lines that are no base64: the parser keeps each line of a text on its own, kilobytes for one of a few letters (measured). */
const mostTextLines = 100_000;
/** Shortest and longest line of base64 as mail programs write it (RFC 2045 allows 76). */
const shortestBase64 = 56;
const longestBase64 = 80;
/** Most lines that can be delimiters, against a mail of millions of empty parts, each of which costs the parser a node. */
const mostDelimiters = 50_000;
/** Dates before this are flagged: 1990-01-01. */
const earliestLikely = 631_152_000_000;
/** A server cannot have stamped a mail before it was written, but clocks differ. */
const clockTolerance = 10 * msPerMinute;
/** A mail may wait in an outbox; one that waits longer than this was perhaps dated back. */
const longestWait = msPerDay;

/** Reads a mail. A string is the reason why it is no act. */
export async function readMail(mail: Mail, context: ReadContext): Promise<Act | string> {
  const email = isWithinLimits(mail.bytes) ? await parsedMail(mail.bytes) : undefined;
  if (email === undefined) return "a mail with more parts, parts nested deeper, more lines or longer headers than any mail program makes";
  const dated = readMailWhen(email, mail, context);
  if (dated === undefined) {
    return "a mail without any date that can be read: neither its own nor that of a server. If you know when it came, write it in the journal";
  }
  const flags: Flag[] = [...mail.flags, ...dated.flags];
  const text = textOf(email);
  if (mail.isCut || !closesItself(mail.bytes, valueOf(email, "content-type"))) flags.push("truncated");
  if (text?.includes("\uFFFD") === true) flags.push("decoding-doubtful");
  const attachments = readAttachments(email.attachments, mail.isCut, context);
  if (attachments.some(({ sha256 }) => sha256 === undefined)) flags.push("media-missing");
  const from = identitiesOf([email.from ?? email.sender ?? []].flat(), context)[0] ?? withheld;
  const to = recipientsOf(email, context);
  const messageId = email.messageId?.trim();
  const subject = email.subject === undefined ? undefined : mendWindows1252(email.subject);
  const hashes = attachments.map((one) => one.sha256 ?? one.name);
  return {
    id: context.tally.idOf(
      "email",
      messageId ? ["message-id", messageId] : [dated.when.wrote, from.normal, subject ?? "", text ?? "", ...hashes],
    ),
    kind: "message",
    channel: "email",
    when: dated.when,
    from,
    to,
    text,
    attachments,
    flags,
    grade: "structured-export",
    source: mail.span,
    ...(subject === undefined ? {} : { subject }),
    ...(messageId ? { sourceId: messageId } : {}),
  };
}

/** Undefined when a limit is passed: the library then refuses the whole mail. A mail within a mail stays an attachment, so nothing recurses. */
async function parsedMail(bytes: Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth, maxHeadersSize });
  } catch {
    return undefined;
  }
}

/** Counts lines of text, and those that begin with `--`. */
function isWithinLimits(bytes: Uint8Array): boolean {
  let delimiters = 0;
  let textLines = 0;
  let from = 0;
  for (let i = bytes.indexOf(0x0a); i >= 0; i = bytes.indexOf(0x0a, from)) {
    if (!isBase64Line(bytes, from, bytes[i - 1] === 0x0d ? i - 1 : i)) textLines++;
    from = i + 1;
    if (bytes[from] === 0x2d && bytes[from + 1] === 0x2d) delimiters++;
  }
  return delimiters <= mostDelimiters && textLines <= mostTextLines;
}

function isBase64Line(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from < shortestBase64 || to - from > longestBase64) return false;
  for (let i = from; i < to; i++) if (isBase64Byte[bytes[i] ?? 0] !== 1) return false;
  return true;
}

const isBase64Byte = Uint8Array.from({ length: 256 }, (_, byte) => (/[A-Za-z0-9+/]/.test(String.fromCharCode(byte)) ? 1 : 0));

function valueOf(email: Email, key: string): string | undefined {
  return email.headers.find((header) => header.key === key)?.value;
}

/** The plain text where there is one, else the text of the page. Line breaks at the end are the transport's. */
function textOf(email: Email): string | null {
  const plain = trimmedEnd(mendWindows1252(email.text ?? "").replaceAll("\r\n", "\n"));
  if (plain.trim() !== "") return plain;
  const page = email.html === undefined ? "" : htmlToText(mendWindows1252(email.html));
  if (page !== "") return page;
  return email.text === undefined && email.html === undefined ? null : "";
}

function trimmedEnd(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0x0a) end--;
  return text.slice(0, end);
}

function readAttachments(parts: readonly MimePart[], isCut: boolean, context: ReadContext): readonly Attachment[] {
  return parts.map((part, i) => {
    const name = part.filename !== null && part.filename !== "" ? part.filename : `attachment ${i + 1}`;
    if (isCut && i === parts.length - 1) return { name, mime: part.mimeType };
    const { content } = part;
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
    const hasher = context.createHasher();
    hasher.update(bytes);
    return { name, mime: part.mimeType, size: bytes.length, sha256: hasher.digest() };
  });
}

/** Everybody it was sent to, each once; else the mailbox that a server says it was put into. */
function recipientsOf(email: Email, context: ReadContext): readonly Identity[] {
  const named = identitiesOf([...(email.to ?? []), ...(email.cc ?? []), ...(email.bcc ?? [])], context);
  if (named.length > 0 || email.deliveredTo === undefined) return named;
  return identitiesOf([{ name: "", address: email.deliveredTo }], context);
}

function identitiesOf(addresses: readonly Address[], context: ReadContext): readonly Identity[] {
  const identityByNormal = new Map<string, Identity>();
  for (const { name, address } of addresses.flatMap((one) => one.group ?? [one])) {
    const identity = identityOf(name, address, context);
    if (identity && !identityByNormal.has(identity.normal)) identityByNormal.set(identity.normal, identity);
  }
  return [...identityByNormal.values()];
}

function identityOf(name: string, address: string | undefined, { country }: ReadContext): Identity | undefined {
  if (address === undefined || address === "") return name === "" ? undefined : parseIdentity(name, country);
  const identity: Identity = address.includes("@")
    ? { kind: "email", wrote: address, normal: address.toLowerCase() }
    : parseIdentity(address, country);
  return name === "" || name === address ? identity : { ...identity, name: mendWindows1252(name) };
}

/**
 * When it was sent: its own Date, which the sender sets. The stamps of the servers on the way (Received) are the check: the earliest of them
 * takes the place of a Date that is missing or impossible, and stands in `or` when the Date lies after it or long before it.
 */
function readMailWhen(email: Email, mail: Mail, context: ReadContext): FlaggedWhen | undefined {
  const stamps = email.headers.filter((header) => header.key === "received").map((header) => receivedStamp(header.value));
  const received = earliest(stamps.map((stamp) => whenOf(stamp, context)));
  const own = whenOf(stampOf(valueOf(email, "date") ?? ""), context);
  if (own) return checkedBy(received, own, context);
  const other = received ?? (mail.envelope && whenOf(mail.envelope, context));
  return other && withFlags(other, ["date-doubtful"], context);
}

function checkedBy(received: FlaggedWhen | undefined, own: FlaggedWhen, context: ReadContext): FlaggedWhen {
  if (received === undefined) return withFlags(own, [], context);
  const waited = received.when.earliest - own.when.earliest;
  if (waited >= -clockTolerance && waited <= longestWait) return withFlags(own, [], context);
  const or: When["or"] = [{ earliest: received.when.earliest, latest: received.when.latest }];
  return withFlags({ when: { ...own.when, or }, flags: own.flags }, ["date-doubtful"], context);
}

function withFlags({ when, flags }: FlaggedWhen, more: readonly Flag[], context: ReadContext): FlaggedWhen {
  const isFar = when.earliest < earliestLikely || when.earliest > context.now + msPerDay;
  return { when, flags: [...flags, ...more, ...(isFar ? (["far-date"] as const) : [])] };
}

function whenOf(written: { wrote: string; stamp: MailStamp } | undefined, context: ReadContext): FlaggedWhen | undefined {
  if (written === undefined) return undefined;
  const { wrote, stamp } = written;
  if (stamp.offsetMinutes !== undefined) return whenFromWall(wrote, stamp.wall, zoneOfOffset(stamp.offsetMinutes));
  const read = whenFromWall(wrote, stamp.wall, context.zone.zone);
  return read && !context.zone.stated ? { when: read.when, flags: [...read.flags, "zone-assumed"] } : read;
}

function earliest(whens: readonly (FlaggedWhen | undefined)[]): FlaggedWhen | undefined {
  let first: FlaggedWhen | undefined;
  for (const one of whens) if (one && (first === undefined || one.when.earliest < first.when.earliest)) first = one;
  return first;
}

function stampOf(wrote: string): { wrote: string; stamp: MailStamp } | undefined {
  const stamp = parseMailStamp(wrote);
  return stamp && { wrote, stamp };
}

/** The stamp of a Received field stands after its last semicolon (RFC 5322, section 3.6.7). */
function receivedStamp(value: string): { wrote: string; stamp: MailStamp } | undefined {
  return stampOf(value.slice(value.lastIndexOf(";") + 1).trim());
}
