import {
  type Instant,
  type ReadValue,
  type Sha256,
  fault,
  instantFromIso,
  isBlank,
  list,
  object,
  oneOf,
  parseCivilDay,
  parseSha256,
  parsed,
  text,
} from "@unmask/core";

/** What the bodies of events are made of (docs/formats/case-event.md). Days are kept as the text that was written: a body is the same in memory and in JSON. */

/** UTF-16 units of a name, a label, a reference: printed in one line, compared with others. */
export const longestName = 1_000;
/** UTF-16 units of words for one thing. An event is read whole at each fold: a longer one is an attack on memory. */
export const longestWords = 20_000;
/** Entries of one list in an event, for the same reason. */
export const mostEntries = 2_000;

/** The text as an event takes it for words: cut with "…" where it is longer, and whole in what it came from. */
export function cutWords(says: string): string {
  return says.length <= longestWords ? says : `${says.slice(0, longestWords - 1)}…`;
}

/** Record: read from bytes. Account: somebody says so. Worked out: it follows from the other two, and can be wrong. */
const knowings = ["record", "account", "worked-out"] as const;
/** One of the three ways of knowing. */
export type Knowing = (typeof knowings)[number];

/** "Not known" is an answer; a question nobody asked has none of the three. */
const answers = ["yes", "no", "not-known"] as const;
/** An answer to a question that was asked. */
export type Answer = (typeof answers)[number];

/** How somebody is reached. */
const channels = ["call", "text", "email", "mailbox", "in-person", "through-another"] as const;
/** How somebody is reached. */
export type ContactWay = (typeof channels)[number];

/** The groups of the queue, in their order. */
export const queueGroups = ["danger", "breach", "repeat", "first"] as const;
/** One group of the queue. */
export type QueueGroup = (typeof queueGroups)[number];

function textUpTo(longest: number): ReadValue<string> {
  return (value, path) => {
    const written = text(value, path);
    if (isBlank(written)) return fault(path, "is blank");
    return written.length > longest ? fault(path, `is longer than ${longest} characters`) : written;
  };
}

/** A name, a label or a reference in one line. */
export const name: ReadValue<string> = textUpTo(longestName);
/** Words of somebody, not blank. */
export const words: ReadValue<string> = textUpTo(longestWords);
/** A day that exists, as `2026-11-25`. */
export const day: ReadValue<string> = parsed((one) => parseCivilDay(one) && one, "day written like 2026-11-25");
/** A minute on the wall, as `21:40`. */
export const minute: ReadValue<string> = form(/^([01]\d|2[0-3]):[0-5]\d$/, "minute written like 21:40");
/** A minute of a day in UTC, as `2026-11-28T06:05`. */
export const minuteOfDay: ReadValue<string> = parsed(
  (one) => (instantOfMinute(one) === undefined ? undefined : one),
  "minute written like 2026-11-28T06:05",
);
/** The same as an instant; undefined where it is none. */
export function instantOfMinute(minuteOf: string): Instant | undefined {
  return instantFromIso(`${minuteOf}:00.000Z`);
}
/** A week of ISO 8601, as `2026-W48`. */
export const week: ReadValue<string> = form(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/, "week written like 2026-W48");
/** A report's reference, as `R-2100`. */
export const report: ReadValue<string> = form(/^R-\d{1,9}$/, "report written like R-2100");
/** A case's reference, as `0412`. */
export const caseNumber: ReadValue<string> = form(/^\d{4,9}$/, "case written like 0412");
/** A report or a case. */
export const reference: ReadValue<string> = form(/^(R-\d{1,9}|\d{4,9})$/, "report or case");
/** A task, as `T-2230`. */
export const task: ReadValue<string> = form(/^T-\d{1,9}$/, "task written like T-2230");
/** A line of enquiry of a case, as `E-4`. */
export const enquiry: ReadValue<string> = form(/^E-\d{1,6}$/, "line of enquiry written like E-4");
/** A referral of a case, as `RF-1`. */
export const referral: ReadValue<string> = form(/^RF-\d{1,6}$/, "referral written like RF-1");
/** A short id of ours inside one stream: small letters, digits, hyphens. */
export const id: ReadValue<string> = form(/^[a-z0-9][a-z0-9-]{0,63}$/, "id");
/** Sixteen random bytes as 32 small hex digits. */
export const hex32: ReadValue<string> = form(/^[0-9a-f]{32}$/, "id of 32 hex digits");
/** The hash of a file. */
export const sha256: ReadValue<Sha256> = parsed(parseSha256, "SHA-256 in hex");
/** One of the three ways of knowing. */
export const knowing: ReadValue<Knowing> = oneOf(knowings);
/** One of the three answers. */
export const answer: ReadValue<Answer> = oneOf(answers);

/** What something rests on, with the way of knowing: never one without the other. */
export interface Ground {
  readonly says: string;
  readonly knowing: Knowing;
}
/** Reads it. */
export const ground: ReadValue<Ground> = object((fields) => ({
  says: fields.must("says", words),
  knowing: fields.must("knowing", knowing),
}));

/** Something that was said under a heading of ours, in her words. */
export interface SaidLine {
  readonly label: string;
  readonly says: string;
}
/** Reads it. */
const saidLine: ReadValue<SaidLine> = object((fields) => ({ label: fields.must("label", name), says: fields.must("says", words) }));

/** How it is safe to reach somebody. What is absent was not asked. */
export interface Contact {
  readonly channel?: ContactWay;
  /** The way in her words, where it is none of ours. */
  readonly way?: string;
  readonly address?: string;
  readonly hours?: string;
  /** `yes`, `no`, or her own words. */
  readonly voicemail?: string;
  /** What whoever reaches her says first; never what she answers. */
  readonly codeWord?: string;
  /** All else that she said of it. */
  readonly said?: readonly SaidLine[];
}
/** Reads it. */
export const contact: ReadValue<Contact> = object((fields) => ({
  ...fields.may("channel", oneOf(channels)),
  ...fields.may("way", name),
  ...fields.may("address", name),
  ...fields.may("hours", words),
  ...fields.may("voicemail", name),
  ...fields.may("codeWord", name),
  ...fields.may("said", some(saidLine)),
}));

/** What she was asked for the first page of her report (docs/formats/cover.md), as it was said. What is absent was not asked. */
export interface CoverTold {
  /** What she said of danger, with its minute. */
  readonly danger?: string;
  readonly said?: readonly SaidLine[];
  /** What is lost in time, by the day on which the first of it is. Without a day nobody knows it. */
  readonly lost?: readonly { readonly says: string; readonly goes?: string }[];
}
/** Reads it. */
export const coverTold: ReadValue<CoverTold> = object((fields) => ({
  ...fields.may("danger", words),
  ...fields.may("said", some(saidLine)),
  ...fields.may("lost", some(object((one) => ({ says: one.must("says", words), ...one.may("goes", day) })))),
}));

/** How somebody was reached, or was to be. */
export const channel: ReadValue<ContactWay> = oneOf(channels);

/** A list of bounded length. */
export function some<T>(read: ReadValue<T>): ReadValue<readonly T[]> {
  return (value, path) =>
    Array.isArray(value) && value.length > mostEntries ? fault(path, `has more than ${mostEntries} entries`) : list(read)(value, path);
}

/** A list with at least one entry. */
export function someAtLeastOne<T>(read: ReadValue<T>): ReadValue<readonly T[]> {
  return (value, path) => {
    const entries = some(read)(value, path);
    return entries.length === 0 ? fault(path, "is empty") : entries;
  };
}

function form(pattern: RegExp, what: string): ReadValue<string> {
  return parsed((one) => (pattern.test(one) ? one : undefined), what);
}
