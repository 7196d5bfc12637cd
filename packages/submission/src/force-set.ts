import { type ReadValue, type Result, count, failed, fault, lineFromJson, list, object, orNull, parsed, readDocument } from "@unmask/core";
import { base64ToBytes, bytesToText, isPublicKey, parsePublicKey, parseVkey, publicKeyText, textToBytes } from "@unmask/seal";
import { weekFromJson } from "./iso-week.ts";
import { largestPack } from "./size-bucket.ts";
import { idFromJson, recipientFromJson } from "./strict-values.ts";

/**
 * The force set: whom a letter is sealed to, where it goes, and who signs the next set (docs/formats/force-set.md). Nothing is sent by a set
 * that is not signed by the signer whom the person has pinned.
 */

/** Whom letters are sealed to, from one week to another, both included; null: no end is set. */
export interface ForceRecipient {
  readonly recipient: string;
  readonly from: string;
  readonly until: string | null;
}

/** What a force says about itself. */
export interface ForceSet {
  /** 32 hexadecimal digits; never changes. */
  readonly force: string;
  readonly name: string;
  /** The edition, from 1, rising. */
  readonly number: number;
  /** The week in which it was made. */
  readonly made: string;
  /** The origin that takes letters; null: the one that serves the set. */
  readonly intake: string | null;
  readonly recipients: readonly ForceRecipient[];
  /** Bytes of a letter and of a pack, and packs of one letter, at most. */
  readonly limits: { readonly letter: number; readonly pack: number; readonly packs: number };
  /** The expected work of a letter when nobody waits. */
  readonly work: { readonly floor: number };
  /** Days for which an item stays outside once it was taken in; weeks for which answers stay. */
  readonly retention: { readonly taken: number; readonly replies: number };
  /** The verifier key of the force's log. */
  readonly log: string;
  /** The Ed25519 key by which the inside proves itself, base64. */
  readonly pull: string;
  /** Who signs this set: 56 characters, `RW…`. */
  readonly signer: string;
  /** Who signs the next, when that is somebody else. */
  readonly nextSigner: string | null;
}

const version = 1;

/** UTF-16 units of a set: a longer one is an attack on memory. */
const longestSet = 64 * 1024;
/** Recipients of a set: each change of key adds one. */
const mostRecipients = 100;
/** Limits of what a set may allow, whatever it says: bytes of a letter, packs of a letter. */
const largestLetter = 256 * 1024;
const mostPacks = 20;
/** Ten years: a longer time is a slip of the pen. */
const longestRetention = { days: 3_660, weeks: 522 } as const;

/** The set as a file: UTF-8, ending with a line break; two writers the same bytes. Throws when the set is none: that is a bug. */
export function writeForceSet(set: ForceSet): Uint8Array {
  const { force, name, number, made, intake, recipients, limits, work, retention, log, pull, signer, nextSigner } = set;
  const form = {
    version,
    force,
    name,
    number,
    made,
    intake,
    recipients: recipients.map((one) => ({ recipient: one.recipient, from: one.from, until: one.until })),
    limits: { letter: limits.letter, pack: limits.pack, packs: limits.packs },
    work: { floor: work.floor },
    retention: { taken: retention.taken, replies: retention.replies },
    log,
    pull,
    signer,
    nextSigner,
  };
  const bytes = textToBytes(`${JSON.stringify(form, undefined, 1)}\n`);
  const read = parseForceSet(bytes);
  if (!read.ok) throw new Error(read.error);
  return bytes;
}

/** Reads a set and believes nothing of it: who signed it is asked by `verifyForceSet`. */
export function parseForceSet(bytes: Uint8Array): Result<ForceSet, string> {
  const json = bytes.length > 4 * longestSet ? undefined : bytesToText(bytes);
  return json === undefined ? failed("force set is no UTF-8") : readDocument(json, { what: "force set", longest: longestSet }, setFromJson);
}

/** Whom to seal to in a week: of those that hold, the one that began last. Undefined: the force has nobody for this week. */
export function recipientNow(set: ForceSet, week: string): string | undefined {
  return set.recipients
    .filter(({ from, until }) => from <= week && (until === null || week <= until))
    .toSorted((one, other) => (one.from < other.from ? 1 : -1))[0]?.recipient;
}

const recipientEntryFromJson: ReadValue<ForceRecipient> = (value, path) => {
  const one = object((fields) => ({
    recipient: fields.must("recipient", recipientFromJson),
    from: fields.must("from", weekFromJson),
    until: fields.must("until", orNull(weekFromJson)),
  }))(value, path);
  return one.until !== null && one.until < one.from ? fault(`${path}.until`, "lies before from") : one;
};

/** Two that begin in one week could not be told apart: nobody could say to whom a letter goes. */
const recipientsFromJson: ReadValue<readonly ForceRecipient[]> = (value, path) => {
  const all = list(recipientEntryFromJson)(value, path);
  if (all.length === 0 || all.length > mostRecipients) return fault(path, `has not 1 to ${mostRecipients} entries`);
  return new Set(all.map(({ from }) => from)).size === all.length ? all : fault(path, "has two that begin in one week");
};

const setFromJson: ReadValue<ForceSet> = (value, path) => {
  const set = object((fields) => {
    fields.must("version", (found, at) => (found === version ? version : fault(at, `is not ${version}`)));
    return {
      force: fields.must("force", idFromJson),
      name: fields.must("name", lineFromJson),
      number: fields.must("number", upTo(Number.MAX_SAFE_INTEGER)),
      made: fields.must("made", weekFromJson),
      intake: fields.must("intake", orNull(parsed(parseOrigin, "origin written like https://intake.example.org"))),
      recipients: fields.must("recipients", recipientsFromJson),
      limits: fields.must("limits", limitsFromJson),
      work: fields.must("work", workFromJson),
      retention: fields.must("retention", retentionFromJson),
      log: fields.must(
        "log",
        parsed((vkey) => (parseVkey(vkey) === undefined ? undefined : vkey), "verifier key of a log"),
      ),
      pull: fields.must("pull", parsed(parsePull, "Ed25519 key in base64")),
      signer: fields.must("signer", parsed(parseSigner, "signer of 56 characters")),
      nextSigner: fields.must("nextSigner", orNull(parsed(parseSigner, "signer of 56 characters"))),
    };
  })(value, path);
  return set.nextSigner === set.signer ? fault(`${path}.nextSigner`, "is the signer of this set") : set;
};

const limitsFromJson: ReadValue<ForceSet["limits"]> = object((fields) => ({
  letter: fields.must("letter", upTo(largestLetter)),
  pack: fields.must("pack", upTo(largestPack)),
  packs: fields.must("packs", upTo(mostPacks)),
}));

const workFromJson: ReadValue<ForceSet["work"]> = object((fields) => ({ floor: fields.must("floor", count) }));

const retentionFromJson: ReadValue<ForceSet["retention"]> = object((fields) => ({
  taken: fields.must("taken", upTo(longestRetention.days)),
  replies: fields.must("replies", upTo(longestRetention.weeks)),
}));

function upTo(most: number): ReadValue<number> {
  return (value, path) => {
    const number = count(value, path);
    return number >= 1 && number <= most ? number : fault(path, `is no whole number from 1 to ${most}`);
  };
}

/** Scheme, host in small letters, port: an origin in its one spelling, without a path. */
function parseOrigin(written: string): string | undefined {
  return /^https?:\/\/(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:]{2,45}\])(?::[1-9]\d{0,4})?$/.test(written)
    ? written
    : undefined;
}

/** Reads a signer in its one spelling of 56 characters. */
export function parseSigner(written: string): string | undefined {
  const key = parsePublicKey(written);
  return key.ok && publicKeyText(key.value) === written ? written : undefined;
}

function parsePull(written: string): string | undefined {
  const bytes = base64ToBytes(written);
  return bytes !== undefined && isPublicKey(bytes) ? written : undefined;
}
