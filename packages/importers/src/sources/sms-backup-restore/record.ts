import {
  type Attachment,
  type Flag,
  type Identity,
  type Instant,
  type When,
  type Reading,
  type SourceSpan,
  msPerDay,
  later,
  owner,
  parseInstant,
  withheld,
} from "@unmask/core";
import { parseIdentity } from "../../identity.ts";
import { type ReadContext, act, notice, unread } from "../../importer.ts";
import type { AttachmentBytes } from "./attachment.ts";

/**
 * One record of SMS Backup & Restore as a reading. Attributes, their meaning and the fields of the ids:
 * docs/formats/sources/sms-backup-restore.md
 */

/** Attributes that are read, and where their values stand in `Values`. */
export const slot = {
  address: 0, date: 1, type: 2, body: 3, subject: 4, status: 5, contactName: 6, number: 7, duration: 8, presentation: 9, msgBox: 10, sub: 11,
  mId: 12, ct: 13, name: 14, cl: 15, fn: 16, text: 17, seq: 18, count: 19, backupDate: 20,
} as const; // prettier-ignore

/** Their names in the file, by slot. */
export const recordAttributes: readonly string[] = [
  "address", "date", "type", "body", "subject", "status", "contact_name", "number", "duration", "presentation", "msg_box", "sub",
  "m_id", "ct", "name", "cl", "fn", "text", "seq", "count", "backup_date",
]; // prettier-ignore

/** The values of one element. */
export interface Values {
  readonly values: readonly (string | undefined)[];
  /** Some of them are not what was written: see the flag `decoding-doubtful`. */
  readonly doubtful: boolean;
}

/** A part of a picture message. */
export interface Part extends Values {
  readonly data: AttachmentBytes;
}

/** A picture message with what stands inside it. */
export interface PictureMessage extends Values {
  readonly parts: readonly Part[];
  readonly addresses: readonly Values[];
}

/** Dates before this are flagged: 1990-01-01. */
const earliestLikely = 631_152_000_000;
/** `status` of a text that the network refused (android.provider.Telephony). */
const failedStatus = "64";
/** What Android writes for the owner's own address while a message waits to be sent. */
const ownerPlaceholder = "insert-address-token";
/** Types of `addr`: header fields of an MMS (OMA MMS encapsulation, 7.3). */
const addressFrom = "137";
const addressesTo: readonly string[] = ["151", "130", "129"];

/** Directions that a `type` or `msg_box` says. 3 is a draft. */
const directionByType: ReadonlyMap<string, "received" | "sent" | "unsent"> = new Map([
  ["1", "received"],
  ["2", "sent"],
  ["4", "unsent"],
  ["5", "unsent"],
  ["6", "unsent"],
] as const);
const draftType = "3";
const draftSays = "unsent draft";

/** Reads `<sms>`. */
export function readText(sms: Values, source: SourceSpan, context: ReadContext): Reading {
  const type = valueOf(sms, slot.type) ?? "";
  if (type === draftType) return notice(draftSays, source);
  const direction = directionByType.get(type);
  if (direction === undefined) return unread("a text message that does not say whether it was received or sent", source);
  const flags: Flag[] = [];
  const when = readWhen(sms, context, flags);
  if (when === undefined) return unread(undated("text message"), source);
  const address = valueOf(sms, slot.address) ?? "";
  const others = identitiesOf(address, valueOf(sms, slot.contactName), context);
  const text = valueOf(sms, slot.body) ?? null;
  const subject = valueOf(sms, slot.subject);
  if (direction === "unsent" || (direction === "sent" && valueOf(sms, slot.status) === failedStatus)) flags.push("not-delivered");
  if (sms.doubtful) flags.push("decoding-doubtful");
  const received = direction === "received";
  return act({
    id: context.tally.idOf("sms", ["sms", when.wrote, address, type, text ?? ""]),
    kind: "message",
    channel: "sms",
    when,
    from: received ? (others[0] ?? withheld) : owner,
    to: received ? toOwner : others,
    text,
    attachments: none,
    flags,
    grade: "structured-export",
    ...(subject === undefined ? {} : { subject }),
    source,
  });
}

/** Reads `<mms>` with its parts and addresses. */
export function readPicture(mms: PictureMessage, source: SourceSpan, context: ReadContext): Reading {
  const box = valueOf(mms, slot.msgBox) ?? "";
  if (box === draftType) return notice(draftSays, source);
  const direction = directionByType.get(box);
  if (direction === undefined) return unread("a picture message that does not say whether it was received or sent", source);
  const flags: Flag[] = [];
  const when = readWhen(mms, context, flags);
  if (when === undefined) return unread(undated("picture message"), source);
  if (direction === "unsent") flags.push("not-delivered");
  const { text, attachments, doubtful } = readParts(mms.parts, flags);
  if (doubtful || mms.doubtful) flags.push("decoding-doubtful");
  const address = valueOf(mms, slot.address) ?? "";
  const { from, to } = partiesOf(mms, direction === "received", context);
  const subject = valueOf(mms, slot.sub);
  const sourceId = valueOf(mms, slot.mId);
  const contents = attachments.map((one) => one.sha256 ?? one.name);
  return act({
    id: context.tally.idOf("sms", ["mms", when.wrote, address, box, text ?? "", ...contents]),
    kind: "message",
    channel: "mms",
    when,
    from,
    to,
    text,
    attachments,
    flags,
    grade: "structured-export",
    ...(address.includes("~") ? { thread: address } : {}),
    ...(subject === undefined ? {} : { subject }),
    ...(sourceId === undefined ? {} : { sourceId }),
    source,
  });
}

/** Reads `<call>`. */
export function readCall(call: Values, source: SourceSpan, context: ReadContext): Reading {
  const type = valueOf(call, slot.type) ?? "";
  if (!/^[1-7]$/.test(type)) return unread("a call of a type that is not documented: whether it came in or went out is not known", source);
  const flags: Flag[] = [];
  const when = readWhen(call, context, flags);
  if (when === undefined) return unread(undated("call"), source);
  const written = valueOf(call, slot.duration) ?? "";
  const duration = /^[0-9]{1,9}$/.test(written) ? Number(written) : undefined;
  const number = valueOf(call, slot.number) ?? "";
  const presentation = valueOf(call, slot.presentation) ?? "1";
  // Older phones write -1 unknown, -2 private, -3 payphone in place of the number.
  const isWithheld = presentation !== "1" || /^(?:-[123])?$/.test(number.trim());
  if (isWithheld) flags.push("withheld-number");
  if (type === "3") flags.push("missed");
  if (type === "3" || type === "5" || type === "6" || ((type === "1" || type === "2") && duration === 0)) flags.push("unanswered");
  if (call.doubtful) flags.push("decoding-doubtful");
  const other = isWithheld && /^(?:-[123])?$/.test(number.trim()) ? withheld : identityOf(number, valueOf(call, slot.contactName), context);
  const outgoing = type === "2";
  return act({
    id: context.tally.idOf("sms", ["call", when.wrote, number, type, written]),
    kind: type === "4" ? "voicemail" : "call",
    channel: "phone",
    when,
    from: outgoing ? owner : other,
    to: outgoing ? [other] : toOwner,
    text: null,
    attachments: none,
    flags,
    grade: "structured-export",
    ...(duration === undefined ? {} : { duration }),
    source,
  });
}

const none: readonly never[] = [];
const toOwner: readonly Identity[] = [owner];

/** The value of an attribute; the word `null` means that there is none. */
export function valueOf({ values }: Values, at: number): string | undefined {
  const value = values[at];
  return value === "null" ? undefined : value;
}

function undated(what: string): string {
  return `a ${what} whose date is missing or no number of milliseconds`;
}

/** `date`: milliseconds since 1970 in UTC, for texts, picture messages and calls alike. `readable_date` is never read: it is in the phone's language. */
function readWhen(record: Values, context: ReadContext, flags: Flag[]): When | undefined {
  const wrote = valueOf(record, slot.date) ?? "";
  if (!/^-?[0-9]{1,16}$/.test(wrote)) return undefined;
  const instant = parseInstant(Number(wrote));
  if (instant === undefined) return undefined;
  const when = { wrote, zone: "UTC", earliest: instant, latest: instant };
  if (isLikely(instant, context)) return when;
  flags.push("far-date");
  // Some converters write seconds, as the phone's own table of picture messages does.
  const asSeconds = parseInstant(instant * 1000);
  if (asSeconds === undefined || !isLikely(asSeconds, context)) return when;
  return { ...when, or: [{ earliest: asSeconds, latest: later(asSeconds, 999) }] };
}

function isLikely(instant: Instant, context: ReadContext): boolean {
  return instant >= earliestLikely && instant <= context.now + msPerDay;
}

/** The people in an `address`: several are joined by `~`. */
function identitiesOf(address: string, contactName: string | undefined, context: ReadContext): readonly Identity[] {
  if (!address.includes("~")) return [identityOf(address, contactName, context)];
  // Names of a group stand in no known order, so none is put beside a number.
  return distinct(address.split("~").filter((one) => one !== "").map((one) => identityOf(one, undefined, context))); // prettier-ignore
}

/** Identities with their names, because an export names the same few people a million times. Bounded against a file of a million long names. */
const namedByAddress = new Map<string, { readonly identity: Identity; readonly country: string }>();
const mostNamed = 1024;
const longestNamed = 128;

/** `(Unknown)` is what the app writes when the number stands in no address book. */
function identityOf(address: string, contactName: string | undefined, { country }: ReadContext): Identity {
  if (contactName === undefined || contactName === "" || contactName === "(Unknown)") return parseIdentity(address, country);
  const known = namedByAddress.get(address);
  if (known?.identity.name === contactName && known.country === country) return known.identity;
  const identity = { ...parseIdentity(address, country), name: contactName };
  if (address.length + contactName.length > longestNamed) return identity;
  if (namedByAddress.size >= mostNamed) namedByAddress.clear();
  namedByAddress.set(address, { identity, country });
  return identity;
}

function distinct(identities: readonly Identity[]): readonly Identity[] {
  const seen = new Set<string>();
  return identities.filter(({ normal }) => !seen.has(normal) && seen.add(normal));
}

/**
 * Who wrote a picture message and to whom. `address` names the others; `addrs` names everybody, the owner's own number among them or not.
 * So a number that stands in `addrs` alone is hers.
 */
function partiesOf(mms: PictureMessage, received: boolean, context: ReadContext): { from: Identity; to: readonly Identity[] } {
  const address = valueOf(mms, slot.address) ?? "";
  const others = identitiesOf(address, valueOf(mms, slot.contactName), context);
  const named = (types: readonly string[]): readonly Identity[] =>
    mms.addresses
      .filter((one) => types.includes(valueOf(one, slot.type) ?? ""))
      .map((one) => valueOf(one, slot.address) ?? "")
      .filter((one) => one !== "" && one !== ownerPlaceholder)
      .map((one) => nameFrom(others, identityOf(one, undefined, context)));
  const sender = named([addressFrom])[0];
  const recipients = distinct(named(addressesTo));
  if (!received) return { from: asOwner(sender), to: recipients.length > 0 ? recipients : others };
  const from = sender ?? (others.length > 1 ? groupOf(address) : (others[0] ?? withheld));
  const rest = recipients.filter((one) => one.normal !== from.normal);
  const isOther = (one: Identity): boolean => others.some((other) => other.normal === one.normal);
  const hers = rest.filter((one) => !isOther(one));
  return { from, to: [asOwner(hers.length === 1 ? hers[0] : undefined), ...rest.filter(isOther), ...(hers.length > 1 ? hers : [])] };
}

/** The identity as the record itself names it, with its name from the address book. */
function nameFrom(others: readonly Identity[], identity: Identity): Identity {
  return others.find((other) => other.normal === identity.normal) ?? identity;
}

/** The owner, with her number where the source gives it. */
function asOwner(number: Identity | undefined): Identity {
  return number === undefined ? owner : { ...owner, wrote: number.wrote };
}

/** Somebody of a group: the source does not say who. */
function groupOf(address: string): Identity {
  return { kind: "group", wrote: address, normal: address };
}

/** Texts of the parts joined by line breaks, and everything else as attachments. Layout (SMIL) is the phone's, not the sender's. */
function readParts(parts: readonly Part[], flags: Flag[]): { text: string | null; attachments: readonly Attachment[]; doubtful: boolean } {
  const texts: string[] = [];
  const attachments: Attachment[] = [];
  let doubtful = false;
  let missing = false;
  for (const part of parts) {
    const mime = valueOf(part, slot.ct);
    const text = valueOf(part, slot.text);
    if (part.doubtful) doubtful = true;
    if (mime === "application/smil" && part.data.is === "absent") continue;
    const hasText = text !== undefined && text !== "";
    if (hasText) texts.push(text);
    if (part.data.is === "absent" && (hasText || mime === "text/plain")) continue;
    if (part.data.is === "absent") missing = true;
    if (part.data.is === "damaged") doubtful = true;
    attachments.push({
      name: nameOf(part),
      ...(mime === undefined ? {} : { mime }),
      ...(part.data.is === "bytes" ? { size: part.data.size, sha256: part.data.sha256 } : {}),
    });
  }
  if (missing) flags.push("media-missing");
  return { text: texts.length > 0 ? texts.join("\n") : null, attachments, doubtful };
}

function nameOf(part: Part): string {
  for (const at of [slot.cl, slot.name, slot.fn]) {
    const name = valueOf(part, at);
    if (name !== undefined && name !== "") return name;
  }
  return `part ${valueOf(part, slot.seq) ?? "?"}`;
}
