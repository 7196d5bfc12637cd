import type { JurisdictionCode, LegalFact } from "./law.ts";

/**
 * What duties of an order are worked out by, as data. The facts stand in the room `law`; the shape stands here because the room `case` works out from
 * them what is due, and neighbours never meet.
 */

/** One fact of law as it is listed, looked up again and confirmed: by an id that stays. */
export interface LawRow extends LegalFact {
  /** "first-notice". Of one jurisdiction each once. */
  readonly id: string;
  readonly jurisdiction: JurisdictionCode;
  /** Civil day of this wording: a changed fact is a new row with a new day. */
  readonly ruleVersion: string;
}

/** Rules by which the register of one jurisdiction is worked out. */
export const registerRules = [
  "first-notice",
  "replaces-interim",
  "name-used",
  "address-changed",
  "early-notice",
  "suspended",
  "suspension-ends",
  "where",
  "acknowledged",
  "failing",
] as const;
/** One of them. */
export type RegisterRuleId = (typeof registerRules)[number];

/** What the register of one jurisdiction goes by. Scotland has none: it has no such order. */
export interface RegisterLaw {
  readonly code: "EW" | "NI";
  /** Civil day of the newest of its rows. */
  readonly ruleVersion: string;
  /** Days of each period, the day from which it runs being day 1. Nothing is added for a weekend or a holiday. */
  readonly days: number;
  /** From what the first period runs: the day of service, or the day on which the order comes into force. */
  readonly firstFrom: "service" | "in-force";
  /** A rule that no source states for this jurisdiction is absent: what depends on it is not known. */
  readonly rules: Readonly<Partial<Record<RegisterRuleId, LawRow>>>;
}
