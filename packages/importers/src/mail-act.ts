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
import {
  htmlToText,
  pageSaysMore,
  type MailAddress,
  parseAddresses,
  decodeCharset,
  type DecodedText,
  type MailStamp,
  parseMailStamp,
  type MailPart,
  decodeBody,
  isMultipart,
  parseMail,
  valueOf,
  readStructured,
  decodeWords,
  mendWindows1252,
} from "@unmask/formats";
import { addressIdentity, parseIdentity } from "./identity.ts";
import type { ReadContext } from "./importer.ts";

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
  /** The whole file was in another encoding, and was brought into UTF-8: so are the parts that are not encoded for transfer, whatever they name. */
  readonly isRecoded: boolean;
  /** Flags that the container raises. */
  readonly flags: readonly Flag[];
}

/** Most bytes of text of one mail, transfer-encoded: far beyond what a person writes or reads. Against a mail of nothing but text. */
const mostTextBytes = 4 * 1024 * 1024;
/** Dates before this are flagged: 1990-01-01. */
const earliestLikely = 631_152_000_000;
/** A server cannot have stamped a mail before it was written, but clocks differ. */
const clockTolerance = 10 * msPerMinute;
/** A mail may wait in an outbox; one that waits longer than this was perhaps dated back. */
const longestWait = msPerDay;

/** Reads a mail. A string is the reason why it is no act. */
export function readMail(mail: Mail, context: ReadContext): Act | string {
  const root = parseMail(mail.bytes);
  if (root === undefined) return "a mail with more parts, parts nested deeper or longer headers than any mail program makes";
  const dated = readMailWhen(root, mail, context);
  if (dated === undefined) {
    return "a mail without any date that can be read: neither its own nor that of a server. It can be read in the original file, and when it came can be stated in a table";
  }
  const body = readBody(root, mail.isRecoded);
  const attachments = readAttachments(body.files, mail.isCut, context);
  const from = identitiesOf(senderOf(root), context);
  const to = recipientsOf(root, context);
  const subject = subjectOf(root);
  const flags: Flag[] = [...mail.flags, ...dated.flags];
  if (mail.isCut || body.isCut || (namesBoundary(root) && !root.isClosed)) flags.push("truncated");
  const authors = root.fields.filter(({ key }) => key === "from").length;
  if (root.isDamaged || body.isDamaged || authors > 1) flags.push("damaged-header");
  if (body.isTwofold) flags.push("html-differs");
  if (body.isDoubtful || subject?.isDoubtful === true || from.isDoubtful || to.isDoubtful) flags.push("decoding-doubtful");
  if (attachments.some(({ sha256 }) => sha256 === undefined)) flags.push("media-missing");
  const author = from.identities[0] ?? withheld;
  const messageId = decodeWords(valueOf(root, "message-id") ?? "").text.trim();
  const hashes = attachments.map((one) => one.sha256 ?? one.name);
  return {
    id: context.tally.idOf(
      "email",
      messageId ? ["message-id", messageId] : [dated.when.wrote, author.normal, subject?.text ?? "", body.text ?? "", ...hashes],
    ),
    kind: "message",
    channel: "email",
    when: dated.when,
    from: author,
    to: to.identities,
    text: body.text,
    attachments,
    flags,
    grade: "structured-export",
    source: mail.span,
    ...(subject === undefined ? {} : { subject: subject.text }),
    ...(messageId ? { sourceId: messageId } : {}),
  };
}

function subjectOf(root: MailPart): { text: string; isDoubtful: boolean } | undefined {
  const field = root.fields.find(({ key }) => key === "subject");
  if (field === undefined || field.value === "") return undefined;
  const { text, isDoubtful } = decodeWords(field.value);
  return { text: mendWindows1252(text), isDoubtful: isDoubtful || field.isDoubtful || text.includes("\uFFFD") };
}

function namesBoundary(root: MailPart): boolean {
  return isMultipart(root) && (root.type.parameters.get("boundary") ?? "") !== "";
}

const nothing: DecodedText = { text: "", isDoubtful: false };

/** What a mail says, and the files that it carries. */
interface Body {
  readonly text: string | null;
  readonly files: readonly MailPart[];
  readonly isDoubtful: boolean;
  readonly isDamaged: boolean;
  /** Its text is longer than `mostTextBytes`. */
  readonly isCut: boolean;
  /** A page says what the plain text beside it does not: both are in the text. */
  readonly isTwofold: boolean;
}

/** A text as it was written once, or in several ways of which a reader sees one. */
interface Passage {
  readonly plain: MailPart[];
  readonly pages: MailPart[];
}

/**
 * Of each passage the plain text where there is one, and the text of the page where there is none or where it says more. Line breaks at the end
 * are the transport's.
 */
function readBody(root: MailPart, isRecoded: boolean): Body {
  const files: MailPart[] = [];
  const passages: Passage[] = [];
  let isDamaged = false;
  collect(root, undefined);
  let left = mostTextBytes;
  let isDoubtful = false;
  let isCut = false;
  let isWritten = false;
  let isTwofold = false;
  // Pages last: none takes the room of what is written plainly.
  const plains = passages.map(({ plain }) => decodedTextOf(plain));
  const texts = passages.map(({ pages }, i) => textOf(plains[i] ?? nothing, pages.length === 0 ? nothing : decodedTextOf(pages)));
  const text = trimmedEnd(texts.filter((one) => one.trim() !== "").join("\n"));
  return { text: isWritten ? text : null, files, isDoubtful: isDoubtful || text.includes("\uFFFD"), isDamaged, isCut, isTwofold };

  function textOf(plain: DecodedText, page: DecodedText): string {
    const isPlain = plain.text.trim() !== "";
    const shown = page === nothing ? "" : htmlToText(page.text);
    const isShown = shown !== "" && (!isPlain || pageSaysMore(shown, plain.text));
    isDoubtful ||= plain.isDoubtful || (isShown && page.isDoubtful);
    if (!isShown) return plain.text;
    isTwofold ||= isPlain;
    return isPlain ? `${trimmedEnd(plain.text)}\n\n${shown}` : shown;
  }

  function collect(part: MailPart, alternatives: Passage | undefined): void {
    if (isMultipart(part) && part.parts.length > 0) {
      const within = part.type.value === "multipart/alternative" ? { plain: [], pages: [] } : alternatives;
      if (within !== undefined && within !== alternatives) passages.push(within);
      for (const one of part.parts) collect(one, within);
      return;
    }
    isDamaged ||= (part !== root && part.isDamaged) || (isMultipart(part) && !namesBoundary(part));
    if (!isText(part)) {
      files.push(part);
      return;
    }
    const passage = alternatives ?? { plain: [], pages: [] };
    if (passage !== alternatives) passages.push(passage);
    (part.type.value === "text/html" ? passage.pages : passage.plain).push(part);
  }

  function decodedTextOf(parts: readonly MailPart[]): DecodedText {
    let isGuess = false;
    const decodedText = parts
      .map((part) => {
        const body = part.body.subarray(0, left);
        if (body.length < part.body.length) isCut = true;
        if (body.length > 0) isWritten = true;
        left -= body.length;
        const transfer = valueOf(part, "content-transfer-encoding");
        const isRecodedText = isRecoded && !/base64|quoted-printable/i.test(transfer ?? "");
        const decoded = decodeCharset(decodeBody(body, transfer), isRecodedText ? "utf-8" : part.type.parameters.get("charset"));
        isGuess ||= decoded.isDoubtful;
        return unflowed(decoded.text.replaceAll("\r\n", "\n"), part);
      })
      .join("\n");
    return { text: decodedText, isDoubtful: isGuess };
  }
}

/** A text that is shown in the mail. A multipart that names no boundary, or whose boundary never comes, is a text as well. */
function isText(part: MailPart): boolean {
  if (isMultipart(part)) return true;
  if (part.type.value !== "text/plain" && part.type.value !== "text/html") return false;
  return readStructured(valueOf(part, "content-disposition") ?? "").value !== "attachment";
}

/** Joins the lines of a flowed text (RFC 3676): one that ends in a blank goes on in the next. */
function unflowed(text: string, { type }: MailPart): string {
  if (type.parameters.get("format")?.toLowerCase() !== "flowed") return text;
  const deletesBlank = type.parameters.get("delsp")?.toLowerCase() === "yes";
  let flowed = "";
  let line = "";
  text.split("\n").forEach((written, i) => {
    const next = written.startsWith(" ") ? written.slice(1) : written;
    const goesOn = i > 0 && line.endsWith(" ") && line !== "-- ";
    if (i > 0 && !goesOn) {
      flowed += `${line}\n`;
      line = next;
    } else line = (deletesBlank && goesOn ? line.slice(0, -1) : line) + next;
  });
  return flowed + line;
}

function trimmedEnd(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0x0a) end--;
  return text.slice(0, end);
}

function readAttachments(parts: readonly MailPart[], isCut: boolean, context: ReadContext): readonly Attachment[] {
  return parts.map((part, i) => {
    const name = fileNameOf(part) ?? `attachment ${i + 1}`;
    const mime = part.type.value;
    if (isCut && i === parts.length - 1) return { name, mime };
    const bytes = decodeBody(part.body, valueOf(part, "content-transfer-encoding"));
    const hasher = context.createHasher();
    hasher.update(bytes);
    return { name, mime, size: bytes.length, sha256: hasher.digest() };
  });
}

function fileNameOf(part: MailPart): string | undefined {
  const name = readStructured(valueOf(part, "content-disposition") ?? "").parameters.get("filename") || part.type.parameters.get("name");
  return name ? decodeWords(name).text : undefined;
}

/** Who sent it: its From, else its Sender. */
function senderOf(root: MailPart): readonly MailAddress[] {
  const from = firstAuthor(addressesOf(root, "from"));
  return from.length > 0 ? from : firstAuthor(addressesOf(root, "sender"));
}

/** The first that has an address. A name with a comma and no quotes, `Lee, Ann <ann@…>`, reads like two people, and is one. */
function firstAuthor(addresses: readonly MailAddress[]): readonly MailAddress[] {
  const at = addresses.findIndex(({ address }) => address !== "");
  const author = addresses[Math.max(0, at)];
  if (author === undefined || at <= 0) return author === undefined ? [] : [author];
  const named = addresses.slice(0, at + 1).filter(({ name }) => name !== "");
  return [{ ...author, name: named.map(({ name }) => name).join(", "), isDoubtful: named.some(({ isDoubtful }) => isDoubtful) }];
}

/** What the fields of this name name; undecodable bytes make all of them doubtful. */
function addressesOf(root: MailPart, key: string): readonly MailAddress[] {
  return root.fields
    .filter((field) => field.key === key)
    .flatMap((field) => parseAddresses(field.value).map((one) => (field.isDoubtful ? { ...one, isDoubtful: true } : one)));
}

interface Named {
  readonly identities: readonly Identity[];
  readonly isDoubtful: boolean;
}

/** Everybody it was sent to, each once; else the mailbox that a server says it was put into. */
function recipientsOf(root: MailPart, context: ReadContext): Named {
  const named = identitiesOf(
    ["to", "cc", "bcc"].flatMap((key) => addressesOf(root, key)),
    context,
  );
  if (named.identities.length > 0) return named;
  return identitiesOf(
    addressesOf(root, "delivered-to")
      .slice(0, 1)
      .map((one) => ({ ...one, name: "" })),
    context,
  );
}

function identitiesOf(addresses: readonly MailAddress[], context: ReadContext): Named {
  const identityByNormal = new Map<string, Identity>();
  for (const one of addresses) {
    const identity = identityOf(one, context);
    if (identity && !identityByNormal.has(identity.normal)) identityByNormal.set(identity.normal, identity);
  }
  return { identities: [...identityByNormal.values()], isDoubtful: addresses.some(({ isDoubtful }) => isDoubtful) };
}

/** What stands where a name stands is no address, even if it looks like one. */
function nameIdentity(name: string, country: ReadContext["country"]): Identity {
  const identity = parseIdentity(name, country);
  return identity.kind === "email" ? { ...identity, kind: "name" } : identity;
}

function identityOf({ name, address }: MailAddress, { country }: ReadContext): Identity | undefined {
  if (address === "") return name === "" ? undefined : nameIdentity(name, country);
  const identity = address.includes("@") ? addressIdentity(address) : parseIdentity(address, country);
  return name === "" || name === address ? identity : { ...identity, name: mendWindows1252(name) };
}

/**
 * When it was sent: its own Date, which the sender sets. The stamps of the servers on the way (Received) are the check: the earliest of them
 * takes the place of a Date that is missing or impossible, and stands in `or` when the Date lies after it or long before it.
 */
function readMailWhen(root: MailPart, mail: Mail, context: ReadContext): FlaggedWhen | undefined {
  const stamps = root.fields.filter(({ key }) => key === "received").map(({ value }) => receivedStamp(value));
  const received = earliest(stamps.map((stamp) => whenOf(stamp, context)));
  const own = whenOf(stampOf(valueOf(root, "date") ?? ""), context);
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
