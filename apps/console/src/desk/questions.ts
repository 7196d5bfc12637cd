import { type Instant, type ReadValue, count, list, object, text } from "@unmask/core";
import { instant } from "./instant.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { orNull } from "./or-null.ts";

/** What an auditor asked an officer about one look, and what came of it. */
export interface AuditQuestion {
  readonly id: string;
  /** Number of the entry that is asked about. */
  readonly number: number;
  /** Of the officer who is asked. */
  readonly name: string;
  readonly askedAt: Instant;
  readonly words: string;
  readonly answer: string | null;
  /** Null while it is open. */
  readonly outcome: string | null;
  /** When the look was, and at what. */
  readonly at: Instant;
  readonly what: string;
  readonly report: string | null;
  readonly case: string | null;
}

const question: ReadValue<AuditQuestion> = object(({ must }) => {
  must("answeredAt", orNull(instant));
  must("closedAt", orNull(instant));
  must("closing", orNull(text));
  return {
    id: must("id", text),
    number: must("number", count),
    name: must("name", text),
    askedAt: must("askedAt", instant),
    words: must("words", text),
    answer: must("answer", orNull(text)),
    outcome: must("outcome", orNull(text)),
    at: must("at", instant),
    what: must("what", text),
    report: must("report", orNull(text)),
    case: must("case", orNull(text)),
  };
});

/** Reads the answers of `GET /desk/log/questions` and `GET /desk/questions`. */
export const questions: ReadValue<{ readonly questions: readonly AuditQuestion[]; readonly log: LogEntry }> = object(({ must }) => ({
  questions: must("questions", list(question)),
  log: must("log", logEntry),
}));

/** Reads the answer of `POST /desk/log/questions`. */
export const asked: ReadValue<LogEntry> = object(({ must }) => {
  must("question", text);
  return must("log", logEntry);
});
