import { type Processing, type Role, processings, roles } from "@unmask/case";
import { type Instant, type ReadValue, count, flag, list, object, oneOf, text } from "@unmask/core";
import { instant } from "./instant.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { orNull } from "./or-null.ts";
import { someKeys } from "./some-keys.ts";

/** Who looked, by officer: without a task first. It is no measure of anybody's work. */
export interface LooksByOfficer {
  readonly from: Instant;
  readonly until: Instant;
  readonly officers: readonly OfficerLooks[];
  /** Cases opened without need to know in these days, the newest first. */
  readonly openedAnyway: readonly AuditedOpening[];
  /** Entries of the whole log. */
  readonly entries: number;
  readonly checkpoints: readonly { readonly size: number; readonly at: Instant }[];
  readonly log: LogEntry;
}

/** A case that was opened without need to know: by whom, why, who was told, and what a supervisor wrote of it; null: nobody has reviewed it. */
export interface AuditedOpening {
  readonly case: string;
  readonly name: string;
  readonly words: string;
  readonly since: Instant;
  readonly until: Instant;
  readonly told: readonly string[];
  readonly review: { readonly by: string; readonly at: Instant | null; readonly verdict: ReviewVerdict; readonly words: string } | null;
}

/** What a reviewer can say of an opening. */
const reviewVerdicts = ["right", "right-but", "not-right"] as const;
/** One of them. */
export type ReviewVerdict = (typeof reviewVerdicts)[number];

/** How often one officer, or the desk by itself, did which of the six kinds of s62(1), and how often without a task. */
export interface OfficerLooks {
  readonly officer: string;
  readonly name: string | null;
  readonly role: Role | null;
  readonly collect: number;
  readonly consult: number;
  readonly combine: number;
  readonly alter: number;
  readonly disclose: number;
  readonly erase: number;
  readonly refused: number;
  readonly noTask: number;
  readonly atOneself: number;
}

/** One entry of the log: that somebody looked, and never what was there. */
export interface Look {
  readonly number: number;
  readonly at: Instant;
  readonly op: Processing;
  /** An operation of the closed list, or what the desk did by itself. */
  readonly what: string;
  readonly report: string | null;
  readonly case: string | null;
  readonly person: string | null;
  readonly task: string | null;
  readonly result: string;
  /** The reason as given; null when it was erased. */
  readonly words: string | null;
  /** Who received it, by id or code. */
  readonly recipients: readonly string[];
  /** Who received it, as an officer typed it; null where none was typed, and when it was erased. */
  readonly typedRecipient: string | null;
  readonly isRecipientErased: boolean;
}

const officerLooks: ReadValue<OfficerLooks> = object(({ must }) => ({
  officer: must("officer", text),
  name: must("name", orNull(text)),
  role: must("role", orNull(oneOf(roles))),
  collect: must("collect", count),
  consult: must("consult", count),
  combine: must("combine", count),
  alter: must("alter", count),
  disclose: must("disclose", count),
  erase: must("erase", count),
  refused: must("refused", count),
  noTask: must("noTask", count),
  atOneself: must("atOneself", count),
}));

const checkpoint = someKeys(
  ["size", "at"],
  object(({ must }) => ({ size: must("size", count), at: must("at", instant) })),
);

const auditedOpening: ReadValue<AuditedOpening> = object(({ must }) => ({
  case: must("case", text),
  name: must("name", text),
  words: must("words", text),
  since: must("since", instant),
  until: must("until", instant),
  told: must("told", list(text)),
  review: must(
    "review",
    orNull(
      object((one) => ({
        by: one.must("by", text),
        at: one.must("at", orNull(instant)),
        verdict: one.must("verdict", oneOf(reviewVerdicts)),
        words: one.must("words", text),
      })),
    ),
  ),
}));

/** Reads the answer of `GET /desk/log`. */
export const looksByOfficer: ReadValue<LooksByOfficer> = object(({ must }) => {
  must("checkpoint", text);
  return {
    from: must("from", instant),
    until: must("until", instant),
    officers: must("officers", list(officerLooks)),
    openedAnyway: must("openedAnyway", list(auditedOpening)),
    entries: must("entries", count),
    checkpoints: must("checkpoints", list(checkpoint)),
    log: must("log", logEntry),
  };
});

const look: ReadValue<Look> = object(({ must }) => {
  must("actor", text);
  must("name", orNull(text));
  must("hash", text);
  return {
    number: must("number", count),
    at: must("at", instant),
    op: must("op", oneOf(processings)),
    what: must("what", text),
    report: must("report", orNull(text)),
    case: must("case", orNull(text)),
    person: must("person", orNull(text)),
    task: must("task", orNull(text)),
    result: must("result", text),
    words: must("words", orNull(text)),
    recipients: must("recipients", list(text)),
    typedRecipient: must("typedRecipient", orNull(text)),
    isRecipientErased: must("isRecipientErased", flag),
  };
});

/** Reads the answer of `GET /desk/log/entries`. */
export const looks: ReadValue<{ readonly looks: readonly Look[]; readonly log: LogEntry }> = object(({ must }) => ({
  looks: must("looks", list(look)),
  log: must("log", logEntry),
}));

/** A case that was opened without need to know. */
export interface OpeningToReview {
  readonly id: string;
  readonly case: string;
  readonly name: string;
  readonly words: string;
  readonly openedAt: Instant;
  readonly until: Instant;
  readonly closedAt: Instant | null;
}

function openingOf({ must }: { must<T>(key: string, read: ReadValue<T>): T }): OpeningToReview {
  return {
    id: must("id", text),
    case: must("case_ref", text),
    name: must("name", text),
    words: must("words", text),
    openedAt: must("opened_at", instant),
    until: must("until", instant),
    closedAt: must("closed_at", orNull(instant)),
  };
}

const openingKeys = ["id", "case_ref", "name", "words", "opened_at", "until", "closed_at"];

const lookTaken = object(({ must }) => ({
  number: must("number", count),
  at: must("at", instant),
  what: must("what", text),
  person: must("person", orNull(text)),
  result: must("result", text),
}));

/** Reads the answer of `GET /desk/reviews/:opening`. */
export const review: ReadValue<{
  readonly opening: OpeningToReview;
  readonly looks: readonly {
    readonly number: number;
    readonly at: Instant;
    readonly what: string;
    readonly person: string | null;
    readonly result: string;
  }[];
  readonly log: LogEntry;
}> = object(({ must }) => ({
  opening: must("opening", someKeys(openingKeys, object(openingOf))),
  looks: must("looks", list(lookTaken)),
  log: must("log", logEntry),
}));
