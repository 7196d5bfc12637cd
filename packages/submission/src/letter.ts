import {
  type CivilMinute,
  type Contact,
  type Cover,
  type Result,
  type Sha256,
  contactForm,
  coverForm,
  failed,
  minuteToText,
  ok,
} from "@unmask/core";
import { sealedSize } from "@unmask/seal";
import { padJson } from "./padding.ts";

/**
 * The letter: what she tells a force, sealed alone and small, before any pack follows (docs/formats/submission.md). What is missing is unsaid.
 */

/** For whom whoever writes reports. */
export const reporters = ["self", "another", "witness"] as const;
/** Whether somebody is in danger now, as short as it can be said. */
export const dangerNow = ["now", "no", "unsaid"] as const;
/** England and Wales, Northern Ireland, Scotland. */
export const letterJurisdictions = ["EW", "NI", "SCO"] as const;
/** A first letter, or the answer to a question of the force. */
export const letterKinds = ["report", "answer"] as const;

/** How she can be reached, in the few words of somebody who fills in no contact sheet. */
export interface ContactBrief {
  /** By which way: "text", "e-mail". */
  readonly channel?: string;
  readonly address?: string;
  readonly hours?: string;
  /** Whether a message may be left, or her words about it. */
  readonly voicemail?: boolean | string;
  /** What whoever reaches her says or hears first. */
  readonly codeWord?: string;
}

/** What she says in a letter. */
export interface LetterFields {
  readonly reporter?: (typeof reporters)[number];
  readonly anonymous?: boolean;
  /** Never beside `cover.danger`, which says the same with her words and the minute. */
  readonly danger?: (typeof dangerNow)[number];
  /** What happened, in her words. */
  readonly account?: string;
  readonly name?: string;
  readonly wishes?: string;
  readonly language?: string;
  /** Whether she may be referred to those who help, or her words about it. */
  readonly referral?: boolean | string;
  readonly jurisdiction?: (typeof letterJurisdictions)[number];
  readonly place?: string;
  readonly cover?: Cover;
  /** The contact sheet; never beside `contactBrief`. */
  readonly contact?: Contact;
  readonly contactBrief?: ContactBrief;
}

/** A pack that follows the letter. */
export interface LetterPack {
  /** Bytes of the `.age` file. */
  readonly size: number;
  /** Of the `.age` file as made. */
  readonly sha256: Sha256;
  /** Bytes that are sent: the file, then random ones (size-bucket.ts). */
  readonly bucket: number;
}

/** Which force had the letter first, where one handed it on to another. */
export interface HandedOn {
  readonly force: string;
  readonly name: string;
  /** Of the report there: `R-2100`. */
  readonly reference: string;
  /** In which it was handed on. */
  readonly week: string;
  /** Of the packs as they came there: the person's proofs of receipt name these. */
  readonly packs: readonly Sha256[];
}

/** A whole letter. */
export interface Letter extends LetterFields {
  /** 32 hexadecimal digits, chosen at random by whoever writes. */
  readonly letter: string;
  /** The force to which it goes: a letter to another is refused. */
  readonly force: string;
  readonly kind: (typeof letterKinds)[number];
  /** In UTC. */
  readonly written: CivilMinute;
  /** Where answers go: a recipient, and the SHA-256 of the lookup id. */
  readonly mailbox: { readonly recipient: string; readonly lookup: Sha256 };
  readonly packs: readonly LetterPack[];
  /** Absent in a letter that the person sent to this force. */
  readonly handedOn?: HandedOn;
}

/** A mailbox as a letter names it. */
interface NamedMailbox {
  readonly recipient: string;
  readonly lookup: string;
}

/**
 * Whether two letters name one mailbox: then an answer belongs to the report. The lookup is seen by whoever serves the intake, the recipient stands
 * only inside sealed letters, so neither binds without the other (docs/formats/submission.md, "An answer").
 */
export function isSameMailbox(one: NamedMailbox, other: NamedMailbox): boolean {
  return one.lookup === other.lookup && one.recipient === other.recipient;
}

/** Bytes of a letter before it is sealed. */
export const letterSizes: readonly number[] = [16 * 1024, 64 * 1024, 256 * 1024];

/** Bytes of a letter sealed to one recipient: the only sizes that a force takes. */
export const sealedLetterSizes: readonly number[] = letterSizes.map(sealedSize);

/** The one version there is. */
export const letterVersion = 1;

/** The bytes that are sealed: padded to the smallest of three sizes. The error says what to shorten. */
export function writeLetter(letter: Letter): Result<Uint8Array, string> {
  const padded = padJson(JSON.stringify(letterForm(letter)), letterSizes);
  return padded === undefined ? failed(tooLong(letter)) : ok(padded);
}

/** Keys in the order of the format; what is absent is undefined, which JSON leaves out. */
function letterForm(letter: Letter): object {
  const { reporter, anonymous, danger, account, name, wishes, language, referral, jurisdiction, place } = letter;
  const { cover, contact, contactBrief: brief, mailbox, packs, handedOn } = letter;
  return {
    version: letterVersion,
    letter: letter.letter,
    force: letter.force,
    kind: letter.kind,
    written: minuteToText(letter.written),
    reporter,
    anonymous,
    danger,
    account,
    name,
    wishes,
    language,
    referral,
    jurisdiction,
    place,
    cover: cover && coverForm(cover),
    contact: contact && contactForm(contact),
    contactBrief: brief && {
      channel: brief.channel,
      address: brief.address,
      hours: brief.hours,
      voicemail: brief.voicemail,
      codeWord: brief.codeWord,
    },
    mailbox: { recipient: mailbox.recipient, lookup: mailbox.lookup },
    packs: packs.map(({ size, sha256, bucket }) => ({ size, sha256, bucket })),
    handedOn: handedOn && {
      force: handedOn.force,
      name: handedOn.name,
      reference: handedOn.reference,
      week: handedOn.week,
      packs: handedOn.packs,
    },
  };
}

function tooLong({ account = "", cover }: Letter): string {
  const coverLength = cover === undefined ? 0 : JSON.stringify(coverForm(cover)).length;
  const longest = account.length >= coverLength ? "account" : "the fields of the cover (feared, changed, lost)";
  return `the letter is longer than 256 KiB: shorten ${longest}, or put the long text into a pack`;
}
