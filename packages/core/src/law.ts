import type { Kind } from "./act.ts";

/**
 * The shape of law as data. The facts stand in the room `law`, one file a jurisdiction; the shape stands here because patterns reads them
 * and neighbours never meet.
 */

/** England and Wales, Scotland, Northern Ireland: three systems, never "the UK". */
export type JurisdictionCode = "EW" | "SCO" | "NI";

/** How well a fact is supported: the text itself was seen; seen in a good secondary source; from memory; our own design decision. */
export type Verification = "text-seen" | "secondary-source" | "memory" | "design";

/** One fact of law or practice with where it stands and since when. */
export interface LegalFact {
  readonly says: string;
  readonly section: string;
  readonly source: string;
  /** Civil day, ISO 8601; absent where it was not found. */
  readonly inForceFrom?: string;
  /** Where that day was seen, when it is not `source`. `verification` speaks of what the fact says, not of the day. */
  readonly inForceSource?: string;
  /** Civil day on which a person looked it up. */
  readonly checkedOn: string;
  readonly verification: Verification;
}

/** An example of an act that the statute names. Codes a–g are those of PHA 1997 s2A(3); others stand for other jurisdictions. */
export interface ActExample extends LegalFact {
  readonly code: string;
}

/** Which examples an act of a kind can be, by its kind alone. Our reading, marked "design": the statute names no kinds of record. */
export interface KindExamples extends LegalFact {
  readonly kinds: readonly Kind[];
  /** Codes of `examples`; empty where the kind says nothing and only a person can tell. */
  readonly codes: readonly string[];
}

/** What makes a course of conduct. There is deliberately no longest gap between two occasions: the statute has none. */
export interface CourseOfConduct {
  /** Occasions needed towards one person. */
  readonly occasions: number;
  readonly rule: LegalFact;
  /** Conduct aided, abetted, counselled or procured counts as the other's. */
  readonly aided: LegalFact;
  readonly speech: LegalFact;
}

/** An offence as its elements; nothing here ever decides that one was committed. */
export interface Offence {
  readonly id: string;
  readonly name: string;
  readonly elements: readonly LegalFact[];
  readonly maximum: LegalFact;
}

/** One legal system. */
export interface Jurisdiction {
  readonly code: JurisdictionCode;
  readonly name: string;
  readonly examples: readonly ActExample[];
  /** Every kind stands in exactly one entry. */
  readonly examplesByKind: readonly KindExamples[];
  readonly courseOfConduct: CourseOfConduct;
  readonly offences: readonly Offence[];
  /** Frames for explaining, never scores (FOUR). */
  readonly explanations: readonly LegalFact[];
}
