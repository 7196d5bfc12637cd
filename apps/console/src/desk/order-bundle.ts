import { type Instant, type ReadValue, count, flag, list, object, text } from "@unmask/core";
import { instant } from "./instant.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { orNull } from "./or-null.ts";

/** What goes into the draft application of an order, and which files were made of it. */
export interface OrderBundle {
  readonly log: LogEntry;
  readonly made: readonly MadePaper[];
  /** Null: this officer makes none of it. */
  readonly draft: DraftShown | null;
  readonly whyNot: string | null;
}

/** A file that was made and is kept. */
export interface MadePaper {
  readonly nth: number;
  readonly form: string;
  readonly exhibit: string;
  readonly about: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly pages: number | null;
  readonly template: string | null;
  readonly made: Instant;
  readonly by: string;
}

/** The draft in counts, and what a person looks at before it goes anywhere. */
export interface DraftShown {
  readonly version: number;
  readonly writer: string;
  readonly written: Instant;
  readonly template: string;
  readonly isConfirmed: boolean;
  readonly counts: Readonly<Record<(typeof counted)[number], number>>;
  readonly summary: string | null;
  /** Evidence of conditions that stands in no list of the paper. */
  readonly unlisted: readonly string[];
  readonly withheld: number;
  readonly covered: number;
  /** Texts that read like what is withheld and are not covered. */
  readonly close: readonly string[];
}

/** What is counted of a draft. */
export const counted = ["facts", "criteria", "conditions", "chronology", "exhibits", "others", "protects"] as const;

/** Reads a paper of an order as a page lists it. */
export const madePaper: ReadValue<MadePaper> = object(({ must, may }) => {
  may("kind", text);
  return {
    nth: must("nth", count),
    form: must("form", text),
    exhibit: must("exhibit", text),
    about: must("about", text),
    sha256: must("sha256", text),
    size: must("size", count),
    pages: must("pages", orNull(count)),
    template: must("template", orNull(text)),
    made: must("made", instant),
    by: must("by", text),
  };
});

const draft: ReadValue<DraftShown> = object(({ must }) => ({
  version: must("version", count),
  writer: must("writer", text),
  written: must("written", instant),
  template: must("template", text),
  isConfirmed: must("isConfirmed", flag),
  counts: must(
    "counts",
    object((each) => ({
      facts: each.must("facts", count),
      criteria: each.must("criteria", count),
      conditions: each.must("conditions", count),
      chronology: each.must("chronology", count),
      exhibits: each.must("exhibits", count),
      others: each.must("others", count),
      protects: each.must("protects", count),
    })),
  ),
  summary: must("summary", orNull(text)),
  unlisted: must("unlisted", list(text)),
  withheld: must("withheld", count),
  covered: must("covered", count),
  close: must("close", list(text)),
}));

/** Reads it. */
export const orderBundle: ReadValue<OrderBundle> = object(({ must, may }) => {
  may("order", text);
  may("saw", count);
  may("now", instant);
  return {
    log: must("log", logEntry),
    made: must("made", list(madePaper)),
    draft: must("draft", orNull(draft)),
    whyNot: must("whyNot", orNull(text)),
  };
});

/** Reads that files were made. */
export const bundleWritten: ReadValue<LogEntry> = object(({ must, may }) => {
  may("saw", count);
  may("made", (value) => value);
  return must("log", logEntry);
});
