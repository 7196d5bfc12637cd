import type { ActId } from "./act.ts";
import type { Drawing } from "./drawing.ts";
import type { LegalFact } from "./law.ts";

/** A table beside every picture: the same numbers, read instead of seen. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/**
 * Where a finding stands, by what it is about and never by how grave it is. This is the printed order; `course of conduct` and all that is a
 * number stand under "count".
 */
export const standings = [
  /** Contact while an order was in force, after it was served, or after a bail condition was set. */
  "order or bail",
  /** What came after she told them to stop, or blocked them. */
  "after a stop",
  /** Messages with words of a plain threat, each quoted. */
  "words of a threat",
  /** Acts where she was, in her home, or into her accounts. */
  "near her",
  /** Texts with words of a threat, or with a place of hers, from numbers and accounts that nobody named; a stated name that several numbers share. */
  "not said whose",
  /** Numbers and accounts that first came after a block. */
  "new after a block",
  /** What was sent to other people, or published. */
  "people around her",
  "last act",
  "count",
] as const;
export type Standing = (typeof standings)[number];

/** The rule of the order in a sentence, as page and paper print it. */
export const printedOrderRule =
  "The order is fixed, and no score: what came after an order or bail; what came after a stop; words of a threat; acts near, each by itself; threats by numbers that nobody named, and names that several numbers share; numbers and accounts that were new after a block; people around; the last act; then counts.";

/** What a pattern found. It explains; it never scores, never names an offence as committed. */
export interface Finding {
  readonly pattern: string;
  readonly standing: Standing;
  /**
   * The finding in one line: whole, at most 110 characters and 25 words, with its doubt. To her it says "you", in print the two names. Words
   * of an act stand in it only in quotation marks, cut at whole words.
   */
  readonly line: string;
  /** One or two sentences like a careful friend's: counts, dates, no adjectives. Plain text, in one of two voices ("You answered 6", "Hannah Reyes answered 6"). */
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
