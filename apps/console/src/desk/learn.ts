import { type Instant, type ReadValue, count, flag, list, object, oneOf, orNull, text } from "@unmask/core";
import { type Edition, type HiddenCell, editionFromJson, measures } from "@unmask/case";
import { instant } from "./instant.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";

/** Every edition that was published. */
export interface Learned {
  readonly now: Instant;
  /** "2026-11": the month that runs, which has no table. */
  readonly running: string;
  readonly editions: readonly Edition[];
  readonly log: LogEntry;
}

/** Reads the answer of `GET /desk/learn`. */
export const learnAnswer: ReadValue<Learned> = object(({ must }) => ({
  now: must("now", instant),
  running: must("running", text),
  editions: must("editions", list(editionFromJson)),
  log: must("log", logEntry),
}));

/** A closed month, its last edition, and whether there is something to publish of it. */
export interface ClosedMonth {
  readonly month: string;
  readonly last: string | null;
  readonly hasChanged: boolean;
}

/** An edition as it would be published now. */
export interface EditionDraft {
  readonly edition: Edition;
  readonly hidden: readonly HiddenCell[];
  /** Editions beside which it was looked at. */
  readonly beside: number;
  /** SHA-256 of what would be handed out. */
  readonly mark: string;
}

/** What could be published of a month. */
export interface EditionDrafted {
  readonly now: Instant;
  readonly month: string | null;
  /** The newest first. */
  readonly months: readonly ClosedMonth[];
  readonly last: Edition | null;
  /** Null: nothing is to be published of it. */
  readonly draft: EditionDraft | null;
  readonly log: LogEntry;
}

const hiddenCell: ReadValue<HiddenCell> = object(({ must }) => {
  const cell = must("cell", oneOf(["<5", "held"] as const));
  must("asked", count);
  return {
    measure: must("measure", oneOf(measures)),
    dimension: must("dimension", text),
    value: must("value", text),
    cell,
    canBe: must("canBe", list(count)),
    asked: cell === "<5" ? 4 : 5,
  };
});

const draft: ReadValue<EditionDraft> = object(({ must }) => ({
  edition: must("edition", editionFromJson),
  hidden: must("hidden", list(hiddenCell)),
  beside: must("beside", count),
  mark: must("mark", text),
}));

const closedMonth: ReadValue<ClosedMonth> = object(({ must }) => ({
  month: must("month", text),
  last: must("last", orNull(text)),
  hasChanged: must("hasChanged", flag),
}));

/** Reads the answer of `GET /desk/learn/edition`. */
export const draftAnswer: ReadValue<EditionDrafted> = object(({ must }) => ({
  now: must("now", instant),
  month: must("month", orNull(text)),
  months: must("months", list(closedMonth)),
  last: must("last", orNull(editionFromJson)),
  draft: must("draft", orNull(draft)),
  log: must("log", logEntry),
}));

/** Reads the answer to a publication. */
export const publishedAnswer: ReadValue<LogEntry> = object(({ must }) => {
  must("edition", text);
  return must("log", logEntry);
});

/** Reads what is handed out: the bytes of the file, as the log has their hash. */
export const handedOut: ReadValue<{ readonly text: string; readonly log: LogEntry }> = object(({ must }) => ({
  text: must("text", text),
  log: must("log", logEntry),
}));
