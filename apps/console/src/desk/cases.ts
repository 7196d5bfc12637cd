import { type Instant, type ReadValue, count, flag, list, object, text } from "@unmask/core";
import { instant } from "./instant.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";

/** The cases that an officer is on. */
export interface Cases {
  readonly cases: readonly CaseRow[];
  readonly log: LogEntry;
}

/** One of them. */
export interface CaseRow {
  readonly case: string;
  readonly name: string;
  readonly subject?: string;
  readonly opened: Instant;
  readonly closed?: Instant;
  /** Somebody is in danger now. */
  readonly isDanger: boolean;
  readonly overdue: number;
  /** The next thing that is due, with its day; empty: nothing. */
  readonly next: string;
  readonly reports: number;
  /** How much came since this officer looked last. */
  readonly news: number;
}

/** Reads the answer of `GET /desk/cases`. */
export const cases: ReadValue<Cases> = object(({ must }) => ({
  cases: must(
    "cases",
    list(
      object((one) => ({
        case: one.must("case", text),
        name: one.must("name", text),
        ...one.may("subject", text),
        opened: one.must("opened", instant),
        ...one.may("closed", instant),
        isDanger: one.must("isDanger", flag),
        overdue: one.must("overdue", count),
        next: one.must("next", text),
        reports: one.must("reports", count),
        news: one.must("news", count),
      })),
    ),
  ),
  log: must("log", logEntry),
}));
