import type { ActId, Channel } from "./act.ts";
import type { CivilDay } from "./instant.ts";
import type { Drawing } from "./drawing.ts";
import type { Persona } from "./identity.ts";
import type { Jurisdiction, LegalFact } from "./law.ts";
import type { Zone } from "./zone.ts";

/** What the person said about the case, beside what the files say. */
export interface Statement {
  readonly me: Persona;
  readonly them: Persona;
  /** The zone that days, nights and weeks are counted in. */
  readonly zone: Zone;
  /** The day on which she told them to stop. */
  readonly toldToStop?: CivilDay;
  /** The days on which she blocked a number or an account. */
  readonly blocked: readonly CivilDay[];
  /** The day on which an order was served on them. */
  readonly orderServed?: CivilDay;
  /** Days that mean something (a birthday, a separation): month and day count, every year. */
  readonly anniversaries: readonly Anniversary[];
  /** Places of hers that a message could give away: street, work, gym, as she writes them. */
  readonly places: readonly string[];
  /** Times of which she knows that there is no record. Absent: she named none. */
  readonly gaps?: readonly StatedGap[];
  readonly jurisdiction: Jurisdiction;
}

/** A time of which she knows that there is no record: a phone in repair, a chat she deleted. Both days belong to it. */
export interface StatedGap {
  readonly from: CivilDay;
  readonly until: CivilDay;
  /** The channels that it concerns; absent: all of them. */
  readonly channels?: readonly Channel[];
  /** Her words for it, printed in the gap: "phone in repair". */
  readonly says: string;
}

/** A day of the year and her word for it. */
export interface Anniversary {
  readonly day: CivilDay;
  readonly label: string;
}

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
