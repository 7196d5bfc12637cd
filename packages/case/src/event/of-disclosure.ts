import { type ReadValue, type Sha256, count, fault, flag, object, oneOf, parsed, text } from "@unmask/core";
import { numberFromOne } from "./event-json.ts";
import { day, longestWords, name, sha256, some, someAtLeastOne, words } from "./shapes.ts";

/** Bodies of the events of a case: what is held and not relied on, what was cut out of a copy, and what was disclosed to whom (docs/formats/disclosure.md). */

/** An item of the schedule, as `D-4`. */
const item: ReadValue<string> = parsed((one) => (/^D-\d{1,6}$/.test(one) ? one : undefined), "item written like D-4");

/** What an item is of: an entry of the case or of a report of it, an exhibit of a pack, an entry or a paper of an order of the case, something that lies elsewhere, or that nothing is held. */
export const heldKey: ReadValue<string> = parsed(
  (one) =>
    /^(case\/\d{1,9}|R-\d{1,9}\/\d{1,9}|[A-Z]{2,5}-\d{2}-\d{3,6}\/P?\d{1,9}|exhibit\/[0-9a-f]{32}\/\d{1,9}|elsewhere|nothing-held)$/.test(
      one,
    )
      ? one
      : undefined,
  "thing that is held, written like case/12",
);

/** What the disclosure officer says of an item. The words are this force's own: which form the law wants is not confirmed here. */
export const disclosureMarks = ["could-help", "not-decided", "no", "sensitive"] as const;
/** One of them. */
export type DisclosureMark = (typeof disclosureMarks)[number];

/** The disclosure officer lists an item, or marks it anew: the newest holds, and the earlier stay. */
export interface DisclosureMarked {
  readonly item: string;
  readonly of: string;
  /** So that a stranger can tell what it is. */
  readonly describes: string;
  readonly mark: DisclosureMark;
  readonly reason: string;
  /** The day on which it is looked at again; stands with not-decided, and only there. */
  readonly again?: string;
}
const marked: ReadValue<DisclosureMarked> = object((fields) => ({
  item: fields.must("item", item),
  of: fields.must("of", heldKey),
  describes: fields.must("describes", words),
  mark: fields.must("mark", oneOf(disclosureMarks)),
  reason: fields.must("reason", words),
  ...fields.may("again", day),
}));
/** Reads it. */
export const disclosureMarked: ReadValue<DisclosureMarked> = (value, path) => {
  const body = marked(value, path);
  return (body.mark === "not-decided") === (body.again !== undefined)
    ? body
    : fault(`${path}.again`, "stands with not-decided, and only there");
};

/** One span that was taken out of a line: characters are code points, `at` is from 0. */
export interface TakenOut {
  /** From 1. */
  readonly line: number;
  readonly at: number;
  readonly length: number;
  /** What it is, in a word: "address". */
  readonly what: string;
  readonly why: string;
}
const takenOut: ReadValue<TakenOut> = object((fields) => ({
  line: fields.must("line", numberFromOne),
  at: fields.must("at", count),
  length: fields.must("length", numberFromOne),
  what: fields.must("what", name),
  why: fields.must("why", words),
}));

/** What was left in, and why: it could help the defence. */
export interface LeftIn {
  readonly line: number;
  readonly why: string;
}
const leftIn: ReadValue<LeftIn> = object((fields) => ({ line: fields.must("line", numberFromOne), why: fields.must("why", words) }));

const line: ReadValue<string> = (value, path) => {
  const written = text(value, path);
  if (written.length > longestWords) return fault(path, `is longer than ${longestWords} characters`);
  return /[\r\n]/.test(written) ? fault(path, "is more than one line") : written;
};

/** A copy of an item with spans taken out. The original is never changed. */
export interface DisclosureCut {
  readonly item: string;
  /** Of the whole text. */
  readonly original: Sha256;
  /** Of the copy. */
  readonly copy: Sha256;
  /** The copy, line by line. */
  readonly lines: readonly string[];
  readonly taken: readonly TakenOut[];
  readonly leftIn: readonly LeftIn[];
}
/** Reads it. */
export const disclosureCut: ReadValue<DisclosureCut> = object((fields) => ({
  item: fields.must("item", item),
  original: fields.must("original", sha256),
  copy: fields.must("copy", sha256),
  lines: fields.must("lines", someAtLeastOne(line)),
  taken: fields.must("taken", some(takenOut)),
  leftIn: fields.must("leftIn", some(leftIn)),
}));

/** A second person, who may see the whole, read what was cut; or the schedule as it stood. */
export interface DisclosureRead {
  /** Number of the `disclosure-cut`; or of the newest `disclosure-marked`, for the schedule up to it. */
  readonly of: number;
  readonly agrees: boolean;
  readonly says?: string;
}
/** Reads it. */
export const disclosureRead: ReadValue<DisclosureRead> = object((fields) => ({
  of: fields.must("of", numberFromOne),
  agrees: fields.must("agrees", flag),
  ...fields.may("says", words),
}));

/** To whom something can go. */
export const disclosedTo = ["prosecutor", "defence", "court", "another"] as const;
/** One of them. */
export type DisclosedTo = (typeof disclosedTo)[number];

/** What went, to whom, and how. */
export interface DisclosureGiven {
  /** Copies that went, by the numbers of their `disclosure-cut`. */
  readonly copies: readonly number[];
  /** Whether the schedule went with them, as it was read. */
  readonly schedule: boolean;
  readonly as: DisclosedTo;
  /** Who received it, by name. */
  readonly to: string;
  readonly how: string;
  /** Number of the `disclosure-asked` that it answers. */
  readonly answers?: number;
}
const given: ReadValue<DisclosureGiven> = object((fields) => ({
  copies: fields.must("copies", some(numberFromOne)),
  schedule: fields.must("schedule", flag),
  as: fields.must("as", oneOf(disclosedTo)),
  to: fields.must("to", name),
  how: fields.must("how", name),
  ...fields.may("answers", numberFromOne),
}));
/** Reads it. */
export const disclosureGiven: ReadValue<DisclosureGiven> = (value, path) => {
  const body = given(value, path);
  return body.copies.length > 0 || body.schedule ? body : fault(path, "gives nothing");
};

/** Somebody asked for something that is held. */
export interface DisclosureAsked {
  readonly as: DisclosedTo;
  readonly who: string;
  readonly says: string;
  readonly item?: string;
  /** By when they ask for an answer. */
  readonly until?: string;
}
/** Reads it. */
export const disclosureAsked: ReadValue<DisclosureAsked> = object((fields) => ({
  as: fields.must("as", oneOf(disclosedTo)),
  who: fields.must("who", name),
  says: fields.must("says", words),
  ...fields.may("item", item),
  ...fields.may("until", day),
}));

/** What was asked for does not go, and why. */
export interface DisclosureRefused {
  /** Number of the `disclosure-asked`. */
  readonly asked: number;
  readonly reason: string;
}
/** Reads it. */
export const disclosureRefused: ReadValue<DisclosureRefused> = object((fields) => ({
  asked: fields.must("asked", numberFromOne),
  reason: fields.must("reason", words),
}));
