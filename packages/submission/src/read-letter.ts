import {
  type Contact,
  type Cover,
  type Fields,
  type CivilMinute,
  type ReadValue,
  type Result,
  contactFromJson,
  count,
  coverFrom,
  failed,
  fault,
  flag,
  lineFromJson,
  list,
  object,
  parseCivilMinute,
  parsed,
  readDocument,
} from "@unmask/core";
import {
  type ContactBrief,
  type HandedOn,
  type Letter,
  type LetterFields,
  type LetterPack,
  dangerNow,
  letterJurisdictions,
  letterKinds,
  letterSizes,
  letterVersion,
  reporters,
} from "./letter.ts";
import { weekFromJson } from "./iso-week.ts";
import { unpadJson } from "./padding.ts";
import { bucketOfPack, largestPack } from "./size-bucket.ts";
import { hashFromJson, idFromJson, oneOfNamed, recipientFromJson, textUpTo } from "./strict-values.ts";

/** Reads letters (docs/formats/submission.md), and the file from which `unmask send` makes one. */

/** UTF-16 units of a letter or a file for one: a longer one is an attack on memory. */
const longestLetter = 256 * 1024;
/** Packs of one letter: each is a gigabyte or two. */
const mostPacks = 20;
/** UTF-16 units of her account, which may be long, and of her wishes, which a person has to take in at once. */
const longestAccount = 100_000;
const longestWishes = 4_000;

/** Reads the opened, padded bytes of a letter. The error says where it is none, never what stands there. */
export function readLetter(bytes: Uint8Array): Result<Letter, string> {
  const json = unpadJson(bytes, letterSizes);
  return json.ok ? readDocument(json.value, { what: "letter", longest: longestLetter }, letterFromJson) : failed(`letter ${json.error}`);
}

/** Reads what she wrote down for a letter: its own fields beside those of the cover (docs/formats/cover.md). The error names the field. */
export function parseLetterFile(json: string): Result<LetterFields, string> {
  return readDocument(json, { what: "letter", longest: longestLetter }, (value, path) => {
    const unknown = unknownKey(value);
    return unknown === undefined ? fileFromJson(value, path) : fault(`${path}.${unknown}`, "is no field of a letter");
  });
}

const versionFromJson: ReadValue<number> = (value, path) => (value === letterVersion ? value : fault(path, `is not ${letterVersion}`));

/** A yes, a no, or a line about it. */
const flagOrLine: ReadValue<boolean | string> = (value, path) =>
  typeof value === "string"
    ? lineFromJson(value, path)
    : typeof value === "boolean"
      ? value
      : fault(path, "is neither true, false nor a line of text");

const briefFromJson: ReadValue<ContactBrief> = (value, path) => {
  const brief = object((fields) => ({
    ...fields.may("channel", lineFromJson),
    ...fields.may("address", lineFromJson),
    ...fields.may("hours", lineFromJson),
    ...fields.may("voicemail", flagOrLine),
    ...fields.may("codeWord", lineFromJson),
  }))(value, path);
  return Object.keys(brief).length === 0 ? fault(path, "is empty: leave it out, and it is unsaid") : brief;
};

function saidFrom(fields: Fields): LetterFields {
  return {
    ...fields.may("reporter", oneOfNamed(reporters)),
    ...fields.may("anonymous", flag),
    ...fields.may("account", textUpTo(longestAccount)),
    ...fields.may("name", lineFromJson),
    ...fields.may("wishes", textUpTo(longestWishes)),
    ...fields.may("language", lineFromJson),
    ...fields.may("referral", flagOrLine),
    ...fields.may("jurisdiction", oneOfNamed(letterJurisdictions)),
    ...fields.may("place", lineFromJson),
  };
}

const packFromJson: ReadValue<LetterPack> = (value, path) => {
  const pack = object((fields) => ({
    size: fields.must("size", count),
    sha256: fields.must("sha256", hashFromJson),
    bucket: fields.must("bucket", count),
  }))(value, path);
  const bucket = bucketOfPack(pack.size);
  if (bucket === undefined) return fault(`${path}.size`, `is no size of a pack, from 1 to ${largestPack}`);
  return bucket === pack.bucket ? pack : fault(`${path}.bucket`, "is not the bucket of its size");
};

/** Each pack once: whoever takes them in tells them apart by their hash. */
const packsFromJson: ReadValue<readonly LetterPack[]> = (value, path) => {
  const packs = list(packFromJson)(value, path);
  if (packs.length > mostPacks) return fault(path, `has more than ${mostPacks} entries`);
  return new Set(packs.map(({ sha256 }) => sha256)).size === packs.length ? packs : fault(path, "has a pack that stands twice");
};

const handedOnFromJson: ReadValue<HandedOn> = (value, path) => {
  const handed = object((fields) => ({
    force: fields.must("force", idFromJson),
    name: fields.must("name", lineFromJson),
    reference: fields.must("reference", lineFromJson),
    week: fields.must("week", weekFromJson),
    packs: fields.must("packs", list(hashFromJson)),
  }))(value, path);
  return handed.packs.length > mostPacks ? fault(`${path}.packs`, `has more than ${mostPacks} entries`) : handed;
};

const letterFromJson: ReadValue<Letter> = (value, path) => {
  const letter = object((fields) => {
    fields.must("version", versionFromJson);
    return {
      letter: fields.must("letter", idFromJson),
      force: fields.must("force", idFromJson),
      kind: fields.must("kind", oneOfNamed(letterKinds)),
      written: fields.must("written", parsed(minuteOfAnyYear, "minute written like 2026-03-02T09:05")),
      ...saidFrom(fields),
      ...fields.may("danger", oneOfNamed(dangerNow)),
      ...fields.may("cover", object(coverFrom)),
      ...fields.may("contact", contactFromJson),
      ...fields.may("contactBrief", briefFromJson),
      mailbox: fields.must("mailbox", mailboxFromJson),
      packs: fields.must("packs", packsFromJson),
      ...fields.may("handedOn", handedOnFromJson),
    };
  })(value, path);
  if (letter.danger !== undefined && letter.cover?.danger !== undefined) return fault(`${path}.danger`, "stands beside that of the cover");
  if (letter.contact !== undefined && letter.contactBrief !== undefined) return fault(`${path}.contactBrief`, "stands beside contact");
  if (letter.handedOn?.force === letter.force) return fault(`${path}.handedOn.force`, "is the force that the letter is for");
  return letter;
};

const mailboxFromJson: ReadValue<Letter["mailbox"]> = object((fields) => ({
  recipient: fields.must("recipient", recipientFromJson),
  lookup: fields.must("lookup", hashFromJson),
}));

const coverKeys = ["to", "danger", "relationship", "since", "feared", "changed", "earlier", "orders", "asks", "helps", "lost"];
const ownKeys = ["reporter", "anonymous", "account", "name", "wishes", "language", "referral", "jurisdiction", "place"];
const fileKeys: ReadonlySet<string> = new Set(["version", "contact", ...coverKeys, ...ownKeys]);

/** The first key that no letter has, as far as it is a name: what is none is told by its place. */
function unknownKey(value: unknown): string | undefined {
  const keys = typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  return keys.find((key) => !fileKeys.has(key) && /^[A-Za-z][A-Za-z0-9]{0,39}$/.test(key));
}

const fileFromJson: ReadValue<LetterFields> = (value, path) => {
  const { danger, rest } = withoutShortDanger(value, path);
  return object((fields) => {
    fields.may("version", versionFromJson);
    const cover: Cover = coverFrom(fields);
    return {
      ...saidFrom(fields),
      ...(danger !== undefined && { danger }),
      ...(Object.keys(cover).length > 0 && { cover }),
      ...contactOf(fields.may("contact", contactOrBrief).contact),
    };
  })(rest, path);
};

/** By the clock of her device: one that is wrong by centuries must not cost her what she wrote. */
function minuteOfAnyYear(written: string): CivilMinute | undefined {
  const minute = parseCivilMinute(written);
  return minute !== undefined && minute.year > 0 ? minute : undefined;
}

/** `danger` says as much as she likes: one word, or the answer of the cover with its minute. The word is taken off; the cover reads the rest. */
function withoutShortDanger(value: unknown, path: string): { readonly danger?: LetterFields["danger"]; readonly rest: unknown } {
  if (typeof value !== "object" || value === null || !("danger" in value) || typeof value.danger !== "string") return { rest: value };
  const rest = Object.fromEntries(Object.entries(value).filter(([key]) => key !== "danger"));
  return { danger: oneOfNamed(dangerNow)(value.danger, `${path}.danger`), rest };
}

type AnyContact = { readonly contact: Contact } | { readonly contactBrief: ContactBrief };

/** A contact sheet says when it was filled in; the short form never does. */
const contactOrBrief: ReadValue<AnyContact> = (value, path) =>
  typeof value === "object" && value !== null && "filledIn" in value
    ? { contact: contactFromJson(value, path) }
    : { contactBrief: briefFromJson(value, path) };

function contactOf(contact: AnyContact | undefined): Partial<Pick<LetterFields, "contact" | "contactBrief">> {
  return contact ?? {};
}
