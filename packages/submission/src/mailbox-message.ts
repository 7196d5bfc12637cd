import {
  type ReadValue,
  type Result,
  type Sha256,
  count,
  failed,
  fault,
  lineFromJson,
  object,
  ok,
  oneOf,
  readDocument,
} from "@unmask/core";
import { type Identity, openWhole, sealWhole, sealedSize } from "@unmask/seal";
import { weekFromJson } from "./iso-week.ts";
import { padJson, unpadJson } from "./padding.ts";
import { hashFromJson, idFromJson, textUpTo } from "./strict-values.ts";

/**
 * What a force answers into a mailbox: one message an envelope, every envelope of one size (docs/formats/mailbox.md). Whoever sees envelopes
 * learns neither what they say nor how long it is.
 */

/** Bytes of each envelope. */
export const envelopeSize: number = 16 * 1024;

/** Envelopes of one page of a mailbox. */
export const envelopesInPage = 4;

/** Bytes that are sealed: an envelope without header and tag. */
const messageSize = envelopeSize - sealedSize(0);

/** UTF-16 units of `says`: as many always fit into an envelope. A longer answer is two messages. */
export const longestSays = 4_000;
/** UTF-16 units of an entry of the log and of its proof, which has 45 a level of the tree. */
const longestProof = 6_000;
/** A box without end would be asked for without end. */
const highestNumber = 1_000_000;

/** What every message has. */
interface Numbered {
  /** 32 hexadecimal digits. */
  readonly id: string;
  /** From 1, each of a mailbox once: the order in which they were written. */
  readonly number: number;
}

/** That a machine of the force opened the letter, and who is asked about it. Nobody need have read it. */
export interface Acknowledgement {
  readonly kind: "acknowledgement";
  /** `R-2100`. */
  readonly reference: string;
  /** Who is asked, and how. */
  readonly contact: string;
  /** `2026-W48`. */
  readonly week: string;
}

/** That the force has a pack, in its log, with the time of the log's checkpoint. */
export interface ProofOfReceipt {
  readonly kind: "proof";
  /** Of the `.age` file as made. */
  readonly sha256: Sha256;
  /** The leaf of the log, which holds that hash. */
  readonly entry: string;
  /** C2SP tlog-proof (docs/formats/log.md). */
  readonly proof: string;
}

/** Why nobody at a force can read a pack as it was made. */
export const unopenedReasons = ["altered", "cut-short", "no-key", "not-a-pack", "page", "too-large", "unsupported", "not-read"] as const;

/** That a pack came and does not open there as it was made. Without it a proof of receipt would tell her that her evidence is read. */
export interface Unopened {
  readonly kind: "unopened";
  /** Of the file as it came: that of its proof. */
  readonly sha256: Sha256;
  readonly reason: (typeof unopenedReasons)[number];
}

/** Words of the force to her. */
export interface Said {
  readonly kind: "update" | "question";
  readonly says: string;
}

/** One message of a mailbox. */
export type MailboxMessage = Numbered & (Acknowledgement | ProofOfReceipt | Unopened | Said);

/** What a look brought. */
export interface Opened {
  /** Oldest first, each once: the same at every look. */
  readonly messages: readonly MailboxMessage[];
  /** Envelopes that are hers: a page full of them has another behind it. */
  readonly hers: number;
  /** Those of them that hold no message that can be read: told, never dropped without a word. */
  readonly notUnderstood: number;
}

const version = 1;

const messageKinds = ["acknowledgement", "proof", "unopened", "update", "question"] as const;

/** The bytes that are sealed, of one size for every message. The error says what is too long. */
export function writeMailboxMessage(message: MailboxMessage): Result<Uint8Array, string> {
  const form = { version, id: message.id, number: message.number, ...contentOf(message) };
  const read = readMessage(JSON.stringify(form));
  if (!read.ok) return read;
  const padded = padJson(JSON.stringify(form), [messageSize]);
  return padded === undefined ? failed("message is longer than an envelope holds: shorten it, or write two") : ok(padded);
}

/** Reads what `writeMailboxMessage` wrote. The error says where it is none, never what stands there. */
export function readMailboxMessage(bytes: Uint8Array): Result<MailboxMessage, string> {
  const json = unpadJson(bytes, [messageSize]);
  return json.ok ? readMessage(json.value) : failed(`message ${json.error}`);
}

/** One envelope to a recipient: exactly 16 KiB. Throws when the recipient is none. */
export async function sealMailboxMessage(message: MailboxMessage, recipient: string): Promise<Result<Uint8Array, string>> {
  const written = writeMailboxMessage(message);
  return written.ok ? ok(await sealWhole(written.value, { recipients: [recipient] })) : written;
}

/** Opens what the pages of a mailbox held. Envelopes that are not hers are decoys and say nothing; a number that came twice counts once. */
export async function openEnvelopes(envelopes: readonly Uint8Array[], identity: Identity): Promise<Opened> {
  const byNumber = new Map<number, MailboxMessage>();
  let hers = 0;
  let notUnderstood = 0;
  for (const envelope of envelopes) {
    const opened = await openWhole(envelope, { identities: [identity] });
    if (!opened.ok && opened.error.kind === "no-key-fits") continue;
    hers += 1;
    const message = opened.ok ? readMailboxMessage(opened.value) : opened;
    if (!message.ok) notUnderstood += 1;
    else if (!byNumber.has(message.value.number)) byNumber.set(message.value.number, message.value);
  }
  return { messages: [...byNumber.values()].sort((one, other) => one.number - other.number), hers, notUnderstood };
}

/** A message as `unmask mailbox` prints it: one line of JSON, without a line break, id and number left out. */
export function mailboxLine(message: MailboxMessage): string {
  return JSON.stringify(contentOf(message));
}

function contentOf(message: MailboxMessage): Acknowledgement | ProofOfReceipt | Unopened | Said {
  switch (message.kind) {
    case "acknowledgement":
      return { kind: message.kind, reference: message.reference, contact: message.contact, week: message.week };
    case "proof":
      return { kind: message.kind, sha256: message.sha256, entry: message.entry, proof: message.proof };
    case "unopened":
      return { kind: message.kind, sha256: message.sha256, reason: message.reason };
    case "update":
    case "question":
      return { kind: message.kind, says: message.says };
  }
}

function readMessage(json: string): Result<MailboxMessage, string> {
  return readDocument(json, { what: "message", longest: messageSize }, messageFromJson);
}

const messageFromJson: ReadValue<MailboxMessage> = object((fields): MailboxMessage => {
  fields.must("version", (value, path) => (value === version ? version : fault(path, `is not ${version}`)));
  const numbered = { id: fields.must("id", idFromJson), number: fields.must("number", numberFromJson) };
  const kind = fields.must("kind", oneOf(messageKinds));
  switch (kind) {
    case "acknowledgement":
      return {
        ...numbered,
        kind,
        reference: fields.must("reference", lineFromJson),
        contact: fields.must("contact", lineFromJson),
        week: fields.must("week", weekFromJson),
      };
    case "proof":
      return {
        ...numbered,
        kind,
        sha256: fields.must("sha256", hashFromJson),
        entry: fields.must("entry", textUpTo(longestProof)),
        proof: fields.must("proof", textUpTo(longestProof)),
      };
    case "unopened":
      return { ...numbered, kind, sha256: fields.must("sha256", hashFromJson), reason: fields.must("reason", oneOf(unopenedReasons)) };
    case "update":
    case "question":
      return { ...numbered, kind, says: fields.must("says", textUpTo(longestSays)) };
  }
});

const numberFromJson: ReadValue<number> = (value, path) => {
  const number = count(value, path);
  return number >= 1 && number <= highestNumber ? number : fault(path, `is no number from 1 to ${highestNumber}`);
};
