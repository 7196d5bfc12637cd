import type { Finding, Instant, Statement, Timeline } from "@unmask/core";
import type { Voice } from "@unmask/words";

/** To whom findings are told, and when. */
export interface Telling {
  readonly voice: Voice;
  /** The moment at which the page or the report is made; absent: no age of an act is told. */
  readonly at?: Instant;
}

/**
 * The promise of the shelf. A pattern looks at the whole timeline with what the person stated and says what it finds, or nothing. It is a
 * rule that can be explained in a sentence; it scores nothing, ranks nobody, and never says that an offence was committed.
 */
export interface Pattern {
  /** Kebab-case: "night-time". */
  readonly id: string;
  /** What it looks for, in one sentence that a person can read. */
  readonly looksFor: string;
  /** The findings, in the order in which they are told; empty when there is nothing or the data cannot say. */
  find(timeline: Timeline, statement: Statement, telling?: Telling): readonly Finding[];
}

/** What of a telling a pattern sees: it writes its sentences once, whoever they are told to. */
export type Asked = Omit<Telling, "voice">;
