import type { ActId } from "./act.ts";
import type { Drawing } from "./drawing.ts";
import type { LegalFact } from "./law.ts";

/** A table beside every picture: the same numbers, read instead of seen. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** What a pattern found. It explains; it never scores, never names an offence as committed. */
export interface Finding {
  readonly pattern: string;
  /** One or two sentences like a careful friend's: counts, dates, no adjectives. Plain text in the second person ("You answered 6"). */
  readonly says: string;
  /** The acts that it rests on, in order of time. */
  readonly acts: readonly ActId[];
  /** How this was worked out: the rule in words, with its figures. */
  readonly how: string;
  /** What could change it: missing records, assumptions, other readings. States the absence of data. */
  readonly couldChange: readonly string[];
  readonly table: Table;
  readonly drawing?: Drawing;
  /** The law it is read against, where it is. */
  readonly rule?: LegalFact;
  /** Examples in the statute that the acts can be (codes), by act: course of conduct only. */
  readonly codesByAct?: Readonly<Record<string, readonly string[]>>;
}
