import type { Finding, Statement, Timeline } from "@unmask/core";

/**
 * The promise of the shelf. A pattern looks at the whole timeline with what the person stated and says what it finds, or nothing. It is a
 * rule that can be explained in a sentence; it scores nothing, ranks nobody, and never says that an offence was committed.
 */
export interface Pattern {
  /** Kebab-case: "night-time". */
  readonly id: string;
  /** What it looks for, in one sentence that a person can read. */
  readonly looksFor: string;
  /** The findings, most important first; empty when there is nothing or the data cannot say. */
  find(timeline: Timeline, statement: Statement): readonly Finding[];
}
