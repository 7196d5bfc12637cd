import { type Instant, type ReadValue, list, object, text } from "@unmask/core";
import { instant } from "./instant.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";

/** A case that an officer opened without need to know, because a life is at risk: for one hour, told at once, reviewed afterwards. */
export interface OpenedAnyway {
  readonly case: string;
  readonly since: Instant;
  readonly until: Instant;
  /** Names of those who were told. */
  readonly told: readonly string[];
  /** Who is at risk, in the officer's words. */
  readonly words: string;
}

/** Reads one that stands already, as after a reload. */
export const openedAnyway: ReadValue<OpenedAnyway> = object(({ must }) => ({
  case: must("case", text),
  since: must("since", instant),
  until: must("until", instant),
  told: must("told", list(text)),
  words: must("words", text),
}));

/** What the server says of an opening. */
export interface Opening {
  readonly case: string;
  readonly until: Instant;
  readonly told: readonly string[];
  readonly log: LogEntry;
}

/** Reads the answer of `POST /desk/cases/:case/break-glass`, and of the same of an order. */
export const opening: ReadValue<Opening> = object(({ must }) => {
  // Its id is the review's, and nothing of this screen.
  must("opening", text);
  return { case: must("case", text), until: must("until", instant), told: must("told", list(text)), log: must("log", logEntry) };
});
