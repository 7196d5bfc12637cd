import type { Sha256 } from "./sha256.ts";
import type { Flag } from "./flag.ts";
import type { Identity } from "./identity.ts";
import type { Instant } from "./instant.ts";
import type { OwnEntry } from "./own-entry.ts";
import type { When } from "./when.ts";
import type { Interval } from "./zone.ts";

/**
 * The words for what comes out of an import. Every byte of a source is under one of them: act, notice, unread, or a file kept whole.
 * See `../../../docs/formats/act.md`.
 */

/** What somebody did. A new value is added here with its reason. */
export const kinds = [
  "message", "call", "voicemail", "reaction", "comment", "post", "mention", "follow", "request", "view", "block", "login", "device",
  "location", "transfer", "visit", "following", "gift", "damage", "threat", "entry", "check", "other",
] as const; // prettier-ignore
export type Kind = (typeof kinds)[number];

/** By what way it reached her. */
export const channels = [
  "sms", "mms", "phone", "whatsapp", "telegram", "instagram", "facebook", "messenger", "signal", "imessage", "email", "x", "snapchat",
  "tiktok", "discord", "reddit", "linkedin", "google", "apple", "bank", "doorbell", "assistant", "calendar", "photo", "web", "post",
  "in-person", "other",
] as const; // prettier-ignore
export type Channel = (typeof channels)[number];

/**
 * How it reached us, best first. `text-export` ranks below `structured-export` because a plain-text export has no escape: anybody who can
 * write a message into it can forge a line (docs/formats/act.md).
 */
export const grades = ["database", "structured-export", "text-export", "own-account", "screenshot", "check"] as const;
export type Grade = (typeof grades)[number];

/** A stretch of bytes of one source, `start` included, `end` excluded; of the decompressed bytes when the source is a member of an archive. */
export interface SourceSpan {
  readonly sha256: Sha256;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** The containers around the source, outermost first. Absent when it lay in none. */
  readonly within?: readonly Container[];
}

/** An archive that a source was taken from. */
export interface Container {
  readonly name: string;
  readonly sha256: Sha256;
}

/** Something that came with an act. `sha256` is absent when the bytes were not handed over. */
export interface Attachment {
  readonly name: string;
  readonly mime?: string;
  readonly size?: number;
  readonly sha256?: Sha256;
  /** Of a file of an entry of hers, in her words: which device it is from, or how she got it. */
  readonly from?: string;
  /** The same: what was cut or edited before it came in. */
  readonly changed?: string;
}

/** The attachment with every text in it changed: names are covered in it. */
export function withAttachmentTexts(attachment: Attachment, change: (text: string) => string): Attachment {
  const { name, from, changed } = attachment;
  return {
    ...attachment,
    name: change(name),
    ...(from !== undefined && { from: change(from) }),
    ...(changed !== undefined && { changed: change(changed) }),
  };
}

/** Every text in it that somebody wrote. */
export function attachmentTexts({ name, from = "", changed = "" }: Attachment): readonly string[] {
  return [name, from, changed].filter((text) => text !== "");
}

/** An id derived from content (docs/formats/act.md, "Identity"): equal in overlapping exports. */
export type ActId = string & { readonly brand: "ActId" };

/** One thing somebody did. */
export interface Act {
  readonly id: ActId;
  readonly kind: Kind;
  readonly channel: Channel;
  readonly when: When;
  readonly from: Identity;
  readonly to: readonly Identity[];
  /** What was written, as it was written; null where the source keeps no words (a call, a picture without caption, a deleted message). */
  readonly text: string | null;
  readonly attachments: readonly Attachment[];
  readonly flags: readonly Flag[];
  readonly grade: Grade;
  readonly source: SourceSpan;
  /** Seconds that a call, view or visit lasted, where the source says so. */
  readonly duration?: number;
  /** The conversation that it stands in, as the source names it (a group, a thread). */
  readonly thread?: string;
  /** Subject line of a mail. */
  readonly subject?: string;
  /** What the source calls the thing itself (Message-ID, Telegram message id). */
  readonly sourceId?: string;
  /** What an entry of her journal says beside its words. */
  readonly entry?: OwnEntry;
}

/** A line that the app or the format wrote, not a person. */
export interface Notice {
  /** What it is, in our words and without content: "encryption notice", "frame of the document", "unsent draft". */
  readonly says: string;
  /** The words as they stand, where somebody could have typed what looks like a line of the app: no word is lost if somebody did. */
  readonly wrote?: string;
  /** What it shows of the time that its file covers beyond its acts. */
  readonly covers?: Covers;
  readonly source: SourceSpan;
}

/** The export's own span, as far as the export shows it: it begins no later than `from` and was made no earlier than `until`. At least one. */
export interface Covers {
  readonly from?: Instant;
  readonly until?: Instant;
  /** When the app notes that the holder of the phone ended a block in this chat, each as wide as its time can mean. */
  readonly unblocked?: readonly Interval[];
}

/** Bytes that we could not read, with the reason and what to do about it where something can be done. Never a quote from the bytes. */
export interface Unread {
  readonly reason: string;
  readonly source: SourceSpan;
}

/** A whole file that no importer reads: evidence all the same. */
export interface Kept {
  readonly name: string;
  readonly sha256: Sha256;
  readonly size: number;
  /** It is of a kind that people hand in often and that is not read. */
  readonly known?: KnownKind;
  readonly source: SourceSpan;
}

/** A kind of file that we know and do not read, in words that can be printed. */
export interface KnownKind {
  /** Kebab-case: "meta-html". */
  readonly id: string;
  /** What the file is, as a part of a sentence: "a locked WhatsApp backup". */
  readonly what: string;
  /** What to ask for instead, and how: whole sentences. */
  readonly ask: string;
}

/** One line of what an import yields. */
export type Reading = { readonly act: Act } | { readonly notice: Notice } | { readonly unread: Unread } | { readonly kept: Kept };
