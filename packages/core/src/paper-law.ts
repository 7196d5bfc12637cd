/**
 * The law as the papers of an order name it. Its facts stand in the room `law`; the shape stands here because the room `case` writes the papers, and neighbours
 * never meet.
 */

/** Places of the law that the papers of an order name. */
export const paperSections = [
  "application",
  "acts-anywhere",
  "area",
  "risk",
  "harmless",
  "court-criteria",
  "necessity",
  "prompts",
  "locality",
  "other-orders",
  "least-period",
  "own-period",
  "interim",
  "interim-ends",
  "record",
  "breach",
  "complaint",
  "youth",
  "first-notice",
  "suspended",
  "other-name",
  "other-home",
  "name",
  "home",
  "where",
  "elsewhere",
  "authorised-person",
  "acknowledgement",
  "identity",
  "failing",
] as const;
/** One of them. */
export type PaperSection = (typeof paperSections)[number];

/** The law as the papers name it. No number of it stands in this room. */
export interface PaperLaw {
  /** "England and Wales". */
  readonly jurisdiction: string;
  /** "Stalking Protection Act 2019". */
  readonly act: string;
  /** "Stalking Protection Order". */
  readonly orderName: string;
  /** Civil day of the text that the rows were read from; null where no source says it. */
  readonly textAsAt: string | null;
  /** Years of the least fixed period, which begins with the day the order is made. */
  readonly leastYears: number;
  /** Null where no source says. */
  readonly adultYears: number | null;
  /** Days in which notice is given, the first being the day of service or of the change. */
  readonly noticeDays: number;
  /** From what the first of these periods runs. */
  readonly noticeFrom: "service" | "in-force";
  /** "the sex offender register": while that binds somebody, nothing is to be notified under the order. */
  readonly otherRegisters: string;
  /** "Protection from Harassment Act 1997, s2A(3)": where examples of acts stand; null where no source says it. */
  readonly examples: string | null;
  /** "s1(1)". One that no source states is absent, and the papers say that it is not known. */
  readonly sections: Readonly<Partial<Record<PaperSection, string>>>;
}
