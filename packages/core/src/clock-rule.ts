import type { JurisdictionCode, LegalFact } from "./law.ts";

/**
 * What a desk counts time by, as data. The facts stand in the room `law`; the shape stands here because the room `case` works out from them
 * what is due, and neighbours never meet.
 */

/** What the Victims' Code counts from. */
export const victimCodeEvents = [
  "reported",
  "arrested",
  "interviewed",
  "released",
  "bailed",
  "bail-changed",
  "charged",
  "not-charged",
  "out-of-court",
  "not-investigated",
] as const;
/** One of them. */
export type VictimCodeEventKind = (typeof victimCodeEvents)[number];

/** Whose rights the Code gives sooner: a persistent campaign is enhanced unless somebody decides otherwise. */
export type VictimRights = "enhanced" | "standard";

/** Something that must be done within a time of an event. */
export interface ClockRule extends LegalFact {
  readonly id: string;
  readonly from: readonly VictimCodeEventKind[];
  /** What is due, as words that can follow "to". */
  readonly duty: string;
  /** Working days, the day after the event being day 1; null where the Code gives no figure. */
  readonly workingDays: Readonly<Record<VictimRights, number>> | null;
}

/** A rule of how crime is recorded. */
export interface RecordingRule extends LegalFact {
  readonly id: "class" | "in-addition" | "former-partner" | "included" | "codes";
}

/** The days that are not worked, for whole years and no others. */
export interface FreeDays {
  /** Years that the table holds, both included. */
  readonly years: readonly [first: number, last: number];
  /** Civil days, ISO 8601, in order. Saturdays and Sundays are free besides. */
  readonly holidays: readonly string[];
  readonly source: string;
  readonly checkedOn: string;
}

/** What a desk goes by in one jurisdiction besides its offences and orders. */
export interface DeskLaw {
  readonly code: JurisdictionCode;
  /** Version of all of it together: the civil day of its newest fact. It is written beside whatever was worked out. */
  readonly ruleVersion: string;
  readonly clocks: readonly ClockRule[];
  readonly recording: readonly RecordingRule[];
  readonly freeDays: FreeDays | null;
  /** Which order can be asked for there, for "was an order considered": none of another jurisdiction stands for it. Null: nobody looked it up. */
  readonly order: LegalFact | null;
}
