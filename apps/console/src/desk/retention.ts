import { type Fields, type Instant, type ReadValue, count, flag, list, object, oneOf, text } from "@unmask/core";
import { type RetentionClass, type RetentionQuestion, retentionClasses, retentionQuestions } from "@unmask/case";
import { instant } from "./instant.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { orNull } from "./or-null.ts";

/** How long things are kept, as the server answers it: numbers, days and counts, officers by name, and nobody whose case it is. */
export interface Retention {
  readonly now: Instant;
  readonly today: string;
  readonly inForce: readonly RuleShown[];
  readonly toCome: readonly RuleShown[];
  /** Reviews that come after the next month. */
  readonly later: number;
  readonly erased: number;
  /** Of what was erased, the newest. */
  readonly newest: readonly ErasedShown[];
  readonly rows: readonly KeptRow[];
  readonly log: LogEntry;
}

/** A row of the schedule. */
export interface RuleShown {
  readonly class: RetentionClass;
  readonly months: number;
  readonly from: string;
  readonly says: string;
  readonly by: string;
}

/** One erasure. `here`: when it was carried out in this database; after a restore it is again. */
export interface ErasedShown {
  readonly subject: KeptSubject;
  readonly at: Instant;
  readonly rule: string;
  readonly first: string;
  readonly second: string;
  readonly here: readonly Instant[];
}

/** A case, or a report in none. */
export interface KeptSubject {
  readonly of: "case" | "report";
  readonly id: string;
}

/** One of the five questions, with what is known. */
export interface KeptAnswer {
  readonly question: RetentionQuestion;
  readonly asks: string;
  readonly answer: "yes" | "no" | "not-asked";
  readonly from: "worked-out" | "asked" | null;
  readonly says: string;
}

/** What is decided about one, and what hangs on it. */
interface Kept {
  readonly subject: KeptSubject;
  /** Number of the last decision: a command names it. */
  readonly saw: number;
  readonly class: RetentionClass;
  readonly end: string | null;
  readonly months: number;
  readonly isShipped: boolean;
  readonly due: string | null;
  readonly isDue: boolean;
  readonly isHeld: boolean;
  readonly hold: { readonly reason: string; readonly until: string; readonly by: string } | null;
  readonly proposed: {
    readonly reason: string;
    readonly asked: boolean;
    readonly by: string;
    readonly id: string;
    readonly at: Instant;
  } | null;
  readonly agreed: { readonly by: string; readonly at: Instant } | null;
  readonly answers: readonly KeptAnswer[];
  /** Why it cannot go now, in sentences. */
  readonly stays: readonly string[];
}

/** A row of the list. */
export interface KeptRow extends Kept {
  readonly held: { readonly reports: number; readonly acts: number; readonly exhibits: number; readonly orders: number };
  readonly mayDecide: boolean;
}

/** What would go of one; nothing is changed by asking. */
export interface DryRun {
  readonly now: Instant;
  readonly goes: GoesShown;
  readonly log: LogEntry;
}

/** What is counted in a dry run. */
export interface GoesShown {
  readonly items: number;
  readonly rows: number;
  readonly tables: number;
  readonly postings: number;
  readonly links: number;
  readonly messages: number;
  readonly handedOn: number;
  readonly orders: number;
  /** Entries of the log whose words go; and how many entries are about it and stay. */
  readonly reasons: number;
  /** Numbers of entries whose words can be of somebody in it, and stay. */
  readonly unclear: readonly number[];
  readonly entries: number;
}

const subject: ReadValue<KeptSubject> = object(({ must }) => ({
  of: must("of", oneOf(["case", "report"] as const)),
  id: must("id", text),
}));

const rule: ReadValue<RuleShown> = object(({ must }) => ({
  class: must("class", oneOf(retentionClasses)),
  months: must("months", count),
  from: must("from", text),
  says: must("says", text),
  by: must("by", text),
}));

const erased: ReadValue<ErasedShown> = object(({ must }) => ({
  subject: must("subject", subject),
  at: must("at", instant),
  rule: must("rule", text),
  first: must("first", text),
  second: must("second", text),
  here: must("here", list(instant)),
}));

const answer: ReadValue<KeptAnswer> = object(({ must }) => ({
  question: must("question", oneOf(retentionQuestions)),
  asks: must("asks", text),
  answer: must("answer", oneOf(["yes", "no", "not-asked"] as const)),
  from: must("from", orNull(oneOf(["worked-out", "asked"] as const))),
  says: must("says", text),
}));

const kept = ({ must }: Fields): Kept => ({
  subject: must("subject", subject),
  saw: must("saw", count),
  class: must("class", oneOf(retentionClasses)),
  end: must("end", orNull(text)),
  months: must("months", count),
  isShipped: must("isShipped", flag),
  due: must("due", orNull(text)),
  isDue: must("isDue", flag),
  isHeld: must("isHeld", flag),
  hold: must("hold", orNull(object((of) => ({ reason: of.must("reason", text), until: of.must("until", text), by: of.must("by", text) })))),
  proposed: must(
    "proposed",
    orNull(
      object((of) => ({
        reason: of.must("reason", text),
        asked: of.must("asked", flag),
        by: of.must("by", text),
        id: of.must("id", text),
        at: of.must("at", instant),
      })),
    ),
  ),
  agreed: must("agreed", orNull(object((of) => ({ by: of.must("by", text), at: of.must("at", instant) })))),
  answers: must("answers", list(answer)),
  stays: must("stays", list(text)),
});

const row: ReadValue<KeptRow> = object((fields) => ({
  ...kept(fields),
  held: fields.must(
    "held",
    object((of) => ({
      reports: of.must("reports", count),
      acts: of.must("acts", count),
      exhibits: of.must("exhibits", count),
      orders: of.must("orders", count),
    })),
  ),
  mayDecide: fields.must("mayDecide", flag),
}));

/** Reads the answer of `GET /desk/retention`. */
export const retentionAnswer: ReadValue<Retention> = object(({ must }) => ({
  now: must("now", instant),
  today: must("today", text),
  inForce: must("inForce", list(rule)),
  toCome: must("toCome", list(rule)),
  later: must("later", count),
  erased: must("erased", count),
  newest: must("newest", list(erased)),
  rows: must("rows", list(row)),
  log: must("log", logEntry),
}));

/** Reads the answer of `GET /desk/cases/…/retention` and of a report's. */
export const dryRunAnswer: ReadValue<DryRun> = object((fields) => {
  kept(fields);
  const { must } = fields;
  return {
    now: must("now", instant),
    goes: must(
      "goes",
      object((of) => ({
        items: of.must("items", count),
        rows: of.must("rows", count),
        tables: of.must("tables", count),
        postings: of.must("postings", count),
        links: of.must("links", count),
        messages: of.must("messages", count),
        handedOn: of.must("handedOn", count),
        orders: of.must("orders", count),
        reasons: of.must("reasons", count),
        unclear: of.must("unclear", list(count)),
        entries: of.must("entries", count),
      })),
    ),
    log: must("log", logEntry),
  };
});

/** Reads what the server says when something was decided. */
export const decidedAnswer: ReadValue<LogEntry> = object(({ must }) => {
  must("saw", count);
  return must("log", logEntry);
});
