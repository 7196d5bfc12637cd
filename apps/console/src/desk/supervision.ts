import { dipFindings } from "@unmask/case";
import { type Instant, type ReadValue, type WaitingKind, count, flag, list, object, oneOf, text, waitingKinds } from "@unmask/core";
import { type AtCourt, atCourtOf } from "./at-court.ts";
import { instant } from "./instant.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { orNull } from "./or-null.ts";

/** What a supervisor keeps an eye on, as the server found it. */
export interface Supervision {
  readonly now: Instant;
  readonly rows: readonly InboxRow[];
  /** How many more wait than are shown. */
  readonly more: number;
  readonly work: Work;
  /** There are more open cases than were looked through. */
  readonly isMore: boolean;
  readonly timesSet: TimesSet;
  readonly dates: readonly ReviewDate[];
  /** The newest first. */
  readonly draws: readonly DipDraw[];
  readonly log: LogEntry;
}

/** One thing that waits for a second person. */
export interface InboxRow {
  readonly kind: WaitingKind;
  readonly at: { readonly of: "report" | "case" | "order" | "link" | "opening"; readonly id: string };
  /** Number of the event that waits, of a report or a case. */
  readonly number: number | null;
  /** Null: this officer may not read it. */
  readonly name: string | null;
  /** Of an order: whom the court had, while another name or birth stands than it had. */
  readonly atCourt?: AtCourt;
  readonly says: string;
  readonly since: Instant;
  readonly isDanger: boolean;
  readonly by: string;
  readonly whyNot: "own" | "not-on-case" | "role" | null;
  readonly until: Instant;
  /** Within how many hours, and for whom the force set them; null: as proposed. */
  readonly hours: number;
  readonly setFor: "team" | "force" | null;
}

/** Who confirmed the times by which it is read, and since when they hold; null: nobody did. */
export type TimesSet = { readonly by: string; readonly on: string; readonly from: string } | null;

/** Reads them. */
export const timesSet: ReadValue<TimesSet> = orNull(
  object((of) => ({ by: of.must("by", text), on: of.must("on", text), from: of.must("from", text) })),
);

/** Reads one of them. */
export const inboxRow: ReadValue<InboxRow> = object(({ must, may }) => ({
  kind: must("kind", oneOf(waitingKinds)),
  at: must(
    "at",
    object((one) => ({ of: one.must("of", oneOf(["report", "case", "order", "link", "opening"] as const)), id: one.must("id", text) })),
  ),
  number: must("number", orNull(count)),
  name: must("name", orNull(text)),
  ...atCourtOf({ may }),
  says: must("says", text),
  since: must("since", instant),
  isDanger: must("isDanger", flag),
  by: must("by", text),
  whyNot: must("whyNot", orNull(oneOf(["own", "not-on-case", "role"] as const))),
  until: must("until", instant),
  hours: must("hours", count),
  setFor: must("setFor", orNull(oneOf(["team", "force"] as const))),
}));

/** How much is with whom. */
export interface Work {
  readonly officers: readonly OfficerWork[];
  readonly teams: readonly TeamOverdue[];
  /** Open cases that nobody is on. */
  readonly withNobody: readonly string[];
}

/** What is with one officer. */
export interface OfficerWork {
  readonly id: string;
  readonly name: string;
  readonly team: string | null;
  readonly reports: number;
  readonly cases: number;
  readonly danger: number;
  readonly orders: number;
  readonly overdue: number;
}

/** What is overdue in one team; null: in none. */
export interface TeamOverdue {
  readonly team: string | null;
  readonly orders: number;
  readonly code: number;
  readonly forceRule: number;
  readonly undecided: number;
}

const work: ReadValue<Work> = object(({ must }) => ({
  officers: must(
    "officers",
    list(
      object((one) => ({
        id: one.must("id", text),
        name: one.must("name", text),
        team: one.must("team", orNull(text)),
        reports: one.must("reports", count),
        cases: one.must("cases", count),
        danger: one.must("danger", count),
        orders: one.must("orders", count),
        overdue: one.must("overdue", count),
      })),
    ),
  ),
  teams: must(
    "teams",
    list(
      object((one) => ({
        team: one.must("team", orNull(text)),
        orders: one.must("orders", count),
        code: one.must("code", count),
        forceRule: one.must("forceRule", count),
        undecided: one.must("undecided", count),
      })),
    ),
  ),
  withNobody: must("withNobody", list(text)),
}));

/** A day on which something is looked at again. */
export interface ReviewDate {
  readonly day: string;
  readonly at: { readonly of: "case" | "order" | "report"; readonly id: string };
  readonly name: string | null;
  readonly says: string;
}

const reviewDate: ReadValue<ReviewDate> = object(({ must }) => ({
  day: must("day", text),
  at: must(
    "at",
    object((one) => ({ of: one.must("of", oneOf(["case", "order", "report"] as const)), id: one.must("id", text) })),
  ),
  name: must("name", orNull(text)),
  says: must("says", text),
}));

/** A sample that was drawn. */
export interface DipDraw {
  readonly number: number;
  readonly rule: string;
  readonly seed: string;
  readonly from: string;
  readonly by: string;
  readonly isOwn: boolean;
  readonly at: Instant;
  readonly numbers: readonly string[];
  readonly drawn: readonly DipDrawn[];
}

/** One of a sample, with what its checks came to. */
export interface DipDrawn {
  readonly id: string;
  readonly whyNot: "own" | "not-on-case" | null;
  readonly checks: readonly {
    readonly found: (typeof dipFindings)[number];
    readonly says: string;
    readonly by: string;
    readonly at: Instant;
  }[];
}

const dipDrawn: ReadValue<DipDrawn> = object(({ must }) => ({
  id: must("id", text),
  whyNot: must("whyNot", orNull(oneOf(["own", "not-on-case"] as const))),
  checks: must(
    "checks",
    list(
      object((one) => ({
        found: one.must("found", oneOf(dipFindings)),
        says: one.must("says", text),
        by: one.must("by", text),
        at: one.must("at", instant),
      })),
    ),
  ),
}));

/** Reads the answer of `GET /desk/supervision`. */
export const supervision: ReadValue<Supervision> = object(({ must }) => ({
  now: must("now", instant),
  rows: must("rows", list(inboxRow)),
  more: must("more", count),
  work: must("work", work),
  isMore: must("isMore", flag),
  timesSet: must("timesSet", timesSet),
  dates: must("dates", list(reviewDate)),
  draws: must(
    "draws",
    list(
      object((one) => ({
        number: one.must("number", count),
        rule: one.must("rule", text),
        seed: one.must("seed", text),
        from: one.must("from", text),
        by: one.must("by", text),
        isOwn: one.must("isOwn", flag),
        at: one.must("at", instant),
        numbers: one.must("numbers", list(text)),
        drawn: one.must("drawn", list(dipDrawn)),
      })),
    ),
  ),
  log: must("log", logEntry),
}));

/** Reads the answer of `POST /desk/supervision/draws`. */
export const drawn: ReadValue<{ readonly number: number; readonly log: LogEntry }> = object(({ must }) => ({
  number: must("number", count),
  log: must("log", logEntry),
}));

/** What is with one officer, and who could take it over. */
export interface Held {
  readonly name: string | null;
  readonly held: readonly string[];
  readonly more: number;
  readonly takers: readonly { readonly id: string; readonly name: string; readonly role: string; readonly cannot: readonly string[] }[];
  readonly log: LogEntry;
}

/** Reads the answer of `GET /desk/supervision/held/:officer`. */
export const held: ReadValue<Held> = object(({ must }) => ({
  name: must("name", orNull(text)),
  held: must("held", list(text)),
  more: must("more", count),
  takers: must(
    "takers",
    list(
      object((one) => ({
        id: one.must("id", text),
        name: one.must("name", text),
        role: one.must("role", text),
        cannot: one.must("cannot", list(text)),
      })),
    ),
  ),
  log: must("log", logEntry),
}));
